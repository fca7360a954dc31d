//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jejak/app/ui/watch"
	"jejak/data/edit"
	"jejak/data/journey"
)

// opened starts the program on a file that holds the sample.
func opened(t *testing.T, home, path string) *sheet {
	t.Helper()
	s := &sheet{program: launchIn(t, home, path), start: sampleProject(t), path: path}
	s.mapID = s.start.MapsInOrder()[0].ID
	return s
}

// moves drags a card in the window, and returns what the file must hold then.
func (s *sheet) moves() journey.Project {
	s.t.Helper()
	s.until("the file", func(n watch.Seen) bool { return n.Open && !n.Dialog })
	card, target := s.card("Eye test"), s.card("Posts a review")
	s.drag(s.body(card), s.above(target))
	doc := edit.NewDocument(s.start, nil)
	place := edit.Place{StageID: target.StageID, LaneID: target.LaneID, Before: target.ID}
	_, err := doc.Do(edit.Label{Key: edit.LabelMoveCards}, func(tx *edit.Tx) error {
		return edit.MoveCards(tx, []journey.ID{card.ID}, place)
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return doc.Project()
}

// holds reports whether a file holds that, the times of saving apart.
func holds(t *testing.T, path string, want journey.Project) bool {
	t.Helper()
	return journey.Between(want, read(t, path)).IsEmpty()
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

func TestAutosave(t *testing.T) {
	s := opened(t, t.TempDir(), savedSample(t))
	want := s.moves()
	s.wait("the file on disk", func() bool { return holds(t, s.path, want) })
	s.titled("glasses.jejak — Saved ", "")
	s.quit()
}

func TestWorkSurvivesTheEndOfTheProgram(t *testing.T) {
	for name, signal := range map[string]os.Signal{"kill": syscall.SIGKILL, "term": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			home, path := t.TempDir(), savedSample(t)
			before := read(t, path)
			prefer(t, home, `{"save.manual":true}`) // or a slow machine saves before the end
			s := opened(t, home, path)
			after := s.moves()
			s.titled("glasses.jejak", "Unsaved changes") // at rest, so the working copy holds it
			s.stop(signal)
			if len(kept(t, home)) != 1 {
				t.Fatalf("kept: %v", kept(t, home))
			}

			prefer(t, home, `{}`)
			s = opened(t, home, path)
			s.dialog("the question")
			s.key("Return") // Restore
			s.until("the file", func(n watch.Seen) bool { return n.Open && !n.Dialog })
			s.key("ctrl+z")
			s.until("the undo", func(n watch.Seen) bool { return n.Redo })
			if !journey.Between(before, s.saved()).IsEmpty() {
				t.Errorf("after undo the file holds %+v", journey.Between(before, read(t, path)))
			}
			s.key("ctrl+shift+z")
			s.quit()
			if !holds(t, path, after) {
				t.Errorf("the file differs by %+v", journey.Between(after, read(t, path)))
			}
			if list := kept(t, home); len(list) != 0 {
				t.Errorf("left over: %v", list)
			}
			if names, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); err != nil || len(names) != 0 {
				t.Errorf("beside the file: %v (%v)", names, err)
			}

			p := launchIn(t, home) // nothing is offered twice
			if p.rest().Dialog {
				t.Error("a question")
			}
			p.quit()
		})
	}
}

func TestSecondWindowOnTheSameFile(t *testing.T) {
	path := savedSample(t)
	first := opened(t, t.TempDir(), path)
	first.until("the file", func(n watch.Seen) bool { return n.Open })
	second := opened(t, t.TempDir(), path)
	second.dialog("the question")
	second.key("Return") // Look only
	second.titled("glasses.jejak — Read-only", "")
	second.moves()
	if seen := second.rest(); seen.Title != "glasses.jejak — Read-only" || seen.Undo {
		t.Errorf("title %q, undo: %v", seen.Title, seen.Undo)
	}
	second.quit()
	first.front()
	first.quit()
	if !holds(t, path, sampleProject(t)) {
		t.Error("looking changed the file")
	}
}

func TestFileThatCannotBeWritten(t *testing.T) {
	path := savedSample(t)
	s := opened(t, t.TempDir(), path)
	s.until("the file", func(n watch.Seen) bool { return n.Open })
	aside := path + ".aside"
	if err := os.Rename(path, aside); err != nil { // as read-only would be, were tests not run as root
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	want := s.moves()
	seen := s.until("the trouble", func(n watch.Seen) bool { return strings.Contains(n.Title, "Not saved: ") })
	if seen.Dialog {
		s.key("Escape")
		s.noDialog("the question to go")
	}
	s.key("ctrl+q")
	s.dialog("the question")
	s.key("Escape")
	s.noDialog("the question to go")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
	s.quit()
	if !holds(t, path, want) {
		t.Errorf("the file differs by %+v", journey.Between(want, read(t, path)))
	}
}
