//go:build e2e

package e2e

import (
	"testing"

	"jejak/app/ui/watch"
	"jejak/data/journey"
)

// pastes pastes what is in the clipboard. It is read beside what else the window does.
func (s *sheet) pastes() {
	s.t.Helper()
	was := s.rest().Unsaved
	s.key("ctrl+v")
	s.until("what is pasted", func(n watch.Seen) bool { return n.Unsaved != was && !n.Dialog })
}

func TestDuplicate(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.body(card))
	s.key("ctrl+d")
	if got, want := titles(s.saved(), card.Cell()), "Eye, Eye, Tries, Pays"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
}

func TestCopyAndPaste(t *testing.T) {
	s := sample(t)
	a, b, target := s.card("Eye test"), s.card("Tries on"), s.card("Posts a review")
	s.click(s.body(a))
	s.click(s.body(b), "ctrl")
	s.key("ctrl+c")
	s.click(s.body(target))
	s.pastes()
	p := s.saved()
	if got, want := titles(p, target.Cell()), "Posts, Eye, Tries, Brings"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
	if got, want := titles(p, a.Cell()), "Eye, Tries, Pays"; got != want {
		t.Errorf("the cell they were copied from holds %s, want %s", got, want)
	}
}

func TestCutAndPaste(t *testing.T) {
	s := sample(t)
	card, target := s.card("Pays a deposit"), s.card("Posts a review")
	s.click(s.body(card))
	s.key("ctrl+x")
	s.click(s.body(target))
	s.pastes()
	p := s.saved()
	if got, want := titles(p, target.Cell()), "Posts, Pays, Brings"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
	if got, want := titles(p, journey.CellKey{StageID: card.StageID, LaneID: card.LaneID}), "Eye, Tries"; got != want {
		t.Errorf("the cell it was cut from holds %s, want %s", got, want)
	}
}
