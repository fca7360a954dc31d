package block

import (
	"slices"

	"jejak/data/edit"
	"jejak/data/journey"
)

// Words are what a block calls the stages it makes where the map ends; lanes bear the name of
// their kind.
type Words struct{ Stage string }

// Fill puts a block into the cells of a map, its first cell at a place, further ones to the right
// and down, past lanes that hold no cards and those that are hidden. Where the map ends it gets
// stages and text lanes for the rest. It returns the cards it has made.
func Fill(tx *edit.Tx, mapID journey.ID, at edit.Place, b Block, w Words) ([]journey.ID, error) {
	cols, rows, err := room(tx, mapID, at, b, w)
	if err != nil {
		return nil, err
	}
	var made []journey.ID
	for r, row := range b {
		for c, titles := range row {
			if len(titles) == 0 {
				continue
			}
			to := edit.Place{StageID: cols[c].StageID, StepID: cols[c].StepID, LaneID: rows[r]}
			if r == 0 && c == 0 && at.StageID != "" {
				to = at
			}
			ids, err := edit.AddCards(tx, to, titles)
			if err != nil {
				return nil, err
			}
			made = append(made, ids...)
		}
	}
	return made, nil
}

// room returns the columns and lanes that a block falls into, once all are there.
func room(tx *edit.Tx, mapID journey.ID, at edit.Place, b Block, w Words) ([]journey.CellKey, []journey.ID, error) {
	x := journey.NewIndex(tx.Project(), mapID)
	cols := x.Columns()
	if i := slices.IndexFunc(cols, func(c journey.CellKey) bool {
		return c.StageID == at.StageID && (at.StepID == "" || c.StepID == at.StepID)
	}); i > 0 {
		cols = cols[i:]
	}
	var rows []journey.ID
	for _, l := range x.Lanes {
		if l.ID == at.LaneID {
			rows = nil // what is above does not count
		}
		if !l.Hidden && l.LaneKind != journey.LaneEmotions {
			rows = append(rows, l.ID)
		}
	}
	wide := 0
	for _, row := range b {
		wide = max(wide, len(row))
	}
	for len(cols) < wide {
		id, err := edit.AddStage(tx, mapID, "", w.Stage)
		if err != nil {
			return nil, nil, err
		}
		cols = append(cols, journey.CellKey{StageID: id})
	}
	for len(rows) < len(b) {
		id, err := edit.AddLane(tx, mapID, "", journey.LaneText, "")
		if err != nil {
			return nil, nil, err
		}
		rows = append(rows, id)
	}
	return cols, rows, nil
}
