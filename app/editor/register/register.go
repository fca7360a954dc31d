// Package register is the register of actions in hand, as a table of cells that keys walk like those
// of a spreadsheet: which rows are shown and in which order, which cell the keyboard is at, what is
// selected, what is being typed, and the edits that come of it. It has no window.
//
// A Register belongs to one goroutine.
package register

import (
	"slices"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/register"

	edits "jejak/data/edit/register"
)

// Options says what a Register works with. All of it must be there but Told.
type Options struct {
	Project func() journey.Project
	MapID   func() journey.ID
	Today   func() string                                // "YYYY-MM-DD"
	Words   func() *words.Table                          // of the window
	Change  func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Told    func()                                       // something else is to be seen; nil: nobody asks
}

// Register is the table in hand.
type Register struct {
	o     Options
	query register.Query
	here  bool // only what answers a card of the map that is shown

	all, rows []register.Row
	known     struct {
		p     journey.Project
		today string
		query register.Query
		set   bool
	}

	columns []register.Column // that there is room for

	at     journey.ID          // the row the keyboard is at; empty: none
	column int                 // of columns
	marked map[journey.ID]bool // besides at
	anchor journey.ID          // where a run of rows begins
	typing bool
	was    string // what stood in the cell
}

// New returns a register that shows everything.
func New(o Options) *Register {
	return &Register{o: o, marked: map[journey.ID]bool{}, columns: register.Columns}
}

// Columns returns the columns that are shown.
func (r *Register) Columns() []register.Column { return r.columns }

// Show shows these columns alone, for want of room; never none.
func (r *Register) Show(columns []register.Column) {
	if len(columns) == 0 || slices.Equal(columns, r.columns) {
		return
	}
	was := r.columns[r.column]
	r.columns = slices.Clone(columns)
	r.column = max(slices.Index(r.columns, was), 0)
}

// Rows returns what is shown, in its order. The slice must not be changed.
func (r *Register) Rows() []register.Row {
	p, today := r.o.Project(), r.o.Today()
	r.query.Map = ""
	if r.here {
		r.query.Map = r.o.MapID()
	}
	k := &r.known
	if !k.set || k.p != p || k.today != today {
		r.all = register.All(p, today)
	}
	if !k.set || k.p != p || k.today != today || k.query != r.query {
		r.rows = register.Ask(r.all, r.query)
		k.p, k.today, k.query, k.set = p, today, r.query, true
		r.prune()
	}
	return r.rows
}

// prune forgets what is not shown any more.
func (r *Register) prune() {
	there := make(map[journey.ID]bool, len(r.rows))
	for _, row := range r.rows {
		there[row.Action.ID] = true
	}
	for id := range r.marked {
		if !there[id] {
			delete(r.marked, id)
		}
	}
	if r.at != "" && !there[r.at] {
		r.at, r.typing = "", false
	}
}

// All returns every row of the register, for what is known of it.
func (r *Register) All() []register.Row {
	r.Rows()
	return r.all
}

// Query returns what is asked for. Here reports whether that is only what answers a card of the map
// that is shown.
func (r *Register) Query() register.Query { r.Rows(); return r.query }

// Here reports whether only what answers a card of the map that is shown is asked for.
func (r *Register) Here() bool { return r.here }

// Ask shows something else. here: only what answers a card of the map that is shown.
func (r *Register) Ask(q register.Query, here bool) {
	r.Settle()
	r.query, r.here = q, here
	r.tell()
}

// Sort orders the rows by a column, the other way round if they are already, and the third time as
// the project has them.
func (r *Register) Sort(c register.Column) {
	q := r.query
	switch {
	case q.By != c:
		q.By, q.Down = c, false
	case !q.Down:
		q.Down = true
	default:
		q.By, q.Down = "", false
	}
	r.Ask(q, r.here)
}

// Cursor returns the row and the column the keyboard is at; −1 for no row.
func (r *Register) Cursor() (row int, c register.Column) {
	return r.index(r.at), r.columns[r.column]
}

// index is the place of an action among the rows; −1 if it is not shown.
func (r *Register) index(id journey.ID) int {
	if id == "" {
		return -1
	}
	return slices.IndexFunc(r.Rows(), func(row register.Row) bool { return row.Action.ID == id })
}

// Marked reports whether a row is selected.
func (r *Register) Marked(id journey.ID) bool { return id == r.at || r.marked[id] }

// Selected lists the actions that are selected, in the order of the rows.
func (r *Register) Selected() []journey.ID {
	var list []journey.ID
	for _, row := range r.Rows() {
		if r.Marked(row.Action.ID) {
			list = append(list, row.Action.ID)
		}
	}
	return list
}

// Go puts the keyboard at a cell. add: its row is selected too, or no more; extend: all from where
// the selection began.
func (r *Register) Go(row int, c register.Column, add, extend bool) {
	rows := r.Rows()
	if row < 0 || row >= len(rows) {
		return
	}
	r.Settle()
	rows = r.Rows()
	row = min(row, len(rows)-1)
	id := rows[row].Action.ID
	if i := slices.Index(r.columns, c); i >= 0 {
		r.column = i
	}
	switch {
	case extend && r.index(r.anchor) >= 0:
		clear(r.marked)
		from := r.index(r.anchor)
		for i := min(from, row); i <= max(from, row); i++ {
			r.marked[rows[i].Action.ID] = true
		}
		r.at = id
	case add:
		if r.at != "" {
			r.marked[r.at] = true
		}
		if r.anchor = id; r.marked[id] {
			delete(r.marked, id)
			if r.at == id {
				r.at = ""
			}
		} else {
			r.at = id
		}
	default:
		clear(r.marked)
		r.at, r.anchor = id, id
	}
	r.tell()
}

// Find puts the keyboard at an action, and shows everything if it is not among the rows.
func (r *Register) Find(id journey.ID) {
	if r.index(id) < 0 {
		r.Ask(register.Query{By: r.query.By, Down: r.query.Down}, false)
	}
	if i := r.index(id); i >= 0 {
		r.Go(i, register.Title, false, false)
	}
}

// SelectAll selects every row.
func (r *Register) SelectAll() {
	r.Settle()
	for _, row := range r.Rows() {
		r.marked[row.Action.ID] = true
		if r.at == "" {
			r.at, r.anchor = row.Action.ID, row.Action.ID
		}
	}
	r.tell()
}

// Row returns the row the keyboard is at.
func (r *Register) Row() (register.Row, bool) {
	i := r.index(r.at)
	if i < 0 {
		return register.Row{}, false
	}
	return r.rows[i], true
}

func (r *Register) tell() {
	if r.o.Told != nil {
		r.o.Told()
	}
}

// Add puts a new action behind the others, one that is shown by what is asked for, and begins to
// type its title. card is what it answers, or empty.
func (r *Register) Add(card journey.ID) {
	r.Settle()
	q := r.query
	want := journey.Action{Title: r.o.Words().T("register.new"), Status: q.Status, Owner: q.Owner, Department: q.Department, CardID: card}
	id, err := r.add(want)
	if err != nil {
		return // Change has told
	}
	if r.index(id) < 0 { // late alone, of the map alone, with a word alone: the new one is none of these
		r.query.Overdue, r.query.Text, r.here = false, "", false
	}
	if i := r.index(id); i >= 0 {
		r.Go(i, register.Title, false, false)
		r.Type()
	}
}

func (r *Register) add(want journey.Action) (journey.ID, error) {
	var id journey.ID
	err := r.o.Change(edit.Label{Key: edit.LabelAddAction, Count: 1}, func(tx *edit.Tx) (err error) {
		id, err = edits.Add(tx, want)
		return err
	})
	return id, err
}

// label names a step about what is selected.
func (r *Register) label(key string, ids []journey.ID) edit.Label {
	a, _ := r.o.Project().Actions.Get(ids[0])
	return edit.Label{Key: key, Count: len(ids), Name: a.Title}
}

// Remove takes what is selected out of the register.
func (r *Register) Remove() {
	r.Settle()
	ids := r.Selected()
	if len(ids) == 0 {
		return
	}
	next := r.after(ids)
	// Change tells of the trouble
	_ = r.o.Change(r.label(edits.LabelRemove, ids), func(tx *edit.Tx) error { return edits.Remove(tx, ids) })
	if i := r.index(next); i >= 0 {
		r.Go(i, r.columns[r.column], false, false)
	}
	r.tell()
}

// after is the row that takes the place of some that go: the next, else the last before them.
func (r *Register) after(ids []journey.ID) journey.ID {
	rows := r.Rows()
	gone := func(row register.Row) bool { return slices.Contains(ids, row.Action.ID) }
	last := r.index(ids[len(ids)-1])
	for i := last; i < len(rows); i++ {
		if !gone(rows[i]) {
			return rows[i].Action.ID
		}
	}
	for i := last; i >= 0; i-- {
		if !gone(rows[i]) {
			return rows[i].Action.ID
		}
	}
	return ""
}

// Duplicate puts a copy behind each action that is selected, and selects the copies.
func (r *Register) Duplicate() {
	r.Settle()
	ids := r.Selected()
	if len(ids) == 0 {
		return
	}
	var copies []journey.ID
	err := r.o.Change(r.label(edits.LabelDuplicate, ids), func(tx *edit.Tx) (err error) {
		copies, err = edits.Duplicate(tx, ids)
		return err
	})
	if err != nil {
		return // Change has told
	}
	clear(r.marked)
	r.Rows()
	for _, id := range copies {
		r.marked[id] = true
	}
	r.at, r.anchor = copies[0], copies[0]
	r.prune()
	r.tell()
}

// SetStatus says of what is selected how far it has come.
func (r *Register) SetStatus(s journey.Status) {
	r.Settle()
	if ids := r.Selected(); len(ids) > 0 {
		// Change tells of the trouble
		_ = r.o.Change(r.label(edits.LabelStatus, ids), func(tx *edit.Tx) error { return edits.SetStatus(tx, ids, s) })
		r.tell()
	}
}

// Answer says what the actions that are selected answer; the empty ID: nothing.
func (r *Register) Answer(card journey.ID) {
	r.Settle()
	ids := r.Selected()
	if len(ids) == 0 {
		return
	}
	// Change tells of the trouble
	_ = r.o.Change(r.label(edit.LabelUpdate, ids), func(tx *edit.Tx) error {
		for _, id := range ids {
			if err := edit.Update(tx, id, func(a *journey.Action) { a.CardID = card }); err != nil {
				return err
			}
		}
		return nil
	})
	r.tell()
}

// Table returns what is selected, or everything that is shown where that is one row or none, as text
// for a spreadsheet.
func (r *Register) Table() string {
	rows := r.Rows()
	if ids := r.Selected(); len(ids) > 1 {
		rows = slices.DeleteFunc(slices.Clone(rows), func(row register.Row) bool { return !r.Marked(row.Action.ID) })
	}
	return register.Table(rows, r.o.Words())
}
