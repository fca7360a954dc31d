package guide

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

// base is a map without anything but two stages, of which the first has a goal, and its lanes.
func base() records {
	recs := records{
		journey.Map{ID: "m", Rank: "a0"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Goal: "Find a shop"},
		journey.Stage{ID: "s2", MapID: "m", Rank: "a1"},
		journey.Channel{ID: "web", Name: "Web"},
		journey.Map{ID: "far", Rank: "a1"},
		journey.Stage{ID: "x", MapID: "far", Goal: "Elsewhere", Outcome: journey.OutcomeMet},
	}
	for i, k := range []journey.LaneKind{journey.LaneTouchpoints, journey.LanePains, journey.LaneOpportunities, journey.LaneThoughts} {
		recs = append(recs, journey.Lane{ID: journey.ID(k), MapID: "m", Rank: journey.Rank(fmt.Sprintf("a%d", i)), LaneKind: k})
	}
	return recs
}

func card(id string, kind journey.LaneKind, stage journey.ID, f func(*journey.Card)) journey.Record {
	c := journey.Card{ID: journey.ID(id), MapID: "m", StageID: stage, LaneID: journey.ID(kind), Title: id}
	if f != nil {
		f(&c)
	}
	return c
}

func touch(id string, stage journey.ID, f func(*journey.Card)) journey.Record {
	return card(id, journey.LaneTouchpoints, stage, f)
}

func person(p journey.Persona) records {
	p.Name = string(p.ID)
	return records{p, journey.Appearance{ID: p.ID + "@m", MapID: "m", PersonaID: p.ID}}
}

func feel(id, stage string, v float64) journey.Record {
	return journey.Point{ID: journey.ID(id), MapID: "m", PersonaID: "ana", At: journey.Ref{Kind: journey.KindStage, ID: journey.ID(stage)}, Value: v}
}

func of(recs records) Guide {
	p := journey.FromRecords(append(base(), recs...))
	return Of(p, insight.Map(p, "m", today))
}

// find returns a check of a guide.
func find(g Guide, name Name) (Check, bool) {
	for _, p := range g.Parts {
		for _, c := range p.Checks {
			if c.Name == name {
				return c, true
			}
		}
	}
	return Check{}, false
}

// shown writes how far a check has come, what is there and what is lacking.
func shown(c Check) string {
	ids := func(refs []journey.Ref) string {
		var list []string
		for _, r := range refs {
			list = append(list, string(r.ID))
		}
		return strings.Join(list, " ")
	}
	state := [...]string{Missing: "missing", Partly: "partly", Done: "done"}[c.State()]
	return fmt.Sprintf("%d/%d %s [%s] [%s]", c.Have, c.Of, state, ids(c.There()), ids(c.Lacks()))
}

func TestChecks(t *testing.T) {
	mapIs := func(f func(*journey.Map)) records {
		m := journey.Map{ID: "m", Rank: "a0"}
		f(&m)
		return records{m}
	}
	lane := func(kind journey.LaneKind, line journey.BlueprintLine) journey.Record {
		return journey.Lane{ID: journey.ID("own " + kind), MapID: "m", Rank: "b", LaneKind: kind, Line: line}
	}
	metric := func(s journey.Standard) records {
		v := 4.0
		return records{journey.Metric{ID: journey.ID(s), Standard: s},
			journey.Measurement{ID: journey.ID("v" + s), MetricID: journey.ID(s), At: journey.Ref{Kind: journey.KindMap, ID: "m"}, Value: &v}}
	}
	action := func(a journey.Action) journey.Record {
		if a.Status == "" {
			a.Status = journey.StatusPlanned
		}
		return a
	}
	pain := func(id string, stage journey.ID, severity, impact int) journey.Record {
		return card(id, journey.LanePains, stage, func(c *journey.Card) { c.Severity, c.Impact = severity, impact })
	}
	chance := func(id string, value, effort int, goal journey.ID) journey.Record {
		return card(id, journey.LaneOpportunities, "s1", func(c *journey.Card) { c.Value, c.Effort, c.GoalID = value, effort, goal })
	}
	link := journey.Link{ID: "l", MapID: "m", LinkKind: journey.LinkLoopBack}
	for _, c := range []struct {
		check Name
		name  string
		recs  records
		want  string
	}{
		{Personas, "nobody", nil, "0/0 missing [] []"},
		{Personas, "somebody who is not on the map", records{journey.Persona{ID: "ana"}}, "0/0 missing [] []"},
		{Personas, "one will do", person(journey.Persona{ID: "ana"}), "1/1 done [ana] []"},
		{Portraits, "wants without frustrations", person(journey.Persona{ID: "ana", Goals: "g"}), "0/1 missing [] [ana]"},
		{Portraits, "one of two", append(person(journey.Persona{ID: "ana", Motivations: "m", Frustrations: "f"}), person(journey.Persona{ID: "budi"})...),
			"1/2 partly [ana] [budi]"},
		{Bases, "researched from nowhere", person(journey.Persona{ID: "ana", Basis: journey.BasisResearched}), "0/1 missing [] [ana]"},
		{Bases, "made up, and researched", append(person(journey.Persona{ID: "ana", Basis: journey.BasisFictional}),
			person(journey.Persona{ID: "budi", Basis: journey.BasisResearched, Source: "Interviews"})...), "2/2 done [ana budi] []"},
		{Surveys, "none", metric(journey.ConversionRate), "0/3 missing [] []"},
		{Surveys, "one will do", append(metric(journey.NPS), metric(journey.CES)...), "2/3 done [vCES vNPS] []"},

		{Scenario, "none", nil, "0/1 missing [] [m]"},
		{Scenario, "said", mapIs(func(m *journey.Map) { m.Scenario = "By bus" }), "1/1 done [m] []"},
		{StageList, "two", nil, "2/2 done [s1 s2] []"},
		{StageGoals, "one of two", nil, "1/2 partly [s1] [s2]"},
		{Outcomes, "nobody has said", nil, "0/1 missing [] [s1]"},
		{Outcomes, "not met is said too", records{journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Goal: "g", Outcome: journey.OutcomeUnmet}}, "1/1 done [s1] []"},
		{Turns, "straight", records{journey.Link{ID: "l", MapID: "m", LinkKind: journey.LinkNext}}, "0/0 missing [] []"},
		{Turns, "back", records{link}, "1/1 done [l] []"},
		{Turns, "round", mapIs(func(m *journey.Map) { m.Cycle = true }), "1/1 done [] []"},

		{Covered, "none", nil, "0/2 missing [] [s1 s2]"},
		{Covered, "one stage of two", records{touch("t1", "s1", nil), touch("t2", "s1", nil)}, "1/2 partly [s1] [s2]"},
		{Channels, "one of two", records{touch("t1", "s1", func(c *journey.Card) { c.ChannelID = "web" }), touch("t2", "s2", nil)}, "1/2 partly [t1] [t2]"},
		{Purposes, "one of two", records{touch("t1", "s1", func(c *journey.Card) { c.Purpose = "Be found" }), touch("t2", "s2", nil)}, "1/2 partly [t1] [t2]"},
		{Judged, "met and unmet are judged", records{touch("t1", "s1", func(c *journey.Card) { c.Outcome = journey.OutcomeUnmet }),
			touch("t2", "s1", func(c *journey.Card) { c.Outcome = journey.OutcomeMet }), touch("t3", "s2", nil)}, "2/3 partly [t2 t1] [t3]"},
		{Moments, "none", records{touch("t1", "s1", nil)}, "0/0 missing [] []"},
		{Moments, "one will do", records{touch("t1", "s1", func(c *journey.Card) { c.MomentOfTruth = true })}, "1/1 done [t1] []"},

		{PainPoints, "none", nil, "0/0 missing [] []"},
		{PainPoints, "one", records{pain("p", "s1", 0, 0)}, "1/1 done [p] []"},
		{Weighed, "severity alone is not enough", records{pain("p1", "s1", 2, 0), pain("p2", "s1", 1, 1)}, "1/2 partly [p2] [p1]"},
		{Explained, "no curve", nil, "0/0 missing [] []"},
		{Explained, "a low without a pain", append(person(journey.Persona{ID: "ana"}), feel("f1", "s1", -1), feel("f2", "s2", 1)), "0/1 missing [] [s1]"},
		{Explained, "a low with one", append(person(journey.Persona{ID: "ana"}), feel("f1", "s1", -1), feel("f2", "s2", 1), pain("p", "s1", 1, 1)), "1/1 done [s1] []"},
		{Voices, "a thought in one stage", records{card("c", journey.LaneThoughts, "s2", nil)}, "1/2 partly [s2] [s1]"},
		{Proven, "nothing is claimed", nil, "0/0 missing [] []"},
		{Proven, "one of two", records{touch("t1", "s1", func(c *journey.Card) { c.Source = "Survey" }), touch("t2", "s1", nil)}, "1/2 partly [] [t2]"},

		{Type, "not chosen", nil, "0/1 missing [] [m]"},
		{Type, "chosen", mapIs(func(m *journey.Map) { m.Type = journey.DayInTheLife }), "1/1 done [m] []"},
		{Lanes, "thoughts alone", nil, "1/3 partly [thoughts] []"},
		{Lanes, "all three", records{lane(journey.LaneActions, ""), lane(journey.LaneEmotions, "")}, "3/3 done [thoughts own actions own emotions] []"},
		{Lines, "one of three", append(mapIs(func(m *journey.Map) { m.Type = journey.ServiceBlueprint }), lane(journey.LaneFrontstage, journey.LineOfVisibility)),
			"1/3 partly [own frontstage] []"},
		{Base, "alone", mapIs(func(m *journey.Map) { m.Type = journey.FutureState }), "0/1 missing [] [m]"},
		{Base, "compared with another", mapIs(func(m *journey.Map) { m.Type, m.PairID = journey.FutureState, "far" }), "1/1 done [m] []"},
		{Base, "built on one that is gone", mapIs(func(m *journey.Map) { m.Type, m.DerivedID = journey.ServiceBlueprint, "gone" }), "0/1 missing [] [m]"},
		{Curves, "one stage of two", append(person(journey.Persona{ID: "ana"}), feel("f1", "s1", -1)), "1/2 partly [s1] [s2]"},

		{Chances, "none", nil, "0/0 missing [] []"},
		{Rated, "value alone is not enough", records{chance("o1", 3, 0, ""), chance("o2", 1, 1, "")}, "1/2 partly [o2] [o1]"},
		{Aimed, "a stage without a goal is none", records{chance("o1", 1, 1, "s1"), chance("o2", 1, 1, "s2"), chance("o3", 1, 1, "")}, "1/3 partly [o1] [o2 o3]"},
		{Answered, "one of two", records{pain("p1", "s1", 1, 1), pain("p2", "s1", 1, 1), action(journey.Action{ID: "a", CardID: "p2"})}, "1/2 partly [p2] [p1]"},
		{Owned, "an owner and a day", records{action(journey.Action{ID: "a", Owner: "Dewi", Due: "2024-07-01"}), action(journey.Action{ID: "b", Owner: "Dewi"}),
			action(journey.Action{ID: "c", Status: journey.StatusDropped})}, "1/2 partly [a] [b]"},
		{Departments, "one of two", records{action(journey.Action{ID: "a", Department: "Shop"}), action(journey.Action{ID: "b"})}, "1/2 partly [a] [b]"},
		{InTime, "no action", nil, "0/0 missing [] []"},
		{InTime, "one late", records{action(journey.Action{ID: "a", Due: "2024-05-01"}), action(journey.Action{ID: "b", Due: "2024-07-01"})}, "1/2 partly [] [a]"},
		{InTime, "all is done", records{action(journey.Action{ID: "a", Due: "2024-05-01", Status: journey.StatusDone})}, "1/1 done [] []"},
		{Review, "none", nil, "0/1 missing [] [m]"},
		{Review, "set", mapIs(func(m *journey.Map) { m.Review = "2024-07-01" }), "1/1 done [m] []"},
	} {
		got, ok := find(of(c.recs), c.check)
		if !ok || shown(got) != c.want {
			t.Errorf("%s, %s: %s, want %s", c.check, c.name, shown(got), c.want)
		}
	}
}

// TestEveryCheck: each name stands in one step, and those that belong to a kind of map only there.
func TestEveryCheck(t *testing.T) {
	seen := map[Name]Step{}
	for _, kind := range journey.MapTypes {
		g := of(records{journey.Map{ID: "m", Rank: "a0", Type: kind}})
		for i, part := range g.Parts {
			if part.Step != Steps[i] {
				t.Errorf("step %d is %s", i, part.Step)
			}
			for _, c := range part.Checks {
				if had, ok := seen[c.Name]; ok && had != part.Step {
					t.Errorf("%s stands in %s and in %s", c.Name, had, part.Step)
				}
				seen[c.Name] = part.Step
			}
		}
	}
	for _, n := range Names {
		if seen[n] == "" {
			t.Errorf("nothing checks %s", n)
		}
	}
	if len(seen) != len(Names) {
		t.Errorf("%d checks, %d names", len(seen), len(Names))
	}
}

func TestProgress(t *testing.T) {
	g := of(nil)
	if g.First() != Profile {
		t.Errorf("begins with %s", g.First())
	}
	part := g.Parts[1]
	if done, of := part.Progress(); done != 1 || of != 4 || part.State() != Partly {
		t.Errorf("%d of %d, %v", done, of, part.State())
	}
	if s := g.Parts[0].State(); s != Missing {
		t.Errorf("nothing of the first step is there, and it is %v", s)
	}
	all := Guide{Parts: []Part{{Profile, []Check{{Have: 1, Enough: 1}, {Optional: true}}}}}
	if all.Parts[0].State() != Done || all.First() != Deciding {
		t.Error("what a map can do without holds a step up")
	}
}

// TestWaits: on an empty map only what can be begun with is asked for.
func TestWaits(t *testing.T) {
	p := journey.FromRecords(records{journey.Map{ID: "m"}})
	var begin []string
	for _, part := range Of(p, insight.Map(p, "m", today)).Parts {
		for _, c := range part.Checks {
			if !c.Waits() {
				begin = append(begin, string(c.Name))
			}
		}
	}
	if got := strings.Join(begin, " "); got != "personas surveys scenario stages pains type lanes chances owned review" {
		t.Errorf("to begin with: %s", got)
	}
}

func TestNoMap(t *testing.T) {
	p := journey.Project{}
	for _, part := range Of(p, insight.Map(p, "", "")).Parts {
		for _, c := range part.Checks {
			if c.State() != Missing && c.Name != Lines || len(c.There()) > 0 || len(c.Lacks()) > 0 {
				t.Errorf("%s of nothing: %s", c.Name, shown(c))
			}
		}
	}
}

// TestLaws: on any map a check counts what it lists, names only what is there, nothing twice, and
// says so in words of either language.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			for _, part := range Of(p, insight.Map(p, m.ID, today)).Parts {
				for _, c := range part.Checks {
					there, lacks := c.There(), c.Lacks()
					all := slices.Concat(there, lacks)
					seen := map[journey.Ref]bool{}
					for _, r := range all {
						if !p.Has(r) {
							t.Fatalf("%s names %v, which is not there", c.Name, r)
						}
						if seen[r] {
							t.Fatalf("%s names %v twice", c.Name, r)
						}
						seen[r] = true
					}
					if c.Have < 0 || c.Have > c.Of || c.Enough > c.Of && c.Of > 2 {
						t.Fatalf("%s: %d of %d, %d will do", c.Name, c.Have, c.Of, c.Enough)
					}
					if c.State() == Done && len(lacks) > 0 {
						t.Fatalf("%s is done and lacks %v", c.Name, lacks)
					}
					for _, lang := range words.Languages {
						w := words.In(lang)
						for _, s := range []string{c.Text(w), c.Remedy(w), part.Step.Title(w), part.Step.About(w)} {
							if s == "" || strings.HasPrefix(s, "[") || strings.Contains(s, "<no value>") {
								t.Fatalf("%s in %s: %q", c.Name, lang, s)
							}
						}
					}
				}
			}
		}
	})
}

// TestUnrelatedCardChangesNothing: a note and a card on another map leave the guide as it is.
func TestUnrelatedCardChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		maps := p.MapsInOrder()
		if len(maps) == 0 || len(p.StagesOf(maps[0].ID)) == 0 {
			return
		}
		id := maps[0].ID
		p = p.With(journey.Lane{ID: "notes", MapID: id, Rank: "~", LaneKind: journey.LaneText})
		said := func() string {
			var all []string
			for _, part := range Of(p, insight.Map(p, id, today)).Parts {
				for _, c := range part.Checks {
					all = append(all, string(c.Name)+" "+shown(c))
				}
			}
			return strings.Join(all, "\n")
		}
		before := said()
		p = p.With(journey.Card{ID: "note", MapID: id, StageID: p.StagesOf(id)[0].ID, LaneID: "notes", Title: "A note", Evidence: journey.EvidenceAsserted})
		p = p.With(journey.Map{ID: "elsewhere", Rank: "~"})
		p = p.With(journey.Stage{ID: "there", MapID: "elsewhere"})
		p = p.With(journey.Lane{ID: "lane there", MapID: "elsewhere", LaneKind: journey.LaneTouchpoints})
		p = p.With(journey.Card{ID: "card there", MapID: "elsewhere", StageID: "there", LaneID: "lane there"})
		if after := said(); after != before {
			t.Fatalf("before:\n%s\nafter:\n%s", before, after)
		}
	})
}

// BenchmarkEdit10000 is what an edit of a map of 10,000 touchpoints costs: what insight tells, and
// the six steps.
func BenchmarkEdit10000(b *testing.B) {
	p := journeytest.Big(10_000)
	m := p.MapsInOrder()[0]
	cache := insight.NewCache(p, m.ID, today)
	Of(p, cache.Report())
	var c journey.Card
	for c = range p.Cards.All() {
		if c.MapID == m.ID {
			break
		}
	}
	for i := 0; b.Loop(); i++ {
		to := c
		to.Title = fmt.Sprint("Title ", i)
		p = p.With(to)
		cache.Update(journey.Diff{Updated: []journey.Update{{From: c, To: to}}}, p)
		Of(p, cache.Report())
		c = to
	}
}
