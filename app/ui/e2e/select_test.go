//go:build e2e

package e2e

import (
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// gone wants cards not to be in p, and all others of the start to be.
func (s *sheet) gone(p journey.Project, cards ...journey.Card) {
	s.t.Helper()
	for _, c := range cards {
		if p.Cards.Has(c.ID) {
			s.t.Errorf("%q is still there", c.Title)
		}
	}
	if got, want := p.Cards.Len(), s.start.Cards.Len()-len(cards); got != want {
		s.t.Errorf("%d cards, want %d", got, want)
	}
}

func TestClickAndDelete(t *testing.T) {
	s := sample(t)
	card := s.card("Tries on frames")
	s.click(s.body(card))
	s.key("Delete")
	s.gone(s.saved(), card)
}

func TestCtrlClickAddsToTheSelection(t *testing.T) {
	s := sample(t)
	a, b, c := s.card("Eye test"), s.card("Posts a review"), s.card("No full price")
	s.click(s.body(a))
	s.click(s.body(b), "ctrl")
	s.click(s.body(c), "shift")
	s.click(s.body(b), "ctrl") // takes it off again
	s.key("BackSpace")
	s.gone(s.saved(), a, c)
}

func TestMarqueeAndDrag(t *testing.T) {
	s := sample(t)
	eye, tries, target := s.card("Eye test"), s.card("Tries on"), s.card("Posts a review")
	r := s.rect(journey.RefTo(eye), scene.PartBody).Union(s.rect(journey.RefTo(tries), scene.PartBody)).Inset(-3)
	seen := s.rest()
	s.drag(s.spot(seen, r.Min), s.spot(seen, r.Max))
	if n := len(s.rest().Chosen); n != 2 {
		t.Fatalf("%d things are chosen, want 2", n)
	}
	s.drag(s.body(eye), s.above(target))
	p := s.saved()
	if got, want := titles(p, target.Cell()), "Eye, Tries, Posts, Brings"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
	if got, want := titles(p, eye.Cell()), "Pays"; got != want {
		t.Errorf("the cell they come from holds %s, want %s", got, want)
	}
}

// above is where to drop something to come before a card.
func (s *sheet) above(c journey.Card) geom.Point {
	s.t.Helper()
	r := s.rect(journey.RefTo(c), scene.PartBody)
	return s.spot(s.rest(), geom.Pt(r.Center().X, r.Min.Y+2))
}

func TestSelectAllAndDelete(t *testing.T) {
	s := sample(t)
	s.click(s.body(s.card("Eye test")))
	s.key("ctrl+a", "Delete")
	for c := range s.saved().Cards.All() {
		if c.MapID == s.mapID {
			t.Errorf("%q is left", c.Title)
		}
	}
}

func TestArrowsWalkTheCards(t *testing.T) {
	s := sample(t)
	s.click(s.body(s.card("Eye test")))
	s.key("Down", "Right", "Delete")
	s.gone(s.saved(), s.card("Picks them up"))
}

func TestCtrlArrowsMoveACard(t *testing.T) {
	s := sample(t)
	card := s.card("Day passes")
	s.click(s.body(card))
	s.key("ctrl+Left")
	if got, _ := s.saved().Cards.Get(card.ID); got.StageID != s.stage("Purchase").ID || got.LaneID != card.LaneID {
		t.Errorf("it stands in %v", got.Cell())
	}
}
