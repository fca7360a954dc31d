package register

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestRefused(t *testing.T) {
	for name, f := range map[string]func(*edit.Tx) error{
		"a card that is not there": func(tx *edit.Tx) error { _, err := Add(tx, journey.Action{CardID: "no card"}); return err },
		"a status that is none":    func(tx *edit.Tx) error { return SetStatus(tx, []journey.ID{"a"}, "tired") },
		"a copy of nothing":        func(tx *edit.Tx) error { _, err := Duplicate(tx, []journey.ID{"no action"}); return err },
		"one that is not there":    func(tx *edit.Tx) error { return Remove(tx, []journey.ID{"a", "no action"}) },
		"a day that is none":       func(tx *edit.Tx) error { _, err := Add(tx, journey.Action{Due: "soon"}); return err },
	} {
		doc := edit.NewDocument(journey.FromRecords([]journey.Record{journey.Action{ID: "a", Status: journey.StatusIdea}}), nil)
		before := doc.Project()
		_, err := doc.Do(edit.Label{}, f)
		var refused *edit.Error
		if !errors.As(err, &refused) || doc.Project() != before {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLaws: edits leave a project as sound as it was, and undo brings it back.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		doc := edit.NewDocument(journeytest.Random(rt), nil)
		before := doc.Project()
		var ids []journey.ID
		for _, a := range before.ActionsInOrder() {
			if rapid.Bool().Draw(rt, "take") {
				ids = append(ids, a.ID)
			}
		}
		n := before.Actions.Len()
		if _, err := doc.Do(edit.Label{}, func(tx *edit.Tx) error {
			copies, err := Duplicate(tx, ids)
			if err != nil {
				return err
			}
			if err := SetStatus(tx, copies, journey.StatusDoing); err != nil {
				return err
			}
			if tx.Project().Actions.Len() != n+len(ids) {
				rt.Fatalf("%d actions", tx.Project().Actions.Len())
			}
			return Remove(tx, ids)
		}); err != nil {
			rt.Fatal(err)
		}
		if doc.Project().Actions.Len() != n {
			rt.Fatalf("%d actions, want %d", doc.Project().Actions.Len(), n)
		}
		if found := journey.Validate(doc.Project()); len(found) > len(journey.Validate(before)) {
			rt.Fatal(found)
		}
		if len(ids) > 0 {
			doc.Undo()
		}
		for a := range before.Actions.All() {
			if got, _ := doc.Project().Actions.Get(a.ID); got != a {
				rt.Fatalf("undone it is %+v, was %+v", got, a)
			}
		}
	})
}
