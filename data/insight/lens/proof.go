package lens

import (
	"jejak/data/insight"
	"jejak/data/journey"
)

// proof leaves strong the claims that are asserted, inferred, from nowhere or stale, each for the
// first of these reasons that holds.
func proof(v *View, p journey.Project, r insight.Report) {
	inferred := func(ref journey.Ref) bool {
		c, _ := p.Cards.Get(ref.ID)
		return c.Evidence == journey.EvidenceInferred
	}
	var guessed, sourceless, stale []journey.Ref
	for ref := range insight.Claims(p, r.MapID) {
		v.Of++
		if inferred(ref) {
			guessed = append(guessed, ref)
		}
	}
	known := func(refs []journey.Ref) (rest []journey.Ref) {
		for _, ref := range refs {
			if !inferred(ref) {
				rest = append(rest, ref)
			}
		}
		return rest
	}
	sourceless = known(firsts(r.Of(insight.RuleSourceless)))
	stale = known(firsts(r.Of(insight.RuleStale)))
	v.add("lens.proof.asserted", firsts(r.Of(insight.RuleAsserted)))
	v.add("lens.proof.inferred", guessed)
	v.add("lens.proof.sourceless", sourceless)
	v.add("lens.proof.stale", stale)
}
