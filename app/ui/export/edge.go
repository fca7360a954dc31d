package export

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
)

// edges stands objects along the sides of the one in the middle, without gaps. What is hidden takes no
// room; any may be nil.
type edges struct{ top, bottom, left, right, middle fyne.CanvasObject }

// object returns the container of them.
func (e edges) object() *fyne.Container {
	c := &fyne.Container{Layout: e}
	for _, o := range []fyne.CanvasObject{e.top, e.bottom, e.left, e.right, e.middle} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

// MinSize implements fyne.Layout.
func (e edges) MinSize([]fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	if shown(e.middle) {
		s = e.middle.MinSize()
	}
	for _, o := range []fyne.CanvasObject{e.left, e.right} {
		if shown(o) {
			s = fyne.NewSize(s.Width+o.MinSize().Width, max(s.Height, o.MinSize().Height))
		}
	}
	for _, o := range []fyne.CanvasObject{e.top, e.bottom} {
		if shown(o) {
			s = fyne.NewSize(max(s.Width, o.MinSize().Width), s.Height+o.MinSize().Height)
		}
	}
	return s
}

// Layout implements fyne.Layout.
func (e edges) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	at, rest := fyne.Position{}, s
	put := func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	}
	if shown(e.top) {
		h := e.top.MinSize().Height
		put(e.top, at, fyne.NewSize(rest.Width, h))
		at.Y += h
		rest.Height -= h
	}
	if shown(e.bottom) {
		h := e.bottom.MinSize().Height
		rest.Height -= h
		put(e.bottom, at.AddXY(0, rest.Height), fyne.NewSize(rest.Width, h))
	}
	if shown(e.left) {
		w := e.left.MinSize().Width
		put(e.left, at, fyne.NewSize(w, rest.Height))
		at.X += w
		rest.Width -= w
	}
	if shown(e.right) {
		w := e.right.MinSize().Width
		rest.Width -= w
		put(e.right, at.AddXY(rest.Width, 0), fyne.NewSize(w, rest.Height))
	}
	if shown(e.middle) {
		put(e.middle, at, rest)
	}
}

// under stands a hairline over an object, over one under it.
func under(o fyne.CanvasObject) fyne.CanvasObject {
	return edges{top: look.Hairline(), middle: o}.object()
}
func over(o fyne.CanvasObject) fyne.CanvasObject {
	return edges{bottom: look.Hairline(), middle: o}.object()
}

// wide gives an object that has no width of its own one.
type wide struct{ width float32 }

// MinSize implements fyne.Layout.
func (w wide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(w.width, 20) }

// Layout implements fyne.Layout.
func (w wide) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

// middle stands one object in the middle, as wide as it is.
type middle struct{}

// MinSize implements fyne.Layout.
func (middle) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(20, o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (middle) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(16, (s.Height-h)/2))
	o[0].Resize(fyne.NewSize(s.Width-16, h))
}

// top is a thin line along the top.
type top struct{}

// MinSize implements fyne.Layout.
func (top) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(20, 3) }

// Layout implements fyne.Layout.
func (top) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(fyne.NewSize(s.Width, 3)) }

// cells stands objects in columns of one width, without a gap.
type cells struct{ columns int }

// MinSize implements fyne.Layout.
func (c cells) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := float32(0)
	for _, o := range objects {
		high = max(high, o.MinSize().Height)
	}
	rows := (len(objects) + c.columns - 1) / c.columns
	return fyne.NewSize(float32(c.columns)*60, float32(rows)*high)
}

// Layout implements fyne.Layout.
func (c cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rows := (len(objects) + c.columns - 1) / c.columns
	w, h := size.Width/float32(c.columns), size.Height/float32(max(rows, 1))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%c.columns)*w, float32(i/c.columns)*h))
		o.Resize(fyne.NewSize(w, h))
	}
}

// besides stands a caption before what it is the caption of.
type besides struct{}

// captionShare is how much of the width a caption has.
const captionShare = 0.38

// MinSize implements fyne.Layout.
func (besides) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (besides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := size.Width * captionShare
	h := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (size.Height-h)/2))
	o[0].Resize(fyne.NewSize(w-8, h))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(size.Width-w, size.Height))
}
