package edit

import "jejak/data/journey"

// Remove takes away records of any kinds and all that cannot be without them (the cards of a
// stage, the links of a card, the measurements of a metric …); references that can be empty are
// emptied. Pictures that only they showed go along. Refs named twice, or removed by the cascade
// of another, are fine.
func Remove(tx *Tx, refs ...journey.Ref) error {
	if len(refs) == 0 {
		return &Error{Do: "remove", Reason: Nothing}
	}
	c := cascade{p: tx.project, gone: make(map[journey.Ref]bool, len(refs)), left: map[visit]bool{}}
	for _, ref := range refs {
		if !c.p.Has(ref) {
			return refuse("remove", NotThere, ref.Kind, ref.ID)
		}
		if ref.Kind == journey.KindInfo {
			return refuse("remove", Fixed, ref.Kind, ref.ID)
		}
		c.take(ref)
	}
	c.spread()
	n := len(c.gone)
	if c.takePictures(); len(c.gone) > n {
		c.spread() // what is said of the pictures
	}
	for ref := range c.gone {
		tx.Remove(ref)
	}
	for _, k := range []journey.Kind{journey.KindPersona, journey.KindMap, journey.KindLane, journey.KindCard} {
		for rec := range tx.project.OfKind(k) {
			if next, changed := journey.WithoutReferences(rec, c.has); changed {
				tx.Put(next)
			}
		}
	}
	return nil
}

func removeOne(tx *Tx, kind journey.Kind, id journey.ID) error {
	return Remove(tx, journey.Ref{Kind: kind, ID: id})
}

// visit is a persona on a map.
type visit struct{ mapID, personaID journey.ID }

// cascade gathers what goes along with what is removed.
type cascade struct {
	p    journey.Project
	gone map[journey.Ref]bool
	left map[visit]bool // the personas who leave a map: their curves go along
}

func (c *cascade) has(ref journey.Ref) bool { return c.gone[ref] }

func (c *cascade) take(ref journey.Ref) {
	c.gone[ref] = true
	if a, ok := c.p.Appearances.Get(ref.ID); ok && ref.Kind == journey.KindAppearance {
		c.left[visit{a.MapID, a.PersonaID}] = true
	}
}

// spread takes all that needs what is gone. What a kind needs stands before it in journey.Kinds,
// but for comments, which need each other.
func (c *cascade) spread() {
	for _, k := range journey.Kinds {
		for n := -1; n != len(c.gone); {
			n = len(c.gone)
			for rec := range c.p.OfKind(k) {
				if ref := journey.RefTo(rec); !c.gone[ref] && c.needs(rec) {
					c.take(ref)
				}
			}
			if k != journey.KindComment {
				break
			}
		}
	}
}

func (c *cascade) needs(rec journey.Record) bool {
	if pt, ok := rec.(journey.Point); ok && c.left[visit{pt.MapID, pt.PersonaID}] {
		return true
	}
	lost := false
	journey.EachReference(rec, func(r journey.Reference) {
		lost = lost || r.Required && c.gone[r.To]
	})
	return lost
}
