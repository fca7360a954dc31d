// Package drop takes files that come into the window from outside: dropped onto it, or chosen to be put
// on the map. All of it belongs to Fyne's goroutine; pictures are read elsewhere.
package drop

import (
	"bytes"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/editor/clip"
	"jejak/app/ui/ask"
	"jejak/app/ui/clipboard"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// Options are what a Taker asks of its window.
type Options struct {
	Words  func() *words.Table
	Editor *editor.Editor
	Desk   *ask.Desk
	Do     func(func())                                                                 // runs a function on the goroutine of the window
	Free   func() bool                                                                  // nothing asks, and no file is being opened
	Open   func() bool                                                                  // a project is open
	Same   func() func() bool                                                           // reports later whether the project is still the one of now
	Inside func(fyne.Position) (geom.Point, bool)                                       // a place of the window on the map; false: not on the board
	Middle func() geom.Point                                                            // of what is seen of the map
	Focus  func()                                                                       // gives the keyboard to the board
	Slow   func() (done func())                                                         // shows that something is under way, if it takes long
	Turn   func(path string)                                                            // opens a project in place of the one that is open
	Make   func(name, failed string, read func() (journey.Project, error), then func()) // opens a new project
	JSON   func(data []byte, name string)                                               // the same, of a journey in JSON
}

// Taker takes the files of one window.
type Taker struct{ o Options }

// New returns what takes files.
func New(o Options) *Taker { return &Taker{o} }

// Files takes files that were dropped at a place of the window. A project, or a journey in another
// format, is opened; on the board, pictures become cards where they were let go, and texts and tables
// do as if they were pasted there.
func (t *Taker) Files(at fyne.Position, files []fyne.URI) {
	if !t.o.Free() || len(files) == 0 {
		return
	}
	drop := clipboard.Sort(paths(files))
	place, on := t.o.Inside(at)
	switch {
	case drop.Project != "":
		t.o.Turn(drop.Project)
	case drop.Journey != "":
		t.journey(drop.Journey)
	case !t.o.Open() || t.o.Editor.MapID() == "":
		t.o.Desk.Say("info", t.t("clip.drop.noMap"), t.t("clip.drop.noMap.text"))
	case t.o.Editor.Refuse():
	default:
		if !on {
			place = t.o.Middle()
		}
		t.onBoard(drop, place)
	}
}

func paths(files []fyne.URI) []string {
	list := make([]string, len(files))
	for i, u := range files {
		list[i] = u.Path()
	}
	return list
}

// onBoard puts pictures, texts and tables onto the board at a place.
func (t *Taker) onBoard(drop clipboard.Drop, at geom.Point) {
	if len(drop.Texts) > 0 {
		text, err := clipboard.Texts(drop.Texts)
		if err != nil {
			t.refused(err)
			return
		}
		t.o.Editor.PasteTextAt(text, at)
		t.o.Focus()
	}
	if len(drop.Pictures) > 0 {
		t.Pictures(drop.Pictures, &at)
	}
}

// Pictures puts picture files onto the board: at a place of it, or, where that is nil, into the
// selected cell. They are read in the background.
func (t *Taker) Pictures(paths []string, at *geom.Point) {
	if len(paths) == 0 || t.o.Editor.Refuse() {
		return
	}
	same, mapID := t.o.Same(), t.o.Editor.MapID()
	done := t.o.Slow()
	go func() {
		list, err := clipboard.Pictures(paths)
		t.o.Do(func() {
			done()
			if same() && t.o.Editor.MapID() == mapID && len(list) > 0 {
				t.o.Editor.PastePictures(list, at)
				t.o.Focus()
			}
			t.refused(err)
		})
	}()
}

// journey opens a journey in another format as a new project. A part of a map is pasted.
func (t *Taker) journey(path string) {
	data, err := clipboard.ReadText(path)
	if err != nil {
		t.o.Desk.Say("warning", t.t("ui.open.failed"), t.sentence(err))
		return
	}
	if f, err := exchange.ParseFragment(data); err == nil && t.o.Open() {
		t.o.Editor.Take(clip.Found{Fragment: f})
		t.o.Focus()
		return
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if strings.EqualFold(filepath.Ext(path), ".json") {
		t.o.JSON(data, name)
		return
	}
	var notes []exchange.Note
	t.o.Make(name, t.t("ui.open.failed"), func() (journey.Project, error) {
		p, n, err := exchange.ReadMermaid(bytes.NewReader(data), nil, t.o.Words())
		if err != nil {
			return journey.Project{}, err
		}
		notes = n
		return exchange.Titled(p, name), nil
	}, func() {
		if len(notes) > 0 {
			t.o.Desk.Say("info", t.f("clip.import.notes", words.Args{"Name": filepath.Base(path)}), clipboard.Notes(t.o.Words(), notes))
		}
	})
}

// refused tells which of the files that a person gave are not on the map, and why. err may be nil.
func (t *Taker) refused(err error) {
	if err == nil {
		return
	}
	t.o.Desk.Show(ask.Question{Icon: "warning", Title: t.t("clip.drop.failed"), Text: clipboard.Lines(t.o.Words(), err, t.sentence),
		Answers: []ask.Answer{{Text: t.t("ui.ok"), Primary: true, Cancel: true}}})
}

func (t *Taker) sentence(err error) string { return ask.Sentence(t.o.Words(), err) }

func (t *Taker) t(key string) string { return t.o.Words().T(key) }

func (t *Taker) f(key string, args words.Args) string { return t.o.Words().F(key, args) }
