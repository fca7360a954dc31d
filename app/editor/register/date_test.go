package register

import (
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		lang, s, want string
		ok            bool
	}{
		{"en", "", "", true}, {"en", "2026-11-30", "2026-11-30", true}, {"en", "30.11.2026", "2026-11-30", true},
		{"en", "30/11", "2026-11-30", true}, {"en", "1/2", "2027-02-01", true}, {"en", "30 November 2026", "2026-11-30", true},
		{"en", "3 dec", "2026-12-03", true}, {"en", "3-12-27", "2027-12-03", true}, {"en", "+14", "2026-12-06", true},
		{"en", "Today", today, true}, {"id", "besok", "2026-11-23", true}, {"id", "17 agustus", "2027-08-17", true},
		{"id", "17 Agu 2027", "2027-08-17", true}, {"en", "29/2", "2028-02-29", true}, {"en", "29/2/2027", "", false},
		{"en", "31/4", "", false}, {"en", "soon", "", false}, {"en", "12", "", false}, {"en", "1/2/3/4", "", false},
		{"en", "+x", "", false}, {"en", "0000-01-01", "", false}, {"en", "5 m", "", false}, {"id", "today", "", false},
	} {
		got, ok := Date(c.s, today, words.In(c.lang))
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s %q is %q %v, want %q %v", c.lang, c.s, got, ok, c.want, c.ok)
		}
	}
}

// FuzzDate: what is read is a day there is, written as a project stores it.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2026-11-30", "30.11.", "+7", "3 mei 2027", "today"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range words.Languages {
			day, ok := Date(s, today, words.In(lang))
			if !ok || day == "" {
				continue
			}
			if again, ok := Date(day, today, words.In(lang)); !ok || again != day {
				t.Fatalf("%q is read as %q, and that as %q", s, day, again)
			}
			a := journey.Action{ID: "a", Due: day, Status: journey.StatusIdea}
			if found := journey.Check(journey.Project{}, a); len(found) > 0 {
				t.Fatalf("%q is read as %q: %v", s, day, found)
			}
		}
	})
}
