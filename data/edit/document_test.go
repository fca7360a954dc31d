package edit

import (
	"errors"
	"slices"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func rename(tx *Tx, s string) error {
	return SetTitle(tx, journey.Ref{Kind: journey.KindCard, ID: "a"}, s)
}

func title(p journey.Project) string {
	c, _ := p.Cards.Get("a")
	return c.Title
}

func do(t *testing.T, d *Document, key string, f func(*Tx) error) Change {
	t.Helper()
	c, err := d.Do(Label{Key: key}, f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestHistory(t *testing.T) {
	d := NewDocument(board(), nil)
	if _, ok := d.UndoLabel(); ok {
		t.Error("a new document has something to undo")
	}
	do(t, d, "first", func(tx *Tx) error { return rename(tx, "1") })
	do(t, d, "second", func(tx *Tx) error { return rename(tx, "2") })
	if c := do(t, d, "nothing", func(tx *Tx) error { return rename(tx, "2") }); !c.Diff.IsEmpty() {
		t.Errorf("the same title makes %+v", c.Diff)
	}
	if l, ok := d.UndoLabel(); !ok || l.Key != "second" {
		t.Errorf("to undo: %v %v", l, ok)
	}
	c, ok := d.Undo()
	if !ok || c.Label.Key != "second" || title(c.After) != "1" || title(d.Project()) != "1" {
		t.Errorf("undo: %v %+v", ok, c.Label)
	}
	if l, ok := d.RedoLabel(); !ok || l.Key != "second" {
		t.Errorf("to redo: %v %v", l, ok)
	}
	do(t, d, "nothing", func(tx *Tx) error { return rename(tx, "1") })
	if _, ok := d.RedoLabel(); !ok {
		t.Error("an edit that changes nothing loses what can be redone")
	}
	do(t, d, "third", func(tx *Tx) error { return rename(tx, "3") })
	if _, ok := d.RedoLabel(); ok {
		t.Error("an edit leaves something to redo")
	}
	d.Undo()
	d.Undo()
	if title(d.Project()) != "a" {
		t.Errorf("at the start the title is %q", title(d.Project()))
	}
}

func TestDoRollsBack(t *testing.T) {
	d := NewDocument(board(), nil)
	failed := errors.New("failed")
	_, err := d.Do(Label{}, func(tx *Tx) error {
		if err := rename(tx, "1"); err != nil {
			return err
		}
		return failed
	})
	if !errors.Is(err, failed) || title(d.Project()) != "a" {
		t.Errorf("after %v the title is %q", err, title(d.Project()))
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a panic was swallowed")
			}
		}()
		_, err := d.Do(Label{}, func(tx *Tx) error { panic("in an edit") })
		t.Errorf("no panic but %v", err)
	}()
	do(t, d, "", func(tx *Tx) error { return rename(tx, "2") }) // not locked
}

func TestOneTxAtATime(t *testing.T) {
	d := NewDocument(board(), nil)
	do(t, d, "", func(tx *Tx) error { return rename(tx, "1") })
	tx := d.Begin(Label{})
	if _, ok := d.Undo(); ok {
		t.Error("undo while a Tx is open")
	}
	panics(t, "second Begin", func() { d.Begin(Label{}) })
	tx.SetLabel(Label{Key: "later"})
	if err := rename(tx, "2"); err != nil {
		t.Fatal(err)
	}
	if c := tx.Commit(); c.Label.Key != "later" || c.Diff.Len() != 1 {
		t.Errorf("commit: %+v", c)
	}
	tx.Rollback()
	if title(d.Project()) != "2" {
		t.Error("Rollback after Commit took it back")
	}
	panics(t, "Put after Commit", func() { tx.Put(journey.Tag{ID: "t"}) })
	panics(t, "Remove after Commit", func() { tx.Remove(journey.Ref{}) })
	panics(t, "Restart after Commit", func() { tx.Restart() })
	panics(t, "second Commit", func() { tx.Commit() })
}

func panics(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s does not panic", what)
		}
	}()
	f()
}

func TestSubscribe(t *testing.T) {
	d := NewDocument(board(), nil)
	var told []string
	var cancel func()
	d.Subscribe(func(c Change) { told = append(told, "one "+c.Label.Key) })
	cancel = d.Subscribe(func(c Change) {
		told = append(told, "two "+c.Label.Key)
		cancel() // from within
	})
	do(t, d, "a", func(tx *Tx) error { return rename(tx, "1") })
	do(t, d, "b", func(tx *Tx) error { return rename(tx, "1") }) // nothing
	d.Undo()
	d.Redo()
	d.Reset(board())
	want := []string{"one a", "two a", "one a", "one a", "one "}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestReset(t *testing.T) {
	d := NewDocument(board(), nil)
	do(t, d, "", func(tx *Tx) error { return rename(tx, "1") })
	d.Begin(Label{})
	var got Change
	d.Subscribe(func(c Change) { got = c })
	d.Reset(journeytest.Full())
	if !got.Reset || !same(got.After, journeytest.Full()) || !same(d.Project(), journeytest.Full()) {
		t.Errorf("told %+v", got.Label)
	}
	if _, ok := d.Undo(); ok {
		t.Error("the history is still there")
	}
	d.Begin(Label{}).Rollback() // the open one is gone
}

func TestNewIDsAreUUIDs(t *testing.T) {
	tx := NewDocument(journey.Project{}, nil).Begin(Label{})
	a, b := tx.NewID(), tx.NewID()
	if len(a) != 36 || a == b {
		t.Errorf("IDs %q and %q", a, b)
	}
}

// A Put of what is there already in every field, or an addition that is removed again, is no
// change.
func TestDiffLeavesOutWhatIsTheSame(t *testing.T) {
	d := NewDocument(journeytest.Full(), nil)
	c := do(t, d, "", func(tx *Tx) error {
		for rec := range tx.Project().Records() {
			tx.Put(rec)
		}
		tx.Put(journey.Tag{ID: "t"})
		tx.Remove(journey.Ref{Kind: journey.KindTag, ID: "t"})
		tx.Remove(journey.Ref{Kind: journey.KindTag, ID: "never there"})
		return nil
	})
	if !c.Diff.IsEmpty() {
		t.Errorf("diff %+v", c.Diff)
	}
	if _, ok := d.Undo(); ok {
		t.Error("nothing became a step")
	}
}
