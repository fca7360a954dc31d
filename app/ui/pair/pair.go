// Package pair is what a person does with the pair that a map is one of: choosing the other map,
// making one of this one, and seeing the other map on this one.
//
// All of it belongs to the goroutine of the window, but for Over.
package pair

import (
	"slices"
	"sync"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/layout/ghost"
	"jejak/data/edit"
	"jejak/data/edit/pair"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Options is what Pairs asks of its window. All must be there.
type Options struct {
	Editor *editor.Editor
	Words  func() *words.Table
	Change func(l edit.Label, f func(*edit.Tx) error) error // makes an undo step, and tells a person of trouble
	Ask    func(q ask.Question) *ask.Dialog
	Open   func() bool   // a project is open
	Today  func() string // "YYYY-MM-DD"
	Prefs  fyne.Preferences
	Turned func() // what is seen on the map is to be drawn anew
}

// What is remembered.
const (
	prefOver = "pairs" // the maps on which the other one is seen, the latest first
	mostKept = 200
)

// Pairs looks after the pairs of a project's maps.
type Pairs struct {
	o Options

	mu   sync.Mutex
	over []journey.ID // as prefOver
}

// New returns the pairs of a window, with what was remembered.
func New(o Options) *Pairs {
	p := &Pairs{o: o}
	for _, id := range o.Prefs.StringList(prefOver) {
		p.over = append(p.over, journey.ID(id))
	}
	return p
}

func (p *Pairs) t(key string) string { return p.o.Words().T(key) }

// project and shown are the facts, and the map on the board.
func (p *Pairs) project() journey.Project { return p.o.Editor.Document().Project() }

func (p *Pairs) shown() (journey.Map, bool) { return p.project().Maps.Get(p.o.Editor.MapID()) }

// other is the map that the one on the board is paired with.
func (p *Pairs) other() (journey.Map, bool) {
	m, ok := p.shown()
	if !ok || m.PairID == m.ID {
		return journey.Map{}, false
	}
	return p.project().Maps.Get(m.PairID)
}

// IsOver reports whether the other map is to be seen on a map. It may be called from any goroutine.
func (p *Pairs) IsOver(id journey.ID) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Contains(p.over, id)
}

// SetOver has the other map seen on a map or not, and remembers it.
func (p *Pairs) SetOver(id journey.ID, on bool) {
	p.mu.Lock()
	p.over = slices.DeleteFunc(slices.Clone(p.over), func(o journey.ID) bool { return o == id })
	if on {
		p.over = slices.Insert(p.over, 0, id)
	}
	p.over = p.over[:min(len(p.over), mostKept)]
	list := make([]string, len(p.over))
	for i, id := range p.over {
		list[i] = string(id)
	}
	p.mu.Unlock()
	p.o.Prefs.SetStringList(prefOver, list)
	p.o.Turned()
}

// Over is what the other map says of a map, if that is to be seen; else nil. It may be called from
// any goroutine.
func (p *Pairs) Over(project journey.Project, id journey.ID) layout.Overlay {
	if !p.IsOver(id) {
		return nil
	}
	g, ok := ghost.Of(project, id)
	if !ok {
		return nil
	}
	return g
}

// Actions are what can be done with pairs. Those that show the comparison are the window's.
func (p *Pairs) Actions() []*editor.Action {
	one := func() bool { _, ok := p.shown(); return p.o.Open() && ok }
	paired := func() bool {
		m, _ := p.shown()
		_, ok := p.other()
		return p.o.Open() && ok && m.Form != journey.FormRing
	}
	act := func(menu string, id editor.ActionID, icon string, when func() bool, do func()) *editor.Action {
		return &editor.Action{ID: id, Menu: menu, Group: 4, Icon: icon, When: when, Do: func() error { do(); return nil }}
	}
	over := act("view", "pair.overlay", "eye", paired, func() {
		m, _ := p.shown()
		p.SetOver(m.ID, !p.IsOver(m.ID))
	})
	over.On = func() bool { m, ok := p.shown(); return ok && p.IsOver(m.ID) }
	over.Shortcuts = []editor.Shortcut{{Key: "F4"}}
	return []*editor.Action{
		act("map", "pair.choose", "pair", one, p.choose),
		act("map", "pair.toBe", "duplicate", one, p.toBe),
		act("map", "pair.snapshot", "recent", one, p.snapshot),
		over,
	}
}

// named are the words of the project's language: what is written on its maps.
func (p *Pairs) named() *words.Table {
	if lang := p.project().Info().Language; lang != "" {
		return words.In(lang)
	}
	return p.o.Words()
}

// toBe adds a map to be of the one that is shown, and turns to it.
func (p *Pairs) toBe() {
	m, _ := p.shown()
	title := p.named().F("pair.toBe.title", words.Args{"Title": m.Title})
	var added journey.ID
	if p.change(pair.LabelToBe, m.Title, func(tx *edit.Tx) (err error) {
		added, err = pair.ToBe(tx, m.ID, title)
		return err
	}) == nil {
		p.SetOver(added, true)
		p.o.Editor.ShowMap(added)
	}
}

// snapshot keeps the map as it is today.
func (p *Pairs) snapshot() {
	m, _ := p.shown()
	day := p.o.Today()
	title := p.named().F("pair.snapshot.title", words.Args{"Title": m.Title, "Date": layout.Date(day, p.named())})
	_ = p.change(pair.LabelSnapshot, m.Title, func(tx *edit.Tx) error { // told there
		_, err := pair.Snapshot(tx, m.ID, title, day)
		return err
	})
}

// Choose pairs the map that is shown with another; an empty ID ends its pair.
func (p *Pairs) Choose(other journey.ID, role journey.PairRole) {
	p.pair(p.o.Editor.MapID(), other, role)
}

// pair pairs a map with another, which is seen on it from now on.
func (p *Pairs) pair(id, other journey.ID, role journey.PairRole) {
	m, ok := p.project().Maps.Get(id)
	if !ok || m.PairID == other && m.PairRole == role {
		return
	}
	label := pair.LabelChoose
	if other == "" {
		label = pair.LabelPart
	}
	if p.change(label, m.Title, func(tx *edit.Tx) error { return pair.Choose(tx, id, other, role) }) == nil && other != "" {
		p.SetOver(id, true)
	}
}

func (p *Pairs) change(key, name string, f func(*edit.Tx) error) error {
	return p.o.Change(edit.Label{Key: key, Count: 1, Name: name}, f)
}

// Told says of a map in a few words what it is compared with; empty if it is with none.
func Told(p journey.Project, id journey.ID, w *words.Table) string {
	from, to, role, ok := insight.Paired(p, id)
	if !ok {
		return ""
	}
	title := func(s insight.Side) words.Args {
		return words.Args{"Title": insight.Name(p, journey.Ref{Kind: journey.KindMap, ID: s.MapID}, w)}
	}
	if to.MapID == id {
		return w.F("pair.told."+Key(role), title(from))
	}
	return w.F("pair.toldOf."+Key(role), title(to))
}
