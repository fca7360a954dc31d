// Package library is the dialog with a person's own personas, or with those of another project file:
// what each of them is, how it stands to the project that is open, and what can be done with it.
// Nothing is changed on either side that was not shown before.
//
// All of it belongs to the goroutine of the window; files are read and written elsewhere.
package library

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	store "jejak/app/library"
	"jejak/app/ui/ask"
	"jejak/app/ui/cast"
	"jejak/app/ui/look"
	"jejak/app/ui/reader"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/edit/carry"
	"jejak/data/journey"
	"jejak/data/trait"
)

// Options is what the library needs of the window. All of it must be there.
type Options struct {
	Canvas  fyne.Canvas
	Words   *words.Table
	Faces   text.Measurer
	Do      func(func()) // runs a function on the goroutine of the window
	Library *store.Library
	Read    func(path string) (journey.Project, error) // reads a project file

	Project func() journey.Project
	MapID   func() journey.ID
	Locked  func() bool // the project is only looked at
	// Change makes one undo step of f and tells of its trouble itself.
	Change func(l edit.Label, f func(*edit.Tx) error) error
	Ask    func(ask.Question) *ask.Dialog
	Wait   func() (done func())                        // shows that something takes a while
	Closed func()                                      // the dialog has gone: who gets the keyboard
	Done   func(id journey.ID)                         // a persona was put into the project
	Color  func(journey.Project, journey.ID) sign.Face // of a portrait
}

// Dialog is the dialog, open.
type Dialog struct {
	o      Options
	file   string // the path of a project file; empty: the library
	from   journey.Project
	chosen journey.ID
	err    error // why there is nothing to show
	loaded bool

	popup  *widget.PopUp
	before func(*fyne.KeyEvent)
	closed bool

	rows   []*cast.Row
	list   *fyne.Container
	hold   *fyne.Container // what stands at the right
	reader *reader.Reader
	bar    *fyne.Container // how the chosen one stands, and what can be done
	alsoOn bool            // put on the map that is shown, too
	number int             // of what was asked of the disk last
	drawn  int
}

// Open opens the library; a path opens the personas of that project file instead.
func Open(o Options, path string) *Dialog {
	d := &Dialog{o: o, file: path, before: o.Canvas.OnTypedKey(), list: look.VBox(0), alsoOn: true}
	d.reader = reader.New(o.Canvas, o.Do, func(journey.Ref) {}, d.Close)
	d.hold, d.bar = container.NewStack(), container.NewStack()
	d.popup = widget.NewModalPopUp(d.content(), o.Canvas)
	d.fit()
	o.Canvas.SetOnTypedKey(d.key)
	d.popup.Show()
	d.load()
	return d
}

func (d *Dialog) t(key string) string                  { return d.o.Words.T(key) }
func (d *Dialog) f(key string, args words.Args) string { return d.o.Words.F(key, args) }
func (d *Dialog) name(r journey.Persona) string        { return named(d.o.Words, r.Name) }
func (d *Dialog) get(id journey.ID) journey.Persona    { r, _ := d.from.Personas.Get(id); return r }
func (d *Dialog) Chosen() journey.ID                   { return d.chosen }
func (d *Dialog) state() (carry.State, []trait.Trait) {
	return carry.Compare(d.from, d.o.Project(), d.chosen)
}
func (d *Dialog) there() bool { return carry.Stands(d.o.Project(), d.chosen, d.o.MapID()) }

// The measures of the dialog, in units of Fyne.
const (
	mostWidth  = 1080
	mostHeight = 780
)

func (d *Dialog) fit() {
	size := d.o.Canvas.Size()
	d.popup.Resize(fyne.NewSize(min(mostWidth, size.Width-32), min(mostHeight, size.Height-32)))
}

// load reads the library, or the file.
func (d *Dialog) load() {
	d.ask(func() (journey.Project, error) {
		if d.file != "" {
			return d.o.Read(d.file)
		}
		return d.o.Library.Read()
	}, nil)
}

// ask asks something of the disk and shows what it holds then.
func (d *Dialog) ask(do func() (journey.Project, error), then func(error)) {
	d.number++
	number, done := d.number, d.o.Wait()
	go func() {
		p, err := do()
		d.o.Do(func() {
			done()
			if d.closed || number != d.number {
				return
			}
			switch {
			case err == nil:
				d.from, d.err, d.loaded = p, nil, true
			case !d.loaded || then == nil:
				d.err, d.loaded = err, true
			}
			if then != nil {
				then(err)
			}
			d.Update()
		})
	}()
}

// Update brings the dialog up to date with the project.
func (d *Dialog) Update() {
	if d.closed {
		return
	}
	people := d.from.PersonasInOrder()
	if d.err != nil {
		people = nil
	}
	if i := slices.IndexFunc(people, func(r journey.Persona) bool { return r.ID == d.chosen }); i < 0 {
		d.chosen = ""
		if len(people) > 0 {
			d.chosen = people[0].ID
		}
	}
	d.showList(people)
	d.showRight(people)
	d.popup.Content.Refresh()
}

func (d *Dialog) showList(people []journey.Persona) {
	same := len(people) == len(d.rows)
	for i := 0; same && i < len(people); i++ {
		same = d.rows[i].ID == people[i].ID
	}
	if !same {
		d.rows, d.list.Objects = nil, nil
		for _, r := range people {
			row := cast.NewRow(r.ID, func() { d.Choose(r.ID) }, nil)
			row.Stray = func(ev *fyne.KeyEvent) { d.stray(row, ev) }
			d.rows = append(d.rows, row)
			d.list.Add(row)
		}
	}
	for i, r := range people {
		state, _ := carry.Compare(d.from, d.o.Project(), r.ID)
		note := d.t(map[carry.State]string{carry.Missing: "people.state.missing", carry.Equal: "people.state.equal", carry.Differs: "people.state.differs"}[state])
		d.rows[i].Fill(d.from, d.o.Color(d.from, r.ID), d.name(r), note, r.ID == d.chosen, false)
	}
}

// Choose shows another persona.
func (d *Dialog) Choose(id journey.ID) {
	if id != d.chosen {
		d.chosen = id
		d.reader.SetOffset(0)
		d.Update()
	}
}

func (d *Dialog) stray(row *cast.Row, ev *fyne.KeyEvent) {
	i := slices.Index(d.rows, row)
	switch ev.Name {
	case fyne.KeyDown:
		i++
	case fyne.KeyUp:
		i--
	default:
		d.key(ev)
		return
	}
	if i >= 0 && i < len(d.rows) {
		d.o.Canvas.Focus(d.rows[i])
		d.Choose(d.rows[i].ID)
	}
}

func (d *Dialog) key(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		d.Close()
	}
}

// Close takes the dialog away. Closing twice does nothing.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	d.reader.Clear()
	d.popup.Hide()
	d.o.Canvas.SetOnTypedKey(d.before)
	d.o.Closed()
}

// Open reports whether the dialog is still there.
func (d *Dialog) Open() bool { return !d.closed }

// title is what the dialog is about.
func (d *Dialog) title() string {
	if d.file == "" {
		return d.t("people.library.title")
	}
	return d.f("people.file.title", words.Args{"Name": filepath.Base(d.file)})
}

// named is what a persona is called, also where they have no name.
func named(w *words.Table, name string) string {
	if name == "" {
		return w.T("ui.untitled")
	}
	return name
}
