package findings

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2024-06-01"

type records = []journey.Record

func base() records {
	return records{
		journey.Map{ID: "m"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Title: "Look", Goal: "Find a shop", Outcome: journey.OutcomeUnmet},
		journey.Stage{ID: "s2", MapID: "m", Rank: "a1", Title: "Buy"},
		journey.Lane{ID: "touch", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pain", MapID: "m", Rank: "a1", LaneKind: journey.LanePains},
		journey.Channel{ID: "web", Name: "Web"}, journey.Channel{ID: "call", Name: "Telephone"},
		journey.Persona{ID: "ana", Name: "Ana", ChannelIDs: []journey.ID{"call"}},
		journey.Appearance{ID: "a@m", MapID: "m", PersonaID: "ana"},
		journey.Tag{ID: "price", Rank: "a0", Name: "price"}, journey.Tag{ID: "wait", Rank: "a1", Name: "waiting"},
	}
}

// proven is a card that no rule of proof speaks of.
func proven(id, lane, stage string, f func(*journey.Card)) journey.Record {
	c := journey.Card{ID: journey.ID(id), MapID: "m", StageID: journey.ID(stage), LaneID: journey.ID(lane), Title: id, Source: "Survey", ChannelID: "web"}
	if f != nil {
		f(&c)
	}
	return c
}

func feel(at string, v float64) journey.Record {
	return journey.Point{ID: journey.ID("p" + at), MapID: "m", PersonaID: "ana", At: journey.Ref{Kind: journey.KindCard, ID: journey.ID(at)}, Value: v}
}

func of2(recs ...journey.Record) (journey.Project, insight.Report) {
	p := journey.FromRecords(append(base(), recs...))
	return p, insight.Map(p, "m", today)
}

// shop is a map of three touchpoints with a curve over them, a pain and tags.
func shop() (journey.Project, insight.Report) {
	tags := func(ids ...journey.ID) func(*journey.Card) { return func(c *journey.Card) { c.TagIDs = ids } }
	return of2(proven("t1", "touch", "s1", tags("wait")), proven("t2", "touch", "s1", tags("wait", "price")),
		proven("t3", "touch", "s2", func(c *journey.Card) { c.ChannelID, c.TagIDs = "", []journey.ID{"wait"} }),
		proven("hurts", "pain", "s2", nil), feel("t1", 1), feel("t3", -1),
		journey.Action{ID: "free", Title: "Free", Due: "2024-05-01", Status: journey.StatusPlanned})
}

func shown(groups []Group) string {
	var parts []string
	for _, g := range groups {
		parts = append(parts, fmt.Sprintf("%s %d", g.Rule, g.Count))
	}
	return strings.Join(parts, ", ")
}

func TestFilter(t *testing.T) {
	p, r := shop()
	for _, c := range []struct {
		f    Filter
		want string
	}{
		{Filter{}, "low 1, drop 1, stageDrop 1, pain 1, goal 1, channelless 1, single 0, missed 1, overdue 1"},
		{Filter{Stage: "s1"}, "goal 1"},
		{Filter{Stage: "s2"}, "low 1, drop 1, stageDrop 1, pain 1, channelless 1"},
		{Filter{Stage: "nowhere"}, ""},
		{Filter{Persona: "ana"}, "low 1, drop 1, stageDrop 1, missed 1"},
		{Filter{Persona: "nobody"}, ""},
		{Filter{Theme: Channels}, "channelless 1, missed 1"},
		{Filter{Theme: Channels, Stage: "s2"}, "channelless 1"},
		{Filter{Theme: Feelings, Persona: "ana", Stage: "s2"}, "low 1, drop 1, stageDrop 1"},
		{Filter{Theme: Proof}, ""},
	} {
		want := strings.ReplaceAll(c.want, "single 0, ", "")
		if got := shown(Groups(p, r, c.f)); got != want {
			t.Errorf("%+v: %s, want %s", c.f, got, want)
		}
	}
}

func TestShows(t *testing.T) {
	p, r := shop()
	for rule, want := range map[insight.Rule]string{
		insight.RuleLow: "t3", insight.RuleDrop: "t3 t1", insight.RuleStageDrop: "s2 s1", insight.RulePain: "hurts",
		insight.RuleGoal: "s1", insight.RuleChannelless: "t3", insight.RuleMissed: "", insight.RuleOverdue: "",
	} {
		var ids []string
		for _, ref := range Shows(p, r.Of(rule)[0]) {
			ids = append(ids, string(ref.ID))
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s shows %q, want %q", rule, got, want)
		}
	}
}

func TestEveryRuleHasATheme(t *testing.T) {
	for _, rule := range insight.Rules {
		if !slices.Contains(Themes, ThemeOf(rule)) {
			t.Errorf("%s has none", rule)
		}
	}
}

func texts(rows []Row) string {
	var list []string
	for _, r := range rows {
		s := [...]string{Heading: "# ", Line: "", More: "… ", Remark: "! "}[r.Kind] + r.Text
		if r.About != "" {
			s += " / " + r.About
		}
		if r.Note != "" {
			s += " [" + r.Note + "]"
		}
		list = append(list, s)
	}
	return strings.Join(list, "\n")
}

func TestLists(t *testing.T) {
	p, r := shop()
	w := words.In("en")
	var l List
	for _, c := range []struct{ name, got, want string }{
		{"findings", texts(l.Findings(p, r, Filter{Stage: "s2", Theme: Channels}, w)), "# Touchpoints without a channel [1]\nt3 / Buy"},
		{"a goal names its stage itself", texts(l.Findings(p, r, Filter{Stage: "s1"}, w)),
			"# Goals that are missed [1]\nLook: not met (Find a shop)"},
		{"nothing of the kind", texts(l.Findings(p, r, Filter{Theme: Proof}, w)), "! Nothing of the kind is found here."},
		{"goals", texts(l.Gaps(p, r, w)), "# Look / Find a shop [not met]\n2 touchpoints nobody has judged\n" +
			"# Buy / No goal is written yet [not judged]\nOne touchpoint nobody has judged / t3"},
		{"tags", texts(l.Patterns(p, r, w)), "# waiting / in 2 stages [3]\nLook [2]\nBuy / t3 [1]\n# price / in one stage [1]\nLook / t2 [1]"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, c.got, c.want)
		}
	}
	empty := journey.FromRecords([]journey.Record{journey.Map{ID: "m"}})
	for _, rows := range [][]Row{l.Findings(empty, insight.Map(empty, "m", today), Filter{}, w), l.Gaps(empty, insight.Map(empty, "m", today), w),
		l.Patterns(empty, insight.Map(empty, "m", today), w)} {
		if len(rows) != 1 || rows[0].Kind != Remark {
			t.Errorf("of an empty map: %s", texts(rows))
		}
	}
}

// TestLongGroups: a group lists a few, more when they are asked for, and nothing when it is folded.
func TestLongGroups(t *testing.T) {
	var recs records
	for i := range 80 {
		recs = append(recs, proven(fmt.Sprintf("t%02d", i), "touch", "s1", func(c *journey.Card) { c.ChannelID = "" }))
	}
	p, r := of2(recs...)
	w := words.In("en")
	var l List
	rows := func() []Row { return l.Findings(p, r, Filter{Theme: Channels, Stage: "s1"}, w) }
	if got := rows(); len(got) != 1+first+1 || got[len(got)-1].Text != "and 74 more" || got[0].Note != "80" || len(got[0].Shows()) != 80 {
		t.Fatalf("%s", texts(got))
	}
	l.Press(rows()[first+1])
	if got := rows(); len(got) != 1+first+next+1 {
		t.Errorf("%d rows", len(got))
	}
	l.Press(rows()[first+next+1])
	if got := rows(); len(got) != 81 || got[80].Kind != Line {
		t.Errorf("%d rows, the last a %v", len(got), got[80].Kind)
	}
	l.Press(rows()[0])
	if got := rows(); len(got) != 1 || got[0].Open {
		t.Errorf("folded: %s", texts(got))
	}
	l.Press(rows()[0])
	if got := rows(); len(got) != 81 {
		t.Errorf("unfolded again: %d", len(got))
	}
}

// TestFilterLaws: what a filter leaves is part of all there is; each stage and what stands in none
// come to all there is; and what is shown on the board is there.
func TestFilterLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		maps := p.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		r := insight.Map(p, maps[0].ID, today)
		all := map[insight.Rule]int{}
		for _, g := range Groups(p, r, Filter{}) {
			all[g.Rule] = g.Count
			for f := range g.Found() {
				for _, ref := range Shows(p, f) {
					if !p.Has(ref) {
						t.Fatalf("%s shows %v", g.Rule, ref)
					}
				}
				if StageOf(p, f) == "" {
					all[g.Rule]--
				}
			}
		}
		sum := map[insight.Rule]int{}
		for _, s := range p.StagesOf(maps[0].ID) {
			for _, g := range Groups(p, r, Filter{Stage: s.ID}) {
				sum[g.Rule] += g.Count
			}
		}
		for rule, n := range all {
			if sum[rule] != n {
				t.Fatalf("%s: %d in the stages, %d of all", rule, sum[rule], n)
			}
		}
		if n := Count(r); n != func() (n int) {
			for range r.All() {
				n++
			}
			return n
		}() {
			t.Fatalf("counts %d", n)
		}
	})
}

// BenchmarkList10000 lists what a map of 10,000 touchpoints tells, narrowed to a stage.
func BenchmarkList10000(b *testing.B) {
	p := journeytest.Big(10_000)
	m := p.MapsInOrder()[0].ID
	r := insight.Map(p, m, today)
	stage := p.StagesOf(m)[3].ID
	w := words.In("en")
	for _, f := range []Filter{{}, {Stage: stage}} {
		b.Run(fmt.Sprintf("stage %t", f.Stage != ""), func(b *testing.B) {
			var l List
			for b.Loop() {
				l.Findings(p, r, f, w)
			}
		})
	}
}
