package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Choices is a grid of small pictures, one of which is chosen: colours, icons. A click chooses; with
// the keyboard the arrows walk and Space or Enter chooses.
type Choices struct {
	widget.BaseWidget
	cells     []fyne.Resource
	side      float32 // of a cell, in units of Fyne
	columns   int
	chosen    int // −1: none
	at        int // where the keyboard is
	hovered   int // −1: none
	focused   bool
	OnChanged func(i int)
}

// NewChoices returns a grid of so many columns. inset of each cell is a sixth of its side.
func NewChoices(side float32, columns int, cells []fyne.Resource, changed func(int)) *Choices {
	c := &Choices{cells: cells, side: side, columns: max(columns, 1), chosen: -1, hovered: -1, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// Set chooses and tells nobody; −1 chooses none.
func (c *Choices) Set(i int) {
	if i != c.chosen {
		c.chosen, c.at = i, max(i, 0)
		c.Refresh()
	}
}

// Chosen returns what is chosen; −1 if nothing is.
func (c *Choices) Chosen() int { return c.chosen }

func (c *Choices) choose(i int) {
	if i < 0 || i >= len(c.cells) || i == c.chosen {
		return
	}
	c.Set(i)
	c.OnChanged(i)
}

func (c *Choices) cellAt(p fyne.Position) int {
	x, y := int(p.X/c.side), int(p.Y/c.side)
	if i := y*c.columns + x; p.X >= 0 && p.Y >= 0 && x < c.columns && i < len(c.cells) {
		return i
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (c *Choices) Tapped(ev *fyne.PointEvent) { c.choose(c.cellAt(ev.Position)) }

// MouseIn implements desktop.Hoverable.
func (c *Choices) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (c *Choices) MouseMoved(ev *desktop.MouseEvent) {
	if i := c.cellAt(ev.Position); i != c.hovered {
		c.hovered = i
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *Choices) MouseOut() { c.hovered = -1; c.Refresh() }

// FocusGained implements fyne.Focusable.
func (c *Choices) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Choices) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Choices) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Choices) TypedKey(ev *fyne.KeyEvent) {
	to := c.at
	switch ev.Name {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp:
		to -= c.columns
	case fyne.KeyDown:
		to += c.columns
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.choose(c.at)
		return
	case fyne.KeyEscape:
		if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil && cv.OnTypedKey() != nil {
			cv.OnTypedKey()(ev)
		}
		return
	default:
		Pass(c, ev)
		return
	}
	if to >= 0 && to < len(c.cells) {
		c.at = to
		c.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Choices) CreateRenderer() fyne.WidgetRenderer {
	r := &choicesRenderer{c: c}
	for _, cell := range c.cells {
		img := canvas.NewImageFromResource(cell)
		img.FillMode = canvas.ImageFillContain
		ground := canvas.NewRectangle(color.Transparent)
		r.grounds, r.pictures = append(r.grounds, ground), append(r.pictures, img)
		r.objects = append(r.objects, ground, img)
	}
	r.Refresh()
	return r
}

type choicesRenderer struct {
	c        *Choices
	grounds  []*canvas.Rectangle
	pictures []*canvas.Image
	objects  []fyne.CanvasObject
}

func (r *choicesRenderer) Destroy()                     {}
func (r *choicesRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *choicesRenderer) MinSize() fyne.Size {
	columns := min(r.c.columns, len(r.c.cells))
	rows := (len(r.c.cells) + r.c.columns - 1) / r.c.columns
	return fyne.NewSize(float32(columns)*r.c.side, float32(rows)*r.c.side)
}

func (r *choicesRenderer) Layout(fyne.Size) {
	side := r.c.side
	inset := side / 6
	for i := range r.grounds {
		at := fyne.NewPos(float32(i%r.c.columns)*side, float32(i/r.c.columns)*side)
		r.grounds[i].Move(at.AddXY(1, 1))
		r.grounds[i].Resize(fyne.NewSquareSize(side - 2))
		r.pictures[i].Move(at.AddXY(inset, inset))
		r.pictures[i].Resize(fyne.NewSquareSize(side - 2*inset))
	}
}

func (r *choicesRenderer) Refresh() {
	t := Now()
	for i, g := range r.grounds {
		g.CornerRadius, g.StrokeWidth = 7, 0
		g.FillColor, g.StrokeColor = t.Panel, t.Panel
		if i == r.c.hovered {
			g.FillColor = t.Ground
		}
		if i == r.c.chosen {
			g.FillColor, g.StrokeColor, g.StrokeWidth = t.Tint, t.AccentInk, 1.5
		}
		if r.c.focused && i == r.c.at {
			g.StrokeColor, g.StrokeWidth = t.AccentInk, 2
		}
		g.Refresh()
	}
	canvas.Refresh(r.c)
}
