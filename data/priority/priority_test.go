package priority

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// shop has four pains and five opportunities in three stages.
func shop() journey.Project {
	pain := func(id string, stage, severity, impact int) journey.Card {
		return journey.Card{ID: journey.ID(id), MapID: "m", StageID: journey.ID([]string{"s0", "s1", "s2"}[stage]), LaneID: "pains",
			Rank: journey.Rank(id), Severity: severity, Impact: impact}
	}
	chance := func(id string, stage, value, effort int, goal string) journey.Card {
		c := pain(id, stage, 0, 0)
		c.LaneID, c.Value, c.Effort, c.GoalID = "ideas", value, effort, journey.ID(goal)
		return c
	}
	return journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"}, journey.Stage{ID: "s0", MapID: "m", Rank: "a", Goal: "Know"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "b"}, journey.Stage{ID: "s2", MapID: "m", Rank: "c"},
		journey.Lane{ID: "pains", MapID: "m", Rank: "a", LaneKind: journey.LanePains},
		journey.Lane{ID: "ideas", MapID: "m", Rank: "b", LaneKind: journey.LaneOpportunities},
		pain("p1", 2, 1, 5), pain("p2", 0, 3, 4), pain("p3", 1, 2, 0), pain("p4", 0, 3, 4), pain("p5", 1, 9, 9),
		chance("o1", 0, 2, 2, "s0"), chance("o2", 2, 5, 5, ""), chance("o3", 1, 4, 1, "s1"), chance("o4", 0, 0, 0, "s0"), chance("o5", 1, 5, 2, "s0"),
		journey.Action{ID: "a", CardID: "o5", Status: journey.StatusDone},
		journey.Card{ID: "lost", MapID: "m", StageID: "s0", StepID: "no step", LaneID: "pains"},
	})
}

func order(m Matrix) string {
	var list []string
	for _, e := range m.Entries {
		list = append(list, string(e.Card.ID))
	}
	return strings.Join(list, " ")
}

func TestOf(t *testing.T) {
	pains, chances := Of(shop(), "m", Pains), Of(shop(), "m", Chances)
	if got, want := order(pains), "p5 p2 p4 p1 p3"; got != want {
		t.Errorf("pains %s, want %s", got, want)
	}
	if got, want := order(chances), "o5 o3 o2 o1 o4"; got != want {
		t.Errorf("opportunities %s, want %s", got, want)
	}
	if got := pains.Entries[0].At; got != (Cell{3, 5}) {
		t.Errorf("too much stands at %v", got)
	}
	if n := len(pains.Rated()); n != 4 || len(pains.Unrated()) != 1 || pains.Unrated()[0].Number != 0 || pains.Entries[3].Number != 4 {
		t.Errorf("%d rated", n)
	}
	if got := order(Matrix{Entries: pains.In(Cell{3, 4})}); got != "p2 p4" {
		t.Errorf("in one cell %s", got)
	}
	if got := order(pains.Only("s1")); got != "p5 p3" || pains.Only("s1").Entries[0].Number != 1 {
		t.Errorf("of one stage %s", got)
	}
	aimless := map[string]bool{"o2": true, "o3": true} // the stage that o3 names has no goal
	for _, e := range chances.Entries {
		if chances.Aimless(e) != aimless[string(e.Card.ID)] {
			t.Errorf("%s serves no goal: %v", e.Card.ID, chances.Aimless(e))
		}
	}
	if e, ok := chances.Entry("o5"); !ok || e.Answer.Done != 1 {
		t.Errorf("%+v", e.Answer)
	}
	if _, ok := chances.Entry("p1"); ok {
		t.Error("a pain among the opportunities")
	}
	if m := Of(shop(), "no map", Pains); len(m.Entries) != 0 {
		t.Error("a map that is not there has pains")
	}
}

func TestQuadrants(t *testing.T) {
	for _, c := range []struct {
		k    Kind
		at   Cell
		want Quadrant
	}{
		{Pains, Cell{3, 5}, FixNow}, {Pains, Cell{2, 3}, FixNow}, {Pains, Cell{1, 3}, FixNext}, {Pains, Cell{2, 2}, PlanFix},
		{Pains, Cell{1, 1}, Watch}, {Pains, Cell{0, 5}, ""}, {Pains, Cell{3, 0}, ""},
		{Chances, Cell{1, 5}, Quadrant(insight.QuickWin)}, {Chances, Cell{3, 3}, Quadrant(insight.BigBet)},
		{Chances, Cell{2, 2}, Quadrant(insight.FillIn)}, {Chances, Cell{5, 1}, Quadrant(insight.Leave)}, {Chances, Cell{}, ""},
	} {
		if got := c.k.QuadrantOf(c.at); got != c.want {
			t.Errorf("%s %v is %q, want %q", c.k, c.at, got, c.want)
		}
	}
}

// TestRate: a card that was put into a cell stands there, and nothing else of it has changed.
func TestRate(t *testing.T) {
	for _, k := range Kinds {
		columns, rows := k.Size()
		for x := 0; x <= columns+1; x++ {
			for y := 0; y <= rows+1; y++ {
				at := Cell{x, y}
				c := journey.Card{ID: "c", Title: "same"}
				if k.Rate(&c, at); !k.Has(at) {
					continue
				}
				if k.CellOf(c) != at || !at.Rated() {
					t.Errorf("%s: put at %v it stands at %v", k, at, k.CellOf(c))
				}
				k.Rate(&c, Cell{})
				if !journey.Equal(c, journey.Card{ID: "c", Title: "same"}) {
					t.Errorf("%s: %+v", k, c)
				}
			}
		}
	}
}

// TestLaws: opportunities come in the order that insight gives, every card once, and a card of
// another kind changes nothing.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := journeytest.Random(rt)
		for _, m := range p.MapsInOrder() {
			rep := insight.Map(p, m.ID, "")
			var want []string
			for _, o := range rep.Opportunities {
				if o.Quadrant != insight.Unrated {
					want = append(want, string(o.Ref.ID))
				}
			}
			got := Of(p, m.ID, Chances)
			if order(Matrix{Entries: got.Rated()}) != strings.Join(want, " ") {
				rt.Fatalf("%s, insight says %s", order(Matrix{Entries: got.Rated()}), want)
			}
			seen := map[journey.ID]bool{}
			for _, k := range Kinds {
				for _, e := range Of(p, m.ID, k).Entries {
					if seen[e.Card.ID] {
						rt.Fatalf("%s stands twice", e.Card.ID)
					}
					seen[e.Card.ID] = true
				}
			}
			with := p.With(journey.Card{ID: "of no lane", MapID: m.ID, Value: 5, Effort: 1})
			if order(Of(with, m.ID, Chances)) != order(got) {
				rt.Fatal("an unrelated card changed the order")
			}
		}
	})
}
