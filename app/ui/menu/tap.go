package menu

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tap tells when Alt was tapped: pressed and let go with nothing else between. Its zero value is
// ready.
type Tap struct{ held bool }

// Down hears of a key that was pressed.
func (t *Tap) Down(name fyne.KeyName) { t.held = alt(name) }

// Up hears of a key that was let go, and reports whether that was a tap.
func (t *Tap) Up(name fyne.KeyName) bool {
	tapped := t.held && alt(name)
	t.held = false
	return tapped
}

// Cancel hears of anything else: a mouse button, or a window that was left with Alt+Tab.
func (t *Tap) Cancel() { t.held = false }

func alt(name fyne.KeyName) bool { return name == desktop.KeyAltLeft || name == desktop.KeyAltRight }
