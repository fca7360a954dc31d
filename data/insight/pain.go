package insight

import (
	"slices"

	"jejak/data/journey"
)

// Pain is a pain point and how much it weighs.
type Pain struct {
	Ref      journey.Ref // the card
	Title    string
	Severity int  // 0 not said, 1 mild … 3 severe
	Impact   int  // 0 not said, 1 … 5
	Weight   int  // severity × impact, 0 … 15
	Answered bool // an action that was not dropped answers it
}

// Pains returns the pain points of a map, the heaviest first, equal ones in the order of the
// journey. Where only one of severity and impact is said, the other counts as 1; where neither
// is, the weight is 0.
func Pains(p journey.Project, mapID journey.ID) []Pain {
	x := journey.NewIndex(p, mapID)
	var pains []Pain
	for _, c := range cardsOf(x, journey.LanePains) {
		pain := Pain{Ref: journey.RefTo(c), Title: journey.NameOf(c), Severity: c.Severity, Impact: c.Impact}
		if c.Severity > 0 || c.Impact > 0 {
			pain.Weight = max(c.Severity, 1) * max(c.Impact, 1)
		}
		pain.Answered = slices.ContainsFunc(x.Actions[c.ID], func(a journey.Action) bool { return a.Status != journey.StatusDropped })
		pains = append(pains, pain)
	}
	slices.SortStableFunc(pains, func(a, b Pain) int { return b.Weight - a.Weight })
	return pains
}
