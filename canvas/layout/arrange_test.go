package layout

import (
	"bytes"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/canvas/geom"
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

func read(t testing.TB, data []byte) journey.Project {
	t.Helper()
	p, notes, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil || len(notes) > 0 {
		t.Fatal(err, notes)
	}
	return p
}

func arrange(p journey.Project) *scene.Scene {
	row := journey.FormRow
	return Arrange(p, p.MapsInOrder()[0].ID, Options{Measurer: faces, Form: &row})
}

func record(s *scene.Scene) string {
	r := paint.NewRecorder()
	paint.Scene(s, s.Bounds, r)
	return r.String()
}

func TestScenesOfSamplesAndTemplates(t *testing.T) {
	for _, lang := range words.Languages {
		cases := map[string][]byte{}
		for _, name := range samples.Names {
			cases["sample-"+name], _ = samples.Named(name, lang)
		}
		for _, name := range templates.Names {
			cases[name], _ = templates.JSON(name, lang)
		}
		for name, data := range cases {
			t.Run(name+" "+lang, func(t *testing.T) {
				compare(t, name+"."+lang+".txt", record(arrange(read(t, data))))
			})
		}
	}
}

// TestSceneOfEverything holds a map where every kind of lane, link and record is drawn.
func TestSceneOfEverything(t *testing.T) {
	compare(t, "everything.txt", record(arrange(everything())))
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	failed := filepath.Join("testdata", "failed", name)
	if err := os.MkdirAll(filepath.Dir(failed), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(failed, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d of %s differs\n got: %s\nwant: %s\n(all of it: %s)", i+1, path, b[i], a[i], failed)
		}
	}
	t.Fatalf("%s has %d lines, want %d (%s)", path, len(b), len(a), failed)
}

func TestArrangeHoldsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			o := Options{Measurer: faces}
			s := Arrange(p, m.ID, o)
			sound(t, s)
			cellsHoldEveryCardOnce(t, p, s)
			if record(s) != record(Arrange(p, m.ID, o)) {
				t.Fatal("arranged twice, the scenes differ")
			}
		}
	})
}

// sound: finite numbers, inside the paper, nothing smaller than 7 points.
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
		if _, ok := it.Mark.(*scene.Text); !ok && !paper.ContainsRect(it.Bounds) {
			t.Fatalf("%T of %v lies outside the paper: %v not in %v", it.Mark, it.From, it.Bounds, s.Bounds)
		}
		if tx, ok := it.Mark.(*scene.Text); ok {
			if tx.Size < 7 {
				t.Fatalf("text %.60q is set at %g points", tx.Text, tx.Size)
			}
			if end := tx.At.X + tx.Line.Width*tx.Size; end > s.Bounds.Max.X {
				t.Fatalf("text %.60q ends at %g, outside the paper", tx.Text, end)
			}
		}
	}
	for _, tg := range s.Targets {
		if !finite(tg.Bounds) {
			t.Fatalf("target %v has no finite bounds", tg.Ref)
		}
	}
}

func cellsHoldEveryCardOnce(t *rapid.T, p journey.Project, s *scene.Scene) {
	seen := map[journey.ID]int{}
	for _, c := range s.Grid.Cells {
		if len(c.Slots) > 0 && len(c.Slots) != len(c.Cards)+1 {
			t.Fatalf("a cell of %d cards has %d slots", len(c.Cards), len(c.Slots))
		}
		for _, id := range c.Cards {
			seen[id]++
		}
	}
	for c := range p.Cards.All() {
		lane, _ := p.Lanes.Get(c.LaneID)
		want := 1
		if c.MapID != s.MapID || lane.Hidden || lane.LaneKind == journey.LaneEmotions {
			want = 0
		}
		if stepless := c.StepID != ""; want == 1 && stepless {
			if st, ok := p.Steps.Get(c.StepID); !ok || st.StageID != c.StageID {
				want = 0
			}
		}
		if seen[c.ID] != want {
			t.Fatalf("card %q stands in %d cells, want %d", c.Title, seen[c.ID], want)
		}
	}
}

func TestArrangeOfWhatIsNotThere(t *testing.T) {
	s := Arrange(journey.Project{}, "no such map", Options{Measurer: faces})
	sound(t, s)
	if s.Bounds.Empty() {
		t.Error("an empty project has no paper")
	}
}

func TestPaletteReachesTheScene(t *testing.T) {
	p := read(t, samples.JSON("en"))
	id := p.MapsInOrder()[0].ID
	seen := map[string]string{}
	for _, pal := range style.Palettes {
		r := record(Arrange(p, id, Options{Measurer: faces, Sheet: style.New(pal.Name)}))
		for name, other := range seen {
			if r == other {
				t.Errorf("palettes %s and %s give one picture", name, pal.Name)
			}
		}
		seen[pal.Name] = r
	}
}

func TestHiddenPersonaHasNoCurve(t *testing.T) {
	p := read(t, samples.JSON("en"))
	m := p.MapsInOrder()[0].ID
	a := p.AppearancesOf(m)[0]
	curves := func(p journey.Project) int {
		n := 0
		for _, tg := range arrange(p).Targets {
			if tg.Part == scene.PartCurve {
				n++
			}
		}
		return n
	}
	if n := curves(p); n != 2 {
		t.Fatalf("%d curves, want 2", n)
	}
	a.Hidden = true
	if n := curves(p.With(a)); n != 1 {
		t.Errorf("with one persona hidden %d curves, want 1", n)
	}
}

func TestFixedWordsFollowTheLanguage(t *testing.T) {
	p := read(t, samples.JSON("en"))
	id := p.MapsInOrder()[0].ID
	en := record(Arrange(p, id, Options{Measurer: faces, Words: words.In("en")}))
	in := record(Arrange(p, id, Options{Measurer: faces, Words: words.In("id")}))
	for _, w := range []struct{ en, id string }{{"delighted", "sangat senang"}, {"30 October 2026", "30 Oktober 2026"}, {"22.5 %", "22,5 %"}, {"target 7,500", "target 7.500"}} {
		if !strings.Contains(en, w.en) || strings.Contains(in, w.en) || !strings.Contains(in, w.id) {
			t.Errorf("%q and %q are not where they belong", w.en, w.id)
		}
	}
}

func BenchmarkArrange(b *testing.B) {
	for _, n := range []struct {
		name  string
		cards int
	}{{"1000", 1000}, {"10000", 10000}} {
		p := journeytest.Big(n.cards)
		id := p.MapsInOrder()[0].ID
		b.Run(n.name+"/cold", func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				lib := text.NewLibrary(text.WithoutSystemFonts())
				b.StartTimer()
				Arrange(p, id, Options{Measurer: lib})
			}
		})
		b.Run(n.name+"/warm", func(b *testing.B) {
			Arrange(p, id, Options{Measurer: faces})
			for b.Loop() {
				Arrange(p, id, Options{Measurer: faces})
			}
		})
	}
}
