package pick

import (
	"fyne.io/fyne/v2/driver"
	"github.com/rymdport/portal"
)

// parent names the window to the desktop, which keeps its dialog in front of it; empty where the desktop
// has no name for it (Wayland gives one only to who asks the compositor).
func (p *Picker) parent() string {
	handle := ""
	if w, ok := p.o.Window.(driver.NativeWindow); ok {
		w.RunNative(func(context any) {
			if x, ok := context.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
				handle = portal.FormatX11WindowHandle(x.WindowHandle)
			}
		})
	}
	return handle
}
