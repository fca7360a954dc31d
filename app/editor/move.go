package editor

import (
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/data/edit"
	"jejak/data/journey"
)

// reveals brings what is selected first into sight after an edit that went well.
func (e *Editor) reveals(err error) error {
	if err == nil && len(e.selection.refs) > 0 {
		e.revealLater(e.selection.refs[0])
	}
	return err
}

// revealLater brings a record into sight as soon as a scene shows it in its new place.
func (e *Editor) revealLater(ref journey.Ref) { e.reveal = ref }

// duplicate copies the selected cards and selects the copies.
func (e *Editor) duplicate() error {
	ids := e.selectedCards()
	var twins []journey.ID
	err := e.do(tool.CardsLabel(grip{e}, edit.LabelDuplicateCards, ids), func(tx *edit.Tx) (err error) {
		twins, err = edit.DuplicateCards(tx, ids)
		return err
	})
	if err == nil {
		e.choose(desk.Refs(journey.KindCard, twins))
	}
	return err
}
