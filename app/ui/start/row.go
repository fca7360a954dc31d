package start

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

const (
	rowHeight = 44
	rowPad    = 10 // how far the ground of a row stands out, so that its text keeps the column's edge
)

// row is a file that was open before: its name, and below when it was changed and where it is.
type row struct {
	widget.BaseWidget
	file             File
	hovered, focused bool
}

func newRow(f File) *row {
	r := &row{file: f}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(*fyne.PointEvent) { r.file.Open() }

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.hovered = false; r.Refresh() }

// FocusGained implements fyne.Focusable.
func (r *row) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *row) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *row) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *row) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.file.Open()
	default:
		look.Pass(r, ev)
	}
}

// AccessibilityLabel is what a screen reader says of it.
func (r *row) AccessibilityLabel() string { return r.file.Name + ", " + r.below() }

// AccessibilityRole says that it can be pressed.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// below is the second line.
func (r *row) below() string {
	if r.file.Date == "" {
		return r.file.Folder
	}
	return r.file.Date + " · " + r.file.Folder
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent),
		name: canvas.NewText("", color.Black), under: canvas.NewText("", color.Black)}
	v.Refresh()
	return v
}

type rowRenderer struct {
	r           *row
	ground      *canvas.Rectangle
	name, under *canvas.Text
}

func (v *rowRenderer) Destroy()           {}
func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(80, rowHeight) }

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.ground, v.name, v.under}
}

func (v *rowRenderer) Layout(s fyne.Size) {
	v.ground.Move(fyne.NewPos(-rowPad, 0))
	v.ground.Resize(s.AddWidthHeight(2*rowPad, 0))
	v.name.Text = look.Shorten(v.r.file.Name, look.TextSize, look.Medium, s.Width)
	v.under.Text = look.Shorten(v.r.below(), look.SmallSize, look.Regular, s.Width)
	v.name.Move(fyne.NewPos(0, 5))
	v.under.Move(fyne.NewPos(0, 23))
}

func (v *rowRenderer) Refresh() {
	t := look.Now()
	v.ground.CornerRadius = 6
	v.ground.FillColor, v.ground.StrokeColor, v.ground.StrokeWidth = color.NRGBA{}, color.NRGBA{}, 0
	if v.r.hovered {
		v.ground.FillColor = t.Ground
	}
	if v.r.focused {
		v.ground.FillColor, v.ground.StrokeColor, v.ground.StrokeWidth = t.Panel, t.AccentInk, 2
	}
	v.name.TextSize, v.name.FontSource, v.name.Color = look.TextSize, look.Medium, t.Ink
	v.under.TextSize, v.under.FontSource, v.under.Color = look.SmallSize, look.Regular, t.Second
	if s := v.r.Size(); s.Width > 0 {
		v.Layout(s)
	}
	canvas.Refresh(v.r)
}
