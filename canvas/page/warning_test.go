package page_test

import (
	"testing"

	"jejak/canvas/page"
)

// TestMiniaturesAreNotRead: the plan of a poster shows the map too small to be read, and nobody is
// warned of that.
func TestMiniaturesAreNotRead(t *testing.T) {
	src := sample(t, "en")
	for _, mode := range []page.Mode{page.Poster, page.Single} {
		r := page.Paginate(src, page.Options{Paper: paperNamed(t, "A4", true), Mode: mode, Measurer: faces()})
		small := false
		for _, w := range r.Warnings {
			small = small || w.Kind == page.TooSmall
		}
		if want := mode == page.Single; small != want {
			t.Errorf("mode %d on %d pages: warned of small text %v, want %v", mode, len(r.Pages), small, want)
		}
	}
}
