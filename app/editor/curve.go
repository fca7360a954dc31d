package editor

import (
	"cmp"
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// pieces is how many straight pieces stand for the curve between two points of the preview.
const pieces = 12

// smooth returns a line along the monotone cubic through pts, which are in order from left to
// right: it never runs beyond the points it joins, as the curve on the map does not.
func smooth(pts []geom.Point) []geom.Point {
	if len(pts) < 3 {
		return pts
	}
	slopes := tangents(pts)
	line := make([]geom.Point, 0, (len(pts)-1)*pieces+1)
	line = append(line, pts[0])
	for i := range len(pts) - 1 {
		a, b := pts[i], pts[i+1]
		h := b.X - a.X
		for k := 1; k <= pieces; k++ {
			t := float64(k) / pieces
			t2, t3 := t*t, t*t*t
			y := (2*t3-3*t2+1)*a.Y + (t3-2*t2+t)*h*slopes[i] + (3*t2-2*t3)*b.Y + (t3-t2)*h*slopes[i+1]
			line = append(line, geom.Pt(a.X+t*h, y))
		}
	}
	return line
}

// tangents chooses the slope at each point so that no piece overshoots (Fritsch and Carlson, 1980).
func tangents(pts []geom.Point) []float64 {
	n := len(pts)
	secant := make([]float64, n-1)
	for i := range secant {
		if h := pts[i+1].X - pts[i].X; h > 0 {
			secant[i] = (pts[i+1].Y - pts[i].Y) / h
		}
	}
	m := make([]float64, n)
	m[0], m[n-1] = secant[0], secant[n-2]
	for i := 1; i < n-1; i++ {
		if secant[i-1]*secant[i] > 0 {
			m[i] = (secant[i-1] + secant[i]) / 2
		}
	}
	for i, s := range secant {
		if s == 0 {
			m[i], m[i+1] = 0, 0
			continue
		}
		a, b := m[i]/s, m[i+1]/s
		if r := a*a + b*b; r > 9 {
			k := 3 / math.Sqrt(r)
			m[i], m[i+1] = k*a*s, k*b*s
		}
	}
	return m
}

// sortTargets puts targets in order from left to right.
func sortTargets(list []*scene.Target) {
	slices.SortStableFunc(list, func(a, b *scene.Target) int {
		return cmp.Compare(a.Bounds.Center().X, b.Bounds.Center().X)
	})
}
