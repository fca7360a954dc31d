package deck_test

import (
	"bytes"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/canvas/deck"
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

// faces are the embedded ones alone, so that slides are the same on every machine.
var faces = sync.OnceValue(func() *text.Library { return text.NewLibrary(text.WithoutSystemFonts()) })

func source(p journey.Project, mapID journey.ID) page.Source {
	return layout.Printable(p, mapID, layout.Options{Measurer: faces()})
}

type tester interface {
	Helper()
	Fatalf(string, ...any)
}

// lawful fails if a card of a lane that is shown is on no slide or on two, sticks out of its
// slide, or a slide shows nothing.
func lawful(t tester, src page.Source, slides []scene.Page) {
	t.Helper()
	on := pagetest.CardsOn(slides)
	for _, target := range src.Scene.Targets {
		if target.Ref.Kind != journey.KindCard || target.Part != scene.PartBody || !pagetest.Seen(src.Scene, target.Ref) {
			continue
		}
		places := on[target.Ref]
		if len(places) != 1 {
			t.Fatalf("card %s is on %d slides", target.Ref.ID, len(places))
		}
		if sheet := geom.R(0, 0, 960, 540); !sheet.Inset(-0.1).ContainsRect(places[0].At) {
			t.Fatalf("card %s stands at %v", target.Ref.ID, places[0].At)
		}
	}
	for i, pg := range slides {
		items := 0
		for _, w := range pg.Windows() {
			if w.Role != scene.Trimming {
				items += len(w.Scene.Items)
			}
		}
		if items == 0 {
			t.Fatalf("slide %d of %d is empty", i+1, len(slides))
		}
	}
}

func TestSlidesOfTheSample(t *testing.T) {
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("id")))
	if err != nil {
		t.Fatal(err)
	}
	m := p.MapsInOrder()[0]
	src := source(p, m.ID)
	r := deck.Slides(p, m.ID, src, deck.Options{Measurer: faces()})
	lawful(t, src, r.Pages)
	var names []string
	for _, pg := range r.Pages {
		names = append(names, pg.Label)
	}
	want := []string{
		"Membeli kacamata pertama", "Seluruh perjalanan", "Bagaimana rasanya", "Rina Maharani", "Hendra Wijaya",
		"Kesadaran", "Pertimbangan", "Pembelian", "Retensi", "Advokasi", "Yang akan kita lakukan",
	}
	if len(names) != len(want) {
		t.Fatalf("slides %q", names)
	}
	for i := range want {
		if names[i] != want[i] {
			t.Errorf("slide %d is %q, want %q", i+1, names[i], want[i])
		}
	}
}

func TestSlidesOfAnyMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			src := source(p, m.ID)
			lawful(t, src, deck.Slides(p, m.ID, src, deck.Options{Measurer: faces()}).Pages)
		}
	})
}

func TestSlidesOfALargeMap(t *testing.T) {
	p := journeytest.Big(400)
	m := p.MapsInOrder()[0]
	src := source(p, m.ID)
	r := deck.Slides(p, m.ID, src, deck.Options{Measurer: faces()})
	lawful(t, src, r.Pages)
	if n := len(r.Pages); n < 40 || n > 140 {
		t.Errorf("%d slides for 40 stages", n)
	}
}
