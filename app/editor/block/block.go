// Package block reads the text that other programs put on the clipboard, and fills cells of a map
// with it: a list becomes cards of one cell, a table of a spreadsheet fills cells to the right and
// down.
package block

import (
	"regexp"
	"strings"

	"jejak/data/journey"
)

// Block is a text as it falls into cells: rows of columns, each a list of titles. It has at least
// one title somewhere, or no rows at all.
type Block [][][]string

// Parse reads a text. Lines are cards of one cell; where there are tabs it is a table, in which
// fields may be quoted as spreadsheets do. The marks of a bulleted or numbered list go.
func Parse(s string) Block {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\ufeff", "").Replace(s)
	s = unlisted(s)
	rows := fields(s)
	b := Block{}
	for _, row := range rows {
		cells := make([][]string, len(row))
		for i, f := range row {
			cells[i] = titles(f)
		}
		b = append(b, cells)
	}
	if !strings.Contains(s, "\t") { // a list
		var all []string
		for _, row := range b {
			all = append(all, row[0]...)
		}
		b = Block{{all}}
	}
	return b.trimmed()
}

// Len returns how many cards it makes.
func (b Block) Len() int {
	n := 0
	for _, row := range b {
		for _, cell := range row {
			n += len(cell)
		}
	}
	return n
}

// trimmed leaves out rows and columns at the end that hold nothing.
func (b Block) trimmed() Block {
	last := -1
	for i, row := range b {
		for len(row) > 0 && len(row[len(row)-1]) == 0 {
			row = row[:len(row)-1]
		}
		if b[i] = row; len(row) > 0 {
			last = i
		}
	}
	return b[:last+1]
}

// titles splits a field into what becomes cards.
func titles(field string) []string {
	var list []string
	for line := range strings.SplitSeq(field, "\n") {
		if line = strings.TrimSpace(journey.CleanText(line)); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// mark is what stands before an item of a list: "• ", "- ", "3. ".
var mark = regexp.MustCompile(`^[ \t]*(?:[-–—•*·‣▪◦●○]|\d{1,3}[.)])[ \t]+`)

// unlisted takes the marks of a list away, if all of its lines have one.
func unlisted(s string) string {
	lines := strings.Split(s, "\n")
	n := 0
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !mark.MatchString(line) {
			return s
		}
		n++
	}
	if n < 2 {
		return s
	}
	for i, line := range lines {
		lines[i] = mark.ReplaceAllString(line, "")
	}
	return strings.Join(lines, "\n")
}

// fields splits a text into rows at line ends and into fields at tabs, of which every row has one
// at least.
func fields(s string) [][]string {
	rows := [][]string{{}}
	for {
		field, rest := cut(s)
		end := len(rows) - 1
		rows[end] = append(rows[end], field)
		if rest == "" {
			return rows
		}
		if rest[0] == '\n' {
			rows = append(rows, []string{})
		}
		s = rest[1:]
	}
}

// cut takes the first field off s; rest begins with what ends it, or is empty.
func cut(s string) (field, rest string) {
	if field, rest, ok := quoted(s); ok {
		return field, rest
	}
	if i := strings.IndexAny(s, "\t\n"); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// quoted takes a field off s that a spreadsheet has quoted, which it does for line ends, tabs and
// quotation marks in it. What a person has put in quotation marks keeps them.
func quoted(s string) (field, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	var b strings.Builder
	needed := false
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' && i+1 < len(s) && s[i+1] == '"':
			needed = true
			b.WriteByte(c)
			i++
		case c == '"':
			rest = s[i+1:]
			ended := rest == "" || rest[0] == '\t' || rest[0] == '\n'
			return b.String(), rest, needed && ended
		default:
			needed = needed || c == '\n' || c == '\t'
			b.WriteByte(c)
		}
	}
	return "", s, false
}

// First returns the first title; empty if there is none.
func (b Block) First() string {
	for _, row := range b {
		for _, cell := range row {
			if len(cell) > 0 {
				return cell[0]
			}
		}
	}
	return ""
}
