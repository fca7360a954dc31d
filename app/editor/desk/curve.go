package desk

import (
	"cmp"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
)

// Smooth returns a line of straight pieces along the curve that the map draws through pts, which
// are in order from left to right. tolerance is how far it may stray.
func Smooth(pts []geom.Point, tolerance float64) []geom.Point {
	if len(pts) == 0 {
		return nil
	}
	line := append(make([]geom.Point, 0, 8*len(pts)), pts[0])
	layout.Through(pts).Flatten(tolerance, func(_, b geom.Point) { line = append(line, b) })
	return line
}

// sortTargets puts targets in order from left to right.
func sortTargets(list []*scene.Target) {
	slices.SortStableFunc(list, func(a, b *scene.Target) int {
		return cmp.Compare(a.Bounds.Center().X, b.Bounds.Center().X)
	})
}

// Along returns a path as short straight pieces, seen through t.
func Along(p geom.Path, t geom.Transform) []geom.Point {
	var pts []geom.Point
	p.Transform(t).Flatten(0.5, func(a, b geom.Point) {
		if len(pts) == 0 {
			pts = append(pts, a)
		}
		pts = append(pts, b)
	})
	return pts
}

// Middle returns the point halfway along a path; the zero Point of an empty one.
func Middle(p geom.Path) geom.Point {
	pts := Along(p, geom.Transform{K: 1})
	length := 0.0
	for i := 1; i < len(pts); i++ {
		length += pts[i].Dist(pts[i-1])
	}
	left := length / 2
	for i := 1; i < len(pts); i++ {
		d := pts[i].Dist(pts[i-1])
		if left <= d && d > 0 {
			return pts[i-1].Add(pts[i].Sub(pts[i-1]).Mul(left / d))
		}
		left -= d
	}
	if len(pts) > 0 {
		return pts[0]
	}
	return geom.Point{}
}
