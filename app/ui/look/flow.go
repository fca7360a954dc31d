package look

import "fyne.io/fyne/v2"

// Flow is a layout that stands objects side by side, and goes on in another line where there is no
// more room.
type Flow struct {
	Width float32 // of the place it is in, in units of Fyne, until it is known
	Gap   float32
}

// NewFlow returns a Flow for a place that is so wide, or turns out to be wider or narrower.
func NewFlow(width, gap float32) *Flow { return &Flow{width, gap} }

// MinSize implements fyne.Layout.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(20, f.lay(objects, f.Width, func(fyne.CanvasObject, fyne.Position) {}))
}

// Layout implements fyne.Layout.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width > 0 {
		f.Width = size.Width
	}
	f.lay(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Resize(o.MinSize())
		o.Move(at)
	})
}

// lay finds the place of each visible object, and returns how high they are together.
func (f *Flow) lay(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position)) float32 {
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width+0.5 {
			x, y, high = 0, y+high+f.Gap, 0
		}
		put(o, fyne.NewPos(x, y))
		x += m.Width + f.Gap
		high = max(high, m.Height)
	}
	return y + high
}
