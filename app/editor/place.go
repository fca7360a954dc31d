package editor

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// AddCard adds a card at a place and opens its title in place: for palettes, which know where the
// card goes. A refused place is an error, and is told like that of any edit.
func (e *Editor) AddCard(at edit.Place) error {
	defer e.enter()()
	return e.insertCard(at)
}

// Reveal moves the view as little as is needed to show a record. One that is not drawn changes
// nothing.
func (e *Editor) Reveal(ref journey.Ref) {
	defer e.enter()()
	if e.scene == nil {
		e.reveal = ref // once it is drawn
		return
	}
	e.bringIntoSight(ref)
}

// Redraw has the map drawn anew: what it is drawn with has changed, and not the facts.
func (e *Editor) Redraw() {
	defer e.enter()()
	e.arrangeAgain()
}
