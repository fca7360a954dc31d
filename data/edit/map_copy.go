package edit

import (
	"slices"

	"jejak/data/edit/record"
	"jejak/data/journey"
)

// DuplicateMap puts a copy of a map behind it, under another title and with everything on it but
// comments and actions: those are said and done once, about the original. All of the copy has IDs
// of its own, and the copy says what it was built on.
func DuplicateMap(tx *Tx, id journey.ID, title string) (journey.ID, error) {
	c := copying{tx: tx, fresh: record.Fresh{}}
	if err := c.of(id, title); err != nil {
		return "", err
	}
	return c.fresh[journey.Ref{Kind: journey.KindMap, ID: id}], nil
}

// copying is a DuplicateMap under way.
type copying struct {
	tx    *Tx
	fresh record.Fresh // what a record of the map became
}

func (c *copying) of(id journey.ID, title string) error {
	const do = "duplicate map"
	m, err := find[journey.Map](c.tx, do, id)
	if err != nil {
		return err
	}
	maps := c.tx.project.MapsInOrder()
	next := journey.ID("")
	if i := slices.IndexFunc(maps, func(o journey.Map) bool { return o.ID == id }); i+1 < len(maps) {
		next = maps[i+1].ID
	}
	ref := journey.RefTo(m)
	m.ID, m.Title, m.DerivedID = c.tx.NewID(), record.CleanTitle(title), id
	c.fresh[ref] = m.ID
	ranks, err := rankBefore(c.tx, do, maps, next, 1)
	if err != nil {
		return err
	}
	m.Rank = ranks[0]
	c.tx.Put(record.Cleaned(m))

	p := c.tx.project
	var list []journey.Record
	for rec := range p.Records() {
		ref := journey.RefTo(rec)
		switch ref.Kind {
		case journey.KindMap, journey.KindComment, journey.KindAction:
			continue
		}
		if p.MapOf(ref) == id {
			list = append(list, rec)
			c.fresh[ref] = c.tx.NewID()
		}
	}
	for _, rec := range list {
		c.tx.Put(record.Cleaned(c.fresh.Copied(rec)))
	}
	return nil
}
