package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Check is a box to tick with its text.
type Check struct {
	widget.BaseWidget
	text      string
	on, mixed bool
	focused   bool
	keyed     bool
	OnChanged func(bool)
}

// Keyed reports whether the box was pressed last with a key: then it keeps the keyboard.
func (c *Check) Keyed() bool { return c.keyed }

// NewCheck returns an empty box.
func NewCheck(text string, changed func(bool)) *Check {
	c := &Check{text: text, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// Set ticks the box or empties it, and tells nobody.
func (c *Check) Set(on bool) {
	if c.on != on || c.mixed {
		c.on, c.mixed = on, false
		c.Refresh()
	}
}

// SetMixed shows that the box is about things that differ. A press ticks them all.
func (c *Check) SetMixed() {
	if !c.mixed {
		c.on, c.mixed = false, true
		c.Refresh()
	}
}

// On reports whether the box is ticked; mixed, whether it is about things that differ.
func (c *Check) On() (on, mixed bool) { return c.on, c.mixed }

// Text returns what stands beside the box.
func (c *Check) Text() string { return c.text }

// Tapped implements fyne.Tappable.
func (c *Check) Tapped(ev *fyne.PointEvent) {
	c.keyed = ev == nil
	c.Set(!c.on)
	c.OnChanged(c.on)
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Check) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		c.Tapped(nil)
		return
	}
	Pass(c, ev)
}

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, box: canvas.NewRectangle(color.White), tick: canvas.NewImageFromResource(nil),
		text: canvas.NewText(c.text, color.Black)}
	r.tick.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type checkRenderer struct {
	c    *Check
	box  *canvas.Rectangle
	tick *canvas.Image
	text *canvas.Text
}

func (r *checkRenderer) Destroy() {}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.tick, r.text}
}

func (r *checkRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 26) }

func (r *checkRenderer) Layout(s fyne.Size) {
	r.box.Move(fyne.NewPos(0, (s.Height-16)/2))
	r.box.Resize(fyne.NewSquareSize(16))
	r.tick.Move(fyne.NewPos(1, (s.Height-14)/2))
	r.tick.Resize(fyne.NewSquareSize(14))
	r.text.Text = Shorten(r.c.text, TextSize, Regular, s.Width-24)
	m := r.text.MinSize()
	r.text.Move(fyne.NewPos(24, (s.Height-m.Height)/2))
	r.text.Resize(m)
}

func (r *checkRenderer) Refresh() {
	t := Now()
	r.box.CornerRadius, r.box.StrokeWidth = 4, 1.25
	r.box.FillColor, r.box.StrokeColor = t.Panel, t.Border
	if r.c.on || r.c.mixed {
		r.box.FillColor, r.box.StrokeColor = t.Accent, t.Accent
	}
	if r.c.focused {
		r.box.StrokeColor = t.AccentInk
	}
	sign := "check"
	if r.c.mixed {
		sign = "minus"
	}
	r.tick.Resource = Icon(sign, rgb(0xFFFFFF))
	r.tick.Hidden = !r.c.on && !r.c.mixed
	r.text.TextSize, r.text.FontSource, r.text.Color = TextSize, Regular, t.Ink
	r.box.Refresh()
	r.tick.Refresh()
	r.text.Refresh()
	canvas.Refresh(r.c)
}
