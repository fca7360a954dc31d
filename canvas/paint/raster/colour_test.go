package raster

import (
	"bytes"
	"image"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/canvas/text/colr"
)

// TestStickersInTiles: painted in tiles, pictograms are those that are painted at once, the large
// ones that are filled anew and the small ones that are kept.
func TestStickersInTiles(t *testing.T) {
	lib := text.NewLibrary(text.WithoutSystemFonts())
	s := &scene.Scene{Bounds: geom.R(0, 0, 300, 220)}
	for i, size := range []float64{9.3, 40, 130} {
		l := lib.Break("😀🔥🌈", text.Spec{Size: size}, 0).Lines[0]
		at := geom.Pt(7.3, 14.6+float64(i*i)*45)
		s.Items = append(s.Items, scene.Item{Bounds: s.Bounds, Mark: &scene.Text{Line: l, At: at, Size: size, Color: scene.RGB(0).Alpha(0.7)}})
	}
	s.Seal()
	view := geom.Transform{K: 1}
	whole := Tile(s, view, image.Rect(0, 0, 300, 220), scene.RGB(0xFFFFFF))
	seen := 0
	for i := 0; i < len(whole.Pix); i += 4 {
		if whole.Pix[i] != whole.Pix[i+2] {
			seen++
		}
	}
	if seen < 10_000 {
		t.Fatalf("%d pixels have a colour", seen)
	}
	const side = 37
	for y := 0; y < 220; y += side {
		for x := 0; x < 300; x += side {
			r := image.Rect(x, y, x+side, y+side).Intersect(whole.Bounds())
			tile := Tile(s, view, r, scene.RGB(0xFFFFFF))
			for row := range r.Dy() {
				from := whole.PixOffset(r.Min.X, r.Min.Y+row)
				at := tile.PixOffset(tile.Rect.Min.X, tile.Rect.Min.Y+row)
				if !bytes.Equal(whole.Pix[from:from+4*r.Dx()], tile.Pix[at:at+4*r.Dx()]) {
					t.Fatalf("tile %v differs in row %d", r, row)
				}
			}
		}
	}
}

// TestDamagedSticker: layers that reach absurdly far take no room.
func TestDamagedSticker(t *testing.T) {
	far := geom.RectPath(geom.R(-900, -900, 1800, 1800))
	s := makeSticker([]colr.Layer{{Path: far, Fill: colr.Fill{Color: colr.Color{R: 255, A: 1}}}}, largestMask)
	if s.box.Dx() > 10*largestMask || s.box.Empty() {
		t.Errorf("it takes %v", s.box)
	}
	if s := makeSticker(nil, 10); !s.box.Empty() {
		t.Errorf("nothing takes %v", s.box)
	}
}
