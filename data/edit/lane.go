package edit

import (
	"slices"

	"jejak/data/journey"
)

// AddLane adds a lane to a map before another one, or last if before is empty. A lane without a
// title shows the name of its kind.
func AddLane(tx *Tx, mapID, before journey.ID, kind journey.LaneKind, title string) (journey.ID, error) {
	const do = "add lane"
	if _, err := find[journey.Map](tx, do, mapID); err != nil {
		return "", err
	}
	if !slices.Contains(journey.LaneKinds, kind) {
		return "", &Error{Do: do, Reason: Unknown, Detail: string(kind)}
	}
	ranks, err := rankBefore(tx, do, tx.project.LanesOf(mapID), before, 1)
	if err != nil {
		return "", err
	}
	l := journey.Lane{ID: tx.NewID(), MapID: mapID, Rank: ranks[0], LaneKind: kind, Title: cleanTitle(title)}
	tx.Put(l)
	return l.ID, nil
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
