package legend

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/curve"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/canvas/style"
)

// Chip is one persona of the row: a click gives their curve the focus or takes it, a click on the
// eye hides or shows it, the right button and the key Down offer all of it.
type Chip struct {
	widget.BaseWidget
	row              *Row
	face             sign.Face
	tip              *look.Button // says what it does; it is not drawn
	hovered, focused bool
}

// The measures of a chip, in units of Fyne.
const (
	chipHeight = 28
	chipPad    = 10
	eyeRoom    = 28
	nameMost   = 110
)

func newChip(r *Row, f sign.Face) *Chip {
	c := &Chip{row: r, face: f}
	c.ExtendBaseWidget(c)
	c.tip = look.NewButton(look.Quiet, "", "", nil)
	c.tip.Whole = c
	return c
}

func (c *Chip) seen() curve.Visibility { return c.row.seen[c.face.ID] }

func (c *Chip) hint() string {
	key := "legend.hint.shown"
	switch c.seen() {
	case curve.Hidden:
		key = "legend.hint.hidden"
	case curve.Focused:
		key = "legend.hint.focused"
	}
	return c.row.o.Words.F(key, words.Args{"Name": c.row.name(c.face)})
}

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(ev *fyne.PointEvent) {
	c.row.o.Hint(c.tip, false)
	if ev.Position.X >= c.Size().Width-eyeRoom {
		c.row.hide(c.face.ID)
	} else {
		c.row.toggle(c.face.ID)
	}
	c.row.o.Left()
}

// TappedSecondary implements fyne.SecondaryTappable.
func (c *Chip) TappedSecondary(ev *fyne.PointEvent) {
	c.row.o.Hint(c.tip, false)
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil {
		menu.Show(cv, ev.AbsolutePosition, c.row.Items(c.face.ID))
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Chip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.tip.Hint = c.hint()
	c.row.o.Hint(c.tip, true)
	c.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Chip) MouseOut() {
	c.hovered = false
	c.row.o.Hint(c.tip, false)
	c.Refresh()
}

// FocusGained implements fyne.Focusable.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Chip) TypedRune(r rune) {
	if r == 'h' || r == 'H' {
		c.row.hide(c.face.ID)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.row.toggle(c.face.ID)
	case fyne.KeyDown:
		c.row.open(c, c.row.Items(c.face.ID))
	case fyne.KeyEscape:
		c.row.o.Left()
	default:
		look.Pass(c, ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{c: c, ground: canvas.NewRectangle(color.Transparent), sample: canvas.NewImageFromResource(nil),
		name: canvas.NewText("", color.Black), eye: canvas.NewImageFromResource(nil)}
	r.sample.FillMode, r.eye.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	r.Refresh()
	return r
}

type chipRenderer struct {
	c           *Chip
	ground      *canvas.Rectangle
	sample, eye *canvas.Image
	name        *canvas.Text
}

func (r *chipRenderer) Destroy() {}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.sample, r.name, r.eye}
}

// MinSize is reckoned with the wider weight of the name, so that nothing jumps with the focus.
func (r *chipRenderer) MinSize() fyne.Size {
	t := canvas.NewText(r.name.Text, color.Black)
	t.TextSize, t.FontSource = look.TextSize, look.SemiBold
	return fyne.NewSize(chipPad+sign.CurveWidth+6+t.MinSize().Width+eyeRoom, chipHeight)
}

func (r *chipRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.sample.Move(fyne.NewPos(chipPad, (s.Height-sign.CurveHeight)/2))
	r.sample.Resize(fyne.NewSize(sign.CurveWidth, sign.CurveHeight))
	m := r.name.MinSize()
	r.name.Move(fyne.NewPos(chipPad+sign.CurveWidth+6, (s.Height-m.Height)/2))
	r.name.Resize(m)
	r.eye.Move(fyne.NewPos(s.Width-eyeRoom+5, (s.Height-15)/2))
	r.eye.Resize(fyne.NewSquareSize(15))
}

func (r *chipRenderer) Refresh() {
	c, t := r.c, look.Now()
	ground, rim, ink, weight, eye := t.Panel, t.Border, t.Ink, look.Regular, "eye"
	width := float32(1)
	if c.hovered {
		ground = t.Ground
	}
	curveInk := c.face.Color
	if t.IsDark { // the colours are made for paper
		curveInk = sign.NRGBA(style.Mix(toScene(curveInk), scene.RGB(0xFFFFFF), 0.35))
	}
	switch c.seen() {
	case curve.Hidden:
		ink, eye = t.Second, "eye-off"
		curveInk = t.Third
	case curve.Focused:
		ground, ink, weight = t.Tint, t.AccentInk, look.SemiBold
	case curve.Shown:
		if c.row.focused() {
			ink = t.Second
			curveInk = sign.NRGBA(style.Mix(toScene(curveInk), toScene(ground), 0.5))
		}
	}
	if c.focused {
		rim, width = t.AccentInk, 1.5
	}
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = ground, rim, width, chipHeight/2
	r.name.Text = look.Shorten(c.row.name(c.face), look.TextSize, look.SemiBold, nameMost)
	r.name.Color, r.name.FontSource, r.name.TextSize = ink, weight, look.TextSize
	eyeInk := t.Second
	if c.seen() == curve.Focused {
		eyeInk = t.AccentInk
	}
	setPicture(r.sample, sign.Curve(c.face.Order, curveInk, ground))
	setPicture(r.eye, look.Icon(eye, eyeInk))
	r.Layout(c.Size())
	r.ground.Refresh()
	r.name.Refresh()
	canvas.Refresh(c)
}

func setPicture(img *canvas.Image, res fyne.Resource) {
	if img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
}

func toScene(c color.NRGBA) scene.Color { return scene.Color{R: c.R, G: c.G, B: c.B, A: 1} }
