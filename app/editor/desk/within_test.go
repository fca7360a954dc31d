package desk

import (
	"testing"

	"jejak/canvas/geom"
)

// TestWithin: scrolling by the rim of the board ends a little beyond the paper, and never jumps back.
func TestWithin(t *testing.T) {
	v := NewViewport()
	v.Size, v.Scale = geom.Size{W: 1000, H: 800}, 1
	v.Transform = geom.Transform{K: 1}
	paper := func(x0, x1 float64) geom.Rect { return geom.Rect{Min: geom.Pt(x0, 0), Max: geom.Pt(x1, 400)} }
	for _, c := range []struct {
		name    string
		x0, x1  float64
		left, d float64
		want    float64
		then    string
	}{
		{"far from the end", -500, 3000, 0, -40, -40, "goes on"},
		{"near the end", -500, 990, 0, -40, -14, "stops 24 beyond it"},
		{"beyond the end", -500, 700, 0, -40, 0, "stays"},
		{"to the left", -500, 900, 0, 40, 40, "goes on"},
		{"at the left end", 10, 1900, 0, 40, 14, "stops 24 before it"},
		{"at the left end, covered", 10, 1900, 100, 40, 40, "the cover counts"},
		{"all in sight", 100, 900, 0, 40, 0, "stays"},
	} {
		if got := v.Within(geom.Pt(c.d, 0), paper(c.x0, c.x1), c.left, 0).X; got != c.want {
			t.Errorf("%s: %g, want %g: it %s", c.name, got, c.want, c.then)
		}
	}
}
