package insight

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"jejak/data/journey"
)

// shownFacts writes the facts of a stage that are not nought.
func shownFacts(f Facts) string {
	var parts []string
	add := func(name string, refs []journey.Ref) {
		if len(refs) > 0 {
			var ids []string
			for _, r := range refs {
				ids = append(ids, string(r.ID))
			}
			parts = append(parts, name+" "+strings.Join(ids, " "))
		}
	}
	for _, k := range slices.Sorted(maps.Keys(f.Cards)) {
		parts = append(parts, fmt.Sprintf("%s %d", k, f.Cards[k]))
	}
	if f.Claims > 0 {
		parts = append(parts, fmt.Sprintf("claims %d", f.Claims))
	}
	add("purposeless", f.Purposeless)
	add("moments", f.Moments)
	for _, id := range slices.Sorted(maps.Keys(f.Tagged)) {
		add("tag "+string(id), f.Tagged[id])
	}
	add("actions", f.Actions)
	if f.Open > 0 {
		parts = append(parts, fmt.Sprintf("open %d", f.Open))
	}
	add("ownerless", f.Ownerless)
	add("departmentless", f.Departmentless)
	return strings.Join(parts, "; ")
}

func TestFacts(t *testing.T) {
	purpose := func(c *journey.Card) { c.Purpose = "Be found" }
	tagged := func(ids ...journey.ID) func(*journey.Card) { return func(c *journey.Card) { c.TagIDs = ids } }
	for _, c := range []struct {
		name string
		recs records
		want string
	}{
		{"nothing", nil, ""},
		{"touchpoints, one with a purpose", records{touch("t1", "s1", purpose), touch("t2", "s1")}, "touchpoints 2; claims 2; purposeless t2"},
		{"what claims nothing", records{in(journey.LaneText, "c1", "s1"), chance("o1", "s1", 0, 0, "")}, "opportunities 1"},
		{"moments of truth, anywhere", records{in(journey.LaneText, "c1", "s1", func(c *journey.Card) { c.MomentOfTruth = true })}, "moments c1"},
		{"tags, each once a card", records{in(journey.LaneText, "c1", "s1", tagged("b", "a", "b")), in(journey.LaneText, "c2", "s1", tagged("b"))},
			"tag a c1; tag b c1 c2"},
		{"actions", records{in(journey.LaneText, "c1", "s1"), act("a1", "c1", journey.StatusPlanned, ""), act("a2", "c1", journey.StatusDone, "2024-01-01"),
			act("a3", "c1", journey.StatusDropped, ""),
			journey.Action{ID: "a4", CardID: "c1", Owner: "Dewi", Department: "Shop", Due: "2024-01-01", Status: journey.StatusDoing}},
			"actions a1 a2 a4; open 2; ownerless a1 a2; departmentless a1 a2"},
		{"elsewhere", records{touch("t1", "s2"), touch("x", "x1")}, ""},
	} {
		r := Map(of(c.recs...), "m", today)
		if got := shownFacts(r.Facts[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTurns(t *testing.T) {
	link := func(id string, kind journey.LinkKind, on journey.ID) journey.Record {
		return journey.Link{ID: journey.ID(id), MapID: on, LinkKind: kind}
	}
	r := Map(of(link("1", journey.LinkNext, "m"), link("2", journey.LinkLoopBack, "m"), link("3", journey.LinkBranch, "m"),
		link("4", journey.LinkChannelSwitch, "m"), link("5", journey.LinkBranch, "m2"), act("free", "", journey.StatusIdea, "")), "m", today)
	if r.Turns != 3 || len(r.Free.Actions) != 1 || r.Free.Open != 1 {
		t.Errorf("%d turns, %+v", r.Turns, r.Free)
	}
}
