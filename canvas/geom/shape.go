package geom

import "math"

// AsRect returns the rectangle whose outline p is, if it is one: a single closed contour of four
// axis-parallel sides, in either direction.
func (p Path) AsRect() (Rect, bool) {
	n := len(p.Verbs)
	if n < 5 || n > 6 || p.Verbs[0] != MoveTo || p.Verbs[n-1] != Close || len(p.Points) != n-1 {
		return Rect{}, false
	}
	for _, v := range p.Verbs[1 : n-1] {
		if v != LineTo {
			return Rect{}, false
		}
	}
	q := p.Points
	if n == 6 && q[4] != q[0] {
		return Rect{}, false
	}
	across := q[0].Y == q[1].Y && q[1].X == q[2].X && q[2].Y == q[3].Y && q[3].X == q[0].X
	down := q[0].X == q[1].X && q[1].Y == q[2].Y && q[2].X == q[3].X && q[3].Y == q[0].Y
	if !across && !down {
		return Rect{}, false
	}
	return Rect{
		Pt(math.Min(q[0].X, q[2].X), math.Min(q[0].Y, q[2].Y)),
		Pt(math.Max(q[0].X, q[2].X), math.Max(q[0].Y, q[2].Y)),
	}, true
}

// AsRoundRect returns the rectangle and the corner radius of a path that RoundRect made; a circle
// is one whose radius is half its sides.
func (p Path) AsRoundRect() (r Rect, radius float64, ok bool) {
	if len(p.Verbs) != 10 || len(p.Points) != 17 || p.Verbs[2] != CubicTo {
		return Rect{}, 0, false
	}
	r = Rect{Pt(p.Points[12].X, p.Points[0].Y), Pt(p.Points[4].X, p.Points[8].Y)}
	radius = p.Points[4].Y - r.Min.Y
	want := RoundRect(r, radius)
	if len(want.Points) != len(p.Points) {
		return Rect{}, 0, false
	}
	for i, v := range want.Verbs {
		if p.Verbs[i] != v {
			return Rect{}, 0, false
		}
	}
	// The radius was found by subtracting, so the corners agree only up to rounding.
	eps := 1e-9 * (math.Abs(r.Min.X) + math.Abs(r.Min.Y) + math.Abs(r.Max.X) + math.Abs(r.Max.Y) + 1)
	for i, q := range want.Points {
		if !(math.Abs(q.X-p.Points[i].X) <= eps && math.Abs(q.Y-p.Points[i].Y) <= eps) {
			return Rect{}, 0, false
		}
	}
	return r, radius, true
}
