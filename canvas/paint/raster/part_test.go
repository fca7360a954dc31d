package raster

import (
	"bytes"
	"errors"
	"image"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// TestPartsOfAPage: what is painted in parts is what is painted at once.
func TestPartsOfAPage(t *testing.T) {
	s := &scene.Scene{Bounds: geom.R(0, 0, 200, 100)}
	for i, c := range []uint32{0xD92D20, 0x17814F, 0x2B6CB5} {
		p := geom.RoundRect(geom.R(20+50*float64(i), 10, 60, 70), 8)
		s.Items = append(s.Items, scene.Item{Bounds: p.Bounds(), Mark: &scene.Fill{Path: p, Color: scene.RGB(c).Alpha(0.6)}})
	}
	s.Seal()
	pg := scene.Page{Scene: s, Size: geom.Size{W: 200, H: 100}, View: geom.R(10, 0, 150, 60), Place: geom.Transform{K: 0.8, D: geom.Pt(12, 7)},
		More: []scene.Window{{Scene: s, View: s.Bounds, Place: geom.Transform{K: 0.2, D: geom.Pt(150, 70)}}}}
	const scale = 1.7
	whole := PagePart(pg, scale, image.Rect(0, 0, 340, 170))
	paged, err := Page(pg, scale*72, false)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(whole.Pix, paged.Pix) {
		t.Error("a part that is the whole differs from the page")
	}
	for _, px := range []image.Rectangle{image.Rect(0, 0, 91, 53), image.Rect(91, 53, 340, 170), image.Rect(-20, -20, 30, 30)} {
		part := PagePart(pg, scale, px)
		if part.Rect.Size() != px.Size() || part.Rect.Min != (image.Point{}) {
			t.Fatalf("part %v is %v", px, part.Rect)
		}
		for y := max(px.Min.Y, 0); y < px.Max.Y; y++ {
			for x := max(px.Min.X, 0); x < px.Max.X; x++ {
				if a, b := whole.RGBAAt(x, y), part.RGBAAt(x-px.Min.X, y-px.Min.Y); a != b {
					t.Fatalf("part %v at %d,%d: %v, want %v", px, x, y, b, a)
				}
			}
		}
	}
	if img := PagePart(pg, scale, image.Rect(0, 0, MaxPixels, 2)); !img.Rect.Empty() {
		t.Errorf("an image of %v", img.Rect)
	}
}

// TestWaitingForAPicture: it is the same picture, and whoever has waited enough gets none.
func TestWaitingForAPicture(t *testing.T) {
	s := &scene.Scene{Bounds: geom.R(0, 0, 300, 900)}
	p := geom.RoundRect(geom.R(20, 10, 250, 850), 40)
	s.Items = append(s.Items, scene.Item{Bounds: p.Bounds(), Mark: &scene.Fill{Path: p, Color: scene.RGB(0xD92D20).Alpha(0.6)}})
	s.Seal()
	pg := scene.Page{Scene: s, Size: geom.Size{W: 300, H: 900}, View: s.Bounds, Place: geom.Transform{K: 1}}
	for _, clear := range []bool{true, false} {
		var plain, told bytes.Buffer
		if err := PNG(&plain, pg, 110, clear); err != nil {
			t.Fatal(err)
		}
		last := -1
		if err := PNGEach(&told, pg, 110, clear, func(done, of int) error {
			if done != last+1 || of != 6 {
				t.Errorf("told %d of %d after %d", done, of, last)
			}
			last = done
			return nil
		}); err != nil || !bytes.Equal(plain.Bytes(), told.Bytes()) || last != 3 {
			t.Errorf("%v; %d and %d bytes, told %d", err, plain.Len(), told.Len(), last)
		}
	}
	enough := errors.New("enough")
	var none bytes.Buffer
	if err := PNGEach(&none, pg, 110, false, func(done, _ int) error {
		if done == 2 {
			return enough
		}
		return nil
	}); !errors.Is(err, enough) || none.Len() > 0 {
		t.Errorf("%v, and %d bytes", err, none.Len())
	}
}
