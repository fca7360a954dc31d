// Package compare is the comparison of two maps in place of the board: the sheets of canvas/compare
// on one, with each entry leading to its card, and above it which maps are compared.
//
// All of it belongs to the goroutine of the window; the sheet is drawn and painted elsewhere.
package compare

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/pair"
	"jejak/assets/words"
	"jejak/canvas/compare"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Options is what a Comparison asks of its window. All must be there.
type Options struct {
	Editor *editor.Editor
	Pairs  *pair.Pairs
	Canvas fyne.Canvas
	Words  func() *words.Table
	Faces  func() text.Measurer
	Do     func(func()) // runs a function on the goroutine of the window
	Open   func() bool  // a project is open
	Today  func() string
	Run    func(id editor.ActionID)
	GoTo   func(journey.Ref) // shows a record on the board
	Turn   func(on bool)     // shows the comparison in place of the board, or the board again
	Shown  func() bool       // it is shown
	Pick   func(then func(path string))
	Read   func(path string) (journey.Project, error) // on another goroutine
	Fail   func(title string, err error)
	Say    func(icon, title, text string)
	Export func()
	Hint   func(b *look.Button, on bool)
}

// Comparison is which maps are compared. It outlives the pages that show it.
type Comparison struct {
	o      Options
	page   *Page // the latest; nil: none was made
	file   *file // of which the other map is; nil: of this project
	offset float32
	asked  question
	number int // of the question asked last
	done   int // of the one answered last
}

// file is another project, or another version of this one.
type file struct {
	name    string
	project journey.Project
	mapID   journey.ID
}

// question is what is to be drawn.
type question struct {
	from, to insight.Side
	role     journey.PairRole
	lang     string
	file     string
	known    bool // there is something to compare
}

// New returns a comparison of nothing yet.
func New(o Options) *Comparison { return &Comparison{o: o} }

func (c *Comparison) t(key string) string { return c.o.Words().T(key) }

func (c *Comparison) project() journey.Project { return c.o.Editor.Document().Project() }

// Actions show the comparison.
func (c *Comparison) Actions() []*editor.Action {
	one := func() bool { return c.o.Open() && c.o.Editor.MapID() != "" }
	always := func() bool { return true } // also of a project that is only looked at
	return []*editor.Action{
		{ID: "pair.compare", Menu: "view", Group: 4, Icon: "pair", When: one, Allowed: always, On: c.o.Shown,
			Shortcuts: []editor.Shortcut{{Key: "6", Mods: editor.Mods{Ctrl: true}}},
			Do:        func() error { c.o.Turn(!c.o.Shown()); return nil }},
		{ID: "pair.file", Menu: "view", Group: 4, Icon: "file", When: one, Allowed: always, Do: func() error { c.chooseFile(); return nil }},
	}
}

// chooseFile asks for another file, and compares with the map in it that is this one: of the same
// ID, else of the same title, else the first.
func (c *Comparison) chooseFile() {
	c.o.Pick(func(path string) {
		if path == "" {
			return
		}
		go func() {
			p, err := c.o.Read(path)
			c.o.Do(func() {
				switch {
				case err != nil:
					c.o.Fail(c.t("pair.file.failed"), err)
				case p.Maps.Len() == 0:
					c.o.Say("warning", c.t("pair.file.empty"), "")
				default:
					c.With(filepath.Base(path), p)
				}
			})
		}()
	})
}

// With compares the map that is shown with another project, which must hold a map.
func (c *Comparison) With(name string, p journey.Project) {
	c.file = &file{name: name, project: p, mapID: counterpart(c.project(), c.o.Editor.MapID(), p)}
	c.o.Turn(true)
	c.ask()
}

// counterpart finds the map of another project that is the same as one of this.
func counterpart(p journey.Project, id journey.ID, in journey.Project) journey.ID {
	if in.Maps.Has(id) {
		return id
	}
	m, _ := p.Maps.Get(id)
	maps := in.MapsInOrder()
	for _, o := range maps {
		if o.Title == m.Title {
			return o.ID
		}
	}
	if len(maps) == 0 {
		return ""
	}
	return maps[0].ID
}

// question is what is to be shown now.
func (c *Comparison) question() question {
	q := question{lang: c.o.Words().Lang()}
	p, id := c.project(), c.o.Editor.MapID()
	if c.file != nil {
		q.from, q.to = insight.Side{Project: c.file.project, MapID: c.file.mapID}, insight.Side{Project: p, MapID: id}
		q.file, q.known = c.file.name, p.Maps.Has(id)
		return q
	}
	q.from, q.to, q.role, q.known = insight.Paired(p, id)
	return q
}

// ask has the sheet drawn anew if it would be another than was asked for last.
func (c *Comparison) ask() {
	if c.page == nil {
		return
	}
	q := c.question()
	if q == c.asked {
		return
	}
	c.asked = q
	c.number++
	number, today := c.number, c.o.Today() // in the language of the project, as it is printed
	c.page.showHead()
	if !q.known {
		c.done = number
		c.page.show(nil)
		return
	}
	go func() {
		s := compare.One(q.from, q.to, q.role, compare.Options{Measurer: c.o.Faces(), Today: today, File: q.file})
		c.o.Do(func() {
			if number == c.number && c.page != nil {
				c.done = number
				c.page.show(s)
			}
		})
	}()
}

// Settled reports whether what is shown is what was asked for last.
func (c *Comparison) Settled() bool {
	return c.page == nil || !c.o.Shown() || c.done == c.number && c.page.sheet.Settled()
}

// Scene is the sheet that is shown, for tests; nil: none.
func (c *Comparison) Scene() *scene.Scene {
	if c.page == nil {
		return nil
	}
	return c.page.sheet.Scene()
}

// goTo shows on the board what was chosen on the sheet.
func (c *Comparison) goTo(ref journey.Ref) {
	if !c.project().Has(ref) {
		return
	}
	c.o.Turn(false)
	c.o.GoTo(ref)
}

// chooseOther opens the list of what the map can be compared with.
func (c *Comparison) chooseOther(at fyne.Position) {
	p, id := c.project(), c.o.Editor.MapID()
	m, _ := p.Maps.Get(id)
	var items []menu.Item
	locked := c.o.Editor.Locked()
	now := c.question()
	for _, o := range p.MapsInOrder() {
		if o.ID == id {
			continue
		}
		items = append(items, menu.Item{
			Label:   look.Shorten(insight.Name(p, journey.RefTo(o), c.o.Words()), look.TextSize, look.Regular, 320),
			Checked: c.file == nil && (now.from.MapID == o.ID || now.to.MapID == o.ID), Disabled: locked,
			Run: func() {
				c.file = nil
				if q := c.question(); q.from.MapID != o.ID && q.to.MapID != o.ID {
					c.o.Pairs.Choose(o.ID, m.PairRole)
				}
				c.ask()
			},
		})
	}
	if len(items) > 0 {
		items = append(items, menu.Line())
	}
	items = append(items, menu.Item{Label: c.t("action.pair.toBe"), Icon: "duplicate", Disabled: locked, Run: func() { c.o.Run("pair.toBe") }},
		menu.Item{Label: c.t("action.pair.snapshot"), Icon: "recent", Disabled: locked, Run: func() { c.o.Run("pair.snapshot") }},
		menu.Line(),
		menu.Item{Label: c.t("action.pair.file"), Icon: "file", Run: c.chooseFile})
	if c.file != nil {
		items = append(items, menu.Item{Label: c.t("pair.file.leave"), Icon: "close", Run: func() { c.file = nil; c.ask() }})
	}
	menu.Show(c.o.Canvas, at, items)
}
