package text

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain", "a b\nc", "a b\nc"},
		{"line ends", "a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"tab", "a\tb", "a b"},
		{"control characters", "a\x00b\x1b[0m\x7f\u009fc", "ab[0mc"},
		{"broken UTF-8", "a\xffb\xe2\x82", "a\uFFFDb\uFFFD"},
		{"NFD", "Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt"},
		{"joiners stay", "👨\u200d👩", "👨\u200d👩"},
		{"composed over a dropped control", "e\x00\u0301", "é"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.in); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestCleanLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(anyText().Draw(t, "text"))
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
			t.Fatalf("%q is not clean", s)
		}
		if again := Clean(s); again != s {
			t.Fatalf("%q becomes %q when cleaned again", s, again)
		}
	})
}
