package findings

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Kind is what a Row is.
type Kind uint8

// The kinds of rows.
const (
	Heading Kind = iota // of a group: pressing it folds the group
	Line                // pressing it shows what it is about on the board
	More                // there are more than are listed: pressing it lists some of them
	Remark              // nothing to press
)

// Row is one row of a list.
type Row struct {
	Kind  Kind
	Key   string // tells it from the others
	Text  string
	About string // second voice under it
	Note  string // second voice at the end
	Theme Theme
	Mark  journey.Outcome // of a goal or purpose
	Open  bool            // of a heading
	Ref   journey.Ref     // what it is about first, on the board or not; zero: several things

	shows func() []journey.Ref // nil: nothing
}

// Shows lists what the row selects on the board. It is worked out when it is asked for.
func (r Row) Shows() []journey.Ref {
	if r.shows == nil {
		return nil
	}
	return r.shows()
}

// these is a list that is known already.
func these(refs ...journey.Ref) func() []journey.Ref { return func() []journey.Ref { return refs } }

// first is how many of a group are listed at first, next how many more each time.
const (
	first = 6
	next  = 50
)

// List remembers what of a list is folded and how much is listed. The zero value is ready.
type List struct {
	folded map[string]bool
	listed map[string]int // beyond first
}

// Press folds or unfolds the group of a heading, or lists more of that of a More.
func (l *List) Press(r Row) {
	if l.folded == nil {
		l.folded, l.listed = map[string]bool{}, map[string]int{}
	}
	switch r.Kind {
	case Heading:
		l.folded[r.Key] = !l.folded[r.Key]
	case More:
		l.listed[strings.TrimPrefix(r.Key, "more ")] += next
	}
}

// group lists a group of n lines.
func (l *List) group(rows []Row, head Row, n int, lines iter.Seq[Row], w *words.Table) []Row {
	head.Kind, head.Open = Heading, !l.folded[head.Key]
	rows = append(rows, head)
	if !head.Open {
		return rows
	}
	most := first + l.listed[head.Key]
	if n == most+1 {
		most = n // saying that there is one more takes as much room as it
	}
	i := 0
	for row := range lines {
		if i == most {
			break
		}
		row.Kind, row.Key = Line, head.Key+" "+strconv.Itoa(i)
		rows = append(rows, row)
		i++
	}
	if n > most {
		rows = append(rows, Row{Kind: More, Key: "more " + head.Key, Text: w.N("insight.more", n-most, nil)})
	}
	return rows
}

// Findings lists what a map tells.
func (l *List) Findings(p journey.Project, r insight.Report, f Filter, w *words.Table) []Row {
	var rows []Row
	for _, g := range Groups(p, r, f) {
		head := Row{Key: string(g.Rule), Text: g.Rule.Title(w), Note: strconv.Itoa(g.Count), Theme: themes[g.Rule],
			shows: func() (refs []journey.Ref) {
				for found := range g.Found() {
					refs = append(refs, Shows(p, found)...)
				}
				return refs
			}}
		rows = l.group(rows, head, g.Count, func(yield func(Row) bool) {
			for found := range g.Found() {
				row := Row{Text: found.Text(p, w), Theme: themes[g.Rule], Mark: found.Outcome, Ref: found.Refs[0],
					shows: func() []journey.Ref { return Shows(p, found) }}
				if id := StageOf(p, found); id != "" && !stageSaid[g.Rule] {
					row.About = insight.Name(p, journey.Ref{Kind: journey.KindStage, ID: id}, w)
				}
				if !yield(row) {
					return
				}
			}
		}, w)
	}
	if len(rows) == 0 {
		key := "findings.none"
		if f != (Filter{}) {
			key = "findings.none.filtered"
		}
		return []Row{{Kind: Remark, Key: "none", Text: w.T(key)}}
	}
	return rows
}

// stageSaid are the rules whose sentence names the stage.
var stageSaid = map[insight.Rule]bool{
	insight.RuleStageDrop: true, insight.RuleGoal: true, insight.RuleBare: true, insight.RuleSingle: true,
	insight.RuleHole: true, insight.RuleDropOff: true,
}

// Gaps lists the goal-gap report: the goal of each stage, whether it is met, and the touchpoints that
// meet their purpose, in part or not.
func (l *List) Gaps(p journey.Project, r insight.Report, w *words.Table) []Row {
	var rows []Row
	for _, g := range r.Goals {
		stage, _ := p.Stages.Get(g.Stage.ID)
		head := Row{Key: "goal " + string(stage.ID), Text: insight.Name(p, g.Stage, w), Mark: g.Outcome, Theme: Goals, shows: these(g.Stage)}
		if stage.Goal != "" {
			head.About = strings.Join(strings.Fields(stage.Goal), " ")
		} else {
			head.About = w.T("findings.goal.none")
		}
		judged := []struct {
			mark journey.Outcome
			key  string
			refs []journey.Ref
		}{
			{journey.OutcomeMet, "findings.purpose.met", g.Met}, {journey.OutcomePartly, "findings.purpose.partly", g.Partly},
			{journey.OutcomeUnmet, "findings.purpose.unmet", g.Unmet}, {journey.OutcomeUnknown, "findings.purpose.unsaid", g.Unsaid},
		}
		var lines []Row
		for _, j := range judged {
			if n := len(j.refs); n > 0 {
				line := Row{Text: w.N(j.key, n, nil), Mark: j.mark, shows: these(j.refs...), Theme: Goals}
				if n == 1 {
					line.About = insight.Name(p, j.refs[0], w)
				}
				lines = append(lines, line)
			}
		}
		if len(lines) == 0 {
			lines = []Row{{Text: w.T("findings.purpose.none"), shows: these(g.Stage), Theme: Goals}}
		}
		head.Note = w.T("findings.goal." + outcomeKey(g.Outcome))
		rows = l.group(rows, head, len(lines), slices.Values(lines), w)
	}
	if len(rows) == 0 {
		return []Row{{Kind: Remark, Key: "none", Text: w.T("findings.goals.none")}}
	}
	return rows
}

// outcomeKey is what words call an outcome.
func outcomeKey(o journey.Outcome) string {
	if o == journey.OutcomeUnknown {
		return "unsaid"
	}
	return string(o)
}

// Patterns lists the tags of a map: how often each, and where.
func (l *List) Patterns(p journey.Project, r insight.Report, w *words.Table) []Row {
	var rows []Row
	for _, t := range Tags(p, r) {
		var at []int
		for i, n := range t.In {
			if n > 0 {
				at = append(at, i)
			}
		}
		head := Row{Key: "tag " + string(t.Tag.ID), Text: insight.Name(p, journey.RefTo(t.Tag), w), Note: strconv.Itoa(len(t.Cards)),
			About: w.N("findings.tag.stages", t.Stages(), nil), shows: these(t.Cards...)}
		var lines []Row
		for _, i := range at {
			f := r.Facts[i]
			refs := f.Tagged[t.Tag.ID]
			row := Row{Text: insight.Name(p, f.Stage, w), Note: strconv.Itoa(len(refs)), shows: these(refs...)}
			if len(refs) == 1 {
				row.About = insight.Name(p, refs[0], w)
			}
			lines = append(lines, row)
		}
		rows = l.group(rows, head, len(lines), slices.Values(lines), w)
	}
	if len(rows) == 0 {
		return []Row{{Kind: Remark, Key: "none", Text: w.T("findings.tags.none")}}
	}
	return rows
}
