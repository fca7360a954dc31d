package editor

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// step is one cell to a side.
type step struct{ columns, rows int }

// moves lists where the selected cards go by one step, cell by cell; nil if any of them would
// leave the map, so that a lot never falls apart at its rim.
func (e *Editor) moves(by step) []lot {
	ids := e.selectedCards()
	if e.scene == nil || len(ids) == 0 {
		return nil
	}
	grid, p := &e.scene.Grid, e.project()
	var lots []lot
	at := map[*scene.Cell]int{}
	for _, id := range ids {
		cell, _, ok := e.atlas.Stand(id)
		if !ok {
			return nil
		}
		if i, known := at[cell]; known {
			lots[i].ids = append(lots[i].ids, id)
			continue
		}
		to := desk.Beside(grid, cell, by.columns, by.rows)
		if to == nil || !tool.Stands(p, tool.PlaceOf(grid, to)) {
			return nil
		}
		at[cell] = len(lots)
		lots = append(lots, lot{ids: []journey.ID{id}, from: cell, to: to})
	}
	return lots
}

// lot is the cards of one cell that go to another.
type lot struct {
	ids      []journey.ID
	from, to *scene.Cell
}

// canMoveCards reports whether moveCards would do something.
func (e *Editor) canMoveCards(by step) bool {
	if _, ok := e.shift(by); ok {
		return true
	}
	return e.moves(by) != nil
}

// moveCards moves the selected cards by one step: up and down first within their cell, then to
// the next lane.
func (e *Editor) moveCards(by step) error {
	ids := e.selectedCards()
	l := tool.CardsLabel(grip{e}, edit.LabelMoveCards, ids)
	var err error
	if at, ok := e.shift(by); ok {
		err = e.do(l, func(tx *edit.Tx) error { return edit.MoveCards(tx, ids, at) })
	} else {
		lots := e.moves(by)
		if by.columns > 0 || by.rows > 0 {
			slices.Reverse(lots) // whoever is ahead goes first, so that nobody is overtaken
		}
		grid, p := &e.scene.Grid, e.project()
		err = e.do(l, func(tx *edit.Tx) error {
			for _, lot := range lots {
				at := tool.PlaceOf(grid, lot.to)
				if by.rows > 0 { // downward they come in at the top
					at.Before = tool.FirstIn(p, at, lot.to.Cards, func(id journey.ID) bool { return slices.Contains(ids, id) })
				}
				if err := edit.MoveCards(tx, lot.ids, at); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err == nil && len(ids) > 0 {
		e.revealLater(desk.CardRef(ids[0]))
	}
	return err
}

// shift returns where the selected cards go when they move up or down within their one cell.
func (e *Editor) shift(by step) (edit.Place, bool) {
	ids := e.selectedCards()
	if by.rows == 0 || len(ids) == 0 {
		return edit.Place{}, false
	}
	p := e.project()
	card, _ := p.Cards.Get(ids[0])
	at := edit.Place{StageID: card.StageID, StepID: card.StepID, LaneID: card.LaneID}
	cell, _, ok := e.atlas.Stand(ids[0])
	if !ok {
		return at, false
	}
	own := slices.DeleteFunc(slices.Clone(cell.Cards), func(id journey.ID) bool {
		c, ok := p.Cards.Get(id)
		return !ok || c.Cell() != card.Cell()
	})
	first, last := len(own), -1
	for _, id := range ids {
		i := slices.Index(own, id)
		if i < 0 {
			return at, false
		}
		first, last = min(first, i), max(last, i)
	}
	if by.rows < 0 {
		if first == 0 {
			return at, false
		}
		at.Before = own[first-1]
		return at, true
	}
	if last+1 >= len(own) {
		return at, false
	}
	if last+2 < len(own) {
		at.Before = own[last+2]
	}
	return at, true
}

// siblings returns the IDs of the stages or lanes of the map, or the steps of a stage, in order, and where the only selected
// one is among them; −1 if none is, or several are.
func (e *Editor) siblings(k journey.Kind) ([]journey.ID, int) {
	id := e.only(k)
	if id == "" {
		return nil, -1
	}
	p := e.doc.Project()
	var ids []journey.ID
	switch k {
	case journey.KindStage:
		ids = idsOf(p.StagesOf(e.mapID))
	case journey.KindStep:
		s, _ := p.Steps.Get(id)
		ids = idsOf(p.StepsOf(s.StageID))
	default:
		ids = idsOf(p.LanesOf(e.mapID))
	}
	return ids, slices.Index(ids, id)
}

func idsOf[T journey.Record](list []T) []journey.ID {
	ids := make([]journey.ID, len(list))
	for i, r := range list {
		ids[i] = r.RecordID()
	}
	return ids
}

func (e *Editor) canShift(k journey.Kind, by int) bool {
	ids, i := e.siblings(k)
	return i >= 0 && i+by >= 0 && i+by < len(ids)
}

// shiftHeader moves the selected stage or lane past its neighbour.
func (e *Editor) shiftHeader(k journey.Kind, by int) error {
	ids, i := e.siblings(k)
	var before journey.ID
	switch {
	case by < 0:
		before = ids[i-1]
	case i+2 < len(ids):
		before = ids[i+2]
	}
	ref := journey.Ref{Kind: k, ID: ids[i]}
	var err error
	if k == journey.KindStep {
		s, _ := e.doc.Project().Steps.Get(ids[i])
		err = tool.MoveStep(grip{e}, ids[i], s.StageID, before)
	} else {
		err = tool.MoveHeader(grip{e}, ref, before)
	}
	if err == nil {
		e.revealLater(ref)
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

// removable lists what deleting the selection takes away. A persona is taken off this map and
// stays in the project; the map itself is not deleted from the board.
func (e *Editor) removable() []journey.Ref {
	var refs []journey.Ref
	for _, r := range e.selection.refs {
		switch r.Kind {
		case journey.KindMap, journey.KindInfo:
		case journey.KindPersona:
			for _, a := range e.doc.Project().AppearancesOf(e.mapID) {
				if a.PersonaID == r.ID {
					refs = append(refs, journey.RefTo(a))
				}
			}
		default:
			refs = append(refs, r)
		}
	}
	return refs
}

// remove deletes the selection and selects the card that comes after it, if cards were deleted.
func (e *Editor) remove() error {
	refs := e.removable()
	next := e.cardAfter(refs)
	l := e.removeLabel(refs)
	err := e.do(l, func(tx *edit.Tx) error { return edit.Remove(tx, refs...) })
	if err == nil && !next.IsZero() && e.doc.Project().Has(next) {
		e.choose([]journey.Ref{next})
	}
	return err
}

func (e *Editor) removeLabel(refs []journey.Ref) edit.Label {
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
	return edit.Label{Key: key, Count: len(refs), Name: tool.Brief(e.Title(e.selection.refs[0]))}
}

// cardAfter returns the card of the same cell that moves up to where deleted cards stood.
func (e *Editor) cardAfter(refs []journey.Ref) journey.Ref {
	gone := map[journey.ID]bool{}
	for _, r := range refs {
		if r.Kind != journey.KindCard {
			return journey.Ref{}
		}
		gone[r.ID] = true
	}
	cell, at, ok := e.atlas.Stand(refs[len(refs)-1].ID)
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
