package values

import (
	"strings"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Field says what stands in a column. "measure.column." + Field is its key in assets/words.
type Field string

// The fields.
const (
	Nothing     Field = "nothing" // the column is left out
	MetricName  Field = "metric"
	MapName     Field = "map"
	StageName   Field = "stage"
	Touchpoint  Field = "touchpoint"
	PlaceName   Field = "place" // of a map, a stage or a card
	DateField   Field = "date"
	ValueField  Field = "value" // of the metric the row names, or of the one the column is of
	TargetField Field = "target"
	SourceField Field = "source"
)

// Fields lists them all.
var Fields = []Field{Nothing, MetricName, MapName, StageName, Touchpoint, PlaceName, DateField, ValueField, TargetField, SourceField}

// Metric names a metric: of the project, or a built-in one or one of the user's own that is to be made.
type Metric struct {
	ID       journey.ID
	Standard journey.Standard // without an ID
	Name     string           // without either
}

// Column is what stands in a column.
type Column struct {
	Field  Field
	Metric Metric // of values, where the header names it; zero: each row does
}

// Mapping says how a table is to be read.
type Mapping struct {
	Header  bool // the first row names the columns
	Columns []Column
	Mark    Mark
	Order   Order
	Make    bool // metrics that are neither in the project nor built in are made
}

// heads are what columns are called, folded.
var heads = map[Field]string{
	MetricName:  "metric|metrics|measure|indicator|kpi|metrik|ukuran|indikator",
	MapName:     "map|journey|journey map|peta|peta perjalanan|perjalanan",
	StageName:   "stage|phase|tahap|tahapan|fase",
	Touchpoint:  "touchpoint|touch point|card|titik kontak|kartu",
	PlaceName:   "place|where|at|location|tempat|lokasi|di",
	DateField:   "date|day|month|period|measured on|tanggal|tgl|hari|bulan|periode",
	ValueField:  "value|result|score|actual|measured|nilai|hasil|skor|aktual|terukur",
	TargetField: "target|goal|plan|sasaran|rencana",
	SourceField: "source|data source|survey|sumber|sumber data|survei",
	Nothing:     "unit|satuan|note|notes|comment|catatan|komentar|id|no|no.",
}

// standards are what built-in metrics are called, folded, beside the words of the program.
var standards = map[journey.Standard]string{
	journey.CSAT:           "csat|customer satisfaction|customer satisfaction score|satisfaction|kepuasan|kepuasan pelanggan",
	journey.NPS:            "nps|net promoter score|net promoter|recommendation|rekomendasi",
	journey.CES:            "ces|customer effort score|customer effort|effort|upaya pelanggan",
	journey.ConversionRate: "cvr|cr|conversion rate|conversion|site conversion rate|tingkat konversi|konversi|rasio konversi",
	journey.RepurchaseRate: "repurchase rate|repurchase|repeat purchase rate|repeat rate|tingkat pembelian ulang|pembelian ulang|pembelian kembali",
}

// fold is a name as it is compared: case and spaces do not count.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// among reports whether a name stands in a list that is parted by bars.
func among(list, name string) bool {
	return name != "" && !strings.Contains(name, "|") && strings.Contains("|"+list+"|", "|"+name+"|")
}

// metricNamed finds a metric by what it is called: by its name in the project, as a built-in one that
// the project has, as a built-in one that it has not.
func metricNamed(p journey.Project, name string) (Metric, bool) {
	name = fold(name)
	if name == "" {
		return Metric{}, false
	}
	all := p.MetricsInOrder()
	for _, m := range all {
		if fold(m.Name) == name {
			return Metric{ID: m.ID}, true
		}
	}
	for _, s := range journey.Standards[1:] {
		known := fold(string(s)) == name || among(standards[s], name)
		for _, lang := range words.Languages {
			known = known || fold(words.In(lang).T("inspector.metric."+string(s))) == name
		}
		if !known {
			continue
		}
		for _, m := range all {
			if m.Standard == s {
				return Metric{ID: m.ID}, true
			}
		}
		return Metric{Standard: s}, true
	}
	return Metric{}, false
}

// fieldNamed is what a header says of its column.
func fieldNamed(p journey.Project, head string) (Column, bool) {
	name := fold(head)
	for _, f := range Fields {
		if among(heads[f], name) {
			return Column{Field: f}, true
		}
	}
	if m, ok := metricNamed(p, head); ok {
		return Column{ValueField, m}, true
	}
	return Column{Field: Nothing}, false
}

// Guess proposes how to read a table: by its header, and by what stands in the columns where it does
// not tell.
func Guess(p journey.Project, mapID journey.ID, t Table) Mapping {
	g := Mapping{Columns: make([]Column, t.Width), Header: headed(p, t)}
	for i := range g.Columns {
		g.Columns[i].Field = Nothing
	}
	rows, known := t.Rows, make([]bool, t.Width)
	if g.Header {
		for i, head := range t.Rows[0] {
			g.Columns[i], known[i] = fieldNamed(p, head)
		}
		rows = rows[1:]
	}
	has := func(f Field) bool {
		for _, c := range g.Columns {
			if c.Field == f {
				return true
			}
		}
		return false
	}
	names := newNames(p, mapID)
	tests := []struct {
		f    Field
		fits func(s string) bool
	}{
		{DateField, func(s string) bool { _, ok := date(s, AutoOrder); return ok || dated(s) }},
		{MetricName, func(s string) bool { _, ok := metricNamed(p, s); return ok }},
		{PlaceName, func(s string) bool { return len(names.places[fold(s)]) > 0 }},
		{ValueField, isNumber}, {TargetField, isNumber},
		{SourceField, func(s string) bool { return !isNumber(s) }},
	}
	placed := has(StageName) || has(Touchpoint)
	for _, test := range tests {
		if has(test.f) || test.f == PlaceName && placed || test.f == MetricName && has(ValueField) && g.wide() {
			continue
		}
		best, most := -1, 0.5
		for i := range g.Columns {
			if known[i] || g.Columns[i].Field != Nothing {
				continue
			}
			if share := fitting(rows, i, test.fits); share > most {
				best, most = i, share
			}
			if best >= 0 && (test.f == ValueField || test.f == TargetField) {
				break // the first column of numbers, then the second
			}
		}
		if best >= 0 {
			g.Columns[best] = Column{Field: test.f}
		}
	}
	return g
}

// wide reports whether columns name the metrics that their values are of.
func (g Mapping) wide() bool {
	for _, c := range g.Columns {
		if c.Metric != (Metric{}) {
			return true
		}
	}
	return false
}

// dated reports whether a text is a date with the month first.
func dated(s string) bool { _, ok := date(s, MonthFirst); return ok }

func isNumber(s string) bool { _, ok := number(s, "", AutoMark); return ok }

// fitting is the share of what stands in a column that fits; 0 for an empty one.
func fitting(rows [][]string, column int, fits func(string) bool) float64 {
	n, all := 0, 0
	for _, row := range rows[:min(len(rows), 200)] {
		if column >= len(row) || row[column] == "" {
			continue
		}
		all++
		if fits(row[column]) {
			n++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// headed reports whether the first row names the columns: it holds no number and no date, and a name
// that is known, or there are numbers below it.
func headed(p journey.Project, t Table) bool {
	named := false
	for _, cell := range t.Rows[0] {
		if _, ok := date(cell, AutoOrder); ok || isNumber(cell) {
			return false
		}
		c, ok := fieldNamed(p, cell)
		named = named || ok && (c.Metric == Metric{})
	}
	if named {
		return true
	}
	if len(t.Rows) < 2 {
		return false
	}
	for i := range t.Rows[0] {
		if t.Rows[0][i] != "" && fitting(t.Rows[1:], i, isNumber) > 0.5 {
			return true
		}
	}
	return false
}
