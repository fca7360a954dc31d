package tool

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// CanTurnLinks reports whether any of the selected links can become of a kind. None can if anything
// else is selected too.
func CanTurnLinks(b Board, kind journey.LinkKind) bool { return len(linksNot(b, kind)) > 0 }

// TurnLinks makes links of a kind of those selected that can become it, as one undo step.
func TurnLinks(b Board, kind journey.LinkKind) error {
	links := linksNot(b, kind)
	return b.Do(edit.Label{Key: edit.LabelLinkKind}, func(tx *edit.Tx) error {
		for _, l := range links {
			if edit.LinkBetween(tx.Project(), l.FromID, l.ToID, kind) != "" {
				continue // another of them has become that
			}
			if err := edit.MoveLink(tx, l.ID, l.FromID, l.ToID, kind); err != nil {
				return err
			}
		}
		return nil
	})
}

// linksNot lists the selected links that can become of a kind: not those whose cards such a link
// joins already. It is nil if anything else is selected too.
func linksNot(b Board, kind journey.LinkKind) []journey.Link {
	var list []journey.Link
	p := b.Project()
	for _, r := range b.Selection() {
		l, ok := p.Links.Get(r.ID)
		if !ok || r.Kind != journey.KindLink {
			return nil
		}
		if edit.LinkBetween(p, l.FromID, l.ToID, kind) == "" {
			list = append(list, l)
		}
	}
	return list
}
