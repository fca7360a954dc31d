package insight

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// base is a map without cards: three stages, the second of two steps; three channels; two
// personas, ana before budi. What has no rank stands in the order of its ID.
func base() []journey.Record {
	lanes := []journey.LaneKind{journey.LaneTouchpoints, journey.LaneActions, journey.LaneThoughts, journey.LaneQuotes,
		journey.LanePains, journey.LaneOpportunities, journey.LaneText, journey.LaneBackstage}
	recs := []journey.Record{
		journey.Map{ID: "m", Rank: "a0", Title: "Bike", Type: journey.CurrentState},
		journey.Map{ID: "m2", Rank: "a1", Title: "Other", Type: journey.CurrentState},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Title: "Look", Goal: "Find a shop"},
		journey.Stage{ID: "s2", MapID: "m", Rank: "a1", Title: "Buy", Goal: "Ride home today"},
		journey.Stage{ID: "s3", MapID: "m", Rank: "a2", Title: "Ride"},
		journey.Stage{ID: "x1", MapID: "m2", Rank: "a0", Title: "Elsewhere", Goal: "None", Outcome: journey.OutcomeUnmet},
		journey.Lane{ID: "xt", MapID: "m2", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Step{ID: "s2a", StageID: "s2", Rank: "a0", Title: "Choose"},
		journey.Step{ID: "s2b", StageID: "s2", Rank: "a1", Title: "Pay"},
		journey.Channel{ID: "web", Rank: "a0", Name: "Web"},
		journey.Channel{ID: "shop", Rank: "a1", Name: "Shop"},
		journey.Channel{ID: "call", Rank: "a2", Name: "Telephone"},
		journey.Persona{ID: "ana", Rank: "a0", Name: "Ana"},
		journey.Persona{ID: "budi", Rank: "a1", Name: "Budi"},
		journey.Appearance{ID: "ap1", MapID: "m", PersonaID: "ana", Rank: "a0"},
		journey.Appearance{ID: "ap2", MapID: "m", PersonaID: "budi", Rank: "a1"},
		journey.Metric{ID: "sat", Rank: "a0", Name: "Satisfaction", Standard: journey.CSAT, Unit: "%", Direction: journey.HigherIsBetter},
		journey.Metric{ID: "wait", Rank: "a1", Name: "Waiting", Unit: "min", Direction: journey.LowerIsBetter},
		journey.Metric{ID: "cvr", Rank: "a2", Name: "Conversion", Standard: journey.ConversionRate, Unit: "%", Direction: journey.HigherIsBetter},
	}
	for i, k := range lanes {
		recs = append(recs, journey.Lane{ID: journey.ID(k), MapID: "m", Rank: journey.Rank(fmt.Sprintf("a%d", i)), LaneKind: k})
	}
	return recs
}

// in makes a card of a lane. at is a stage or, behind a slash, a step of it.
func in(kind journey.LaneKind, id, at string, change ...func(*journey.Card)) journey.Record {
	stage, step, _ := strings.Cut(at, "/")
	c := journey.Card{ID: journey.ID(id), MapID: "m", StageID: journey.ID(stage), StepID: journey.ID(step),
		LaneID: journey.ID(kind), Title: "Card " + id}
	for _, f := range change {
		f(&c)
	}
	return c
}

func touch(id, at string, change ...func(*journey.Card)) journey.Record {
	return in(journey.LaneTouchpoints, id, at, change...)
}

func via(channel string) func(*journey.Card) {
	return func(c *journey.Card) { c.ChannelID = journey.ID(channel) }
}

func ends(o journey.Outcome) func(*journey.Card) { return func(c *journey.Card) { c.Outcome = o } }

func act(id, card string, s journey.Status, due string) journey.Record {
	return journey.Action{ID: journey.ID(id), Title: "Action " + id, CardID: journey.ID(card), Status: s, Due: due}
}

func feel(persona, kind, at string, v float64) journey.Record {
	return journey.Point{ID: journey.ID(persona + "@" + at), MapID: "m", PersonaID: journey.ID(persona),
		At: journey.Ref{Kind: journey.Kind(kind), ID: journey.ID(at)}, Value: v}
}

// of makes base with recs, those of an ID that base has in their place.
func of(recs ...journey.Record) journey.Project {
	return journey.FromRecords(append(base(), recs...))
}

// show writes what a finding holds: the IDs, the numbers that are not nought, the rest.
func show(f Finding) string {
	var parts []string
	for _, r := range f.Refs {
		parts = append(parts, string(r.ID))
	}
	if f.Value != 0 || f.Than != 0 {
		parts = append(parts, fmt.Sprintf("%g", f.Value))
	}
	if f.Than != 0 {
		parts = append(parts, fmt.Sprintf("< %g", f.Than))
	}
	if f.Outcome != "" {
		parts = append(parts, string(f.Outcome))
	}
	if f.Answered {
		parts = append(parts, "answered")
	}
	return strings.Join(parts, " ")
}

// ruleCase is a map and what one rule finds on it, worked out by hand.
type ruleCase struct {
	name string
	recs []journey.Record
	want []string
}

type records = []journey.Record

func check(t *testing.T, rule Rule, cases []ruleCase) {
	t.Helper()
	if len(cases) < 5 {
		t.Errorf("%s: %d cases are too few", rule, len(cases))
	}
	for _, c := range cases {
		p := of(c.recs...)
		var got []string
		for _, f := range Map(p, "m", today).Of(rule) {
			if f.Rule != rule {
				t.Errorf("%s: %s: a finding of %s", rule, c.name, f.Rule)
			}
			for _, ref := range f.Refs {
				if !p.Has(ref) {
					t.Errorf("%s: %s: names %v, which is not there", rule, c.name, ref)
				}
			}
			got = append(got, show(f))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %s: got %q, want %q", rule, c.name, got, c.want)
		}
		if n := Map(p, "m", today).Count(rule); n != len(c.want) {
			t.Errorf("%s: %s: counts %d", rule, c.name, n)
		}
	}
}

func TestEveryRuleIsListed(t *testing.T) {
	seen := map[Rule]bool{}
	for _, r := range Rules {
		if seen[r] {
			t.Errorf("%s is there twice", r)
		}
		seen[r] = true
	}
	if len(Rules) != 21 {
		t.Errorf("%d rules", len(Rules))
	}
}

// TestUnrelatedCardChangesNothing: a note, a card on another map, an action that is not due and a
// comment leave the report as it is.
func TestUnrelatedCardChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		var mapID journey.ID
		for _, m := range p.MapsInOrder() {
			mapID = m.ID
		}
		stages := p.StagesOf(mapID)
		if len(stages) == 0 {
			return
		}
		p = p.With(journey.Lane{ID: "notes", MapID: mapID, Rank: rapid.SampledFrom([]journey.Rank{"", "a1", "~"}).Draw(t, "rank"),
			LaneKind: journey.LaneText})
		before := Map(p, mapID, today)
		stage := rapid.SampledFrom(stages).Draw(t, "stage").ID
		text := journeytest.Text().Draw(t, "text")
		p = p.With(journey.Card{ID: "note", MapID: mapID, StageID: stage, LaneID: "notes", Title: text, Severity: 3, Impact: 5,
			Value: 5, Effort: 1, Outcome: journey.OutcomeUnmet, Evidence: journey.EvidenceAsserted})
		p = p.With(journey.Map{ID: "far", Type: journey.FutureState})
		p = p.With(journey.Stage{ID: "farther", MapID: "far", Outcome: journey.OutcomeUnmet})
		p = p.With(journey.Lane{ID: "farthest", MapID: "far", LaneKind: journey.LaneTouchpoints})
		p = p.With(journey.Card{ID: "away", MapID: "far", StageID: "farther", LaneID: "farthest", LoyaltyBreaker: true})
		p = p.With(journey.Action{ID: "then", Title: text, Status: journey.StatusPlanned, Due: today})
		p = p.With(journey.Comment{ID: "remark", At: journey.Ref{Kind: journey.KindStage, ID: stage}, Text: text})
		after := Map(p, mapID, today)
		after.Free = before.Free // the register itself, which has one more
		same(t, after, before)
	})
}

func TestNothingOfNoMap(t *testing.T) {
	r := Map(of(touch("t1", "s1")), "nowhere", today)
	if !reflect.DeepEqual(r, Report{MapID: "nowhere", found: findings{}}) {
		t.Errorf("something is told of a map that is not there: %+v", r)
	}
	if n := len(Map(journey.Project{}, "", "").Curves); n > 0 {
		t.Errorf("%d curves of nothing", n)
	}
}

// TestReportIsTheCallers: what a report gives away is no part of it.
func TestReportIsTheCallers(t *testing.T) {
	r := Map(of(touch("t1", "s1"), touch("t2", "s1")), "m", today)
	got := r.Of(RuleChannelless)
	got[0] = Finding{}
	if again := r.Of(RuleChannelless); len(again) != 2 || again[0].Rule != RuleChannelless {
		t.Errorf("got %+v", again)
	}
	n := 0
	for f := range r.All() {
		if n++; f.Rule == RuleSourceless {
			break
		}
	}
	if n == 0 {
		t.Error("nothing found")
	}
}
