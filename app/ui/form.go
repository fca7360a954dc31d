package ui

import (
	"jejak/app/editor"
	"jejak/app/ui/blueprint"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// formActions draw the map that is shown as a ring, or as a row again.
func (w *Window) formActions() []*editor.Action {
	ring := func() bool {
		if !w.open() {
			return false
		}
		m, _ := w.ed.Document().Project().Maps.Get(w.ed.MapID())
		return m.Form == journey.FormRing
	}
	return []*editor.Action{{ID: "map.form", Menu: "map", Group: 4, Icon: "ring", On: ring,
		When: func() bool { return w.open() && w.ed.MapID() != "" },
		Do: func() error {
			form, label := journey.FormRing, "history.ring"
			if ring() {
				form, label = journey.FormRow, "history.row"
			}
			return w.change(label, w.shownTitle(), func(tx *edit.Tx) error {
				return edit.Update(tx, w.ed.MapID(), func(m *journey.Map) { m.Form = form })
			})
		}}}
}

// shownTitle is the title of the map that is shown.
func (w *Window) shownTitle() string {
	m, _ := w.ed.Document().Project().Maps.Get(w.ed.MapID())
	return m.Title
}

// newBlueprints makes what looks after the blueprints of maps.
func (w *Window) newBlueprints() *blueprint.Blueprints {
	return blueprint.New(blueprint.Options{Words: func() *words.Table { return w.words }, Editor: w.ed, Open: w.open,
		Change: w.change, Say: w.say})
}
