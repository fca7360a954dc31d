package edit

import (
	"slices"

	"jejak/data/journey"
)

// DuplicateMap puts a copy of a map behind it, under another title and with everything on it but
// comments and actions: those are said and done once, about the original. All of the copy has IDs
// of its own, and the copy says what it was built on.
func DuplicateMap(tx *Tx, id journey.ID, title string) (journey.ID, error) {
	c := copying{tx: tx, fresh: map[journey.Ref]journey.ID{}}
	if err := c.of(id, title); err != nil {
		return "", err
	}
	return c.fresh[journey.Ref{Kind: journey.KindMap, ID: id}], nil
}

// copying is a DuplicateMap under way.
type copying struct {
	tx    *Tx
	fresh map[journey.Ref]journey.ID // what a record of the map became
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
	m.ID, m.Title, m.DerivedID = c.tx.NewID(), cleanTitle(title), id
	c.fresh[ref] = m.ID
	ranks, err := rankBefore(c.tx, do, maps, next, 1)
	if err != nil {
		return err
	}
	m.Rank = ranks[0]
	c.tx.Put(cleaned(m))

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
		c.tx.Put(cleaned(c.copied(rec)))
	}
	return nil
}

// copied is a record with the new IDs of itself and of all of the map that it names.
func (c *copying) copied(rec journey.Record) journey.Record {
	id := c.fresh[journey.RefTo(rec)]
	switch r := rec.(type) {
	case journey.Appearance:
		r.ID, r.MapID = id, c.to(journey.KindMap, r.MapID)
		return r
	case journey.Stage:
		r.ID, r.MapID = id, c.to(journey.KindMap, r.MapID)
		return r
	case journey.Step:
		r.ID, r.StageID = id, c.to(journey.KindStage, r.StageID)
		return r
	case journey.Lane:
		r.ID, r.MapID = id, c.to(journey.KindMap, r.MapID)
		return r
	case journey.Card:
		r.ID, r.MapID, r.LaneID = id, c.to(journey.KindMap, r.MapID), c.to(journey.KindLane, r.LaneID)
		r.StageID, r.StepID = c.to(journey.KindStage, r.StageID), c.to(journey.KindStep, r.StepID)
		r.GoalID = c.to(journey.KindStage, r.GoalID)
		return r
	case journey.Point:
		r.ID, r.MapID, r.At.ID = id, c.to(journey.KindMap, r.MapID), c.to(r.At.Kind, r.At.ID)
		return r
	case journey.Link:
		r.ID, r.MapID = id, c.to(journey.KindMap, r.MapID)
		r.FromID, r.ToID = c.to(journey.KindCard, r.FromID), c.to(journey.KindCard, r.ToID)
		return r
	case journey.Measurement:
		r.ID, r.At.ID = id, c.to(r.At.Kind, r.At.ID)
		return r
	}
	return rec
}

// to is the copy of what is named; what is not of the map stays what it is.
func (c *copying) to(k journey.Kind, id journey.ID) journey.ID {
	if now := c.fresh[journey.Ref{Kind: k, ID: id}]; now != "" {
		return now
	}
	return id
}
