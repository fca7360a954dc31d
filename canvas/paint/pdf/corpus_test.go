package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/raster"
	"jejak/data/exchange"
	"jejak/data/journey/journeytest"
)

// TestDiagramsThatPeopleWrote prints a collection of diagrams that is kept beside the project, not in
// it, on one page and over sheets of A4: each page looks in poppler and in MuPDF as our own painter
// paints it. It takes some minutes, so that every twentieth diagram must do; JEJAK_SOAK=1 takes all.
func TestDiagramsThatPeopleWrote(t *testing.T) {
	files, err := filepath.Glob("../../../../shared/journeys/*.mmd")
	if err != nil {
		t.Fatal(err)
	}
	a4, err := page.PaperNamed("A4", true)
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for i, file := range files {
		if i%20 != 0 && os.Getenv("JEJAK_SOAK") == "" {
			continue
		}
		in, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		p, _, err := exchange.ReadMermaid(in, journeytest.IDs(), nil)
		in.Close()
		if err != nil {
			continue // what is refused is the concern of data/exchange
		}
		source := layout.Printable(p, p.MapsInOrder()[0].ID, layout.Options{})
		for name, o := range map[string]page.Options{
			"one page": {}, "tiles": {Paper: a4, Mode: page.Tiled, Header: true, Footer: true},
		} {
			sheets := page.Paginate(source, o).Pages
			out := written(t, sheets...)
			for n, sheet := range sheets {
				want, err := raster.Page(sheet, 72, false)
				if err != nil {
					t.Fatal(err)
				}
				for reader, got := range renderedPage(t, out, "72", n+1) {
					if mean, worst, at := difference(want, got); mean > 0.008 || worst > 0.25 {
						t.Errorf("%s, %s, page %d: %s differs by %.4f in the mean and %.3f at %v", filepath.Base(file), name, n+1, reader, mean, worst, at)
					}
				}
				pages++
			}
		}
	}
	t.Logf("%d pages", pages)
}
