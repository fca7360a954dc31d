// Package register edits the register of actions: several of its lines at once, and copies of them.
// Single lines are edited with the functions of data/edit, which these are made of.
package register

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// The keys of labels of the history.
const (
	LabelStatus    = "history.statusActions"
	LabelDuplicate = "history.duplicateActions"
	LabelRemove    = "history.removeActions"
)

// Add puts an action behind the others, with what is wanted of it: its title, whose it is, how far it
// is and what it answers. ID and rank of what is wanted do not count.
func Add(tx *edit.Tx, want journey.Action) (journey.ID, error) {
	id, err := edit.AddAction(tx, want.CardID, want.Title)
	if err != nil {
		return "", err
	}
	return id, edit.Update(tx, id, func(a *journey.Action) {
		want.ID, want.Rank, want.Title, want.CardID = a.ID, a.Rank, a.Title, a.CardID
		if want.Status == "" {
			want.Status = a.Status
		}
		*a = want
	})
}

// SetStatus says of actions how far they have come.
func SetStatus(tx *edit.Tx, ids []journey.ID, s journey.Status) error {
	for _, id := range ids {
		if err := edit.Update(tx, id, func(a *journey.Action) { a.Status = s }); err != nil {
			return err
		}
	}
	return nil
}

// Duplicate puts a copy of each action right behind it and returns their IDs. A copy of what is done
// or dropped is an idea again.
func Duplicate(tx *edit.Tx, ids []journey.ID) ([]journey.ID, error) {
	var copies []journey.ID
	for _, id := range ids {
		var next journey.ID
		all := tx.Project().ActionsInOrder()
		for i, a := range all {
			if a.ID == id && i+1 < len(all) {
				next = all[i+1].ID
			}
		}
		old, _ := tx.Project().Actions.Get(id)
		if old.Status == journey.StatusDone || old.Status == journey.StatusDropped {
			old.Status = journey.StatusIdea
		}
		if err := edit.Update(tx, id, func(*journey.Action) {}); err != nil {
			return nil, err // it is not there
		}
		twin, err := Add(tx, old)
		if err == nil && next != "" {
			err = edit.MoveAction(tx, twin, next)
		}
		if err != nil {
			return nil, err
		}
		copies = append(copies, twin)
	}
	return copies, nil
}

// Remove takes actions out of the register.
func Remove(tx *edit.Tx, ids []journey.ID) error {
	for _, id := range ids {
		if err := edit.RemoveAction(tx, id); err != nil {
			return err
		}
	}
	return nil
}
