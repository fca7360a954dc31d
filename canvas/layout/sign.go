package layout

import (
	"jejak/assets/words"
	"jejak/canvas/draw"
	"jejak/canvas/geom"
)

// Marker is the shape at the points of the i-th persona of a map, about c with the radius r.
func Marker(i int, c geom.Point, r float64) geom.Path { return draw.Marker(i, c, r) }

// Dash is how the curve of the i-th persona of a map is broken: lengths of strokes and gaps in
// points, nil for an unbroken line. The slice must not be changed.
func Dash(i int) []float64 { return draw.Dash(i) }

// Face is a feeling, −2 … +2, as a face about at: a disc to fill and stroke, eyes to fill, and a
// mouth to stroke.
func Face(at geom.Point, radius, value float64) (disc, eyes, mouth geom.Path) {
	return draw.Face(at, radius, value)
}

// Through is the curve of a row through points of rising X; see draw.Through.
func Through(pts []geom.Point) geom.Path { return draw.Through(pts) }

// ValueY is where a feeling from −2 to +2 lies between up (+2) and down (−2).
func ValueY(value, up, down float64) float64 { return draw.ValueY(value, up, down) }

// YValue is the feeling at y, the way back from ValueY.
func YValue(y, up, down float64) float64 { return draw.YValue(y, up, down) }

// Date writes "2026-11-21" as the language of w does; what is no date comes back as it is.
func Date(s string, w *words.Table) string { return draw.Date(s, w) }

// WebAddress returns a text as the address it is, empty if it is none that may be followed.
func WebAddress(s string) string { return draw.WebAddress(s) }
