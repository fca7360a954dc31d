package find

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"jejak/data/journey/journeytest"
)

func TestPattern(t *testing.T) {
	for _, c := range []struct {
		name, what, in string
		exact, word    bool
		found          []string
	}{
		{"plain", "cat", "cat concatenate Cat", false, false, []string{"cat", "cat", "Cat"}},
		{"exact", "Cat", "cat concatenate Cat", true, false, []string{"Cat"}},
		{"word", "cat", "cat concatenate Cat cat's", false, true, []string{"cat", "Cat", "cat"}},
		{"word not over a part of another alphabet", "cat", "cat écat caté", false, true, []string{"cat"}},
		{"accents do not count", "cafe", "Café CAFÉ cafe\u0301", false, false, []string{"Café", "CAFÉ", "cafe\u0301"}},
		{"nor those that were typed", "café", "cafe", false, false, []string{"cafe"}},
		{"unless it is exact", "cafe", "Café cafe", true, false, []string{"cafe"}},
		{"several accents on one letter", "viet", "Việt Nam", false, false, []string{"Việt"}},
		{"letters that become two", "strasse", "Straße STRASSE", false, false, []string{"Straße", "STRASSE"}},
		{"half of such a letter is nothing", "s", "ß", false, false, nil},
		{"quotation marks", "don't", "don’t DON'T", false, false, []string{"don’t", "DON'T"}},
		{"over the end of a line", "two words", "Two\nwords, two words", false, false, []string{"Two\nwords", "two words"}},
		{"over the end of a line with accents", "dua kata", "é dua\nkata", false, false, []string{"dua\nkata"}},
		{"hidden hyphens", "bookshop", "book\u00adshop", false, false, []string{"book\u00adshop"}},
		{"not within itself", "aa", "aaaaa", false, false, []string{"aa", "aa"}},
		{"signs alone stand as words", "→", "a→b", false, true, []string{"→"}},
		{"a sign is no end of a word", "c++", "C++ c++x", false, true, []string{"C++", "c++"}},
		{"nothing asked", "", "abc", false, false, nil},
		{"only an accent asked", "\u0301", "é", false, false, nil},
		{"nothing there", "abc", "", false, false, nil},
		{"emoji", "😀", "x😀y", false, false, []string{"😀"}},
		{"bad bytes", "a", "a\xffa", false, false, []string{"a", "a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range NewPattern(c.what, c.exact, c.word).In(c.in) {
				got = append(got, c.in[s.From:s.To])
			}
			if !slices.Equal(got, c.found) {
				t.Errorf("found %q, want %q", got, c.found)
			}
		})
	}
}

// TestPatternLaws: what is found lies in the text in order, begins and ends between letters, and is
// found again in itself; what a text is a part of is found.
func TestPatternLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := journeytest.Text().Draw(t, "text")
		what := journeytest.Text().Draw(t, "what")
		if rapid.Bool().Draw(t, "part") {
			runes := []rune(text)
			from := rapid.IntRange(0, len(runes)).Draw(t, "from")
			what = string(runes[from:rapid.IntRange(from, len(runes)).Draw(t, "to")])
			p := NewPattern(what, true, false)
			if p.needle != "" && strings.Contains(text, p.needle) && len(p.In(text)) == 0 {
				t.Fatalf("%q is not found in %q", what, text)
			}
		}
		p := NewPattern(what, rapid.Bool().Draw(t, "exact"), rapid.Bool().Draw(t, "word"))
		last := 0
		for _, s := range p.In(text) {
			if s.From < last || s.To <= s.From || s.To > len(text) {
				t.Fatalf("%v after %d in %q", s, last, text)
			}
			last = s.To
			if !utf8.RuneStart(text[s.From]) || s.To < len(text) && !utf8.RuneStart(text[s.To]) {
				t.Fatalf("%v cuts a letter of %q", s, text)
			}
			if hit := text[s.From:s.To]; len(p.In(hit)) == 0 {
				t.Fatalf("%q is found in %q, not in itself", what, hit)
			}
		}
	})
}
