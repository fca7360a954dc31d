package edit

import "jejak/data/journey"

// Remove takes away records of any kinds and all that cannot be without them (the cards of a
// stage, the links of a card, the measurements of a metric …); references that can be empty are
// emptied. Refs named twice, or removed by the cascade of another, are fine.
func Remove(tx *Tx, refs ...journey.Ref) error {
	if len(refs) == 0 {
		return &Error{Do: "remove", Reason: Nothing}
	}
	gone := make(map[journey.Ref]bool, len(refs))
	for _, ref := range refs {
		if !tx.project.Has(ref) {
			return refuse("remove", NotThere, ref.Kind, ref.ID)
		}
		if ref.Kind == journey.KindInfo {
			return refuse("remove", Fixed, ref.Kind, ref.ID)
		}
		gone[ref] = true
	}
	spread(tx, gone)
	for ref := range gone {
		tx.Remove(ref)
	}
	isGone := func(r journey.Ref) bool { return gone[r] }
	for rec := range tx.project.Unordered() {
		if next, changed := journey.WithoutReferences(rec, isGone); changed {
			tx.Put(next)
		}
	}
	return nil
}

// spread adds to gone all that needs what is in it, until nothing more does.
func spread(tx *Tx, gone map[journey.Ref]bool) {
	for {
		n := len(gone)
		for rec := range tx.project.Unordered() {
			ref := journey.RefTo(rec)
			if gone[ref] {
				continue
			}
			if needs(tx.project, rec, gone) {
				gone[ref] = true
			}
		}
		if len(gone) == n {
			return
		}
	}
}

func needs(p journey.Project, rec journey.Record, gone map[journey.Ref]bool) bool {
	lost := false
	journey.EachReference(rec, func(r journey.Reference) {
		lost = lost || r.Required && gone[r.To]
	})
	if pt, ok := rec.(journey.Point); ok && !lost {
		// A persona who left the map takes the curve along.
		for ref := range gone {
			if ref.Kind != journey.KindAppearance {
				continue
			}
			if a, ok := p.Appearances.Get(ref.ID); ok && a.MapID == pt.MapID && a.PersonaID == pt.PersonaID {
				return true
			}
		}
	}
	return lost
}

func removeOne(tx *Tx, kind journey.Kind, id journey.ID) error {
	return Remove(tx, journey.Ref{Kind: kind, ID: id})
}
