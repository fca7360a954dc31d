package layout

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"jejak/assets/samples"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// TestPictures compares what the samples look like. The text goldens say what is drawn where;
// these say that it is painted so. A byte may differ by 3, and one pixel in a thousand by more:
// processors round sums differently.
func TestPictures(t *testing.T) {
	for _, lang := range []string{"en", "id"} {
		s := arrange(read(t, samples.JSON(lang)))
		got := raster.Image(s, s.Bounds, 0.75, scene.RGB(0xFFFFFF))
		path := filepath.Join("testdata", "sample."+lang+".png")
		if *update {
			save(t, path, got)
		}
		want := load(t, path)
		if want.Rect != got.Rect {
			t.Errorf("%s: the picture has %v, want %v", path, got.Rect, want.Rect)
			continue
		}
		off := 0
		for i := 0; i < len(got.Pix); i += 4 {
			for c := range 3 {
				if d := int(got.Pix[i+c]) - int(want.Pix[i+c]); d > 3 || d < -3 {
					off++
					break
				}
			}
		}
		if off > len(got.Pix)/4/1000 {
			failed := filepath.Join("testdata", "failed", filepath.Base(path))
			save(t, failed, got)
			t.Errorf("%s: %d pixels differ; what was painted is in %s", path, off, failed)
		}
	}
}

func save(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
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

func load(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	rgba := image.NewRGBA(img.Bounds())
	draw.Draw(rgba, rgba.Rect, img, img.Bounds().Min, draw.Src)
	return rgba
}
