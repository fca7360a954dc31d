package session

import (
	"errors"
	"testing"

	"jejak/data/edit"
	"jejak/data/journey"
)

func TestKept(t *testing.T) {
	s, err := New(journey.Project{}, WorkingIn(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Document().Do(edit.Label{Key: edit.LabelAddMap}, func(tx *edit.Tx) error {
		_, err := edit.AddMap(tx, "Sari buys", journey.CurrentState)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-s.Kept(); err != nil {
		t.Fatal(err)
	}
	if d := journey.Between(s.file.Project(), s.Document().Project()); !d.IsEmpty() {
		t.Errorf("the working copy lacks %+v", d)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-s.Kept(); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}
