//go:build e2e

package ui

import (
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
	"jejak/data/project"
)

// opensSample opens a copy of the sample and waits for its first picture.
func opensSample(t *testing.T) (*program, *plan, string) {
	t.Helper()
	before := sampleProject(t)
	path := saved(t, before, "glasses.jejak")
	p := launch(t, path)
	p.wait("the file", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	pl := planOf(t, p, before)
	p.wait("the first picture", func() bool { return p.painted(pl) })
	p.settle()
	return p, pl, path
}

// holds ends the program and reads what it has left.
func (p *program) holds(path string) journey.Project {
	p.t.Helper()
	p.key("ctrl+s")
	p.settle()
	p.quit()
	got, err := project.Read(path)
	if err != nil {
		p.t.Fatal(err)
	}
	return got
}

func TestPalettePieceIsDraggedOntoTheMap(t *testing.T) {
	p, pl, path := opensSample(t)
	before := pl.doc.Project()
	pain := cardNamed(t, before, "No full price")
	over := pl.at(t, journey.RefTo(pain), scene.PartBody)
	tile := pl.board.Add(geom.Pt(-160, 135)) // of pain points

	// Escape drops it nowhere
	p.move(tile)
	p.x("mousedown", "1")
	p.move(tile.Add(geom.Pt(30, 10)))
	p.move(over)
	p.key("Escape")
	p.x("mouseup", "1")
	p.settle()

	p.drag(tile, over.Add(geom.Pt(0, 4)))
	p.settle()
	p.x("type", "--delay", "12", "Too many papers")
	p.key("Return")
	p.settle()
	after := p.holds(path)
	made := cardNamed(t, after, "Too many papers")
	if made.Cell() != pain.Cell() {
		t.Errorf("it stands in %v, want %v", made.Cell(), pain.Cell())
	}
	if got, want := after.Cards.Len(), before.Cards.Len()+1; got != want {
		t.Errorf("%d cards, want %d", got, want)
	}
}

func TestLettersWriteOnTheSelectedCard(t *testing.T) {
	p, pl, path := opensSample(t)
	before := pl.doc.Project()
	card := cardNamed(t, before, "Tries on frames")
	p.move(pl.at(t, journey.RefTo(card), scene.PartBody))
	p.x("click", "1")
	p.settle()
	p.x("type", "--delay", "12", "nvh Virtual fitting") // all three are shortcuts elsewhere
	p.key("Tab")
	p.settle()
	p.x("type", "--delay", "12", "Next cell") // Tab has opened and selected the text of the next cell
	p.key("Return")
	p.settle()
	after := p.holds(path)
	if got, _ := after.Cards.Get(card.ID); got.Title != "nvh Virtual fitting" {
		t.Errorf("the title is %q", got.Title)
	}
	if next := cardNamed(t, after, "Next cell"); next.LaneID != card.LaneID || next.StageID == card.StageID {
		t.Errorf("Tab went to %v from %v", next.Cell(), card.Cell())
	}
	if got, want := after.Cards.Len(), before.Cards.Len(); got != want {
		t.Errorf("%d cards, want %d", got, want)
	}
}
