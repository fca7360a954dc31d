package ui

import (
	"slices"

	"jejak/app/editor"
	"jejak/app/editor/curve"
	"jejak/app/ui/legend"
	"jejak/data/edit"
	"jejak/data/journey"
)

// newLegend makes the row of the map's personas.
func (w *Window) newLegend() *legend.Row {
	return legend.NewRow(legend.Options{
		Words: w.words, Set: w.setCurves, Hint: w.hint, Left: w.focusBoard, Move: w.movePersona,
		Edit: func(id journey.ID) {
			if !w.modal() {
				w.openPersona(id)
			}
		},
	})
}

func (w *Window) setCurves(want map[journey.ID]curve.Visibility) {
	if !w.modal() {
		_ = w.ed.SetCurves(want) // the editor keeps the trouble; the status line tells it
		w.showStatus()
	}
}

// movePersona puts a persona so many places on among those of the map: colour, dash and marker go by
// that order.
func (w *Window) movePersona(id journey.ID, by int) {
	p := w.ed.Document().Project()
	all := p.AppearancesOf(w.ed.MapID())
	i := slices.IndexFunc(all, func(a journey.Appearance) bool { return a.PersonaID == id })
	if i < 0 || i+by < 0 || i+by >= len(all) {
		return
	}
	before := journey.ID("")
	if to := i + by + max(by, 0); to < len(all) {
		before = all[to].ID
	}
	persona, _ := p.Personas.Get(id)
	_ = w.change(edit.LabelMovePersona, persona.Name, func(tx *edit.Tx) error { return edit.MoveAppearance(tx, all[i].ID, before) }) // told there
}

// curveActions say which curves of the map are seen.
func (w *Window) curveActions() []*editor.Action {
	any := func() bool { return w.open() && len(w.ed.Curves()) > 0 }
	dot := func(shift bool) []editor.Shortcut {
		return []editor.Shortcut{{Key: ".", Mods: editor.Mods{Ctrl: true, Shift: shift}}}
	}
	return []*editor.Action{
		{ID: "curves.next", Menu: "view", Group: 4, Icon: "focus", When: any, Do: does(w.nextCurve), Shortcuts: dot(false)},
		{ID: "curves.all", Menu: "view", Group: 4, Icon: "eye", Do: does(func() { w.setCurves(w.bar.chips.All()) }), Shortcuts: dot(true),
			When: func() bool {
				for _, v := range w.ed.Curves() {
					if v != curve.Shown {
						return w.open()
					}
				}
				return false
			}},
	}
}

// nextCurve gives the focus to the curve after the one that has it, past hidden ones.
func (w *Window) nextCurve() {
	p, seen := w.ed.Document().Project(), w.ed.Curves()
	var shown []journey.ID
	at := -1
	for _, a := range p.AppearancesOf(w.ed.MapID()) {
		switch seen[a.PersonaID] {
		case curve.Hidden:
			continue
		case curve.Focused:
			at = len(shown)
		}
		shown = append(shown, a.PersonaID)
	}
	if len(shown) > 0 {
		w.setCurves(curve.Only(p, w.ed.MapID(), shown[(at+1)%len(shown)]))
	}
}
