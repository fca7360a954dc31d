package guide

import (
	"jejak/data/insight"
	"jejak/data/journey"
)

// profile: who the customers are, what drives and what hinders them, and how that is known.
func (l *look) profile() []Check {
	persona := split(Personas, l.people, func(journey.Persona) bool { return true })
	persona.Enough = 1
	portraits := split(Portraits, l.people, func(p journey.Persona) bool {
		return (p.Goals != "" || p.Needs != "" || p.Motivations != "") && p.Frustrations != ""
	})
	bases := split(Bases, l.people, func(p journey.Persona) bool {
		return p.Basis == journey.BasisFictional || p.Basis == journey.BasisResearched && p.Source != ""
	})
	return []Check{persona, portraits, bases, l.surveys()}
}

// surveys counts which of NPS, CSAT and CES have a value on the map.
func (l *look) surveys() Check {
	asked := []journey.Standard{journey.NPS, journey.CSAT, journey.CES}
	var at []journey.Ref
	seen := map[journey.Standard]bool{}
	for _, m := range l.r.Measures {
		metric, _ := l.p.Metrics.Get(m.Metric.ID)
		for _, s := range asked {
			if metric.Standard == s {
				seen[s] = true
				at = append(at, m.Ref)
			}
		}
	}
	return Check{Name: Surveys, Have: len(seen), Of: len(asked), Enough: 1, Optional: true,
		there: func() []journey.Ref { return at }}
}

// stageChecks: which way the customer goes, and what for.
func (l *look) stageChecks() []Check {
	list := split(StageList, l.stages, func(journey.Stage) bool { return true })
	list.Enough = 2
	goals := split(StageGoals, l.stages, func(s journey.Stage) bool { return s.Goal != "" })
	var aimed []journey.Stage
	for _, s := range l.stages {
		if s.Goal != "" {
			aimed = append(aimed, s)
		}
	}
	outcomes := split(Outcomes, aimed, func(s journey.Stage) bool { return s.Outcome != journey.OutcomeUnknown })
	turns := some(Turns, l.r.Turns, 1, l.turning)
	if l.m.Cycle {
		turns.Have, turns.Of = turns.Have+1, turns.Of+1
	}
	turns.Optional, turns.bare = true, l.r.Touchpoints == 0
	return []Check{l.said(Scenario, l.m.Scenario != ""), list, goals, outcomes, turns}
}

func (l *look) turning() (refs []journey.Ref) {
	for link := range l.p.Links.All() {
		if link.MapID == l.m.ID && link.LinkKind != journey.LinkNext && link.LinkKind != "" {
			refs = append(refs, journey.RefTo(link))
		}
	}
	return refs
}

// touchpoints: where they meet the company, through which channel, to what end.
func (l *look) touchpoints() []Check {
	covered := Check{Name: Covered, Of: len(l.stages), Enough: len(l.stages)}
	bare := map[journey.Ref]bool{}
	for _, f := range l.r.Facts {
		if f.Cards[journey.LaneTouchpoints] > 0 {
			covered.Have++
		} else {
			bare[f.Stage] = true
		}
	}
	covered.there, covered.lacks = l.stagesIf(bare, false), l.stagesIf(bare, true)

	n := l.r.Touchpoints
	without := l.r.Count(insight.RuleChannelless)
	channels := Check{Name: Channels, Have: n - without, Of: n, Enough: n,
		lacks: func() []journey.Ref { return firsts(l.r.Of(insight.RuleChannelless)) }}
	channels.there = l.without(l.allTouchpoints, channels.lacks)

	purposes := Check{Name: Purposes, Have: n, Of: n, Enough: n}
	var moments int
	for _, f := range l.r.Facts {
		purposes.Have -= len(f.Purposeless)
		moments += len(f.Moments)
	}
	purposes.lacks = l.concat(func(f insight.Facts) []journey.Ref { return f.Purposeless })
	purposes.there = l.without(l.allTouchpoints, purposes.lacks)

	judged := Check{Name: Judged, Have: n, Of: n, Enough: n}
	for _, g := range l.r.Goals {
		judged.Have -= len(g.Unsaid)
	}
	judged.lacks = func() (refs []journey.Ref) {
		for _, g := range l.r.Goals {
			refs = append(refs, g.Unsaid...)
		}
		return refs
	}
	judged.there = l.without(l.allTouchpoints, judged.lacks)
	truth := some(Moments, moments, 1, l.concat(func(f insight.Facts) []journey.Ref { return f.Moments }))
	truth.bare = n == 0
	return []Check{covered, channels, purposes, judged, truth}
}

func (l *look) allTouchpoints() (refs []journey.Ref) {
	for _, g := range l.r.Goals {
		refs = append(refs, g.Met...)
		refs = append(refs, g.Partly...)
		refs = append(refs, g.Unmet...)
		refs = append(refs, g.Unsaid...)
	}
	return refs
}

// without lists what is in all and not in some.
func (l *look) without(all, some func() []journey.Ref) func() []journey.Ref {
	return func() (rest []journey.Ref) {
		out := map[journey.Ref]bool{}
		for _, r := range some() {
			out[r] = true
		}
		for _, r := range all() {
			if !out[r] {
				rest = append(rest, r)
			}
		}
		return rest
	}
}

// concat strings together what the stages tell.
func (l *look) concat(of func(insight.Facts) []journey.Ref) func() []journey.Ref {
	return func() (refs []journey.Ref) {
		for _, f := range l.r.Facts {
			refs = append(refs, of(f)...)
		}
		return refs
	}
}

// stagesIf lists the stages that are in a set, or are not.
func (l *look) stagesIf(set map[journey.Ref]bool, in bool) func() []journey.Ref {
	return func() (refs []journey.Ref) {
		for _, s := range l.stages {
			if ref := journey.RefTo(s); set[ref] == in {
				refs = append(refs, ref)
			}
		}
		return refs
	}
}

func firsts(found []insight.Finding) (refs []journey.Ref) {
	for _, f := range found {
		refs = append(refs, f.Refs[0])
	}
	return refs
}
