package legend

import (
	"slices"

	"jejak/app/editor"
	"jejak/app/editor/curve"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Curves are those of the map that is shown, and the order of whose they are.
type Curves struct {
	Editor *editor.Editor
	Open   func() bool                                          // a project is open
	Modal  func() bool                                          // a dialog or a menu has the keyboard
	Change func(key, name string, f func(*edit.Tx) error) error // one undo step; it tells of its trouble
	Told   func()                                               // the editor has something to say
}

// Set has curves seen as want says.
func (c *Curves) Set(want map[journey.ID]curve.Visibility) {
	if !c.Modal() {
		_ = c.Editor.SetCurves(want) // the editor keeps the trouble; the status line tells it
		c.Told()
	}
}

// Move puts a persona so many places on among those of the map: colour, dash and marker go by
// that order.
func (c *Curves) Move(id journey.ID, by int) {
	p := c.Editor.Document().Project()
	all := p.AppearancesOf(c.Editor.MapID())
	i := slices.IndexFunc(all, func(a journey.Appearance) bool { return a.PersonaID == id })
	if i < 0 || i+by < 0 || i+by >= len(all) {
		return
	}
	before := journey.ID("")
	if to := i + by + max(by, 0); to < len(all) {
		before = all[to].ID
	}
	persona, _ := p.Personas.Get(id)
	_ = c.Change(edit.LabelMovePersona, persona.Name, func(tx *edit.Tx) error { return edit.MoveAppearance(tx, all[i].ID, before) }) // told there
}

// Actions say which curves of the map are seen.
func (c *Curves) Actions() []*editor.Action {
	any := func() bool { return c.Open() && len(c.Editor.Curves()) > 0 }
	dot := func(shift bool) []editor.Shortcut {
		return []editor.Shortcut{{Key: ".", Mods: editor.Mods{Ctrl: true, Shift: shift}}}
	}
	return []*editor.Action{
		{ID: "curves.next", Menu: "view", Group: 4, Icon: "focus", When: any, Do: func() error { c.next(); return nil }, Shortcuts: dot(false)},
		{ID: "curves.all", Menu: "view", Group: 4, Icon: "eye", Do: func() error { c.all(); return nil }, Shortcuts: dot(true),
			When: func() bool {
				for _, v := range c.Editor.Curves() {
					if v != curve.Shown {
						return c.Open()
					}
				}
				return false
			}},
	}
}

// all has every curve seen.
func (c *Curves) all() {
	want := map[journey.ID]curve.Visibility{}
	for id := range c.Editor.Curves() {
		want[id] = curve.Shown
	}
	c.Set(want)
}

// next gives the focus to the curve after the one that has it, past hidden ones.
func (c *Curves) next() {
	p, seen := c.Editor.Document().Project(), c.Editor.Curves()
	var shown []journey.ID
	at := -1
	for _, a := range p.AppearancesOf(c.Editor.MapID()) {
		switch seen[a.PersonaID] {
		case curve.Hidden:
			continue
		case curve.Focused:
			at = len(shown)
		}
		shown = append(shown, a.PersonaID)
	}
	if len(shown) > 0 {
		c.Set(curve.Only(p, c.Editor.MapID(), shown[(at+1)%len(shown)]))
	}
}
