package edit

import "jejak/data/journey"

// AddTag adds a tag after the others. color is "#RRGGBB" or empty.
func AddTag(tx *Tx, name, color string) (journey.ID, error) {
	const do = "add tag"
	ranks, err := rankBefore(tx, do, tx.project.TagsInOrder(), "", 1)
	if err != nil {
		return "", err
	}
	t := journey.Tag{ID: tx.NewID(), Rank: ranks[0], Name: cleanTitle(name), Color: color}
	if err := putChecked(tx, do, nil, t); err != nil {
		return "", err
	}
	return t.ID, nil
}

// RemoveTag removes a tag, also from the cards that carry it.
func RemoveTag(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindTag, id) }
