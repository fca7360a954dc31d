package export

import (
	"errors"
	"strings"
	"testing"

	"jejak/canvas/layout/ghost/ghosttest"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// read is what a person reads on the pages of a book.
func read(b *Book) string {
	var s strings.Builder
	for _, pg := range b.Pages {
		for _, w := range pg.Windows() {
			for _, it := range w.Scene.Items {
				if x, ok := it.Mark.(*scene.Text); ok {
					s.WriteString("|" + x.Text)
				}
			}
		}
	}
	return s.String() + "|"
}

func TestPairOverTheMap(t *testing.T) {
	p := ghosttest.Shop()
	for _, c := range []struct {
		name string
		s    func(s *Settings)
		want bool
	}{
		{"as it is", func(*Settings) {}, false},
		{"with its pair", func(s *Settings) { s.Pair = true }, true},
		{"on tiles", func(s *Settings) { s.Pair, s.Spread = true, Tiles }, true},
		{"as SVG", func(s *Settings) { s.Pair, s.Format = true, SVG }, true},
		{"on slides", func(s *Settings) { s.Pair, s.Spread = true, Slides }, false},
		{"of the dashboard", func(s *Settings) { s.Pair, s.Subject = true, Dashboard }, false},
	} {
		b, err := NewDraft(p, faces()).Prepare(t.Context(), []journey.ID{"b"}, chosen(c.s))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(read(b), "|change from as-is|"); got != c.want {
			t.Errorf("%s: the pair is drawn: %v", c.name, got)
		}
	}
	d := NewDraft(p, faces()) // the same draft with and without: what was drawn must not be kept for the other
	for _, on := range []bool{true, false, true} {
		b, err := d.Prepare(t.Context(), []journey.ID{"b"}, chosen(func(s *Settings) { s.Pair = on }))
		if err != nil || strings.Contains(read(b), "|change from as-is|") != on {
			t.Errorf("pair %v: %v", on, err)
		}
	}
}

func TestComparison(t *testing.T) {
	p := ghosttest.Shop()
	both := []journey.ID{"a", "b"}
	compared := func(more func(s *Settings)) Settings {
		return chosen(func(s *Settings) { s.Subject = Comparison; more(s) })
	}
	for _, c := range []struct {
		name  string
		ids   []journey.ID
		s     Settings
		pages int
	}{
		{"seen from what is to be", []journey.ID{"b"}, compared(func(*Settings) {}), 1},
		{"seen from what is", []journey.ID{"a"}, compared(func(*Settings) {}), 1},
		{"of all maps, once", both, compared(func(s *Settings) { s.AllMaps = true }), 1},
		{"as a picture", []journey.ID{"b"}, compared(func(s *Settings) { s.Format = PNG }), 1},
	} {
		b, err := NewDraft(p, faces()).Prepare(t.Context(), c.ids, c.s)
		if err != nil || len(b.Pages) != c.pages || !strings.Contains(read(b), "|COMPARISON · AS-IS AND TO-BE|Having a bicycle mended|") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	m, _ := p.Maps.Get("b")
	m.PairID = ""
	if _, err := NewDraft(p.With(m), faces()).Prepare(t.Context(), both, compared(func(s *Settings) { s.AllMaps = true })); !errors.Is(err, ErrNoPair) {
		t.Errorf("of no pair: %v", err)
	}
}

func TestAgainstAFile(t *testing.T) {
	p := ghosttest.Shop()
	older := p.Without(journey.Ref{Kind: journey.KindCard, ID: "b3"})
	d := NewDraft(p, faces())
	d.Against = &Against{Project: older, File: "spring.jejak"}
	b, err := d.Prepare(t.Context(), []journey.ID{"b"}, chosen(func(s *Settings) { s.Subject = Comparison }))
	if err != nil || !strings.Contains(read(b), "|COMPARISON · ANOTHER VERSION|spring.jejak: Having a bicycle") || !strings.Contains(read(b), "|1 new card|") {
		t.Errorf("compared: %v, %s", err, read(b))
	}
	b, err = d.Prepare(t.Context(), []journey.ID{"b"}, chosen(func(s *Settings) { s.Pair = true }))
	if err != nil || !strings.Contains(read(b), "|1 new card|") {
		t.Errorf("over the map: %v", err)
	}
	named := journey.FromRecords([]journey.Record{journey.Map{ID: "x", Rank: "a", Title: "Other"},
		journey.Map{ID: "y", Rank: "b", Title: "Having a bicycle mended, next spring"}})
	m, _ := p.Maps.Get("b")
	for _, c := range []struct {
		in   journey.Project
		want journey.ID
	}{{older, "b"}, {named, "y"}, {journey.FromRecords([]journey.Record{journey.Map{ID: "x"}}), "x"}} {
		if got := (&Against{Project: c.in}).side(m).MapID; got != c.want {
			t.Errorf("the counterpart is %q, want %q", got, c.want)
		}
	}
}
