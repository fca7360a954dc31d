//go:build e2e

package e2e

import (
	"testing"

	"jejak/app/ui/watch"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// between is where a text stands between the panels; those of menus lie over it.
func (s *sheet) between(text string, over bool) geom.Point {
	s.t.Helper()
	var at geom.Point
	s.until("the text "+text, func(n watch.Seen) bool {
		for _, w := range n.Words {
			if w.Text == text && w.Over == over && (over || w.At.Min.X > n.Board.Min.X && w.At.Max.X < n.Board.Max.X) {
				at = w.At.Center()
				return true
			}
		}
		return false
	})
	return at
}

// TestRegisterIsTypedIn: an action is added, named, dated and finished with the keyboard alone.
func TestRegisterIsTypedIn(t *testing.T) {
	s := sample(t)
	s.key("ctrl+3")
	s.between("New action", false)
	s.key("ctrl+Return")
	s.until("the cell", func(n watch.Seen) bool { return n.Typing })
	s.write("Ring the bell")
	s.key("Tab")
	s.write("Bimo")
	s.key("Tab", "Tab", "Tab")
	s.write("2027-03-01")
	s.key("Return", "Left", "Return")
	s.click(s.between("Done", true))
	want := journey.Action{Title: "Ring the bell", Owner: "Bimo", Due: "2027-03-01", Status: journey.StatusDone}
	for a := range s.saved().Actions.All() {
		if a.ID, a.Rank = "", ""; a == want {
			return
		}
	}
	t.Errorf("%+v is not in the register", want)
}

// TestPriorityByKeys: a card is walked to and moved in the matrix, and back by undo.
func TestPriorityByKeys(t *testing.T) {
	s := sample(t)
	card := s.card("Price calculator")
	s.click(s.body(card))
	s.key("ctrl+2")
	s.between("Opportunities  4", false)
	s.key("Down", "Right")
	c, _ := s.saved().Cards.Get(card.ID)
	if c.Value != card.Value-1 || c.Effort != card.Effort+1 {
		t.Errorf("value %d and effort %d, were %d and %d", c.Value, c.Effort, card.Value, card.Effort)
	}
	s.key("ctrl+z", "ctrl+z")
	s.until("the undoing", func(n watch.Seen) bool { return !n.Undo })
	if c, _ := s.saved().Cards.Get(card.ID); c.Value != card.Value || c.Effort != card.Effort {
		t.Errorf("undone, value %d and effort %d", c.Value, c.Effort)
	}
}
