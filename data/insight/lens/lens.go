// Package lens is a way of looking at a map: some of its records stay strong, and all else steps
// back. What is drawn so, package canvas/fade draws; here is what stays.
package lens

import (
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Name names a lens for ever: files and scripts hold it. "lens.title." + Name is its title in
// assets/words.
type Name string

// The lenses.
const (
	Proof    Name = "proof"    // claims that nothing bears out, or not any more
	Pains    Name = "pains"    // pain points that no action answers
	Goals    Name = "goals"    // stages and touchpoints that miss their goal or purpose
	Channels Name = "channels" // touchpoints without a channel
	Loyalty  Name = "loyalty"  // what ends a customer's loyalty
)

// Names lists the lenses.
var Names = []Name{Proof, Pains, Goals, Channels, Loyalty}

// Has reports whether there is a lens of that name.
func Has(name Name) bool { return lenses[name] != nil }

// Title returns what a lens is called.
func (n Name) Title(w *words.Table) string { return w.T("lens.title." + string(n)) }

// View is what a lens leaves strong on one map. It is read only.
type View struct {
	Key    string  // of its title in assets/words
	Groups []Group // in order; some may be empty
	Of     int     // how many records it could have left strong; 0: not known
}

// Group is records that stay strong for one reason.
type Group struct {
	Key  string // of the reason in assets/words
	Refs []journey.Ref
}

// Title returns what is shown, as a heading.
func (v View) Title(w *words.Table) string { return w.T(v.Key) }

// Title returns the reason.
func (g Group) Title(w *words.Table) string { return w.T(g.Key) }

// Refs lists what stays strong, each once.
func (v View) Refs() []journey.Ref {
	var all []journey.Ref
	seen := map[journey.Ref]bool{}
	for _, g := range v.Groups {
		for _, r := range g.Refs {
			if !seen[r] {
				all, seen[r] = append(all, r), true
			}
		}
	}
	return all
}

// Strong is Refs as a set.
func (v View) Strong() map[journey.Ref]bool {
	set := map[journey.Ref]bool{}
	for _, g := range v.Groups {
		for _, r := range g.Refs {
			set[r] = true
		}
	}
	return set
}

// Count says how much stays strong: "12 of 34", or "12" where it is not known of how many.
func (v View) Count(w *words.Table) string {
	n := words.Args{"Shown": len(v.Strong()), "Of": v.Of}
	if v.Of == 0 {
		return w.F("lens.count", n)
	}
	return w.F("lens.countOf", n)
}

// Of looks at a map through a lens. today is "YYYY-MM-DD"; if it is empty nothing is stale. A name
// that is no lens leaves nothing strong.
func Of(name Name, p journey.Project, mapID journey.ID, today string) View {
	v := View{Key: "lens.title." + string(name)}
	if look := lenses[name]; look != nil {
		look(&v, p, insight.Map(p, mapID, today))
	}
	return v
}

var lenses = map[Name]func(*View, journey.Project, insight.Report){
	Proof:    proof,
	Pains:    pains,
	Goals:    goals,
	Channels: channels,
	Loyalty:  ofRules(insight.RuleBreaker),
}

// ofRules leaves strong what rules found: the record that each finding is about.
func ofRules(rules ...insight.Rule) func(*View, journey.Project, insight.Report) {
	return func(v *View, _ journey.Project, r insight.Report) {
		for _, rule := range rules {
			v.add("insight.rule."+string(rule), firsts(r.Of(rule)))
		}
	}
}

func pains(v *View, p journey.Project, r insight.Report) {
	ofRules(insight.RulePain)(v, p, r)
	v.Of = len(r.Pains)
}

func goals(v *View, p journey.Project, r insight.Report) {
	ofRules(insight.RuleGoal, insight.RulePurpose)(v, p, r)
	v.Of = len(r.Goals) + r.Touchpoints
}

func channels(v *View, p journey.Project, r insight.Report) {
	ofRules(insight.RuleChannelless)(v, p, r)
	v.Of = r.Touchpoints
}

func (v *View) add(key string, refs []journey.Ref) {
	v.Groups = append(v.Groups, Group{key, refs})
}

// firsts are what findings are about.
func firsts(found []insight.Finding) []journey.Ref {
	var refs []journey.Ref
	for _, f := range found {
		refs = append(refs, f.Refs[0])
	}
	return refs
}
