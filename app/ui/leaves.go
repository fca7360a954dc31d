package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/leaf"
	"jejak/app/ui/look"
	"jejak/app/ui/matrix"
	"jejak/app/ui/picture"
)

// The leaves of the window beside the map.
const (
	priorities leaf.ID = "priorities"
	comparison leaf.ID = "comparison"
)

// newLeaves makes what can be shown in place of the board.
func (w *Window) newLeaves() *leaf.Leaves {
	l := leaf.New(func() { w.show(); w.focusBoard() })
	l.Add(priorities, w.newPriorities)
	l.Add(comparison, func() leaf.Leaf { return w.compared.NewPage() })
	l.Add(measures, w.newMeasures)
	return l
}

func (w *Window) newPriorities() leaf.Leaf {
	var m *matrix.Leaf
	close := func() { w.prioritized = m.State(); w.leaves.Turn(leaf.Map) }
	m = matrix.New(matrix.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: w.words, Faces: picture.Measurer(), Do: w.do, Change: w.edit,
		Menu: w.contextMenu, Shortcut: w.shortcut, Held: w.held, Print: func() { w.run("file.print") }, Close: close, Hint: w.hint,
	}, w.prioritized)
	return m
}

// newLeafRow makes the tabs of the leaves.
func (w *Window) newLeafRow() fyne.CanvasObject {
	w.leafRow = leaf.NewRow(w.leaves, func(id leaf.ID) *look.Button {
		if id == leaf.Map {
			id = "map"
		}
		b := look.NewButton(look.Tab, map[leaf.ID]string{"map": "map", priorities: "matrix", comparison: "pair", measures: "measure"}[id], w.t("leaf."+string(id)), nil)
		hint := "view." + string(id)
		if id == comparison {
			hint = "pair.compare"
		}
		w.hinted(b, hint)
		return b
	}, w.turn)
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
	return []*editor.Action{act("map", leaf.Map, "map", "1"), act("priorities", priorities, "matrix", "2")}
}
