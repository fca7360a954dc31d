package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jejak/data/journey"
)

// Span is a piece of a text, in bytes.
type Span struct{ From, To int }

// Pattern is what is looked for, made ready. The zero Pattern finds nothing.
type Pattern struct {
	needle string
	exact  bool // capitals and accents count
	word   bool // whole words alone
}

// NewPattern makes a pattern of what a person typed. Unless it is exact, capitals, accents, the shape
// of quotation marks and ends of lines do not count.
func NewPattern(s string, exact, word bool) Pattern {
	p := Pattern{needle: journey.CleanText(s), exact: exact, word: word}
	if !exact {
		p.needle = Fold(p.needle).Text
	}
	return p
}

// In lists where the pattern stands in a text, from left to right, none within another.
func (p Pattern) In(s string) []Span {
	switch {
	case p.needle == "" || s == "":
		return nil
	case p.exact:
		return p.scan(s, s, nil)
	case isASCII(s):
		lower := strings.ToLower(s)
		if strings.Contains(p.needle, " ") {
			lower = strings.ReplaceAll(lower, "\n", " ")
		}
		return p.scan(lower, s, nil)
	}
	f := Fold(s)
	return p.scan(f.Text, s, f.From)
}

// scan looks through text, which is s or what s was folded to. from tells where in s a byte of
// text comes from, see Folded; nil: the same byte.
func (p Pattern) scan(text, s string, from []int) []Span {
	var found []Span
	for at := 0; at < len(text); {
		i := strings.Index(text[at:], p.needle)
		if i < 0 {
			break
		}
		i += at
		span := Span{i, i + len(p.needle)}
		if from != nil {
			span = Span{from[span.From], from[span.To]}
		}
		if span.From < 0 || span.To < 0 || p.word && !standsAlone(s, span) {
			_, size := utf8.DecodeRuneInString(text[i:])
			at = i + size
			continue
		}
		found = append(found, span)
		at = i + len(p.needle)
	}
	return found
}

// standsAlone reports whether no word goes on over either end of a span.
func standsAlone(s string, at Span) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at.From])
	first, _ := utf8.DecodeRuneInString(s[at.From:])
	last, _ := utf8.DecodeLastRuneInString(s[:at.To])
	after, _ := utf8.DecodeRuneInString(s[at.To:])
	return !(at.From > 0 && ofWord(before) && ofWord(first)) && !(at.To < len(s) && ofWord(last) && ofWord(after))
}

func ofWord(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Folded is a text without what does not count. From has, for each byte of Text and for its end,
// the byte of the original; −1 within what came of one letter, so that no match ends there.
type Folded struct {
	Text string
	From []int
}

// letters are those whose plain form no table of Unicode gives, and signs that are written in
// several ways.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ς': "σ",
	'‘': "'", '’': "'", '‚': "'", '“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`,
	'–': "-", '—': "-", '‑': "-", '−': "-", '\n': " ", '\u00a0': " ", '\u202f': " ", '\u00ad': "", '\u200b': "",
}

// Fold takes capitals, accents, the shape of quotation marks and ends of lines out of a text.
func Fold(s string) Folded {
	var text strings.Builder
	text.Grow(len(s))
	from := make([]int, 0, len(s)+1)
	for i, r := range s {
		start := i
		for _, r := range decomposed(s[i:], r) {
			if unicode.Is(unicode.Mn, r) {
				continue
			}
			r = unicode.ToLower(r)
			plain, ok := letters[r]
			if !ok {
				plain = string(r)
			}
			text.WriteString(plain)
			for range len(plain) {
				from = append(from, start)
				start = -1
			}
		}
	}
	return Folded{text.String(), append(from, len(s))}
}

// decomposed returns the letter r, which s begins with, and its accents.
func decomposed(s string, r rune) []rune {
	if r < utf8.RuneSelf {
		return []rune{r}
	}
	if d := norm.NFD.PropertiesString(s).Decomposition(); d != nil {
		return []rune(string(d))
	}
	return []rune{r}
}
