//go:build e2e

package e2e

import (
	"testing"

	"jejak/app/ui/watch"
	"jejak/canvas/geom"
)

func TestMenusByMouse(t *testing.T) {
	s := &sheet{program: launch(t, savedSample(t))}
	s.until("the file", func(n watch.Seen) bool { return n.Open })
	s.click(s.word("File"))
	s.dialog("the menu")
	s.click(geom.Pt(700, 600)) // beside it
	s.noDialog("the menu to go")

	file := s.word("File")
	s.x(append(s.to(file), "mousedown", "1")...) // in one sweep
	s.dialog("the menu")
	s.x(append(s.to(s.word("New…")), "mouseup", "1")...)
	s.word("Begin with a template")
	s.key("Return") // what the gallery offers first
	s.titled("Untitled.jejak — Not saved yet", "")
	s.quit() // nothing of it is anybody's work yet: no question
}

func TestContextMenuByKeyboard(t *testing.T) {
	s := sample(t)
	card := s.card("Tries on frames")
	s.x(append(s.to(s.body(card)), "click", "1", "click", "3")...)
	s.dialog("the menu")
	s.write("dd") // past Duplicate to Delete
	s.key("Return")
	s.noDialog("the menu to go")
	s.gone(s.saved(), card)
}

func TestMenuBarByKeyboard(t *testing.T) {
	s := sample(t)
	card, other := s.card("Tries on frames"), s.card("Day passes")
	s.click(s.body(card))
	s.key("Delete")
	s.until("the card to go", func(n watch.Seen) bool { return n.Unsaved > 0 })

	// F10, to the end and back, a letter, Enter
	s.key("F10")
	s.dialog("the menu")
	s.key("Left", "Right", "Down", "Up")
	s.write("s")
	s.key("Return")
	s.until("the save", func(n watch.Seen) bool { return n.Saved && !n.Dialog })
	s.gone(read(t, s.path), card)

	// tapping Alt opens, Escape closes, and the board has the keyboard again
	s.click(s.body(other))
	s.key("alt")
	s.dialog("the menu")
	s.key("Delete") // means nothing while a menu is open
	s.key("Escape")
	if seen := s.noDialog("the menu to go"); seen.Unsaved > 0 {
		t.Error("Delete deleted behind the menu")
	}
	s.key("Delete")
	s.gone(s.saved(), card, other)
}

func TestLanguageIsSwitchedWhileEditing(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.word("English"))
	s.word("Berkas")
	s.click(s.body(card))
	s.key("F2", "End")
	s.write(" (tes)")
	s.click(s.word("Bahasa Indonesia")) // settles what is being written
	s.word("File")
	s.hasTitle(s.saved(), card, card.Title+" (tes)")
}
