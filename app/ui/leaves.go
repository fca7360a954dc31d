package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/leaf"
	"jejak/app/ui/look"
	"jejak/app/ui/matrix"
	"jejak/app/ui/picture"
	"jejak/app/ui/register"
)

// The leaves of the window beside the map.
const (
	priorities leaf.ID = "priorities"
	actions    leaf.ID = "register"
	comparison leaf.ID = "comparison"
	personas   leaf.ID = "personas"
)

// newLeaves makes what can be shown in place of the board.
func (w *Window) newLeaves() *leaf.Leaves {
	l := leaf.New(func() {
		if w.show(); w.ed.Editing() == nil {
			w.focusBoard() // what is being written has the keyboard already
		}
	})
	l.Add(told, w.newDashboard)
	l.Add(priorities, w.newPriorities)
	l.Add(actions, w.newRegister)
	l.Add(comparison, func() leaf.Leaf { return w.compared.NewPage() })
	l.Add(personas, w.newCast)
	l.Add(measures, w.newMeasures)
	return l
}

func (w *Window) newPriorities() leaf.Leaf {
	return matrix.New(matrix.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: w.words, Faces: picture.Measurer(), Do: w.do, Change: w.edit,
		Menu: w.contextMenu, Shortcut: w.shortcut, Held: w.held, Print: func() { w.exportOf(export.Matrix, "", true) }, Hint: w.hint,
		Close: func() { w.leaves.Turn(leaf.Map) }, Left: func(s matrix.State) { w.prioritized = s },
	}, w.prioritized)
}

func (w *Window) newRegister() leaf.Leaf {
	return register.New(register.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: w.words, Change: w.edit, Shortcut: w.shortcut, Held: w.held,
		Copy: func(s string) { w.app.Clipboard().SetContent(s) }, GoTo: w.goTo, Tip: w.tip, Away: func() { w.tips.Away() },
		Print: func() { w.exportOf(export.Register, "", true) }, Hint: w.hint,
		Close: func() { w.leaves.Turn(leaf.Map) }, Left: func(s register.State) { w.registered = s },
	}, w.registered)
}

// newLeafRow makes the tabs of the leaves, with something beside them.
func (w *Window) newLeafRow(rest fyne.CanvasObject) fyne.CanvasObject {
	w.leafRow = leaf.NewRow(w.leaves, func(id leaf.ID) *look.Button {
		if id == leaf.Map {
			id = "map"
		}
		b := look.NewButton(look.Tab, map[leaf.ID]string{"map": "map", told: "dashboard", priorities: "matrix", actions: "register", comparison: "pair", measures: "measure", personas: "persona"}[id], w.t("leaf."+string(id)), nil)
		hint := "view." + string(id)
		switch id {
		case comparison:
			hint = "pair.compare"
		case told:
			hint = "dashboard.show"
		}
		w.hinted(b, hint)
		return b
	}, w.turn, rest)
	return w.leafRow.Object()
}

// turn shows a leaf, or the map, for a person.
func (w *Window) turn(id leaf.ID) {
	if !w.modal() && w.open() {
		w.ed.Settle()
		w.leaves.Turn(id)
		w.focusBoard()
	}
}

// leafActions turn to the leaves.
func (w *Window) leafActions() []*editor.Action {
	act := func(name string, id leaf.ID, icon, key string) *editor.Action {
		return &editor.Action{ID: editor.ActionID("view." + name), Menu: "view", Group: 2, Icon: icon, Window: true, When: w.open,
			On: func() bool { return w.leaves.Open() == id }, Do: does(func() { w.turn(id) }),
			Shortcuts: []editor.Shortcut{{Key: editor.Key(key), Mods: editor.Mods{Ctrl: true}}}}
	}
	return []*editor.Action{act("map", leaf.Map, "map", "1"), act("priorities", priorities, "matrix", "2"), act("register", actions, "register", "3"), act("personas", personas, "persona", "4")}
}
