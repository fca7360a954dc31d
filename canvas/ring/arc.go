package ring

import (
	"math"

	"jejak/canvas/geom"
)

// at is the place at a turn and a distance from c.
func at(c geom.Point, turn, radius float64) geom.Point {
	return geom.Pt(c.X+radius*math.Sin(turn), c.Y-radius*math.Cos(turn))
}

// arc goes on with p along a circle about c, from one turn to another, either way round.
func arc(p *geom.Path, c geom.Point, radius, from, to float64) {
	n := math.Max(1, math.Ceil(math.Abs(to-from)/(math.Pi/4)))
	step := (to - from) / n
	k := 4.0 / 3 * math.Tan(step/4) * radius
	for i := range int(n) {
		a := from + float64(i)*step
		b := a + step
		s, e := at(c, a, radius), at(c, b, radius)
		p.Cubic(
			geom.Pt(s.X+k*math.Cos(a), s.Y+k*math.Sin(a)),
			geom.Pt(e.X-k*math.Cos(b), e.Y-k*math.Sin(b)),
			e,
		)
	}
}

// circlePart is the open line along a circle.
func circlePart(c geom.Point, radius, from, to float64) geom.Path {
	var p geom.Path
	p.Move(at(c, from, radius))
	arc(&p, c, radius, from, to)
	return p
}

// annulus is what lies between two circles.
func annulus(c geom.Point, inner, outer float64) geom.Path {
	var p geom.Path
	p.Move(at(c, 0, outer))
	arc(&p, c, outer, 0, 2*math.Pi)
	p.Close()
	p.Move(at(c, 0, inner))
	arc(&p, c, inner, 0, -2*math.Pi)
	p.Close()
	return p
}

// chevron is a segment of a band, pointing clockwise: notched where it begins, with a point where it
// ends, if these are asked for.
func chevron(c geom.Point, inner, outer, from, to, point float64, notch, tip bool) geom.Path {
	mid := (inner + outer) / 2
	from, to = from+1.2/mid, to-1.2/mid
	var p geom.Path
	p.Move(at(c, from, outer))
	arc(&p, c, outer, from, to)
	if tip {
		p.Line(at(c, to+point/mid, mid))
	}
	p.Line(at(c, to, inner))
	arc(&p, c, inner, to, from)
	if notch {
		p.Line(at(c, from+point/mid, mid))
	}
	p.Close()
	return p
}

// inSegment reports whether a rectangle lies within a segment, pad away from its rims. The segment
// is notched by point where it begins.
func inSegment(r geom.Rect, c geom.Point, inner, outer, from, to, point, pad float64) bool {
	near := geom.Pt(math.Max(r.Min.X, math.Min(c.X, r.Max.X)), math.Max(r.Min.Y, math.Min(c.Y, r.Max.Y)))
	if near.Dist(c) < inner+pad {
		return false
	}
	mid := (from + to) / 2
	for _, q := range []geom.Point{r.Min, r.Max, geom.Pt(r.Min.X, r.Max.Y), geom.Pt(r.Max.X, r.Min.Y)} {
		d := q.Dist(c)
		if d > outer-pad {
			return false
		}
		turn := math.Atan2(q.X-c.X, c.Y-q.Y)
		turn = mid + math.Remainder(turn-mid, 2*math.Pi)
		if (turn-from)*d < point+pad || (to-turn)*d < pad {
			return false
		}
	}
	return true
}
