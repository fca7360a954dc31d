package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Stride is so many cells to a side.
type Stride struct{ Columns, Rows int }

// moves lists where the selected cards go by a stride, cell by cell; nil if any of them would
// leave the map, so that a lot never falls apart at its rim.
func moves(b Board, by Stride) []lot {
	s, ids := b.Scene(), held(b)
	if s == nil || len(ids) == 0 {
		return nil
	}
	grid, p := &s.Grid, b.Project()
	var lots []lot
	at := map[*scene.Cell]int{}
	for _, id := range ids {
		cell, _, ok := b.Atlas().Stand(id)
		if !ok {
			return nil
		}
		if i, known := at[cell]; known {
			lots[i].ids = append(lots[i].ids, id)
			continue
		}
		to := desk.Beside(grid, cell, by.Columns, by.Rows)
		if to == nil || !Stands(p, PlaceOf(grid, to)) {
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

// CanMoveCards reports whether MoveCards would do something.
func CanMoveCards(b Board, by Stride) bool {
	if _, ok := shift(b, by); ok {
		return true
	}
	return moves(b, by) != nil
}

// MoveCards moves the selected cards by one stride: up and down first within their cell, then to
// the next lane.
func MoveCards(b Board, by Stride) error {
	ids := held(b)
	l := CardsLabel(b, edit.LabelMoveCards, ids)
	var err error
	if at, ok := shift(b, by); ok {
		err = b.Do(l, func(tx *edit.Tx) error { return edit.MoveCards(tx, ids, at) })
	} else {
		lots := moves(b, by)
		if by.Columns > 0 || by.Rows > 0 {
			slices.Reverse(lots) // whoever is ahead goes first, so that nobody is overtaken
		}
		grid, p := &b.Scene().Grid, b.Project()
		err = b.Do(l, func(tx *edit.Tx) error {
			for _, lot := range lots {
				at := PlaceOf(grid, lot.to)
				if by.Rows > 0 { // downward they come in at the top
					at.Before = FirstIn(p, at, lot.to.Cards, func(id journey.ID) bool { return slices.Contains(ids, id) })
				}
				if err := edit.MoveCards(tx, lot.ids, at); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return err
}

// shift returns where the selected cards go when they move up or down within their one cell.
func shift(b Board, by Stride) (edit.Place, bool) {
	ids := held(b)
	if by.Rows == 0 || len(ids) == 0 {
		return edit.Place{}, false
	}
	p := b.Project()
	card, _ := p.Cards.Get(ids[0])
	at := edit.Place{StageID: card.StageID, StepID: card.StepID, LaneID: card.LaneID}
	cell, _, ok := b.Atlas().Stand(ids[0])
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
	if by.Rows < 0 {
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

// held lists the selected cards in reading order.
func held(b Board) []journey.ID { return b.Atlas().Cards(b.Selection()) }
