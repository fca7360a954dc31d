package layout

import (
	"image/png"
	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"os"
	"testing"
)

func TestTmp(t *testing.T) {
	w := func(n string, s *scene.Scene, k float64) {
		img := raster.Image(s, s.Bounds, k, scene.RGB(0xffffff))
		f, _ := os.Create("/tmp/" + n + ".png")
		png.Encode(f, img)
		f.Close()
	}
	w("everything", arrange(everything()), 1.5)
	d, _ := templates.JSON("five-stages", "en")
	w("five", arrange(read(t, d)), 1.5)
	p := read(t, samples.JSON("en"))
	w("bw", Arrange(p, p.MapsInOrder()[0].ID, Options{Measurer: faces, Sheet: style.New("black and white")}), 1.5)
}
