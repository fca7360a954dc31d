package insight

import (
	"cmp"
	"slices"

	"jejak/data/journey"
)

// Quadrant is where an opportunity stands in the matrix of value and effort.
type Quadrant string

// The quadrants. Value and effort run from 1 to 5; 3 and more is high.
const (
	Unrated  Quadrant = ""         // value or effort is not said
	QuickWin Quadrant = "quickWin" // high value, low effort
	BigBet   Quadrant = "bigBet"   // high value, high effort
	FillIn   Quadrant = "fillIn"   // low value, low effort
	Leave    Quadrant = "leave"    // low value, high effort
)

// Quadrants lists the quadrants in the order in which they are worth taking up.
var Quadrants = []Quadrant{QuickWin, BigBet, FillIn, Leave, Unrated}

// High is the least value and the least effort that count as high.
const High = 3

// QuadrantOf returns the quadrant of a value and an effort, each 0 (not said) or 1 … 5.
func QuadrantOf(value, effort int) Quadrant {
	switch {
	case value <= 0 || effort <= 0:
		return Unrated
	case value >= High && effort < High:
		return QuickWin
	case value >= High:
		return BigBet
	case effort < High:
		return FillIn
	}
	return Leave
}

// Opportunity is an opportunity and where it stands in the matrix.
type Opportunity struct {
	Ref      journey.Ref // the card
	Value    int         // 0 not said, 1 … 5
	Effort   int         // 0 not said, 1 … 5
	Quadrant Quadrant
	Goal     journey.Ref // the stage whose goal it serves; zero: none
	Answered bool        // an action that was not dropped takes it up
}

// opportunitiesOf rates the opportunities of a stage. One that names a stage without a goal is
// tied to none.
func opportunitiesOf(s *section, f findings) []Opportunity {
	var list []Opportunity
	for c := range s.of(journey.LaneOpportunities) {
		o := Opportunity{Ref: c.ref(), Value: c.Value, Effort: c.Effort, Answered: s.answered(c.ID)}
		o.Quadrant = QuadrantOf(c.Value, c.Effort)
		if to, ok := s.project.Stages.Get(c.GoalID); ok && to.Goal != "" {
			o.Goal = journey.RefTo(to)
		}
		list = append(list, o)
		if o.Goal.IsZero() {
			f.add(Finding{Rule: RuleAimless, Refs: []journey.Ref{o.Ref}})
		}
	}
	return list
}

// byPriority puts first what is worth taking up first: by quadrant, then the greater value, then
// the smaller effort; equal ones stay in the order of the journey.
func byPriority(list []Opportunity) {
	slices.SortStableFunc(list, func(a, b Opportunity) int {
		return cmp.Or(cmp.Compare(slices.Index(Quadrants, a.Quadrant), slices.Index(Quadrants, b.Quadrant)),
			cmp.Compare(b.Value, a.Value), cmp.Compare(a.Effort, b.Effort))
	})
}

// quickWins tells of those that nobody has taken up.
func quickWins(list []Opportunity, f findings) {
	for _, o := range list {
		if o.Quadrant == QuickWin && !o.Answered {
			f.add(Finding{Rule: RuleQuickWin, Refs: []journey.Ref{o.Ref}, Value: float64(o.Value), Than: float64(o.Effort)})
		}
	}
}
