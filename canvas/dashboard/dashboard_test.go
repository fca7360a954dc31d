package dashboard

import (
	"bytes"
	"flag"
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
	"jejak/canvas/style"
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

func sample(t testing.TB, name, lang string) journey.Project {
	t.Helper()
	data, ok := samples.Named(name, lang)
	if !ok {
		t.Fatalf("no sample %s in %s", name, lang)
	}
	p, notes, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil || len(notes) > 0 {
		t.Fatal(err, notes)
	}
	return p
}

func compare(t *testing.T, name string, s *scene.Scene) {
	t.Helper()
	if *pictures != "" {
		draw(t, filepath.Join(*pictures, name+".png"), s)
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

func draw(t *testing.T, path string, s *scene.Scene) {
	t.Helper()
	var b bytes.Buffer
	img := raster.Image(s, s.Bounds, 2, scene.RGB(0xFFFFFF))
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSamples(t *testing.T) {
	for _, lang := range words.Languages {
		p := sample(t, samples.Names[0], lang)
		o := Options{Measurer: faces, Today: today}
		compare(t, samples.Names[0]+"."+lang, Arrange(p, p.MapsInOrder()[0].ID, o))
		compare(t, samples.Names[0]+".more."+lang, More(p, p.MapsInOrder()[0].ID, o))
	}
}

// TestCrowded: ten thousand touchpoints, forty stages: what has no room is counted.
func TestCrowded(t *testing.T) {
	p := journeytest.Big(10_000)
	o := Options{Measurer: faces, Today: today}
	compare(t, "crowded", Arrange(p, p.MapsInOrder()[0].ID, o))
	compare(t, "crowded.more", More(p, p.MapsInOrder()[0].ID, o))
}

// busy is a small shop where much is to be done.
func busy() journey.Project {
	num := func(v float64) *float64 { return &v }
	recs := []journey.Record{
		journey.Info{ID: "info", Owner: "Bicycle shop, the whole team", Language: "en"},
		journey.Map{ID: "m", Title: "Buying a bicycle for every day, in a shop or at home, and riding it for years without a worry about anything at all",
			Type: journey.FutureState, Date: "2026-10-01"},
		journey.Lane{ID: "touch", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pains", MapID: "m", Rank: "a1", LaneKind: journey.LanePains},
		journey.Lane{ID: "ideas", MapID: "m", Rank: "a2", LaneKind: journey.LaneOpportunities},
		journey.Metric{ID: "sat", Name: "Satisfaction", Direction: journey.HigherIsBetter},
		journey.Measurement{ID: "v", MetricID: "sat", At: journey.Ref{Kind: journey.KindMap, ID: "m"}, Value: num(4), Target: num(5)},
	}
	channels := []journey.ID{"Web shop", "WhatsApp", "Shop", "Telephone", "E-mail and letters that take a while", "Instagram", "Fair"}
	for i, id := range channels {
		recs = append(recs, journey.Channel{ID: id, Rank: journey.Rank("a" + string(rune('0'+i))), Name: string(id)})
	}
	people := []string{"Ana", "Budi Santoso bin Abdullah al-Farisi", "Citra", "Dewi"}
	for i, name := range people {
		id := journey.ID(name)
		recs = append(recs, journey.Persona{ID: id, Name: name, ChannelIDs: []journey.ID{"Fair"}},
			journey.Appearance{ID: "ap" + id, MapID: "m", PersonaID: id, Rank: journey.Rank("a" + string(rune('0'+i)))})
	}
	stages := []string{"Look", "Compare and ask others about it", "Buy", "Ride", "Mend"}
	for i, title := range stages {
		rank := journey.Rank("a" + string(rune('0'+i)))
		stage := journey.ID(title)
		recs = append(recs, journey.Stage{ID: stage, MapID: "m", Rank: rank, Title: title, Goal: "Be happy", Outcome: journey.Outcomes[i%4]})
		for k, name := range people {
			if k != 2 {
				recs = append(recs, journey.Point{ID: "pt" + stage + journey.ID(name), MapID: "m", PersonaID: journey.ID(name),
					At: journey.Ref{Kind: journey.KindStage, ID: stage}, Value: float64((i*7+k*5)%9)/2 - 2})
			}
		}
		for k := range 3 {
			id := journey.ID(title + string(rune('0'+k)))
			c := journey.Card{ID: "t" + id, MapID: "m", StageID: stage, LaneID: "touch", Title: "Touchpoint " + string(id)}
			if n := (i*3 + k*2) % 8; n < 6 && !(i == 2 && n < 2) {
				c.ChannelID = channels[n]
			}
			pain := journey.Card{ID: "p" + id, MapID: "m", StageID: stage, LaneID: "pains", Severity: 1 + (i+k)%3, Impact: 1 + (i*2+k)%5,
				Title: "Waiting for somebody who knows " + string(id), LoyaltyBreaker: k == 0}
			idea := journey.Card{ID: "o" + id, MapID: "m", StageID: stage, LaneID: "ideas", Value: 1 + (i*2+k)%5, Effort: 1 + (i+k*2)%5,
				Title: "Somebody answers at once " + string(id), GoalID: stage}
			recs = append(recs, c, pain, idea, journey.Action{ID: "a" + id, Title: "Ask the people in the shop what they think", CardID: idea.ID,
				Owner: "Rudi", Status: journey.StatusPlanned, Due: "2026-" + []string{"11-21", "09-30", "12-24"}[k]})
		}
	}
	return journey.FromRecords(recs)
}

func TestBusy(t *testing.T) {
	p := busy()
	compare(t, "busy", Arrange(p, "m", Options{Measurer: faces, Today: today}))
	grey := Options{Measurer: faces, Today: today, Sheet: style.New("black and white"), Words: words.In("id")}
	compare(t, "busy.grey", Arrange(p, "m", grey))
	compare(t, "busy.long", Long(p, "m", Options{Measurer: faces, Today: today}))
	compare(t, "busy.more.grey", More(p, "m", grey))
}

func TestEmpty(t *testing.T) {
	p := journey.FromRecords([]journey.Record{journey.Map{ID: "m", Title: "Nothing yet", Type: journey.CurrentState}})
	compare(t, "empty", Arrange(p, "m", Options{Measurer: faces}))
	compare(t, "empty.more", More(p, "m", Options{Measurer: faces}))
	Arrange(p, "nowhere", Options{Measurer: faces})
}

// TestLaws: whatever is on a map, nothing lies beside the paper, no text is smaller than 7 points,
// what can be touched is there, and the same comes out twice.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			o := Options{Measurer: faces, Today: today, Words: words.In(rapid.SampledFrom(words.Languages).Draw(t, "language"))}
			draw := rapid.SampledFrom([]func(journey.Project, journey.ID, Options) *scene.Scene{Arrange, More, Long}).Draw(t, "sheet")
			s := draw(p, m.ID, o)
			paper := s.Bounds
			for _, it := range s.Items {
				if !paper.ContainsRect(it.Bounds.Intersect(paper)) || !paper.Overlaps(it.Bounds) && !it.Bounds.Empty() {
					t.Fatalf("%v is beside the paper", it.Bounds)
				}
				if tx, ok := it.Mark.(*scene.Text); ok {
					if tx.Size < 7 {
						t.Fatalf("%q has %g points", tx.Text, tx.Size)
					}
					if end := tx.At.X + tx.Line.Width*tx.Size; tx.At.X < 20 || end > Size.W-20 || tx.At.Y > paper.Max.Y-20 {
						t.Fatalf("%q stands at %v to %g", tx.Text, tx.At, end)
					}
				}
			}
			for _, target := range s.Targets {
				if !p.Has(target.Ref) || !paper.ContainsRect(target.Bounds) {
					t.Fatalf("%+v can be touched", target)
				}
			}
			if record(s) != record(draw(p, m.ID, o)) {
				t.Fatal("drawn twice, the sheets differ")
			}
		}
	})
}
