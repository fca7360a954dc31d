package insight

import "jejak/data/journey"

// GoalGap is a goal that the customer does not reach, or only in part.
type GoalGap struct {
	Ref     journey.Ref // the stage, or the touchpoint
	Title   string      // of the stage or touchpoint
	Goal    string      // of the stage, or the purpose of the touchpoint; may be empty
	Outcome journey.Outcome
}

// GoalGaps returns the stages and touchpoints of a map whose goal or purpose is unmet or partly
// met, in the order of the journey, each stage before its touchpoints.
func GoalGaps(p journey.Project, mapID journey.ID) []GoalGap {
	x := journey.NewIndex(p, mapID)
	touchpoints := map[journey.ID][]journey.Card{}
	for _, c := range cardsOf(x, journey.LaneTouchpoints) {
		touchpoints[c.StageID] = append(touchpoints[c.StageID], c)
	}
	var gaps []GoalGap
	add := func(rec journey.Record, title, goal string, o journey.Outcome) {
		if o == journey.OutcomePartly || o == journey.OutcomeUnmet {
			gaps = append(gaps, GoalGap{journey.RefTo(rec), title, goal, o})
		}
	}
	for _, s := range x.Stages {
		add(s, s.Title, s.Goal, s.Outcome)
		for _, c := range touchpoints[s.ID] {
			add(c, c.Title, c.Purpose, c.Outcome)
		}
	}
	return gaps
}
