package values

import (
	"strconv"

	"jejak/assets/words"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// Fate says what becomes of a value that a table holds.
type Fate string

// The fates.
const (
	Adds    Fate = "adds"    // a value that is not there yet
	Changes Fate = "changes" // one that is there, of the same metric, place and day
	Same    Fate = "same"    // it is there already, as it stands in the table
	Refused Fate = "refused" // it does not fit: see Problem
)

// Problem says why a value does not fit. "measure.problem." + Problem is its key in assets/words.
type Problem string

// The problems.
const (
	NoMetric      Problem = "noMetric"      // the row names no metric
	UnknownMetric Problem = "unknownMetric" // neither in the project nor built in
	NoMap         Problem = "noMap"
	SeveralMaps   Problem = "severalMaps"
	NoStage       Problem = "noStage"
	NoTouchpoint  Problem = "noTouchpoint"
	NoPlace       Problem = "noPlace"
	Several       Problem = "several" // places of that name
	NoValue       Problem = "noValue"
	BadNumber     Problem = "badNumber"
	BadDate       Problem = "badDate"
	Twice         Problem = "twice" // a row above is of the same metric, place and day
)

// Problems lists them all.
var Problems = []Problem{NoMetric, UnknownMetric, NoMap, SeveralMaps, NoStage, NoTouchpoint, NoPlace, Several, NoValue, BadNumber, BadDate, Twice}

// Row is one value that a table holds, and what becomes of it.
type Row struct {
	Line   int // of the table, from 1
	Metric Metric
	At     journey.Ref
	Date   string
	Value  *float64 // nil: only a target
	Target *float64
	Source string

	Fate    Fate
	Old     journey.ID // the measurement that it changes, or is the same as
	Problem Problem
	What    string      // what the problem is about, as it stands in the table
	Outside series.Side // of the metric's range; it is taken all the same
}

// Text says in a language why a row does not fit; empty if it does.
func (r Row) Text(w *words.Table) string {
	if r.Problem == "" {
		return ""
	}
	return w.F("measure.problem."+string(r.Problem), words.Args{"What": r.What})
}

// Plan is what becomes of a table.
type Plan struct {
	Rows []Row
	Made []Metric // metrics that are not in the project yet, in the order they are first named
}

// Count counts the values of a fate.
func (p Plan) Count(f Fate) int {
	n := 0
	for _, r := range p.Rows {
		if r.Fate == f {
			n++
		}
	}
	return n
}

// Resolve says what becomes of a table in a project. Places are those of the map mapID where a row
// names no other; without a date a value is of today ("YYYY-MM-DD"). A value without a target takes
// over that of the value before it, so that what was aimed at is not lost with every new value.
func Resolve(p journey.Project, mapID journey.ID, t Table, g Mapping, today string) Plan {
	r := resolving{p: p, g: g, today: today, names: newNames(p, mapID), taken: map[key]int{}, old: map[key]journey.Measurement{}, aims: map[aim]journey.Measurement{}}
	r.g.Columns = append(append([]Column(nil), g.Columns...), make([]Column, max(0, t.Width-len(g.Columns)))...)
	rows, lines := t.Rows, t.Lines
	if g.Header && len(rows) > 0 {
		rows, lines = rows[1:], lines[1:]
	}
	r.learn(rows)
	for i, row := range rows {
		r.row(row, lines[i])
	}
	return r.plan
}

// key is what makes two values the same one.
type key struct {
	metric Metric
	at     journey.Ref
	date   string
}

// aim is what a target is of.
type aim struct {
	metric journey.ID
	at     journey.Ref
}

type resolving struct {
	p     journey.Project
	g     Mapping
	today string
	names *names
	old   map[key]journey.Measurement // what the project has
	aims  map[aim]journey.Measurement // the newest with a target
	taken map[key]int                 // lines of the rows so far
	made  map[Metric]bool
	plan  Plan
}

// learn finds how numbers and dates are written, and what is there already.
func (r *resolving) learn(rows [][]string) {
	var numbers, dates []string
	for _, row := range rows {
		for i, cell := range row {
			switch r.g.Columns[i].Field {
			case ValueField, TargetField:
				numbers = append(numbers, cell)
			case DateField:
				dates = append(dates, cell)
			}
		}
	}
	if r.g.Mark == AutoMark {
		fallback := Point
		if r.p.Info().Language == "id" {
			fallback = Comma
		}
		r.g.Mark = commonMark(numbers, fallback)
	}
	if r.g.Order == AutoOrder {
		r.g.Order = commonOrder(dates)
	}
	r.made = map[Metric]bool{}
	for m := range r.p.Measurements.All() {
		k := key{Metric{ID: m.MetricID}, m.At, m.Date}
		if had, ok := r.old[k]; !ok || m.ID > had.ID {
			r.old[k] = m
		}
		a := aim{m.MetricID, m.At}
		if had, ok := r.aims[a]; m.Target != nil && (!ok || m.Date > had.Date || m.Date == had.Date && m.ID > had.ID) {
			r.aims[a] = m
		}
	}
}

// row makes the values of a row: one, or one for each column that names a metric.
func (r *resolving) row(cells []string, line int) {
	var w where
	base := Row{Line: line, Date: r.today}
	metric, day, target := "", "", ""
	single, wide := "", false
	singleThere := false
	for i, cell := range cells {
		c := r.g.Columns[i]
		switch c.Field {
		case MetricName:
			metric = cell
		case MapName:
			w.mapName = cell
		case StageName:
			w.stage = cell
		case Touchpoint:
			w.touchpoint = cell
		case PlaceName:
			w.place = cell
		case DateField:
			day = cell
		case TargetField:
			target = cell
		case SourceField:
			base.Source = cell
		case ValueField:
			if c.Metric == (Metric{}) {
				single, singleThere = cell, true
			}
		}
	}
	for _, c := range r.g.Columns {
		wide = wide || c.Field == ValueField && c.Metric != Metric{}
	}
	if day != "" {
		d, ok := date(day, r.g.Order)
		if !ok {
			base.Problem, base.What = BadDate, day
		}
		base.Date = d
	}
	if base.Problem == "" {
		base.At, base.Problem, base.What = r.names.find(w)
	}
	if singleThere || !wide || metric != "" {
		row := base
		row.Metric, row.Problem, row.What = r.metric(metric, base)
		r.value(row, single, target)
		if metric != "" && !singleThere {
			return
		}
	}
	for i, cell := range cells {
		if c := r.g.Columns[i]; c.Field == ValueField && c.Metric != (Metric{}) && cell != "" {
			row := base
			row.Metric = c.Metric
			r.value(row, cell, "")
		}
	}
}

// metric finds the metric that a row names; what is wrong with the row already comes first.
func (r *resolving) metric(name string, row Row) (Metric, Problem, string) {
	m, ok := metricNamed(r.p, name)
	switch {
	case row.Problem != "":
		return m, row.Problem, row.What
	case ok:
		return m, "", ""
	case name == "":
		return m, NoMetric, ""
	case r.g.Make:
		return Metric{Name: name}, "", ""
	}
	return m, UnknownMetric, name
}

// value reads the numbers of a row and says what becomes of it.
func (r *resolving) value(row Row, value, target string) {
	of, _ := r.p.Metrics.Get(row.Metric.ID)
	read := func(s string) *float64 {
		if s == "" || row.Problem != "" {
			return nil
		}
		v, ok := number(s, of.Unit, r.g.Mark)
		if !ok {
			row.Problem, row.What = BadNumber, s
			return nil
		}
		return &v
	}
	row.Value, row.Target = read(value), read(target)
	if row.Problem == "" && row.Value == nil && row.Target == nil {
		row.Problem = NoValue
	}
	if row.Problem == "" {
		r.settle(&row, of)
	}
	if row.Problem != "" {
		row.Fate = Refused
	}
	r.plan.Rows = append(r.plan.Rows, row)
}

// settle holds a row that can be read against the rows above it and the project.
func (r *resolving) settle(row *Row, of journey.Metric) {
	k := key{Fold(row.Metric), row.At, row.Date}
	if line, twice := r.taken[k]; twice {
		row.Problem, row.What = Twice, strconv.Itoa(line)
		return
	}
	r.taken[k] = row.Line
	if row.Value != nil {
		row.Outside = series.Beyond(rangeOf(of, row.Metric), *row.Value)
	}
	if row.Metric.ID == "" && !r.made[k.metric] {
		r.made[k.metric] = true
		r.plan.Made = append(r.plan.Made, row.Metric)
	}
	row.Fate = Adds
	old, there := r.old[k]
	if !there {
		if last, ok := r.aims[aim{row.Metric.ID, row.At}]; ok && row.Target == nil && last.Date <= row.Date {
			row.Target = last.Target
		}
		return
	}
	row.Fate, row.Old = Changes, old.ID
	if same(row.Value, old.Value) && same(row.Target, old.Target) && (row.Source == "" || row.Source == old.Source) {
		row.Fate = Same
	}
}

// same reports whether a number of a table says no other than that of the project; none says nothing.
func same(now, old *float64) bool { return now == nil || old != nil && *now == *old }

// Fold makes equal what names the same metric: case and spaces do not count.
func Fold(m Metric) Metric {
	m.Name = fold(m.Name)
	return m
}

// rangeOf is a metric with the range it has or, built in and not there yet, will have.
func rangeOf(m journey.Metric, named Metric) journey.Metric {
	if m.ID != "" {
		return m
	}
	return named.Standard.Metric()
}
