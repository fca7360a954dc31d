package layout

import (
	"math"
	"slices"

	"jejak/canvas/geom"
)

// Through is a smooth curve through points of rising X that never overshoots: between two
// neighbours it stays between their values, and where the values turn, it is level. It is the
// monotone cubic of F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation",
// SIAM J. Numer. Anal. 17 (1980). Points must be sorted by X; of two with the same X the first
// counts.
func Through(pts []geom.Point) geom.Path {
	pts = slices.CompactFunc(slices.Clone(pts), func(a, b geom.Point) bool { return math.Abs(b.X-a.X) < 1e-9 })
	var p geom.Path
	if len(pts) == 0 {
		return p
	}
	p.Move(pts[0])
	n := len(pts) - 1
	slope := make([]float64, n) // of the chords
	for i := range n {
		slope[i] = (pts[i+1].Y - pts[i].Y) / (pts[i+1].X - pts[i].X)
	}
	tangent := make([]float64, n+1)
	for i := range tangent {
		switch {
		case n == 0:
		case i == 0:
			tangent[i] = slope[0]
		case i == n:
			tangent[i] = slope[n-1]
		case slope[i-1]*slope[i] <= 0:
			tangent[i] = 0
		default:
			tangent[i] = (slope[i-1] + slope[i]) / 2
		}
	}
	for i := range n {
		if slope[i] == 0 {
			tangent[i], tangent[i+1] = 0, 0
			continue
		}
		a, b := tangent[i]/slope[i], tangent[i+1]/slope[i]
		if s := a*a + b*b; s > 9 {
			k := 3 / math.Sqrt(s)
			tangent[i], tangent[i+1] = k*a*slope[i], k*b*slope[i]
		}
	}
	for i := range n {
		dx := (pts[i+1].X - pts[i].X) / 3
		p.Cubic(
			geom.Pt(pts[i].X+dx, pts[i].Y+dx*tangent[i]),
			geom.Pt(pts[i+1].X-dx, pts[i+1].Y-dx*tangent[i+1]),
			pts[i+1],
		)
	}
	return p
}

// ValueY is where a feeling from −2 to +2 lies between up (+2) and down (−2).
func ValueY(value, up, down float64) float64 { return down + (value+2)/4*(up-down) }

// YValue is the feeling at y, the way back from ValueY.
func YValue(y, up, down float64) float64 { return (y-down)/(up-down)*4 - 2 }

// areas returns what lies between a curve and the zero line: the part above and the part below.
func areas(curve geom.Path, zero float64) (above, below geom.Path) {
	var line []geom.Point
	curve.Flatten(0.25, func(a, b geom.Point) {
		if len(line) == 0 {
			line = append(line, a)
		}
		if (a.Y-zero)*(b.Y-zero) < 0 {
			t := (zero - a.Y) / (b.Y - a.Y)
			line = append(line, geom.Pt(a.X+t*(b.X-a.X), zero))
		}
		line = append(line, b)
	})
	if len(line) < 2 {
		return
	}
	side := func(keep func(y float64) float64) geom.Path {
		pts := make([]geom.Point, 0, len(line)+2)
		pts = append(pts, geom.Pt(line[0].X, zero))
		flat := true
		for _, q := range line {
			y := keep(q.Y)
			flat = flat && y == zero
			pts = append(pts, geom.Pt(q.X, y))
		}
		if flat {
			return geom.Path{}
		}
		return geom.Polygon(append(pts, geom.Pt(line[len(line)-1].X, zero))...)
	}
	return side(func(y float64) float64 { return math.Min(y, zero) }), side(func(y float64) float64 { return math.Max(y, zero) })
}
