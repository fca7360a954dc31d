package session

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

func leftovers(t *testing.T, root string) []Leftover {
	t.Helper()
	list, err := Leftovers(root)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func wantNothingIn(t *testing.T, dirs ...string) {
	t.Helper()
	for _, dir := range dirs {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left in %s: %v, %v", dir, left, err)
		}
	}
}

func wantFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

// TestKilled edits in a process of its own, which is killed, and goes on here.
func TestKilled(t *testing.T) {
	if root := os.Getenv("KILLED"); root != "" {
		beKilled(t, root)
	}
	root := t.TempDir()
	work := filepath.Join(root, "work")
	path := filepath.Join(root, "file", "Sari.jejak")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := project.Save(path, journeytest.Big(30), project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	child.Env = append(os.Environ(), "KILLED="+root)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() && lines.Text() != "kept" {
	}
	if list := leftovers(t, work); len(list) > 0 {
		t.Error("offered while its process is alive")
	}
	wantFiles(t, filepath.Dir(path), ".Sari.jejak.lock~", "Sari.jejak")
	var use *InUseError
	if _, err := Open(path, WorkingIn(work)); !errors.As(err, &use) || use.User == "" || !use.Since.Equal(noon) {
		t.Errorf("opened while its process is alive: %v", err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it says that it was killed

	list := leftovers(t, work)
	if len(list) != 1 {
		t.Fatalf("%d leftovers", len(list))
	}
	l := list[0]
	if l.Path != path || l.Name != "Sari" || l.Edits != 6 || !l.Last.Equal(noon) || l.Err != nil || l.Started.IsZero() {
		t.Errorf("offered: %+v", l)
	}
	if again := leftovers(t, work); len(again) > 0 {
		t.Error("offered twice")
	}
	wantFiles(t, filepath.Dir(path), "Sari.jejak")
	s, err := Recover(l, Manual())
	if err != nil {
		t.Fatal(err)
	}
	if got := s.State(); got.Kind != Unsaved || got.Unsaved != 6 || s.Path() != path {
		t.Errorf("state %+v, path %q", got, s.Path())
	}
	doc := s.Document()
	wantTitle := func(want string) {
		t.Helper()
		if got := doc.Project().Info().Title; got != want {
			t.Errorf("the title is %q, want %q", got, want)
		}
	}
	wantTitle("two")
	if l, ok := doc.RedoLabel(); !ok || l.Name != "three" || l.Key != edit.LabelRename {
		t.Errorf("redo: %+v, %v", l, ok)
	}
	doc.Redo()
	wantTitle("three")
	for range 3 {
		doc.Undo()
	}
	wantTitle(journeytest.Big(30).Info().Title)
	if _, ok := doc.Undo(); ok {
		t.Error("undid more than was done")
	}
	doc.Redo()
	rename(t, s, "after the crash")
	must(t, s.Save())
	if got := titleIn(t, path); got != "after the crash" {
		t.Errorf("the file says %q", got)
	}
	closeSession(t, s)
	wantNothingIn(t, work)
	wantFiles(t, filepath.Dir(path), "Sari.jejak")
}

// beKilled is the process that is killed.
func beKilled(t *testing.T, root string) {
	s, err := Open(filepath.Join(root, "file", "Sari.jejak"), WorkingIn(filepath.Join(root, "work")), Manual(),
		WithClock(func() time.Time { return noon }))
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"one", "two", "three", "four"} {
		_, err := s.Document().Do(edit.Label{Key: edit.LabelRename, Name: title}, func(tx *edit.Tx) error {
			return edit.Update(tx, tx.Project().Info().ID, func(in *journey.Info) { in.Title = title })
		})
		if err != nil {
			t.Fatal(err)
		}
		if title == "three" {
			s.Document().Undo()
			break
		}
	}
	s.Document().Redo()
	s.Document().Undo()
	must(t, s.Kept())
	fmt.Println("kept")
	select {}
}

func TestSuspendAndDiscard(t *testing.T) {
	root := t.TempDir()
	s, err := New(journeytest.Big(20), WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "never saved")
	if err := s.Suspend(); err != nil {
		t.Fatal(err)
	}
	l := leftovers(t, root)
	if len(l) != 1 || l[0].Path != "" || l[0].Name != "never saved" || l[0].Edits != 1 {
		t.Fatalf("offered: %+v", l)
	}
	if err := l[0].Release(); err != nil {
		t.Fatal(err)
	}
	l = leftovers(t, root)
	if len(l) != 1 {
		t.Fatal("not offered again after Release")
	}
	s, err = Recover(l[0], Autosave(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	if s.Document().Project().Info().Title != "never saved" || s.Path() != "" || !s.Edited() {
		t.Errorf("title %q, path %q", s.Document().Project().Info().Title, s.Path())
	}
	if err := s.Suspend(); err != nil {
		t.Fatal(err)
	}
	for _, l := range leftovers(t, root) {
		if err := l.Discard(); err != nil {
			t.Error(err)
		}
	}
	wantNothingIn(t, root)
}

// TestNothingNewIsSwept leaves a session without edits, and one whose edits are saved.
func TestNothingNewIsSwept(t *testing.T) {
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "a.jejak")
	for _, edited := range []bool{false, true} {
		s, err := New(journeytest.Big(20), WorkingIn(root), Manual())
		if err != nil {
			t.Fatal(err)
		}
		if edited {
			rename(t, s, "saved")
			must(t, s.SaveAs(path))
		}
		if err := s.Suspend(); err != nil {
			t.Fatal(err)
		}
		if l := leftovers(t, root); len(l) > 0 {
			t.Errorf("offered: %+v", l)
		}
		wantNothingIn(t, root)
	}
	wantFiles(t, filepath.Dir(path), "a.jejak")
}

// TestRecoverWhileInUse: somebody else has opened the file since the crash.
func TestRecoverWhileInUse(t *testing.T) {
	root, path := t.TempDir(), saved(t, journeytest.Big(20))
	s, err := Open(path, WorkingIn(root), Manual())
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "before the crash")
	if err := s.Suspend(); err != nil {
		t.Fatal(err)
	}
	other := openSession(t, path)
	l := leftovers(t, root)
	if len(l) != 1 {
		t.Fatalf("%d leftovers", len(l))
	}
	var use *InUseError
	if _, err := Recover(l[0]); !errors.As(err, &use) {
		t.Fatalf("error is %v", err)
	}
	s, err = Recover(l[0], Anyway(), Manual())
	if err != nil {
		t.Fatal(err)
	}
	rename(t, other, "theirs")
	must(t, other.Save())
	var save *project.SaveError
	if err := <-s.Save(); !errors.As(err, &save) || save.Reason != project.Changed {
		t.Errorf("error is %v", err)
	}
	elsewhere := filepath.Join(t.TempDir(), "b.jejak")
	must(t, s.SaveAs(elsewhere))
	if titleIn(t, elsewhere) != "before the crash" || titleIn(t, path) != "theirs" {
		t.Errorf("the files say %q and %q", titleIn(t, elsewhere), titleIn(t, path))
	}
	closeSession(t, s)
	wantNothingIn(t, root)
}

func TestDamagedLeftoverStays(t *testing.T) {
	root := t.TempDir()
	s, err := New(journey.Project{}, WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	rename(t, s, "lost")
	if err := s.Suspend(); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(root, "*", "work.jejak"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	b, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(b); i++ {
		b[i] = 0xee
	}
	if err := os.WriteFile(found[0], b, 0o600); err != nil {
		t.Fatal(err)
	}
	l := leftovers(t, root)
	if len(l) != 1 || l[0].Err == nil {
		t.Fatalf("offered: %+v", l)
	}
	var open *project.OpenError
	if _, err := Recover(l[0]); !errors.As(err, &open) || open.Reason != project.Damaged {
		t.Errorf("error is %v", err)
	}
	if _, err := os.Stat(found[0]); err != nil {
		t.Errorf("the work is gone: %v", err)
	}
	if err := l[0].Discard(); err != nil {
		t.Error(err)
	}
	wantNothingIn(t, root)
}

// saved writes p to a file in a new folder and returns its path.
func saved(t *testing.T, p journey.Project) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.jejak")
	if err := project.Save(path, p, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	return path
}
