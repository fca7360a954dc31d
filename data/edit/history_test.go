package edit

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// TestRestoreGoesOn makes, undoes and redoes steps, and gives what was told of them to Restore: the new
// Document must go through the same states in both directions.
func TestRestoreGoesOn(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := NewDocument(journeytest.Random(rt), journeytest.IDs())
		var done, undone []Step
		d.Subscribe(func(c Change) {
			switch c.Motion {
			case Forward:
				done, undone = append(done, Step{c.Label, c.Diff}), nil
			case Back:
				undone = append([]Step{done[len(done)-1]}, undone...)
				done = done[:len(done)-1]
			case Again:
				done = append(done, undone[0])
				undone = undone[1:]
			}
		})
		for range rapid.IntRange(0, 8).Draw(rt, "steps") {
			switch rapid.IntRange(0, 3).Draw(rt, "step") {
			case 0:
				d.Undo()
			case 1:
				d.Redo()
			default:
				_, err := d.Do(Label{Key: LabelAddMap}, func(tx *Tx) error {
					_, err := AddMap(tx, rapid.StringMatching("[a-z]{1,5}").Draw(rt, "title"), journey.CurrentState)
					return err
				})
				if err != nil {
					rt.Fatal(err)
				}
			}
		}
		r := Restore(d.Project(), nil, slices.Clone(done), slices.Clone(undone))
		same := func() {
			if diff := journey.Between(d.Project(), r.Project()); !diff.IsEmpty() {
				rt.Fatalf("the projects differ: %+v", diff)
			}
		}
		for _, move := range []func(*Document) (Change, bool){(*Document).Undo, (*Document).Redo} {
			for {
				_, one := move(d)
				_, two := move(r)
				if one != two {
					rt.Fatalf("one history goes on, the other does not: %v, %v", one, two)
				}
				same()
				if !one {
					break
				}
			}
		}
	})
}

func TestRestoreLeavesOutWhatDoesNotFit(t *testing.T) {
	a, b, c := journey.Tag{ID: "a"}, journey.Tag{ID: "b"}, journey.Tag{ID: "c"}
	add := func(rec journey.Record) Step { return Step{Diff: journey.Diff{Added: []journey.Record{rec}}} }
	p := journey.FromRecords([]journey.Record{a, b})
	d := Restore(p, nil, []Step{add(c), add(b)}, []Step{add(c), add(a)})
	if _, ok := d.Redo(); !ok {
		t.Error("nothing to redo")
	}
	if _, ok := d.Redo(); ok {
		t.Error("added what is there")
	}
	for range 2 {
		if _, ok := d.Undo(); !ok {
			t.Error("nothing to undo")
		}
	}
	if _, ok := d.Undo(); ok {
		t.Error("removed what is not there")
	}
	if n := d.Project().Len(); n != 1 {
		t.Errorf("%d records", n)
	}
}
