package exchange

import (
	"slices"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Note tells of something that was read differently from how it was written, or not at all. It
// is no error: the rest is there.
type Note struct {
	Line int    // line of the input, counted from 1; 0: the whole
	Key  string // of the translation table, with a "cli.note." prefix
	Args words.Args
}

// Text returns the note in the language of w, its line in front.
func (n Note) Text(w *words.Table) string { return located(w, n.Line, n.Key, n.Args) }

// SyntaxError says why a text was refused, and where.
type SyntaxError struct {
	Line int    // counted from 1; 0: the whole
	Key  string // of the translation table, with a "cli.refused." prefix
	Args words.Args
}

// Error returns the message in English.
func (e *SyntaxError) Error() string { return e.Text(words.In("en")) }

// Text returns the message in the language of w, the line in front.
func (e *SyntaxError) Text(w *words.Table) string { return located(w, e.Line, e.Key, e.Args) }

func located(w *words.Table, line int, key string, args words.Args) string {
	filled := words.Args{"Line": line}
	for name, v := range args {
		if want, ok := v.(wanted); ok {
			v = w.T("cli.want." + string(want))
		}
		filled[name] = v
	}
	text := w.F(key, filled)
	if line == 0 {
		return text
	}
	return w.F("cli.line", words.Args{"Line": line, "Text": text})
}

// shown shortens s to what fits a message: one line, 60 characters at most,
// nothing that a terminal would obey.
func shown(s string) string {
	s = oneLine(journey.CleanText(s))
	n := 0
	for i := range s {
		if n == 60 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// sortedNotes puts notes in the order of their lines, those of one line as they came.
func sortedNotes(notes []Note) []Note {
	slices.SortStableFunc(notes, func(a, b Note) int { return a.Line - b.Line })
	return notes
}
