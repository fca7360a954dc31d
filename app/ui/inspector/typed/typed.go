// Package typed reads what a person types into a field: days, numbers and addresses, in the ways that
// people write them. All functions may be called from any goroutine.
package typed

import (
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Date reads a day as people write them, the day before the month: "2026-09-02", "2.9.2026",
// "02/09/2026". It is told as "YYYY-MM-DD". Nothing at all is no day, which is fine too; ok is false for
// what cannot be read.
func Date(s string) (day string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	for _, form := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "2.1.2006", "2/1/2006", "2-1-2006", "2 1 2006"} {
		if t, err := time.Parse(form, s); err == nil && t.Year() > 0 {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

// Number reads a number with a point or a comma. Nothing at all is no number: said is false
// then. ok is false for what cannot be read.
func Number(s string) (value float64, said, ok bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "−", "-")
	if s == "" {
		return 0, false, true
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, false, false
	}
	return v, true, true
}

// Link reads an address of the web or of mail; where only the host is said it is one of the web.
// Nothing at all is no address; ok is false where a program should not be asked to open it.
func Link(s string) (address string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	if !strings.Contains(s, ":") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || strings.ContainsAny(s, " \n\t") {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		return s, strings.Contains(u.Host, ".") || u.Hostname() == "localhost"
	case "mailto":
		return s, strings.Contains(u.Opaque, "@")
	}
	return "", false
}
