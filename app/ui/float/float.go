// Package float is what comes up over the window for a moment: a box that has the keyboard, a line
// to type in what to look for, and the lines of what was found.
//
// All of it belongs to the goroutine of the window.
package float

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// Box is a box over the whole window that has pointer and keyboard until it is closed: by Esc, by
// a press beside it, or by the program.
type Box struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	place   func(window fyne.Size) (fyne.Position, fyne.Size)
	before  func(*fyne.KeyEvent)
	after   func()
	closed  bool
	veiled  bool
}

// Show shows content in a box; place says where it lies in a window of that size. after is
// called when it has gone and gives the keyboard back. veil darkens what lies under it.
func Show(c fyne.Canvas, content fyne.CanvasObject, veil bool, place func(fyne.Size) (fyne.Position, fyne.Size), after func()) *Box {
	f := &Box{canvas: c, content: content, place: place, after: after, veiled: veil, before: c.OnTypedKey()}
	f.ExtendBaseWidget(f)
	c.SetOnTypedKey(f.Key)
	c.Overlays().Add(f)
	f.Resize(c.Size())
	return f
}

// Close takes the box away. Closing twice does nothing.
func (f *Box) Close() {
	if f.closed {
		return
	}
	f.closed = true
	f.canvas.Unfocus() // a field that goes with its caret would have it blink for ever
	f.canvas.Overlays().Remove(f)
	f.canvas.SetOnTypedKey(f.before)
	if f.after != nil {
		f.after()
	}
}

// Closed reports whether the box has gone.
func (f *Box) Closed() bool { return f.closed }

// Key hears what nothing in the box has a use for: Esc closes.
func (f *Box) Key(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		f.Close()
	}
}

// MouseDown implements desktop.Mouseable: a press beside the box closes it.
func (f *Box) MouseDown(ev *desktop.MouseEvent) {
	at, size := f.place(f.Size())
	p := ev.Position
	if p.X < at.X || p.Y < at.Y || p.X > at.X+size.Width || p.Y > at.Y+size.Height {
		f.Close()
	}
}

// MouseUp implements desktop.Mouseable.
func (f *Box) MouseUp(*desktop.MouseEvent) {}

// Scrolled implements fyne.Scrollable: nothing under the box moves.
func (f *Box) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (f *Box) CreateRenderer() fyne.WidgetRenderer {
	return &boxRenderer{f: f, veil: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent)}
}

type boxRenderer struct {
	f         *Box
	veil, box *canvas.Rectangle
}

func (r *boxRenderer) Destroy()           {}
func (r *boxRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *boxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.veil, r.box, r.f.content}
}

func (r *boxRenderer) Layout(s fyne.Size) {
	t := look.Now()
	at, size := r.f.place(s)
	r.veil.Resize(s)
	if r.f.veiled {
		r.veil.FillColor = color.NRGBA{A: 0x59}
	}
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth, r.box.CornerRadius = t.Panel, t.Border, 1, 10
	r.box.Shadow = canvas.Shadow{Color: t.Shadow, BlurRadius: 28, Offset: fyne.NewPos(0, 10), Variant: canvas.DropShadow}
	r.box.Move(at)
	r.box.Resize(size)
	r.f.content.Move(at)
	r.f.content.Resize(size)
}

func (r *boxRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}
