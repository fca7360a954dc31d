package subset

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// PostScript is the name by which the file calls the font: that of its face behind a tag, as the format
// demands of fonts that are a part only.
func (s *Font) PostScript() string { return s.tag() + "+" + plainName(s.face.Name()) }

// tag is six letters that differ from subset to subset, as the format demands.
func (s *Font) tag() string {
	h := sha256.New()
	fmt.Fprintln(h, s.Name, s.face.Name())
	for _, e := range s.entries {
		fmt.Fprintln(h, e.glyph, e.text)
	}
	sum := h.Sum(nil)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// plainName keeps what a name in a file can hold without escapes.
func plainName(s string) string {
	keep := func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}
	if s = strings.Map(keep, s); s == "" {
		return "Font"
	}
	return s
}
