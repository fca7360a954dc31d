package journey

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CleanText returns s as it is kept in a record: valid UTF-8 (bad bytes become U+FFFD), composed
// (NFC), lines ending in "\n" alone, tabs as spaces, and no other control characters. Emoji and
// what joins them stay.
func CleanText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r < 0x20, r >= 0x7f && r <= 0x9f:
			return -1
		case r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
			return -1 // not a character: no XML or text format may hold it
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// isPlain reports whether s is ASCII without anything to clean.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == 0x7f || c < 0x20 && c != '\n' {
			return false
		}
	}
	return true
}
