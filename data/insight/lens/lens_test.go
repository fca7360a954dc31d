package lens

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2024-06-01"

type change = func(*journey.Card)

// of is a map of one stage with a goal, and a card in a lane of each kind that lenses look at.
func of(cards ...journey.Card) journey.Project {
	recs := []journey.Record{
		journey.Map{ID: "m", Type: journey.CurrentState},
		journey.Stage{ID: "s", MapID: "m", Title: "Buy", Goal: "Ride home", Outcome: journey.OutcomeUnmet},
		journey.Lane{ID: "touch", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pain", MapID: "m", Rank: "a1", LaneKind: journey.LanePains},
		journey.Lane{ID: "text", MapID: "m", Rank: "a2", LaneKind: journey.LaneText},
		journey.Channel{ID: "web", Name: "Web"},
		journey.Action{ID: "act", CardID: "answered", Status: journey.StatusPlanned},
	}
	for _, c := range cards {
		recs = append(recs, c)
	}
	return journey.FromRecords(recs)
}

func card(id, lane string, f ...change) journey.Card {
	c := journey.Card{ID: journey.ID(id), MapID: "m", StageID: "s", LaneID: journey.ID(lane), Title: id, ChannelID: "web", Source: "Survey"}
	for _, change := range f {
		change(&c)
	}
	return c
}

func shown(v View) string {
	var parts []string
	for _, g := range v.Groups {
		var ids []string
		for _, r := range g.Refs {
			ids = append(ids, string(r.ID))
		}
		parts = append(parts, strings.Join(ids, " "))
	}
	return strings.Join(parts, " | ")
}

func TestViews(t *testing.T) {
	sure := func(e journey.Evidence) change { return func(c *journey.Card) { c.Evidence = e } }
	from := func(s string) change { return func(c *journey.Card) { c.Source = s } }
	at := func(s string) change { return func(c *journey.Card) { c.Verified = s } }
	for _, c := range []struct {
		name  string
		lens  Name
		cards []journey.Card
		want  string
		of    int
	}{
		{"nothing", Proof, nil, " |  |  | ", 0},
		{"asserted", Proof, []journey.Card{card("a", "touch", sure(journey.EvidenceAsserted)), card("b", "touch")}, "a |  |  | ", 2},
		{"inferred, once", Proof, []journey.Card{card("a", "pain", sure(journey.EvidenceInferred), from("")),
			card("b", "touch", sure(journey.EvidenceInferred), at("2001-01-01"))}, " | b a |  | ", 2},
		{"from nowhere and stale", Proof, []journey.Card{card("a", "touch", from("")), card("b", "touch", at("2023-01-01")),
			card("c", "touch", at("2024-05-01"), sure(journey.EvidenceEvidenced))}, " |  | a | b", 3},
		{"no claim", Proof, []journey.Card{card("a", "text", sure(journey.EvidenceInferred), from(""))}, " |  |  | ", 0},
		{"answered pains step back", Pains, []journey.Card{card("answered", "pain"), card("open", "pain")}, "open", 2},
		{"goals and purposes", Goals, []journey.Card{card("a", "touch", func(c *journey.Card) { c.Outcome = journey.OutcomePartly }), card("b", "touch")}, "s | a", 3},
		{"no channel", Channels, []journey.Card{card("a", "touch", func(c *journey.Card) { c.ChannelID = "" }), card("b", "touch")}, "a", 2},
		{"loyalty", Loyalty, []journey.Card{card("a", "touch", func(c *journey.Card) { c.LoyaltyBreaker = true }), card("b", "touch")}, "a", 0},
		{"no such lens", "nonsense", []journey.Card{card("a", "touch")}, "", 0},
	} {
		v := Of(c.lens, of(c.cards...), "m", today)
		if got := shown(v); got != c.want || v.Of != c.of {
			t.Errorf("%s: %q of %d, want %q of %d", c.name, got, v.Of, c.want, c.of)
		}
	}
}

func TestStaleNeedsADay(t *testing.T) {
	p := of(card("a", "touch", func(c *journey.Card) { c.Verified = "2001-01-01" }))
	if got := shown(Of(Proof, p, "m", "")); got != " |  |  | " {
		t.Errorf("without a day: %q", got)
	}
}

// TestLaws: on any map every record that stays strong is there, none is named for two reasons of
// proof, and no more stay strong than could.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			for _, name := range Names {
				v := Of(name, p, m.ID, today)
				n := 0
				for _, g := range v.Groups {
					n += len(g.Refs)
					for _, r := range g.Refs {
						if !p.Has(r) {
							t.Fatalf("%s: %v is not there", name, r)
						}
					}
				}
				if strong := v.Strong(); len(strong) != n || len(v.Refs()) != n {
					t.Fatalf("%s: %d reasons for %d records", name, n, len(strong))
				}
				if v.Of > 0 && n > v.Of {
					t.Fatalf("%s: %d of %d", name, n, v.Of)
				}
			}
		}
	})
}

func TestWords(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, name := range Names {
			v := Of(name, of(), "m", today)
			titles := []string{name.Title(w), v.Title(w), v.Count(w)}
			for _, g := range v.Groups {
				titles = append(titles, g.Title(w))
			}
			if slices.ContainsFunc(titles, func(s string) bool { return s == "" || strings.HasPrefix(s, "[") }) {
				t.Errorf("%s in %s: %q", name, lang, titles)
			}
		}
	}
	if Has("nonsense") || !Has(Proof) {
		t.Error("which lenses there are")
	}
}
