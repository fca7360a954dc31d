package truetype

import (
	"math"

	"jejak/canvas/geom"
)

// node is a point of a TrueType contour, in font units with y up.
type node struct {
	x, y int
	on   bool
}

// cubicError is how far, in font units, a quadratic curve may run from the cubic it stands for.
const cubicError = 0.4

// contours turns a glyph's outline (em, y down) into TrueType contours. Quadratic curves stay
// what they are; cubic ones are cut until they fit.
func contours(p geom.Path) [][]node {
	var all [][]node
	var at geom.Point
	var cur []node
	end := func() {
		if c := tidy(cur); len(c) > 2 {
			all = append(all, c)
		}
		cur = nil
	}
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case geom.MoveTo:
			end()
			at = unit(p.Points[i])
			cur = append(cur, toNode(at, true))
			i++
		case geom.LineTo:
			at = unit(p.Points[i])
			cur = append(cur, toNode(at, true))
			i++
		case geom.QuadTo:
			q, to := unit(p.Points[i]), unit(p.Points[i+1])
			cur = append(cur, toNode(q, false), toNode(to, true))
			at = to
			i += 2
		case geom.CubicTo:
			c1, c2, to := unit(p.Points[i]), unit(p.Points[i+1]), unit(p.Points[i+2])
			cur = appendCubic(cur, at, c1, c2, to)
			at = to
			i += 3
		case geom.Close:
			// every contour of a glyph is closed
		}
	}
	end()
	return all
}

// unit goes from em, y down, to font units, y up.
func unit(p geom.Point) geom.Point { return geom.Pt(p.X*UnitsPerEm, -p.Y*UnitsPerEm) }

func toNode(p geom.Point, on bool) node {
	clamp := func(v float64) int { return int(math.Max(-16000, math.Min(math.Round(v), 16000))) }
	return node{clamp(p.X), clamp(p.Y), on}
}

// appendCubic cuts a cubic into equal parts and puts a quadratic in the place of each. The
// distance between the two falls with the third power of the number of parts.
func appendCubic(cur []node, p0, c1, c2, p3 geom.Point) []node {
	third := p3.Sub(c2.Mul(3)).Add(c1.Mul(3)).Sub(p0)
	n := math.Ceil(math.Cbrt(math.Sqrt(3) / 36 * math.Hypot(third.X, third.Y) / cubicError))
	n = math.Max(1, math.Min(n, 16))
	for k := 0.0; k < n; k++ {
		a, b1, b2, d := cubicPart(p0, c1, c2, p3, k/n, (k+1)/n)
		q := b1.Add(b2).Mul(3).Sub(a).Sub(d).Mul(0.25)
		cur = append(cur, toNode(q, false), toNode(d, true))
	}
	return cur
}

// cubicPart returns the control points of the part from t0 to t1.
func cubicPart(p0, p1, p2, p3 geom.Point, t0, t1 float64) (a, b, c, d geom.Point) {
	value := func(t float64) geom.Point {
		u := 1 - t
		return p0.Mul(u * u * u).Add(p1.Mul(3 * u * u * t)).Add(p2.Mul(3 * u * t * t)).Add(p3.Mul(t * t * t))
	}
	slope := func(t float64) geom.Point {
		u := 1 - t
		return p1.Sub(p0).Mul(3 * u * u).Add(p2.Sub(p1).Mul(6 * u * t)).Add(p3.Sub(p2).Mul(3 * t * t))
	}
	h := (t1 - t0) / 3
	a, d = value(t0), value(t1)
	return a, a.Add(slope(t0).Mul(h)), d.Sub(slope(t1).Mul(h)), d
}

// tidy drops what a contour does not need: the repeated start, points twice in the same place,
// and points in the middle between two control points, which TrueType implies.
func tidy(c []node) []node {
	if len(c) > 1 && c[0].on && c[len(c)-1] == c[0] {
		c = c[:len(c)-1]
	}
	var out []node
	for i, n := range c {
		if n.on && len(out) > 0 && out[len(out)-1] == n {
			continue
		}
		// The start stays: a contour that begins with a control point is legal but rare.
		if i > 0 && n.on {
			prev, next := c[i-1], c[(i+1)%len(c)]
			if !prev.on && !next.on && middle(prev.x, next.x, n.x) && middle(prev.y, next.y, n.y) {
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

func middle(a, b, m int) bool { d := a + b - 2*m; return d >= -1 && d <= 1 }
