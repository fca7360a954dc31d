package pdf

import (
	"bytes"
	"image/color"
	"math"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// What lies outside its outline is not seen of a picture; what is painted after it is.
func TestPictureIsClipped(t *testing.T) {
	s := newSketch()
	m := &scene.Picture{Rect: geom.R(10, 30, 80, 40), Clip: geom.Circle(geom.Pt(50, 50), 15), Key: journeyID(1), Data: jpegOf(t, corners(80, 40))}
	s.add(m.Clip.Bounds(), m)
	s.add(geom.R(0, 0, 9, 9), &scene.Fill{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Color: scene.RGB(0x0000FF)})
	s.Bounds = geom.R(0, 0, 100, 100)
	var out bytes.Buffer
	if err := Write(&out, Document{Title: "Clip", Lang: "en", Pages: []scene.Page{s.page("")}}); err != nil {
		t.Fatal(err)
	}
	for name, img := range rendered(t, out.Bytes(), "72") {
		at := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA) }
		for y := range 100 {
			for x := range 100 {
				d := geom.Pt(float64(x)+0.5, float64(y)+0.5).Dist(geom.Pt(50, 50))
				if c := at(x, y); math.Abs(d-15) > 2 && (x > 10 || y > 10) && x < 50 && y < 50 && (d < 15) != (c.G < 100) {
					t.Fatalf("%s: at %d,%d it is %v", name, x, y, c)
				}
			}
		}
		if c := at(4, 4); c.B < 200 || c.R > 60 {
			t.Errorf("%s: what comes after it is %v", name, c)
		}
	}
}
