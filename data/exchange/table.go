package exchange

import "strings"

// ParseTable reads text copied from a spreadsheet: rows by lines, cells by tabs, and a cell that
// holds a tab, a line break or a quotation mark in quotation marks with those inside doubled.
// Rows may differ in length. Lines may end in LF, CRLF or CR; breaks within a cell come out as LF.
// A line break at the very end opens no row; empty rows before it stay, as one empty cell. Any
// text can be read: several lines without tabs are rows of one cell, and quotation marks that do
// not enclose a cell in that manner, as in a sentence, are kept as they are. Text without
// anything in it gives nil.
func ParseTable(text string) [][]string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	var rows [][]string
	for text != "" {
		var row []string
		for more := true; more; {
			var cell string
			cell, text = nextCell(text)
			row = append(row, cell)
			more = strings.HasPrefix(text, "\t")
			if text != "" {
				text = text[1:]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// nextCell returns the first cell of text, and the rest from the tab or line break behind it.
func nextCell(text string) (cell, rest string) {
	if cell, rest, ok := quotedCell(text); ok {
		return cell, rest
	}
	end := strings.IndexAny(text, "\t\n")
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}

// quotedCell reads a cell in quotation marks. Spreadsheets put them only where they must, so a
// sentence in quotation marks is not one.
func quotedCell(text string) (cell, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	var b strings.Builder
	needed := false
	for rest = text[1:]; ; {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(rest[:i])
		needed = needed || strings.ContainsAny(rest[:i], "\t\n")
		rest = rest[i+1:]
		if strings.HasPrefix(rest, `"`) {
			b.WriteByte('"')
			needed = true
			rest = rest[1:]
			continue
		}
		closed := rest == "" || rest[0] == '\t' || rest[0] == '\n'
		return b.String(), rest, closed && needed
	}
}

// FormatTable writes rows so that spreadsheets and ParseTable read them back: line breaks within
// cells come out as LF. Behind the last row there is no line break, unless it would be lost.
func FormatTable(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j, cell := range row {
			if j > 0 {
				b.WriteByte('\t')
			}
			if strings.HasPrefix(cell, `"`) || strings.ContainsAny(cell, "\t\n\r") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		if i == len(rows)-1 && strings.Join(row, "") == "" && len(row) < 2 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
