package object

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"":                    "()",
		"a (b) \\ c":          `(a \(b\) \\ c)`,
		"é":                   "<FEFF00E9>",
		"\U0001F642":          "<FEFFD83DDE42>",
		" a\tb\nc\x00\uFFFF ": "(a b c)",
		"a\xff":               "<FEFF0061FFFD>",
	} {
		if got := String(Plain(in)); got != want {
			t.Errorf("%q is written %s, want %s", in, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, n := rapid.String().Draw(rt, "s"), rapid.IntRange(3, 40).Draw(rt, "n")
		got := Short(s, n)
		if len(got) > n || utf8.ValidString(s) && !utf8.ValidString(got) || len(s) <= n && got != s {
			rt.Errorf("%q cut to %d bytes is %q", s, n, got)
		}
	})
}
