package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/board"
	"jejak/app/ui/present"
)

// presentActions show the map to others.
func (w *Window) presentActions() []*editor.Action {
	return []*editor.Action{{ID: "view.present", Menu: "view", Group: 4, Icon: "present", Window: true,
		Shortcuts: []editor.Shortcut{{Key: "F5"}},
		When:      func() bool { return w.open() && w.ed.Scene() != nil }, Do: does(w.present)}}
}

// present fills the screen with the map until a person leaves. The window is kept as it is meanwhile,
// out of the canvas, so that neither its size nor its view changes.
func (w *Window) present() {
	w.ed.Settle()
	w.tips.Away()
	canvas := w.win.Canvas()
	content, size, full := w.win.Content(), canvas.Size(), w.win.FullScreen()
	w.stage = present.New(present.Options{
		Scene: w.ed.Scene(), Canvas: canvas, Words: w.words, Do: w.do, Mods: w.modsNow,
		Leave: func() {
			if !full {
				w.win.SetFullScreen(false)
			}
			w.whenSized(size, func() {
				w.stage = nil
				w.win.SetContent(content)
				w.showStatus()
				w.focusBoard()
			})
		},
	})
	w.win.SetContent(w.stage)
	if !full {
		w.win.SetFullScreen(true)
	}
	canvas.Focus(w.stage)
	w.stage.Begin()
}

// modsNow are the modifier keys that are held.
func (w *Window) modsNow() editor.Mods {
	if d, ok := w.app.Driver().(interface{ CurrentKeyModifiers() fyne.KeyModifier }); ok {
		return board.Mods(d.CurrentKeyModifiers())
	}
	return editor.Mods{}
}

// whenSized does something once the window has a size again, or will not have it: desktops take a
// while to bring a window back from the full screen.
func (w *Window) whenSized(size fyne.Size, then func()) {
	deadline := time.Now().Add(time.Second)
	var look func()
	look = func() {
		if w.win.Canvas().Size() == size || time.Now().After(deadline) {
			then()
			return
		}
		time.AfterFunc(15*time.Millisecond, func() { w.do(look) })
	}
	look()
}
