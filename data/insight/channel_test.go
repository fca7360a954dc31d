package insight

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestChannelless(t *testing.T) {
	check(t, RuleChannelless, []ruleCase{
		{"no touchpoint", records{pain("p1", "s1", 1, 1)}, nil},
		{"each has one", records{touch("t1", "s1", via("web"))}, nil},
		{"one has none", records{touch("t1", "s1", via("web")), touch("t2", "s1")}, []string{"t2"}},
		{"in the order of the journey", records{touch("t1", "s3"), touch("t2", "s2/s2b"), touch("t3", "s2")}, []string{"t3", "t2", "t1"}},
		{"a channel that is not there", records{touch("t1", "s1", via("smoke"))}, []string{"t1"}},
		{"on another map", records{journey.Card{ID: "c1", MapID: "m2", StageID: "x1", LaneID: "xt"}}, nil},
	})
}

func TestOnce(t *testing.T) {
	check(t, RuleOnce, []ruleCase{
		{"never", records{touch("t1", "s1")}, nil},
		{"once", records{touch("t1", "s2", via("web"))}, []string{"web t1"}},
		{"twice in one stage", records{touch("t1", "s1", via("web")), touch("t2", "s1", via("web"))}, nil},
		{"twice in two", records{touch("t1", "s1", via("web")), touch("t2", "s3", via("web"))}, nil},
		{"by the order of the channels", records{touch("t1", "s1", via("call")), touch("t2", "s2", via("web")),
			touch("t3", "s1", via("shop")), touch("t4", "s3", via("shop"))}, []string{"web t2", "call t1"}},
		{"what is no touchpoint does not count", records{touch("t1", "s1", via("web")),
			in(journey.LaneActions, "c1", "s1", via("web"))}, []string{"web t1"}},
	})
}

func TestBare(t *testing.T) {
	check(t, RuleBare, []ruleCase{
		{"a map without touchpoints says nothing", nil, nil},
		{"two of three", records{touch("t1", "s2/s2b", via("web"))}, []string{"s1", "s3"}},
		{"without a channel is there all the same", records{touch("t1", "s1"), touch("t2", "s2"), touch("t3", "s3", via("web"))}, nil},
		{"other cards do not help", records{touch("t1", "s1"), touch("t2", "s2"), pain("p1", "s3", 1, 1)}, []string{"s3"}},
		{"touchpoints of another map do not help", records{touch("t1", "s1"), touch("t2", "s3"),
			journey.Card{ID: "c1", MapID: "m2", StageID: "x1", LaneID: "xt"}}, []string{"s2"}},
	})
}

func TestSingle(t *testing.T) {
	check(t, RuleSingle, []ruleCase{
		{"the map has one channel", records{touch("t1", "s1", via("web")), touch("t2", "s2", via("web"))}, nil},
		{"two stages through one each", records{touch("t1", "s1", via("web")), touch("t2", "s2", via("shop"))}, []string{"s1 web", "s2 shop"}},
		{"two touchpoints through one", records{touch("t1", "s1", via("web")), touch("t2", "s1", via("web")),
			touch("t3", "s2", via("shop")), touch("t4", "s2", via("call"))}, []string{"s1 web"}},
		{"one more without a channel", records{touch("t1", "s1", via("web")), touch("t2", "s1"),
			touch("t3", "s2", via("shop")), touch("t4", "s2", via("call"))}, []string{"s1 web"}},
		{"through two each", records{touch("t1", "s1", via("web")), touch("t2", "s1", via("call")),
			touch("t3", "s2", via("shop")), touch("t4", "s2/s2a", via("call"))}, nil},
		{"through none", records{touch("t1", "s1"), touch("t3", "s2", via("shop")), touch("t4", "s2", via("call"))}, nil},
	})
}

func TestHole(t *testing.T) {
	check(t, RuleHole, []ruleCase{
		{"before and after, another between", records{touch("t1", "s1", via("web")), touch("t2", "s2", via("shop")), touch("t3", "s3", via("web"))},
			[]string{"s2 web"}},
		{"nothing between: told of otherwise", records{touch("t1", "s1", via("web")), touch("t3", "s3", via("web"))}, nil},
		{"between is no channel: told of otherwise", records{touch("t1", "s1", via("web")), touch("t2", "s2"), touch("t3", "s3", via("web"))}, nil},
		{"it ends", records{touch("t1", "s1", via("web")), touch("t2", "s2", via("shop")), touch("t3", "s3", via("shop"))}, nil},
		{"all through", records{touch("t1", "s1", via("web")), touch("t2", "s2", via("web")), touch("t3", "s3", via("web")), touch("t4", "s2", via("shop"))}, nil},
		{"two break off, and one twice", records{journey.Stage{ID: "s4", MapID: "m", Rank: "a3"},
			touch("t1", "s1", via("web")), touch("t2", "s1", via("call")), touch("t3", "s2", via("shop")),
			touch("t4", "s3", via("shop")), touch("t5", "s3", via("call")), touch("t6", "s4", via("web"))},
			[]string{"s2 web", "s2 call", "s3 web"}},
	})
}

func TestMissed(t *testing.T) {
	prefers := func(id string, channels ...journey.ID) journey.Record {
		return journey.Persona{ID: journey.ID(id), Name: id, ChannelIDs: channels}
	}
	check(t, RuleMissed, []ruleCase{
		{"nothing preferred", records{touch("t1", "s1", via("web"))}, nil},
		{"preferred and there", records{prefers("ana", "web"), touch("t1", "s1", via("web"))}, nil},
		{"preferred and not there", records{prefers("ana", "web", "call"), touch("t1", "s1", via("web"))}, []string{"call ana"}},
		{"by two", records{prefers("budi", "call"), prefers("ana", "shop", "call"), touch("t1", "s1", via("web"))},
			[]string{"shop ana", "call ana", "call budi"}},
		{"by one who is not on the map", records{prefers("citra", "call"), touch("t1", "s1", via("web"))}, nil},
		{"a map without touchpoints says nothing", records{prefers("ana", "web")}, nil},
	})
}

func TestCoverage(t *testing.T) {
	r := Map(of(touch("t1", "s1", via("web")), touch("t2", "s1", via("web")), touch("t3", "s2/s2a", via("call")),
		touch("t4", "s2"), touch("t5", "s3")), "m", today)
	got := fmt.Sprint(r.Touchpoints, r.Coverage.Stages, r.Coverage.Channels, r.Coverage.Counts, r.Coverage.Without)
	want := "5 [{stage s1} {stage s2} {stage s3}] [{channel web} {channel shop} {channel call}] [[2 0 0] [0 0 1] [0 0 0]] [0 1 1]"
	if got != want {
		t.Errorf("got %s", got)
	}
}

// TestCountsAddUp: each touchpoint of a map is counted once.
func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			touchpoints := 0
			for c := range p.Cards.All() {
				if l, ok := p.Lanes.Get(c.LaneID); ok && c.MapID == m.ID && l.LaneKind == journey.LaneTouchpoints {
					touchpoints++
				}
			}
			r := Map(p, m.ID, today)
			n := 0
			for i, row := range r.Coverage.Counts {
				n += r.Coverage.Without[i]
				for _, v := range row {
					n += v
				}
			}
			if n != touchpoints || r.Touchpoints != n {
				t.Fatalf("%d of %d touchpoints counted, and %d", n, touchpoints, r.Touchpoints)
			}
		}
	})
}
