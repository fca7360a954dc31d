package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddAction adds an entry to the action register, as an idea, last. cardID is the pain point or
// opportunity it answers, or empty.
func AddAction(tx *Tx, cardID journey.ID, title string) (journey.ID, error) {
	const do = "add action"
	a := journey.Action{ID: tx.NewID(), Title: record.CleanTitle(title), Status: journey.StatusIdea, CardID: cardID}
	return insert(tx, do, a, tx.project.ActionsInOrder(), "")
}

// MoveAction puts an action before another one, or last if before is empty.
func MoveAction(tx *Tx, id, before journey.ID) error {
	const do = "move action"
	if _, err := find[journey.Action](tx, do, id); err != nil {
		return err
	}
	return reorder(tx, do, tx.project.ActionsInOrder(), id, before)
}

// RemoveAction takes an action out of the register.
func RemoveAction(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindAction, id) }
