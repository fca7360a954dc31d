package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

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
	if other := LinkBetween(tx.project, from, to, kind); other != "" {
		return "", refuse(do, Taken, journey.KindLink, other)
	}
	l := journey.Link{ID: tx.NewID(), MapID: a.MapID, FromID: from, ToID: to, LinkKind: kind, Label: record.CleanTitle(label)}
	if err := putChecked(tx, do, nil, l); err != nil {
		return "", err
	}
	return l.ID, nil
}

// LinkBetween returns the link of a kind from one card to another; empty if there is none.
func LinkBetween(p journey.Project, from, to journey.ID, kind journey.LinkKind) journey.ID {
	for l := range p.Links.All() {
		if l.FromID == from && l.ToID == to && l.LinkKind == kind {
			return l.ID
		}
	}
	return ""
}

// MoveLink makes a link join other cards of its map, or makes it one of another kind. A second
// link of one kind between the same cards is refused.
func MoveLink(tx *Tx, id, from, to journey.ID, kind journey.LinkKind) error {
	const do = "move link"
	l, err := find[journey.Link](tx, do, id)
	if err != nil {
		return err
	}
	if from == to {
		return refuse(do, ToItself, journey.KindLink, id)
	}
	if other := LinkBetween(tx.project, from, to, kind); other != "" && other != id {
		return refuse(do, Taken, journey.KindLink, other)
	}
	return Update(tx, l.ID, func(l *journey.Link) { l.FromID, l.ToID, l.LinkKind = from, to, kind })
}

// RemoveLink removes a link; its cards stay.
func RemoveLink(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindLink, id) }
