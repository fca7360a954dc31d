//go:build e2e

package e2e

import (
	"testing"

	"jejak/app/ui/watch"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

func (s *sheet) hasTitle(p journey.Project, c journey.Card, want string) {
	s.t.Helper()
	if got, _ := p.Cards.Get(c.ID); got.Title != want {
		s.t.Errorf("the title is %q, want %q", got.Title, want)
	}
}

// opened waits for a text to open by itself: it does when the picture is there that it stands in.
func (s *sheet) opened() {
	s.t.Helper()
	s.until("the text to open", func(n watch.Seen) bool { return n.Writing })
}

func TestDoubleClickWrites(t *testing.T) {
	s := sample(t)
	card := s.card("Posts a review")
	s.opensText(s.at(journey.RefTo(card), scene.PartTitle))
	s.write("Writes a review")
	s.key("Return")
	s.hasTitle(s.saved(), card, "Writes a review")
}

func TestF2WritesAndAClickElsewhereKeepsIt(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.body(card))
	s.key("F2", "End")
	s.write(" at noon")
	s.click(s.body(s.card("Promised day")))
	s.hasTitle(s.saved(), card, card.Title+" at noon")
}

func TestLettersWriteAndTabGoesOn(t *testing.T) {
	s := sample(t)
	card := s.card("Tries on frames")
	s.click(s.body(card))
	s.write("nvh Virtual fitting") // all three are shortcuts elsewhere
	s.key("Tab")
	s.opened()
	s.write("Next cell") // Tab has opened and selected the text of the next cell
	s.key("Return")
	p := s.saved()
	s.hasTitle(p, card, "nvh Virtual fitting")
	if next := cardNamed(t, p, "Next cell"); next.LaneID != card.LaneID || next.StageID == card.StageID {
		t.Errorf("Tab went to %v from %v", next.Cell(), card.Cell())
	}
	if got, want := p.Cards.Len(), s.start.Cards.Len(); got != want {
		t.Errorf("%d cards, want %d", got, want)
	}
}

func TestEscapeLeavesTheTextAsItWas(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.body(card))
	s.key("F2")
	s.write("Nothing of this")
	s.key("Escape")
	s.hasTitle(s.saved(), card, card.Title)
	if s.rest().Undo {
		t.Error("there is something to undo")
	}
}

func TestStageIsRenamedInPlace(t *testing.T) {
	s := sample(t)
	stage := s.stage("Retention")
	s.opensText(s.at(journey.RefTo(stage), scene.PartTitle))
	s.key("ctrl+a")
	s.write("Loyalty")
	s.key("Return")
	if got, _ := s.saved().Stages.Get(stage.ID); got.Title != "Loyalty" {
		t.Errorf("the title is %q", got.Title)
	}
}

func TestLinesArePastedAsCards(t *testing.T) {
	s := sample(t)
	card := s.card("Is it the screen")
	s.copies("One\nTwo\nThree")
	s.click(s.body(card))
	s.pastes()
	if got, want := titles(s.saved(), card.Cell()), "Is, One, Two, Three"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
}

func TestSpreadsheetIsPastedIntoCells(t *testing.T) {
	s := sample(t)
	card, below := s.card("Looks for prices"), s.card("From 350,000")
	right, across := s.card("Eye test"), s.card("So that is")
	s.copies("North\tEast\nSouth\tWest\n")
	s.click(s.body(s.card("Asks which")))
	s.pastes()
	p := s.saved()
	for _, c := range []struct {
		cell journey.CellKey
		want string
	}{
		{card.Cell(), "Looks, Asks, North"}, {right.Cell(), "Eye, Tries, Pays, East"},
		{below.Cell(), "From, South"}, {across.Cell(), "So, West"},
	} {
		if got := titles(p, c.cell); got != c.want {
			t.Errorf("a cell holds %s, want %s", got, c.want)
		}
	}
}

func TestUndoAndRedo(t *testing.T) {
	s := sample(t)
	a, b, c := s.card("Eye test"), s.card("Day passes"), s.card("Posts a review") // of three columns
	for _, card := range []journey.Card{a, b, c} {
		s.click(s.body(card))
		s.key("F2", "End")
		s.write("!")
		s.key("Return")
	}
	s.key("ctrl+z", "ctrl+z", "ctrl+shift+z")
	p := s.saved()
	s.hasTitle(p, a, a.Title+"!")
	s.hasTitle(p, b, b.Title+"!")
	s.hasTitle(p, c, c.Title)
	s.key("ctrl+z")
	s.hasTitle(s.saved(), b, b.Title)
	s.key("ctrl+y", "ctrl+y")
	s.hasTitle(s.saved(), c, c.Title+"!")
}

func TestDragAt200Percent(t *testing.T) {
	s := sample(t)
	card, target := s.card("Eye test"), s.card("Pays a deposit")
	s.click(s.body(card))
	s.click(s.body(target), "ctrl")
	s.key("shift+2")
	const twice = 2 * 96.0 / 72
	seen := s.rest()
	for seen.View.K < twice {
		s.key("ctrl+equal")
		seen = s.rest()
	}
	s.key("Escape")
	to := s.above(target)
	if from := s.body(card); !seen.Board.Contains(from) || !seen.Board.Contains(to) {
		t.Fatalf("%v and %v are not both in sight", from, to)
	}
	s.drag(s.body(card), to)
	if got, want := titles(s.saved(), target.Cell()), "Tries, Eye, Pays"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
}
