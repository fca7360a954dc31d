package draw

import (
	"strconv"
	"time"

	"jejak/assets/words"
)

// Date writes "2026-11-21" as the language of w does; what is no date comes back as it is.
func Date(s string, w *words.Table) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return strconv.Itoa(t.Day()) + " " + w.T("map.month."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}

func (d *Drawing) date(s string) string { return Date(s, d.Words) }

// month writes a date as its month and year.
func (d *Drawing) month(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return d.Words.T("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}
