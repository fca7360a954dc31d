package fade

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
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/insight/lens"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var pictures = flag.String("pictures", "", "a folder to draw the sample through each lens into, to look at")

var faces = text.NewLibrary(text.WithoutSystemFonts())

var white = scene.RGB(0xFFFFFF)

func ref(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }

func TestOnlyWhatIsNotStrongIsPale(t *testing.T) {
	ink := scene.RGB(0x204060)
	fill := func(from journey.Ref, layer int) scene.Item {
		return scene.Item{From: from, Layer: layer, Bounds: geom.R(0, 0, 9, 9), Mark: &scene.Fill{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Color: ink}}
	}
	a, b, stage, ana := ref(journey.KindCard, "a"), ref(journey.KindCard, "b"), ref(journey.KindStage, "s"), ref(journey.KindPersona, "ana")
	for _, c := range []struct {
		name   string
		item   scene.Item
		strong journey.Ref
		pale   bool
	}{
		{"a strong card", fill(a, 0), a, false},
		{"another card", fill(b, 0), a, true},
		{"the paper", fill(journey.Ref{}, 0), a, false},
		{"a stage beside a strong card", fill(stage, 0), a, false},
		{"a stage beside a strong stage", fill(stage, 0), ref(journey.KindStage, "other"), true},
		{"a persona beside the title", fill(ana, 0), a, false},
		{"the curve of the same", fill(ana, 1), a, true},
		{"a link", fill(ref(journey.KindLink, "l"), 0), a, true},
	} {
		s := &scene.Scene{Bounds: geom.R(0, 0, 9, 9), Items: []scene.Item{c.item}}
		s.Seal()
		got := Through(s, map[journey.Ref]bool{c.strong: true}, white).Items[0].Mark.(*scene.Fill).Color
		if (got != ink) != c.pale {
			t.Errorf("%s is %v", c.name, got)
		}
		if s.Items[0].Mark.(*scene.Fill).Color != ink {
			t.Errorf("%s: the scene itself was changed", c.name)
		}
	}
	if Through(nil, nil, white) != nil {
		t.Error("something comes of nothing")
	}
}

func TestEveryMarkIsPale(t *testing.T) {
	ink, r := scene.RGB(0), geom.R(0, 0, 9, 9)
	grey := style.Mix(white, ink, Strength)
	from := ref(journey.KindCard, "a")
	marks := []scene.Mark{
		&scene.Fill{Color: ink}, &scene.Fill{Gradient: &scene.Gradient{From: ink, To: ink}}, &scene.Stroke{Color: ink},
		&scene.Text{Color: ink}, &scene.Shadow{Color: ink}, &scene.Picture{Rect: r}, &scene.Fill{Color: ink.Alpha(0.5)},
	}
	s := &scene.Scene{Bounds: r}
	for _, m := range marks {
		s.Items = append(s.Items, scene.Item{From: from, Bounds: r, Mark: m})
	}
	s.Seal()
	got := Through(s, nil, white).Items
	if len(got) != len(marks)+1 {
		t.Fatalf("%d marks", len(got))
	}
	if c := got[0].Mark.(*scene.Fill).Color; c != grey {
		t.Errorf("fill %v", c)
	}
	if g := got[1].Mark.(*scene.Fill).Gradient; g.From != grey || g.To != grey {
		t.Errorf("gradient %v", g)
	}
	if c := got[2].Mark.(*scene.Stroke).Color; c != grey {
		t.Errorf("stroke %v", c)
	}
	if c := got[3].Mark.(*scene.Text).Color; c != grey {
		t.Errorf("text %v", c)
	}
	if c := got[4].Mark.(*scene.Shadow).Color; c.A != Strength {
		t.Errorf("shadow %v", c)
	}
	if v, ok := got[6].Mark.(*scene.Fill); !ok || v.Color != white.Alpha(1-Strength) || v.Path.Bounds() != r {
		t.Errorf("over a picture: %+v", got[6].Mark)
	}
	if c := got[7].Mark.(*scene.Fill).Color; c != grey.Alpha(0.5) {
		t.Errorf("what is seen through keeps how far: %v", c)
	}
}

// TestNothingMoves: seen through any lens the marks and what can be touched stay where they are,
// and with everything strong the picture is the same.
// Pictograms have colours of their own: with the text beside them they are seen through.
func TestPictogramsArePale(t *testing.T) {
	r, ink := geom.R(0, 0, 9, 9), scene.RGB(0x204060)
	lib := text.NewLibrary(text.WithoutSystemFonts())
	for s, want := range map[string]scene.Color{"💳 pays": ink.Alpha(Strength), "✔ pays": style.Mix(white, ink, Strength)} {
		line := lib.Break(s, text.Spec{Size: 9}, 0).Lines[0]
		from := &scene.Scene{Bounds: r, Items: []scene.Item{{From: ref(journey.KindCard, "a"), Bounds: r, Mark: &scene.Text{Line: line, Text: s, Size: 9, Color: ink}}}}
		from.Seal()
		if got := Through(from, nil, white).Items[0].Mark.(*scene.Text).Color; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestNothingMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			s := layout.Arrange(p, m.ID, layout.Options{Measurer: text.Fixed{}})
			all := map[journey.Ref]bool{}
			pictures := 0
			for _, it := range s.Items {
				all[it.From] = true
				if _, ok := it.Mark.(*scene.Picture); ok {
					pictures++
				}
			}
			same := Through(s, all, white)
			for i := range s.Items {
				if same.Items[i] != s.Items[i] {
					t.Fatalf("mark %d is another", i)
				}
			}
			faded := Through(s, lens.Of(lens.Proof, p, m.ID, "2026-11-22").Strong(), white)
			if n := len(faded.Items) - len(s.Items); n < 0 || n > pictures {
				t.Fatalf("%d marks more, with %d pictures", n, pictures)
			}
			if len(faded.Targets) != len(s.Targets) || faded.Bounds != s.Bounds {
				t.Fatal("what can be touched has changed")
			}
		}
	})
}

func sample(t *testing.T, lang string) (journey.Project, journey.ID) {
	t.Helper()
	data, ok := samples.Named(samples.Names[0], lang)
	if !ok {
		t.Fatal("no sample")
	}
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return p, p.MapsInOrder()[0].ID
}

func said(s *scene.Scene) string {
	var b strings.Builder
	for _, it := range s.Items {
		if x, ok := it.Mark.(*scene.Text); ok {
			b.WriteString(x.Text + "\n")
		}
	}
	return b.String()
}

func TestThePaperSaysWhatIsShown(t *testing.T) {
	for _, lang := range words.Languages {
		p, id := sample(t, lang)
		w := words.In(lang)
		sheet := style.New("")
		src := layout.Printable(p, id, layout.Options{Measurer: faces, Words: w, Sheet: sheet})
		for _, name := range lens.Names {
			v := lens.Of(name, p, id, "2026-11-22")
			out := Printed(src, v, Caption{Sheet: sheet, Words: w, Measurer: faces})
			for place, s := range map[string]*scene.Scene{"sheet": out.Scene, "foot": out.Foot(500)} {
				text := said(s)
				if !strings.Contains(text, v.Title(w)) || len(v.Strong()) > 0 && !strings.Contains(text, v.Count(w)) {
					t.Errorf("%s, %s: the %s does not say what is shown:\n%s", lang, name, place, text)
				}
				for _, it := range s.Items {
					if x, ok := it.Mark.(*scene.Text); ok && it.From.IsZero() && it.Bounds.Max.Y > s.Bounds.Max.Y+2 {
						t.Errorf("%s, %s: %q hangs out of the %s", lang, name, x.Text, place)
					}
				}
			}
			if *pictures != "" {
				var b bytes.Buffer
				if err := png.Encode(&b, raster.Image(out.Scene, out.Scene.Bounds, 1.2, white)); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(*pictures, string(name)+"."+lang+".png"), b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
