//go:build e2e

// Package watch is how a window tells of itself to the tests that drive it by mouse and keyboard. Only
// programs that are built for these tests have it.
package watch

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

// Options are what listening asks of its window.
type Options struct {
	Do   func(func())        // runs a function on the goroutine of the window
	Copy func(text string)   // puts a text into the clipboard
	Idle func() bool         // nothing is on its way to the screen
	Kept func() <-chan error // tells when the working copy holds all there is, or cannot; nil: there is none
	Seen func() Seen
}

// Listen answers each line that comes in with a line of JSON: what the window shows when it has done
// with all that was pressed and typed before, has laid out and painted what came of it, and its
// working copy holds it. A line that is not empty is a text in JSON, and is put into the clipboard
// first: the window is then the other program that something is copied from.
func Listen(o Options) {
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
			o.Do(func() {
				if clip != "" {
					o.Copy(clip)
				}
				o.atRest(func() { o.whenKept(func() { answer <- o.Seen() }) })
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
func (o Options) atRest(then func()) {
	quiet := 0
	var frames *fyne.Animation
	frames = fyne.NewAnimation(time.Hour, func(float32) {
		if quiet++; !o.Idle() {
			quiet = 0
		}
		if quiet == 3 {
			frames.Stop()
			go o.Do(then)
		}
	})
	frames.RepeatCount = fyne.AnimationRepeatForever
	frames.Start()
}

// whenKept calls then when the working copy holds all there is, or cannot hold it.
func (o Options) whenKept(then func()) {
	kept := o.Kept()
	if kept == nil {
		then()
		return
	}
	go func() {
		<-kept
		o.Do(then)
	}()
}

// Words are the texts of a window that are not hidden, in pixels.
func Words(c fyne.Canvas) []Word {
	var list []Word
	walk(c.Content(), fyne.Position{}, func(t Word) {
		t.At = pixels(c, t.At)
		list = append(list, t)
	})
	for _, o := range c.Overlays().List() {
		walk(o, fyne.Position{}, func(t Word) {
			t.Over, t.At = true, pixels(c, t.At)
			list = append(list, t)
		})
	}
	return list
}

// Area is the room of an object of a window, in pixels. at is where it stands, in units of the toolkit.
func Area(c fyne.Canvas, at fyne.Position, size fyne.Size) geom.Rect {
	return pixels(c, area(at, size))
}

// pixels takes a place from units of the toolkit to pixels.
func pixels(c fyne.Canvas, r geom.Rect) geom.Rect {
	pixel := func(p geom.Point) geom.Point {
		x, y := c.PixelCoordinateForPosition(fyne.NewPos(float32(p.X), float32(p.Y)))
		return geom.Pt(float64(x), float64(y))
	}
	return geom.Rect{Min: pixel(r.Min), Max: pixel(r.Max)}
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
