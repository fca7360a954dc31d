package journey

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestCleanText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"plain", "plain"},
		{"two\nlines", "two\nlines"},
		{"a\tb", "a b"},
		{"a\r\nb\rc", "a\nb\nc"},
		{"a\u2028b\u2029c\u0085d", "a\nb\nc\nd"},
		{"\x00a\x1bb\x7fc\u009fd", "abcd"},
		{"a\xffb\xc3", "a\uFFFDb\uFFFD"},
		{"\xed\xa0\x80", "\uFFFD"},
		{"e\u0301", "é"},
		{"\u1100\u1161", "가"},
		{"👩‍👩‍👧 ❤️", "👩‍👩‍👧 ❤️"},
		{"a\uFFFE\uFFFF\U0001FFFF\uFDD0b", "ab"},
		{"رحلة العميل", "رحلة العميل"},
		{"xin chào tiếng Việt", "xin chào tiếng Việt"},
		{"e\x00\u0301", "é"},
	} {
		if got := CleanText(c.in); got != c.want {
			t.Errorf("CleanText(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	long := strings.Repeat("a", 10_000)
	if CleanText(long) != long {
		t.Error("a long word changed")
	}
}

func TestCleanTextLaws(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	rapid.Check(t, func(t *rapid.T) {
		s := CleanText(text.Draw(t, "text"))
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
			t.Fatalf("not clean: %q", s)
		}
		for _, r := range s {
			if unicode.IsControl(r) && r != '\n' {
				t.Fatalf("control character in %q", s)
			}
		}
		if again := CleanText(s); again != s {
			t.Fatalf("%q becomes %q the second time", s, again)
		}
	})
}
