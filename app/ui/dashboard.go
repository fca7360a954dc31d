package ui

import (
	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/dashboard"
	"jejak/app/ui/leaf"
	"jejak/app/ui/picture"
	"jejak/app/ui/tell"
	"jejak/data/insight"
	"jejak/data/journey"
)

// told is the leaf of what the map tells.
const told leaf.ID = "dashboard"

func (w *Window) newDashboard() leaf.Leaf {
	return dashboard.New(dashboard.Options{
		Canvas: w.win.Canvas(), Words: w.words, Do: w.do, Faces: picture.Measurer, Today: today, Hint: w.hint,
		Read: func() (journey.Project, insight.Report) {
			w.tell.Heard()
			return w.tell.Reader().Project(), w.tell.Reader().Report()
		},
		Choose: w.tell.Choose, Found: func() { w.tell.Turn(tell.Findings) },
		Print: func() { w.exportOf(export.Dashboard, "", true) },
		Close: func() { w.turn(leaf.Map) }, Left: func(offset float32) { w.toldAt = offset },
	}, w.toldAt)
}

// dashboardActions show what the map tells, in place of it.
func (w *Window) dashboardActions() []*editor.Action {
	return []*editor.Action{{ID: "dashboard.show", Menu: "view", Group: 2, Icon: "dashboard", Window: true,
		When: func() bool { return w.open() && w.ed.MapID() != "" }, On: func() bool { return w.leaves.Open() == told },
		Shortcuts: []editor.Shortcut{{Key: "F8"}}, Do: does(func() {
			if w.leaves.Open() == told {
				w.turn(leaf.Map)
			} else {
				w.turn(told)
			}
		})}}
}
