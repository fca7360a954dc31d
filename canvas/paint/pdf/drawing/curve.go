package drawing

import (
	"math"

	"jejak/canvas/geom"
)

// Outlines of fonts are drawn with curves of the third degree and put into the file as many short
// ones of the second. PDF has the third degree alone, so what was cut is put together again: that
// is half of the curves.

// slack is how far a curve may lie beside the one it stands for, in units.
const slack = 1

// longest is how many curves of the second degree become one.
const longest = 6

// quad is a curve of the second degree.
type quad struct{ from, control, to geom.Point }

func (q quad) at(t float64) geom.Point {
	u := 1 - t
	return q.from.Mul(u * u).Add(q.control.Mul(2 * u * t)).Add(q.to.Mul(t * t))
}

// straight reports whether the curve can not be told from a line.
func (q quad) straight() bool {
	return q.control.Dist(q.from.Add(q.to).Mul(0.5)) < slack
}

// joined returns the controls of one curve of the third degree that runs as the quads do, if there
// is one.
func joined(quads []quad) (c1, c2 geom.Point, ok bool) {
	// Curves that were one go on at the joint with the same speed: that tells how much of the
	// whole each of them was.
	shares := make([]float64, len(quads))
	shares[0] = 1
	sum := 1.0
	for i := 1; i < len(quads); i++ {
		in, out := quads[i-1].to.Sub(quads[i-1].control), quads[i].control.Sub(quads[i].from)
		a, b := math.Hypot(in.X, in.Y), math.Hypot(out.X, out.Y)
		if a < 0.01 || b < 0.01 || (in.X*out.X+in.Y*out.Y)/(a*b) < 0.99 {
			return c1, c2, false // a corner
		}
		shares[i] = shares[i-1] * b / a
		sum += shares[i]
	}
	first, last := quads[0], quads[len(quads)-1]
	c1 = first.from.Add(first.control.Sub(first.from).Mul(2.0 / 3 * sum / shares[0]))
	c2 = last.to.Add(last.control.Sub(last.to).Mul(2.0 / 3 * sum / shares[len(quads)-1]))
	begin := 0.0
	for i, q := range quads {
		for _, t := range []float64{0.5, 1} {
			if q.at(t).Dist(cubicAt(first.from, c1, c2, last.to, (begin+shares[i]*t)/sum)) > slack {
				return c1, c2, false
			}
		}
		begin += shares[i]
	}
	return c1, c2, true
}

func cubicAt(p0, p1, p2, p3 geom.Point, t float64) geom.Point {
	u := 1 - t
	return p0.Mul(u * u * u).Add(p1.Mul(3 * u * u * t)).Add(p2.Mul(3 * u * t * t)).Add(p3.Mul(t * t * t))
}
