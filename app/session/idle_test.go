package session

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
	"jejak/data/project/disk"
)

// until waits for something that happens in the background.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for start := time.Now(); !is(); time.Sleep(time.Millisecond) {
		if time.Since(start) > time.Minute {
			t.Fatalf("%s does not happen", what)
		}
	}
}

// fullDisk has no room while it is full.
type fullDisk struct {
	disk.OS
	full  atomic.Bool
	tries atomic.Int32
}

func (d *fullDisk) Sync(path string) error {
	if d.full.Load() && filepath.Base(path)[0] == '.' { // of the draft beside the user's file
		d.tries.Add(1)
		return &os.PathError{Op: "sync", Path: path, Err: syscall.ENOSPC}
	}
	return d.OS.Sync(path)
}

func TestSavesByItself(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	d := &fullDisk{}
	s, err := Open(path, WorkingIn(t.TempDir()), Autosave(time.Millisecond), WithDisk(d))
	if err != nil {
		t.Fatal(err)
	}
	defer closeSession(t, s)
	rename(t, s, "one")
	until(t, "a save", func() bool { return s.State().Kind == Saved && !s.Edited() })
	if got := titleIn(t, path); got != "one" {
		t.Errorf("the file says %q", got)
	}
	// It says why it cannot, goes on trying, and recovers.
	d.full.Store(true)
	rename(t, s, "two")
	until(t, "more than one try", func() bool { return d.tries.Load() > 1 })
	until(t, "a failure", func() bool { return s.State().Kind == Failed })
	if st := s.State(); reasonOf(st.Err) != project.DiskFull || st.Unsaved != 1 {
		t.Errorf("state %+v", st)
	}
	d.full.Store(false)
	until(t, "a save", func() bool { return s.State().Kind == Saved && !s.Edited() })
	if got := titleIn(t, path); got != "two" {
		t.Errorf("the file says %q", got)
	}
}

func TestManualDoesNotSave(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, WorkingIn(t.TempDir()), Manual())
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "one")
	must(t, s.Kept())
	if s.wake(); !s.Edited() || s.State().Kind != Unsaved {
		t.Errorf("state %+v", s.State())
	}
	closeSession(t, s)
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestCloseSaves(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	d := &fullDisk{}
	root := t.TempDir()
	s, err := Open(path, WorkingIn(root), Autosave(time.Hour), WithDisk(d))
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "one")
	d.full.Store(true)
	if err := s.Close(); reasonOf(err) != project.DiskFull {
		t.Fatalf("error is %v", err)
	}
	rename(t, s, "two") // it is still open
	d.full.Store(false)
	closeSession(t, s)
	if got := titleIn(t, path); got != "two" {
		t.Errorf("the file says %q", got)
	}
	wantNothingIn(t, root)
	wantFiles(t, filepath.Dir(path), "a.jejak")
}

// TestGoneIsToldOnce deletes the file: nothing is put in its place until a person saves once more.
func TestGoneIsToldOnce(t *testing.T) {
	path := saved(t, journeytest.Big(20))
	s, err := Open(path, WorkingIn(t.TempDir()), Autosave(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	defer closeSession(t, s)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	rename(t, s, "one")
	until(t, "a failure", func() bool { return s.State().Kind == Failed })
	if r := reasonOf(s.State().Err); r != project.Gone {
		t.Errorf("the reason is %q", r)
	}
	if s.wantsSaving() {
		t.Error("it would be put back without a person's saying so")
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is there again: %v", err)
	}
	must(t, s.Save())
	if got := titleIn(t, path); got != "one" {
		t.Errorf("the file says %q", got)
	}
}

func TestNothingToSave(t *testing.T) {
	s, root := newSession(t, journey.Project{})
	if s.wantsSaving() {
		t.Error("a project without a file would be saved")
	}
	rename(t, s, "one")
	if s.wantsSaving() {
		t.Error("a project without a file would be saved")
	}
	must(t, s.SaveAs(filepath.Join(root, "..", "a.jejak")))
	if s.wantsSaving() {
		t.Error("what is saved would be saved again")
	}
	rename(t, s, "two")
	if !s.wantsSaving() {
		t.Error("an edit would not be saved")
	}
}
