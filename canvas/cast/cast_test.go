package cast

import (
	"bytes"
	"flag"
	"image"
	"image/color"
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

func ids(p journey.Project) []journey.ID {
	var list []journey.ID
	for _, r := range p.PersonasInOrder() {
		list = append(list, r.ID)
	}
	return list
}

func TestSamples(t *testing.T) {
	for _, lang := range words.Languages {
		p := sample(t, samples.Names[0], lang)
		m := p.MapsInOrder()[0].ID
		compare(t, "page."+lang, Page(p, m, ids(p)[0], Options{Measurer: faces}))
		compare(t, "compare."+lang, Compare(p, m, ids(p), Options{Measurer: faces}))
	}
}

// face is a portrait of two colours.
func face(t testing.TB) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 60))
	for y := range 60 {
		for x := range 40 {
			img.Set(x, y, color.RGBA{R: uint8(4 * y), G: uint8(6 * x), B: 120, A: 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// crowd is four personas of whom much, little and nothing is known; three stand on one map, one of
// them on another one too.
func crowd(t testing.TB) journey.Project {
	long := "Wants to know before leaving home whether the shop is open, whether somebody is there who knows about brakes, and what it will cost. "
	recs := []journey.Record{
		journey.Info{ID: "i", Title: "Bicycles", Owner: "The shop", Language: "en", Date: "2026-11-22"},
		journey.Image{ID: "face", Name: "face", Media: "image/png", Width: 40, Height: 60, Data: face(t)},
		journey.Channel{ID: "web", Rank: "a", Name: "Website"}, journey.Channel{ID: "wa", Rank: "b", Name: "WhatsApp"},
		journey.Channel{ID: "shop", Rank: "c", Name: "Shop"}, journey.Channel{ID: "fax", Rank: "d"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari", Summary: "Commutes 11 km a day, 29", Quote: strings.Repeat("I just want it to work on Monday. ", 4),
			Age: "29", Occupation: "Nurse", Background: strings.Repeat(long, 3), Goals: strings.Repeat(long, 4), Needs: "A lock", Motivations: long,
			Frustrations: long, Technology: "An old telephone", Segment: "Commuters, 40 % of customers", ChannelIDs: []journey.ID{"web", "wa", "fax"},
			ImageID: "face", Basis: journey.BasisResearched, Source: "Twelve interviews in the shop, May 2026"},
		journey.Persona{ID: "bimo", Rank: "b", Name: "Bimo Adi Nugroho Wicaksono the younger", Summary: "Retired", Age: "67", Goals: "Fresh air",
			ChannelIDs: []journey.ID{"shop", "web"}, Basis: journey.BasisFictional, Color: "#FFD000"},
		journey.Persona{ID: "ani", Rank: "c", Name: "Ani", Age: "29"},
		journey.Persona{ID: "none", Rank: "d"},
		journey.Map{ID: "m", Rank: "a", Title: "Buying a bicycle", Type: journey.CurrentState},
		journey.Map{ID: "n", Rank: "b", Title: "Repair", Type: journey.FutureState},
		journey.Map{ID: "blank", Rank: "c"},
	}
	for i, title := range []string{"Wish", "Search the whole town for one that fits", "Buy", "Ride"} {
		id := journey.ID("s" + string(rune('1'+i)))
		recs = append(recs, journey.Stage{ID: id, MapID: "m", Rank: journey.Rank(rune('a' + i)), Title: title})
	}
	at := func(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindStage, ID: id} }
	recs = append(recs,
		journey.Step{ID: "t1", StageID: "s3", Rank: "a", Title: "Try"}, journey.Step{ID: "t2", StageID: "s3", Rank: "b", Title: "Pay"},
		journey.Stage{ID: "n1", MapID: "n", Rank: "a", Title: "Bring"}, journey.Stage{ID: "n2", MapID: "n", Rank: "b", Title: "Fetch"},
		journey.Appearance{ID: "a1", MapID: "m", PersonaID: "bimo", Rank: "a"}, journey.Appearance{ID: "a2", MapID: "m", PersonaID: "sari", Rank: "b", Hidden: true},
		journey.Appearance{ID: "a3", MapID: "m", PersonaID: "ani", Rank: "c", Focused: true},
		journey.Appearance{ID: "a4", MapID: "n", PersonaID: "sari", Rank: "a"}, journey.Appearance{ID: "a5", MapID: "blank", PersonaID: "sari", Rank: "a"},
		journey.Point{ID: "p1", MapID: "m", PersonaID: "sari", At: at("s1"), Value: 1}, journey.Point{ID: "p2", MapID: "m", PersonaID: "sari", At: at("s2"), Value: -2},
		journey.Point{ID: "p3", MapID: "m", PersonaID: "sari", At: journey.Ref{Kind: journey.KindStep, ID: "t1"}, Value: 0.5},
		journey.Point{ID: "p4", MapID: "m", PersonaID: "sari", At: journey.Ref{Kind: journey.KindStep, ID: "t2"}, Value: -1},
		journey.Point{ID: "p5", MapID: "m", PersonaID: "sari", At: at("s4"), Value: 2},
		journey.Point{ID: "q1", MapID: "m", PersonaID: "bimo", At: at("s1"), Value: 1}, journey.Point{ID: "q2", MapID: "m", PersonaID: "bimo", At: at("s2"), Value: 1.5},
		journey.Point{ID: "q3", MapID: "m", PersonaID: "bimo", At: journey.Ref{Kind: journey.KindStep, ID: "t2"}, Value: 1},
		journey.Point{ID: "r1", MapID: "n", PersonaID: "sari", At: at("n1"), Value: -1}, journey.Point{ID: "r2", MapID: "n", PersonaID: "sari", At: at("n2"), Value: 1},
	)
	p := journey.FromRecords(recs)
	if found := journey.Validate(p); len(found) > 0 {
		t.Fatal(found)
	}
	return p
}

func TestCrowd(t *testing.T) {
	p := crowd(t)
	o := Options{Measurer: faces}
	compare(t, "page.full", Page(p, "m", "sari", o))
	compare(t, "page.blank", Page(p, "m", "none", o))
	compare(t, "compare.crowd", Compare(p, "m", []journey.ID{"sari", "bimo", "ani", "none", "sari", "nobody"}, o))
	o.Sheet = style.New("black and white")
	compare(t, "compare.grey", Compare(p, "m", []journey.ID{"sari", "bimo"}, o))
}

func said(s *scene.Scene) string {
	var b strings.Builder
	for _, it := range s.Items {
		if m, ok := it.Mark.(*scene.Text); ok {
			b.WriteString(m.Text + "\n")
		}
	}
	return b.String()
}

// Nothing of what is known is cut off, whoever is compared with whom.
func TestAllIsSaid(t *testing.T) {
	p := crowd(t)
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for name, s := range map[string]*scene.Scene{
		"page":    Page(p, "m", "sari", Options{Measurer: faces}),
		"compare": Compare(p, "m", []journey.ID{"bimo", "sari"}, Options{Measurer: faces}),
	} {
		sari, _ := p.Personas.Get("sari")
		got := flat(said(s))
		for _, want := range []string{sari.Goals, sari.Background, sari.Quote, sari.Needs, sari.Segment, sari.Source, "Researched", "WhatsApp"} {
			if !strings.Contains(got, flat(want)) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
	}
	got := flat(said(Compare(p, "m", []journey.ID{"bimo", "sari"}, Options{Measurer: faces})))
	if want := "Furthest apart in “Search the whole town for one that fits”, by 3.5: Bimo Adi Nugroho Wicaksono the younger feels best, Sari worst."; !strings.Contains(got, want) {
		t.Errorf("it does not say %q: %s", want, got)
	}
	if off := flat(said(Compare(p, "n", []journey.ID{"bimo", "sari"}, Options{Measurer: faces}))); !strings.Contains(off, "is not on this map") {
		t.Error("it does not say who is not on the map")
	}
}

// Whatever the project: what is drawn is the same each time, lies on the sheet, and the sheet is no
// smaller than A4.
func TestSheetsHoldTheirLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		var m, who journey.ID
		if maps := p.MapsInOrder(); len(maps) > 0 {
			m = rapid.SampledFrom(maps).Draw(t, "map").ID
		}
		if len(ids(p)) > 0 {
			who = rapid.SampledFrom(ids(p)).Draw(t, "persona")
		}
		o := Options{Measurer: faces}
		for _, draw := range []func() *scene.Scene{
			func() *scene.Scene { return Page(p, m, who, o) },
			func() *scene.Scene { return Compare(p, m, ids(p), o) },
		} {
			s := draw()
			if record(s) != record(draw()) {
				t.Fatal("drawn twice, it differs")
			}
			if s.Bounds.W() < Least.W-0.01 || s.Bounds.H() < Least.H-0.01 {
				t.Fatalf("the sheet is %v", s.Bounds)
			}
			for _, it := range s.Items {
				if tx, ok := it.Mark.(*scene.Text); ok && (tx.At.Y > s.Bounds.Max.Y || tx.At.X < s.Bounds.Min.X-1) {
					t.Fatalf("%q stands at %v of %v", tx.Text, tx.At, s.Bounds)
				}
			}
		}
	})
}
