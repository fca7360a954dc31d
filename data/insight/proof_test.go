package insight

import (
	"testing"

	"jejak/data/journey"
)

func known(source, verified string) func(*journey.Card) {
	return func(c *journey.Card) { c.Evidence, c.Source, c.Verified = journey.EvidenceEvidenced, source, verified }
}

func sure(e journey.Evidence) func(*journey.Card) { return func(c *journey.Card) { c.Evidence = e } }

func TestAsserted(t *testing.T) {
	check(t, RuleAsserted, []ruleCase{
		{"none", records{touch("t1", "s1", known("Survey", ""))}, nil},
		{"asserted", records{touch("t1", "s1", sure(journey.EvidenceAsserted))}, []string{"t1"}},
		{"asserted, though somebody is named", records{touch("t1", "s1", known("Rudi", ""), sure(journey.EvidenceAsserted))}, []string{"t1"}},
		{"inferred or not said", records{touch("t1", "s1", sure(journey.EvidenceInferred)), touch("t2", "s1")}, nil},
		{"by lane in the order of the journey", records{pain("p0", "s1", 1, 1), in(journey.LanePains, "p1", "s1", sure(journey.EvidenceAsserted)),
			in(journey.LaneThoughts, "c1", "s1", sure(journey.EvidenceAsserted)), in(journey.LaneActions, "c2", "s2", sure(journey.EvidenceAsserted)),
			in(journey.LaneQuotes, "c3", "s1", sure(journey.EvidenceAsserted))}, []string{"c1", "c3", "p1", "c2"}},
		{"what claims nothing about the customer", records{in(journey.LaneOpportunities, "o1", "s1", sure(journey.EvidenceAsserted)),
			in(journey.LaneText, "c1", "s1", sure(journey.EvidenceAsserted)), in(journey.LaneBackstage, "c2", "s1", sure(journey.EvidenceAsserted))}, nil},
	})
}

func TestSourceless(t *testing.T) {
	check(t, RuleSourceless, []ruleCase{
		{"a source", records{touch("t1", "s1", known("Survey", ""))}, nil},
		{"a link is one", records{touch("t1", "s1", func(c *journey.Card) { c.Link = "https://example.org" })}, nil},
		{"nothing said", records{touch("t1", "s1")}, []string{"t1"}},
		{"evidenced or inferred, from nothing", records{touch("t1", "s1", known("", "")), touch("t2", "s1", sure(journey.EvidenceInferred))},
			[]string{"t1", "t2"}},
		{"asserted is told of otherwise", records{touch("t1", "s1", sure(journey.EvidenceAsserted))}, nil},
		{"what claims nothing about the customer", records{chance("o1", "s1", 1, 1, "s1"), in(journey.LaneText, "c1", "s1")}, nil},
	})
}

func TestStale(t *testing.T) { // today is 2024-06-01
	check(t, RuleStale, []ruleCase{
		{"never verified", records{touch("t1", "s1", known("Survey", ""))}, nil},
		{"180 days ago", records{touch("t1", "s1", known("Survey", "2023-12-04"))}, nil}, // 27 + 31 + 29 + 31 + 30 + 31 + 1
		{"181 days ago", records{touch("t1", "s1", known("Survey", "2023-12-03"))}, []string{"t1 181"}},
		{"tomorrow", records{touch("t1", "s1", known("Survey", "2024-06-02"))}, nil},
		{"without a source it is told of otherwise", records{touch("t1", "s1", known("", "2001-01-01"))}, nil},
		{"asserted is told of otherwise", records{touch("t1", "s1", known("Rudi", "2001-01-01"), sure(journey.EvidenceAsserted))}, nil},
		{"no date", records{touch("t1", "s1", known("Survey", "last year"))}, nil},
		{"inferred", records{touch("t1", "s1", known("Survey", "2023-06-02"), sure(journey.EvidenceInferred))}, []string{"t1 365"}},
	})
}
