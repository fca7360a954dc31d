package cli

import "testing"

func TestQuoted(t *testing.T) {
	for s, want := range map[string]string{
		"Pays":          `"Pays"`,
		"👩‍🚀 \"flies\"": `"👩‍🚀 \"flies\""`,
		"red \x1b[31m":  `"red \x1b[31m"`,
		"turned \u202e": `"turned \u202e"`,
	} {
		if got := quoted(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}
