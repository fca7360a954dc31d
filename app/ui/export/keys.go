package export

import (
	"fyne.io/fyne/v2"

	"jejak/canvas/geom"
)

// key answers when nothing in the window has the keyboard, and for what its controls leave.
func (w *Window) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		if w.work != nil {
			w.work.cancel()
			return
		}
		w.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if w.work == nil {
			w.Primary.Tapped(nil)
		}
	case fyne.KeyPageDown, fyne.KeyRight, fyne.KeyDown:
		w.turn(1)
	case fyne.KeyPageUp, fyne.KeyLeft, fyne.KeyUp:
		w.turn(-1)
	case fyne.KeyHome:
		w.show(0)
	case fyne.KeyEnd:
		if w.book != nil {
			w.show(len(w.book.Pages) - 1)
		}
	case fyne.KeyPlus, fyne.KeyEqual:
		w.preview.zoomTo(w.preview.zoom*1.5, w.preview.middle())
	case fyne.KeyMinus:
		w.preview.zoomTo(w.preview.zoom/1.5, w.preview.middle())
	case fyne.Key0:
		w.preview.zoomTo(1, geom.Point{})
	}
}
