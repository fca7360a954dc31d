//go:build e2e

package ui

import (
	"strings"
	"testing"

	"jejak/app/ui/menu"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// fileTitle is a place on the first title of the menu bar.
var fileTitle = geom.Pt(82, menu.Height/2)

func TestMenusByMouse(t *testing.T) {
	path := saved(t, sampleProject(t), "glasses.jejak")
	p := launch(t, path)
	p.wait("the file", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	p.settle()
	before := p.shot()

	p.move(fileTitle)
	p.x("click", "1")
	p.wait("the menu", func() bool { return !alike(before, p.shot()) })
	p.move(geom.Pt(700, 600)) // beside it
	p.x("click", "1")
	p.settle()
	p.move(fileTitle)
	p.x("mousedown", "1") // in one sweep
	p.settle()
	p.move(geom.Pt(100, menu.Height+18))
	p.settle()
	p.x("mouseup", "1")
	p.wait("a new map", func() bool { return p.title() == "Untitled.jejak — Not saved yet" })
	p.quit() // nothing of it is anybody's work yet: no question
}

func TestMenusByKeyboard(t *testing.T) {
	before := sampleProject(t)
	path := saved(t, before, "glasses.jejak")
	p := launch(t, path)
	p.wait("the file", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	pl := planOf(t, p, before)
	p.wait("the first picture", func() bool { return p.painted(pl) })

	// the menu under the pointer, walked with the keyboard
	card := cardNamed(t, before, "Tries on frames")
	p.move(pl.at(t, journey.RefTo(card), scene.PartBody))
	p.x("click", "1")
	p.settle()
	quiet := p.shot()
	p.x("click", "3")
	p.wait("the menu", func() bool { return !alike(quiet, p.shot()) })
	p.settle()
	p.x("type", "--delay", "40", "dd") // past Duplicate to Delete
	p.settle()
	p.key("Return")
	pl.must(t, func(tx *edit.Tx) error { return edit.RemoveCards(tx, []journey.ID{card.ID}) })
	p.settle()
	quiet = p.shot()

	// F10, to the end and back, a letter, Enter
	p.key("F10")
	p.wait("the menu", func() bool { return !alike(quiet, p.shot()) })
	p.settle()
	p.key("Left", "Right", "Down", "Up")
	p.x("type", "s")
	p.settle()
	p.key("Return")
	p.settle()
	p.wait("the save", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })

	// tapping Alt opens, Escape closes, and the board has the keyboard again
	other := cardNamed(t, before, "Day passes")
	p.move(pl.at(t, journey.RefTo(other), scene.PartBody))
	p.x("click", "1")
	p.settle()
	quiet = p.shot()
	p.key("alt")
	p.wait("the menu", func() bool { return !alike(quiet, p.shot()) })
	p.key("Delete") // means nothing while a menu is open
	p.key("Escape")
	p.wait("the menu to go", func() bool { return alike(quiet, p.shot()) })
	p.key("Delete")
	pl.must(t, func(tx *edit.Tx) error { return edit.RemoveCards(tx, []journey.ID{other.ID}) })
	p.settle()
	p.key("ctrl+s")
	p.settle()
	p.wait("the save", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	p.quit()

	want := info(t, saved(t, pl.doc.Project(), "want.jejak"))
	if got := info(t, path); got != want {
		t.Errorf("the file holds\n%s\nwant\n%s", got, want)
	}
}
