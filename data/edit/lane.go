package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddLane adds a lane to a map before another one, or last if before is empty. A lane without a
// title shows the name of its kind; an empty kind means text.
func AddLane(tx *Tx, mapID, before journey.ID, kind journey.LaneKind, title string) (journey.ID, error) {
	const do = "add lane"
	if kind == "" {
		kind = journey.LaneText
	}
	l := journey.Lane{ID: tx.NewID(), MapID: mapID, LaneKind: kind, Title: record.CleanTitle(title)}
	return insert(tx, do, l, tx.project.LanesOf(mapID), before)
}

// MoveLane puts a lane before another one of its map, or last if before is empty.
func MoveLane(tx *Tx, id, before journey.ID) error {
	const do = "move lane"
	l, err := find[journey.Lane](tx, do, id)
	if err != nil {
		return err
	}
	return reorder(tx, do, tx.project.LanesOf(l.MapID), id, before)
}

// RemoveLane removes a lane with its cards and all that belongs to them.
func RemoveLane(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindLane, id) }
