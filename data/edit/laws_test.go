package edit

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/edit/record"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func same(a, b journey.Project) bool {
	return a.Len() == b.Len() && journey.Between(a, b).IsEmpty()
}

func anyEdit(t *rapid.T, tx *Tx) (string, error) {
	names := make([]string, 0, len(edits))
	for name := range edits {
		names = append(names, name)
	}
	slices.Sort(names)
	name := rapid.SampledFrom(names).Draw(t, "edit")
	return name, edits[name](tx, drawn{t, tx.Project()})
}

// Whatever edits do, Validate stays clean and texts stay clean; a refused edit changes nothing;
// undoing all restores the start, redoing all the end; each Diff turns back.
func TestEditsHoldTheLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := start(t)
		d := NewDocument(start, newIDs())
		states := []journey.Project{start}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			before := d.Project()
			var name string
			change, err := d.Do(Label{Key: LabelUpdate}, func(tx *Tx) (err error) {
				name, err = anyEdit(t, tx)
				if err != nil && !same(tx.Project(), before) {
					t.Fatalf("%s was refused (%v) and left %+v", name, err, tx.Diff())
				}
				return err
			})
			if err != nil {
				refusal(t, name, err)
				continue
			}
			checkState(t, name, change)
			back, err := change.After.Apply(change.Diff.Reverse())
			if err != nil || !same(back, before) {
				t.Fatalf("%s: the diff does not turn back: %v", name, err)
			}
			if got := journey.Between(before, change.After); got.Len() != change.Diff.Len() {
				t.Fatalf("%s: the diff says %+v, the projects say %+v", name, change.Diff, got)
			}
			if !change.Diff.IsEmpty() {
				states = append(states, change.After)
			}
		}
		travel(t, d, states)
	})
}

func newIDs() func() journey.ID {
	ids := journeytest.IDs()
	return func() journey.ID { return "new-" + ids() }
}

func refusal(t *rapid.T, name string, err error) {
	var refused *Error
	if !errors.As(err, &refused) || reasons[refused.Reason] == "" || refused.Do == "" {
		t.Fatalf("%s: %v", name, err)
	}
	if s := refused.Text(words.In("id")); s == "" || s[0] == '[' {
		t.Fatalf("%s: no words for %s", name, refused.Reason)
	}
}

func checkState(t *rapid.T, name string, c Change) {
	for _, f := range journey.Validate(c.After) {
		t.Fatalf("%s: %s %+v", name, f.Text(words.In("en")), f)
	}
	for _, rec := range append(slices.Clone(c.Diff.Added), updated(c.Diff)...) {
		if !journey.Equal(rec, record.Cleaned(rec)) {
			t.Fatalf("%s: unclean text in %+v", name, rec)
		}
		if r := journey.RankOf(rec); len(r) > longestRank {
			t.Fatalf("%s: rank %q", name, r)
		}
	}
}

func updated(d journey.Diff) []journey.Record {
	var list []journey.Record
	for _, u := range d.Updated {
		list = append(list, u.To)
	}
	return list
}

// travel undoes and redoes everything, twice.
func travel(t *rapid.T, d *Document, states []journey.Project) {
	for range 2 {
		for i := len(states) - 2; i >= 0; i-- {
			c, ok := d.Undo()
			if !ok || !same(c.After, states[i]) || !same(d.Project(), states[i]) {
				t.Fatalf("undo to state %d: %v, left over %+v", i, ok, journey.Between(d.Project(), states[i]))
			}
		}
		if _, ok := d.Undo(); ok {
			t.Fatal("undo before the start")
		}
		for i := 1; i < len(states); i++ {
			c, ok := d.Redo()
			if !ok || !same(c.After, states[i]) {
				t.Fatalf("redo to state %d: %v, left over %+v", i, ok, journey.Between(d.Project(), states[i]))
			}
		}
		if _, ok := d.Redo(); ok {
			t.Fatal("redo after the end")
		}
	}
}

// Several edits in one Tx are one step; Restart and Rollback leave nothing behind.
func TestTxIsOneStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := start(t)
		d := NewDocument(start, newIDs())
		tx := d.Begin(Label{Key: LabelUpdate})
		edit := func() {
			for range rapid.IntRange(0, 5).Draw(t, "edits") {
				if name, err := anyEdit(t, tx); err != nil {
					refusal(t, name, err)
				}
			}
		}
		edit()
		tx.Restart()
		if !same(tx.Project(), start) || !tx.Diff().IsEmpty() {
			t.Fatal("Restart leaves something behind")
		}
		edit()
		if !same(d.Project(), start) {
			t.Fatal("an open Tx shows in the document")
		}
		if rapid.Bool().Draw(t, "rollback") {
			tx.Rollback()
			if _, ok := d.Undo(); ok || !same(d.Project(), start) {
				t.Fatal("Rollback leaves something behind")
			}
			return
		}
		end := tx.Project()
		c := tx.Commit()
		if _, undoable := d.UndoLabel(); undoable == c.Diff.IsEmpty() || !same(d.Project(), end) {
			t.Fatalf("after Commit of %+v: undoable is %v", c.Diff, undoable)
		}
		if d.Undo(); !same(d.Project(), start) {
			t.Fatal("undo of a whole Tx does not restore the start")
		}
	})
}
