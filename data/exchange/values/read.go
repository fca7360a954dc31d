// Package values reads measured values out of tables, as spreadsheets write and copy them, says row by
// row what becomes of each in a project, and writes the values of a project as such a table.
//
// All of it is pure: it may be called from any goroutine.
package values

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"jejak/assets/words"
	"jejak/data/journey"
)

// What is read at most.
const (
	MaxBytes = 16 << 20
	MaxRows  = 50_000
	MaxCells = 64 // in a row; what stands further right is left
)

// Reason says why a table was not read. "measure.table." + Reason is its key in assets/words.
type Reason string

// The reasons.
const (
	TooLarge Reason = "tooLarge" // more than MaxBytes or MaxRows
	NotText  Reason = "notText"  // a workbook, a picture, anything but text
	Empty    Reason = "empty"    // nothing in it
)

// Reasons lists them all.
var Reasons = []Reason{TooLarge, NotText, Empty}

// Error is a table that was not read.
type Error struct{ Reason Reason }

// Error returns it in English.
func (e *Error) Error() string { return e.Text(words.In("en")) }

// Text returns it in a language.
func (e *Error) Text(w *words.Table) string { return w.T("measure.table." + string(e.Reason)) }

// Table is text in rows and cells. Cells are clean, without spaces around them.
type Table struct {
	Rows  [][]string
	Lines []int // where in the text each row begins, from 1
	Width int   // cells of the longest row
}

// Read reads a table: UTF-8 or UTF-16, with a mark of the byte order or without, else Windows-1252; its
// cells between tabs, semicolons or commas, quoted where they must be. Empty rows are left out. The
// error is an *Error.
func Read(data []byte) (Table, error) {
	if len(data) > MaxBytes {
		return Table{}, &Error{TooLarge}
	}
	text, ok := decode(data)
	if !ok {
		return Table{}, &Error{NotText}
	}
	first := 1
	if line, rest, ok := strings.Cut(text, "\n"); ok && len(line) < 8 && strings.HasPrefix(strings.ToLower(line), "sep=") {
		text, first = rest, 2 // a hint of spreadsheets to each other
	}
	t := Table{}
	var err error
	t.Rows, t.Lines, err = split(text, separator(text), MaxRows)
	if err != nil {
		return Table{}, err
	}
	if len(t.Rows) == 0 {
		return Table{}, &Error{Empty}
	}
	for i, row := range t.Rows {
		t.Lines[i] += first - 1
		t.Width = max(t.Width, len(row))
	}
	return t, nil
}

// separators are what may stand between cells, the surest sign first.
var separators = []rune{'\t', ';', ','}

// separator finds what stands between the cells of text: what gives most rows as many cells as the
// first has. Of equals the one that gives more cells, then the surer sign.
func separator(text string) rune {
	best, bestShare, bestWidth := separators[0], -1.0, 0
	for _, sep := range separators {
		rows, _, _ := split(text, sep, 40)
		if len(rows) == 0 {
			return sep // nothing stands between them
		}
		if len(rows[0]) < 2 {
			continue
		}
		same := 0
		for _, row := range rows {
			if len(row) == len(rows[0]) {
				same++
			}
		}
		share := float64(same) / float64(len(rows))
		if sep == '\t' {
			share = 2 // nobody types tabs into a sentence
		}
		if share > bestShare || share == bestShare && len(rows[0]) > bestWidth {
			best, bestShare, bestWidth = sep, share, len(rows[0])
		}
	}
	return best
}

// split reads rows, at most so many: with more there is an error, and what was read so far.
func split(text string, sep rune, most int) ([][]string, []int, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = sep, true, -1, true
	var rows [][]string
	var lines []int
	for {
		record, err := r.Read()
		if record == nil {
			// With lazy quotation marks there is no other error than the end.
			return rows, lines, nil
		}
		if err != nil {
			return rows, lines, &Error{NotText}
		}
		row := cells(record)
		if len(row) == 0 {
			continue
		}
		if len(rows) == most {
			return rows, lines, &Error{TooLarge}
		}
		line, _ := r.FieldPos(0)
		rows, lines = append(rows, row), append(lines, line)
	}
}

// cells cleans a row and leaves out what is empty at its end.
func cells(record []string) []string {
	var row []string
	for i, cell := range record {
		if i == MaxCells {
			break
		}
		row = append(row, disarmed(strings.TrimSpace(journey.CleanText(cell))))
	}
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row
}

// decode makes text of bytes, lines ending in LF; false: they are none.
func decode(data []byte) (string, bool) {
	text := ""
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		text = string(data[3:])
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text = wide(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text = wide(data[2:], binary.BigEndian)
	case zeros(data, 1):
		text = wide(data, binary.LittleEndian)
	case zeros(data, 0):
		text = wide(data, binary.BigEndian)
	default:
		text = string(data)
	}
	if !utf8.ValidString(text) {
		latin, err := charmap.Windows1252.NewDecoder().String(text)
		if err != nil {
			return "", false
		}
		text = latin
	}
	for _, r := range text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' {
			return "", false
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), true
}

// zeros reports whether most bytes at odd or even places are nought, as in UTF-16 of European text.
func zeros(data []byte, from int) bool {
	n, all := 0, 0
	for i := from; i < min(len(data), 400); i += 2 {
		all++
		if data[i] == 0 {
			n++
		}
	}
	other := 0
	for i := 1 - from; i < min(len(data), 400); i += 2 {
		if data[i] == 0 {
			other++
		}
	}
	return len(data)%2 == 0 && all > 1 && n*10 >= all*8 && other == 0
}

// wide decodes UTF-16.
func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// armed keeps spreadsheets from taking a text for a formula.
func armed(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r'", rune(s[0])) {
		return "'" + s
	}
	return s
}

// disarmed takes back what armed does.
func disarmed(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune("=+-@'", rune(s[1])) {
		return s[1:]
	}
	return s
}
