package insight

import (
	"math"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Title returns what a rule finds, as a heading.
func (r Rule) Title(w *words.Table) string { return w.T("insight.rule." + string(r)) }

// Title returns how a touchpoint left the plan, as a heading.
func (d Departure) Title(w *words.Table) string { return w.T("insight.departure." + string(d)) }

// Text returns a finding as a sentence in a language, with the names of what it is about as they
// are in p.
func (f Finding) Text(p journey.Project, w *words.Table) string {
	args := words.Args{
		"Value": Number(w, f.Value), "Than": Number(w, f.Than), "Before": "", "Persona": "", "Channel": "", "Metric": "",
		"Goal": "", "Partly": f.Outcome == journey.OutcomePartly, "Answered": f.Answered,
	}
	at := func(i int) string {
		if i >= len(f.Refs) {
			return ""
		}
		return Name(p, f.Refs[i], w)
	}
	args["Name"] = at(0)
	switch f.Rule {
	case RuleLow:
		args["Name"], args["Persona"] = at(1), at(2)
		args["Value"] = Signed(w, f.Value)
	case RuleDrop:
		args["Name"], args["Before"], args["Persona"] = at(1), at(2), at(3)
		args["Value"], args["Than"] = Signed(w, f.Value), Signed(w, f.Than)
	case RuleStageDrop:
		args["Before"], args["Persona"] = at(1), at(2)
		args["Value"], args["Than"] = Signed(w, f.Value), Signed(w, f.Than)
	case RuleGoal:
		if s, ok := p.Stages.Get(f.Refs[0].ID); ok {
			args["Goal"] = line(s.Goal)
		}
		return w.N("insight.say.goal", int(f.Than), args)
	case RulePurpose:
		if c, ok := p.Cards.Get(f.Refs[0].ID); ok {
			args["Goal"] = line(c.Purpose)
		}
	case RuleOnce:
		args["Name"], args["Channel"] = at(1), at(0)
	case RuleSingle, RuleHole:
		args["Channel"] = at(1)
	case RuleMissed:
		args["Channel"], args["Persona"] = at(0), at(1)
	case RuleTarget:
		args["Name"], args["Metric"] = at(1), at(2)
		if metric, ok := p.Metrics.Get(f.Refs[2].ID); ok {
			args["Value"], args["Than"] = Measured(w, metric, f.Value), Measured(w, metric, f.Than)
		}
	case RuleDropOff:
		args["Before"], args["Name"], args["Metric"] = at(0), at(1), at(3)
	case RuleStale, RuleOverdue:
		return w.N("insight.say."+string(f.Rule), int(f.Value), args)
	}
	return w.F("insight.say."+string(f.Rule), args)
}

// Name returns what a person calls a record, on one line; what it is where it has no name.
func Name(p journey.Project, ref journey.Ref, w *words.Table) string {
	rec, ok := p.Get(ref)
	if ok {
		if l, is := rec.(journey.Lane); is && l.Title == "" {
			return w.T("map.lane." + string(l.LaneKind))
		}
		if name := line(journey.NameOf(rec)); name != "" {
			return name
		}
	}
	return w.F("insight.unnamed", words.Args{"Kind": w.T("finding.kind." + string(ref.Kind))})
}

// line makes one line of at most 80 characters of s.
func line(s string) string {
	const most = 80
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return s
}

// Number writes v as a language does, with at most two decimals.
func Number(w *words.Table, v float64) string { return written(w, v, number.MaxFractionDigits(2)) }

// Signed writes v with its sign in front, 0 without one.
func Signed(w *words.Table, v float64) string {
	s := Number(w, math.Abs(v))
	switch {
	case s == Number(w, 0):
		return s
	case v < 0:
		return "−" + s
	}
	return "+" + s
}

// Measured writes a value of a metric with its decimals and unit, as it stands on the map.
func Measured(w *words.Table, m journey.Metric, v float64) string {
	s := written(w, v, number.Scale(min(max(m.Decimals, 0), 4)))
	if m.Standard == journey.NPS && v > 0 {
		s = "+" + s
	}
	if unit := line(m.Unit); unit != "" {
		return s + " " + unit
	}
	return s
}

func written(w *words.Table, v float64, o number.Option) string {
	tag := language.English
	if w.Lang() == "id" {
		tag = language.Indonesian
	}
	return strings.Replace(message.NewPrinter(tag).Sprint(number.Decimal(v, o)), "-", "−", 1)
}
