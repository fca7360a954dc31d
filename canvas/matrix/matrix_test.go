package matrix

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
	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/priority"
)

var (
	update   = flag.Bool("update", false, "write the golden files anew; look at them before you commit")
	pictures = flag.String("pictures", "", "a folder to draw each golden into, to look at")
)

// faces measures with the embedded faces alone, so that a golden is the same on every machine.
var faces = text.NewLibrary(text.WithoutSystemFonts())

func compare(t *testing.T, name string, s *scene.Scene) {
	t.Helper()
	if *pictures != "" {
		var b bytes.Buffer
		if err := png.Encode(&b, raster.Image(s, s.Bounds, 2, scene.RGB(0xFFFFFF))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*pictures, name+".png"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r := paint.NewRecorder()
	paint.Scene(s, s.Bounds, r)
	got, path := r.String(), filepath.Join("testdata", name+".txt")
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
		for _, k := range priority.Kinds {
			plan := Arrange(p, p.MapsInOrder()[0].ID, k, Options{Measurer: faces})
			compare(t, samples.Names[0]+"."+string(k)+"."+lang, plan.Scene)
		}
	}
}

// busy is a map with cells of one, three, seven and forty cards, and a tray with more than has room.
func busy() journey.Project {
	recs := []journey.Record{
		journey.Info{ID: "info", Owner: "Bicycle shop", Language: "en"},
		journey.Map{ID: "m", Title: "Buying a bicycle", Type: journey.FutureState, Date: "2026-10-01"},
		journey.Lane{ID: "pains", MapID: "m", Rank: "a1", LaneKind: journey.LanePains},
		journey.Lane{ID: "ideas", MapID: "m", Rank: "a2", LaneKind: journey.LaneOpportunities},
		journey.Stage{ID: "s0", MapID: "m", Rank: "a0", Title: "Before", Goal: "Know what fits"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a1", Title: "In the shop"},
		journey.Stage{ID: "s2", MapID: "m", Rank: "a2", Title: "On the road"},
	}
	n := 0
	put := func(lane string, count, x, y int) {
		for range count {
			n++
			c := journey.Card{ID: journey.ID(fmt.Sprintf("c%03d", n)), MapID: "m", StageID: journey.ID(fmt.Sprintf("s%d", n%3)),
				LaneID: journey.ID(lane), Rank: journey.Rank(fmt.Sprintf("a%03d", n)),
				Title: fmt.Sprintf("Number %d waits far too long for an answer that nobody gives", n)}
			if lane == "pains" {
				c.Severity, c.Impact = x, y
			} else {
				c.Effort, c.Value = x, y
				if n%2 == 0 {
					c.GoalID = "s0"
				}
			}
			recs = append(recs, c)
			if n%4 == 0 {
				recs = append(recs, journey.Action{ID: journey.ID(fmt.Sprintf("d%03d", n)), CardID: c.ID, Rank: "a",
					Status: journey.Statuses[n/4%len(journey.Statuses)]})
			}
		}
	}
	for _, lane := range []string{"pains", "ideas"} {
		put(lane, 1, 1, 5)
		put(lane, 3, 3, 5)
		put(lane, 7, 2, 3)
		put(lane, 40, 3, 1)
		put(lane, 30, 0, 2)
	}
	return journey.FromRecords(recs)
}

func TestBusy(t *testing.T) {
	for _, k := range priority.Kinds {
		compare(t, "busy."+string(k), Arrange(busy(), "m", k, Options{Measurer: faces}).Scene)
	}
	screen := Options{Measurer: faces, Bare: true, Size: geom.Size{W: 560, H: 420}}
	compare(t, "screen", Arrange(busy(), "m", priority.Chances, screen).Scene)
	screen.From, screen.Stage = 5, "s1"
	compare(t, "scrolled", Arrange(busy(), "m", priority.Chances, screen).Scene)
	compare(t, "empty", Arrange(journey.Project{}, "no map", priority.Pains, Options{Measurer: faces}).Scene)
	for _, name := range []string{"colour-blind", "black-and-white"} {
		if !style.Has(name) {
			continue
		}
		compare(t, "busy."+name, Arrange(busy(), "m", priority.Pains, Options{Measurer: faces, Sheet: style.New(name)}).Scene)
	}
}

// TestEverywhere: whatever the size, each card stands once, within its cell or the tray, or is
// counted among those that have no room; what can be touched is where it is said to be.
func TestEverywhere(t *testing.T) {
	p := busy()
	rapid.Check(t, func(rt *rapid.T) {
		k := rapid.SampledFrom(priority.Kinds).Draw(rt, "kind")
		o := Options{Measurer: faces, Bare: true, From: rapid.IntRange(-1, 40).Draw(rt, "from"),
			Size: geom.Size{W: rapid.Float64Range(260, 1600).Draw(rt, "w"), H: rapid.Float64Range(220, 1200).Draw(rt, "h")}}
		plan := Arrange(p, "m", k, o)
		seen := map[journey.Ref]bool{}
		for _, c := range plan.Chips {
			if c.Lists {
				continue
			}
			if seen[c.Ref] {
				rt.Fatalf("%v stands twice", c.Ref)
			}
			seen[c.Ref] = true
			if !c.At.Rated() {
				if mid := c.Rect.Center(); !plan.Tray.Contains(mid) {
					rt.Fatalf("%v is outside of the tray", c.Ref)
				}
				continue
			}
			if at, ok := plan.CellAt(c.Rect.Center()); !ok || at != c.At {
				rt.Fatalf("%v stands in %v, not in %v", c.Ref, at, c.At)
			}
			if got := plan.ChipAt(c.Rect.Center()); got == nil || got.Ref != c.Ref && !got.Coin {
				rt.Fatalf("%v cannot be touched", c.Ref)
			}
		}
		shown := len(plan.Matrix.Unrated()) - plan.More - min(max(o.From, 0), len(plan.Matrix.Unrated())-1)
		for _, e := range plan.Matrix.Unrated() {
			if seen[e.Ref()] {
				shown--
			}
		}
		if shown != 0 {
			rt.Fatalf("the tray is miscounted by %d", shown)
		}
	})
}

// TestPlaces: every cell is found where it is drawn, and nothing beside the plot.
func TestPlaces(t *testing.T) {
	for _, k := range priority.Kinds {
		plan := Arrange(busy(), "m", k, Options{Measurer: faces})
		columns, rows := k.Size()
		for c := 1; c <= columns; c++ {
			for r := 1; r <= rows; r++ {
				at := priority.Cell{Column: c, Row: r}
				if got, ok := plan.CellAt(plan.CellRect(at).Center()); !ok || got != at {
					t.Errorf("%v is found as %v", at, got)
				}
			}
		}
		if _, ok := plan.CellAt(geom.Pt(1, 1)); ok {
			t.Error("a cell beside the plot")
		}
	}
}

// TestSheets: both matrices, or the one there is something for.
func TestSheets(t *testing.T) {
	if n := len(Sheets(busy(), "m", Options{Measurer: faces})); n != 2 {
		t.Errorf("%d sheets", n)
	}
	if n := len(Sheets(journey.Project{}, "m", Options{Measurer: faces})); n != 1 {
		t.Errorf("%d sheets of nothing", n)
	}
	p := journeytest.Big(10_000)
	if n := len(Sheets(p, p.MapsInOrder()[0].ID, Options{Measurer: faces})); n == 0 {
		t.Error("no sheet of many")
	}
}
