package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Fyne gives a key to the control that has the focus and to nobody else. So the controls hand on
// what they have no use for to the handlers of their canvas, which are the window's.

// Pass hands on a function key that was typed, and Esc to the dialog that is open.
func Pass(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	function := len(ev.Name) > 1 && ev.Name[0] == 'F'
	if function || ev.Name == fyne.KeyEscape && c.Overlays().Top() != nil {
		c.OnTypedKey()(ev)
	}
}

// PassHeld hands on a key that goes down or up.
func PassHeld(o fyne.CanvasObject, ev *fyne.KeyEvent, down bool) {
	c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(desktop.Canvas)
	if !ok {
		return
	}
	tell := c.OnKeyUp()
	if down {
		tell = c.OnKeyDown()
	}
	if tell != nil {
		tell(ev)
	}
}

// PassShortcut hands on a shortcut that means nothing in a text; true: it did.
func PassShortcut(o fyne.CanvasObject, s fyne.Shortcut) bool {
	cs, ok := s.(*desktop.CustomShortcut)
	if !ok || cs.Modifier&fyne.KeyModifierShortcutDefault == 0 || ofText(cs) {
		return false
	}
	c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable)
	if ok {
		c.TypedShortcut(s)
	}
	return ok
}

// ofText reports whether a shortcut with the main modifier moves or changes text.
func ofText(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyInsert, fyne.KeyReturn, fyne.KeyEnter:
		return true
	case fyne.KeyZ: // with Shift: do again
		return true
	}
	return false
}
