package export

import (
	"testing"

	"jejak/canvas/scene"
	"jejak/data/journey"
)

// TestCommentsAreSeen: signs stand where a PDF has its notes, on the pages that are looked at and not
// on those that are written.
func TestCommentsAreSeen(t *testing.T) {
	p, id := sample(t)
	var card journey.Card
	for c := range p.Cards.All() {
		if card.ID == "" || c.ID < card.ID {
			card = c
		}
	}
	p = p.With(journey.Comment{ID: "c1", At: journey.RefTo(card), Text: "Really?"})
	p = p.With(journey.Comment{ID: "c2", At: journey.Ref{Kind: journey.KindMap, ID: id}, Text: "Whose?"})
	for _, c := range []struct {
		settings Settings
		signs    int
	}{
		{chosen(nil), 0},
		{chosen(func(s *Settings) { s.Comments = true }), 2},
		{chosen(func(s *Settings) { s.Comments, s.Format = true, SVG }), 0},
	} {
		b := prepare(t, p, c.settings)
		before := len(b.Pages[0].More)
		signs := 0
		for _, pg := range b.Seen() {
			for _, w := range pg.Windows() {
				if w.Role == scene.Trimming && len(w.Scene.Items) > 0 {
					signs += len(w.Scene.Items) / 5
					at := w.Scene.Items[0].Bounds.Center()
					body := b.Pages[0].Scene.Find(journey.RefTo(card), scene.PartBody)
					if at := b.Pages[0].Place.Invert().Apply(at); body != nil && signs == 1 && !body.Bounds.Inset(-12).Contains(at) {
						t.Errorf("the first sign stands at %v, the card at %v", at, body.Bounds)
					}
				}
			}
		}
		if signs != c.signs || len(b.Pages[0].More) != before {
			t.Errorf("%s, comments %v: %d signs", c.settings.Format, c.settings.Comments, signs)
		}
	}
}
