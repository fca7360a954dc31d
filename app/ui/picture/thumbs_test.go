package picture

import (
	"image"
	"slices"
	"testing"
)

func TestThumbsAreKept(t *testing.T) {
	window := make(chan func(), 8)
	thumbs := NewThumbs(func(f func()) { window <- f })
	var painted, shown []string // painted: by one goroutine, read when all was shown
	ask := func(key string, img image.Image) {
		thumbs.Ask(key, func() image.Image { painted = append(painted, key); return img },
			func(got image.Image) {
				if got != img {
					t.Errorf("%s: got %v", key, got)
				}
				shown = append(shown, key)
			})
	}
	a, b := image.NewGray(image.Rect(0, 0, 1, 1)), image.NewGray(image.Rect(0, 0, 2, 2))
	ask("a", a)
	ask("b", b)
	ask("a", a)
	ask("none", nil)
	for range 4 {
		(<-window)()
	}
	if !slices.Equal(painted, []string{"a", "b", "none"}) || !slices.Equal(shown, []string{"a", "b", "a", "none"}) {
		t.Errorf("painted %v, shown %v", painted, shown)
	}
	ask("b", b)
	if len(window) > 0 || len(painted) != 3 || len(shown) != 5 {
		t.Errorf("what is there was not shown at once: painted %v, shown %v", painted, shown)
	}
}
