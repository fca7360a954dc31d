package raster_test

import (
	"flag"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

var update = flag.Bool("update", false, "write testdata anew")

// golden compares img with testdata/name.png. A byte may differ by 2, for other processors round
// some sums otherwise.
func golden(t *testing.T, name string, img *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, img)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != img.Rect {
		t.Fatalf("%s has the size %v, want %v", name, img.Rect, want.Bounds())
	}
	off := 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			r, g, b, a := want.At(x, y).RGBA()
			got := img.RGBAAt(x, y)
			for _, d := range [][2]uint8{{got.R, uint8(r >> 8)}, {got.G, uint8(g >> 8)}, {got.B, uint8(b >> 8)}, {got.A, uint8(a >> 8)}} {
				if math.Abs(float64(d[0])-float64(d[1])) > 2 {
					off++
					break
				}
			}
		}
	}
	if off > 0 {
		failed := filepath.Join("testdata", "failed", name+".png")
		write(t, failed, img)
		t.Errorf("%s: %d pixels differ; what was painted is in %s", name, off, failed)
	}
}

func write(t *testing.T, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestGoldenCard(t *testing.T) {
	var d drawing
	d.fill(geom.RectPath(geom.R(0, 0, 170, 70)), scene.RGB(0xF8FAFC))
	d.card(geom.R(8, 8, 150, 52), scene.RGB(0x0E7F86), "Reads opening hours and prices on the site", "Website · owned")
	golden(t, "card", raster.Image(d.done(170, 70), geom.R(0, 0, 170, 70), 4.0/3, white))
}

func TestGoldenText(t *testing.T) {
	var d drawing
	d.fill(geom.RectPath(geom.R(0, 0, 240, 60)), scene.RGB(0xFFFFFF))
	d.fill(geom.RectPath(geom.R(0, 60, 240, 60)), scene.RGB(0x1B1F2A))
	for i, style := range []text.Style{text.Regular, text.Medium, text.SemiBold, text.Bold, text.Italic} {
		size := 7 + float64(i)/2
		d.text(6, 11+float64(i)*11, "Jejak pelanggan, from rattle to review", style, size, 0, inkColor)
		d.text(6, 71+float64(i)*11, "Jejak pelanggan, from rattle to review", style, size, 0, scene.RGB(0xFFFFFF))
	}
	golden(t, "text", raster.Image(d.done(240, 120), geom.R(0, 0, 240, 120), 4.0/3, white))
}

func TestGoldenLines(t *testing.T) {
	var d drawing
	blue := scene.RGB(0x2D6CB5)
	for i, w := range []float64{0.3, 0.75, 1, 1.5, 2.4, 5} {
		y := 8 + float64(i)*10
		var curve geom.Path
		curve.Move(geom.Pt(70, y))
		curve.Cubic(geom.Pt(85, y-12), geom.Pt(95, y+12), geom.Pt(110, y))
		d.stroke(geom.Polyline(geom.Pt(6, y), geom.Pt(60, y)), w, blue)
		d.stroke(curve, w, blue.Alpha(0.6))
		d.stroke(curve.Transform(geom.Transform{K: 1, D: geom.Pt(48, 0)}), w, blue, 4, 3)
		d.stroke(geom.Polyline(geom.Pt(166, y), geom.Pt(176, y-4), geom.Pt(170, y+4), geom.Pt(186, y)), w, blue.Alpha(0.6))
		d.stroke(geom.Circle(geom.Pt(198, y), 4), w, blue)
	}
	golden(t, "lines", raster.Image(d.done(210, 66), geom.R(0, 0, 210, 66), 2, white))
}

func TestGoldenStickers(t *testing.T) {
	var d drawing
	d.fill(geom.RectPath(geom.R(0, 0, 240, 60)), scene.RGB(0xFFFFFF))
	d.fill(geom.RectPath(geom.R(0, 60, 240, 60)), scene.RGB(0x1B1F2A))
	for i, ink := range []scene.Color{inkColor, scene.RGB(0xFFFFFF)} {
		y := 60 * float64(i)
		d.text(6, y+12, "Buys 🛒, pays 💳, waits ⏳ and smiles 🙂", text.Regular, 9, 0, ink)
		d.text(6, y+34, "😡🇮🇩👩‍🚀✔️🔥🌈", text.Regular, 18, 0, ink)
		d.text(6, y+52, "faded 😡🇮🇩👩‍🚀✔️🔥 ✔ ☎ ©", text.Regular, 12, 0, ink.Alpha(0.4))
	}
	golden(t, "stickers", raster.Image(d.done(240, 120), geom.R(0, 0, 240, 120), 4.0/3, white))
}
