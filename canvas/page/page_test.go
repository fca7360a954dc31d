package page_test

import (
	"bytes"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/page/pagetest"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// faces are the embedded ones alone, so that pages are the same on every machine.
var faces = sync.OnceValue(func() *text.Library { return text.NewLibrary(text.WithoutSystemFonts()) })

func source(p journey.Project, mapID journey.ID) page.Source {
	return layout.Printable(p, mapID, layout.Options{Measurer: faces()})
}

func sample(t testing.TB, lang string) page.Source {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON(lang)))
	if err != nil {
		t.Fatal(err)
	}
	return source(p, p.MapsInOrder()[0].ID)
}

func paperNamed(t testing.TB, name string, landscape bool) page.Paper {
	t.Helper()
	p, err := page.PaperNamed(name, landscape)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// key names a text by what it was drawn for.
func key(it *scene.Item, x *scene.Text) string { return fmt.Sprint(it.From.ID, " ", x.Text) }

type tester interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// lawful fails if the sheets of a map break a law: every card stands whole on exactly one of them,
// every text of the lanes on one, and none shows nothing.
func lawful(t tester, src page.Source, r page.Result, o page.Options) {
	t.Helper()
	s := src.Scene
	on := pagetest.CardsOn(r.Pages)
	for _, target := range s.Targets {
		if target.Ref.Kind != journey.KindCard || target.Part != scene.PartBody || !pagetest.Seen(src.Scene, target.Ref) {
			continue
		}
		places := on[target.Ref]
		if len(places) == 0 || len(places) > 1 && o.Overlap == 0 {
			t.Fatalf("card %s at %v is whole on %d sheets: %v", target.Ref.ID, target.Bounds, len(places), places)
		}
		sheet := geom.R(0, 0, r.Pages[places[0].Page].Size.W, r.Pages[places[0].Page].Size.H)
		if !sheet.Inset(-0.1).ContainsRect(places[0].At) {
			t.Fatalf("card %s stands at %v on a sheet of %v", target.Ref.ID, places[0].At, sheet)
		}
	}
	written := map[string]int{}
	for _, pg := range r.Pages {
		for _, w := range pg.Windows() {
			if w.Role == scene.Content {
				w.Scene.Visible(w.View, func(it *scene.Item) {
					if x, ok := it.Mark.(*scene.Text); ok {
						written[key(it, x)]++
					}
				})
			}
		}
	}
	for i := range s.Items {
		it := &s.Items[i]
		x, ok := it.Mark.(*scene.Text)
		if !ok || it.From.Kind == journey.KindMap || it.From.Kind == journey.KindPersona || it.Bounds.Max.Y < s.Grid.Head.Min.Y {
			continue // set anew for the width of the sheet
		}
		if written[key(it, x)]--; written[key(it, x)] < 0 {
			t.Fatalf("%q of %s is missing", x.Text, it.From.Kind)
		}
	}
	if o.Mode != page.Tiled {
		for i := range s.Items {
			c := s.Items[i].Bounds.Center()
			if !slices.ContainsFunc(r.Pages, func(pg scene.Page) bool { return pg.Scene != nil && pg.View.Inset(-0.01).Contains(c) }) {
				t.Fatalf("nothing shows what stands at %v", c)
			}
		}
	}
	tagged(t, r)
	for i, pg := range r.Pages {
		if pg.Size != o.Paper.Size && o.Paper.Size != (geom.Size{}) && o.Bleed == 0 && !o.Marks {
			t.Fatalf("page %d is of %v, the paper of %v", i+1, pg.Size, o.Paper.Size)
		}
		filled := false
		for _, w := range pg.Windows() {
			if w.Role == scene.Trimming {
				continue
			}
			w.Scene.Visible(w.View, func(*scene.Item) { filled = true })
		}
		if !filled {
			t.Fatalf("page %d of %d is empty", i+1, len(r.Pages))
		}
	}
}

func TestSampleOnSheets(t *testing.T) {
	src := sample(t, "en")
	for _, name := range page.PaperNames {
		for _, landscape := range []bool{true, false} {
			for _, mode := range []page.Mode{page.Single, page.Tiled, page.Poster} {
				t.Run(fmt.Sprint(name, landscape, mode), func(t *testing.T) {
					o := page.Options{Paper: paperNamed(t, name, landscape), Mode: mode, Header: mode == page.Tiled, Footer: mode == page.Tiled, Measurer: faces()}
					r := page.Paginate(src, o)
					lawful(t, src, r, o)
					if mode == page.Tiled {
						for _, w := range r.Warnings {
							if name != "A5" || w.Kind != page.Shrunk {
								t.Errorf("warning %+v", w)
							}
						}
					}
				})
			}
		}
	}
}

func TestAnyMapOnAnySheets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			src := source(p, m.ID)
			paper, err := page.PaperNamed(rapid.SampledFrom(page.PaperNames).Draw(t, "paper"), rapid.Bool().Draw(t, "landscape"))
			if err != nil {
				t.Fatal(err)
			}
			o := page.Options{
				Paper: paper, Mode: rapid.SampledFrom([]page.Mode{page.Single, page.Tiled, page.Poster}).Draw(t, "mode"),
				Scale:  rapid.SampledFrom([]float64{0, 0, 1, 0.5, 1.7}).Draw(t, "scale"),
				Header: rapid.Bool().Draw(t, "header"), Footer: rapid.Bool().Draw(t, "footer"),
				Margin: rapid.SampledFrom([]float64{0, -1, 30}).Draw(t, "margin"), Measurer: faces(),
			}
			lawful(t, src, page.Paginate(src, o), o)
		}
	})
}
