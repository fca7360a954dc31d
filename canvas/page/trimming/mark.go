package trimming

import "jejak/canvas/geom"

// MarkLength is how long a crop mark is.
const MarkLength = 12

// CropMarks are the lines at the corners of r at which paper is cut; they begin gap away from it.
func CropMarks(r geom.Rect, gap float64) geom.Path {
	var p geom.Path
	line := func(x0, y0, x1, y1 float64) {
		p.Move(geom.Pt(x0, y0))
		p.Line(geom.Pt(x1, y1))
	}
	for _, x := range []float64{r.Min.X, r.Max.X} {
		line(x, r.Min.Y-gap-MarkLength, x, r.Min.Y-gap)
		line(x, r.Max.Y+gap, x, r.Max.Y+gap+MarkLength)
	}
	for _, y := range []float64{r.Min.Y, r.Max.Y} {
		line(r.Min.X-gap-MarkLength, y, r.Min.X-gap, y)
		line(r.Max.X+gap, y, r.Max.X+gap+MarkLength, y)
	}
	return p
}
