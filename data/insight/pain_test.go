package insight

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func pain(id, at string, severity, impact int) journey.Record {
	return in(journey.LanePains, id, at, func(c *journey.Card) { c.Severity, c.Impact = severity, impact })
}

func TestPain(t *testing.T) {
	check(t, RulePain, []ruleCase{
		{"none", records{touch("t1", "s1")}, nil},
		{"the heaviest first", records{pain("p1", "s1", 2, 3), pain("p2", "s2", 3, 5), pain("p3", "s3", 1, 1)},
			[]string{"p2 15", "p1 6", "p3 1"}},
		{"half said: the other counts as one", records{pain("p1", "s1", 3, 0), pain("p2", "s2", 0, 4), pain("p3", "s3", 0, 0)},
			[]string{"p2 4", "p1 3", "p3"}},
		{"equal ones in the order of the journey", records{pain("p1", "s3", 1, 4), pain("p2", "s2/s2b", 2, 2), pain("p3", "s2/s2a", 2, 2)},
			[]string{"p3 4", "p2 4", "p1 4"}},
		{"answered, though late, or done", records{pain("p1", "s1", 3, 3), pain("p2", "s1", 2, 2),
			act("a1", "p1", journey.StatusIdea, "2020-01-01"), act("a2", "p2", journey.StatusDone, "")}, nil},
		{"a dropped action answers nothing", records{pain("p1", "s1", 3, 3), act("a1", "p1", journey.StatusDropped, "")}, []string{"p1 9"}},
		{"one of two actions dropped", records{pain("p1", "s1", 3, 3), act("a1", "p1", journey.StatusDropped, ""),
			act("a2", "p1", journey.StatusPlanned, "")}, nil},
		{"severity of what is no pain", records{in(journey.LaneThoughts, "c1", "s1", func(c *journey.Card) { c.Severity = 3 })}, nil},
	})
}

func TestBreaker(t *testing.T) {
	breaks := func(c *journey.Card) { c.LoyaltyBreaker = true }
	check(t, RuleBreaker, []ruleCase{
		{"none", records{touch("t1", "s1")}, nil},
		{"a touchpoint", records{touch("t1", "s1", breaks)}, []string{"t1"}},
		{"in any lane, by lane in the order of the journey", records{pain("p1", "s1", 1, 1),
			in(journey.LanePains, "p2", "s1", breaks), in(journey.LaneQuotes, "q1", "s1", breaks), touch("t1", "s2/s2a", breaks)},
			[]string{"q1", "p2", "t1"}},
		{"answered", records{touch("t1", "s1", breaks), act("a1", "t1", journey.StatusDoing, "")}, []string{"t1 answered"}},
		{"an answer that was dropped", records{touch("t1", "s1", breaks), act("a1", "t1", journey.StatusDropped, "")}, []string{"t1"}},
		{"on another map", records{journey.Card{ID: "c1", MapID: "m2", StageID: "x1", LaneID: "xt", LoyaltyBreaker: true}}, nil},
	})
}

func TestPainsOfTheReport(t *testing.T) {
	r := Map(of(pain("p1", "s1", 2, 3), pain("p2", "s2", 3, 5), act("a1", "p2", journey.StatusDoing, "")), "m", today)
	if got := fmt.Sprint(r.Pains); got != "[{{card p2} 3 5 15 true} {{card p1} 2 3 6 false}]" {
		t.Errorf("got %s", got)
	}
}

// TestPainsInOrder: every pain point of a map is there once, the heavier before the lighter.
func TestPainsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			n := 0
			for c := range p.Cards.All() {
				if l, ok := p.Lanes.Get(c.LaneID); ok && c.MapID == m.ID && l.LaneKind == journey.LanePains {
					n++
				}
			}
			pains := Map(p, m.ID, today).Pains
			if len(pains) != n {
				t.Fatalf("%d of %d pains", len(pains), n)
			}
			for i := 1; i < len(pains); i++ {
				if pains[i-1].Weight < pains[i].Weight {
					t.Fatalf("out of order: %v", pains)
				}
			}
		}
	})
}
