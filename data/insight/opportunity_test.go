package insight

import (
	"fmt"
	"testing"

	"jejak/data/journey"
)

func chance(id, at string, value, effort int, goal string) journey.Record {
	return in(journey.LaneOpportunities, id, at, func(c *journey.Card) {
		c.Value, c.Effort, c.GoalID = value, effort, journey.ID(goal)
	})
}

func TestQuadrantOf(t *testing.T) {
	for _, c := range []struct {
		value, effort int
		want          Quadrant
	}{
		{5, 1, QuickWin}, {3, 2, QuickWin}, {3, 3, BigBet}, {5, 5, BigBet}, {2, 2, FillIn}, {1, 1, FillIn},
		{2, 3, Leave}, {1, 5, Leave}, {0, 1, Unrated}, {5, 0, Unrated}, {0, 0, Unrated}, {-1, 2, Unrated},
	} {
		if got := QuadrantOf(c.value, c.effort); got != c.want {
			t.Errorf("value %d, effort %d: %s, want %s", c.value, c.effort, got, c.want)
		}
	}
}

func TestQuickWin(t *testing.T) {
	check(t, RuleQuickWin, []ruleCase{
		{"none", records{pain("p1", "s1", 3, 5)}, nil},
		{"not rated", records{chance("o1", "s1", 0, 0, "s1"), chance("o2", "s1", 5, 0, "s1")}, nil},
		{"much for little", records{chance("o1", "s1", 4, 1, "s1")}, []string{"o1 4 < 1"}},
		{"much for much, little for little", records{chance("o1", "s1", 5, 4, "s1"), chance("o2", "s1", 1, 1, "s1")}, nil},
		{"the greater value, then the smaller effort, then the order", records{chance("o1", "s2", 4, 2, "s1"), chance("o2", "s3", 5, 2, "s1"),
			chance("o3", "s3", 4, 1, "s1"), chance("o4", "s1", 4, 2, "s1")}, []string{"o2 5 < 2", "o3 4 < 1", "o4 4 < 2", "o1 4 < 2"}},
		{"taken up", records{chance("o1", "s1", 5, 1, "s1"), act("a1", "o1", journey.StatusPlanned, "")}, nil},
		{"taken up and dropped", records{chance("o1", "s1", 5, 1, "s1"), act("a1", "o1", journey.StatusDropped, "")}, []string{"o1 5 < 1"}},
	})
}

func TestAimless(t *testing.T) {
	check(t, RuleAimless, []ruleCase{
		{"none", records{touch("t1", "s1")}, nil},
		{"tied to a goal", records{chance("o1", "s1", 1, 1, "s2")}, nil},
		{"tied to none, in the order of the journey", records{chance("o1", "s2", 5, 1, ""), chance("o2", "s1", 1, 1, "")}, []string{"o2", "o1"}},
		{"tied to a stage that has no goal", records{chance("o1", "s1", 1, 1, "s3")}, []string{"o1"}},
		{"tied to a stage that is gone", records{chance("o1", "s1", 1, 1, "s9")}, []string{"o1"}},
		{"what is no opportunity", records{pain("p1", "s1", 1, 1)}, nil},
	})
}

func TestPriorities(t *testing.T) {
	r := Map(of(chance("o1", "s1", 1, 5, "s1"), chance("o2", "s1", 0, 1, ""), chance("o3", "s2", 5, 4, "s3"), chance("o4", "s2", 2, 2, "s2"),
		chance("o5", "s3", 5, 1, "s2"), act("a1", "o5", journey.StatusDoing, "")), "m", today)
	got := ""
	for _, o := range r.Opportunities {
		got += fmt.Sprintln(o.Ref.ID, o.Quadrant, o.Goal.ID, o.Answered)
	}
	want := "o5 quickWin s2 true\no3 bigBet  false\no4 fillIn s2 false\no1 leave s1 false\no2   false\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
