package edit

import (
	"slices"

	"jejak/data/journey"
)

// MergeChannels makes one channel of several: cards and personas that named one of ids name into,
// and ids are removed. What is said of into stays as it is.
func MergeChannels(tx *Tx, into journey.ID, ids []journey.ID) error {
	const do = "merge channels"
	if err := mergeable[journey.Channel](tx, do, into, ids); err != nil {
		return err
	}
	for c := range tx.project.Cards.All() {
		if slices.Contains(ids, c.ChannelID) {
			c.ChannelID = into
			tx.Put(c)
		}
	}
	for p := range tx.project.Personas.All() {
		if list, changed := replaced(p.ChannelIDs, into, ids); changed {
			p.ChannelIDs = list
			tx.Put(p)
		}
	}
	return Remove(tx, refsTo(journey.KindChannel, ids)...)
}

// MergeTags makes one tag of several: cards that carried one of ids carry into, once, and ids are
// removed.
func MergeTags(tx *Tx, into journey.ID, ids []journey.ID) error {
	const do = "merge tags"
	if err := mergeable[journey.Tag](tx, do, into, ids); err != nil {
		return err
	}
	for c := range tx.project.Cards.All() {
		if list, changed := replaced(c.TagIDs, into, ids); changed {
			c.TagIDs = list
			tx.Put(c)
		}
	}
	return Remove(tx, refsTo(journey.KindTag, ids)...)
}

// mergeable refuses what is not there and what would be merged with itself.
func mergeable[T journey.Record](tx *Tx, do string, into journey.ID, ids []journey.ID) error {
	if len(ids) == 0 {
		return &Error{Do: do, Reason: Nothing}
	}
	for _, id := range append([]journey.ID{into}, ids...) {
		if _, err := find[T](tx, do, id); err != nil {
			return err
		}
	}
	if slices.Contains(ids, into) {
		var zero T
		return refuse(do, ToItself, zero.Kind(), into)
	}
	return nil
}

// replaced is a list with into, once, where the first of into and ids stood; a new slice if that
// changes anything.
func replaced(list []journey.ID, into journey.ID, ids []journey.ID) ([]journey.ID, bool) {
	if !slices.ContainsFunc(list, func(id journey.ID) bool { return slices.Contains(ids, id) }) {
		return list, false
	}
	var now []journey.ID
	for _, id := range list {
		if slices.Contains(ids, id) {
			id = into
		}
		if id != into || !slices.Contains(now, into) {
			now = append(now, id)
		}
	}
	return now, true
}

func refsTo(k journey.Kind, ids []journey.ID) []journey.Ref {
	refs := make([]journey.Ref, len(ids))
	for i, id := range ids {
		refs[i] = journey.Ref{Kind: k, ID: id}
	}
	return refs
}
