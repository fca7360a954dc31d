package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/inspector"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/outline"
	"jejak/app/ui/palette"
	"jejak/data/journey"
)

// newLeft makes the panel of what can be put on the map, and the outline of the map.
func (w *Window) newLeft() fyne.CanvasObject {
	w.palette = palette.New(palette.Options{
		Editor: w.ed, Words: w.words, Board: w.board, Free: w.free, Run: w.run, Lanes: w.pickLane,
		Change: w.edit, Focus: w.focusBoard, Told: w.showStatus, Hint: w.hint, Away: func() { w.tips.Away() },
	})
	w.outline = outline.New(outline.Options{Editor: w.ed, Words: w.words, Focus: w.focusBoard})
	top := look.Pad(look.VBox(8, w.palette, look.Gap(2), look.Heading(w.t("outline.title"))), 14, 12, 4, 12)
	return container.NewStack(look.PanelGround(), container.NewBorder(top, nil, nil, nil, w.outline))
}

// newInspector makes the panel of fields.
func (w *Window) newInspector() fyne.CanvasObject {
	w.inspector = inspector.New(inspector.Options{
		Editor: w.ed, Words: w.words, Canvas: w.win.Canvas(), Change: w.edit, Run: w.run, Focus: w.focusBoard,
	})
	return w.inspector
}

// free reports whether something may be done with the map.
func (w *Window) free() bool { return !w.modal() && w.session != nil }

// pickLane lets a person choose which kind of lane to add.
func (w *Window) pickLane(under fyne.CanvasObject) {
	if !w.free() {
		return
	}
	at := w.app.Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
	menu.Show(w.win.Canvas(), at, w.laneItems())
}

// laneItems are the kinds of lane that can be added.
func (w *Window) laneItems() []menu.Item {
	var items []menu.Item
	for _, kind := range journey.LaneKinds {
		a := w.ed.Action(editor.LaneAction(kind))
		items = append(items, menu.Item{Label: w.t("map.lane." + string(kind)), Shortcut: a.ShortcutText(),
			Disabled: !w.enabled(a), Run: func() { w.run(a.ID) }})
	}
	return items
}
