package series

import (
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Number writes v as a language does, with so many decimals (0 to 4): "1,234.5", "1.234,5".
func Number(w *words.Table, v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	decimals = min(max(decimals, 0), 4)
	s := strings.Replace(message.NewPrinter(tag(w)).Sprint(number.Decimal(v, number.Scale(decimals))), "-", "−", 1)
	if strings.Trim(s, "−0.,") == "" {
		s = strings.TrimPrefix(s, "−") // there is no less than nothing
	}
	return s
}

// Plain writes v with the decimals it has, for a field that it can be changed in: "1234.5", "1234,5".
func Plain(w *words.Table, v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if w.Lang() == "id" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return strings.Replace(s, "-", "−", 1)
}

// Value writes a value of a metric as it stands on the map: "72 %", "5.2 / 7", "+47".
func Value(w *words.Table, m journey.Metric, v float64) string {
	s := Bare(w, m, v)
	switch {
	case m.Unit != "":
		return s + " " + strings.Join(strings.Fields(m.Unit), " ")
	case m.Max != nil && (m.Standard == journey.CSAT || m.Standard == journey.CES):
		return s + " / " + Number(w, *m.Max, 0)
	}
	return s
}

// Bare is Value without the unit.
func Bare(w *words.Table, m journey.Metric, v float64) string {
	s := Number(w, v, m.Decimals)
	if m.Standard == journey.NPS && v > 0 && strings.Trim(s, "0.,") != "" {
		s = "+" + s
	}
	return s
}

// Variance writes how far a value is from its target, with its sign: "+3", "−8.5", "±0".
func Variance(w *words.Table, m journey.Metric, v float64) string {
	s := Number(w, math.Abs(v), m.Decimals)
	switch {
	case strings.Trim(s, "0.,") == "":
		return "±" + s
	case v < 0:
		return "−" + s
	}
	return "+" + s
}

// Range writes what a metric can be: "0 to 100 %"; empty if it has no bounds.
func Range(w *words.Table, m journey.Metric) string {
	unit := ""
	if u := strings.Join(strings.Fields(m.Unit), " "); u != "" {
		unit = " " + u
	}
	switch {
	case m.Min != nil && m.Max != nil:
		return w.F("measure.range", words.Args{"Least": Plain(w, *m.Min), "Most": Plain(w, *m.Max) + unit})
	case m.Min != nil:
		return w.F("measure.range.least", words.Args{"Least": Plain(w, *m.Min) + unit})
	case m.Max != nil:
		return w.F("measure.range.most", words.Args{"Most": Plain(w, *m.Max) + unit})
	}
	return ""
}

// Outside says in words that a value cannot be; empty if it can.
func Outside(w *words.Table, m journey.Metric, v float64) string {
	args := words.Args{"Value": Value(w, m, v), "Range": Range(w, m)}
	switch Beyond(m, v) {
	case Below:
		return w.F("measure.below", args)
	case Above:
		return w.F("measure.above", args)
	}
	return ""
}

// Date writes a date "2026-03-05" as a language does: "5 Mar 2026"; another text as it is.
func Date(w *words.Table, date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return strconv.Itoa(t.Day()) + " " + w.T("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}

func tag(w *words.Table) language.Tag {
	if w.Lang() == "id" {
		return language.Indonesian
	}
	return language.English
}
