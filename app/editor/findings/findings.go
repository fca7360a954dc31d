// Package findings lists what a map tells for somebody who goes through it: grouped by rule, narrowed
// to a stage, a persona or a theme, with the records that each finding shows on the board.
package findings

import (
	"iter"
	"slices"

	"jejak/data/insight"
	"jejak/data/journey"
)

// Theme is what several rules are about. "findings.theme." + Theme is its name in assets/words.
type Theme string

// The themes.
const (
	Feelings Theme = "feelings"
	Goals    Theme = "goals"
	Work     Theme = "work" // pain points, opportunities, actions
	Channels Theme = "channels"
	Measures Theme = "measures"
	Proof    Theme = "proof"
)

// Themes lists the themes in the order in which a Report tells of them.
var Themes = []Theme{Feelings, Work, Goals, Channels, Measures, Proof}

var themes = map[insight.Rule]Theme{
	insight.RuleLow: Feelings, insight.RuleDrop: Feelings, insight.RuleStageDrop: Feelings, insight.RuleBreaker: Feelings,
	insight.RulePain: Work, insight.RuleOverdue: Work, insight.RuleQuickWin: Work,
	insight.RuleGoal: Goals, insight.RulePurpose: Goals, insight.RuleAimless: Goals,
	insight.RuleChannelless: Channels, insight.RuleOnce: Channels, insight.RuleBare: Channels, insight.RuleSingle: Channels,
	insight.RuleHole: Channels, insight.RuleMissed: Channels,
	insight.RuleTarget: Measures, insight.RuleDropOff: Measures,
	insight.RuleAsserted: Proof, insight.RuleSourceless: Proof, insight.RuleStale: Proof,
}

// ThemeOf returns what a rule is about.
func ThemeOf(rule insight.Rule) Theme { return themes[rule] }

// Filter narrows a list. The zero value is all there is.
type Filter struct {
	Stage   journey.ID // what it is about stands there
	Persona journey.ID // it is about their feelings or wishes
	Theme   Theme
}

// Group is what one rule has found.
type Group struct {
	Rule  insight.Rule
	Count int
	found func() iter.Seq[insight.Finding]
}

// Found yields the findings. They are looked up one by one, as far as they are asked for.
func (g Group) Found() iter.Seq[insight.Finding] { return g.found() }

// Groups lists what a map tells, rule by rule, each with at least one finding.
func Groups(p journey.Project, r insight.Report, f Filter) []Group {
	at := slices.IndexFunc(r.Goals, func(g insight.StageGoal) bool { return g.Stage.ID == f.Stage })
	var groups []Group
	for _, rule := range insight.Rules {
		if f.Theme != "" && themes[rule] != f.Theme || f.Persona != "" && !personal[rule] {
			continue
		}
		g := Group{Rule: rule}
		if f.Stage == "" && f.Persona == "" {
			g.Count, g.found = r.Count(rule), func() iter.Seq[insight.Finding] { return everything(r, rule) }
		} else {
			var list []insight.Finding
			for _, found := range r.Others(rule) {
				if f.lets(p, found) {
					list = append(list, found)
				}
			}
			if f.Persona == "" && at >= 0 {
				list = append(list, r.OfStage(at, rule)...)
			}
			g.Count, g.found = len(list), func() iter.Seq[insight.Finding] { return slices.Values(list) }
		}
		if g.Count > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// everything yields all that a rule has found, without a copy of it.
func everything(r insight.Report, rule insight.Rule) iter.Seq[insight.Finding] {
	return func(yield func(insight.Finding) bool) {
		for _, f := range r.Others(rule) {
			if !yield(f) {
				return
			}
		}
		for i := range r.Goals {
			for _, f := range r.OfStage(i, rule) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// lets reports whether a finding passes that looks at more than one stage.
func (f Filter) lets(p journey.Project, found insight.Finding) bool {
	who := journey.Ref{Kind: journey.KindPersona, ID: f.Persona}
	return (f.Persona == "" || slices.Contains(found.Refs, who)) && (f.Stage == "" || StageOf(p, found) == f.Stage)
}

// personal are the rules that name a persona.
var personal = map[insight.Rule]bool{
	insight.RuleLow: true, insight.RuleDrop: true, insight.RuleStageDrop: true, insight.RuleMissed: true,
}

// StageOf returns the stage that a finding is about; empty if it is about the map as a whole.
func StageOf(p journey.Project, f insight.Finding) journey.ID {
	for _, ref := range f.Refs {
		switch ref.Kind {
		case journey.KindStage:
			return ref.ID
		case journey.KindStep:
			step, _ := p.Steps.Get(ref.ID)
			return step.StageID
		case journey.KindCard:
			card, _ := p.Cards.Get(ref.ID)
			return card.StageID
		}
	}
	return ""
}

// Shows lists what a finding selects on the board: the cards it is about, or the stages, steps or
// points where it names no card. It is empty for what stands nowhere on the map.
func Shows(p journey.Project, f insight.Finding) []journey.Ref {
	pick := func(kinds ...journey.Kind) (refs []journey.Ref) {
		for _, ref := range f.Refs {
			if slices.Contains(kinds, ref.Kind) && p.Has(ref) && !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
		return refs
	}
	if f.Rule == insight.RuleStageDrop || f.Rule == insight.RuleDropOff {
		return pick(journey.KindStage)
	}
	for _, kinds := range [][]journey.Kind{{journey.KindCard, journey.KindStep, journey.KindStage}, {journey.KindPoint}} {
		refs := pick(kinds...)
		if cards := slices.DeleteFunc(slices.Clone(refs), func(r journey.Ref) bool { return r.Kind != journey.KindCard }); len(cards) > 0 {
			return cards
		}
		if len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// Count is how many findings there are of all rules.
func Count(r insight.Report) int {
	n := 0
	for _, rule := range insight.Rules {
		n += r.Count(rule)
	}
	return n
}
