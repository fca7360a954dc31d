package export

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// box lies over the whole window and has pointer and keyboard until it is closed; what it holds
// stands in its middle, as large as there is room for.
type box struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	before  func(*fyne.KeyEvent)
}

// The measures of the box, in units of Fyne.
const (
	boxWidth  = 1480
	boxHeight = 980
	boxRim    = 22
)

func showBox(c fyne.Canvas, content fyne.CanvasObject, keys func(*fyne.KeyEvent)) *box {
	b := &box{canvas: c, content: content, before: c.OnTypedKey()}
	b.ExtendBaseWidget(b)
	c.SetOnTypedKey(keys)
	c.Overlays().Add(b)
	b.Resize(c.Size())
	return b
}

func (b *box) close() {
	b.canvas.Overlays().Remove(b)
	b.canvas.SetOnTypedKey(b.before)
}

// MouseDown implements desktop.Mouseable: nothing under the box is pressed.
func (b *box) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements desktop.Mouseable.
func (b *box) MouseUp(*desktop.MouseEvent) {}

// Scrolled implements fyne.Scrollable: nothing under the box moves.
func (b *box) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (b *box) CreateRenderer() fyne.WidgetRenderer {
	return &boxRenderer{b: b, veil: canvas.NewRectangle(color.NRGBA{A: 0x59}), ground: canvas.NewRectangle(color.Transparent)}
}

type boxRenderer struct {
	b            *box
	veil, ground *canvas.Rectangle
}

func (r *boxRenderer) Destroy()           {}
func (r *boxRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *boxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.veil, r.ground, r.b.content}
}

func (r *boxRenderer) Layout(s fyne.Size) {
	t := look.Now()
	size := fyne.NewSize(min(boxWidth, s.Width-2*boxRim), min(boxHeight, s.Height-2*boxRim))
	at := fyne.NewPos((s.Width-size.Width)/2, (s.Height-size.Height)/2)
	r.veil.Resize(s)
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = t.Panel, t.Border, 1, 10
	r.ground.Shadow = canvas.Shadow{Color: t.Shadow, BlurRadius: 28, Offset: fyne.NewPos(0, 10), Variant: canvas.DropShadow}
	r.ground.Move(at)
	r.ground.Resize(size)
	r.b.content.Move(at.AddXY(1, 1))
	r.b.content.Resize(size.SubtractWidthHeight(2, 2))
}

func (r *boxRenderer) Refresh() {
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}
