package edit

import (
	"slices"
	"strings"

	"jejak/data/journey"
)

// Tx is a change in the making. Edits work on it; the Document shows the result when it commits.
// After Commit or Rollback it must not be used any more.
type Tx struct {
	doc     *Document
	label   Label
	project journey.Project
	touched map[journey.Ref]struct{}
	closed  bool
}

func newTx(d *Document, l Label) *Tx {
	return &Tx{doc: d, label: l, project: d.project, touched: map[journey.Ref]struct{}{}}
}

// Project returns the state with the changes made so far.
func (tx *Tx) Project() journey.Project { return tx.project }

// NewID returns an ID for a new record.
func (tx *Tx) NewID() journey.ID { return tx.doc.newID() }

// SetLabel renames the step, for a gesture that only learns on the way what it does.
func (tx *Tx) SetLabel(l Label) { tx.label = l }

// Put adds rec, or replaces the record of its kind and ID. It checks nothing: it is for callers
// that build whole records, such as an import. Edits are the checked way.
func (tx *Tx) Put(rec journey.Record) {
	tx.check()
	tx.touched[journey.RefTo(rec)] = struct{}{}
	tx.project = tx.project.With(rec)
}

// Remove takes away one record and nothing else: what refers to it stays and is left hanging.
// The function Remove of this package is the checked way.
func (tx *Tx) Remove(ref journey.Ref) {
	tx.check()
	tx.touched[ref] = struct{}{}
	tx.project = tx.project.Without(ref)
}

// Restart goes back to the state at Begin; the Tx stays open. A drag recomputes from there with
// every movement.
func (tx *Tx) Restart() {
	tx.check()
	tx.project = tx.doc.project
	clear(tx.touched)
}

// Commit makes the changes the Document's new state, as one step of its history, and tells the
// subscribers. If nothing differs from the state at Begin, there is no step and nobody is told.
func (tx *Tx) Commit() Change {
	tx.check()
	d := tx.doc
	tx.closed, d.open = true, nil
	diff := tx.diff()
	if diff.IsEmpty() {
		return Change{Label: tx.label, After: d.project}
	}
	d.project = tx.project
	d.done = append(d.done, Step{tx.label, diff})
	d.undone = nil
	return d.tell(Change{Label: tx.label, Diff: diff, After: d.project})
}

// Rollback throws the changes away. After Commit or Rollback it does nothing.
func (tx *Tx) Rollback() {
	if !tx.closed {
		tx.closed, tx.doc.open = true, nil
	}
}

// Diff returns what Commit would make, for a preview.
func (tx *Tx) Diff() journey.Diff { return tx.diff() }

// diff compares the touched records, not whole projects, and is sorted by kind and ID.
func (tx *Tx) diff() journey.Diff {
	refs := make([]journey.Ref, 0, len(tx.touched))
	for ref := range tx.touched {
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, func(a, b journey.Ref) int {
		if a.Kind != b.Kind {
			return slices.Index(journey.Kinds, a.Kind) - slices.Index(journey.Kinds, b.Kind)
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	var diff journey.Diff
	for _, ref := range refs {
		from, had := tx.doc.project.Get(ref)
		to, has := tx.project.Get(ref)
		switch {
		case had && !has:
			diff.Removed = append(diff.Removed, from)
		case !had && has:
			diff.Added = append(diff.Added, to)
		case had && has && !journey.Equal(from, to):
			diff.Updated = append(diff.Updated, journey.Update{From: from, To: to})
		}
	}
	return diff
}

func (tx *Tx) check() {
	if tx.closed {
		panic("edit: use of a Tx after Commit or Rollback")
	}
}
