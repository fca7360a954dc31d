package guide

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/insight/guide"
)

// head is the heading of a step: its number, how far it has come, and what it is called.
type head struct {
	widget.BaseWidget
	number           int
	title, note      string
	state            guide.State
	open             bool
	hovered, focused bool
	pressed          func()
}

func newHead(number int, pressed func()) *head {
	h := &head{number: number, pressed: pressed}
	h.ExtendBaseWidget(h)
	return h
}

// Tapped implements fyne.Tappable.
func (h *head) Tapped(*fyne.PointEvent) { h.pressed() }

// MouseIn implements desktop.Hoverable.
func (h *head) MouseIn(*desktop.MouseEvent) { h.hovered = true; h.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (h *head) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *head) MouseOut() { h.hovered = false; h.Refresh() }

// FocusGained implements fyne.Focusable.
func (h *head) FocusGained() { h.focused = true; h.Refresh() }

// FocusLost implements fyne.Focusable.
func (h *head) FocusLost() { h.focused = false; h.Refresh() }

// TypedRune implements fyne.Focusable.
func (h *head) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (h *head) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		h.pressed()
	default:
		look.Pass(h, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (h *head) AccessibilityLabel() string {
	return strconv.Itoa(h.number) + ". " + h.title + ", " + h.note
}

// AccessibilityRole implements fyne.Accessible.
func (h *head) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{h: h, line: canvas.NewRectangle(color.Transparent), ground: canvas.NewRectangle(color.Transparent),
		disc: canvas.NewCircle(color.Transparent), number: canvas.NewText("", color.Black), tick: canvas.NewImageFromResource(nil),
		title: canvas.NewText("", color.Black), note: canvas.NewText("", color.Black), sign: canvas.NewImageFromResource(nil)}
	r.tick.FillMode, r.sign.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	r.ground.CornerRadius = 6
	r.Refresh()
	return r
}

type headRenderer struct {
	h            *head
	line, ground *canvas.Rectangle
	disc         *canvas.Circle
	number       *canvas.Text
	tick, sign   *canvas.Image
	title, note  *canvas.Text
}

const (
	headHeight = 42
	discSize   = 22
)

func (r *headRenderer) Destroy()           {}
func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(80, headHeight) }

func (r *headRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line, r.ground, r.disc, r.number, r.tick, r.title, r.note, r.sign}
}

func (r *headRenderer) Layout(s fyne.Size) {
	r.line.Move(fyne.NewPos(side, 0))
	r.line.Resize(fyne.NewSize(s.Width-2*side, 1))
	r.ground.Move(fyne.NewPos(4, 3))
	r.ground.Resize(fyne.NewSize(s.Width-8, s.Height-5))
	mid := s.Height/2 + 0.5
	put := func(o fyne.CanvasObject, x float32, m fyne.Size) {
		o.Move(fyne.NewPos(x, mid-m.Height/2))
		o.Resize(m)
	}
	put(r.disc, side, fyne.NewSquareSize(discSize))
	n := r.number.MinSize()
	put(r.number, side+(discSize-n.Width)/2, n)
	put(r.tick, side+4, fyne.NewSquareSize(discSize-8))
	put(r.sign, s.Width-side-12, fyne.NewSquareSize(12))
	note := r.note.MinSize()
	put(r.note, s.Width-side-18-note.Width, note)
	x := float32(side + discSize + 10)
	r.title.Text = look.Shorten(r.h.title, r.title.TextSize, r.title.FontSource, s.Width-side-24-note.Width-x)
	put(r.title, x, r.title.MinSize())
}

func (r *headRenderer) Refresh() {
	h, t := r.h, look.Now()
	r.line.FillColor = t.Hairline
	if h.number == 1 {
		r.line.FillColor = color.Transparent
	}
	r.ground.FillColor, r.ground.StrokeWidth = color.Transparent, 0
	if h.hovered {
		r.ground.FillColor = t.Ground
	}
	if h.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = t.AccentInk, 1.5
		if !h.hovered {
			r.ground.FillColor = t.Panel
		}
	}
	ink := t.Second
	r.disc.FillColor, r.disc.StrokeColor, r.disc.StrokeWidth = t.Panel, t.Border, 1.5
	switch {
	case h.state == guide.Done:
		r.disc.FillColor, r.disc.StrokeColor = t.Good, t.Good
	case h.open:
		r.disc.FillColor, r.disc.StrokeColor = t.Accent, t.Accent
		ink = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	case h.state == guide.Partly:
		r.disc.StrokeColor = t.AccentInk
		ink = t.AccentInk
	}
	r.number.Text, r.number.Color, r.number.TextSize, r.number.FontSource = strconv.Itoa(h.number), ink, 11.5, look.SemiBold
	r.number.Hidden, r.tick.Hidden = h.state == guide.Done, h.state != guide.Done
	if h.state == guide.Done {
		setIcon(r.tick, "check", t.Panel)
	}
	face := look.Medium
	if h.open {
		face = look.SemiBold
	}
	r.title.Color, r.title.TextSize, r.title.FontSource = t.Ink, look.TextSize, face
	r.note.Text, r.note.Color, r.note.TextSize, r.note.FontSource = h.note, t.Second, look.SmallSize, look.Regular
	name := "chevron-right"
	if h.open {
		name = "chevron-down"
	}
	setIcon(r.sign, name, t.Second)
	if s := h.Size(); s.Width > 0 {
		r.Layout(s)
	}
	canvas.Refresh(h)
}

func setIcon(img *canvas.Image, name string, c color.NRGBA) {
	if res := look.Icon(name, c); img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
}
