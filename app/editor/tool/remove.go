package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Removable lists what deleting the selection takes away. A persona is taken off this map and
// stays in the project; the map itself is not deleted from the board.
func Removable(b Board) []journey.Ref {
	var refs []journey.Ref
	for _, r := range b.Selection() {
		switch r.Kind {
		case journey.KindMap, journey.KindInfo:
		case journey.KindPersona:
			for _, ap := range b.Project().AppearancesOf(b.Map()) {
				if ap.PersonaID == r.ID {
					refs = append(refs, journey.RefTo(ap))
				}
			}
		default:
			refs = append(refs, r)
		}
	}
	return refs
}

// Remove deletes the selection and selects the card that comes after it, if cards were deleted.
func Remove(b Board) error {
	refs := Removable(b)
	return RemoveThese(b, removeLabel(b, refs), refs)
}

// RemoveThese deletes some things, of which there must be one at least, and selects the card that
// comes after them, if they are cards.
func RemoveThese(b Board, l edit.Label, refs []journey.Ref) error {
	next := cardAfter(b.Atlas(), refs)
	err := b.Do(l, func(tx *edit.Tx) error { return edit.Remove(tx, refs...) })
	if err == nil && !next.IsZero() && b.Project().Has(next) {
		b.Choose([]journey.Ref{next})
	}
	return err
}

func removeLabel(b Board, refs []journey.Ref) edit.Label {
	kind := refs[0].Kind
	if slices.ContainsFunc(refs, func(r journey.Ref) bool { return r.Kind != kind }) {
		return edit.Label{Key: edit.LabelRemove, Count: len(refs)}
	}
	keys := map[journey.Kind]string{
		journey.KindCard: edit.LabelRemoveCards, journey.KindStage: edit.LabelRemoveStage,
		journey.KindStep: edit.LabelRemoveStep, journey.KindLane: edit.LabelRemoveLane,
		journey.KindPoint: edit.LabelRemovePoint, journey.KindLink: edit.LabelRemoveLink,
		journey.KindAppearance: edit.LabelRemovePersona,
	}
	key, ok := keys[kind]
	if !ok {
		key = edit.LabelRemove
	}
	return edit.Label{Key: key, Count: len(refs), Name: Brief(b.Title(b.Selection()[0]))}
}

// cardAfter returns the card of the same cell that moves up to where deleted cards stood.
func cardAfter(a *desk.Atlas, refs []journey.Ref) journey.Ref {
	gone := map[journey.ID]bool{}
	for _, r := range refs {
		if r.Kind != journey.KindCard {
			return journey.Ref{}
		}
		gone[r.ID] = true
	}
	cell, at, ok := a.Stand(refs[len(refs)-1].ID)
	if !ok {
		return journey.Ref{}
	}
	for i := at + 1; i < len(cell.Cards); i++ {
		if !gone[cell.Cards[i]] {
			return desk.CardRef(cell.Cards[i])
		}
	}
	for i := at - 1; i >= 0; i-- {
		if !gone[cell.Cards[i]] {
			return desk.CardRef(cell.Cards[i])
		}
	}
	return journey.Ref{}
}
