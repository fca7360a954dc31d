package guide

import (
	"jejak/data/insight"
	"jejak/data/journey"
)

// pains: where it hurts, how much, and whether that is known.
func (l *look) pains() []Check {
	pains := some(PainPoints, len(l.r.Pains), 1, l.painsIf(func(insight.Pain) bool { return true }))
	heavy := func(p insight.Pain) bool { return p.Severity > 0 && p.Impact > 0 }
	weighed := Check{Name: Weighed, Of: len(l.r.Pains), Enough: len(l.r.Pains)}
	for _, p := range l.r.Pains {
		if heavy(p) {
			weighed.Have++
		}
	}
	weighed.there, weighed.lacks = l.painsIf(heavy), l.painsIf(func(p insight.Pain) bool { return !heavy(p) })

	voices := Check{Name: Voices, Of: len(l.stages), Enough: len(l.stages)}
	mute := map[journey.Ref]bool{}
	claims := 0
	for _, f := range l.r.Facts {
		claims += f.Claims
		if f.Cards[journey.LaneThoughts]+f.Cards[journey.LaneQuotes]+f.Cards[journey.LaneActions] > 0 {
			voices.Have++
		} else {
			mute[f.Stage] = true
		}
	}
	voices.there, voices.lacks = l.stagesIf(mute, false), l.stagesIf(mute, true)

	doubts := []insight.Rule{insight.RuleAsserted, insight.RuleSourceless, insight.RuleStale}
	proven := Check{Name: Proven, Have: claims, Of: claims, Enough: claims}
	for _, rule := range doubts {
		proven.Have -= l.r.Count(rule)
	}
	proven.lacks = func() (refs []journey.Ref) {
		for _, rule := range doubts {
			refs = append(refs, firsts(l.r.Of(rule))...)
		}
		return refs
	}
	return []Check{pains, weighed, l.explained(), voices, proven}
}

func (l *look) painsIf(has func(insight.Pain) bool) func() []journey.Ref {
	return func() (refs []journey.Ref) {
		for _, p := range l.r.Pains {
			if has(p) {
				refs = append(refs, p.Ref)
			}
		}
		return refs
	}
}

// explained: in each stage where a curve is lowest a pain point says why.
func (l *look) explained() Check {
	hurts := map[journey.ID]bool{}
	for _, f := range l.r.Facts {
		hurts[f.Stage.ID] = f.Cards[journey.LanePains] > 0
	}
	c := Check{Name: Explained}
	var there, lacks []journey.Ref
	seen := map[journey.Ref]bool{}
	for _, f := range l.r.Of(insight.RuleLow) {
		at := f.Refs[1]
		if seen[at] {
			continue
		}
		seen[at] = true
		if c.Of++; hurts[l.stageOf(at)] {
			c.Have++
			there = append(there, at)
		} else {
			lacks = append(lacks, at)
		}
	}
	c.Enough = c.Of
	c.there, c.lacks = func() []journey.Ref { return there }, func() []journey.Ref { return lacks }
	return c
}

// stageOf is the stage that something stands in.
func (l *look) stageOf(at journey.Ref) journey.ID {
	switch at.Kind {
	case journey.KindStep:
		step, _ := l.p.Steps.Get(at.ID)
		return step.StageID
	case journey.KindCard:
		card, _ := l.p.Cards.Get(at.ID)
		return card.StageID
	}
	return at.ID
}
