package insight

import (
	"cmp"
	"slices"

	"jejak/data/journey"
)

// late is an action that should be done.
type late struct {
	action journey.Action
	days   int
}

// lateOnes picks the actions that are due before today and neither done nor dropped.
func (s *section) lateOnes(ids []journey.ID) []late {
	var list []late
	for _, id := range ids {
		a, ok := s.project.Actions.Get(id)
		if !ok || a.Status == journey.StatusDone || a.Status == journey.StatusDropped {
			continue
		}
		if days, ok := ageOf(a.Due, s.today); ok && days > 0 {
			list = append(list, late{a, days})
		}
	}
	return list
}

// overdue tells of late actions, the latest first, equal ones in the order of the register.
func overdue(list []late, f findings) {
	slices.SortFunc(list, func(a, b late) int {
		return cmp.Or(cmp.Compare(b.days, a.days), journey.Compare(a.action, b.action))
	})
	for _, l := range list {
		refs := []journey.Ref{journey.RefTo(l.action)}
		if l.action.CardID != "" {
			refs = append(refs, journey.Ref{Kind: journey.KindCard, ID: l.action.CardID})
		}
		f.add(Finding{Rule: RuleOverdue, Refs: refs, Value: float64(l.days)})
	}
}
