package raster_test

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

func TestPictureSizes(t *testing.T) {
	data := photo(40, 20)
	for _, c := range []struct {
		name string
		r    geom.Rect
	}{
		{"as it is", geom.R(10, 10, 40, 20)},
		{"smaller", geom.R(10, 10, 20, 10)},
		{"larger", geom.R(10, 10, 80, 40)},
		{"larger across only", geom.R(10, 10, 80, 10)},
	} {
		img := one(100, 60, &scene.Picture{Rect: c.r, Key: "sizes", Data: data})
		box := image.Rect(int(c.r.Min.X), int(c.r.Min.Y), int(c.r.Max.X), int(c.r.Max.Y))
		if got := int(area(img)); got != box.Dx()*box.Dy() {
			t.Errorf("%s: %d pixels are painted, want %d", c.name, got, box.Dx()*box.Dy())
		}
		// The pattern is red from left to right and green downward.
		tl, br := img.RGBAAt(box.Min.X, box.Min.Y), img.RGBAAt(box.Max.X-1, box.Max.Y-1)
		if tl.R > 12 || tl.G > 20 || br.R < 240 || br.G < 230 {
			t.Errorf("%s: corners are %v and %v", c.name, tl, br)
		}
	}
}

// A picture that changed under the same key is not taken from the cache.
func TestPictureChanges(t *testing.T) {
	r := geom.R(0, 0, 8, 8)
	one(8, 8, &scene.Picture{Rect: r, Key: "changes", Data: photo(8, 8)})
	img := one(8, 8, &scene.Picture{Rect: r, Key: "changes", Data: solid(8, color.NRGBA{0, 0, 255, 255})})
	if got := img.RGBAAt(4, 4); got != (color.RGBA{0, 0, 255, 255}) {
		t.Errorf("the new picture is %v", got)
	}
}

func TestPictureIsTranslucent(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 20, 20))
	p := raster.New(img, geom.Transform{K: 1})
	p.Fill(&scene.Fill{Path: geom.RectPath(geom.R(0, 0, 20, 20)), Color: scene.RGB(0xFFFFFF)})
	for i, side := range []float64{4, 20} { // copied and stretched
		p.Picture(&scene.Picture{Rect: geom.R(0, 0, side, side), Key: journey.ID(fmt.Sprint("translucent", i)), Data: solid(8, color.NRGBA{255, 0, 0, 128})})
	}
	if got := img.RGBAAt(10, 10); got.R != 255 || got.G < 126 || got.G > 128 || got.A != 255 {
		t.Errorf("half a red on white is %v", got)
	}
}

func TestBrokenPicture(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("GIF89a"), photo(9, 9)[:60]} {
		m := &scene.Picture{Rect: geom.R(5, 5, 30, 20), Key: "broken", Data: data}
		want := image.NewRGBA(image.Rect(0, 0, 40, 30))
		for _, mark := range paint.Broken(m.Rect) {
			paint.Mark(mark, raster.New(want, geom.Transform{K: 1}))
		}
		if got := one(40, 30, m); string(got.Pix) != string(want.Pix) || area(got) == 0 {
			t.Errorf("%d bytes that are no picture are not painted as a crossed box", len(data))
		}
	}
}

// A picture that is cut out to a part of itself, as a portrait is, is cut out as a crossed box too.
func TestBrokenPictureStaysInItsClip(t *testing.T) {
	seen := geom.R(20, 10, 10, 10)
	img := one(60, 30, &scene.Picture{Rect: geom.R(0, 10, 50, 10), Clip: geom.RectPath(seen), Key: "cut", Data: []byte("no picture")})
	want := one(60, 30, &scene.Picture{Rect: seen, Key: "cut", Data: []byte("no picture")})
	if string(img.Pix) != string(want.Pix) || area(img) == 0 {
		t.Error("the crossed box is not that of what is seen")
	}
	if img := one(60, 30, &scene.Picture{Rect: geom.R(0, 10, 50, 10), Clip: geom.RectPath(geom.R(0, 0, 50, 5)), Key: "cut"}); area(img) != 0 {
		t.Error("there is a crossed box of what cannot be seen")
	}
}

// The line round a crossed box reaches into the tile beside the one that the picture lies in.
func TestBrokenPictureHasNoSeams(t *testing.T) {
	s := &scene.Scene{Bounds: geom.R(0, 0, 60, 30)}
	m := &scene.Picture{Rect: geom.R(30.1, 5.3, 20, 15), Key: "seam", Data: []byte("no picture")}
	s.Items = []scene.Item{{Bounds: m.Rect.Inset(-0.5), Mark: m}}
	s.Seal()
	for x := 26; x < 34; x++ {
		view := geom.Transform{K: 1}
		whole := raster.Tile(s, view, image.Rect(0, 0, 60, 30), scene.RGB(0xFFFFFF))
		tile := raster.Tile(s, view, image.Rect(0, 0, x, 30), scene.RGB(0xFFFFFF))
		for y := range 30 {
			if got, want := tile.RGBAAt(x-1, y), whole.RGBAAt(x-1, y); got != want {
				t.Fatalf("the last column of a tile of %d: %v at %d, in one piece %v", x, got, y, want)
			}
		}
	}
}
