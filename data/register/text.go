package register

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Heading returns what a column is called in a language.
func (c Column) Heading(w *words.Table) string { return w.T("register.column." + string(c)) }

// Said returns what stands in a column as a person reads it on one line. day sets a date in words;
// nil: as it is stored.
func Said(r Row, c Column, w *words.Table, day func(string) string) string {
	s := Field(r, c)
	switch {
	case c == Status && s != "":
		return StatusName(journey.Status(s), w)
	case c == Due && s != "" && day != nil:
		return day(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// StatusName returns what a status is called at the beginning of a line; nothing for none.
func StatusName(s journey.Status, w *words.Table) string {
	if s == "" {
		return ""
	}
	name := w.T("map.status." + string(s))
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// Table returns rows as text for a spreadsheet: a line of headings and one for each row, tabs
// between the columns. A cell that begins like a formula is quoted, so that it is none.
func Table(rows []Row, w *words.Table) string {
	var b strings.Builder
	line := func(cell func(Column) string) {
		for i, c := range Columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			s := cell(c)
			if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
				s = "'" + s
			}
			b.WriteString(s)
		}
		b.WriteByte('\n')
	}
	line(func(c Column) string { return c.Heading(w) })
	for _, r := range rows {
		line(func(c Column) string { return Said(r, c, w, nil) })
	}
	return b.String()
}

// ShortDate writes a day with the short name of its month; what is no date comes back as it is.
func ShortDate(s string, w *words.Table) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return strconv.Itoa(t.Day()) + " " + w.T("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}
