package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddStage adds a stage to a map before another one, or last if before is empty.
func AddStage(tx *Tx, mapID, before journey.ID, title string) (journey.ID, error) {
	const do = "add stage"
	s := journey.Stage{ID: tx.NewID(), MapID: mapID, Title: record.CleanTitle(title)}
	return insert(tx, do, s, tx.project.StagesOf(mapID), before)
}

// MoveStage puts a stage before another one of its map, or last if before is empty.
func MoveStage(tx *Tx, id, before journey.ID) error {
	const do = "move stage"
	s, err := find[journey.Stage](tx, do, id)
	if err != nil {
		return err
	}
	return reorder(tx, do, tx.project.StagesOf(s.MapID), id, before)
}

// RemoveStage removes a stage with its steps, cards and all that belongs to them.
func RemoveStage(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindStage, id) }
