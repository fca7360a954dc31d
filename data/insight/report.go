package insight

import (
	"iter"
	"slices"

	"jejak/data/journey"
)

// Report is everything that a map tells. It is read only, and safe to read from any goroutine.
type Report struct {
	MapID         journey.ID
	Touchpoints   int
	Goals         []StageGoal   // the goal-gap report: one for each stage, in order
	Facts         []Facts       // one for each stage, in order
	Free          Register      // of the actions that answer nothing
	Turns         int           // links that lead back, part or change the channel
	Curves        []Curve       // of the personas on the map, in their order there
	Coverage      Coverage      // stage × channel
	Pains         []Pain        // the heaviest first
	Opportunities []Opportunity // those most worth taking up first
	Measures      []Measure     // of the map, then stage by stage
	DropOffs      []DropOff     // metrics in their order, stages in theirs
	found         findings
	stages        []findings // what each stage tells, strung together only for who asks
}

// Of returns what one rule has found; in the order of the journey where the rule names no other.
// The slice is the caller's.
func (r Report) Of(rule Rule) []Finding {
	all := slices.Clone(r.found[rule])
	for _, stage := range r.stages {
		all = append(all, stage[rule]...)
	}
	return all
}

// OfStage returns what a rule has found that looks at one stage at a time, in the i-th stage; Others
// what it has found that looks at all of the map. Together they are Of. The slices are read only.
func (r Report) OfStage(i int, rule Rule) []Finding { return r.stages[i][rule] }

// Others returns what OfStage leaves out.
func (r Report) Others(rule Rule) []Finding { return r.found[rule] }

// Count returns how much one rule has found.
func (r Report) Count(rule Rule) int {
	n := len(r.found[rule])
	for _, stage := range r.stages {
		n += len(stage[rule])
	}
	return n
}

// All yields every finding, rule by rule in the order of Rules.
func (r Report) All() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for _, rule := range Rules {
			for _, f := range r.Of(rule) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// Map tells what there is to tell of a map. today is "YYYY-MM-DD"; if it is empty, nothing is
// overdue or stale. Whoever asks after every edit keeps a Cache.
func Map(p journey.Project, mapID journey.ID, today string) Report {
	return NewCache(p, mapID, today).Report()
}
