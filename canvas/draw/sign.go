package draw

import (
	"math"

	"jejak/canvas/geom"
)

// Dash is how the curve of the i-th persona of a map is broken: lengths of strokes and gaps in
// points, nil for an unbroken line. The slice must not be changed.
func Dash(i int) []float64 { return dashes[i%len(dashes)] }

// Face is a feeling, −2 … +2, as a face about at: a disc to fill and stroke, eyes to fill, and a
// mouth to stroke.
func Face(at geom.Point, radius, value float64) (disc, eyes, mouth geom.Path) {
	k := radius / faceRadius
	disc = geom.Circle(at, radius)
	eyes = geom.Circle(geom.Pt(at.X-2.5*k, at.Y-1.9*k), 0.95*k)
	eyes.Append(geom.Circle(geom.Pt(at.X+2.5*k, at.Y-1.9*k), 0.95*k))
	bend := math.Max(-1, math.Min(1, value/1.4)) * 2.4 * k
	if math.Abs(value) < 0.5 {
		bend = 0
	}
	y := at.Y + 2.5*k - bend/2
	mouth.Move(geom.Pt(at.X-3*k, y))
	mouth.Quad(geom.Pt(at.X, y+2*bend*0.75), geom.Pt(at.X+3*k, y))
	return disc, eyes, mouth
}
