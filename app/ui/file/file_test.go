package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/assets/samples"
	"jejak/data/journey"
	"jejak/data/project"
)

// key presses a key where a dialog hears it.
func (r *rig) key(name fyne.KeyName) {
	r.o.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// remove deletes a card: an edit like any other.
func (r *rig) remove(card string) {
	r.t.Helper()
	r.o.Editor.Select(journey.RefTo(cardNamed(r.t, r.project(), card)))
	n := r.project().Cards.Len()
	r.run("edit.delete")
	if r.project().Cards.Len() != n-1 {
		r.t.Fatalf("%q was not deleted", card)
	}
}

// asked waits for a dialog and returns its title.
func (r *rig) asked() string {
	r.t.Helper()
	r.until("a question", func() bool { return r.o.Desk.Open() > 0 })
	return r.o.Desk.Top().Title
}

// choose takes an answer of the dialog that is open.
func (r *rig) choose(text string) {
	r.t.Helper()
	d := r.o.Desk.Top()
	for _, a := range d.Answers {
		if a.Text == text {
			d.Close(a.Run)
			return
		}
	}
	r.t.Fatalf("%q has no answer %q", d.Title, text)
}

// rest waits for sessions that were left.
func (r *rig) rest() { r.parted.Wait() }

// cards returns how many cards a file holds.
func cards(t *testing.T, path string) int {
	t.Helper()
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return p.Cards.Len()
}

// working lists the working copies that there are.
func working(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(project.DefaultRoot(), "*"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestClosingSavesByItself(t *testing.T) {
	r := newRig(t)
	path := r.openSaved()
	n := cards(t, path)
	r.remove("Eye test")
	r.run("file.close")
	r.until("the close", func() bool { return r.session == nil })
	r.rest()
	if got := cards(t, path); got != n-1 || r.o.Modal() {
		t.Errorf("the file holds %d cards, want %d", got, n-1)
	}
	if got := working(t); len(got) != 0 {
		t.Errorf("left over: %v", got)
	}
}

func TestClosingAsksWhereNothingSavesByItself(t *testing.T) {
	for _, c := range []struct {
		name   string
		manual bool
		answer fyne.KeyName
		less   int // cards in the file
		open   bool
	}{
		{"Escape stays", true, fyne.KeyEscape, 0, true},
		{"Enter saves", true, fyne.KeyReturn, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			r.o.Prefs.SetBool(prefManual, c.manual)
			path := r.openSaved()
			n := cards(t, path)
			r.remove("Eye test")
			if got := r.title(); !strings.HasSuffix(got, "Unsaved changes") {
				r.until("the title", func() bool { return strings.HasSuffix(r.title(), "Unsaved changes") })
			}
			r.run("file.close")
			if got := r.asked(); got != "Save your changes to sample.jejak?" {
				t.Fatalf("asked %q", got)
			}
			r.key(c.answer)
			if c.open {
				if r.session == nil || r.o.Modal() {
					t.Fatal("the project is gone")
				}
			} else {
				r.until("the close", func() bool { return r.session == nil })
				r.rest()
			}
			if got := cards(t, path); got != n-c.less {
				t.Errorf("the file holds %d cards, want %d", got, n-c.less)
			}
		})
	}
	t.Run("an untitled project", func(t *testing.T) {
		r := newRig(t)
		r.JSON(samples.JSON("en"), "Buying glasses")
		r.until("the sample", func() bool { return r.session != nil })
		r.remove("Eye test")
		r.run("file.close")
		if got := r.asked(); got != "Save Buying glasses.jejak before closing it?" {
			t.Errorf("asked %q", got)
		}
		r.choose("Don’t save")
		if r.session != nil {
			t.Fatal("still open")
		}
		r.rest()
		if got := working(t); len(got) != 0 {
			t.Errorf("left over: %v", got)
		}
	})
}

func TestFailedSaveOnClosing(t *testing.T) {
	lose := func(r *rig, path string) {
		r.remove("Eye test")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		r.run("file.close")
		if got := r.asked(); got != "The file was not saved" {
			t.Fatalf("asked %q", got)
		}
		if got := r.title(); !strings.HasSuffix(got, "Not saved: the file was moved or deleted") {
			t.Errorf("title %q", got)
		}
	}
	t.Run("cancel", func(t *testing.T) {
		r := newRig(t)
		path := r.openSaved()
		lose(r, path)
		r.key(fyne.KeyEscape)
		if r.session == nil || r.o.Modal() {
			t.Fatal("Escape must leave everything as it is")
		}
		r.run("file.save")
		r.until("the save", func() bool { return r.session.State().Kind == session.Saved })
		cards(t, path)
	})
	t.Run("put it back", func(t *testing.T) {
		r := newRig(t)
		path := r.openSaved()
		lose(r, path)
		r.key(fyne.KeyReturn)
		r.until("the close", func() bool { return r.session == nil })
		cards(t, path)
	})
	t.Run("keep for the next start", func(t *testing.T) {
		r := newRig(t)
		path := r.openSaved()
		gone := cardNamed(t, r.project(), "Eye test").ID
		lose(r, path)
		r.choose("Close, keep the work")
		r.until("the close", func() bool { return r.session == nil })
		r.rest()

		again := r.anew()
		again.Begin("")
		if got := again.asked(); got != "Unsaved work was found" {
			t.Fatalf("asked %q", got)
		}
		again.key(fyne.KeyReturn)
		again.until("the work", func() bool { return again.session != nil })
		if again.project().Cards.Has(gone) {
			t.Error("the edit is lost")
		}
		again.run("edit.undo")
		cardNamed(t, again.project(), "Eye test")
		again.run("file.save")
		again.asked() // it is still gone
		again.key(fyne.KeyReturn)
		again.until("the save", func() bool { return again.session.State().Kind == session.Saved && !again.o.Modal() })
		cards(t, path)
		again.run("file.close")
		again.until("the close", func() bool { return again.session == nil })
		again.rest()
		if got := working(t); len(got) != 0 {
			t.Errorf("left over: %v", got)
		}
	})
}

// other opens a file as another program does, on another machine as far as one can tell.
func other(t *testing.T, path string) *session.Session {
	t.Helper()
	s, err := session.Open(path, session.WorkingIn(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Discard(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestFileInUse(t *testing.T) {
	path := saveSample(t)
	other(t, path)
	for _, c := range []struct {
		answer        string
		title         string
		locked, bound bool
	}{
		{"Look only", "sample.jejak — Read-only", true, true},
		{"Open a copy", "sample (copy).jejak — Not saved yet", false, false},
		{"Cancel", "Jejak", false, false},
		{"Open anyway", "sample.jejak — Saved ", false, true},
	} {
		t.Run(c.answer, func(t *testing.T) {
			r := newRig(t)
			r.Open(path)
			if got := r.asked(); got != "sample.jejak is open elsewhere" {
				t.Fatalf("asked %q", got)
			}
			if text := r.o.Desk.Top().Text; !strings.Contains(text, project.UserName()) || !strings.Contains(text, project.HostName()) {
				t.Errorf("does not say who: %q", text)
			}
			r.choose(c.answer)
			if c.title == "Jejak" {
				if r.session != nil || r.opening {
					t.Error("something is open")
				}
				return
			}
			r.until("the file", func() bool { return r.session != nil })
			if got := r.title(); !strings.HasPrefix(got, c.title) {
				t.Errorf("title %q", got)
			}
			if (r.session.Path() != "") != c.bound {
				t.Errorf("its file is %q", r.session.Path())
			}
			r.o.Editor.Select(journey.RefTo(cardNamed(t, r.project(), "Eye test")))
			n := r.project().Cards.Len()
			r.run("edit.delete")
			if changed := r.project().Cards.Len() != n; changed == c.locked {
				t.Errorf("changed: %v", changed)
			}
			r.o.Editor.Settle()
			r.parting = (*session.Session).Discard
			r.Close()
		})
	}
}

func saveSample(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.jejak")
	if err := project.Save(path, sampleProject(t), project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFileChangedBySomebodyElse(t *testing.T) {
	r := newRig(t)
	path := r.openSaved()
	n := r.project().Cards.Len()
	s, err := session.Open(path, session.WorkingIn(t.TempDir()), session.Anyway())
	if err != nil {
		t.Fatal(err)
	}
	s.Document().Reset(journey.Project{})
	if err := <-s.Save(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	r.remove("Eye test")
	r.run("file.save")
	r.asked()
	if !strings.Contains(r.o.Desk.Top().Text, "gives up your 1 unsaved edit.") {
		t.Errorf("it says %q", r.o.Desk.Top().Text)
	}
	r.key(fyne.KeyEscape)
	if r.o.Modal() || r.project().Cards.Len() != n-1 {
		t.Fatal("Escape must leave everything as it is")
	}
	if cards(t, path) != 0 {
		t.Fatal("the file was overwritten")
	}
	r.run("file.save")
	r.asked()
	r.choose("Reload")
	r.until("what the file holds", func() bool { return r.project().Cards.Len() == 0 && !r.opening })
	r.until("the title", func() bool { return strings.HasPrefix(r.title(), "sample.jejak — Saved ") })
}

func TestLeftoversAreOfferedOnce(t *testing.T) {
	r := newRig(t)
	path := r.openSaved()
	r.remove("Eye test")
	<-r.session.Kept()
	r.End() // as a signal ends it

	offer := func() *rig {
		w := r.anew()
		w.Begin(path)
		return w
	}
	first := offer()
	if got := first.asked(); got != "Unsaved work was found" {
		t.Fatalf("asked %q", got)
	}
	second := offer()
	second.until("the file", func() bool { return second.session != nil })
	second.parting = (*session.Session).Discard
	second.Close()
	second.rest()

	first.choose("Later")
	first.until("the file", func() bool { return first.session != nil })
	first.Close()
	first.rest()

	third := offer()
	third.asked()
	third.choose("Discard")
	third.key(fyne.KeyEscape)
	third.choose("Discard")
	third.choose("Discard for good")
	third.until("the file", func() bool { return third.session != nil })
	third.Close()
	third.rest()
	if got := working(t); len(got) != 0 {
		t.Errorf("left over: %v", got)
	}
}

// leaveWork edits a saved sample and ends as a signal ends it: the work is left over.
func (r *rig) leaveWork() (path string) {
	path = r.openSaved()
	r.remove("Eye test")
	<-r.session.Kept()
	r.End()
	return path
}

func TestFileAskedForBesideRestoredWork(t *testing.T) {
	for _, c := range []struct {
		name, answer string
		own          bool // the file asked for has work left over too
	}{
		{"stay", "Not now", false},
		{"open", "Open", false},
		{"open with work of its own", "Open", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			restored := r.leaveWork()
			asked := saveSample(t)
			if c.own {
				asked = r.leaveWork()
			}
			n := cards(t, asked)
			w := r.anew()
			w.Begin(asked)
			w.asked()
			if c.own {
				w.key(fyne.KeyDown) // its own comes first
			}
			w.choose("Restore")
			w.until("the work", func() bool { return w.session != nil && w.o.Desk.Open() > 0 })
			if got := w.o.Desk.Top().Title; got != "Open sample.jejak now?" || w.session.Path() != restored {
				t.Fatalf("asked %q, open is %s", got, w.session.Path())
			}
			w.choose(c.answer)
			want := asked
			if c.own {
				if got := w.asked(); got != "Unsaved work was found" {
					t.Errorf("asked %q", got)
				}
				w.choose("Restore")
				n--
			}
			if c.answer != "Open" {
				want, n = restored, n-1
			}
			w.until("the file", func() bool { return !w.opening && w.session.Path() == want })
			if got := w.project().Cards.Len(); got != n || w.o.Modal() {
				t.Errorf("%d cards, want %d", got, n)
			}
			w.run("file.close")
			w.until("the close", func() bool { return w.session == nil })
			w.rest()
			if got := working(t); len(got) != 0 {
				t.Errorf("left over: %v", got)
			}
		})
	}
}

func TestFolderOfWorkThatCannotBeRead(t *testing.T) {
	r := newRig(t)
	if err := os.MkdirAll(filepath.Dir(project.DefaultRoot()), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(project.DefaultRoot(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.Begin("")
	if got := r.asked(); got != "Not all unsaved work could be looked for" {
		t.Errorf("asked %q", got)
	}
	r.key(fyne.KeyReturn)
	if r.opening || r.o.Modal() {
		t.Error("nothing can be done")
	}
}
