package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddChannel adds a channel after the others.
func AddChannel(tx *Tx, name string, reach journey.Reach) (journey.ID, error) {
	const do = "add channel"
	c := journey.Channel{ID: tx.NewID(), Name: record.CleanTitle(name), Reach: reach}
	return insert(tx, do, c, tx.project.ChannelsInOrder(), "")
}

// MoveChannel puts a channel before another one, or last if before is empty.
func MoveChannel(tx *Tx, id, before journey.ID) error {
	const do = "move channel"
	if _, err := find[journey.Channel](tx, do, id); err != nil {
		return err
	}
	return reorder(tx, do, tx.project.ChannelsInOrder(), id, before)
}

// RemoveChannel removes a channel; cards and personas that named it stay.
func RemoveChannel(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindChannel, id) }
