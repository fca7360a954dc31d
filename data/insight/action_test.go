package insight

import (
	"testing"

	"jejak/data/journey"
)

func TestOverdue(t *testing.T) { // today is 2024-06-01
	onP1 := func(recs ...journey.Record) records { return append(records{pain("p1", "s1", 1, 1)}, recs...) }
	check(t, RuleOverdue, []ruleCase{
		{"no date", onP1(act("a1", "p1", journey.StatusDoing, "")), nil},
		{"due today or later", onP1(act("a1", "p1", journey.StatusDoing, "2024-06-01"), act("a2", "p1", journey.StatusIdea, "2024-06-02")), nil},
		{"a day late", onP1(act("a1", "p1", journey.StatusPlanned, "2024-05-31")), []string{"a1 p1 1"}},
		{"over a leap day", onP1(act("a1", "p1", journey.StatusPlanned, "2024-02-28")), []string{"a1 p1 94"}}, // 1 + 1 + 31 + 30 + 31
		{"done or dropped", onP1(act("a1", "p1", journey.StatusDone, "2024-01-01"), act("a2", "p1", journey.StatusDropped, "2024-01-01")), nil},
		{"the latest first, equal ones as in the register", records{pain("p1", "s3", 1, 1), pain("p2", "s1", 1, 1),
			act("a2", "p1", journey.StatusDoing, "2024-05-22"), act("a1", "p2", journey.StatusDoing, "2024-05-22"), act("a3", "p1", journey.StatusIdea, "2024-05-02")},
			[]string{"a3 p1 30", "a1 p2 10", "a2 p1 10"}},
		{"one that answers nothing is of every map", records{act("a1", "", journey.StatusDoing, "2024-05-31")}, []string{"a1 1"}},
		{"one of another map", records{journey.Card{ID: "c1", MapID: "m2", StageID: "x1", LaneID: "xt"},
			act("a1", "c1", journey.StatusDoing, "2024-05-31")}, nil},
	})
}

func TestWithoutADay(t *testing.T) {
	p := of(pain("p1", "s1", 1, 1), act("a1", "p1", journey.StatusPlanned, "2020-01-01"), touch("t1", "s1", known("Book", "2001-01-01")))
	for _, date := range []string{"", "tomorrow"} {
		if r := Map(p, "m", date); r.Count(RuleOverdue)+r.Count(RuleStale) > 0 {
			t.Errorf("something is late on %q", date)
		}
	}
	c := NewCache(p, "m", "")
	if r := c.Report(); r.Count(RuleOverdue) > 0 {
		t.Error("something is late at no time")
	}
	c.SetToday(today)
	same(t, c.Report(), Map(p, "m", today))
	if r := c.Report(); r.Count(RuleOverdue) != 1 || r.Count(RuleStale) != 1 {
		t.Error("nothing is late")
	}
}
