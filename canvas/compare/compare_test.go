package compare

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
	"jejak/canvas/geom"
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

func record(list []*scene.Scene) string {
	var b strings.Builder
	for _, s := range list {
		r := paint.NewRecorder()
		paint.Scene(s, s.Bounds, r)
		b.WriteString(r.String())
	}
	return b.String()
}

func golden(t *testing.T, name string, list ...*scene.Scene) {
	t.Helper()
	if *pictures != "" {
		for i, s := range list {
			draw(t, filepath.Join(*pictures, name+strings.Repeat("+", i)+".png"), s)
		}
	}
	got, path := record(list), filepath.Join("testdata", name+".txt")
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
	if err := png.Encode(&b, raster.Image(s, s.Bounds, 2, scene.RGB(0xFFFFFF))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sides(p journey.Project) (from, to insight.Side) {
	return insight.Side{Project: p, MapID: "a"}, insight.Side{Project: p, MapID: "b"}
}

// texts is what a person reads on sheets, in painting order.
func texts(list ...*scene.Scene) string {
	var b strings.Builder
	for _, s := range list {
		for _, it := range s.Items {
			if x, ok := it.Mark.(*scene.Text); ok {
				b.WriteString(x.Text + "|")
			}
		}
	}
	return b.String()
}

func TestShop(t *testing.T) {
	from, to := sides(ghosttest.Shop())
	o := Options{Measurer: faces, Today: "2026-11-22"}
	one := One(from, to, journey.PairAsIs, o)
	golden(t, "shop", one)
	got := texts(one)
	for _, want := range []string{
		"COMPARISON · AS-IS AND TO-BE|Having a bicycle mended|Having a bicycle mended, next spring|",
		"1 new card · 1 moved · 2 removed · better 2 times · worse once|",
		"Stage|was Ask|Ask by message|removed|Wait|Fetch|new|Ride|",   // Wait follows what it followed
		"as-is|to-be|Difference|−1|+1|+2|−2|–|–|+0.5|+1|+0.5|–|+2|–|", // Sari
		"as-is|to-be|Difference|+1|−0.5|−1.5|–|–|–|+1|+1|0|–|–|–|",    // Bimo
		"1|New|Rings the bell|Fetch · Touchpoints|",
		"1|Moved|Pays|Fetch → Ask by message|",
		"2|Removed|Calls to hear whether it is done|Wait · Touchpoints|Nobody knows|Wait · Pain points|",
		"As of 22 November 2026|",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	golden(t, "shop.planned.grey", Sheets(from, to, journey.PairPlanned, Options{Measurer: faces, Sheet: style.New("black and white"), Words: words.In("id")})...)
	planned := texts(One(from, to, journey.PairPlanned, Options{Measurer: faces}))
	for _, want := range []string{
		"COMPARISON · PLANNED AND ACTUAL|", "1|Skipped|Calls to hear whether it|is done|Wait|", "1|Unplanned|Rings the bell|Fetch|",
		"1|In another stage|Pays|Fetch → Ask by message|", "0|Out of order|None|", "1|Another channel|Asks for a day|Telephone → WhatsApp|",
	} {
		if !strings.Contains(planned, want) {
			t.Errorf("it does not say %q:\n%s", want, planned)
		}
	}
}

// TestTouch: each entry leads to its card, on whichever map it is; what is of another file leads nowhere.
func TestTouch(t *testing.T) {
	p := ghosttest.Shop()
	from, to := sides(p)
	find := func(s *scene.Scene, kind journey.Kind, id journey.ID) bool {
		return s.Find(journey.Ref{Kind: kind, ID: id}, scene.PartBody) != nil
	}
	one := One(from, to, journey.PairAsIs, Options{Measurer: faces})
	for _, id := range []journey.ID{"a2", "a4", "b2", "b3"} {
		if !find(one, journey.KindCard, id) {
			t.Errorf("the card %s cannot be gone to", id)
		}
	}
	for _, id := range []journey.ID{"b1", "a2", "b3", "b4"} {
		if !find(one, journey.KindStage, id) {
			t.Errorf("the stage %s cannot be gone to", id)
		}
	}
	from.Project = p.With(journey.Info{ID: "info", Owner: "Another file"})
	one = One(from, to, journey.PairAsIs, Options{Measurer: faces, File: "spring.jejak"})
	if find(one, journey.KindCard, "a2") || find(one, journey.KindStage, "a2") || !find(one, journey.KindCard, "b3") {
		t.Error("what is of another file can be gone to, or what is of this cannot")
	}
	if got := texts(one); !strings.Contains(got, "|spring.jejak: Having a bicycle mended|") {
		t.Errorf("it does not say from which file the map is:\n%s", got)
	}
}

// TestSame: a map compared with itself differs in nothing.
func TestSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			side := insight.Side{Project: p, MapID: m.ID}
			for _, role := range journey.PairRoles {
				d := newDrawing(side, side, role, Options{Measurer: faces, Words: words.In("en")})
				for _, l := range d.entries() {
					if len(l.rows) > 0 {
						t.Fatalf("%s: %+v", l.kind, l.rows)
					}
				}
				if got := d.summary(); got != "The two maps do not differ." {
					t.Fatal(got)
				}
			}
		}
	})
}

// TestLaws: whatever is on two maps, nothing lies beside the paper, no text is smaller than 7 points, each entry
// is on one sheet and one only, and the same comes out twice.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		maps := p.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		from := insight.Side{Project: p, MapID: rapid.SampledFrom(maps).Draw(t, "from").ID}
		to := insight.Side{Project: p, MapID: rapid.SampledFrom(maps).Draw(t, "to").ID}
		role := rapid.SampledFrom(journey.PairRoles).Draw(t, "role")
		o := Options{Measurer: faces, Today: "2026-11-22", Words: words.In(rapid.SampledFrom(words.Languages).Draw(t, "language"))}
		list := Sheets(from, to, role, o)
		one := One(from, to, role, o)
		entries := 0
		for _, l := range newDrawing(from, to, role, o).entries() {
			entries += len(l.rows)
		}
		if n := cards(list...); n != entries || cards(one) != entries {
			t.Fatalf("%d and %d entries can be touched, want %d", n, cards(one), entries)
		}
		for i, s := range append(list, one) {
			paper := s.Bounds
			if i < len(list) && paper != geom.R(0, 0, Size.W, Size.H) {
				t.Fatalf("a sheet is %v", paper)
			}
			for _, it := range s.Items {
				if x, ok := it.Mark.(*scene.Text); ok {
					if x.Size < 7 {
						t.Fatalf("%q has %g points", x.Text, x.Size)
					}
					if end := x.At.X + x.Line.Width*x.Size; x.At.X < 20 || end > paper.Max.X-20 || x.At.Y > paper.Max.Y-20 {
						t.Fatalf("%q stands at %v to %g", x.Text, x.At, end)
					}
				}
				if it.Bounds.Min.Y < 0 || it.Bounds.Max.Y > paper.Max.Y {
					t.Fatalf("%v is beside the paper", it.Bounds)
				}
			}
			for _, target := range s.Targets {
				if !p.Has(target.Ref) || !paper.ContainsRect(target.Bounds) {
					t.Fatalf("%+v can be touched", target)
				}
			}
		}
		if record(list) != record(Sheets(from, to, role, o)) {
			t.Fatal("drawn twice, the sheets differ")
		}
	})
}

// cards counts the entries that can be touched.
func cards(list ...*scene.Scene) int {
	n := 0
	for _, s := range list {
		for _, t := range s.Targets {
			if t.Ref.Kind == journey.KindCard {
				n++
			}
		}
	}
	return n
}

// TestCrowded: forty stages and hundreds of differences go over as many sheets as they need.
func TestCrowded(t *testing.T) {
	p := journeytest.Big(400)
	id := p.MapsInOrder()[0].ID
	recs := []journey.Record{journey.Map{ID: "bare", Rank: "zz", Title: "Nothing yet"}}
	for rec := range p.Records() {
		recs = append(recs, rec)
	}
	p = journey.FromRecords(recs)
	list := Sheets(insight.Side{Project: p, MapID: id}, insight.Side{Project: p, MapID: "bare"}, journey.PairAsIs, Options{Measurer: faces})
	if len(list) < 3 {
		t.Errorf("%d sheets", len(list))
	}
	golden(t, "crowded", list[:3]...)
}
