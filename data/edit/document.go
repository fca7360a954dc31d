// Package edit changes projects: a Document with its history, transactions on it, and the edits
// a person can make, each a plain function.
//
// Every edit leaves journey.Validate as clean as it found it, or does nothing and returns an
// *Error. Nothing here is safe for concurrent use: one goroutine owns a Document and the Tx it
// opens. The Projects that come out are immutable values and may be read anywhere.
package edit

import (
	"slices"

	"github.com/google/uuid"

	"jejak/data/journey"
)

// Change is what has just become of a Document.
type Change struct {
	Label  Label
	Diff   journey.Diff // empty when nothing changed, and on Reset
	After  journey.Project
	Motion Motion
	Reset  bool // the Document holds something else now; Diff does not tell how to get there
}

// Motion says which way a Change went through the history.
type Motion int

// The motions of a Change.
const (
	Forward Motion = iota // a new step, in place of those that were undone
	Back                  // a step was undone
	Again                 // a step was made again
)

// Document is a Project that changes, with an unlimited history of how it did.
type Document struct {
	project     journey.Project
	newID       func() journey.ID
	open        *Tx
	done        []Step // oldest first
	undone      []Step // the next to redo is the last
	subscribers []*func(Change)
}

// NewDocument returns a Document that starts as p. newID names new records; nil makes random
// UUIDs.
func NewDocument(p journey.Project, newID func() journey.ID) *Document {
	if newID == nil {
		newID = func() journey.ID { return journey.ID(uuid.NewString()) }
	}
	return &Document{project: p, newID: newID}
}

// Project returns the committed state, also while a Tx is open.
func (d *Document) Project() journey.Project { return d.project }

// Begin opens a Tx, which must be committed or rolled back. It panics if one is open already:
// that is a mistake in the program.
func (d *Document) Begin(l Label) *Tx {
	if d.open != nil {
		panic("edit: Begin while another Tx is open")
	}
	d.open = newTx(d, l)
	return d.open
}

// Do runs f in a Tx and commits it as one step of the history. If f returns an error nothing is
// changed and the error is returned. If f changes nothing, the Diff is empty, there is no step
// and nobody is told.
func (d *Document) Do(l Label, f func(*Tx) error) (Change, error) {
	tx := d.Begin(l)
	defer func() {
		if d.open == tx { // f panicked: do not leave the Document locked
			tx.Rollback()
		}
	}()
	if err := f(tx); err != nil {
		tx.Rollback()
		return Change{Label: l, After: d.project}, err
	}
	return tx.Commit(), nil
}

// Undo takes back the newest step. It reports false, and does nothing, when there is none or a
// Tx is open.
func (d *Document) Undo() (Change, bool) {
	if len(d.done) == 0 || d.open != nil {
		return Change{After: d.project}, false
	}
	s := d.done[len(d.done)-1]
	d.done = d.done[:len(d.done)-1]
	d.undone = append(d.undone, s)
	return d.apply(s.Label, s.Diff.Reverse(), Back), true
}

// Redo makes the step that was undone last again. It reports false, and does nothing, when
// there is none or a Tx is open.
func (d *Document) Redo() (Change, bool) {
	if len(d.undone) == 0 || d.open != nil {
		return Change{After: d.project}, false
	}
	s := d.undone[len(d.undone)-1]
	d.undone = d.undone[:len(d.undone)-1]
	d.done = append(d.done, s)
	return d.apply(s.Label, s.Diff, Again), true
}

// UndoLabel returns what Undo would take back.
func (d *Document) UndoLabel() (Label, bool) { return last(d.done) }

// RedoLabel returns what Redo would make again.
func (d *Document) RedoLabel() (Label, bool) { return last(d.undone) }

func last(steps []Step) (Label, bool) {
	if len(steps) == 0 {
		return Label{}, false
	}
	return steps[len(steps)-1].Label, true
}

// apply puts a diff of the history into force and tells the subscribers.
func (d *Document) apply(l Label, diff journey.Diff, m Motion) Change {
	p, err := d.project.Apply(diff)
	if err != nil {
		// The history only holds diffs between states this Document went through, in order, or
		// that Restore has tried.
		panic("edit: the history does not fit the document: " + err.Error())
	}
	d.project = p
	return d.tell(Change{Label: l, Diff: diff, After: p, Motion: m})
}

// Subscribe has f called after each commit that changed something, after each undo and redo and
// after Reset, in the order of subscription. cancel ends that; it may be called at any time.
func (d *Document) Subscribe(f func(Change)) (cancel func()) {
	entry := &f
	d.subscribers = append(d.subscribers, entry)
	return func() {
		d.subscribers = slices.DeleteFunc(slices.Clone(d.subscribers), func(s *func(Change)) bool { return s == entry })
	}
}

func (d *Document) tell(c Change) Change {
	for _, f := range slices.Clone(d.subscribers) {
		(*f)(c)
	}
	return c
}

// Reset gives the Document other contents and an empty history. A Tx that is open is rolled back.
func (d *Document) Reset(p journey.Project) {
	if d.open != nil {
		d.open.Rollback()
	}
	d.project, d.done, d.undone = p, nil, nil
	d.tell(Change{After: p, Reset: true})
}
