package ui

import (
	"jejak/app/editor"
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
