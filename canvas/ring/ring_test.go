package ring_test

import (
	"bytes"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/paint"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var update = flag.Bool("update", false, "write the golden files anew; look at them before you commit")

// faces measures with the embedded faces alone, so that a golden is the same on every machine.
var faces = text.NewLibrary(text.WithoutSystemFonts())

func arrange(p journey.Project, o layout.Options) *scene.Scene {
	form := journey.FormRing
	o.Form, o.Measurer = &form, faces
	return layout.Arrange(p, p.MapsInOrder()[0].ID, o)
}

func read(t testing.TB, data []byte) journey.Project {
	t.Helper()
	p, notes, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil || len(notes) > 0 {
		t.Fatal(err, notes)
	}
	return p
}

func record(s *scene.Scene) string {
	r := paint.NewRecorder()
	paint.Scene(s, s.Bounds, r)
	return r.String()
}

func TestScenesOfSampleAndTemplate(t *testing.T) {
	for _, lang := range words.Languages {
		sample, _ := samples.Named("experience-cycle", lang)
		template, _ := templates.JSON("experience-cycle", lang)
		for name, data := range map[string][]byte{"sample": sample, "template": template} {
			t.Run(name+" "+lang, func(t *testing.T) {
				got := record(arrange(read(t, data), layout.Options{}))
				path := filepath.Join("testdata", name+"."+lang+".txt")
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Fatalf("%s differs from what is drawn; compare with -update", path)
				}
			})
		}
	}
}

// sound: finite, on the paper, nothing smaller than 7 points, and no card over another.
func sound(t interface{ Fatalf(string, ...any) }, s *scene.Scene) {
	finite := func(r geom.Rect) bool {
		for _, v := range []float64{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return false
			}
		}
		return true
	}
	paper := s.Bounds.Inset(-1)
	for _, it := range s.Items {
		if !finite(it.Bounds) {
			t.Fatalf("%v of %v has no finite bounds", it.Mark, it.From)
		}
		tx, ok := it.Mark.(*scene.Text)
		switch {
		case !ok && !paper.ContainsRect(it.Bounds):
			t.Fatalf("%T of %v lies outside the paper: %v not in %v", it.Mark, it.From, it.Bounds, s.Bounds)
		case ok && tx.Size < 7:
			t.Fatalf("text %.60q is set at %g points", tx.Text, tx.Size)
		case ok && (tx.At.X < 0 || tx.At.X+tx.Line.Width*tx.Size > s.Bounds.Max.X || tx.At.Y < 0 || tx.At.Y > s.Bounds.Max.Y):
			t.Fatalf("text %.60q at %v is outside the paper %v", tx.Text, tx.At, s.Bounds)
		}
	}
	var cards []scene.Target
	for _, tg := range s.Targets {
		if !finite(tg.Bounds) {
			t.Fatalf("target %v has no finite bounds", tg.Ref)
		}
		if tg.Part == scene.PartBody && tg.Ref.Kind == journey.KindCard {
			cards = append(cards, tg)
		}
	}
	for i, a := range cards {
		if !paper.ContainsRect(a.Bounds) {
			t.Fatalf("card %v at %v lies outside the paper", a.Ref, a.Bounds)
		}
		for _, b := range cards[:i] {
			if over := a.Bounds.Intersect(b.Bounds); over.W() > 0.01 && over.H() > 0.01 {
				t.Fatalf("cards %v at %v and %v at %v overlap", a.Ref, a.Bounds, b.Ref, b.Bounds)
			}
		}
	}
}

// everyCard: each card of a lane that is shown stands in one cell, within its rectangle and off the
// ring.
func everyCard(t *rapid.T, p journey.Project, s *scene.Scene) {
	g := &s.Grid
	seen := map[journey.ID]int{}
	for _, c := range g.Cells {
		for i, id := range c.Cards {
			seen[id]++
			if !c.Rect.Inset(-0.01).ContainsRect(c.Slots[i]) {
				t.Fatalf("card %v at %v stands outside its cell %v", id, c.Slots[i], c.Rect)
			}
			near := geom.Pt(math.Max(c.Slots[i].Min.X, math.Min(g.Ring.Center.X, c.Slots[i].Max.X)),
				math.Max(c.Slots[i].Min.Y, math.Min(g.Ring.Center.Y, c.Slots[i].Max.Y)))
			if near.Dist(g.Ring.Center) < g.Ring.Outer {
				t.Fatalf("card %v stands on the ring", id)
			}
			if at := g.CellAt(c.Slots[i].Center()); at == nil || at.Column != c.Column || at.Row != c.Row {
				t.Fatalf("where card %v stands its cell is not found", id)
			}
		}
	}
	for c := range p.Cards.All() {
		lane, _ := p.Lanes.Get(c.LaneID)
		step, isStep := p.Steps.Get(c.StepID)
		want := 1
		if c.MapID != s.MapID || lane.Hidden || lane.LaneKind == journey.LaneEmotions || c.StepID != "" && (!isStep || step.StageID != c.StageID) {
			want = 0
		}
		if seen[c.ID] != want {
			t.Fatalf("card %q stands in %d cells, want %d", c.Title, seen[c.ID], want)
		}
		if body := s.Find(journey.RefTo(c), scene.PartBody); want == 1 && body == nil {
			t.Fatalf("card %q cannot be touched", c.Title)
		}
	}
}

func TestRandomMapsAsRings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			form := journey.FormRing
			o := layout.Options{Measurer: faces, Form: &form}
			s := layout.Arrange(p, m.ID, o)
			if s.Grid.Ring == nil {
				t.Fatal("no ring was drawn")
			}
			sound(t, s)
			everyCard(t, p, s)
			if record(s) != record(layout.Arrange(p, m.ID, o)) {
				t.Fatal("arranged twice, the scenes differ")
			}
		}
	})
}

// A title stays in its segment: every corner of the box of its lines lies in the band.
func TestTitlesStayInTheBand(t *testing.T) {
	for _, p := range []journey.Project{sample(t, "en"), sample(t, "id"), journeytest.Big(300)} {
		s := arrange(p, layout.Options{})
		r := s.Grid.Ring
		seen := 0
		for _, it := range s.Items {
			tx, ok := it.Mark.(*scene.Text)
			if !ok || it.From.Kind != journey.KindStage || tx.At.Dist(r.Center) > r.Outer {
				continue
			}
			seen++
			for _, x := range []float64{tx.At.X, tx.At.X + tx.Line.Width*tx.Size} {
				for _, y := range []float64{tx.At.Y, tx.At.Y - 0.73*tx.Size} {
					if d := geom.Pt(x, y).Dist(r.Center); d > r.Outer || d < r.Inner {
						t.Errorf("%q reaches out of the band: %g not in %g … %g", tx.Text, d, r.Inner, r.Outer)
					}
				}
			}
		}
		if n := len(p.StagesOf(s.MapID)); seen < 2*n {
			t.Errorf("%d lines of text in the band of %d stages", seen, n)
		}
	}
}

func sample(t testing.TB, lang string) journey.Project {
	data, _ := samples.Named("experience-cycle", lang)
	return read(t, data)
}

func TestPaletteReachesTheRing(t *testing.T) {
	p := sample(t, "en")
	seen := map[string]string{}
	for _, pal := range style.Palettes {
		r := record(arrange(p, layout.Options{Sheet: style.New(pal.Name)}))
		for name, other := range seen {
			if r == other {
				t.Errorf("palettes %s and %s give one picture", name, pal.Name)
			}
		}
		seen[pal.Name] = r
	}
}

// What is pleasant lies outside, and the way back from a place to a feeling is the same.
func TestFeelingsLieByTheirRadius(t *testing.T) {
	p := sample(t, "en")
	s := arrange(p, layout.Options{})
	r := s.Grid.Ring
	n := 0
	for _, tg := range s.Targets {
		if tg.Part != scene.PartPoint {
			continue
		}
		pt, _ := p.Points.Get(tg.Ref.ID)
		if got := r.Value(tg.Bounds.Center()); math.Abs(got-pt.Value) > 1e-6 {
			t.Errorf("a feeling of %g lies where %g does", pt.Value, got)
		}
		if c, _ := p.Cards.Get(pt.At.ID); c.StageID != "" {
			if i := s.Grid.ColumnAt(tg.Bounds.Center()); i < 0 || s.Grid.Columns[i].StageID != c.StageID {
				t.Errorf("a feeling at %q lies in another stage", c.Title)
			}
		}
		n++
	}
	if n != 12 {
		t.Errorf("%d points, want 12", n)
	}
}

func TestWithoutCycleThereIsNoWayBack(t *testing.T) {
	p := sample(t, "en")
	m := p.MapsInOrder()[0]
	again := func(p journey.Project) bool {
		for _, it := range arrange(p, layout.Options{}).Items {
			if tx, ok := it.Mark.(*scene.Text); ok && tx.Text == "and round again" {
				return true
			}
		}
		return false
	}
	if !again(p) {
		t.Error("a cycle does not say that it begins again")
	}
	m.Cycle = false
	if again(p.With(m)) {
		t.Error("what is no cycle says that it begins again")
	}
}

// A big map stays legible: the ring and its paper grow, text does not shrink.
func TestTheRingGrows(t *testing.T) {
	small, large := arrange(sample(t, "en"), layout.Options{}), arrange(journeytest.Big(1000), layout.Options{})
	sound(t, large)
	if large.Grid.Ring.Outer < 2*small.Grid.Ring.Outer {
		t.Errorf("the ring of %g has grown to %g", small.Grid.Ring.Outer, large.Grid.Ring.Outer)
	}
}

func TestRingOfNothing(t *testing.T) {
	form := journey.FormRing
	s := layout.Arrange(journey.Project{}, "no such map", layout.Options{Measurer: faces, Form: &form})
	sound(t, s)
	if s.Bounds.Empty() || s.Grid.Ring == nil {
		t.Error("an empty ring has no paper")
	}
	if c := s.Grid.CellAt(s.Bounds.Center()); c != nil {
		t.Errorf("an empty ring has a cell %v", c)
	}
}
