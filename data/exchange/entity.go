package exchange

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"jejak/data/journey"
)

// An entity is Mermaid's way to write a character that would mean something to it: "#59;" by its
// number, "#quot;" by its name in HTML.
var entity = regexp.MustCompile(`#\w+;`)

var lineBreak = regexp.MustCompile(`(?i)</?br\s*/?>`)

// entityLen returns the length of the entity that s starts with, 0 if it starts with none.
func entityLen(s string) int {
	for i := 1; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ';' && i > 1:
			return i + 1
		case c == '_', c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		default:
			return 0
		}
	}
	return 0
}

// plain returns a text of a diagram as a person sees it: entities decoded, "<br>" as a line end,
// white space trimmed from each line.
func plain(s string) string {
	s = lineBreak.ReplaceAllString(s, "\n")
	s = entity.ReplaceAllStringFunc(s, func(e string) string {
		name := e[1 : len(e)-1]
		if _, err := strconv.Atoi(name); err == nil {
			name = "#" + name
		}
		return html.UnescapeString("&" + name + ";")
	})
	s = journey.CleanText(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = trimSpace(l)
	}
	return trimSpace(strings.Join(lines, "\n"))
}

// keywords are what a name must not begin with: Mermaid would read a statement.
var keywords = []string{"journey", "title", "section", "acctitle", "accdescr"}

// escaped writes a name so that Mermaid, and plain, read it back. also lists characters that
// separate in this place, beside those that do everywhere.
func escaped(s, also string) string {
	var b strings.Builder
	lower := strings.ToLower(s[:min(len(s), 8)])
	for _, k := range keywords {
		if strings.HasPrefix(lower, k) {
			b.WriteString(coded(rune(s[0])))
			s = s[1:]
			break
		}
	}
	for i, r := range s {
		switch {
		case r == '\n':
			b.WriteString("<br>")
		case strings.ContainsRune("#;<", r), strings.ContainsRune(also, r):
			b.WriteString(coded(r))
		case r == '&' && i+1 < len(s) && !isSpace(firstRune(s[i+1:])): // nothing that HTML could take for an entity
			b.WriteString(coded(r))
		case r == '%' && (strings.HasPrefix(s[i+1:], "%") || strings.HasSuffix(s[:i], "%")):
			b.WriteString(coded(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func coded(r rune) string { return "#" + strconv.Itoa(int(r)) + ";" }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
