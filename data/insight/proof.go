package insight

import (
	"iter"
	"time"

	"jejak/data/journey"
)

// StaleAfter is how many days after it was last verified a card is still taken as fresh.
const StaleAfter = 180

// claims are the kinds of lanes whose cards say something about the customer that may be untrue.
// What the company does itself it knows, and an opportunity is no claim.
var claims = map[journey.LaneKind]bool{
	journey.LaneTouchpoints: true, journey.LaneActions: true, journey.LaneThoughts: true,
	journey.LaneQuotes: true, journey.LanePains: true,
}

// Claims yields the cards of a map that say something about the customer which may be untrue, in
// the order of the journey.
func Claims(p journey.Project, mapID journey.ID) iter.Seq[journey.Ref] {
	return func(yield func(journey.Ref) bool) {
		c := NewCache(p, mapID, "")
		for _, stage := range p.StagesOf(mapID) {
			for _, card := range newSection(p, stage, c.steps[stage.ID], c.cards[stage.ID], c.lanes).cards {
				if claims[card.in] && !yield(card.ref()) {
					return
				}
			}
		}
	}
}

// proofOf finds the cards of a stage that nothing bears out: asserted ones; then those without a
// source or link; then those verified too long ago. Each card is told of once.
func proofOf(s *section, f findings) {
	for _, c := range s.cards {
		if !claims[c.in] {
			continue
		}
		refs := []journey.Ref{c.ref()}
		if c.Evidence == journey.EvidenceAsserted {
			f.add(Finding{Rule: RuleAsserted, Refs: refs})
		} else if c.Source == "" && c.Link == "" {
			f.add(Finding{Rule: RuleSourceless, Refs: refs})
		} else if age, ok := ageOf(c.Verified, s.today); ok && age > StaleAfter {
			f.add(Finding{Rule: RuleStale, Refs: refs, Value: float64(age)})
		}
	}
}

// ageOf counts the days from a date to today; false if either is not known.
func ageOf(date string, today time.Time) (int, bool) {
	from, ok := day(date)
	if !ok || today.IsZero() {
		return 0, false
	}
	return daysBetween(from, today), true
}
