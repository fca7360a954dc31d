// Package guide leads through the making of a map in six steps: profile the customer, define stages
// and goals, list touchpoints, find pain points, choose and draw the map, decide actions. For each
// step it tells what of it the map holds already and what it lacks. It asks for nothing in turn: a
// map can be made in any order.
package guide

import (
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Step names one of the six.
type Step string

// The steps. "guide.step." + Step is the title in assets/words, "guide.about." + Step what it is for.
const (
	Profile     Step = "profile"
	Stages      Step = "stages"
	Touchpoints Step = "touchpoints"
	Pains       Step = "pains"
	Drawing     Step = "drawing"
	Deciding    Step = "actions"
)

// Steps lists the steps in their order.
var Steps = []Step{Profile, Stages, Touchpoints, Pains, Drawing, Deciding}

// Title returns what a step is called.
func (s Step) Title(w *words.Table) string { return w.T("guide.step." + string(s)) }

// About returns what a step is for, in a few sentences.
func (s Step) About(w *words.Table) string { return w.T("guide.about." + string(s)) }

// State is how far something has come.
type State uint8

// The states.
const (
	Missing State = iota // nothing of it is there
	Partly
	Done
)

// Name names a check for ever. "guide.check." + Name is its sentence in assets/words,
// "guide.do." + Name what would bring it further.
type Name string

// The checks, step by step. Those of Optional ask for what serves some maps only.
const (
	Personas  Name = "personas"
	Portraits Name = "portraits"
	Bases     Name = "bases"
	Surveys   Name = "surveys"

	Scenario   Name = "scenario"
	StageList  Name = "stages"
	StageGoals Name = "goals"
	Outcomes   Name = "outcomes"
	Turns      Name = "turns"

	Covered  Name = "covered"
	Channels Name = "channels"
	Purposes Name = "purposes"
	Judged   Name = "judged"
	Moments  Name = "moments"

	PainPoints Name = "pains"
	Weighed    Name = "weighed"
	Explained  Name = "explained"
	Voices     Name = "voices"
	Proven     Name = "proven"

	Type   Name = "type"
	Lanes  Name = "lanes"
	Lines  Name = "lines"
	Base   Name = "base"
	Curves Name = "curves"

	Chances     Name = "chances"
	Rated       Name = "rated"
	Aimed       Name = "aimed"
	Answered    Name = "answered"
	Owned       Name = "owned"
	Departments Name = "departments"
	InTime      Name = "inTime"
	Review      Name = "review"
)

// Names lists the checks in the order of the steps.
var Names = []Name{
	Personas, Portraits, Bases, Surveys, Scenario, StageList, StageGoals, Outcomes, Turns,
	Covered, Channels, Purposes, Judged, Moments, PainPoints, Weighed, Explained, Voices, Proven,
	Type, Lanes, Lines, Base, Curves, Chances, Rated, Aimed, Answered, Owned, Departments, InTime, Review,
}

// Check is one thing that a step asks of the map.
type Check struct {
	Name     Name
	Have, Of int  // how many there are, and of how many
	Enough   int  // how many will do
	Optional bool // a map can do without

	bare         bool // there is no touchpoint yet that it could be about
	there, lacks func() []journey.Ref
}

// State returns how far it has come.
func (c Check) State() State {
	switch {
	case c.Have == 0:
		return Missing
	case c.Have < c.Enough:
		return Partly
	}
	return Done
}

// Waits reports whether there is nothing yet that the check could ask about: another one comes first.
func (c Check) Waits() bool { return c.Of == 0 && (c.bare || !begins[c.Name]) }

// begins are the checks of which there may be none at first.
var begins = map[Name]bool{
	Personas: true, StageList: true, Turns: true, Moments: true, PainPoints: true, Chances: true, Owned: true,
}

// There lists the records that are there already, in the order of the journey. It is worked out
// when it is asked for.
func (c Check) There() []journey.Ref {
	if c.there == nil {
		return nil
	}
	return c.there()
}

// Lacks lists the records that lack something. It is worked out when it is asked for.
func (c Check) Lacks() []journey.Ref {
	if c.lacks == nil {
		return nil
	}
	return c.lacks()
}

// Text returns what is there, as a sentence: "4 of 6 stages have a goal".
func (c Check) Text(w *words.Table) string {
	return w.N("guide.check."+string(c.Name), c.Of, words.Args{"Have": c.Have, "Of": c.Of})
}

// Remedy returns what would bring it further, as a button says it.
func (c Check) Remedy(w *words.Table) string { return w.T("guide.do." + string(c.Name)) }

// Part is a step with its checks.
type Part struct {
	Step   Step
	Checks []Check
}

// Progress returns how many of the checks that a map cannot do without are done.
func (p Part) Progress() (done, of int) {
	for _, c := range p.Checks {
		if c.Optional {
			continue
		}
		of++
		if c.State() == Done {
			done++
		}
	}
	return done, of
}

// State returns how far the step has come.
func (p Part) State() State {
	done, of := p.Progress()
	switch {
	case done == of:
		return Done
	case done > 0:
		return Partly
	}
	for _, c := range p.Checks {
		if c.State() != Missing {
			return Partly
		}
	}
	return Missing
}

// Guide is the six steps on one map. It is read only.
type Guide struct {
	Parts []Part // one for each of Steps
}

// Of looks at a map. r is what insight tells of it.
func Of(p journey.Project, r insight.Report) Guide {
	m, ok := p.Maps.Get(r.MapID)
	l := &look{p: p, m: m, r: r}
	if ok {
		l.stages = p.StagesOf(m.ID)
		for _, a := range p.AppearancesOf(m.ID) {
			if who, ok := p.Personas.Get(a.PersonaID); ok {
				l.people = append(l.people, who)
			}
		}
	}
	return Guide{Parts: []Part{
		{Profile, l.profile()}, {Stages, l.stageChecks()}, {Touchpoints, l.touchpoints()},
		{Pains, l.pains()}, {Drawing, l.drawing()}, {Deciding, l.deciding()},
	}}
}

// First returns the first step that is not done; the last if all are.
func (g Guide) First() Step {
	for _, p := range g.Parts {
		if p.State() != Done {
			return p.Step
		}
	}
	return Steps[len(Steps)-1]
}

// look is one look at a map.
type look struct {
	p      journey.Project
	m      journey.Map
	r      insight.Report
	stages []journey.Stage
	people []journey.Persona
}

// atMap is the map itself.
func (l *look) atMap() []journey.Ref {
	if l.m.ID == "" {
		return nil
	}
	return []journey.Ref{journey.RefTo(l.m)}
}

// said checks one thing that is said of the map, or not.
func (l *look) said(name Name, ok bool) Check {
	c := Check{Name: name, Of: 1, Enough: 1}
	if ok {
		c.Have, c.there = 1, l.atMap
	} else {
		c.lacks = l.atMap
	}
	return c
}

// split checks records that either have something or lack it.
func split[T journey.Record](name Name, list []T, has func(T) bool) Check {
	c := Check{Name: name, Of: len(list), Enough: len(list)}
	for _, rec := range list {
		if has(rec) {
			c.Have++
		}
	}
	pick := func(want bool) func() []journey.Ref {
		return func() (refs []journey.Ref) {
			for _, rec := range list {
				if has(rec) == want {
					refs = append(refs, journey.RefTo(rec))
				}
			}
			return refs
		}
	}
	c.there, c.lacks = pick(true), pick(false)
	return c
}

// some checks that there are any.
func some(name Name, n, enough int, there func() []journey.Ref) Check {
	return Check{Name: name, Have: n, Of: n, Enough: enough, there: there}
}
