package export

import (
	"bytes"
	"testing"

	"jejak/assets/samples"
	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// The settings say more than the map; what is read sheet by sheet is a row, and slides show the ring
// at a glance.
func TestForms(t *testing.T) {
	data, _ := samples.Named("experience-cycle", "en")
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	ring := func(s *scene.Scene) bool { return s != nil && s.Grid.Ring != nil }
	for _, c := range []struct {
		form   Form
		spread Spread
		want   bool
	}{
		{OwnForm, OnePage, true}, {Row, OnePage, false}, {Ring, OnePage, true},
		{OwnForm, Poster, true}, {OwnForm, Tiles, false}, {Ring, Tiles, false},
		{OwnForm, Slides, true}, {Row, Slides, false},
	} {
		s := Default()
		s.Form, s.Spread = c.form, c.spread
		b, err := NewDraft(p, faces()).Prepare(t.Context(), []journey.ID{p.MapsInOrder()[0].ID}, s)
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, page := range b.Pages {
			got = got || ring(page.Scene)
			for _, w := range page.More {
				got = got || ring(w.Scene) && len(w.Scene.Grid.Cells) > 0
			}
		}
		if got != c.want {
			t.Errorf("%q on %q: a ring is shown: %v, want %v", c.form, c.spread, got, c.want)
		}
	}
}
