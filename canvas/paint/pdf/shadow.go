package pdf

import (
	"fmt"
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
)

// Shadow paints rounded rectangles on top of each other, the widest first, each so faint that
// together they fall off as a blur does. Readers of PDF can not blur.
func (p *painter) Shadow(m *scene.Shadow) {
	r := m.Rect
	if !object.Finite(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y, m.Corner, m.Blur, m.Dy) {
		p.fail("a shadow has a coordinate that is not a number")
		return
	}
	if r.Empty() || math.IsNaN(m.Color.A) || m.Color.A <= 0 || !p.fillColor(m.Color.Alpha(1)) {
		return
	}
	scale := math.Pow10(p.decimals)
	origin := geom.Pt(math.Floor(r.Min.X*scale)/scale, math.Floor((r.Min.Y+m.Dy)*scale)/scale)
	key := fmt.Sprintf("shadow %.2f %.2f %.2f %.2f %.3f", r.W(), r.H(), m.Corner, m.Blur, m.Color.A)
	name, ok := p.shapes.seen[key]
	if !ok {
		name = p.shapes.add(geom.R(0, 0, r.W(), r.H()).Inset(-m.Blur-1), p.shadowOps(m))
		p.shapes.seen[key] = name
	}
	p.place(name, origin)
}

// shadowOps is the content of a shadow's form, with the rectangle at the origin.
func (p *painter) shadowOps(m *scene.Shadow) []byte {
	c := newContent()
	layers := math.Max(1, math.Min(math.Ceil(m.Blur*1.5), 10))
	blur := math.Max(m.Blur, 0)
	box := geom.R(0, 0, m.Rect.W(), m.Rect.H())
	reached := 0.0 // opacity of all layers so far
	for k := 1.0; k <= layers; k++ {
		// Distances go from blur outside to blur inside; the opacity there is that of a straight
		// edge blurred with a deviation of half the radius.
		d := blur * (1 - 2*(k-0.5)/layers)
		target := m.Color.A * 0.5 * math.Erfc(d/blurDeviation(blur)/math.Sqrt2)
		if layers == 1 {
			d, target = 0, m.Color.A
		}
		layer := box.Inset(-d)
		if layer.Empty() {
			break
		}
		a := (target - reached) / (1 - reached)
		if a < 0.0005 {
			continue
		}
		reached = target
		c.name(p.file.alpha(math.Min(a, 1)))
		c.op("gs")
		c.path(geom.RoundRect(layer, math.Max(m.Corner+d, blur/2)), geom.Point{})
		c.op("f")
	}
	return c.buf
}

func blurDeviation(blur float64) float64 { return math.Max(blur/2, 0.01) }
