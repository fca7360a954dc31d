package edit

import "jejak/data/journey"

// AddLink joins two cards of one map. An empty kind means next. A second link of one kind between
// the same cards is refused.
func AddLink(tx *Tx, from, to journey.ID, kind journey.LinkKind, label string) (journey.ID, error) {
	const do = "add link"
	if kind == "" {
		kind = journey.LinkNext
	}
	a, err := find[journey.Card](tx, do, from)
	if err != nil {
		return "", err
	}
	if from == to {
		return "", refuse(do, ToItself, journey.KindCard, from)
	}
	for other := range tx.project.Links.All() {
		if other.FromID == from && other.ToID == to && other.LinkKind == kind {
			return "", refuse(do, Taken, journey.KindLink, other.ID)
		}
	}
	l := journey.Link{ID: tx.NewID(), MapID: a.MapID, FromID: from, ToID: to, LinkKind: kind, Label: cleanTitle(label)}
	if err := putChecked(tx, do, nil, l); err != nil {
		return "", err
	}
	return l.ID, nil
}

// RemoveLink removes a link; its cards stay.
func RemoveLink(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindLink, id) }
