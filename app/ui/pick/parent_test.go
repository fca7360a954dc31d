package pick

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// native is a window as some system has it.
type native struct {
	fyne.Window
	context any
}

func (n native) RunNative(f func(any)) { f(n.context) }

func TestParentIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		window fyne.Window
		want   string
	}{
		"X11":     {native{context: driver.X11WindowContext{WindowHandle: 0x2a00007}}, "x11:2a00007"},
		"not yet": {native{context: driver.X11WindowContext{}}, ""},
		"Wayland": {native{context: driver.WaylandWindowContext{WaylandSurface: 7}}, ""},
		"none":    {nil, ""},
	} {
		if got := New(Options{Window: c.window}).parent(); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
