package svg_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Each clipped picture has its own outline.
func TestPictureIsClipped(t *testing.T) {
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewRGBA(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	var marks []scene.Mark
	for i := range 3 {
		r := geom.R(float64(20*i), 0, 10, 10)
		marks = append(marks, &scene.Picture{Rect: r.Inset(-5), Clip: geom.RoundRect(r, 2), Key: "a", Data: data.Bytes()})
	}
	got := written(t, pageOf(append(marks, &scene.Picture{Rect: geom.R(0, 50, 10, 10), Key: "a", Data: data.Bytes()})...))
	wellFormed(t, got)
	for _, id := range []string{"c1", "c2", "c3"} {
		if strings.Count(got, `<clipPath id="`+id+`"><path d="M`) != 1 || strings.Count(got, `clip-path="url(#`+id+`)"`) != 1 {
			t.Errorf("%s is not an outline of one picture:\n%s", id, got)
		}
	}
	if n := strings.Count(got, `clip-path="url(#c`); n != 3 {
		t.Errorf("%d pictures are clipped, want 3", n)
	}
}
