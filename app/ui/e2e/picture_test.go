//go:build e2e

package e2e

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os/exec"
	"testing"

	"jejak/app/ui/picture"
	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// shot is a picture of the window's content.
func (p *program) shot() image.Image {
	p.t.Helper()
	out, err := exec.Command("import", "-window", p.id, "png:-").Output()
	if err != nil {
		p.t.Fatalf("screenshot: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		p.t.Fatal(err)
	}
	return img
}

// TestBoardShowsTheMap compares what is on the screen after an edit with the map painted apart.
func TestBoardShowsTheMap(t *testing.T) {
	s := sample(t)
	card, target := s.card("Eye test"), s.card("Posts a review")
	s.drag(s.body(card), s.above(target))
	s.key("Escape") // no frames over it
	s.move(geom.Pt(700, 12))
	sc := picture.Of(s.saved(), s.mapID)
	seen := s.rest()
	view := seen.View
	view.D = geom.Pt(math.Round(view.D.X), math.Round(view.D.Y)) // the board keeps its tiles on whole pixels
	size := image.Rect(0, 0, int(seen.Board.W()), int(seen.Board.H()))
	want := raster.Tile(sc, view, size, scene.RGB(0xFFFFFF))
	paper := view.ApplyRect(sc.Bounds)
	inside := image.Rect(int(paper.Min.X)+2, int(paper.Min.Y)+2, int(paper.Max.X)-2, int(paper.Max.Y)-2).Intersect(size)
	inside.Max = inside.Max.Sub(inside.Size().Div(3)) // the rest lies under the minimap, or may
	at := image.Pt(int(seen.Board.Min.X), int(seen.Board.Min.Y))
	s.wait("the picture of what was changed", func() bool {
		img := s.shot()
		all, other := 0, 0
		for y := inside.Min.Y; y < inside.Max.Y; y += 2 {
			for x := inside.Min.X; x < inside.Max.X; x += 2 {
				r, _, _, _ := img.At(x+at.X, y+at.Y).RGBA()
				if d := int(r>>8) - int(want.RGBAAt(x, y).R); d > 24 || d < -24 {
					other++
				}
				all++
			}
		}
		return other*100 < all
	})
}
