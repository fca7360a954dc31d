package insight

import "jejak/data/journey"

// StageGoal is the goal of a stage, and how far its touchpoints meet their purposes: a line of the
// goal-gap report.
type StageGoal struct {
	Stage   journey.Ref
	Outcome journey.Outcome // of the stage
	Met     []journey.Ref   // touchpoints, in order
	Partly  []journey.Ref
	Unmet   []journey.Ref
	Unsaid  []journey.Ref // of which nobody has said
}

// goalOf tells of the goal of a stage and the purposes of its touchpoints.
func goalOf(s *section, f findings) StageGoal {
	g := StageGoal{Stage: journey.RefTo(s.stage), Outcome: s.stage.Outcome}
	for c := range s.of(journey.LaneTouchpoints) {
		ref := c.ref()
		switch c.Outcome {
		case journey.OutcomeMet:
			g.Met = append(g.Met, ref)
		case journey.OutcomePartly:
			g.Partly = append(g.Partly, ref)
		case journey.OutcomeUnmet:
			g.Unmet = append(g.Unmet, ref)
		default:
			g.Unsaid = append(g.Unsaid, ref)
		}
		if short(c.Outcome) {
			f.add(Finding{Rule: RulePurpose, Refs: []journey.Ref{ref, g.Stage}, Outcome: c.Outcome})
		}
	}
	if short(g.Outcome) {
		judged := len(g.Met) + len(g.Partly) + len(g.Unmet)
		f.add(Finding{Rule: RuleGoal, Refs: []journey.Ref{g.Stage}, Outcome: g.Outcome,
			Value: float64(len(g.Met)), Than: float64(judged)})
	}
	return g
}

// short reports whether an outcome falls short of a goal.
func short(o journey.Outcome) bool { return o == journey.OutcomePartly || o == journey.OutcomeUnmet }
