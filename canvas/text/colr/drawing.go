package colr

import (
	"math"

	"jejak/canvas/geom"
)

// Limits of what one glyph may take. The richest of Noto Color Emoji has some 500 steps.
const (
	maxSteps  = 20_000
	maxDepth  = 40
	maxPoints = 500_000
)

// drawing gathers the layers of a glyph.
type drawing struct {
	table   *Table
	outline func(uint32) geom.Path
	layers  []Layer
	steps   int
	points  int
	depth   int
}

// state is what holds for a part of the graph.
type state struct {
	matrix geom.Affine // in em, y down
	path   *geom.Path  // what is filled, placed; nil: nothing yet
	alpha  float64
}

// The formats of paint tables. One that can vary has the number behind, and the same fields before
// those that say how.
const (
	colrLayers      = 1
	solid           = 2
	linearGradient  = 4
	radialGradient  = 6
	sweepGradient   = 8
	glyphShape      = 10
	colrGlyph       = 11
	transform       = 12
	translate       = 14
	scale           = 16
	scaleAround     = 18
	scaleUniform    = 20
	scaleUniformAbt = 22
	rotate          = 24
	rotateAround    = 26
	skew            = 28
	skewAround      = 30
	composite       = 32
)

func (d *drawing) paint(p data, s state) {
	if len(p) == 0 || d.depth >= maxDepth || d.steps >= maxSteps || d.points >= maxPoints {
		return
	}
	d.steps++
	d.depth++
	defer func() { d.depth-- }()
	format := p.u8(0)
	varies := false
	switch format {
	case solid + 1, linearGradient + 1, radialGradient + 1, sweepGradient + 1,
		transform + 1, translate + 1, scale + 1, scaleAround + 1, scaleUniform + 1, scaleUniformAbt + 1,
		rotate + 1, rotateAround + 1, skew + 1, skewAround + 1:
		format, varies = format-1, true
	}
	switch format {
	case colrLayers:
		list := d.table.layers
		offsets := list.array(4, int(list.u32(0)), 4)
		first := int(p.u32(2))
		for i := first; i < first+p.u8(1) && 4*i < len(offsets); i++ {
			d.paint(list.from(int(offsets.u32(4*i))), s)
		}
	case solid:
		d.fill(Fill{Color: d.table.color(int(p.u16(1)), p.f2dot14(3))}, s)
	case linearGradient, radialGradient, sweepGradient:
		d.fill(d.table.gradient(p, format, varies, s.matrix), s)
	case glyphShape:
		// A shape within a shape is where both are; here the inner one stands for that.
		path := d.outline(uint32(p.u16(4))).Affine(s.matrix)
		s.path = &path
		d.points += len(path.Points)
		d.paint(p.from(p.u24(1)), s)
	case colrGlyph:
		if next := d.table.paint(uint32(p.u16(1))); next != nil {
			d.paint(next, s)
		}
	case composite:
		d.composite(p.from(p.u24(1)), p.from(p.u24(5)), p.u8(4), s)
	default:
		if a, ok := d.table.affine(p, format); ok {
			s.matrix = s.matrix.After(a)
			d.paint(p.from(p.u24(1)), s)
		}
	}
}

// The modes in which one part is laid over another that can be said with layers.
const (
	modeClear    = 0
	modeSrc      = 1
	modeSrcOver  = 3
	modeDestOver = 4
	modeSrcIn    = 5
	modeDestIn   = 6
	modeSrcOut   = 7
	modeSrcAtop  = 9
	modeXor      = 11
)

// composite lays source over backdrop. Where one only lets the other through, evenly, that gets
// fainter. Modes that mix colours (the shade on waving flags, for one) leave the backdrop as it is.
func (d *drawing) composite(source, backdrop data, mode int, s state) {
	switch mode {
	case modeClear:
	case modeSrcIn, modeSrcOut:
		if backdrop.u8(0) == solid {
			a := d.table.color(int(backdrop.u16(1)), backdrop.f2dot14(3)).A
			if mode == modeSrcOut {
				a = 1 - a
			}
			s.alpha *= a
		}
		d.paint(source, s)
	case modeDestIn:
		if source.u8(0) == solid {
			s.alpha *= d.table.color(int(source.u16(1)), source.f2dot14(3)).A
		}
		d.paint(backdrop, s)
	case modeSrc:
		d.paint(source, s)
	case modeDestOver:
		d.paint(source, s)
		d.paint(backdrop, s)
	case modeSrcOver, modeSrcAtop, modeXor:
		d.paint(backdrop, s)
		d.paint(source, s)
	default:
		d.paint(backdrop, s)
	}
}

// fill adds a layer, if anything is to be seen of it.
func (d *drawing) fill(f Fill, s state) {
	if s.path == nil || len(s.path.Verbs) == 0 || !finite(s.path.Bounds()) {
		return
	}
	seen := f.Color.A*s.alpha > 0
	f.Color.A *= s.alpha
	for i := range f.Stops {
		f.Stops[i].Color.A *= s.alpha
		seen = seen || f.Stops[i].Color.A > 0
	}
	if seen {
		d.layers = append(d.layers, Layer{Path: *s.path, Fill: f})
	}
}

// farthest is how far from its origin a glyph may reach, in em: many times what any does.
const farthest = 1000

func finite(r geom.Rect) bool {
	for _, v := range []float64{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y} {
		if !(math.Abs(v) < farthest) {
			return false
		}
	}
	return true
}

// affine reads a transform, in em with y down.
func (t *Table) affine(p data, format int) (geom.Affine, bool) {
	a := geom.Identity
	var about geom.Point // what stays where it is
	switch format {
	case transform:
		m := p.from(p.u24(4))
		a = geom.Affine{XX: m.fixed(0), YX: -m.fixed(4), XY: -m.fixed(8), YY: m.fixed(12)}
		a.DX, a.DY = m.fixed(16)/t.upem, -m.fixed(20)/t.upem
	case translate:
		at := t.point(p, 4)
		a.DX, a.DY = at.X, at.Y
	case scale, scaleAround:
		a.XX, a.YY = p.f2dot14(4), p.f2dot14(6)
		about = t.about(p, 8, format == scaleAround)
	case scaleUniform, scaleUniformAbt:
		a.XX, a.YY = p.f2dot14(4), p.f2dot14(4)
		about = t.about(p, 6, format == scaleUniformAbt)
	case rotate, rotateAround:
		// Angles go counter-clockwise with y up.
		sin, cos := math.Sincos(p.f2dot14(4) * math.Pi)
		a = geom.Affine{XX: cos, YX: -sin, XY: sin, YY: cos}
		about = t.about(p, 6, format == rotateAround)
	case skew, skewAround:
		a.XY, a.YX = math.Tan(p.f2dot14(4)*math.Pi), -math.Tan(p.f2dot14(6)*math.Pi)
		about = t.about(p, 8, format == skewAround)
	default:
		return a, false
	}
	if about != (geom.Point{}) {
		d := about.Sub(a.Apply(about))
		a.DX, a.DY = a.DX+d.X, a.DY+d.Y
	}
	return a, true
}

// point reads a place, in em with y down.
func (t *Table) point(p data, at int) geom.Point {
	return geom.Pt(p.i16(at)/t.upem, -p.i16(at+2)/t.upem)
}

func (t *Table) about(p data, at int, has bool) geom.Point {
	if !has {
		return geom.Point{}
	}
	return t.point(p, at)
}
