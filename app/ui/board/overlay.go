package board

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// overlay draws what moves over the picture with a few objects that it uses again and again.
type overlay struct {
	box    *fyne.Container
	rects  pool[*canvas.Rectangle]
	lines  pool[*canvas.Line]
	dots   pool[*canvas.Circle]
	texts  pool[*canvas.Text]
	ghosts ghosts
	scale  float64 // device pixels per unit of Fyne
}

func newOverlay() *overlay {
	return &overlay{
		box:   container(),
		rects: pool[*canvas.Rectangle]{make: func() *canvas.Rectangle { return &canvas.Rectangle{} }},
		lines: pool[*canvas.Line]{make: func() *canvas.Line { return &canvas.Line{} }},
		dots:  pool[*canvas.Circle]{make: func() *canvas.Circle { return &canvas.Circle{} }},
		texts: pool[*canvas.Text]{make: func() *canvas.Text { return &canvas.Text{} }},
		scale: 1,
	}
}

// pool hands out objects, the ones it has first.
type pool[T fyne.CanvasObject] struct {
	make func() T
	have []T
	used int
}

func (p *pool[T]) take() T {
	if p.used == len(p.have) {
		p.have = append(p.have, p.make())
	}
	p.used++
	return p.have[p.used-1]
}

var (
	hollow    = color.NRGBA{}
	veil      = color.NRGBA{R: 255, G: 255, B: 255, A: 0xb4}
	wash      = color.NRGBA{R: 0x5B, G: 0x5B, B: 0xD6, A: 0x1c}
	hoverLink = color.NRGBA{R: 0xA9, G: 0xA9, B: 0xEA, A: 255} // solid: its pieces overlap
	hoverLine = color.NRGBA{R: 0x5B, G: 0x5B, B: 0xD6, A: 0x70}
	white     = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	ink       = color.NRGBA{R: 0x1B, G: 0x1F, B: 0x2A, A: 255}
	shade     = color.NRGBA{R: 0x1B, G: 0x1F, B: 0x2A, A: 0x40}
)

// layers parts what lies under the strips at the rim of the board from what lies over them, and
// pieces of a palette, which are seen beside the board too.
func layers(o editor.Overlay) (low, high, free editor.Overlay) {
	high = o
	high.Frames, high.Links, high.Handles, high.Ghosts = nil, nil, nil, nil
	for _, g := range o.Ghosts {
		if g.Ref == (journey.Ref{}) {
			free.Ghosts = append(free.Ghosts, g)
		} else {
			high.Ghosts = append(high.Ghosts, g)
		}
	}
	low.Links, low.Handles = o.Links, o.Handles
	for _, f := range o.Frames {
		if f.Stuck {
			high.Frames = append(high.Frames, f)
		} else {
			low.Frames = append(low.Frames, f)
		}
	}
	return low, high, free
}

// draw shows o. The container is filled anew in painting order; objects and their textures stay.
func (v *overlay) draw(o editor.Overlay, scale float64) {
	v.scale = scale
	v.rects.used, v.lines.used, v.dots.used, v.texts.used = 0, 0, 0, 0
	v.box.Objects = v.box.Objects[:0]
	for _, f := range o.Frames {
		v.frame(f)
	}
	for _, l := range o.Links {
		v.link(l)
	}
	for _, l := range o.Lines {
		v.line(l)
	}
	for _, h := range o.Handles {
		v.handle(h)
	}
	if o.Marquee != nil {
		v.rect(*o.Marquee, wash, look.Accent, 1, 2)
	}
	if o.Handle != nil {
		v.emotion(o.Handle)
	}
	for _, g := range o.Ghosts {
		v.ghost(g)
	}
	for _, t := range o.Tips {
		v.tip(t.Text, v.pos(t.At))
	}
	canvas.Refresh(v.box)
}

func (v *overlay) pos(p geom.Point) fyne.Position {
	return fyne.NewPos(float32(p.X/v.scale), float32(p.Y/v.scale))
}

// rect puts a rectangle. Widths and corners are in units of Fyne.
func (v *overlay) rect(r geom.Rect, fill, stroke color.Color, width, corner float32) *canvas.Rectangle {
	c := v.rects.take()
	c.FillColor, c.StrokeColor, c.StrokeWidth, c.CornerRadius = fill, stroke, width, corner
	c.Shadow = canvas.Shadow{}
	c.Move(v.pos(r.Min))
	c.Resize(fyne.NewSize(float32(r.W()/v.scale), float32(r.H()/v.scale)))
	v.box.Objects = append(v.box.Objects, c)
	return c
}

func (v *overlay) segment(a, b geom.Point, c color.Color, width float32) {
	l := v.lines.take()
	l.Position1, l.Position2 = v.pos(a), v.pos(b)
	l.StrokeColor, l.StrokeWidth = c, width
	v.box.Objects = append(v.box.Objects, l)
}

// dot puts a disc with its middle at p; the radius is in units of Fyne.
func (v *overlay) dot(p geom.Point, radius float32, fill, stroke color.Color, width float32) {
	d := v.dots.take()
	d.FillColor, d.StrokeColor, d.StrokeWidth = fill, stroke, width
	at := v.pos(p)
	d.Move(at.SubtractXY(radius, radius))
	d.Resize(fyne.NewSquareSize(2 * radius))
	v.box.Objects = append(v.box.Objects, d)
}

// text puts a line of text with its left end and its middle at p and returns how wide it is.
func (v *overlay) text(s string, at fyne.Position, c color.Color, size float32) fyne.Size {
	t := v.texts.take()
	t.Text, t.Color, t.TextSize, t.FontSource = s, c, size, look.Medium
	m := t.MinSize()
	t.Move(at.SubtractXY(0, m.Height/2))
	t.Resize(m)
	v.box.Objects = append(v.box.Objects, t)
	return m
}

func (v *overlay) frame(f editor.Frame) {
	around := f.Rect.Inset(-2 * v.scale)
	switch f.Kind {
	case editor.FrameSelected:
		v.rect(around, hollow, look.Accent, 2, 7)
	case editor.FrameHover:
		v.rect(around, hollow, hoverLine, 1.25, 7)
	case editor.FrameTarget:
		v.rect(f.Rect, wash, hoverLine, 1.25, 7)
	case editor.FrameLifted:
		v.rect(f.Rect.Inset(-v.scale), veil, hollow, 0, 7)
	}
}

func (v *overlay) line(l editor.OverlayLine) {
	switch l.Kind {
	case editor.LineGuide:
		v.segment(l.From, l.To, hoverLine, 1)
	case editor.LineBorder:
		v.segment(l.From, l.To, look.Accent, 2)
	case editor.LineMeasure:
		v.segment(l.From, l.To, look.Accent, 1)
		if n, ok := along(l.From, l.To); ok {
			tick := geom.Pt(-n.Y, n.X).Mul(4 * v.scale)
			v.segment(l.From.Sub(tick), l.From.Add(tick), look.Accent, 1)
			v.segment(l.To.Sub(tick), l.To.Add(tick), look.Accent, 1)
		}
	default:
		v.segment(l.From, l.To, look.Accent, 3)
		v.dot(l.From, 4, look.Accent, hollow, 0)
		v.dot(l.To, 4, look.Accent, hollow, 0)
	}
}

// along is the direction from one point to another, one pixel long; false if they are the same.
func along(from, to geom.Point) (geom.Point, bool) {
	d := from.Dist(to)
	if d < 0.01 {
		return geom.Point{}, false
	}
	return to.Sub(from).Mul(1 / d), true
}

// handle draws what can be pulled: a dot, with a plus where pulling adds a link; a pill where it
// makes a card wider.
func (v *overlay) handle(h editor.Handle) {
	if h.Kind == editor.HandleSpan {
		half := geom.Pt(3, 8).Mul(v.scale)
		v.rect(geom.Rect{Min: h.At.Sub(half), Max: h.At.Add(half)}, white, look.Accent, 1.5, 3)
		return
	}
	if h.Kind != editor.HandleLink && h.Kind != editor.HandleBranch {
		v.dot(h.At, 5, white, look.Accent, 1.75)
		return
	}
	v.dot(h.At, 6.5, white, look.Accent, 1.75)
	x, y := geom.Pt(3*v.scale, 0), geom.Pt(0, 3*v.scale)
	v.segment(h.At.Sub(x), h.At.Add(x), look.Accent, 1.5)
	v.segment(h.At.Sub(y), h.At.Add(y), look.Accent, 1.5)
}

// tip writes a short text on a dark label; at is the middle of its left end.
func (v *overlay) tip(s string, at fyne.Position) {
	if s == "" {
		return
	}
	t := canvas.Text{Text: s, TextSize: 12, FontSource: look.Medium}
	m := t.MinSize()
	lab := v.rects.take()
	lab.FillColor, lab.StrokeColor, lab.StrokeWidth, lab.CornerRadius = ink, hollow, 0, 5
	lab.Shadow = canvas.Shadow{}
	lab.Move(at.SubtractXY(0, m.Height/2+4))
	lab.Resize(m.AddWidthHeight(16, 8))
	v.box.Objects = append(v.box.Objects, lab)
	v.text(s, at.AddXY(8, 0), white, 12)
}

func (v *overlay) emotion(h *editor.EmotionDrag) {
	c := nrgba(h.Color)
	if n := len(h.Points); n > 1 { // the curve as it was steps back
		y0, y1 := min(h.Guide[0].Y, h.Guide[1].Y), max(h.Guide[0].Y, h.Guide[1].Y)
		r := geom.Rect{Min: geom.Pt(h.Points[0].X, y0), Max: geom.Pt(h.Points[n-1].X, y1)}.Inset(-10 * v.scale)
		v.rect(r, color.NRGBA{R: 255, G: 255, B: 255, A: 0xa0}, hollow, 0, 8)
	}
	v.segment(h.Guide[0], h.Guide[1], hoverLine, 1)
	for i := 1; i < len(h.Points); i++ {
		v.segment(h.Points[i-1], h.Points[i], c, 2.5)
	}
	v.dot(h.At, 8, white, c, 3)
	v.tip(h.Label, v.pos(h.At).AddXY(16, 0)) // the spoken word, right of the point
}

// container is a box whose contents are placed by hand.
func container() *fyne.Container { return &fyne.Container{} }

func nrgba(c scene.Color) color.NRGBA {
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(c.A*255 + 0.5)}
}
