package ask

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

const rowHeight = 46

// row is one of several things to choose from in a dialog: a name and a line about it.
type row struct {
	widget.BaseWidget
	d            *Dialog
	title, about *look.Label
	chosen       bool
	choose       func()
}

func newRow(d *Dialog, title, about string, bad bool, choose func()) *row {
	voice := look.Second
	if bad {
		voice = look.Bad
	}
	r := &row{d: d, choose: choose,
		title: look.NewLabel(title, look.TextSize, look.SemiBold, look.Ink),
		about: look.NewLabel(about, look.SmallSize, look.Regular, voice)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(on bool) {
	r.chosen = on
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(*fyne.PointEvent) { r.choose() }

// FocusGained implements fyne.Focusable.
func (r *row) FocusGained() { r.choose() }

// FocusLost implements fyne.Focusable.
func (r *row) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (r *row) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *row) TypedKey(ev *fyne.KeyEvent) { r.d.Key(ev) }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent)}
	v.Refresh()
	return v
}

type rowRenderer struct {
	r      *row
	ground *canvas.Rectangle
}

func (v *rowRenderer) Destroy()           {}
func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(200, rowHeight) }

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.ground, v.r.title, v.r.about}
}

func (v *rowRenderer) Layout(s fyne.Size) {
	v.ground.Resize(s)
	for i, l := range []*look.Label{v.r.title, v.r.about} {
		l.Move(fyne.NewPos(11, 5+float32(i)*19))
		l.Resize(fyne.NewSize(s.Width-22, 18))
	}
}

func (v *rowRenderer) Refresh() {
	t := look.Now()
	v.ground.CornerRadius, v.ground.StrokeWidth = 7, 1
	v.ground.FillColor, v.ground.StrokeColor = t.Panel, t.Border
	if v.r.chosen {
		v.ground.FillColor, v.ground.StrokeColor = t.Tint, t.AccentInk
	}
	v.ground.Refresh()
	v.r.title.Refresh()
	v.r.about.Refresh()
}
