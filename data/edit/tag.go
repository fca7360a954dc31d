package edit

import "jejak/data/journey"

// AddTag adds a tag after the others. color is "#RRGGBB" or empty.
func AddTag(tx *Tx, name, color string) (journey.ID, error) {
	const do = "add tag"
	t := journey.Tag{ID: tx.NewID(), Name: cleanTitle(name), Color: color}
	return insert(tx, do, t, tx.project.TagsInOrder(), "")
}

// RemoveTag removes a tag, also from the cards that carry it.
func RemoveTag(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindTag, id) }
