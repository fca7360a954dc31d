//go:build e2e

package e2e

import (
	"slices"
	"strings"
	"testing"

	"jejak/app/ui/watch"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// label is where a text of the panel at the right stands.
func (s *sheet) label(text string) geom.Point {
	s.t.Helper()
	var at geom.Point
	s.until("the field "+text, func(n watch.Seen) bool {
		for _, w := range n.Words {
			if w.Text == text && !w.Over && w.At.Min.X > n.Board.Max.X {
				at = w.At.Center()
				return true
			}
		}
		return false
	})
	return at
}

func TestInspectorField(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.body(card))
	s.click(s.label("Title").Add(geom.Pt(30, 26))) // the field below it
	s.until("the field", func(n watch.Seen) bool { return n.Typing })
	s.key("ctrl+a")
	s.write("Eyes are measured")
	s.key("Tab") // goes on to the next field, and keeps what is written
	s.hasTitle(s.saved(), card, "Eyes are measured")
}

func TestTabOfAMapIsRenamed(t *testing.T) {
	s := sample(t)
	m := s.start.MapsInOrder()[0]
	seen := s.rest()
	i := slices.IndexFunc(seen.Words, func(w watch.Word) bool { // it may be cut short
		return w.At.Max.Y < seen.Board.Min.Y && strings.HasPrefix(w.Text, m.Title[:12])
	})
	if i < 0 {
		t.Fatal("the map has no tab")
	}
	at := seen.Words[i].At.Center()
	s.wait("the field", func() bool {
		s.x(append(s.to(at), "click", "--repeat", "2", "--delay", "40", "1")...)
		return s.rest().Typing
	})
	s.key("ctrl+a")
	s.write("Glasses")
	s.key("Return")
	if got, _ := s.saved().Maps.Get(m.ID); got.Title != "Glasses" {
		t.Errorf("the title is %q", got.Title)
	}
}

func TestNewMapAndBack(t *testing.T) {
	s := sample(t)
	s.key("ctrl+t")
	s.until("the new map", func(n watch.Seen) bool { return n.Map != string(s.mapID) })
	s.key("Escape", "Escape")
	for range s.start.Maps.Len() { // it is the last of them
		s.key("ctrl+Prior")
	}
	s.until("the first map", func(n watch.Seen) bool { return n.Map == string(s.mapID) })
	if n, want := s.saved().Maps.Len(), s.start.Maps.Len()+1; n != want {
		t.Errorf("%d maps, want %d", n, want)
	}
}

func TestFindAndReplace(t *testing.T) {
	s := sample(t)
	s.key("ctrl+h")
	s.until("the panel", func(n watch.Seen) bool { return n.Typing })
	s.write("frame")
	s.click(s.word("Replace with"))
	s.write("rim")
	s.click(s.word("All"))
	s.until("the edit", func(n watch.Seen) bool { return n.Undo })
	s.key("ctrl+f", "Escape")
	s.until("the panel to close", func(n watch.Seen) bool {
		return !slices.ContainsFunc(n.Words, func(w watch.Word) bool { return w.Text == "All" })
	})
	p := s.saved()
	was, now := 0, 0
	for c := range p.Cards.All() {
		now += strings.Count(strings.ToLower(c.Title), "frame")
	}
	for c := range s.start.Cards.All() {
		was += strings.Count(strings.ToLower(c.Title), "frame")
	}
	if was < 4 || now > 0 {
		t.Errorf("the word stood in titles %d times, and %d times now", was, now)
	}
	s.hasTitle(p, s.card("Tries on"), "Tries on rims, picks one")
}

func TestCommandPalette(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.body(card))
	s.key("ctrl+k")
	s.dialog("the palette of commands")
	s.write("duplicate")
	s.key("Return")
	s.noDialog("the palette to go")
	if got, want := titles(s.saved(), card.Cell()), "Eye, Eye, Tries, Pays"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
}

func TestOutlineSelects(t *testing.T) {
	s := sample(t)
	stage := s.stage("Advocacy")
	s.key("ctrl+shift+o") // to the outline, whose lines are found by their first letters
	s.write("adv")
	s.key("Return")
	s.until("the stage", func(n watch.Seen) bool { return len(n.Chosen) == 1 })
	s.key("Delete")
	p := s.saved()
	if p.Stages.Has(stage.ID) {
		t.Error("the stage is still there")
	}
	if p.Cards.Has(s.card("Posts a review").ID) {
		t.Error("its cards are still there")
	}
}

func TestPresentingChangesNothing(t *testing.T) {
	s := sample(t)
	s.key("F5")
	s.until("the presentation", func(n watch.Seen) bool { return len(n.Words) < 10 })
	s.key("Right", "Right", "Delete", "Left")
	s.key("Escape")
	s.until("the window", func(n watch.Seen) bool { return len(n.Words) > 20 })
	if !journey.Between(s.start, s.saved()).IsEmpty() {
		t.Error("presenting changed the map")
	}
}
