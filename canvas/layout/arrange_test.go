package layout

import (
	"bytes"

	"image/png"
	"os"
	"testing"

	"jejak/assets/samples"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/exchange"
)

func TestTmp(t *testing.T) {
	for _, l := range []string{"en", "id"} {
		p, notes, err := exchange.ReadJSON(bytes.NewReader(samples.JSON(l)))
		if err != nil {
			t.Fatal(err, notes)
		}
		s := Arrange(p, p.MapsInOrder()[0].ID, Options{})
		img := raster.Image(s, s.Bounds, 1.6, scene.RGB(0xffffff))
		f, _ := os.Create("/tmp/sample-" + l + ".png")
		png.Encode(f, img)
		f.Close()
	}
}
