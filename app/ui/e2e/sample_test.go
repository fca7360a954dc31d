//go:build e2e

package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejak/app/session"
	"jejak/app/ui"
	"jejak/app/ui/picture"
	"jejak/app/ui/watch"
	"jejak/assets/samples"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/project"
)

// sheet is a window with a project whose content is known.
type sheet struct {
	*program
	start journey.Project // as it was when the test began
	path  string
	mapID journey.ID
}

// shared is the window that tests of single interactions use one after the other, as it is quicker
// than to start one each. Each leaves it as it found it.
var shared struct {
	*sheet
	home string
}

// sample returns the shared window: the sample map as it was saved, all of it in sight, nothing
// chosen. When the test ends, all it did is undone, and the file must be as before.
func sample(t *testing.T) *sheet {
	t.Helper()
	if shared.sheet == nil {
		home, err := os.MkdirTemp("", "jejak-e2e-home-*")
		if err != nil {
			t.Fatal(err)
		}
		shared.home = home
		prefer(t, home, `{"save.manual":true}`)
		path := filepath.Join(home, "glasses.jejak")
		save(t, sampleProject(t), path)
		p := start(t, home, path)
		shared.sheet = &sheet{program: p, start: sampleProject(t), path: path}
	}
	s := shared.sheet
	s.t = t
	t.Cleanup(func() {
		if t.Failed() || t.Skipped() {
			t.Logf("what the program said:\n%s", s.stderr.String())
			endShared() // the next test begins with another window
			return
		}
		s.restore()
	})
	s.mapID = s.start.MapsInOrder()[0].ID
	seen := s.until("the sample", func(n watch.Seen) bool { return n.Open })
	if seen.Undo || seen.Dialog || len(seen.Chosen) > 0 {
		t.Fatalf("the window is not as at the start: %+v", seen)
	}
	return s
}

func endShared() {
	if shared.sheet != nil {
		shared.kill()
		shared.sheet = nil
	}
	if shared.home != "" {
		_ = os.RemoveAll(shared.home) // a folder for temporary files, which the system clears too
	}
}

// restore undoes all that was done, which must lead back to where it began.
func (s *sheet) restore() {
	s.t.Helper()
	for range 3 {
		s.key("Escape")
	}
	seen := s.noDialog("the dialogs to go")
	for seen.Undo {
		s.key(slices.Repeat([]string{"ctrl+z"}, 8)...)
		seen = s.rest()
	}
	s.key("Escape", "Escape", "shift+1")
	s.move(geom.Pt(700, 12)) // over nothing
	if got := s.saved(); !journey.Between(s.start, got).IsEmpty() {
		s.t.Errorf("undoing all did not restore the start: %+v", journey.Between(s.start, got))
		endShared()
	}
}

// saved saves with Ctrl+S and returns what the file holds then.
func (s *sheet) saved() journey.Project {
	s.t.Helper()
	s.key("ctrl+s")
	s.until("the save", func(n watch.Seen) bool { return n.Saved && n.Unsaved == 0 })
	return read(s.t, s.path)
}

func read(t testing.TB, path string) journey.Project {
	t.Helper()
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// scene is the picture of the start.
func (s *sheet) scene() *scene.Scene { return picture.Of(s.start, s.mapID) }

// at is where in the window the middle of a part of a record is that stands where it stood at the start.
func (s *sheet) at(ref journey.Ref, part scene.Part) geom.Point {
	s.t.Helper()
	return s.spot(s.rest(), s.rect(ref, part).Center())
}

// spot is where a point of the map is in the window.
func (s *sheet) spot(seen watch.Seen, p geom.Point) geom.Point {
	return seen.View.Apply(p).Add(seen.Board.Min)
}

// rect is where a part of a record is on the map.
func (s *sheet) rect(ref journey.Ref, part scene.Part) geom.Rect {
	s.t.Helper()
	target := s.scene().Find(ref, part)
	if target == nil {
		s.t.Fatalf("%v %s is not on the map", ref, part)
	}
	return target.Bounds
}

// body is where to press a card, a stage header or a lane label.
func (s *sheet) body(r journey.Record) geom.Point {
	s.t.Helper()
	return s.at(journey.RefTo(r), scene.PartBody)
}

// card finds a card of the start whose title begins like that.
func (s *sheet) card(prefix string) journey.Card { return cardNamed(s.t, s.start, prefix) }

func (s *sheet) stage(title string) journey.Stage {
	s.t.Helper()
	for _, st := range s.start.StagesOf(s.mapID) {
		if st.Title == title {
			return st
		}
	}
	s.t.Fatalf("there is no stage %q", title)
	return journey.Stage{}
}

func (s *sheet) lane(kind journey.LaneKind) journey.Lane {
	s.t.Helper()
	for _, l := range s.start.LanesOf(s.mapID) {
		if l.LaneKind == kind {
			return l
		}
	}
	s.t.Fatalf("there is no lane of %s", kind)
	return journey.Lane{}
}

// opensText double clicks until a text is open there: the clicks of a machine that is busy may come
// too far apart for the program to see them as one.
func (s *sheet) opensText(at geom.Point) {
	s.t.Helper()
	s.wait("the text to open", func() bool {
		s.x(append(s.to(at), "click", "--repeat", "2", "--delay", "40", "1")...)
		return s.rest().Writing
	})
}

// word is where in the window something is written, the map apart: the first that is just that.
func (s *sheet) word(text string) geom.Point {
	s.t.Helper()
	var at geom.Point
	s.until("the word "+text, func(seen watch.Seen) bool {
		i := slices.IndexFunc(seen.Words, func(w watch.Word) bool { return w.Text == text && w.Over == seen.Dialog })
		if i >= 0 {
			at = seen.Words[i].At.Center()
		}
		return i >= 0
	})
	return at
}

func cardNamed(t testing.TB, p journey.Project, prefix string) journey.Card {
	t.Helper()
	first := p.MapsInOrder()[0].ID // the sample has a map as it is to be too
	for c := range p.Cards.All() {
		if c.MapID == first && strings.HasPrefix(c.Title, prefix) {
			return c
		}
	}
	t.Fatalf("there is no card %q", prefix)
	return journey.Card{}
}

// titles lists the cards of a cell.
func titles(p journey.Project, cell journey.CellKey) string {
	var list []string
	for _, c := range p.CardsIn(cell) {
		list = append(list, strings.Join(strings.Fields(c.Title)[:1], " "))
	}
	return strings.Join(list, ", ")
}

func sampleProject(t testing.TB) journey.Project {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// save writes a project to a new file.
func save(t testing.TB, p journey.Project, path string) string {
	t.Helper()
	s, err := session.New(p, session.WorkingIn(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	err = <-s.SaveAs(path)
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// savedSample writes the sample to a file of its own.
func savedSample(t testing.TB) (path string) {
	t.Helper()
	return save(t, sampleProject(t), filepath.Join(t.TempDir(), "glasses.jejak"))
}

// info is what the info command tells of a file.
func info(t testing.TB, path string) string {
	t.Helper()
	out, err := exec.Command(jejak, "info", "--json", path).CombinedOutput()
	if err != nil {
		t.Fatalf("info: %v\n%s", err, out)
	}
	return string(out)
}

// prefer writes the preferences of a home.
func prefer(t testing.TB, home, values string) {
	t.Helper()
	path := filepath.Join(home, "config", "fyne", ui.AppID, "preferences.json")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(values), 0o600); err != nil {
		t.Fatal(err)
	}
}
