package guide

import "jejak/data/journey"

// drawing: which of the four kinds of map, with what belongs to it.
func (l *look) drawing() []Check {
	checks := []Check{l.said(Type, l.m.Type != "")}
	kinds := map[journey.LaneKind]bool{}
	lines := map[journey.BlueprintLine]bool{}
	for _, lane := range l.p.LanesOf(l.m.ID) {
		kinds[lane.LaneKind] = true
		if lane.Line != "" {
			lines[lane.Line] = true
		}
	}
	if l.m.Type == journey.ServiceBlueprint {
		c := Check{Name: Lines, Have: len(lines), Of: 3, Enough: 3}
		c.there = l.lanesIf(func(lane journey.Lane) bool { return lane.Line != "" })
		checks = append(checks, c)
	} else {
		c := Check{Name: Lanes, Of: 3, Enough: 3}
		wanted := []journey.LaneKind{journey.LaneActions, journey.LaneThoughts, journey.LaneEmotions}
		for _, k := range wanted {
			if kinds[k] {
				c.Have++
			}
		}
		c.there = l.lanesIf(func(lane journey.Lane) bool {
			return lane.LaneKind == wanted[0] || lane.LaneKind == wanted[1] || lane.LaneKind == wanted[2]
		})
		checks = append(checks, c)
	}
	if l.m.Type == journey.ServiceBlueprint || l.m.Type == journey.FutureState {
		checks = append(checks, l.said(Base, l.p.Maps.Has(l.m.PairID) || l.p.Maps.Has(l.m.DerivedID)))
	}
	return append(checks, l.curves())
}

func (l *look) lanesIf(has func(journey.Lane) bool) func() []journey.Ref {
	return func() (refs []journey.Ref) {
		for _, lane := range l.p.LanesOf(l.m.ID) {
			if has(lane) {
				refs = append(refs, journey.RefTo(lane))
			}
		}
		return refs
	}
}

// curves: every persona feels something in every stage.
func (l *look) curves() Check {
	c := Check{Name: Curves, Of: len(l.people) * len(l.stages)}
	c.Enough = c.Of
	mute := map[journey.Ref]bool{}
	for _, curve := range l.r.Curves {
		for _, m := range curve.Means {
			if m.Points > 0 {
				c.Have++
			} else {
				mute[m.Stage] = true
			}
		}
	}
	c.there, c.lacks = l.stagesIf(mute, false), l.stagesIf(mute, true)
	return c
}
