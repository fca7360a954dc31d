//go:build e2e

package ui

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/session"
	"jejak/canvas/geom"
)

// Seen is what a window tells of itself to the tests that drive it by mouse and keyboard. All
// places are pixels from the upper left corner of its content.
type Seen struct {
	Title   string
	Path    string // of the open file
	Open    bool   // a project is open
	Saved   bool   // its file holds all of it
	Unsaved int    // how many edits the file does not hold
	Dialog  bool   // a dialog or a menu has the keyboard
	Writing bool   // a text of the map is open
	Typing  bool   // a field of a panel or a dialog has the keyboard
	Undo    bool   // there is something to undo
	Redo    bool
	Map     string // its ID
	Chosen  []string
	Board   geom.Rect
	View    geom.Transform // from the map to pixels of the board
	Handles []Grip         // of what is chosen
	Words   []Word
}

// Grip is a handle over the map.
type Grip struct {
	Kind editor.HandleKind
	At   geom.Point
}

// Word is a text of the window, the map apart.
type Word struct {
	Text string
	Over bool // it stands in a dialog, in a menu
	At   geom.Rect
}

func init() { watching = watch }

// watch answers each line that comes in with a line of JSON: what the window shows when it has done
// with all that was pressed and typed before, has laid out and painted what came of it, and its
// working copy holds it. A line
// that is not empty is a text in JSON, and is put into the clipboard first: the window is then the
// other program that something is copied from. Only programs that are built for these tests listen.
func watch(w *Window) {
	lines := bufio.NewScanner(os.Stdin)
	go func() {
		for lines.Scan() {
			clip := ""
			if line := lines.Bytes(); len(line) > 0 {
				if err := json.Unmarshal(line, &clip); err != nil {
					fyne.LogError("read what is to be copied", err)
					return
				}
			}
			answer := make(chan Seen)
			w.do(func() {
				if clip != "" {
					w.app.Clipboard().SetContent(clip)
				}
				w.atRest(func() { w.whenKept(func() { answer <- w.seen() }) })
			})
			data, err := json.Marshal(<-answer)
			if err != nil {
				fyne.LogError("tell what is seen", err)
				return
			}
			fmt.Println(string(data))
		}
	}()
}

// atRest calls then when the window has come to rest. The toolkit ticks animations once a frame,
// after what was pressed and typed before it: three frames without anything left to do are rest.
func (w *Window) atRest(then func()) {
	quiet := 0
	var frames *fyne.Animation
	frames = fyne.NewAnimation(time.Hour, func(float32) {
		if quiet++; !w.idle() {
			quiet = 0
		}
		if quiet == 3 {
			frames.Stop()
			go w.do(then)
		}
	})
	frames.RepeatCount = fyne.AnimationRepeatForever
	frames.Start()
}

// whenKept calls then when the working copy holds all there is, or cannot hold it.
func (w *Window) whenKept(then func()) {
	if !w.open() {
		then()
		return
	}
	kept := w.file.Session().Kept()
	go func() {
		<-kept
		w.do(then)
	}()
}

// idle reports whether nothing is on its way to the screen.
func (w *Window) idle() bool {
	if w.file.Busy() {
		return false
	}
	if w.exporting != nil && !w.exporting.Settled() {
		return false
	}
	return !w.open() || w.compared.Settled() && w.arrange.Settled() && (w.ed.Scene() == nil || w.board.Settled())
}

func (w *Window) seen() Seen {
	s := Seen{Title: w.win.Title(), Dialog: w.modal(), Typing: w.typing() != nil}
	c := w.win.Canvas()
	walk(c.Content(), fyne.Position{}, func(t Word) { s.Words = append(s.Words, w.device(t)) })
	for _, o := range c.Overlays().List() {
		walk(o, fyne.Position{}, func(t Word) {
			t.Over = true
			s.Words = append(s.Words, w.device(t))
		})
	}
	if !w.open() {
		return s
	}
	state, doc := w.file.Session().State(), w.ed.Document()
	s.Open, s.Path, s.Saved, s.Unsaved = true, w.file.Session().Path(), state.Kind == session.Saved, state.Unsaved
	s.Writing = w.ed.Editing() != nil
	_, s.Undo = doc.UndoLabel()
	_, s.Redo = doc.RedoLabel()
	s.Map = string(w.ed.MapID())
	for _, r := range w.ed.Selection() {
		s.Chosen = append(s.Chosen, string(r.Kind)+" "+string(r.ID))
	}
	at := w.app.Driver().AbsolutePositionForObject(w.board.Object())
	s.Board = w.device(Word{At: area(at, w.board.Object().Size())}).At
	s.View = w.ed.View().Transform
	for _, h := range w.ed.Overlay().Handles {
		s.Handles = append(s.Handles, Grip{h.Kind, h.At.Add(s.Board.Min)})
	}
	return s
}

// device takes the place of a text from units of the toolkit to pixels.
func (w *Window) device(t Word) Word {
	pixel := func(p geom.Point) geom.Point {
		x, y := w.win.Canvas().PixelCoordinateForPosition(fyne.NewPos(float32(p.X), float32(p.Y)))
		return geom.Pt(float64(x), float64(y))
	}
	t.At = geom.Rect{Min: pixel(t.At.Min), Max: pixel(t.At.Max)}
	return t
}

func area(at fyne.Position, size fyne.Size) geom.Rect {
	return geom.R(float64(at.X), float64(at.Y), float64(size.Width), float64(size.Height))
}

// walk finds the texts in an object that are not hidden.
func walk(o fyne.CanvasObject, at fyne.Position, found func(Word)) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			found(Word{Text: o.Text, At: area(at, o.Size())})
		}
	case *fyne.Container:
		for _, inner := range o.Objects {
			walk(inner, at, found)
		}
	case *container.Scroll: // what is scrolled out of sight is hidden too
		view := area(at, o.Size())
		walk(o.Content, at, func(w Word) {
			if view.Contains(w.At.Center()) {
				found(w)
			}
		})
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			walk(inner, at, found)
		}
	}
}
