//go:build e2e

package e2e

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/app/session"
	"jejak/app/ui/watch"
	"jejak/data/edit"
	"jejak/data/journey"
)

// TestTroubleWithTheFile takes the file from under the window in the ways that need no rights: each is told
// in the title and in a question, leaves what stands there alone, and is over when its cause is.
func TestTroubleWithTheFile(t *testing.T) {
	aside := func(path string) string { return path + ".aside" }
	for _, c := range []struct {
		name, told string
		answer     string // a key
		begin, end func(path string) error
	}{
		{"read-only", "the file is read-only", "Escape",
			func(path string) error { return os.Chmod(path, 0o444) },
			func(path string) error { return os.Chmod(path, 0o644) }},
		{"its folder gone", "its folder is missing", "Escape",
			func(path string) error { return os.Rename(filepath.Dir(path), aside(filepath.Dir(path))) },
			func(path string) error { return os.Rename(aside(filepath.Dir(path)), filepath.Dir(path)) }},
		{"deleted", "the file was moved or deleted", "Return", os.Remove, func(string) error { return nil }},
		{"replaced", "another file is in its place", "Escape",
			func(path string) error {
				return errors.Join(os.Rename(path, aside(path)), os.WriteFile(path, []byte("Dear all"), 0o600))
			},
			func(path string) error {
				data, err := os.ReadFile(path)
				if err == nil && string(data) != "Dear all" {
					err = errors.New("it was overwritten")
				}
				return errors.Join(err, os.Rename(aside(path), path))
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			home, path := t.TempDir(), savedSample(t)
			prefer(t, home, `{"save.manual":true}`) // or it asks by itself, sooner or later
			s := opened(t, home, path)
			want := s.moves()
			s.titled("glasses.jejak", "Unsaved changes")
			if err := c.begin(path); err != nil {
				t.Fatal(err)
			}
			s.key("ctrl+s")
			if got := s.dialog("the question").Title; !strings.HasSuffix(got, "Not saved: "+c.told) {
				t.Errorf("title %q", got)
			}
			s.key(c.answer)
			s.noDialog("the question to go")
			if err := c.end(path); err != nil {
				t.Fatal(err)
			}
			s.saved()
			s.quit()
			if !holds(t, path, want) {
				t.Errorf("the file differs by %+v", journey.Between(want, read(t, path)))
			}
			if list := kept(t, home); len(list) != 0 {
				t.Errorf("left over: %v", list)
			}
		})
	}
}

// TestReloadOfAnothersWork takes over what somebody else has saved meanwhile.
func TestReloadOfAnothersWork(t *testing.T) {
	home, path := t.TempDir(), savedSample(t)
	prefer(t, home, `{"save.manual":true}`)
	s := opened(t, home, path)
	s.moves()
	s.titled("glasses.jejak", "Unsaved changes")

	other, err := session.Open(path, session.WorkingIn(t.TempDir()), session.Anyway(), session.Manual())
	if err != nil {
		t.Fatal(err)
	}
	_, err = other.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.SetTitle(tx, journey.RefTo(s.card("Eye test")), "Theirs")
	})
	if err = errors.Join(err, <-other.Save(), other.Close()); err != nil {
		t.Fatal(err)
	}
	theirs := read(t, path)
	cardNamed(t, theirs, "Theirs")

	s.key("ctrl+s")
	s.dialog("the question")
	s.key("Tab", "space") // Reload, the first of the answers
	s.until("what the file holds", func(n watch.Seen) bool { return n.Saved && n.Unsaved == 0 && !n.Dialog && !n.Undo })
	s.quit()
	if !holds(t, path, theirs) {
		t.Errorf("the file was changed by %+v", journey.Between(theirs, read(t, path)))
	}
	if list := kept(t, home); len(list) != 0 {
		t.Errorf("left over: %v", list)
	}
}
