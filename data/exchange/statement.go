package exchange

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jejak/assets/words"
)

// statementKind says what a statement of a diagram is.
type statementKind int

const (
	titleStatement statementKind = iota
	accTitleStatement
	accDescrStatement
	sectionStatement
	taskStatement
)

// statement is one fact of a diagram, as written.
type statement struct {
	kind statementKind
	line int
	text string
	data string // of a task: what follows its first colon
}

// scanner cuts a diagram into statements exactly as Mermaid 11 does, with the same precedence of
// its rules, and reads a little more where a person plainly meant something.
type scanner struct {
	src   string
	pos   int
	line  int // of pos
	seen  int // up to where line was counted
	notes []Note
}

var (
	directive  = regexp.MustCompile(`(?s)%%\{.*?\}%%`)
	tagOpening = regexp.MustCompile(`<(\w+)([^>]*)>`)
	attribute  = regexp.MustCompile(`="([^"]*)"`)
)

// cleaned takes directives and comment lines out of a diagram and keeps its lines.
func cleaned(src string) string {
	src = tagOpening.ReplaceAllStringFunc(src, func(tag string) string { return attribute.ReplaceAllString(tag, "='$1'") })
	src = directive.ReplaceAllStringFunc(src, blank)
	lines := strings.SplitAfter(src, "\n")
	for i, l := range lines {
		if t := trimSpace(l); len(t) > 2 && strings.HasPrefix(t, "%%") && t[2] != '{' {
			lines[i] = blank(l)
		}
	}
	return strings.Join(lines, "")
}

// newScanner starts behind the keyword that opens a diagram.
func newScanner(src string) (*scanner, error) {
	s := &scanner{src: cleaned(src), line: 1}
	s.skip()
	rest := s.src[s.pos:]
	if strings.HasPrefix(rest, "%%{") {
		return nil, s.refuse("cli.refused.directive", nil)
	}
	if rest == "" {
		return nil, &SyntaxError{Line: 1, Key: "cli.refused.empty"}
	}
	if !hasWord(rest, "journey") {
		word, _, _ := strings.Cut(rest, "\n")
		return nil, s.refuse("cli.refused.keyword", words.Args{"Found": shown(word)})
	}
	if !strings.HasPrefix(rest, "journey") {
		s.note("cli.note.keywordCase", nil)
	}
	s.pos += len("journey")
	return s, nil
}

// at returns the line of the current place.
func (s *scanner) at() int {
	s.line += strings.Count(s.src[s.seen:s.pos], "\n")
	s.seen = s.pos
	return s.line
}

func (s *scanner) note(key string, args words.Args) {
	s.notes = append(s.notes, Note{Line: s.at(), Key: key, Args: args})
}

func (s *scanner) refuse(key string, args words.Args) error {
	return &SyntaxError{Line: s.at(), Key: key, Args: args}
}

// skip passes white space and comments.
func (s *scanner) skip() {
	for s.pos < len(s.src) {
		rest := s.src[s.pos:]
		r, n := utf8.DecodeRuneInString(rest)
		switch {
		case strings.HasPrefix(rest, "%%") && !strings.HasPrefix(rest, "%%{"):
			s.endLine(2)
		case r != '}' && strings.HasPrefix(rest[n:], "%%"):
			s.endLine(n + 2)
		case isSpace(r):
			s.pos += n
		case r == '#' && entityLen(rest) == 0:
			s.endLine(1)
		default:
			return
		}
	}
}

// endLine moves to the end of the line that is under way n bytes ahead.
func (s *scanner) endLine(n int) {
	s.pos += n
	if i := strings.IndexByte(s.src[s.pos:], '\n'); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
}

// until returns the length of what stands before the first of the stop characters, a comment, a
// semicolon or the end of the line. Entities are passed over whole.
func until(s, stop string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if c == '#' {
			n := entityLen(s[i:])
			if n == 0 {
				return i
			}
			i += n
			continue
		}
		if c == '\n' || c == ';' || strings.IndexByte(stop, c) >= 0 {
			return i
		}
		i++
	}
	return i
}

// hasWord reports whether s begins with an ASCII keyword in any case that does not go on.
func hasWord(s, word string) bool {
	if len(s) < len(word) || !strings.EqualFold(s[:len(word)], word) {
		return false
	}
	if len(s) == len(word) {
		return true
	}
	c := s[len(word)]
	return c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')
}

// next returns the next statement; ok is false at the end.
func (s *scanner) next() (st statement, ok bool, err error) {
	s.skip()
	if s.pos >= len(s.src) {
		return statement{}, false, nil
	}
	st.line = s.at()
	switch {
	case s.spaced("title", ""):
		st.kind, st.text = titleStatement, s.take("")
	case s.accessible("accTitle", ":"):
		st.kind, st.text = accTitleStatement, s.restOfLine()
	case s.accessible("accDescr", ":"):
		st.kind, st.text = accDescrStatement, s.restOfLine()
	case s.accessible("accDescr", "{"):
		st.kind, st.text = accDescrStatement, s.block(st.line)
	case s.spaced("section", ":"):
		st.kind, st.text = sectionStatement, s.take(":")
		if strings.HasPrefix(s.src[s.pos:], ":") {
			if s.at() > st.line {
				return statement{}, false, &SyntaxError{Line: st.line, Key: "cli.refused.sectionName"}
			}
			s.note("cli.note.sectionColon", nil)
			st.text += s.take("")
		}
	default:
		return s.task(st)
	}
	return st, true, s.ended()
}

// task reads a task: its name, a colon, its score and people.
func (s *scanner) task(st statement) (statement, bool, error) {
	st.kind = taskStatement
	keyword := hasWord(s.src[s.pos:], "journey")
	st.text = s.take(":")
	rest := s.src[s.pos:]
	switch {
	case st.text == "" && strings.HasPrefix(rest, ":"):
		return st, false, s.refuse("cli.refused.taskName", nil)
	case strings.HasPrefix(rest, ";"):
		return st, false, s.ended()
	case !strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ":%%") || until(rest[1:], "") == 0:
		return st, false, s.unscored(st.text)
	}
	if keyword {
		s.note("cli.note.taskKeyword", words.Args{"Name": shown(st.text)})
	}
	s.pos++
	st.data = s.take("")
	return st, true, s.ended()
}

// unscored says what is wrong with a line that has a name only.
func (s *scanner) unscored(name string) error {
	args := words.Args{"Name": shown(name)}
	switch {
	case hasWord(name, "accTitle"), hasWord(name, "accDescr"):
		return s.refuse("cli.refused.accColon", args)
	case trimSpace(strings.ToLower(name)) == "section":
		return s.refuse("cli.refused.sectionName", args)
	case trimSpace(strings.ToLower(name)) == "title":
		return s.refuse("cli.refused.titleName", args)
	case hasWord(name, "journey"):
		return s.refuse("cli.refused.twice", args)
	case strings.HasPrefix(name, "%%{"):
		return s.refuse("cli.refused.directive", args)
	}
	return s.refuse("cli.refused.score", args)
}

// spaced passes a keyword and one white space behind it, if a text follows.
func (s *scanner) spaced(word, stop string) bool {
	rest := s.src[s.pos:]
	if len(rest) <= len(word) || !strings.EqualFold(rest[:len(word)], word) {
		return false
	}
	r, n := utf8.DecodeRuneInString(rest[len(word):])
	if !isSpace(r) || until(rest[len(word)+n:], stop) == 0 {
		return false
	}
	s.pos += len(word) + n
	return true
}

// accessible passes "word :" or "word {" and the white space around the mark.
func (s *scanner) accessible(word, mark string) bool {
	rest := s.src[s.pos:]
	if len(rest) < len(word) || !strings.EqualFold(rest[:len(word)], word) {
		return false
	}
	rest = strings.TrimLeftFunc(rest[len(word):], isSpace)
	if !strings.HasPrefix(rest, mark) {
		return false
	}
	s.pos = len(s.src) - len(strings.TrimLeftFunc(rest[1:], isSpace))
	return true
}

// take passes and returns what stands before a stop character.
func (s *scanner) take(stop string) string {
	start := s.pos
	s.pos += until(s.src[start:], stop)
	return s.src[start:s.pos]
}

func (s *scanner) restOfLine() string {
	start := s.pos
	s.endLine(0)
	return s.src[start:s.pos]
}

// block passes and returns the text up to the brace that closes what was opened on a line.
func (s *scanner) block(opened int) string {
	text, _, closed := strings.Cut(s.src[s.pos:], "}")
	if !closed {
		s.notes = append(s.notes, Note{Line: opened, Key: "cli.note.blockOpen"})
		s.pos = len(s.src)
		return text
	}
	s.pos += len(text) + 1
	return text
}

// ended refuses a statement that a semicolon follows.
func (s *scanner) ended() error {
	if strings.HasPrefix(s.src[s.pos:], ";") {
		return s.refuse("cli.refused.semicolon", nil)
	}
	return nil
}
