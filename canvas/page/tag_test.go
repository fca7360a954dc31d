package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/page/pagetest"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// tagOn is a tag at a cut end of a link, as it stands on a page.
type tagOn struct {
	page int // from 1
	says string
	box  geom.Rect
	to   journey.Ref
}

// tagsOf lists the tags of pages.
func tagsOf(pages []scene.Page) []tagOn {
	var all []tagOn
	for i, pg := range pages {
		for _, w := range pg.Windows() {
			for n := range w.Scene.Items {
				it := &w.Scene.Items[n]
				x, ok := it.Mark.(*scene.Text)
				if !ok || it.From.Kind != journey.KindLink || !strings.HasPrefix(x.Text, "→ p. ") && !strings.HasPrefix(x.Text, "← p. ") && !strings.HasPrefix(x.Text, "→ hlm. ") && !strings.HasPrefix(x.Text, "← hlm. ") {
					continue
				}
				g := tagOn{page: i + 1, says: x.Text, box: w.Place.ApplyRect(it.Bounds)}
				for _, l := range w.Scene.Links {
					if l.From == it.From && l.Bounds.Overlaps(it.Bounds) && l.Bounds.Contains(it.Bounds.Center()) && strings.HasPrefix(l.Label, x.Text) {
						g.to = l.To
					}
				}
				all = append(all, g)
			}
		}
	}
	return all
}

// tagged fails if a tag stands off its sheet, names a page that is none or its own, or leads to a
// card that stands on another than it says.
func tagged(t tester, r page.Result) {
	t.Helper()
	on := pagetest.CardsOn(r.Pages)
	for _, g := range tagsOf(r.Pages) {
		var number int
		if _, err := fmt.Sscanf(g.says[strings.LastIndexByte(g.says, ' '):], "%d", &number); err != nil {
			t.Fatalf("%q: %v", g.says, err)
		}
		size := r.Pages[g.page-1].Size
		if number < 1 || number > len(r.Pages) || number == g.page {
			t.Fatalf("page %d of %d says %q", g.page, len(r.Pages), g.says)
		}
		if !geom.R(0, 0, size.W, size.H).ContainsRect(g.box.Inset(0.9)) {
			t.Fatalf("%q stands at %v on a sheet of %v", g.says, g.box, size)
		}
		if places := on[g.to]; g.to != (journey.Ref{}) && !slices.ContainsFunc(places, func(s pagetest.Shown) bool { return s.Page == number-1 }) {
			t.Fatalf("%q leads to a card that stands at %v", g.says, places)
		}
	}
}

// linked is a map of five stages with a card each, and links onward, over two sheets, and back.
func linked() journey.Project {
	recs := []journey.Record{journey.Info{ID: "i", Language: "en"}, journey.Map{ID: "m", Rank: "a", Title: "Linked"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LaneText, Title: "Things"}}
	for i := range 5 {
		n := journey.ID(fmt.Sprint(i))
		recs = append(recs, journey.Stage{ID: "s" + n, MapID: "m", Rank: "a" + journey.Rank(n), Title: "Stage " + string(n)},
			journey.Card{ID: "c" + n, MapID: "m", StageID: "s" + n, LaneID: "l", Rank: "a", Title: "Card " + string(n)})
	}
	link := func(id, from, to journey.ID, kind journey.LinkKind) {
		recs = append(recs, journey.Link{ID: id, MapID: "m", FromID: from, ToID: to, LinkKind: kind})
	}
	link("k1", "c0", "c1", journey.LinkNext)
	link("k2", "c1", "c4", journey.LinkNext)
	link("k3", "c3", "c0", journey.LinkLoopBack)
	return journey.FromRecords(recs)
}

// TestCutLinksNameTheirPages: both ends of a line that a border cuts say where it goes on, and lead
// to the card there; sheets that it only passes name both. Pages are counted through all maps.
func TestCutLinksNameTheirPages(t *testing.T) {
	p := linked()
	src := source(p, "m")
	one := src.Scene.Grid.Columns[0].X1 - src.Scene.Grid.Columns[0].X0
	size := geom.Size{W: src.Scene.Grid.Columns[0].X0 + 2*one + 80, H: 700}
	o := page.Options{Paper: page.Paper{Size: size}, Mode: page.Tiled, Scale: 1, Margin: -1, Measurer: faces()}
	says := func(r page.Result) string {
		var all []string
		for _, g := range tagsOf(r.Pages) {
			all = append(all, fmt.Sprintf("%d %s %s", g.page, g.says, g.to.ID))
		}
		return strings.Join(all, "; ")
	}
	r := page.Paginate(src, o)
	lawful(t, src, r, o)
	const want = "1 → p. 2 c1; 1 ← p. 3 c3; 2 ← p. 1 c0; 2 → p. 3 c4; 2 ← p. 3 c3; 2 → p. 1 c0; 3 ← p. 2 c1; 3 → p. 1 c0"
	if got := says(r); len(r.Pages) != 3 || got != want {
		t.Errorf("%d pages, %s\nwant %s", len(r.Pages), got, want)
	}
	o.Overlap = 20 // and the sheets part elsewhere
	if got := says(page.Paginate(src, o)); got != "1 → p. 3 c4; 1 ← p. 2 c3; 2 ← p. 1 c1; 2 → p. 3 c4; 2 → p. 1 c0; 3 ← p. 1 c1" {
		t.Errorf("with overlap %s", got)
	}
	o.Overlap, o.Words = 0, words.In("id")
	got := says(page.Book([]page.Source{src, src}, o))
	indonesian := strings.ReplaceAll(want, "p.", "hlm.")
	if !strings.HasPrefix(got, indonesian+"; 4 → hlm. 5 c1; ") || !strings.HasSuffix(got, "; 6 → hlm. 4 c0") {
		t.Errorf("two maps: %s", got)
	}
}

// TestUncutLinksHaveNoTags: neither one sheet nor a poster has any.
func TestUncutLinksHaveNoTags(t *testing.T) {
	src := layout.Printable(linked(), "m", layout.Options{Measurer: faces()})
	for _, o := range []page.Options{
		{Paper: paperNamed(t, "A0", true), Mode: page.Tiled}, {Paper: paperNamed(t, "A5", true), Mode: page.Poster}, {Paper: paperNamed(t, "A5", true)},
	} {
		o.Measurer = faces()
		if got := tagsOf(page.Paginate(src, o).Pages); len(got) > 0 {
			t.Errorf("mode %d: %+v", o.Mode, got)
		}
	}
}
