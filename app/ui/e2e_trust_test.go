//go:build e2e

package ui

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// moved drags a card in the window, and returns what the file must hold then.
func moved(t *testing.T, p *program, before journey.Project) journey.Project {
	t.Helper()
	pl := planOf(t, p, before)
	p.wait("the first picture", func() bool { return p.painted(pl) })
	p.settle() // the pictures of the start screen look painted too
	card, target := cardNamed(t, before, "Eye test"), cardNamed(t, before, "Posts a review")
	to := pl.at(t, journey.RefTo(target), scene.PartBody)
	to.Y -= 6
	p.drag(pl.at(t, journey.RefTo(card), scene.PartBody), to)
	pl.must(t, func(tx *edit.Tx) error {
		return edit.MoveCards(tx, []journey.ID{card.ID}, edit.Place{StageID: target.StageID, LaneID: target.LaneID, Before: target.ID})
	})
	return pl.doc.Project()
}

// prefer writes the preferences of a home.
func prefer(t *testing.T, home, values string) {
	t.Helper()
	path := filepath.Join(home, "config", "fyne", AppID, "preferences.json")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(values), 0o600); err != nil {
		t.Fatal(err)
	}
}

// kept lists the working copies of a home.
func kept(t *testing.T, home string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(filepath.Join(home, "cache"), func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Name() == "work.jejak" {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// stop ends the program with a signal.
func (p *program) stop(s os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
	err := <-p.done // killed programs have an error, and that is what is wanted
	p.done <- err
}

func (p *program) opened(name string) {
	p.t.Helper()
	p.wait("the file", func() bool { return strings.HasPrefix(p.title(), name+" — ") })
}

func TestAutosave(t *testing.T) {
	before := sampleProject(t)
	path := saved(t, before, "glasses.jejak")
	p := launch(t, path)
	p.opened("glasses.jejak")
	want := info(t, saved(t, moved(t, p, before), "want.jejak"))
	p.wait("the file on disk", func() bool { return info(t, path) == want })
	p.wait("the title", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	p.quit()
}

func TestWorkSurvivesTheEndOfTheProgram(t *testing.T) {
	for name, signal := range map[string]os.Signal{"kill": syscall.SIGKILL, "term": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			home, before := t.TempDir(), sampleProject(t)
			path := saved(t, before, "glasses.jejak")
			asSaved := info(t, path)
			prefer(t, home, `{"save.manual":true}`) // or a slow machine saves before the end
			p := launchIn(t, home, path)
			p.opened("glasses.jejak")
			after := moved(t, p, before)
			p.wait("the edit", func() bool { return strings.HasSuffix(p.title(), "Unsaved changes") })
			p.settle() // what is on the screen is in the working copy
			p.stop(signal)
			if len(kept(t, home)) != 1 {
				t.Fatalf("kept: %v", kept(t, home))
			}

			prefer(t, home, `{}`)
			p = launchIn(t, home, path)
			p.wait("the question", p.dimmed)
			p.settle()
			p.key("Return") // Restore
			p.opened("glasses.jejak")
			p.wait("the question to go", func() bool { return !p.dimmed() })
			p.settle()
			p.key("ctrl+z")
			p.settle()
			p.key("ctrl+s")
			p.wait("the save", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
			if got := info(t, path); got != asSaved {
				t.Errorf("after undo the file holds\n%s", got)
			}
			p.key("ctrl+shift+z")
			p.quit()
			if got, want := info(t, path), info(t, saved(t, after, "want.jejak")); got != want {
				t.Errorf("the file holds\n%s\nwant\n%s", got, want)
			}
			if list := kept(t, home); len(list) != 0 {
				t.Errorf("left over: %v", list)
			}
			if names, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); err != nil || len(names) != 0 {
				t.Errorf("beside the file: %v (%v)", names, err)
			}

			p = launchIn(t, home) // nothing is offered twice
			p.settle()
			if p.dimmed() {
				t.Error("a question")
			}
			p.quit()
		})
	}
}

func TestSecondWindowOnTheSameFile(t *testing.T) {
	before := sampleProject(t)
	path := saved(t, before, "glasses.jejak")
	first := launch(t, path)
	first.opened("glasses.jejak")
	second := launch(t, path)
	second.wait("the question", second.dimmed)
	second.settle()
	second.key("Return") // Look only
	second.wait("the file", func() bool { return second.title() == "glasses.jejak — Read-only" })
	moved(t, second, before)
	second.settle()
	if got := second.title(); got != "glasses.jejak — Read-only" {
		t.Errorf("title %q", got)
	}
	second.quit()
	first.x("windowfocus", first.id)
	first.quit()
}

func TestFileThatCannotBeWritten(t *testing.T) {
	home, before := t.TempDir(), sampleProject(t)
	path := saved(t, before, "glasses.jejak")
	p := launchIn(t, home, path)
	p.opened("glasses.jejak")
	aside := path + ".aside"
	if err := os.Rename(path, aside); err != nil { // as read-only would be, were tests not run as root
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	after := moved(t, p, before)
	p.wait("the trouble", func() bool { return strings.Contains(p.title(), "Not saved: ") })
	p.settle()
	if p.dimmed() {
		p.key("Escape")
		p.wait("the question to go", func() bool { return !p.dimmed() })
	}
	p.key("ctrl+q")
	p.wait("the question", p.dimmed)
	p.settle()
	p.key("Escape")
	p.wait("the question to go", func() bool { return !p.dimmed() })
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
	p.quit()
	if got, want := info(t, path), info(t, saved(t, after, "want.jejak")); got != want {
		t.Errorf("the file holds\n%s\nwant\n%s", got, want)
	}
}
