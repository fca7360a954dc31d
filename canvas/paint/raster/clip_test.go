package raster_test

import (
	"image"
	"image/color"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// What lies outside its outline is not seen of a picture, whether it is drawn smaller or larger than
// it is, and the edge is smooth.
func TestPictureIsClipped(t *testing.T) {
	blue := color.NRGBA{0, 0, 255, 255}
	for name, side := range map[string]int{"smaller": 100, "larger": 4} {
		img := one(60, 60, &scene.Picture{
			Rect: geom.R(0, 10, 60, 40), Clip: geom.Circle(geom.Pt(30, 30), 15), Key: "clipped", Data: solid(side, blue),
		})
		edge := 0
		for y := range 60 {
			for x := range 60 {
				c := img.RGBAAt(x, y)
				d := geom.Pt(float64(x)+0.5, float64(y)+0.5).Dist(geom.Pt(30, 30))
				switch {
				case d < 14 && c != color.RGBA{0, 0, 255, 255}:
					t.Fatalf("%s: inside, at %d,%d, it is %v", name, x, y, c)
				case d > 16 && c != img.RGBAAt(0, 0):
					t.Fatalf("%s: outside, at %d,%d, it is %v", name, x, y, c)
				case c.A > 0 && c.A < 255:
					edge++
				}
			}
		}
		if edge < 20 {
			t.Errorf("%s: the edge is smooth at %d pixels", name, edge)
		}
	}
}

// Tiles of a clipped picture fit together.
func TestClippedPictureInTiles(t *testing.T) {
	m := &scene.Picture{Rect: geom.R(-5, 3, 70, 50), Clip: geom.RoundRect(geom.R(4.3, 5.7, 50, 40), 9), Key: "clipped tiles", Data: photo(30, 20)}
	s := &scene.Scene{Bounds: geom.R(0, 0, 60, 60), Items: []scene.Item{{Bounds: m.Clip.Bounds(), Mark: m}}}
	s.Seal()
	view := geom.Transform{K: 1.3, D: geom.Pt(0.4, 0)}
	whole := raster.Tile(s, view, image.Rect(0, 0, 80, 80), scene.RGB(0xFFFFFF))
	for _, at := range []image.Point{{0, 0}, {40, 0}, {0, 40}, {40, 40}} {
		tile := raster.Tile(s, view, image.Rect(0, 0, 40, 40).Add(at), scene.RGB(0xFFFFFF))
		for y := range 40 {
			for x := range 40 {
				if got, want := tile.RGBAAt(x, y), whole.RGBAAt(x+at.X, y+at.Y); got != want {
					t.Fatalf("%d,%d is %v, in one piece %v", x+at.X, y+at.Y, got, want)
				}
			}
		}
	}
}
