package layout

import (
	"strconv"
	"time"
)

// date writes "2026-11-21" as the language of the map does; what is no date comes back as it is.
func (d *drawing) date(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return strconv.Itoa(t.Day()) + " " + d.w.T("map.month."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}

// month writes a date as its month and year.
func (d *drawing) month(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return d.w.T("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}
