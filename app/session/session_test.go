package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// settings are a working folder of the test's own, a fixed clock and fixed IDs.
func settings(t *testing.T) (root string, opts []Option) {
	root = t.TempDir()
	return root, []Option{WorkingIn(root), WithClock(func() time.Time { return noon }), WithIDs(journeytest.IDs())}
}

func newSession(t *testing.T, p journey.Project) (s *Session, root string) {
	t.Helper()
	root, opts := settings(t)
	s, err := New(p, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeSession(t, s) })
	return s, root
}

func openSession(t *testing.T, path string) *Session {
	t.Helper()
	_, opts := settings(t)
	s, err := Open(path, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeSession(t, s) })
	return s
}

func closeSession(t *testing.T, s *Session) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// rename gives the project another title, as one step of the history.
func rename(t *testing.T, s *Session, title string) {
	t.Helper()
	doc := s.Document()
	_, err := doc.Do(edit.Label{}, func(tx *edit.Tx) error {
		in := tx.Project().Info()
		if in.ID == "" {
			in.ID = tx.NewID()
		}
		in.Title = title
		tx.Put(in)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, done <-chan error) {
	t.Helper()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func titleIn(t *testing.T, path string) string {
	t.Helper()
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return p.Info().Title
}

func wantState(t *testing.T, s *Session, want Kind) {
	t.Helper()
	if got := s.State(); got.Kind != want {
		t.Errorf("state is %+v, want kind %d", got, want)
	}
}

func TestLifeOfAProject(t *testing.T) {
	s, root := newSession(t, journey.Project{})
	path := filepath.Join(t.TempDir(), "Sari buys.jejak")
	if s.Path() != "" || s.Name() != "" || s.Edited() {
		t.Errorf("a new project: path %q, name %q, edited %v", s.Path(), s.Name(), s.Edited())
	}
	wantState(t, s, Unsaved)
	if err := <-s.Save(); !errors.Is(err, ErrUntitled) {
		t.Errorf("Save without a file: %v", err)
	}
	wantState(t, s, Unsaved)

	rename(t, s, "one")
	if !s.Edited() {
		t.Error("not edited after an edit")
	}
	must(t, s.SaveAs(path))
	if s.Path() != path || s.Name() != "Sari buys" || s.Edited() {
		t.Errorf("after SaveAs: path %q, name %q, edited %v", s.Path(), s.Name(), s.Edited())
	}
	if got := s.State(); got.Kind != Saved || !got.At.Equal(noon) {
		t.Errorf("state after SaveAs is %+v", got)
	}
	rename(t, s, "two")
	wantState(t, s, Unsaved)
	if got := titleIn(t, path); got != "one" {
		t.Errorf("the file says %q before the save", got)
	}
	must(t, s.Save())
	if got := titleIn(t, path); got != "two" {
		t.Errorf("the file says %q after the save", got)
	}
	if _, ok := s.Document().Undo(); !ok {
		t.Fatal("nothing to undo")
	}
	wantState(t, s, Unsaved)
	must(t, s.Save())
	if got := titleIn(t, path); got != "one" {
		t.Errorf("the file says %q after undo and save", got)
	}
	closeSession(t, s)
	if left, err := os.ReadDir(root); err != nil || len(left) > 0 {
		t.Errorf("left in the working folder: %v, %v", left, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("beside the file: %v, %v", left, err)
	}
	if err := <-s.Save(); !errors.Is(err, ErrClosed) {
		t.Errorf("Save after Close: %v", err)
	}
}

func TestOpenTellsWhenTheFileWasSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jejak")
	if err := project.Save(path, journey.Project{}, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, noon, noon); err != nil {
		t.Fatal(err)
	}
	s := openSession(t, path)
	if got := s.State(); got.Kind != Saved || !got.At.Equal(noon) {
		t.Errorf("state of an opened file is %+v", got)
	}
	if s.Name() != "a" || s.Edited() {
		t.Errorf("name %q, edited %v", s.Name(), s.Edited())
	}
}

func TestOpenRefuses(t *testing.T) {
	root, opts := settings(t)
	_, err := Open(filepath.Join(t.TempDir(), "none.jejak"), opts...)
	var open *project.OpenError
	if !errors.As(err, &open) || open.Reason != project.Missing {
		t.Errorf("error is %v", err)
	}
	if left, err := os.ReadDir(root); err != nil || len(left) > 0 {
		t.Errorf("left in the working folder: %v, %v", left, err)
	}
}

// TestSavesWhileEditing saves again and again while edits go on. Each save must hold an edit at
// least as new as the last before it, and the last save everything.
func TestSavesWhileEditing(t *testing.T) {
	s, _ := newSession(t, journeytest.Big(200))
	path := filepath.Join(t.TempDir(), "a.jejak")
	var pending []<-chan error
	for i := range 300 {
		rename(t, s, fmt.Sprintf("%04d", i))
		if i%40 == 0 {
			pending = append(pending, s.SaveAs(path))
		}
		if i%97 == 0 && len(pending) > 0 {
			for _, done := range pending {
				must(t, done)
			}
			pending = nil
			if got := titleIn(t, path); got < fmt.Sprintf("%04d", i/40*40) {
				t.Errorf("after edit %d the file says %q", i, got)
			}
		}
	}
	must(t, s.Save()) // the last one: those pending come before it
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := journey.Between(s.Document().Project(), p); !d.IsEmpty() {
		t.Errorf("the file differs from the document: %+v", d)
	}
	wantState(t, s, Saved)
}

func TestStatesAreToldInOrder(t *testing.T) {
	s, _ := newSession(t, journey.Project{})
	var mu sync.Mutex
	var told []Kind
	s.OnState(func(state State) {
		mu.Lock()
		defer mu.Unlock()
		told = append(told, state.Kind)
	})
	cancel := s.OnState(func(State) { t.Error("told after cancel") })
	cancel()
	path := filepath.Join(t.TempDir(), "a.jejak")
	must(t, s.SaveAs(path))
	rename(t, s, "one")
	if err := <-s.SaveAs(t.TempDir()); err == nil {
		t.Error("saved as a folder")
	}
	closeSession(t, s) // saves what the file lacks
	want := []Kind{Saving, Saved, Unsaved, Saving, Failed, Saving, Saved}
	if !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestFailedSaveKeepsTheFile(t *testing.T) {
	s, _ := newSession(t, journey.Project{})
	path := filepath.Join(t.TempDir(), "a.jejak")
	must(t, s.SaveAs(path))
	rename(t, s, "one")
	err := <-s.SaveAs(t.TempDir())
	var save *project.SaveError
	if !errors.As(err, &save) || save.Reason != project.Directory {
		t.Errorf("error is %v", err)
	}
	if s.Path() != path || !s.Edited() {
		t.Errorf("path %q, edited %v", s.Path(), s.Edited())
	}
	if got := s.State(); got.Kind != Failed || got.Err == nil {
		t.Errorf("state is %+v", got)
	}
	must(t, s.Save())
	wantState(t, s, Saved)
	if got := titleIn(t, path); got != "one" {
		t.Errorf("the file says %q", got)
	}
}

func TestResetIsKept(t *testing.T) {
	s, _ := newSession(t, journeytest.Big(20))
	rename(t, s, "one")
	s.Document().Reset(journey.Project{})
	rename(t, s, "two")
	path := filepath.Join(t.TempDir(), "a.jejak")
	must(t, s.SaveAs(path))
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if p.Len() != 1 || p.Info().Title != "two" {
		t.Errorf("%d records, title %q", p.Len(), p.Info().Title)
	}
}

// TestCatchesUp puts a change into the Document that the file refuses. The Session must say so, and
// keep everything as soon as that is possible again.
func TestCatchesUp(t *testing.T) {
	s, _ := newSession(t, journey.Project{})
	path := filepath.Join(t.TempDir(), "a.jejak")
	must(t, s.SaveAs(path))
	put := func(rec journey.Record) {
		if _, err := s.Document().Do(edit.Label{}, func(tx *edit.Tx) error { tx.Put(rec); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	put(journey.Stage{ID: "stage", MapID: "map", Title: "on a map that is not there yet"})
	rename(t, s, "one")
	if err := <-s.Save(); err == nil {
		t.Error("saved a stage without its map")
	}
	wantState(t, s, Failed)
	if got := titleIn(t, path); got != "" {
		t.Errorf("the file says %q after the failed save", got)
	}
	put(journey.Map{ID: "map", Type: journey.CurrentState})
	must(t, s.Save())
	wantState(t, s, Saved)
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := journey.Between(s.Document().Project(), p); !d.IsEmpty() {
		t.Errorf("the file differs from the document: %+v", d)
	}
}
