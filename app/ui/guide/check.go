package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/insight/guide"
)

// check is what a step asks of the map: a sign, and a sentence of what is there. Pressed it shows on
// the board what is lacking, or what is there.
type check struct {
	widget.BaseWidget
	state            guide.State
	waits            bool
	text, aside      string
	hovered, focused bool
	pressed          func()
	lines            []string
	wide             float32
}

func newCheck(pressed func()) *check {
	c := &check{pressed: pressed}
	c.ExtendBaseWidget(c)
	return c
}

func (c *check) set(state guide.State, waits bool, text, aside string) {
	if c.state != state || c.waits != waits || c.text != text || c.aside != aside {
		c.state, c.waits, c.text, c.aside, c.wide = state, waits, text, aside, 0
		c.Refresh()
	}
}

const (
	checkText = side + 24
	checkLead = 17
)

// MinSize implements fyne.CanvasObject: as high as the sentence is in the width it has now.
func (c *check) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	c.fit()
	h := 10 + float32(len(c.lines))*checkLead
	if c.aside != "" {
		h += 15
	}
	return fyne.NewSize(80, h)
}

func (c *check) fit() {
	w := c.Size().Width
	if w <= 0 {
		w = 300
	}
	if w != c.wide || c.lines == nil {
		c.wide = w
		c.lines = look.Wrap(c.text, 12.5, look.Regular, w-checkText-side)
	}
}

// Tapped implements fyne.Tappable.
func (c *check) Tapped(*fyne.PointEvent) { c.pressed() }

// MouseIn implements desktop.Hoverable.
func (c *check) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *check) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *check) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained implements fyne.Focusable.
func (c *check) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *check) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *check) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *check) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.pressed()
	default:
		look.Pass(c, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *check) AccessibilityLabel() string { return c.text }

// AccessibilityRole implements fyne.Accessible.
func (c *check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewCircle(color.Transparent),
		dot: canvas.NewCircle(color.Transparent), tick: canvas.NewImageFromResource(nil), aside: canvas.NewText("", color.Black)}
	r.tick.FillMode = canvas.ImageFillContain
	r.ground.CornerRadius = 6
	r.Refresh()
	return r
}

type checkRenderer struct {
	c         *check
	ground    *canvas.Rectangle
	ring, dot *canvas.Circle
	tick      *canvas.Image
	text      []*canvas.Text
	aside     *canvas.Text
}

func (r *checkRenderer) Destroy()           {}
func (r *checkRenderer) MinSize() fyne.Size { return r.c.MinSize() }

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.ground, r.ring, r.dot, r.tick, r.aside}
	for _, t := range r.text {
		list = append(list, t)
	}
	return list
}

func (r *checkRenderer) Layout(s fyne.Size) {
	r.c.fit()
	for len(r.text) < len(r.c.lines) {
		r.text = append(r.text, canvas.NewText("", color.Black))
	}
	t := look.Now()
	ink := t.Ink
	if r.c.state == guide.Done || r.c.waits {
		ink = t.Second
	}
	for i, text := range r.text {
		text.Text = ""
		if i < len(r.c.lines) {
			text.Text, text.Color, text.TextSize, text.FontSource = r.c.lines[i], ink, 12.5, look.Regular
			text.Move(fyne.NewPos(checkText, 5+float32(i)*checkLead))
			text.Resize(text.MinSize())
		}
	}
	r.aside.Move(fyne.NewPos(checkText, 5+float32(len(r.c.lines))*checkLead))
	r.aside.Resize(r.aside.MinSize())
	r.ground.Move(fyne.NewPos(4, 0))
	r.ground.Resize(fyne.NewSize(s.Width-8, s.Height))
	const ring, dot = 14, 6
	mid := float32(5 + checkLead/2)
	r.ring.Move(fyne.NewPos(side+4, mid-ring/2))
	r.ring.Resize(fyne.NewSquareSize(ring))
	r.dot.Move(fyne.NewPos(side+4+(ring-dot)/2, mid-dot/2))
	r.dot.Resize(fyne.NewSquareSize(dot))
	r.tick.Move(fyne.NewPos(side+6, mid-5))
	r.tick.Resize(fyne.NewSquareSize(10))
}

// Amber is the colour of what is there in part.
func amber() color.NRGBA {
	if look.Now().IsDark {
		return color.NRGBA{R: 0xF2, G: 0xB4, B: 0x3C, A: 255}
	}
	return color.NRGBA{R: 0xB0, G: 0x76, B: 0x0A, A: 255}
}

func (r *checkRenderer) Refresh() {
	c, t := r.c, look.Now()
	r.ground.FillColor, r.ground.StrokeWidth = color.Transparent, 0
	if c.hovered {
		r.ground.FillColor = t.Ground
	}
	if c.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = t.AccentInk, 1.5
		if !c.hovered {
			r.ground.FillColor = t.Panel
		}
	}
	r.ring.StrokeWidth, r.ring.FillColor, r.ring.StrokeColor = 1.5, t.Panel, t.Third
	if c.waits {
		r.ring.StrokeColor = t.Border
	}
	r.dot.Hidden, r.tick.Hidden = c.state != guide.Partly, c.state != guide.Done
	switch c.state {
	case guide.Done:
		r.ring.FillColor, r.ring.StrokeColor = t.Good, t.Good
		setIcon(r.tick, "check", t.Panel)
	case guide.Partly:
		r.ring.StrokeColor, r.dot.FillColor = amber(), amber()
	}
	r.aside.Text, r.aside.Color, r.aside.TextSize, r.aside.FontSource = c.aside, t.Second, look.SmallSize, look.Regular
	if s := c.Size(); s.Width > 0 {
		r.Layout(s)
	}
	canvas.Refresh(c)
}
