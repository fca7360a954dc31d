package register

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/assets/words"
	"jejak/canvas/paint"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var (
	update   = flag.Bool("update", false, "write the golden files anew; look at them before you commit")
	pictures = flag.String("pictures", "", "a folder to draw each golden into, to look at")
)

// faces measures with the embedded faces alone, so that a golden is the same on every machine.
var faces = text.NewLibrary(text.WithoutSystemFonts())

const today = "2026-11-22"

func record(s *scene.Scene) string {
	r := paint.NewRecorder()
	paint.Scene(s, s.Bounds, r)
	return r.String()
}

func compare(t *testing.T, name string, pages []*scene.Scene) {
	t.Helper()
	var all []string
	for i, s := range pages {
		all = append(all, record(s))
		if *pictures != "" {
			var b bytes.Buffer
			if err := png.Encode(&b, raster.Image(s, s.Bounds, 2, scene.RGB(0xFFFFFF))); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(*pictures, fmt.Sprintf("register.%s.%d.png", name, i+1)), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	got, path := strings.Join(all, "page\n"), filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d of %s differs\n got: %s\nwant: %s", i+1, path, b[i], a[i])
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%s has %d lines, want %d", path, len(b), len(a))
	}
}

func TestSamples(t *testing.T) {
	for _, lang := range words.Languages {
		data, ok := samples.Named(samples.Names[0], lang)
		if !ok {
			t.Fatal("no sample")
		}
		p, notes, err := exchange.ReadJSON(bytes.NewReader(data))
		if err != nil || len(notes) > 0 {
			t.Fatal(err, notes)
		}
		compare(t, samples.Names[0]+"."+lang, Pages(p, p.MapsInOrder()[0].ID, Options{Measurer: faces, Today: today}))
	}
}

// long is a register of forty actions with much to say, and of one that fills a page.
func long() journey.Project {
	recs := []journey.Record{
		journey.Info{ID: "info", Owner: "Bicycle shop", Language: "en"}, journey.Map{ID: "m", Rank: "a", Title: "Buying a bicycle"},
		journey.Map{ID: "n", Rank: "b", Title: "Later"}, journey.Stage{ID: "s", MapID: "m", Title: "In the shop"},
		journey.Lane{ID: "l", MapID: "m", LaneKind: journey.LanePains}, journey.Lane{ID: "k", MapID: "m", LaneKind: journey.LaneOpportunities},
		journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", Title: "Waits without knowing how long it will take"},
		journey.Card{ID: "o", MapID: "m", StageID: "s", LaneID: "k", Title: "Price list"},
	}
	for i := range 40 {
		a := journey.Action{ID: journey.ID(fmt.Sprintf("a%02d", i)), Rank: journey.Rank(fmt.Sprintf("a%02d", i)),
			Title: strings.Repeat(fmt.Sprintf("Action %d ", i), 1+i%5), Owner: "Dewi Kartika", Department: []string{"Workshop", "", "Marketing and sales"}[i%3],
			Status: journey.Statuses[i%5], Due: fmt.Sprintf("2026-1%d-2%d", i%3, i%9), CardID: []journey.ID{"c", "o", ""}[i%3]}
		if i == 20 {
			a.Note = strings.Repeat("There is very much to be said of this one. ", 60)
		}
		recs = append(recs, a)
	}
	return journey.FromRecords(recs)
}

func TestLong(t *testing.T) {
	pages := Pages(long(), "m", Options{Measurer: faces, Today: today})
	compare(t, "long", pages)
	if len(pages) < 3 {
		t.Errorf("%d pages", len(pages))
	}
	for i, s := range pages {
		if got := record(s); !strings.Contains(got, fmt.Sprintf("Page %d of %d", i+1, len(pages))) || strings.Count(got, `"Department"`) != 1 {
			t.Errorf("page %d lacks its number or its headings", i+1)
		}
	}
	compare(t, "empty", Pages(journey.Project{}, "no map", Options{Measurer: faces}))
}

func TestRows(t *testing.T) {
	if here, other := len(Rows(long(), "m", today)), len(Rows(long(), "n", today)); here != 40 || other != 13 {
		t.Errorf("%d and %d", here, other)
	}
}

// TestWhole: each action stands once, whole, on one page.
func TestWhole(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := journeytest.Random(rt)
		for _, m := range p.MapsInOrder() {
			seen := map[journey.Ref]bool{}
			for _, s := range Pages(p, m.ID, Options{Measurer: faces, Today: today}) {
				for _, target := range s.Targets {
					if seen[target.Ref] {
						rt.Fatalf("%v stands twice", target.Ref)
					}
					seen[target.Ref] = true
					if !s.Bounds.Inset(30).ContainsRect(target.Bounds) {
						rt.Fatalf("%v is cut: %v", target.Ref, target.Bounds)
					}
				}
			}
			if len(seen) != len(Rows(p, m.ID, today)) {
				rt.Fatalf("%d of %d actions", len(seen), len(Rows(p, m.ID, today)))
			}
		}
	})
}
