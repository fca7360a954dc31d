package look

import "fyne.io/fyne/v2/widget"

// Caret knows where the cursor of an entry stands. Fyne itself forgets: a space typed where a line
// breaks has no place of its own on the screen, the cursor is put before it, and what is typed next
// would go there.
type Caret struct {
	at       int // characters before it
	text     string
	row, col int
}

// Type types a character where the cursor stands.
func (c *Caret) Type(e *widget.Entry, r rune) {
	c.Mend(e)
	replaced := e.SelectedText() != ""
	at := e.CursorTextOffset()
	e.TypedRune(r)
	if replaced {
		at = e.CursorTextOffset() - 1
	}
	c.at, c.text, c.row, c.col = at+1, e.Text, e.CursorRow, e.CursorColumn
}

// Mend puts the cursor where it stood after what was typed last, unless it has been moved since. It
// is called before whatever else the entry is told.
func (c *Caret) Mend(e *widget.Entry) {
	if e.Text == c.text && e.CursorRow == c.row && e.CursorColumn == c.col && e.SelectedText() == "" && c.text != "" {
		e.CursorColumn += c.at - e.CursorTextOffset()
	}
}
