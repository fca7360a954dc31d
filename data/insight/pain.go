package insight

import (
	"slices"

	"jejak/data/journey"
)

// Pain is a pain point and how much it weighs.
type Pain struct {
	Ref      journey.Ref // the card
	Severity int         // 0 not said, 1 mild … 3 severe
	Impact   int         // 0 not said, 1 … 5
	Weight   int         // severity × impact, 0 … 15
	Answered bool        // an action that was not dropped answers it
}

// maxWeight is the weight of a severe pain of the greatest impact.
const maxWeight = 15

// painsOf weighs the pain points of a stage. Where only one of severity and impact is said, the
// other counts as 1; where neither is, the weight is 0.
func painsOf(s *section) []Pain {
	var pains []Pain
	for c := range s.of(journey.LanePains) {
		pain := Pain{Ref: c.ref(), Severity: c.Severity, Impact: c.Impact, Answered: s.answered(c.ID)}
		if c.Severity > 0 || c.Impact > 0 {
			pain.Weight = max(c.Severity, 1) * max(c.Impact, 1)
		}
		pains = append(pains, pain)
	}
	return pains
}

// byWeight puts the heaviest pains first and leaves equal ones in the order of the journey. Weights
// are few and small: a damaged file's count as the nearest.
func byWeight(pains []Pain) []Pain {
	var heaps [maxWeight + 1][]Pain
	for _, p := range pains {
		w := min(max(p.Weight, 0), maxWeight)
		heaps[w] = append(heaps[w], p)
	}
	slices.Reverse(heaps[:])
	return slices.Concat(heaps[:]...)
}

// breakersOf finds what is said to end a customer's loyalty, in any lane.
func breakersOf(s *section, f findings) {
	for _, c := range s.cards {
		if c.LoyaltyBreaker {
			f.add(Finding{Rule: RuleBreaker, Refs: []journey.Ref{c.ref()}, Answered: s.answered(c.ID)})
		}
	}
}

// unanswered tells of the pains without an action.
func unanswered(pains []Pain, f findings) {
	for _, pain := range pains {
		if !pain.Answered {
			f.add(Finding{Rule: RulePain, Refs: []journey.Ref{pain.Ref}, Value: float64(pain.Weight)})
		}
	}
}
