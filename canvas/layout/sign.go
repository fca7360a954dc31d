package layout

import "jejak/canvas/geom"

// Marker is the shape at the points of the i-th persona of a map, about c with the radius r.
func Marker(i int, c geom.Point, r float64) geom.Path { return shape(i, c, r) }

// Dash is how the curve of the i-th persona of a map is broken: lengths of strokes and gaps in
// points, nil for an unbroken line. The slice must not be changed.
func Dash(i int) []float64 { return dashes[i%len(dashes)] }
