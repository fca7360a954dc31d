package values

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Mark says which sign parts the decimals of numbers.
type Mark string

// The marks.
const (
	AutoMark Mark = ""  // as the numbers themselves tell
	Point    Mark = "." // 1,234.5
	Comma    Mark = "," // 1.234,5
)

// Marks lists them all.
var Marks = []Mark{AutoMark, Point, Comma}

// Order says how days, months and years follow each other in dates such as 03/04/2026.
type Order string

// The orders.
const (
	AutoOrder  Order = "" // as the dates themselves tell
	DayFirst   Order = "day"
	MonthFirst Order = "month"
)

// Orders lists them all.
var Orders = []Order{AutoOrder, DayFirst, MonthFirst}

// bareNumber takes off a number what people write about it: units, signs of money, spaces, brackets.
func bareNumber(s, unit string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '−', '–':
			return '-'
		case ' ', '\u00a0', '\u202f', '\u2009', '\'', '’':
			return -1
		}
		return r
	}, s)
	if unit = strings.Join(strings.Fields(unit), ""); unit != "" {
		s = strings.TrimSuffix(strings.TrimPrefix(s, unit), unit)
	}
	for _, sign := range []string{"Rp.", "Rp", "IDR", "US$", "$", "€", "£", "%"} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, sign), sign)
	}
	return s
}

// number reads a number. The mark says what a sign means that could be either.
func number(s, unit string, mark Mark) (float64, bool) {
	s = bareNumber(s, unit)
	switch own := markOf(s); {
	case own == Comma, own == AutoMark && mark == Comma:
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	default:
		s = strings.ReplaceAll(s, ",", "")
	}
	if strings.Trim(s, "+-.0123456789eE") != "" || strings.Trim(s, "+-.eE") == "" {
		return 0, false // ParseFloat knows more than people mean
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}

// markOf is the mark of decimals that a number cannot be read without; AutoMark: it can be read in
// two ways, or has none.
func markOf(s string) Mark {
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	last := strings.LastIndexAny(s, ".,")
	switch {
	case points > 0 && commas > 0:
		return Mark(s[last : last+1])
	case points > 1:
		return Comma // 1.234.567
	case commas > 1:
		return Point
	case last < 0:
		return AutoMark
	}
	digits := strings.IndexFunc(s[last+1:]+"x", func(r rune) bool { return r < '0' || r > '9' })
	head := strings.TrimLeft(s[:last], "+-(")
	if digits == 3 && head != "" && head != "0" && len(head) <= 3 {
		return AutoMark // 1.234: a thousand, or a bit more than one
	}
	return Mark(s[last : last+1])
}

// commonMark is the mark that the numbers of a table tell; fallback where they do not.
func commonMark(list []string, fallback Mark) Mark {
	count := map[Mark]int{}
	for _, s := range list {
		count[markOf(bareNumber(s, ""))]++
	}
	switch {
	case count[Comma] > count[Point]:
		return Comma
	case count[Point] > count[Comma]:
		return Point
	}
	return fallback
}

// months are the names of months in the languages of the program, and what is written for short.
var months = func() map[string]time.Month {
	names := map[string]time.Month{}
	for i, list := range []string{"january januari jan", "february februari pebruari feb peb", "march maret mar", "april apr", "may mei", "june juni jun",
		"july juli jul", "august agustus aug agu ags agt", "september sep sept", "october oktober oct okt", "november nopember nov nop", "december desember dec des"} {
		for _, name := range strings.Fields(list) {
			names[name] = time.Month(i + 1)
		}
	}
	return names
}()

// date reads a day as "YYYY-MM-DD". A month stands for its first day.
func date(s string, order Order) (string, bool) {
	if day, _, ok := strings.Cut(s, "T"); ok && len(day) == 10 {
		s = day // an instant
	}
	if day, clock, ok := strings.Cut(s, " "); ok && strings.Contains(clock, ":") {
		s = day
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/. ,", r) })
	if len(parts) < 2 || len(parts) > 3 {
		return "", false
	}
	if i := slices.IndexFunc(parts, isMonth); i >= 0 {
		month := strconv.Itoa(int(monthOf(parts[i])))
		rest := slices.Delete(slices.Clone(parts), i, i+1)
		switch {
		case len(rest) == 1:
			return day(rest[0], month, "1")
		case len(rest[0]) == 4:
			return day(rest[0], month, rest[1])
		}
		return day(rest[1], month, rest[0])
	}
	switch {
	case len(parts) == 2 && len(parts[0]) == 4:
		return day(parts[0], parts[1], "1")
	case len(parts) == 2:
		return day(parts[1], parts[0], "1")
	case len(parts[0]) == 4:
		return day(parts[0], parts[1], parts[2])
	case order == MonthFirst:
		return day(parts[2], parts[0], parts[1])
	}
	return day(parts[2], parts[1], parts[0])
}

func isMonth(s string) bool { return monthOf(s) != 0 }

func monthOf(s string) time.Month { return months[strings.ToLower(s)] }

// day puts a date together. A year of two digits is one of this century.
func day(y, m, d string) (string, bool) {
	year, err1 := strconv.Atoi(y)
	month, err2 := strconv.Atoi(m)
	at, err3 := strconv.Atoi(d)
	if err1 != nil || err2 != nil || err3 != nil || len(y) != 4 && len(y) != 2 {
		return "", false
	}
	if len(y) == 2 {
		year += 2000
	}
	t := time.Date(year, time.Month(month), at, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != at || year < 1000 {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// commonOrder is the order that the dates of a table tell: where one can only be read with the month
// first, and none only with the day first, it is that.
func commonOrder(list []string) Order {
	first := false
	for _, s := range list {
		_, asDay := date(s, DayFirst)
		_, asMonth := date(s, MonthFirst)
		if asDay && !asMonth {
			return DayFirst
		}
		first = first || asMonth && !asDay
	}
	if first {
		return MonthFirst
	}
	return DayFirst
}

// ParseNumber reads a number that a person typed, with what people write about it; mark says which sign
// parts decimals where it could be either. unit is what the metric is measured in.
func ParseNumber(s, unit string, mark Mark) (float64, bool) { return number(s, unit, mark) }

// ParseDate reads a day that a person typed, as "YYYY-MM-DD", the day before the month.
func ParseDate(s string) (string, bool) { return date(strings.TrimSpace(s), DayFirst) }
