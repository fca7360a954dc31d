package tool

import (
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Drop is where cards would land, with its mark, in scene points.
type Drop struct {
	At   edit.Place
	Cell geom.Rect
	Mark [2]geom.Point
}

// DropAt returns where a card let go at a scene point would land; nil where none can. Cards that
// are passed over are not there any more when it lands.
func DropAt(b Board, at geom.Point, passed func(journey.ID) bool) *Drop {
	s := b.Scene()
	if s == nil {
		return nil
	}
	cell := s.Grid.CellAt(at)
	if cell == nil || !desk.HoldsCards(s.Grid.Rows[cell.Row].Kind) || len(cell.Slots) == 0 {
		return nil
	}
	i := desk.SlotAt(cell, at)
	d := &Drop{At: PlaceOf(&s.Grid, cell), Cell: cell.Rect, Mark: desk.Insertion(cell, i)}
	p := b.Project()
	if !Stands(p, d.At) {
		return nil
	}
	d.At.Before = FirstIn(p, d.At, cell.Cards[i:], passed)
	return d
}

// PlaceOf returns the end of a cell of the picture.
func PlaceOf(grid *scene.Grid, cell *scene.Cell) edit.Place {
	col := grid.Columns[cell.Column]
	return edit.Place{StageID: col.StageID, StepID: col.StepID, LaneID: grid.Rows[cell.Row].LaneID}
}

// Stands reports whether a place of the picture, which can be older, is one of the facts.
func Stands(p journey.Project, at edit.Place) bool {
	return StandsIn(p, at.StageID, at.StepID) && p.Lanes.Has(at.LaneID)
}

// StandsIn reports whether a column of the picture is one of the facts. step may be empty.
func StandsIn(p journey.Project, stage, step journey.ID) bool {
	s, ok := p.Steps.Get(step)
	return p.Stages.Has(stage) && (step == "" || ok && s.StageID == stage)
}

// FirstIn returns the first of cards that stands in a place itself and is not passed over; empty
// if none does. A cell of the picture may also show cards that belong to the stage as a whole.
func FirstIn(p journey.Project, at edit.Place, cards []journey.ID, passed func(journey.ID) bool) journey.ID {
	cell := journey.CellKey{StageID: at.StageID, StepID: at.StepID, LaneID: at.LaneID}
	for _, id := range cards {
		if c, ok := p.Cards.Get(id); ok && c.Cell() == cell && !passed(id) {
			return id
		}
	}
	return ""
}

// Nobody passes over no card.
func Nobody(journey.ID) bool { return false }

// PlaceForCard returns where a new card goes: behind the selected card, into the selected stage
// or lane, else into the first cell that can hold cards.
func PlaceForCard(b Board) (edit.Place, bool) {
	if b.Scene() == nil {
		return edit.Place{}, false
	}
	grid, p := &b.Scene().Grid, b.Project()
	var want edit.Place
	switch ref := last(b); ref.Kind {
	case journey.KindCard:
		if c, ok := p.Cards.Get(ref.ID); ok {
			at := edit.Place{StageID: c.StageID, StepID: c.StepID, LaneID: c.LaneID}
			if cell, i, ok := b.Atlas().Stand(ref.ID); ok {
				at.Before = FirstIn(p, at, cell.Cards[i+1:], Nobody)
			}
			return at, true
		}
	case journey.KindStage:
		want.StageID = ref.ID
	case journey.KindStep:
		want.StepID = ref.ID
	case journey.KindLane:
		want.LaneID = ref.ID
	}
	for _, row := range grid.Rows {
		if !desk.HoldsCards(row.Kind) || want.LaneID != "" && want.LaneID != row.LaneID {
			continue
		}
		for _, col := range grid.Columns {
			if want.StageID != "" && want.StageID != col.StageID || want.StepID != "" && want.StepID != col.StepID {
				continue
			}
			at := edit.Place{StageID: col.StageID, StepID: col.StepID, LaneID: row.LaneID}
			if Stands(p, at) {
				return at, true
			}
		}
	}
	return edit.Place{}, false
}
