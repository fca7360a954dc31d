package page_test

import (
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/page"
	"jejak/canvas/scene"
)

func TestOnePageHoldsTheWholeMap(t *testing.T) {
	s := sample(t, "en").Scene
	for _, name := range page.PaperNames {
		for _, landscape := range []bool{true, false} {
			paper, err := page.PaperNamed(name, landscape)
			if err != nil {
				t.Fatal(err)
			}
			pages := page.Paginate(page.Source{Scene: s}, page.Options{Paper: paper}).Pages
			if len(pages) != 1 {
				t.Fatalf("%s: %d pages, want 1", name, len(pages))
			}
			pg := pages[0]
			sheet := geom.R(0, 0, pg.Size.W, pg.Size.H).Inset(-1e-6)
			if on := pg.Place.ApplyRect(s.Bounds); !sheet.ContainsRect(on) {
				t.Errorf("%s landscape=%v: the map lies at %v on a sheet of %v", name, landscape, on, pg.Size)
			}
			if name == "A3" && landscape && pg.Size.W < pg.Size.H {
				t.Error("A3 landscape is upright")
			}
			if name == "fit" && pg.Place.K != 1 {
				t.Errorf("fit is scaled by %g", pg.Place.K)
			}
		}
	}
}

func TestVeryWideMapFitsThePageLimit(t *testing.T) {
	s := &scene.Scene{Bounds: geom.R(0, 0, 50000, 900)}
	s.Seal()
	pg := page.Paginate(page.Source{Scene: s}, page.Options{}).Pages[0]
	if pg.Size.W > 14400 || pg.Place.K >= 1 {
		t.Errorf("page of %v at %g", pg.Size, pg.Place.K)
	}
}

func TestUnknownPaper(t *testing.T) {
	if _, err := page.PaperNamed("A9", true); err == nil {
		t.Error("A9 is taken for a paper")
	}
	if p, err := page.PaperNamed("a4", true); err != nil || p.Size.W < p.Size.H {
		t.Errorf("a4 landscape: %v, %v", p, err)
	}
}
