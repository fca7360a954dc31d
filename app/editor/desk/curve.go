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
