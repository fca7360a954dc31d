package register

import (
	"strings"

	"jejak/app/editor/action"
	"jejak/app/editor/desk"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/register"
)

// Typed reports whether what stands in a column is typed; what is not is chosen from a list.
func Typed(c register.Column) bool { return c != register.Status && c != register.Answers }

// Typing returns the text that is to be typed over, with the cell; false: nothing is.
func (r *Register) Typing() (text string, row int, c register.Column, on bool) {
	row, c = r.Cursor()
	return r.was, row, c, r.typing && row >= 0
}

// Type begins to type in the cell the keyboard is at; false: what stands there is chosen from a list,
// or there is no cell.
func (r *Register) Type() bool {
	row, ok := r.Row()
	if c := r.columns[r.column]; !ok || !Typed(c) {
		return false
	} else {
		r.was = register.Field(row, c)
	}
	r.typing = true
	r.tell()
	return true
}

// Keep ends typing with a text. A date that is none is refused: false, and typing goes on.
func (r *Register) Keep(text string) bool {
	if !r.typing {
		return true
	}
	row, ok := r.Row()
	c := r.columns[r.column]
	if !ok {
		r.typing = false
		return true
	}
	text = strings.TrimSpace(text)
	if c == register.Due {
		day, ok := Date(text, r.o.Today(), r.o.Words())
		if !ok {
			return false
		}
		text = day
	}
	r.typing = false
	if text == register.Field(row, c) {
		r.tell()
		return true
	}
	// Change tells of the trouble
	_ = r.o.Change(edit.Label{Key: edit.LabelUpdate, Count: 1, Name: row.Action.Title}, func(tx *edit.Tx) error {
		return edit.Update(tx, row.Action.ID, func(a *journey.Action) { *at(a, c) = text })
	})
	r.tell()
	return true
}

// at is the field of a column that is typed.
func at(a *journey.Action, c register.Column) *string {
	switch c {
	case register.Owner:
		return &a.Owner
	case register.Department:
		return &a.Department
	case register.Due:
		return &a.Due
	case register.Note:
		return &a.Note
	}
	return &a.Title
}

// Settle ends typing as whoever shows the register wants it: by default what stood there stays. A
// window keeps the text first.
func (r *Register) Settle() {
	if r.typing {
		r.typing = false
		r.tell()
	}
}

// Need is what a key asks of whoever shows the register.
type Need int

// The needs.
const (
	Nothing Need = iota // the key was for the register
	Choose              // a list for the cell the keyboard is at
	Other               // the key was not for the register
)

// Key hears a key while nothing is being typed. Arrows, Tab, Home and End walk the cells, Enter and F2
// begin to type or ask for a list, Delete empties the cell or, where whole rows are selected, removes
// them.
func (r *Register) Key(k action.Key, m desk.Mods) Need {
	row, c := r.Cursor()
	last := len(r.Rows()) - 1
	switch {
	case m.Ctrl && k == action.KeyHome:
		r.Go(0, c, false, m.Shift)
	case m.Ctrl && k == action.KeyEnd:
		r.Go(last, c, false, m.Shift)
	case m.Ctrl && (k == action.KeyDelete || k == action.KeyBackspace):
		r.Remove()
	case m.Ctrl || m.Alt:
		return Other
	case row < 0 && (k == action.KeyDown || k == action.KeyUp || k == action.KeyTab || k == action.KeyReturn):
		r.Go(0, r.columns[0], false, false)
	case k == action.KeyUp:
		r.Go(max(row-1, 0), c, false, m.Shift)
	case k == action.KeyDown:
		r.Go(min(row+1, last), c, false, m.Shift)
	case k == action.KeyPageUp:
		r.Go(max(row-10, 0), c, false, m.Shift)
	case k == action.KeyPageDown:
		r.Go(min(row+10, last), c, false, m.Shift)
	case k == action.KeyLeft:
		r.Side(-1, false)
	case k == action.KeyRight:
		r.Side(1, false)
	case k == action.KeyTab && m.Shift:
		r.Side(-1, true)
	case k == action.KeyTab:
		r.Side(1, true)
	case k == action.KeyHome:
		r.Go(row, r.columns[0], false, false)
	case k == action.KeyEnd:
		r.Go(row, r.columns[len(r.columns)-1], false, false)
	case k == action.KeyReturn, k == action.KeyF2, k == action.KeySpace:
		if row >= 0 && !r.Type() {
			return Choose
		}
	case k == action.KeyDelete, k == action.KeyBackspace:
		r.empty()
	case k == action.KeyEscape:
		if len(r.marked) == 0 {
			return Other
		}
		clear(r.marked)
		r.tell()
	default:
		return Other
	}
	return Nothing
}

// Side goes to the cell beside; turn: at the end of a row to the next one.
func (r *Register) Side(by int, turn bool) {
	row, _ := r.Cursor()
	column, n := r.column+by, len(r.columns)
	switch {
	case row < 0:
		return
	case turn && column >= n && row < len(r.Rows())-1:
		row, column = row+1, 0
	case turn && column < 0 && row > 0:
		row, column = row-1, n-1
	}
	r.Go(row, r.columns[min(max(column, 0), n-1)], false, false)
}

// empty takes away what stands in the cell; several rows that are selected, or a title, mean the
// whole of them.
func (r *Register) empty() {
	row, ok := r.Row()
	c := r.columns[r.column]
	switch {
	case !ok:
	case len(r.Selected()) > 1, c == register.Title:
		r.Remove()
	case c == register.Status:
	case c == register.Answers:
		if row.Action.CardID != "" {
			r.Answer("")
		}
	case register.Field(row, c) != "":
		r.typing = true
		r.Keep("")
	}
}
