package register

import (
	"strconv"
	"strings"
	"time"

	"jejak/assets/words"
)

// Date reads a day as people write it: "2026-11-30", "30.11.2026", "30/11", "30 November 2026" and
// "30 nov" in the language of w, "+14" for so many days from today, "today" or "tomorrow" in that
// language. A day without a year is the next there is. Nothing is no day, and sound.
func Date(s, today string, w *words.Table) (day string, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	now, err := time.Parse(time.DateOnly, today)
	switch {
	case s == "":
		return "", true
	case err != nil:
		now = time.Time{}
	case s == w.T("register.today"):
		return today, true
	case s == w.T("register.tomorrow"):
		return now.AddDate(0, 0, 1).Format(time.DateOnly), true
	case strings.HasPrefix(s, "+"):
		n, err := strconv.Atoi(strings.TrimSpace(s[1:]))
		if err != nil || n < 0 || n > 36500 {
			return "", false
		}
		return now.AddDate(0, 0, n).Format(time.DateOnly), true
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format(time.DateOnly), t.Year() > 0
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ./-,", r) })
	if len(parts) != 2 && len(parts) != 3 {
		return "", false
	}
	d, err := strconv.Atoi(parts[0])
	if err != nil {
		return "", false
	}
	m := month(parts[1], w)
	if len(parts) == 3 {
		y, err := strconv.Atoi(parts[2])
		if err != nil || y < 0 {
			return "", false
		}
		if y < 100 {
			y += 2000
		}
		return sound(y, m, d)
	}
	if now.IsZero() {
		return "", false
	}
	if day, ok := sound(now.Year(), m, d); ok && day >= today {
		return day, true
	}
	for y := now.Year() + 1; y <= now.Year()+8; y++ { // the 29th of February does not come each year
		if day, ok := sound(y, m, d); ok {
			return day, true
		}
	}
	return "", false
}

// month reads a month: its number, its name or the beginning of its name; 0: none.
func month(s string, w *words.Table) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if len(s) < 3 {
		return 0
	}
	for n := 1; n <= 12; n++ {
		if strings.HasPrefix(strings.ToLower(w.T("map.month."+strconv.Itoa(n))), s) ||
			strings.ToLower(w.T("map.mon."+strconv.Itoa(n))) == s {
			return n
		}
	}
	return 0
}

// sound writes a day that there is.
func sound(y, m, d int) (string, bool) {
	if y < 1 || y > 9999 || m < 1 || m > 12 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Format(time.DateOnly), t.Day() == d && int(t.Month()) == m
}
