package ui

import (
	"math"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/canvas/geom"
)

// zooms are the ones to choose from at the foot of the window.
var zooms = []float64{0.25, 0.5, 1, 2, 4}

// pickZoom lets a person choose how large the map is shown.
func (w *Window) pickZoom(over fyne.CanvasObject) {
	if w.modal() || !w.open() {
		return
	}
	view := w.ed.View()
	var items []menu.Item
	for _, z := range zooms {
		item := menu.Item{Label: w.f("board.zoom", words.Args{"Percent": int(z * 100)}),
			Checked: math.Abs(view.Zoom()-z) < 0.005,
			Run:     func() { w.ed.ZoomTo(z, geom.Pt(view.Size.W/2, view.Size.H/2)) }}
		if z == 1 {
			item.Shortcut = w.ed.Action("view.zoom100").ShortcutText()
		}
		items = append(items, item)
	}
	items = append(items, menu.Line())
	for _, id := range []editor.ActionID{"view.fit", "view.fitSelection"} {
		items = append(items, w.offer.Item(w.ed.Action(id)))
	}
	w.tips.Away()
	at := w.app.Driver().AbsolutePositionForObject(over)
	menu.ShowAbove(w.win.Canvas(), at, items)
}
