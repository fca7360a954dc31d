package session

import (
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// TestNothingIsLost edits, takes back, makes again and saves in any order: in the end the file holds what the
// document holds.
func TestNothingIsLost(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		states := []journey.Project{journeytest.Random(rt), journeytest.Random(rt)}
		s, err := New(states[0], WorkingIn(root), WithIDs(journeytest.IDs()))
		if err != nil {
			rt.Fatal(err)
		}
		path := filepath.Join(root, "a.jejak")
		doc := s.Document()
		turnInto := func(p journey.Project) {
			_, err := doc.Do(edit.Label{}, func(tx *edit.Tx) error {
				d := journey.Between(tx.Project(), p)
				for _, rec := range d.Removed {
					tx.Remove(journey.RefTo(rec))
				}
				for _, u := range d.Updated {
					tx.Put(u.To)
				}
				for _, rec := range d.Added {
					tx.Put(rec)
				}
				return nil
			})
			if err != nil {
				rt.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			switch rapid.IntRange(0, 4).Draw(rt, "step") {
			case 0, 1:
				turnInto(rapid.SampledFrom(states).Draw(rt, "state"))
			case 2:
				doc.Undo()
			case 3:
				doc.Redo()
			case 4:
				s.SaveAs(path) // goes on in the background
			}
		}
		if err := <-s.SaveAs(path); err != nil {
			rt.Fatal(err)
		}
		p, err := project.Read(path)
		if err != nil {
			rt.Fatal(err)
		}
		if d := journey.Between(doc.Project(), p); !d.IsEmpty() {
			rt.Fatalf("the file differs from the document: %+v", d)
		}
		if s.Edited() || s.State().Kind != Saved {
			rt.Fatalf("edited %v, state %+v", s.Edited(), s.State())
		}
		if err := s.Close(); err != nil {
			rt.Fatal(err)
		}
	})
}
