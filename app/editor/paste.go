package editor

import (
	"fmt"

	"jejak/app/editor/block"
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/data/edit"
	"jejak/data/journey"
)

// mostPasted is how many cards a text may make: more is a mistake, and would only be waited for.
const mostPasted = 2000

// TooMuchError is the trouble of a text that would make too many cards.
type TooMuchError struct{ Count, Most int }

func (e *TooMuchError) Error() string {
	return fmt.Sprintf("paste: %d cards are more than %d", e.Count, e.Most)
}

// PasteText puts text of another program onto the map, in one undo step: lines become cards of the
// selected cell, behind the selected card; a table of a spreadsheet fills cells from there to the
// right and down. Text that is being edited is kept first, and the cards come behind it. It is
// false if there is nothing to paste or it was refused.
func (e *Editor) PasteText(s string) bool {
	defer e.enter()()
	if e.gesture != nil || e.mapID == "" {
		return false
	}
	at := e.placeOfText()
	e.Settle()
	if e.Refuse() {
		return false
	}
	b := block.Parse(s)
	n := b.Len()
	switch {
	case n == 0:
		return false
	case n > mostPasted:
		e.tell(&TooMuchError{n, mostPasted})
		return false
	}
	p := e.doc.Project()
	if at == nil || !tool.Stands(p, *at) {
		place, _ := tool.PlaceForCard(grip{e}) // none: the block makes what it needs
		at = &place
	}
	if at.Before != "" && !p.Cards.Has(at.Before) {
		at.Before = ""
	}
	var made []journey.ID
	err := e.do(edit.Label{Key: edit.LabelPaste, Count: n, Name: tool.Brief(b.First())}, func(tx *edit.Tx) (err error) {
		made, err = block.Fill(tx, e.mapID, *at, b, block.Words{Stage: e.words.T("status.newStage")})
		return err
	})
	if err != nil {
		return false
	}
	e.choose(desk.Refs(journey.KindCard, made))
	e.revealLater(desk.CardRef(made[0]))
	return true
}

// placeOfText returns the place behind the card whose text is open; nil if none is.
func (e *Editor) placeOfText() *edit.Place {
	if e.text == nil || e.text.ref.Kind != journey.KindCard {
		return nil
	}
	p := e.project()
	c, ok := p.Cards.Get(e.text.ref.ID)
	if !ok {
		return nil
	}
	at := edit.Place{StageID: c.StageID, StepID: c.StepID, LaneID: c.LaneID}
	at.Before = behind(p.CardsIn(c.Cell()), c.ID)
	return &at
}
