package session

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"jejak/assets/words"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
	"jejak/data/project/disk"
)

func wantReason(t *testing.T, err error, want project.Reason) {
	t.Helper()
	if got := reasonOf(err); got != want {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestSecondOpener(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	first := openSession(t, path)
	root, opts := settings(t)
	_, err := Open(path, opts...)
	var use *InUseError
	if !errors.As(err, &use) || use.Host != project.HostName() || use.User != project.UserName() || !use.Since.Equal(noon) || use.Path != path {
		t.Fatalf("error is %v", err)
	}
	wantNothingIn(t, root)
	rename(t, first, "first")
	must(t, first.Save())

	t.Run("to look", func(t *testing.T) {
		s, err := Open(path, append(opts, ReadOnly(), Autosave(time.Millisecond))...)
		if err != nil {
			t.Fatal(err)
		}
		if !s.ReadOnly() || !s.State().ReadOnly || s.State().Kind != Saved {
			t.Errorf("read-only %v, state %+v", s.ReadOnly(), s.State())
		}
		rename(t, s, "looked at")
		if s.wantsSaving() {
			t.Error("it would save by itself")
		}
		wantReason(t, <-s.Save(), project.LookOnly)
		wantReason(t, <-s.SaveAs(filepath.Join(filepath.Dir(path), ".", "a.jejak")), project.LookOnly)
		elsewhere := filepath.Join(t.TempDir(), "b.jejak")
		must(t, s.SaveAs(elsewhere))
		if s.ReadOnly() || s.Path() != elsewhere || titleIn(t, elsewhere) != "looked at" {
			t.Errorf("read-only %v, path %q", s.ReadOnly(), s.Path())
		}
		rename(t, s, "mine now")
		closeSession(t, s)
		if titleIn(t, elsewhere) != "mine now" || titleIn(t, path) != "first" {
			t.Errorf("the files say %q and %q", titleIn(t, elsewhere), titleIn(t, path))
		}
		wantFiles(t, filepath.Dir(elsewhere), "b.jejak")
	})

	t.Run("a copy", func(t *testing.T) {
		s, err := Open(path, append(opts, Copy())...)
		if err != nil {
			t.Fatal(err)
		}
		if s.Path() != "" || s.Edited() || s.State().Kind != Unsaved {
			t.Errorf("path %q, state %+v", s.Path(), s.State())
		}
		if err := <-s.Save(); !errors.Is(err, ErrUntitled) {
			t.Errorf("error is %v", err)
		}
		if one, _ := s.Revision(); one == "" {
			t.Error("it has no document ID")
		} else if two, _ := first.Revision(); one == two {
			t.Error("it is the same document")
		}
		var use *InUseError
		if err := <-s.SaveAs(path); !errors.As(err, &use) {
			t.Errorf("saved over a file that is in use: %v", err)
		}
		elsewhere := filepath.Join(t.TempDir(), "b.jejak")
		must(t, s.SaveAs(elsewhere))
		if titleIn(t, elsewhere) != "first" {
			t.Errorf("the file says %q", titleIn(t, elsewhere))
		}
		closeSession(t, s)
	})

	t.Run("anyway", func(t *testing.T) {
		s, err := Open(path, append(opts, Anyway())...)
		if err != nil {
			t.Fatal(err)
		}
		rename(t, s, "second")
		must(t, s.Save())
		rename(t, first, "first again")
		wantReason(t, <-first.Save(), project.Changed)
		if titleIn(t, path) != "second" {
			t.Errorf("the file says %q", titleIn(t, path))
		}
		closeSession(t, s)
	})
	wantNothingIn(t, root)

	// The one who was overtaken can give in.
	if err := reload(first); err != nil {
		t.Fatal(err)
	}
	if got := first.Document().Project().Info().Title; got != "second" || first.Edited() || first.State().Kind != Saved {
		t.Errorf("after Reload the title is %q, state %+v", got, first.State())
	}
	if _, ok := first.Document().Undo(); ok {
		t.Error("Reload can be undone")
	}
	rename(t, first, "third")
	must(t, first.Save())
	if titleIn(t, path) != "third" {
		t.Errorf("the file says %q", titleIn(t, path))
	}
}

func TestReloadThatFails(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	s := openSession(t, path)
	rename(t, s, "mine")
	if err := os.WriteFile(path, []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	var open *project.OpenError
	if err := reload(s); !errors.As(err, &open) || open.Reason != project.NotProject {
		t.Errorf("error is %v", err)
	}
	wantReason(t, <-s.Save(), project.Replaced)
	if s.Document().Project().Info().Title != "mine" || !s.Edited() {
		t.Error("the edit is gone")
	}
	elsewhere := filepath.Join(t.TempDir(), "b.jejak")
	must(t, s.SaveAs(elsewhere))
	untitled, _ := newSession(t, journeytest.Big(20))
	if err := reload(untitled); !errors.Is(err, ErrUntitled) {
		t.Errorf("error is %v", err)
	}
	closeSession(t, untitled)
	wantFiles(t, filepath.Dir(path), "a.jejak")
}

// reload reads and reloads, again if a save comes between.
func reload(s *Session) error {
	for {
		r, err := s.Read()
		if err != nil {
			return err
		}
		if err := s.Reload(r); !errors.Is(err, ErrSaving) {
			return err
		}
	}
}

// TestReadingIsDropped reads what is not wanted in the end, or comes too late.
func TestReadingIsDropped(t *testing.T) {
	path, root := saved(t, journeytest.Big(20)), t.TempDir()
	s, err := Open(path, WorkingIn(root), Manual())
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "mine")
	unwanted, err := s.Read()
	if err != nil {
		t.Fatal(err)
	}
	must(t, s.Kept()) // reading is in nobody's way
	if err := unwanted.Drop(); err != nil {
		t.Fatal(err)
	}
	if s.Document().Project().Info().Title != "mine" || !s.Edited() {
		t.Error("reading gave up the edit")
	}
	late, err := s.Read()
	if err != nil {
		t.Fatal(err)
	}
	must(t, s.Save())
	closeSession(t, s)
	if err := s.Reload(late); !errors.Is(err, ErrClosed) {
		t.Errorf("error is %v", err)
	}
	if got := titleIn(t, path); got != "mine" {
		t.Errorf("the file says %q", got)
	}
	wantNothingIn(t, root)
}

// TestReloadDoesNotWaitForASave has a save under way that does not end.
func TestReloadDoesNotWaitForASave(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	d := &slowDisk{renaming: make(chan struct{}), goOn: make(chan struct{})}
	s, err := Open(path, WorkingIn(t.TempDir()), Manual(), WithDisk(d))
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Read()
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "mine")
	d.path.Store(&path)
	done := s.Save()
	<-d.renaming
	if err := s.Reload(r); !errors.Is(err, ErrSaving) {
		t.Errorf("error is %v", err)
	}
	rename(t, s, "still mine")
	must(t, s.Kept())
	close(d.goOn)
	must(t, done)
	if err := reload(s); err != nil {
		t.Fatal(err)
	}
	if got := s.Document().Project().Info().Title; got != titleIn(t, path) || s.Edited() {
		t.Errorf("the title is %q", got)
	}
	closeSession(t, s)
}

// slowDisk waits with the rename to the path, once, until it is told to go on.
type slowDisk struct {
	disk.OS
	path           atomic.Pointer[string]
	renaming, goOn chan struct{}
}

func (d *slowDisk) Rename(from, to string) error {
	if p := d.path.Load(); p != nil && *p == to && d.path.CompareAndSwap(p, nil) {
		close(d.renaming)
		<-d.goOn
	}
	return d.OS.Rename(from, to)
}

// TestReloadUnderEdits reloads with edits and saves in line.
func TestReloadUnderEdits(t *testing.T) {
	path := saved(t, journeytest.Big(50))
	s, err := Open(path, WorkingIn(t.TempDir()), Autosave(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		rename(t, s, "x")
		done := s.Save()
		rename(t, s, "y")
		if err := reload(s); err != nil {
			t.Fatal(err)
		}
		must(t, done)
	}
	rename(t, s, "z")
	closeSession(t, s)
	if got := titleIn(t, path); got != "z" {
		t.Errorf("the file says %q", got)
	}
	if err := reload(s); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

func TestLockFollowsTheFile(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	s := openSession(t, path)
	wantFiles(t, filepath.Dir(path), ".a.jejak.lock~", "a.jejak")
	s.guard.beat()
	other := filepath.Join(t.TempDir(), "b.jejak")
	must(t, s.SaveAs(other))
	wantFiles(t, filepath.Dir(path), "a.jejak")
	wantFiles(t, filepath.Dir(other), ".b.jejak.lock~", "b.jejak")
	if err := <-s.SaveAs(t.TempDir()); err == nil {
		t.Error("saved as a folder")
	}
	wantFiles(t, filepath.Dir(other), ".b.jejak.lock~", "b.jejak")
	closeSession(t, s)
	wantFiles(t, filepath.Dir(other), "b.jejak")
}

func TestInUseHasWords(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		text := (&InUseError{Path: "/x/a.jejak", User: "Sari", Host: "studio", Since: noon}).Text(w)
		for _, want := range []string{"a.jejak", "Sari", "studio", "2026-03-04"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q", lang, text)
			}
		}
		if text := (&InUseError{Path: "/x/a.jejak"}).Text(w); !strings.Contains(text, "a.jejak") || strings.Contains(text, "[") {
			t.Errorf("%s: %q", lang, text)
		}
	}
}
