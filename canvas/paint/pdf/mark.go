package pdf

import (
	"fmt"
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// painter turns marks into content operators. It is a paint.Painter; the first thing that can
// not be painted stays in err.
type painter struct {
	content
	file   *file
	fonts  *fonts
	shapes *shapes
	state  state
	saved  []state
	pics   map[string]picture
	err    error
}

// state is what the reader's graphics state holds, so that nothing is said twice.
type state struct {
	fill, stroke scene.Color
	alpha        string
	width        float64
	dash         []float64
	font         *subset
	size         float64
}

func newPainter(f *file) *painter {
	return &painter{file: f, fonts: newFonts(), shapes: newShapes(), pics: map[string]picture{}}
}

// beginPage sets the coordinates to those of the scene, y down, and clips to view.
func (p *painter) beginPage(s sheet, view geom.Rect) {
	decimals := 2
	if s.place.K*s.unit > 3 {
		decimals = 3
	}
	p.content = content{buf: p.buf[:0], decimals: decimals}
	black := scene.Color{}
	p.state = state{fill: black, stroke: black, alpha: "", width: 1}
	p.pushState()
	k, d := s.place.K, s.place.D
	p.matrix(k, -k, geom.Pt(d.X, s.size.H-d.Y))
	p.path(geom.RectPath(view), geom.Point{})
	p.op("W n")
	p.op("1 J 1 j")
}

func (p *painter) endPage() {
	p.popState()
	if p.depth != 0 && p.err == nil {
		p.err = fmt.Errorf("%d graphics states were left open", p.depth)
	}
	p.file.content(p.buf)
}

func (p *painter) pushState() {
	p.save()
	p.saved = append(p.saved, p.state)
}

func (p *painter) popState() {
	p.restore()
	p.state = p.saved[len(p.saved)-1]
	p.saved = p.saved[:len(p.saved)-1]
}

func (p *painter) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

// opacity sets the alpha for fill and stroke, and reports whether anything is to be seen at all.
func (p *painter) opacity(a float64) bool {
	if math.IsNaN(a) || a <= 0 {
		return false
	}
	name := ""
	if a < 0.9995 {
		name = p.file.alpha(a)
	} else if p.state.alpha != "" {
		name = p.file.alpha(1)
	}
	if name != p.state.alpha {
		p.name(name)
		p.op("gs")
		p.state.alpha = name
	}
	return true
}

func (p *painter) fillColor(c scene.Color) bool {
	if !p.opacity(c.A) {
		return false
	}
	if c.A = 0; c != p.state.fill {
		p.color(c, "g", "rg")
		p.state.fill = c
	}
	return true
}

func (p *painter) strokeColor(c scene.Color) bool {
	if !p.opacity(c.A) {
		return false
	}
	if c.A = 0; c != p.state.stroke {
		p.color(c, "G", "RG")
		p.state.stroke = c
	}
	return true
}

// Fill paints the inside of a path.
func (p *painter) Fill(m *scene.Fill) {
	if !sound(m.Path) {
		p.fail("a filled path is broken or has a coordinate that is not a number")
		return
	}
	if len(m.Path.Verbs) == 0 {
		return
	}
	if g := m.Gradient; g != nil {
		p.gradient(m.Path, *g)
		return
	}
	if p.fillColor(m.Color) {
		p.shape(m.Path, "f", 0)
	}
}

// gradient fills a path with a blend. Where the ends differ in opacity, thin bands of their own
// opacity follow each other, without overlap.
func (p *painter) gradient(path geom.Path, g scene.Gradient) {
	switch {
	case !finite(g.Y0, g.Y1):
		p.fail("a gradient has a coordinate that is not a number")
		return
	case math.Abs(g.Y1-g.Y0) < 0.01 || g.From == g.To:
		if p.fillColor(g.To) {
			p.shape(path, "f", 0)
		}
		return
	}
	p.pushState()
	p.path(path, geom.Point{})
	p.op("W n")
	if math.Abs(g.From.A-g.To.A) < 0.002 {
		if p.opacity(g.From.A) {
			p.shade(g)
		}
	} else {
		p.fade(path.Bounds(), g)
	}
	p.popState()
}

// shade paints the blend over all that is not clipped away.
func (p *painter) shade(g scene.Gradient) {
	name := p.file.gradient(g.From, g.To)
	p.matrix(1, g.Y1-g.Y0, geom.Pt(0, g.Y0))
	p.name(name)
	p.op("sh")
}

// fade paints bands from one colour and opacity to another.
func (p *painter) fade(box geom.Rect, g scene.Gradient) {
	const bands = 32
	for i := range bands {
		t := (float64(i) + 0.5) / bands
		mix := func(a, b float64) float64 { return a + (b-a)*t }
		c := scene.Color{
			R: uint8(math.Round(mix(float64(g.From.R), float64(g.To.R)))),
			G: uint8(math.Round(mix(float64(g.From.G), float64(g.To.G)))),
			B: uint8(math.Round(mix(float64(g.From.B), float64(g.To.B)))),
			A: mix(g.From.A, g.To.A),
		}
		y0 := g.Y0 + (g.Y1-g.Y0)*float64(i)/bands
		y1 := g.Y0 + (g.Y1-g.Y0)*float64(i+1)/bands
		if y0 > y1 {
			y0, y1 = y1, y0
		}
		up := g.Y1 < g.Y0
		if (i == 0) != up && (i == 0 || i == bands-1) {
			y0 = math.Min(y0, box.Min.Y) // the first band from above reaches to the top
		}
		if (i == bands-1) != up && (i == 0 || i == bands-1) {
			y1 = math.Max(y1, box.Max.Y)
		}
		if p.fillColor(c) {
			p.path(geom.RectPath(geom.R(box.Min.X, y0, box.W(), y1-y0)), geom.Point{})
			p.op("f")
		}
	}
}

// Stroke paints along a path.
func (p *painter) Stroke(m *scene.Stroke) {
	if !sound(m.Path) || !finite(m.Pen.Width) || !finite(m.Pen.Dash...) {
		p.fail("a line is broken or has a coordinate that is not a number")
		return
	}
	if len(m.Path.Verbs) == 0 || m.Pen.Width <= 0 || !p.strokeColor(m.Color) {
		return
	}
	p.pen(m.Pen)
	p.shape(m.Path, "S", m.Pen.Width)
}

func (p *painter) pen(pen scene.Pen) {
	if pen.Width != p.state.width {
		p.num(pen.Width, 3)
		p.op("w")
		p.state.width = pen.Width
	}
	dash := pen.Dash
	sum := 0.0
	for _, d := range dash {
		if d < 0 {
			dash = nil
		}
		sum += d
	}
	if sum <= 0 {
		dash = nil // a reader would not know how to go on
	}
	if !slices.Equal(dash, p.state.dash) {
		p.buf = append(p.buf, "[ "...)
		for _, d := range dash {
			p.num(d, 3)
		}
		p.op("] 0 d")
		p.state.dash = dash
	}
}

// shape paints a path with op. A shape that stood elsewhere before is only placed again.
func (p *painter) shape(path geom.Path, op string, pen float64) {
	if name, d, ok := p.shapes.find(path, op, pen, p.decimals); ok {
		p.place(name, d)
		return
	}
	p.path(path, geom.Point{})
	p.op(op)
}

// place paints a form, moved by d.
func (p *painter) place(name string, d geom.Point) {
	p.save()
	p.buf = append(p.buf, "1 0 0 1 "...)
	p.at(d)
	p.op("cm")
	p.name(name)
	p.op("Do")
	p.restore()
}
