package raster_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

var white = scene.RGB(0xFFFFFF)

// sameAsTiles fails unless painting px in tiles of that size gives what painting it at once gives.
func sameAsTiles(t interface {
	Helper()
	Fatalf(string, ...any)
}, s *scene.Scene, view geom.Transform, px image.Rectangle, side int) {
	t.Helper()
	whole := raster.Tile(s, view, px, white)
	for y := px.Min.Y; y < px.Max.Y; y += side {
		for x := px.Min.X; x < px.Max.X; x += side {
			at := image.Rect(x, y, min(x+side, px.Max.X), min(y+side, px.Max.Y))
			tile := raster.Tile(s, view, at, white)
			for j := range at.Dy() {
				for i := range at.Dx() {
					got := tile.RGBAAt(i, j)
					want := whole.RGBAAt(x+i-px.Min.X, y+j-px.Min.Y)
					if got != want {
						t.Fatalf("pixel %d,%d at zoom %v is %v in its tile and %v in the whole", x+i, y+j, view.K, got, want)
					}
				}
			}
		}
	}
}

func TestTilesHaveNoSeams(t *testing.T) {
	s := journeyMap(5, 3)
	for _, k := range []float64{0.31, 1, 4.0 / 3, 2.77} {
		view := geom.Transform{K: k, D: geom.Pt(-13.37, 21.9)}
		px := view.ApplyRect(s.Bounds)
		box := image.Rect(-30, -30, min(int(px.Max.X)+30, 1100), min(int(px.Max.Y)+30, 700))
		sameAsTiles(t, s, view, box, 256)
		sameAsTiles(t, s, view, box.Inset(3), 61)
	}
}

// marks makes any marks at all, some of them on whole coordinates, where edges meet.
func drawScene(t *rapid.T) *scene.Scene {
	coordinate := rapid.OneOf(rapid.Float64Range(-40, 240), rapid.Map(rapid.IntRange(-40, 240), func(i int) float64 { return float64(i) }))
	size := rapid.Float64Range(0, 150)
	pt := func(name string) geom.Point {
		return geom.Pt(coordinate.Draw(t, name+".x"), coordinate.Draw(t, name+".y"))
	}
	colour := func() scene.Color {
		return scene.RGB(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "rgb")).Alpha(rapid.SampledFrom([]float64{1, 0.5, 0.1}).Draw(t, "alpha"))
	}
	path := func() geom.Path {
		switch rapid.IntRange(0, 3).Draw(t, "shape") {
		case 0:
			p := pt("rect")
			return geom.RectPath(geom.R(p.X, p.Y, size.Draw(t, "w"), size.Draw(t, "h")))
		case 1:
			p := pt("round")
			return geom.RoundRect(geom.R(p.X, p.Y, size.Draw(t, "w"), size.Draw(t, "h")), rapid.Float64Range(0, 30).Draw(t, "r"))
		case 2:
			return geom.Polyline(pt("a"), pt("b"))
		}
		var p geom.Path
		p.Move(pt("a"))
		p.Cubic(pt("b"), pt("c"), pt("d"))
		p.Line(pt("e"))
		p.Quad(pt("f"), pt("g"))
		if rapid.Bool().Draw(t, "closed") {
			p.Close()
		}
		return p
	}
	var d drawing
	for range rapid.IntRange(1, 6).Draw(t, "marks") {
		switch rapid.IntRange(0, 4).Draw(t, "mark") {
		case 0:
			d.fill(path(), colour())
		case 1:
			w := rapid.Float64Range(0.1, 12).Draw(t, "width")
			var dash []float64
			if rapid.Bool().Draw(t, "dashed") {
				dash = []float64{rapid.Float64Range(0, 9).Draw(t, "on"), rapid.Float64Range(0.5, 9).Draw(t, "off")}
			}
			d.stroke(path(), w, colour(), dash...)
		case 2:
			p := pt("text")
			d.text(p.X, p.Y, "Jejak kaki, Ähre", text.Style(rapid.IntRange(0, 4).Draw(t, "style")), rapid.Float64Range(1, 60).Draw(t, "size"), 0, colour())
		case 3:
			p := pt("shadow")
			d.shadow(geom.R(p.X, p.Y, size.Draw(t, "w"), size.Draw(t, "h")), rapid.Float64Range(0, 12).Draw(t, "corner"),
				rapid.Float64Range(0, 12).Draw(t, "blur"), 2, colour())
		case 4:
			p := path()
			d.add(p.Bounds(), &scene.Fill{Path: p, Gradient: &scene.Gradient{Y0: coordinate.Draw(t, "y0"), Y1: coordinate.Draw(t, "y1"), From: colour(), To: colour()}})
		}
	}
	return d.done(200, 200)
}

func TestTilesHaveNoSeamsAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		view := geom.Transform{
			K: rapid.Float64Range(0.2, 2).Draw(t, "zoom"),
			D: geom.Pt(rapid.Float64Range(-50, 50).Draw(t, "dx"), rapid.Float64Range(-50, 50).Draw(t, "dy")),
		}
		sameAsTiles(t, s, view, image.Rect(-10, -10, 150, 150), rapid.IntRange(9, 90).Draw(t, "side"))
	})
}

// Tiles are painted by several goroutines at once.
func TestTilesConcurrently(t *testing.T) {
	s := journeyMap(3, 2)
	view := geom.Transform{K: 1.37}
	px := image.Rect(0, 0, 256, 256)
	want := raster.Tile(s, view, px, white)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := raster.Tile(s, view, px, white); !bytes.Equal(got.Pix, want.Pix) {
				t.Error("a tile painted beside others differs")
			}
		})
	}
	wg.Wait()
}

func TestTileWithoutScene(t *testing.T) {
	img := raster.Tile(nil, geom.Transform{K: 1}, image.Rect(100, 100, 110, 120), scene.RGB(0x123456))
	if img.Rect != image.Rect(0, 0, 10, 20) {
		t.Errorf("bounds %v", img.Rect)
	}
	if got := img.RGBAAt(9, 19); got != (color.RGBA{0x12, 0x34, 0x56, 255}) {
		t.Errorf("ground is %v", got)
	}
	if img := raster.Tile(nil, geom.Transform{K: 1}, image.Rectangle{}, white); len(img.Pix) != 0 {
		t.Error("an empty tile has pixels")
	}
}

// What no layout would ever make must cost little and break nothing.
func TestAbsurdNumbers(t *testing.T) {
	values := []float64{0, 1, -1, 1e-300, 1e7, 1e18, -1e300, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()}
	line := fonts().Break("Jejak", text.Spec{Size: 9}, 0).Lines[0]
	img := photo(4, 4)
	rapid.Check(t, func(t *rapid.T) {
		v := func(name string) float64 { return rapid.SampledFrom(values).Draw(t, name) }
		r := geom.R(v("x"), v("y"), v("w"), v("h"))
		paths := []geom.Path{geom.RectPath(r), geom.RoundRect(r, v("radius")), geom.Polyline(r.Min, r.Max), geom.Circle(r.Min, v("radius"))}
		p := paths[rapid.IntRange(0, 3).Draw(t, "path")]
		c := scene.RGB(0x336699).Alpha(v("alpha"))
		into := image.NewRGBA(image.Rect(0, 0, 40, 40))
		painter := raster.New(into, geom.Transform{K: v("k"), D: geom.Pt(v("dx"), v("dy"))})
		painter.Fill(&scene.Fill{Path: p, Color: c})
		painter.Fill(&scene.Fill{Path: p, Gradient: &scene.Gradient{Y0: v("y0"), Y1: v("y1"), From: c, To: c}})
		painter.Stroke(&scene.Stroke{Path: p, Pen: scene.Pen{Width: v("width"), Dash: []float64{v("on"), v("off")}}, Color: c})
		painter.Stroke(&scene.Stroke{Path: p, Pen: scene.Pen{Width: v("width")}, Color: c})
		painter.Text(&scene.Text{Line: line, At: r.Min, Size: v("size"), Color: c})
		painter.Picture(&scene.Picture{Rect: r, Key: "p", Data: img})
		painter.Picture(&scene.Picture{Rect: r, Key: "q"})
		painter.Shadow(&scene.Shadow{Rect: r, Corner: v("corner"), Blur: v("blur"), Dy: v("dy"), Color: c})
	})
	s := journeyMap(1, 1)
	for _, k := range values {
		raster.Tile(s, geom.Transform{K: k, D: geom.Pt(k, 3)}, image.Rect(0, 0, 16, 16), white)
		raster.Image(s, geom.R(0, 0, k, 10), 1, white)
	}
}

func page() scene.Page {
	s := journeyMap(2, 1)
	return scene.Page{
		Scene: s,
		Size:  geom.Size{W: 400, H: 300},
		View:  geom.R(30, 20, 300, 200),
		Place: geom.Transform{K: 1.2, D: geom.Pt(-16, 6)},
		Label: "a page",
	}
}

func TestPNG(t *testing.T) {
	var b bytes.Buffer
	if err := raster.PNG(&b, page(), 144, false); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got != image.Pt(800, 600) {
		t.Errorf("400×300 pt at 144 dpi have %v pixels", got)
	}
	if r, g, bl, a := img.At(5, 5).RGBA(); r != 0xffff || g != 0xffff || bl != 0xffff || a != 0xffff {
		t.Error("paper outside the view is not white")
	}
	if i := bytes.Index(b.Bytes(), []byte("pHYs")); i < 0 || !bytes.Equal(b.Bytes()[i+4:i+8], []byte{0, 0, 0x16, 0x25}) {
		t.Error("the file does not say that it has 5669 pixels to the metre")
	}
}

func TestPNGTransparent(t *testing.T) {
	var d drawing
	d.fill(geom.RectPath(geom.R(10, 10, 20, 20)), scene.RGB(0xFF0000))
	p := scene.Page{Scene: d.done(40, 40), Size: geom.Size{W: 40, H: 40}, View: geom.R(0, 0, 40, 40), Place: geom.Transform{K: 1}}
	img, err := raster.Page(p, 72, true)
	if err != nil {
		t.Fatal(err)
	}
	if a := img.RGBAAt(2, 2).A; a != 0 {
		t.Errorf("the paper has the opacity %d", a)
	}
	if got := img.RGBAAt(20, 20); got != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("the square is %v", got)
	}
}

func TestPNGTooLarge(t *testing.T) {
	for _, dpi := range []float64{1e5, math.Inf(1), math.NaN(), 0, -3} {
		var b bytes.Buffer
		var size *raster.SizeError
		if err := raster.PNG(&b, page(), dpi, false); !errors.As(err, &size) {
			t.Errorf("%v dpi: error %v, want a SizeError", dpi, err)
		}
		if b.Len() > 0 {
			t.Errorf("%v dpi: %d bytes were written", dpi, b.Len())
		}
	}
}

// The page clips the scene to its view.
func TestPageClips(t *testing.T) {
	var d drawing
	d.fill(geom.RectPath(geom.R(0, 0, 100, 100)), scene.RGB(0x0000FF))
	p := scene.Page{Scene: d.done(100, 100), Size: geom.Size{W: 100, H: 100}, View: geom.R(20, 20, 50, 50), Place: geom.Transform{K: 1}}
	img, err := raster.Page(p, 72, false)
	if err != nil {
		t.Fatal(err)
	}
	blue := 0
	for y := range 100 {
		for x := range 100 {
			if img.RGBAAt(x, y).R == 0 {
				blue++
			}
		}
	}
	if blue != 50*50 {
		t.Errorf("%d pixels are painted, want 2500", blue)
	}
}
