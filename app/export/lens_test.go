package export

import (
	"slices"
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// TestLens: a map is written as it is seen through a lens, on one sheet and on several; what is
// shown stands on it in the language of the sheet.
func TestLens(t *testing.T) {
	p, _ := sample(t)
	for _, lang := range words.Languages {
		for _, spread := range Spreads {
			b := prepare(t, p, chosen(func(s *Settings) { s.Lens, s.Lang, s.Spread = lens.Proof, lang, spread }))
			want := lens.Proof.Title(words.In(lang))
			if got := said(b); !strings.Contains(got, want) && spread != Poster && spread != Slides {
				t.Errorf("%s, %s: %q is not said", lang, spread, want)
			}
		}
	}
	plain, seen := prepare(t, p, chosen(nil)), prepare(t, p, chosen(func(s *Settings) { s.Lens = lens.Pains }))
	if plain.Pages[0].Size.H >= seen.Pages[0].Size.H {
		t.Error("the sheet has not grown by what it says")
	}
}

func TestLensIsSound(t *testing.T) {
	for _, c := range []struct {
		change func(*Settings)
		want   lens.Name
	}{
		{func(s *Settings) { s.Lens = lens.Pains }, lens.Pains},
		{func(s *Settings) { s.Lens, s.Format = lens.Pains, PPTX }, lens.Pains},
		{func(s *Settings) { s.Lens = "nonsense" }, ""},
		{func(s *Settings) { s.Lens, s.Format = lens.Pains, JSON }, ""},
		{func(s *Settings) { s.Lens, s.Subject = lens.Pains, Dashboard }, ""},
	} {
		s := chosen(c.change).Sound()
		if s.Lens != c.want {
			t.Errorf("%+v: lens %q", s, s.Lens)
		}
	}
}

// TestADraftKnowsItsLens: a map that was drawn through one lens is drawn anew for another.
func TestADraftKnowsItsLens(t *testing.T) {
	p, id := sample(t)
	d := NewDraft(p, faces())
	var drawn []string
	for _, name := range []lens.Name{"", lens.Proof, lens.Pains, ""} {
		b, err := d.Prepare(t.Context(), []journey.ID{id}, chosen(func(s *Settings) { s.Lens = name }))
		if err != nil {
			t.Fatal(err)
		}
		drawn = append(drawn, said(b))
	}
	if drawn[0] != drawn[3] || len(slices.Compact(drawn)) != 4 {
		t.Error("a map is shown as it was drawn before")
	}
}
