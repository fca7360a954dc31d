package insight

import (
	"fmt"
	"testing"

	"jejak/data/journey"
)

func stageEnds(id, rank string, o journey.Outcome) journey.Record {
	return journey.Stage{ID: journey.ID(id), MapID: "m", Rank: journey.Rank(rank), Title: id, Goal: "Go", Outcome: o}
}

func TestGoal(t *testing.T) {
	check(t, RuleGoal, []ruleCase{
		{"nothing said", nil, nil},
		{"met", records{stageEnds("s1", "a0", journey.OutcomeMet)}, nil},
		{"unmet, no touchpoint judged", records{stageEnds("s1", "a0", journey.OutcomeUnmet), touch("t1", "s1")}, []string{"s1 unmet"}},
		{"partly, one of three touchpoints", records{stageEnds("s2", "a1", journey.OutcomePartly),
			touch("t1", "s2/s2a", ends(journey.OutcomeMet)), touch("t2", "s2/s2b", ends(journey.OutcomePartly)),
			touch("t3", "s2", ends(journey.OutcomeUnmet)), touch("t4", "s2")}, []string{"s2 1 < 3 partly"}},
		{"in the order of the journey", records{stageEnds("s3", "Zz", journey.OutcomeUnmet), stageEnds("s1", "a0", journey.OutcomePartly)},
			[]string{"s3 unmet", "s1 partly"}},
		{"touchpoints of another stage do not count", records{stageEnds("s1", "a0", journey.OutcomeUnmet),
			touch("t1", "s2", ends(journey.OutcomeMet))}, []string{"s1 unmet"}},
	})
}

func TestPurpose(t *testing.T) {
	check(t, RulePurpose, []ruleCase{
		{"nothing said", records{touch("t1", "s1")}, nil},
		{"met", records{touch("t1", "s1", ends(journey.OutcomeMet))}, nil},
		{"partly", records{touch("t1", "s1", ends(journey.OutcomePartly))}, []string{"t1 s1 partly"}},
		{"in the order of the journey", records{touch("t1", "s2/s2b", ends(journey.OutcomeUnmet)), touch("t2", "s2", ends(journey.OutcomeUnmet)),
			touch("t3", "s1", ends(journey.OutcomePartly))}, []string{"t3 s1 partly", "t2 s2 unmet", "t1 s2 unmet"}},
		{"no touchpoint", records{in(journey.LaneThoughts, "c1", "s1", ends(journey.OutcomeUnmet))}, nil},
		{"on another map", records{journey.Card{ID: "c1", MapID: "m2", StageID: "x1", LaneID: "xt", Outcome: journey.OutcomeUnmet}}, nil},
	})
}

func TestGoalReport(t *testing.T) {
	r := Map(of(stageEnds("s1", "a0", journey.OutcomePartly),
		touch("t1", "s1", ends(journey.OutcomeMet)), touch("t2", "s1", ends(journey.OutcomeUnmet)), touch("t3", "s1"),
		touch("t4", "s2/s2b", ends(journey.OutcomePartly)), touch("t5", "s2/s2a", ends(journey.OutcomePartly))), "m", today)
	got := ""
	for _, g := range r.Goals {
		got += fmt.Sprintln(g.Stage.ID, g.Outcome, g.Met, g.Partly, g.Unmet, g.Unsaid)
	}
	want := `s1 partly [{card t1}] [] [{card t2}] [{card t3}]
s2  [] [{card t5} {card t4}] [] []
s3  [] [] [] []
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
