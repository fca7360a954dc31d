package export

import (
	"errors"
	"strings"
	"testing"

	"jejak/canvas/cast"
	"jejak/data/journey"
)

func TestPersonasBehindTheMap(t *testing.T) {
	p, id := sample(t)
	people := p.AppearancesOf(id)
	plain := prepare(t, p, chosen(nil))
	b := prepare(t, p, chosen(func(s *Settings) { s.Cast = Behind }))
	if len(b.Pages) != len(plain.Pages)+len(people) {
		t.Fatalf("%d pages, the map alone has %d", len(b.Pages), len(plain.Pages))
	}
	for i, a := range people {
		who, _ := p.Personas.Get(a.PersonaID)
		if pg := b.Pages[len(plain.Pages)+i]; pg.Label != who.Name || pg.Size.W < cast.Least.W-1 {
			t.Errorf("page %q, %v", pg.Label, pg.Size)
		}
	}
	one := prepare(t, p, chosen(func(s *Settings) { s.Cast, s.Leave = Behind, map[journey.ID]bool{people[0].PersonaID: true} }))
	if len(one.Pages) != len(b.Pages)-1 {
		t.Errorf("%d pages without one of them", len(one.Pages))
	}
	tiled := prepare(t, p, chosen(func(s *Settings) { s.Cast, s.Spread, s.Paper = Behind, Tiles, "A4" }))
	for _, pg := range tiled.Pages {
		if pg.Size != tiled.Pages[0].Size {
			t.Errorf("sheets of %v and %v", tiled.Pages[0].Size, pg.Size)
		}
	}
}

func TestPersonasInPlaceOfTheMap(t *testing.T) {
	p, id := sample(t)
	people := p.PersonasInOrder()
	b := prepare(t, p, chosen(func(s *Settings) { s.Cast, s.AllMaps = Pages, true }))
	if len(b.Pages) != len(people) || b.Title() != people[0].Name {
		t.Errorf("%d pages about %q", len(b.Pages), b.Title())
	}
	d := NewDraft(p, faces())
	d.Who = []journey.ID{people[1].ID, "nobody", people[0].ID}
	b, err := d.Prepare(t.Context(), []journey.ID{id}, chosen(func(s *Settings) { s.Cast, s.Format = Pages, PNG }))
	if err != nil || len(b.Pages) != 1 || b.Title() != people[1].Name {
		t.Errorf("%d pages: %v", len(b.Pages), err)
	}
	b, err = d.Prepare(t.Context(), []journey.ID{id}, chosen(func(s *Settings) { s.Cast = Compared }))
	if want := people[1].Name + ", " + people[0].Name; err != nil || len(b.Pages) != 1 || b.Title() != want || !strings.Contains(said(b), people[0].Goals) {
		t.Errorf("%d pages about %q: %v", len(b.Pages), b.Title(), err)
	}
	d.Who = []journey.ID{"nobody"}
	for _, c := range []Cast{Pages, Compared} {
		if _, err = d.Prepare(t.Context(), []journey.ID{id}, chosen(func(s *Settings) { s.Cast = c })); !errors.Is(err, ErrNobody) {
			t.Errorf("%s of nobody: %v", c, err)
		}
	}
	// A project without a map has personas all the same.
	alone := journey.FromRecords([]journey.Record{journey.Info{ID: "i"}, people[0]})
	d = NewDraft(alone, faces())
	d.Who = []journey.ID{people[0].ID}
	if b, err = d.Prepare(t.Context(), nil, chosen(func(s *Settings) { s.Cast = Pages })); err != nil || len(b.Pages) != 1 {
		t.Errorf("without a map: %v", err)
	}
}

func TestSoundCast(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(*Settings)
		want Cast
	}{
		{"behind a PDF", func(s *Settings) { s.Cast = Behind }, Behind},
		{"behind tiles", func(s *Settings) { s.Cast, s.Spread = Behind, Tiles }, Behind},
		{"behind slides", func(s *Settings) { s.Cast, s.Spread = Behind, Slides }, NoCast},
		{"behind a dashboard", func(s *Settings) { s.Cast, s.Subject = Behind, Dashboard }, NoCast},
		{"behind a picture", func(s *Settings) { s.Cast, s.Format = Behind, PNG }, NoCast},
		{"pages as SVG", func(s *Settings) { s.Cast, s.Format = Pages, SVG }, Pages},
		{"pages in slides", func(s *Settings) { s.Cast, s.Format = Pages, PPTX }, NoCast},
		{"compared in JSON", func(s *Settings) { s.Cast, s.Format = Compared, JSON }, NoCast},
		{"no such", func(s *Settings) { s.Cast = "crowd" }, NoCast},
	} {
		if got := chosen(c.set).Sound(); got.Cast != c.want || got.Sound().Cast != c.want {
			t.Errorf("%s: %q, want %q", c.name, got.Cast, c.want)
		}
	}
	s := chosen(func(s *Settings) { s.Cast, s.Subject, s.Spread = Compared, Dashboard, Poster }).Sound()
	if s.Subject != TheMap || s.Spread != OnePage {
		t.Errorf("compared on %s, with %q", s.Spread, s.Subject)
	}
}
