package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddTag adds a tag after the others. color is "#RRGGBB" or empty.
func AddTag(tx *Tx, name, color string) (journey.ID, error) {
	const do = "add tag"
	t := journey.Tag{ID: tx.NewID(), Name: record.CleanTitle(name), Color: color}
	return insert(tx, do, t, tx.project.TagsInOrder(), "")
}

// MoveTag puts a tag before another one, or last if before is empty.
func MoveTag(tx *Tx, id, before journey.ID) error {
	const do = "move tag"
	if _, err := find[journey.Tag](tx, do, id); err != nil {
		return err
	}
	return reorder(tx, do, tx.project.TagsInOrder(), id, before)
}

// RemoveTag removes a tag, also from the cards that carry it.
func RemoveTag(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindTag, id) }
