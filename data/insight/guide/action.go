package guide

import (
	"jejak/data/insight"
	"jejak/data/journey"
)

// deciding: what will be done, by whom and until when, and what for.
func (l *look) deciding() []Check {
	chances := some(Chances, len(l.r.Opportunities), 1, l.chancesIf(func(insight.Opportunity) bool { return true }))
	rated := l.chanceCheck(Rated, func(o insight.Opportunity) bool { return o.Quadrant != insight.Unrated })
	aimed := l.chanceCheck(Aimed, func(o insight.Opportunity) bool { return !o.Goal.IsZero() })

	open := l.r.Count(insight.RulePain)
	n := len(l.r.Pains)
	answered := Check{Name: Answered, Have: n - open, Of: n, Enough: n,
		there: l.painsIf(func(p insight.Pain) bool { return p.Answered }),
		lacks: l.painsIf(func(p insight.Pain) bool { return !p.Answered })}

	all := l.register(func(r insight.Register) []journey.Ref { return r.Actions })
	due := 0
	count := func(of func(insight.Register) []journey.Ref) int {
		n := len(of(l.r.Free))
		for _, f := range l.r.Facts {
			n += len(of(f.Register))
		}
		return n
	}
	for _, f := range l.r.Facts {
		due += f.Open
	}
	due += l.r.Free.Open
	actions := count(func(r insight.Register) []journey.Ref { return r.Actions })
	lacking := func(name Name, of func(insight.Register) []journey.Ref) Check {
		lacks := l.register(of)
		return Check{Name: name, Have: actions - count(of), Of: actions, Enough: actions, lacks: lacks, there: l.without(all, lacks)}
	}
	late := l.r.Count(insight.RuleOverdue)
	inTime := Check{Name: InTime, Have: due - late, Of: due, Enough: due,
		lacks: func() []journey.Ref { return firsts(l.r.Of(insight.RuleOverdue)) }}
	if due == 0 && actions > 0 { // all is done
		inTime.Have, inTime.Of, inTime.Enough = actions, actions, actions
	}
	review := l.said(Review, l.m.Review != "")
	review.Optional = true
	return []Check{chances, rated, aimed, answered,
		lacking(Owned, func(r insight.Register) []journey.Ref { return r.Ownerless }),
		lacking(Departments, func(r insight.Register) []journey.Ref { return r.Departmentless }), inTime, review}
}

// register lists actions: those of the stages, then those that answer nothing.
func (l *look) register(of func(insight.Register) []journey.Ref) func() []journey.Ref {
	return func() (refs []journey.Ref) {
		for _, f := range l.r.Facts {
			refs = append(refs, of(f.Register)...)
		}
		return append(refs, of(l.r.Free)...)
	}
}

func (l *look) chancesIf(has func(insight.Opportunity) bool) func() []journey.Ref {
	return func() (refs []journey.Ref) {
		for _, o := range l.r.Opportunities {
			if has(o) {
				refs = append(refs, o.Ref)
			}
		}
		return refs
	}
}

func (l *look) chanceCheck(name Name, has func(insight.Opportunity) bool) Check {
	c := Check{Name: name, Of: len(l.r.Opportunities), Enough: len(l.r.Opportunities)}
	for _, o := range l.r.Opportunities {
		if has(o) {
			c.Have++
		}
	}
	c.there, c.lacks = l.chancesIf(has), l.chancesIf(func(o insight.Opportunity) bool { return !has(o) })
	return c
}
