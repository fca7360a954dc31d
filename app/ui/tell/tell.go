// Package tell puts beside the board what the map tells: the page of findings and that of the six
// steps, in the panel at the left, up to date after every edit.
//
// All of it belongs to the goroutine of the window.
package tell

import (
	"strconv"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	list "jejak/app/editor/findings"
	"jejak/app/editor/remedy"
	"jejak/app/editor/report"
	"jejak/app/ui/findings"
	"jejak/app/ui/guide"
	"jejak/app/ui/look"
	"jejak/app/ui/side"
	"jejak/assets/words"
	"jejak/data/insight"
	steps "jejak/data/insight/guide"
	"jejak/data/journey"
)

// The pages of the panel at the left.
const (
	Parts    = "parts" // what can be put on the map, and its outline
	Findings = "findings"
	Steps    = "steps"
)

// Width is that of the pages of this package, in units of Fyne, as long as nobody drags them.
const Width = 312

// Options says what a Teller asks of its window. All must be there.
type Options struct {
	Editor *editor.Editor
	Canvas fyne.Canvas
	Words  func() *words.Table
	Today  func() string // "YYYY-MM-DD"
	Open   func() bool   // a project is open
	Page   func() string // which page was shown last
	Turned func(page string)
	Map    func()            // turns to the map, if something is in its place
	Focus  func()            // gives the keyboard to the board
	Field  func(name string) // gives it to a field of the inspector
	Run    func(id editor.ActionID)
	Can    func(*editor.Action) bool // it is enabled
	Show   func()                    // the panel at the left is shown
	Hint   func(*look.Button, bool)
	Tip    func(over fyne.CanvasObject, text string) // of what is no button; empty: none
	Badge  func(n int)                               // how many findings there are
}

// Teller keeps the pages.
type Teller struct {
	o      Options
	reader *report.Reader
	side   *side.Side
	found  *findings.Panel
	guide  *guide.Panel

	locked bool // when it was told last

	foundState findings.State
	guideState guide.State
}

// New returns a teller without pages: Build makes them.
func New(o Options) *Teller {
	t := &Teller{o: o}
	t.reader = report.New(o.Today, t.changed)
	return t
}

// Build makes the panel at the left, in the words and colours of now. parts is what stands on its
// first page.
func (t *Teller) Build(parts fyne.CanvasObject) fyne.CanvasObject {
	w := t.o.Words()
	t.found = findings.New(findings.Options{
		Canvas: t.o.Canvas, Words: w, Show: t.Select, Focus: t.o.Focus, Hint: t.o.Hint, Tip: t.o.Tip,
		Read: func() (journey.Project, insight.Report) { return t.reader.Project(), t.reader.Report() },
		Open: t.Choose,
	}, &t.foundState)
	t.guide = guide.New(guide.Options{
		Canvas: t.o.Canvas, Words: w, Read: t.reader.Guide, Show: t.Select, Do: t.do,
		Can: func() bool { return !t.o.Editor.Locked() },
	}, &t.guideState)
	keys := func(id editor.ActionID) string {
		if a := t.o.Editor.Action(id); a != nil {
			return a.ShortcutText()
		}
		return ""
	}
	t.side = side.New(side.Options{
		Pages: []side.Page{
			{ID: Parts, Icon: "plus", Title: w.T("side.parts"), Bare: true, Object: parts},
			{ID: Findings, Icon: "findings", Title: w.T("side.findings"), Keys: keys("findings.show"), Object: t.found.Object()},
			{ID: Steps, Icon: "steps", Title: w.T("side.guide"), Keys: keys("guide.show"), Object: t.guide},
		},
		Open: t.o.Page(), Hint: t.o.Hint,
		Turned: func(page string) { t.o.Turned(page); t.Update() },
	})
	return t.side.Object()
}

// Page returns the page that is shown.
func (t *Teller) Page() string { return t.side.Open() }

// Heard hears that the document or the map that is shown may be another.
func (t *Teller) Heard() {
	if t.o.Open() {
		t.reader.Follow(t.o.Editor.Document(), t.o.Editor.MapID())
		if locked := t.o.Editor.Locked(); locked != t.locked {
			t.locked = locked
			t.Update()
		}
	}
}

// Reader returns what reads the map.
func (t *Teller) Reader() *report.Reader { return t.reader }

// Panels returns the pages of findings and of the six steps.
func (t *Teller) Panels() (*findings.Panel, *guide.Panel) { return t.found, t.guide }

func (t *Teller) changed() {
	if t.side != nil && t.o.Open() {
		t.Update()
	}
}

// Update brings the page that is shown, and what is told on the tabs, up to date.
func (t *Teller) Update() {
	if t.side == nil || !t.o.Open() {
		return
	}
	n := list.Count(t.reader.Report())
	badge := ""
	if n > 0 {
		badge = strconv.Itoa(n)
	}
	t.side.SetBadge(Findings, badge)
	t.o.Badge(n)
	switch t.side.Open() {
	case Findings:
		t.found.Update()
	case Steps:
		t.guide.Update()
	}
}

// Turn shows a page and gives it the keyboard.
func (t *Teller) Turn(page string) {
	t.o.Show()
	t.side.Turn(page)
	switch page {
	case Findings:
		t.found.Focus()
	case Steps:
		t.guide.Focus()
	}
}

// Actions show the pages.
func (t *Teller) Actions() []*editor.Action {
	act := func(id editor.ActionID, icon, page, key, menu string, group int) *editor.Action {
		return &editor.Action{ID: id, Menu: menu, Group: group, Icon: icon, Window: true, When: t.o.Open,
			On: func() bool { return t.side != nil && t.side.Open() == page },
			Do: func() error { t.Turn(page); return nil }, Shortcuts: []editor.Shortcut{{Key: editor.Key(key)}}}
	}
	return []*editor.Action{
		act("guide.show", "steps", Steps, "F6", "view", 2),
		act("findings.show", "findings", Findings, "F7", "view", 2),
	}
}

// Choose goes to a record: an action stands in the register, on the map is the card it answers; a
// persona stands among the personas, anything else on the map.
func (t *Teller) Choose(ref journey.Ref) {
	p := t.o.Editor.Document().Project()
	switch ref.Kind {
	case journey.KindAction:
		a, _ := p.Actions.Get(ref.ID)
		if card := (journey.Ref{Kind: journey.KindCard, ID: a.CardID}); p.Has(card) {
			t.Select([]journey.Ref{card})
			return
		}
		t.run("view.register")
	case journey.KindPersona, journey.KindChannel, journey.KindTag:
		t.Select([]journey.Ref{ref})
		t.run(map[journey.Kind]editor.ActionID{journey.KindPersona: "map.personas", journey.KindChannel: "map.channels", journey.KindTag: "map.tags"}[ref.Kind])
	default:
		t.Select([]journey.Ref{ref})
	}
}

// Select selects records on the board, and brings the first of them into sight. The map itself is
// what is selected when nothing is.
func (t *Teller) Select(refs []journey.Ref) {
	var kept []journey.Ref
	for _, r := range refs {
		if r.Kind != journey.KindMap {
			kept = append(kept, r)
		}
	}
	t.o.Map()
	ed := t.o.Editor
	ed.Settle()
	ed.Select(kept...)
	if len(kept) > 0 {
		ed.Reveal(kept[0])
	}
}

// do does the next thing about a check.
func (t *Teller) do(c steps.Check) {
	ed := t.o.Editor
	ed.Settle()
	r := remedy.Of(c, ed.Document().Project(), ed.MapID())
	t.o.Map()
	if r.Map {
		ed.Select()
	}
	if len(r.Select) > 0 {
		t.Select(r.Select)
	}
	if r.Add != nil {
		t.o.Focus()
		_ = ed.AddCard(*r.Add) // the editor keeps the trouble; the status line tells it
	}
	for _, id := range r.Run {
		if t.run(id) {
			return
		}
	}
	if r.Field != "" {
		t.o.Field(r.Field)
	}
}

// run does an action, if there is one and it can be done.
func (t *Teller) run(id editor.ActionID) bool {
	a := t.o.Editor.Action(id)
	if a == nil || !t.o.Can(a) {
		return false
	}
	t.o.Run(id)
	return true
}
