package insight

import (
	"slices"

	"jejak/data/journey"
)

// Facts are what stands in one stage: no findings, but what is there and what nobody has said.
// They are read only.
type Facts struct {
	Stage       journey.Ref
	Cards       map[journey.LaneKind]int // of the kinds that claim something, and opportunities
	Claims      int                      // cards that say something which may be untrue
	Purposeless []journey.Ref            // touchpoints of which no purpose is said
	Moments     []journey.Ref            // moments of truth
	Tagged      map[journey.ID][]journey.Ref
	Register
}

// Register are the actions that answer something, as far as they are still to be done or done: not
// those that were dropped.
type Register struct {
	Actions        []journey.Ref
	Open           int           // not done yet
	Ownerless      []journey.Ref // without an owner or a due date
	Departmentless []journey.Ref
}

func factsOf(s *section) Facts {
	f := Facts{Stage: journey.RefTo(s.stage)}
	for _, c := range s.cards {
		if claims[c.in] || c.in == journey.LaneOpportunities {
			if f.Cards == nil {
				f.Cards = map[journey.LaneKind]int{}
			}
			f.Cards[c.in]++
		}
		if claims[c.in] {
			f.Claims++
		}
		if c.in == journey.LaneTouchpoints && c.Purpose == "" {
			f.Purposeless = append(f.Purposeless, c.ref())
		}
		if c.MomentOfTruth {
			f.Moments = append(f.Moments, c.ref())
		}
		for i, id := range c.TagIDs {
			if f.Tagged == nil {
				f.Tagged = map[journey.ID][]journey.Ref{}
			}
			if !slices.Contains(c.TagIDs[:i], id) {
				f.Tagged[id] = append(f.Tagged[id], c.ref())
			}
		}
		f.enter(s.project, s.about.actions[c.ID])
	}
	return f
}

// enter adds the actions of those IDs, which may come in any order.
func (r *Register) enter(p journey.Project, ids []journey.ID) {
	if len(ids) > 1 {
		ids = slices.Sorted(slices.Values(ids))
	}
	for _, id := range ids {
		a, ok := p.Actions.Get(id)
		if !ok || a.Status == journey.StatusDropped {
			continue
		}
		ref := journey.RefTo(a)
		r.Actions = append(r.Actions, ref)
		if a.Status != journey.StatusDone {
			r.Open++
		}
		if a.Owner == "" || a.Due == "" {
			r.Ownerless = append(r.Ownerless, ref)
		}
		if a.Department == "" {
			r.Departmentless = append(r.Departmentless, ref)
		}
	}
}

// turns reports whether a link makes a journey other than straight.
func turns(l journey.Link) bool {
	return l.LinkKind == journey.LinkLoopBack || l.LinkKind == journey.LinkBranch || l.LinkKind == journey.LinkChannelSwitch
}
