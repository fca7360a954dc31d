package ghost

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/layout/ghost/ghosttest"
	"jejak/canvas/paint"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var (
	update   = flag.Bool("update", false, "write the golden files anew; look at them before you commit")
	pictures = flag.String("pictures", "", "a folder to draw each golden into, to look at")
)

// faces measures with the embedded faces alone, so that a golden is the same on every machine.
var faces = text.NewLibrary(text.WithoutSystemFonts())

func record(s *scene.Scene) string {
	r := paint.NewRecorder()
	paint.Scene(s, s.Bounds, r)
	return r.String()
}

func golden(t *testing.T, name string, s *scene.Scene) {
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
	got, path := record(s), filepath.Join("testdata", name+".txt")
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

// arranged draws the map "b" with what "a" says of it.
func arranged(t *testing.T, p journey.Project, o layout.Options) *scene.Scene {
	t.Helper()
	g, ok := Of(p, "b")
	if !ok {
		t.Fatal("it is not paired")
	}
	o.Over, o.Measurer = g, faces
	return layout.Arrange(p, "b", o)
}

// texts is what a person reads, in painting order.
func texts(s *scene.Scene) string {
	var b strings.Builder
	b.WriteString("|")
	for _, it := range s.Items {
		if x, ok := it.Mark.(*scene.Text); ok {
			b.WriteString(x.Text + "|")
		}
	}
	return b.String()
}

// planned is the shop with a plan and what happened.
func planned() journey.Project {
	p := ghosttest.Shop()
	m, _ := p.Maps.Get("b")
	m.PairRole = journey.PairPlanned
	return p.With(m)
}

func TestShop(t *testing.T) {
	s := arranged(t, ghosttest.Shop(), layout.Options{})
	golden(t, "shop", s)
	golden(t, "shop.planned.grey", arranged(t, planned(), layout.Options{Sheet: style.New("black and white"), Words: words.In("id")}))
	got := texts(s)
	for _, want := range []string{
		"|as-is · Sari Wulandari|", "|as-is · Bimo|",
		"|change from as-is|+2|−1.5|+0.5|0|", // under Ask: Sari, Bimo; under Fetch: Sari, Bimo
		"|new|from Fetch|new|",               // the stage Ride, then the cards of the first row
		"|as-is: Having a bicycle mended|1 new card|1 moved|2 removed|stage “Wait” gone, with 2 cards|",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	got = texts(arranged(t, planned(), layout.Options{}))
	for _, want := range []string{"|against the plan|", "|unplanned|planned: Telephone|planned in Fetch|unplanned|",
		"|planned: Having a bicycle mended|1 skipped|1 unplanned|1 in another stage|1 through another channel|stage “Wait” gone, with one card|"} {
		if !strings.Contains(got, want) {
			t.Errorf("planned: it does not say %q:\n%s", want, got)
		}
	}
}

// TestGoneStandsWhereItStood: what was removed from a stage that is still there is hollow in its cell.
func TestGoneStandsWhereItStood(t *testing.T) {
	p := ghosttest.Shop().With(journey.Card{ID: "a9", MapID: "a", StageID: "a3", LaneID: "paina", Rank: "9", Title: "The till is closed"})
	plain := layout.Arrange(p, "b", layout.Options{Measurer: faces})
	s := arranged(t, p, layout.Options{})
	if got := texts(s); !strings.Contains(got, "|The till is closed|removed|") || strings.Contains(texts(plain), "The till is closed") {
		t.Error("the card is not there, or there without the other map")
	}
	for _, it := range s.Items {
		if x, ok := it.Mark.(*scene.Text); ok && x.Text == "The till is closed" {
			cell := s.Grid.CellAt(x.At)
			if cell == nil || s.Grid.Columns[cell.Column].StageID != "b3" || s.Grid.Rows[cell.Row].Kind != journey.LanePains {
				t.Errorf("it stands in %+v", cell)
			}
		}
	}
	for i, c := range s.Grid.Cells {
		if len(c.Cards) != len(plain.Grid.Cells[i].Cards) {
			t.Error("a card that is gone is one of its cell")
		}
	}
	if len(s.Targets) != len(plain.Targets) {
		t.Error("what is not of the map can be touched")
	}
}

// TestWhoIsHiddenHasNoGhost: personas whose curve is not shown, or who step back, have none of the
// other map either.
func TestWhoIsHiddenHasNoGhost(t *testing.T) {
	for _, c := range []struct {
		name       string
		change     func(a *journey.Appearance)
		sari, bimo bool
	}{
		{"all", func(*journey.Appearance) {}, true, true},
		{"Bimo is hidden", func(a *journey.Appearance) { a.Hidden = a.PersonaID == "bimo" }, true, false},
		{"Bimo has the focus", func(a *journey.Appearance) { a.Focused = a.PersonaID == "bimo" }, false, true},
	} {
		p := ghosttest.Shop()
		for _, a := range p.AppearancesOf("b") {
			c.change(&a)
			p = p.With(a)
		}
		g, _ := Of(p, "b")
		s := layout.Arrange(p, "b", layout.Options{Measurer: faces, Over: g})
		for name, want := range map[string]bool{"sari": c.sari, "bimo": c.bimo} {
			dashed := false
			for _, it := range s.Items {
				x, ok := it.Mark.(*scene.Stroke)
				dashed = dashed || ok && it.From.ID == journey.ID(name) && x.Pen.Width == Width && len(x.Pen.Dash) > 0
			}
			if dashed != want {
				t.Errorf("%s: %s has a ghost: %v", c.name, name, dashed)
			}
		}
	}
}

// TestOf: only the map that is compared with another shows it.
func TestOf(t *testing.T) {
	p := ghosttest.Shop()
	if _, ok := Of(p, "a"); ok {
		t.Error("the map as it is shows what is to be")
	}
	if _, ok := Of(p, "nowhere"); ok {
		t.Error("a map that is not there shows another")
	}
}

// TestSame: a map over itself has neither marks nor hollow cards, and every difference is 0.
func TestSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			side := insight.Side{Project: p, MapID: m.ID}
			g := Between(side, side, rapid.SampledFrom(journey.PairRoles).Draw(t, "role"))
			if len(g.marks)+len(g.gone)+len(g.lost)+len(g.counted) > 0 {
				t.Fatalf("%+v, %+v, %+v, %+v", g.marks, g.gone, g.lost, g.counted)
			}
		}
	})
}

// TestLaws: whatever two maps hold, nothing lies beside the paper, no text is smaller than 7 points, the cards of
// the map stand where gestures look for them, and the same comes out twice.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		maps := p.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		from := insight.Side{Project: p, MapID: rapid.SampledFrom(maps).Draw(t, "from").ID}
		to := insight.Side{Project: p, MapID: rapid.SampledFrom(maps).Draw(t, "to").ID}
		g := Between(from, to, rapid.SampledFrom(journey.PairRoles).Draw(t, "role"))
		o := layout.Options{Measurer: faces, Over: g}
		s := layout.Arrange(p, to.MapID, o)
		plain := layout.Arrange(p, to.MapID, layout.Options{Measurer: faces})
		for _, it := range s.Items {
			if x, ok := it.Mark.(*scene.Text); ok && x.Size < 7 {
				t.Fatalf("%q has %g points", x.Text, x.Size)
			}
			if b := it.Bounds; !(b.Min.X >= -12 && b.Min.Y >= -12 && b.Max.X <= s.Bounds.Max.X+12 && b.Max.Y <= s.Bounds.Max.Y+12) {
				t.Fatalf("%v is beside the paper %v", b, s.Bounds)
			}
		}
		for i, c := range s.Grid.Cells {
			if len(c.Cards) != len(plain.Grid.Cells[i].Cards) || len(c.Slots) != len(plain.Grid.Cells[i].Slots) {
				t.Fatalf("cell %d has %d cards and %d slots", i, len(c.Cards), len(c.Slots))
			}
		}
		if record(s) != record(layout.Arrange(p, to.MapID, o)) {
			t.Fatal("drawn twice, the maps differ")
		}
	})
}
