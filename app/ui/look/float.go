package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Float is a box over the whole window that has pointer and keyboard until it is closed: by Esc, by
// a press beside it, or by the program.
type Float struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	place   func(window fyne.Size) (fyne.Position, fyne.Size)
	before  func(*fyne.KeyEvent)
	after   func()
	closed  bool
	veiled  bool
}

// ShowFloat shows content in a box; place says where it lies in a window of that size. after is
// called when it has gone and gives the keyboard back. veil darkens what lies under it.
func ShowFloat(c fyne.Canvas, content fyne.CanvasObject, veil bool, place func(fyne.Size) (fyne.Position, fyne.Size), after func()) *Float {
	f := &Float{canvas: c, content: content, place: place, after: after, veiled: veil, before: c.OnTypedKey()}
	f.ExtendBaseWidget(f)
	c.SetOnTypedKey(f.Key)
	c.Overlays().Add(f)
	f.Resize(c.Size())
	return f
}

// Close takes the box away. Closing twice does nothing.
func (f *Float) Close() {
	if f.closed {
		return
	}
	f.closed = true
	f.canvas.Overlays().Remove(f)
	f.canvas.SetOnTypedKey(f.before)
	if f.after != nil {
		f.after()
	}
}

// Closed reports whether the box has gone.
func (f *Float) Closed() bool { return f.closed }

// Key hears what nothing in the box has a use for: Esc closes.
func (f *Float) Key(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		f.Close()
	}
}

// MouseDown implements desktop.Mouseable: a press beside the box closes it.
func (f *Float) MouseDown(ev *desktop.MouseEvent) {
	at, size := f.place(f.Size())
	p := ev.Position
	if p.X < at.X || p.Y < at.Y || p.X > at.X+size.Width || p.Y > at.Y+size.Height {
		f.Close()
	}
}

// MouseUp implements desktop.Mouseable.
func (f *Float) MouseUp(*desktop.MouseEvent) {}

// Scrolled implements fyne.Scrollable: nothing under the box moves.
func (f *Float) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (f *Float) CreateRenderer() fyne.WidgetRenderer {
	return &floatRenderer{f: f, veil: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent)}
}

type floatRenderer struct {
	f         *Float
	veil, box *canvas.Rectangle
}

func (r *floatRenderer) Destroy()           {}
func (r *floatRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *floatRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.veil, r.box, r.f.content}
}

func (r *floatRenderer) Layout(s fyne.Size) {
	t := Now()
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

func (r *floatRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}
