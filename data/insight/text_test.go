package insight

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func ref(kind journey.Kind, id string) journey.Ref {
	return journey.Ref{Kind: kind, ID: journey.ID(id)}
}

func TestText(t *testing.T) {
	p := of(touch("t1", "s1", func(c *journey.Card) { c.Title, c.Purpose = "Search\n the web", "Find two shops" }), pain("p1", "s1", 1, 1),
		act("a1", "p1", journey.StatusPlanned, ""), value("v1", "sat", "stage", "s1", "", 1, 2))
	t1, s1, s2, ana, web := ref("card", "t1"), ref("stage", "s1"), ref("stage", "s2"), ref("persona", "ana"), ref("channel", "web")
	refs := func(r ...journey.Ref) []journey.Ref { return r }
	for _, c := range []struct {
		f      Finding
		en, id string
	}{
		{Finding{Rule: RuleLow, Refs: refs(t1, t1, ana), Value: -1.5}, "Ana: Search the web (−1.5)", "Ana: Search the web (−1,5)"},
		{Finding{Rule: RuleDrop, Refs: refs(t1, t1, s1, ana), Value: -2, Than: 0.5},
			"Ana: from Look (+0.5) to Search the web (−2)", "Ana: dari Look (+0,5) ke Search the web (−2)"},
		{Finding{Rule: RuleStageDrop, Refs: refs(s2, s1, ana), Value: 0, Than: 1.0 / 3},
			"Ana: from Look (+0.33 on average) to Buy (0)", "Ana: dari Look (rata-rata +0,33) ke Buy (0)"},
		{Finding{Rule: RuleBreaker, Refs: refs(t1)}, "Search the web: no action answers it", "Search the web: belum ada tindakan"},
		{Finding{Rule: RuleBreaker, Refs: refs(t1), Answered: true}, "Search the web: an action answers it", "Search the web: sudah ada tindakan"},
		{Finding{Rule: RuleGoal, Refs: refs(s1), Outcome: journey.OutcomePartly, Value: 1, Than: 3},
			"Look: partly met (Find a shop); 1 of 3 touchpoints meet their purpose", "Look: tercapai sebagian (Find a shop); 1 dari 3 titik kontak memenuhi tujuannya"},
		{Finding{Rule: RuleGoal, Refs: refs(s1), Outcome: journey.OutcomeUnmet, Than: 1},
			"Look: not met (Find a shop); 0 of 1 touchpoint meets its purpose", "Look: tidak tercapai (Find a shop); 0 dari 1 titik kontak memenuhi tujuannya"},
		{Finding{Rule: RuleGoal, Refs: refs(ref("stage", "s3")), Outcome: journey.OutcomeUnmet}, "Ride: not met", "Ride: tidak tercapai"},
		{Finding{Rule: RulePurpose, Refs: refs(t1, s1), Outcome: journey.OutcomeUnmet},
			"Search the web: not met (Find two shops)", "Search the web: tidak tercapai (Find two shops)"},
		{Finding{Rule: RuleHole, Refs: refs(s1, web)}, "Web is missing in Look, though it serves before and after",
			"Web tidak ada di Look, padahal melayani sebelum dan sesudahnya"},
		{Finding{Rule: RuleTarget, Refs: refs(ref("measurement", "v1"), s1, ref("metric", "sat")), Value: 1234.4, Than: -2},
			"Satisfaction, Look: 1,234 % (target −2 %)", "Satisfaction, Look: 1.234 % (target −2 %)"},
		{Finding{Rule: RuleOverdue, Refs: refs(ref("action", "a1")), Value: 1}, "Action a1: one day late", "Action a1: terlambat 1 hari"},
		{Finding{Rule: RuleOverdue, Refs: refs(ref("action", "a1")), Value: 1200}, "Action a1: 1,200 days late", "Action a1: terlambat 1.200 hari"},
		{Finding{Rule: RulePain, Refs: refs(ref("card", "gone")), Value: 6}, "Card without a name (weight 6 of 15)", "Kartu tanpa nama (bobot 6 dari 15)"},
	} {
		if got := c.f.Text(p, words.In("en")); got != c.en {
			t.Errorf("%s: got %q, want %q", c.f.Rule, got, c.en)
		}
		if got := c.f.Text(p, words.In("id")); got != c.id {
			t.Errorf("%s: got %q, want %q", c.f.Rule, got, c.id)
		}
	}
}

func TestNumbers(t *testing.T) {
	en, id := words.In("en"), words.In("id")
	minutes := journey.Metric{Unit: "min", Decimals: 1}
	for _, c := range []struct{ got, want string }{
		{Number(en, 1234.567), "1,234.57"}, {Number(id, 1234.567), "1.234,57"}, {Number(en, -0.5), "−0.5"}, {Number(en, 3), "3"},
		{Signed(en, 1.5), "+1.5"}, {Signed(id, -1.5), "−1,5"}, {Signed(en, 0), "0"}, {Signed(en, -0.001), "0"}, {Signed(id, 2), "+2"},
		{Measured(en, minutes, 12), "12.0 min"}, {Measured(id, minutes, 12), "12,0 min"}, {Measured(en, journey.Metric{Decimals: 9}, 1), "1.0000"},
		{Measured(en, journey.Metric{}, 7.6), "8"}, {Measured(en, journey.Metric{Standard: journey.NPS}, 12), "+12"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// TestEveryFindingIsSaid: whatever a map tells has a title and a sentence of one line in every
// language, also when what it names has no name.
func TestEveryFindingIsSaid(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		rapid.Check(t, func(t *rapid.T) {
			p := journeytest.Random(t)
			for _, m := range p.MapsInOrder() {
				for f := range Map(p, m.ID, today).All() {
					for _, s := range []string{f.Rule.Title(w), f.Text(p, w)} {
						if strings.TrimSpace(s) == "" || strings.Contains(s, "[insight.") || strings.Contains(s, "\n") || strings.Contains(s, "<no value>") {
							t.Fatalf("%s: %+v is said as %q", lang, f, s)
						}
					}
				}
			}
		})
	}
}

func TestDeparturesAreSaid(t *testing.T) {
	for _, lang := range words.Languages {
		seen := map[string]bool{}
		for _, d := range Departures {
			if s := d.Title(words.In(lang)); s == "" || strings.HasPrefix(s, "[") || seen[s] {
				t.Errorf("%s: %s is said as %q", lang, d, s)
			} else {
				seen[s] = true
			}
		}
	}
}
