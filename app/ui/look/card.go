package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Card is a large button with an icon, a title and a line or two about it.
type Card struct {
	widget.BaseWidget
	icon, title, about string
	tapped             func()
	hovered, focused   bool
}

// NewCard returns a card.
func NewCard(icon, title, about string, tapped func()) *Card {
	c := &Card{icon: icon, title: title, about: about, tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn implements desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained implements fyne.Focusable.
func (c *Card) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Card) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Card) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Card) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.tapped()
	default:
		Pass(c, ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	about := NewText(c.about, Second)
	r := &cardRenderer{
		c: c, ground: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil),
		title: canvas.NewText(c.title, color.Black), about: about,
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type cardRenderer struct {
	c      *Card
	ground *canvas.Rectangle
	icon   *canvas.Image
	title  *canvas.Text
	about  *Text
}

func (r *cardRenderer) Destroy()           {}
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 172) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.title, r.about}
}

func (r *cardRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.icon.Move(fyne.NewPos(18, 18))
	r.icon.Resize(fyne.NewSquareSize(26))
	r.title.Text = Shorten(r.c.title, r.title.TextSize, r.title.FontSource, s.Width-36)
	r.title.Move(fyne.NewPos(18, 56))
	r.about.Move(fyne.NewPos(18, 80))
	r.about.Resize(fyne.NewSize(s.Width-36, s.Height-88))
}

func (r *cardRenderer) Refresh() {
	t := Now()
	r.ground.CornerRadius, r.ground.StrokeWidth = 10, 1
	r.ground.FillColor, r.ground.StrokeColor = t.Panel, t.Border
	if r.c.hovered {
		r.ground.FillColor, r.ground.StrokeColor = t.Ground, t.AccentInk
	}
	if r.c.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = t.AccentInk, 1.5
	}
	r.icon.Resource = Icon(r.c.icon, t.AccentInk)
	r.title.TextSize, r.title.FontSource, r.title.Color = 15, SemiBold, t.Ink
	r.ground.Refresh()
	r.icon.Refresh()
	r.title.Refresh()
	canvas.Refresh(r.c)
}
