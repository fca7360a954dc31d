package fragment

import (
	"slices"

	"jejak/data/journey"
)

// Copy takes stages, lanes and cards of a map out of a project, with what belongs to them: the
// steps and cards of stages, the cards of lanes, the links among the cards, and the emotions,
// measurements and actions at any of these. A step stands for its cards. Refs of other kinds or
// to other maps are left out; where none is left the Fragment is empty. p must be sound.
func Copy(p journey.Project, mapID journey.ID, refs []journey.Ref) Fragment {
	c := copying{
		p: p, x: journey.NewIndex(p, mapID),
		wanted: make(map[journey.Ref]bool, len(refs)), in: map[journey.Ref]bool{},
	}
	for _, ref := range refs {
		c.wanted[ref] = true
	}
	c.cells()
	if len(c.chosen) == 0 {
		return Fragment{}
	}
	c.surroundings()
	c.belongings()
	c.library()
	return Fragment{project: journey.FromRecords(c.recs), chosen: c.chosen}
}

// copying gathers the records of a Fragment.
type copying struct {
	p      journey.Project
	x      *journey.Index
	wanted map[journey.Ref]bool
	in     map[journey.Ref]bool // what is copied, and the library it needs
	recs   []journey.Record
	chosen []journey.Ref
}

func (c *copying) take(rec journey.Record) {
	c.in[journey.RefTo(rec)] = true
	c.recs = append(c.recs, rec)
}

func (c *copying) choose(rec journey.Record) {
	c.chosen = append(c.chosen, journey.RefTo(rec))
	c.take(rec)
}

func (c *copying) wants(k journey.Kind, id journey.ID) bool {
	return id != "" && c.wanted[journey.Ref{Kind: k, ID: id}]
}

// cells takes the stages with their steps, the lanes and the cards.
func (c *copying) cells() {
	for _, s := range c.x.Stages {
		if !c.wants(journey.KindStage, s.ID) {
			continue
		}
		c.choose(s)
		for _, st := range c.x.Steps[s.ID] {
			c.take(st)
		}
	}
	for _, l := range c.x.Lanes {
		if c.wants(journey.KindLane, l.ID) {
			c.choose(l)
		}
	}
	for _, card := range c.x.CardsInOrder() {
		switch {
		case c.wants(journey.KindStage, card.StageID), c.wants(journey.KindLane, card.LaneID):
			c.take(card)
		case c.wants(journey.KindCard, card.ID), c.wants(journey.KindStep, card.StepID):
			c.choose(card)
		}
	}
}

// surroundings takes what tells where the copied stood: no more of it than that.
func (c *copying) surroundings() {
	c.recs = append(c.recs, journey.Map{ID: c.x.Map.ID, Type: c.x.Map.Type})
	for _, s := range c.x.Stages {
		if c.in[journey.RefTo(s)] {
			continue
		}
		c.recs = append(c.recs, journey.Stage{ID: s.ID, MapID: s.MapID, Rank: s.Rank, Title: s.Title})
		for _, st := range c.x.Steps[s.ID] {
			c.recs = append(c.recs, journey.Step{ID: st.ID, StageID: st.StageID, Rank: st.Rank, Title: st.Title})
		}
	}
	for _, l := range c.x.Lanes {
		if !c.in[journey.RefTo(l)] {
			c.recs = append(c.recs, journey.Lane{
				ID: l.ID, MapID: l.MapID, Rank: l.Rank, LaneKind: l.LaneKind, Title: l.Title, Hint: l.Hint, Hidden: l.Hidden,
			})
		}
	}
}

// belongings takes what belongs to the stages, steps and cards taken.
func (c *copying) belongings() {
	for _, a := range c.x.Appearances {
		felt := false
		for _, pt := range c.x.Points[a.PersonaID] {
			if c.in[pt.At] {
				c.take(pt)
				felt = true
			}
		}
		if felt {
			c.recs = append(c.recs, journey.Appearance{ID: a.ID, MapID: a.MapID, PersonaID: a.PersonaID, Rank: a.Rank})
		}
	}
	for _, l := range c.x.Links {
		if c.in[journey.Ref{Kind: journey.KindCard, ID: l.FromID}] && c.in[journey.Ref{Kind: journey.KindCard, ID: l.ToID}] {
			c.take(l)
		}
	}
	for _, rec := range slices.Clone(c.recs) {
		ref := journey.RefTo(rec)
		if !c.in[ref] {
			continue
		}
		for _, m := range c.x.Measurements[ref] {
			c.take(m)
		}
		if ref.Kind == journey.KindCard {
			for _, a := range c.x.Actions[ref.ID] {
				c.take(a)
			}
		}
	}
}

// library takes the records of the project that those taken name, and that these name in turn.
func (c *copying) library() {
	for i := 0; i < len(c.recs); i++ {
		journey.EachReference(c.recs[i], func(r journey.Reference) {
			switch r.To.Kind {
			case journey.KindImage, journey.KindTag, journey.KindChannel, journey.KindPersona, journey.KindMetric:
				if rec, ok := c.p.Get(r.To); ok && !c.in[r.To] {
					c.take(rec)
				}
			}
		})
	}
}
