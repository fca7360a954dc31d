package picture

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"jejak/canvas/scene"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestArrangerAnswersTheNewestQuestion(t *testing.T) {
	calls := make(chan func(), 16)
	a := NewArranger(func(f func()) { calls <- f })
	p := journeytest.Big(20)
	id := p.MapsInOrder()[0].ID
	last := make(chan *scene.Scene, 1)
	for range 5 {
		a.Arrange(p, id, func(*scene.Scene) {})
	}
	a.Arrange(p, id, func(s *scene.Scene) { last <- s })
	if a.Settled() {
		t.Error("settled before an answer")
	}
	for {
		(<-calls)()
		select {
		case s := <-last:
			if s == nil || s.MapID != id {
				t.Fatal("the answer is not the map that was asked for")
			}
			if !a.Settled() {
				t.Error("not settled after the last answer")
			}
			if n := len(calls); n != 0 {
				t.Errorf("%d answers came after the newest", n)
			}
			return
		default:
		}
	}
}

func TestNoMapNoPicture(t *testing.T) {
	if Of(journey.Project{}, "nowhere") != nil {
		t.Error("a map that is not there has a picture")
	}
}

func TestWrite(t *testing.T) {
	p := journeytest.Big(20)
	id := p.MapsInOrder()[0].ID
	dir := t.TempDir()
	for name, c := range map[string]struct {
		format Format
		begins string
	}{"a.pdf": {PDF, "%PDF-"}, "a.png": {PNG, "\x89PNG"}} {
		path := filepath.Join(dir, name)
		if err := Write(path, c.format, p, id); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte(c.begins)) {
			t.Errorf("%s begins with %.8q (%v)", name, data, err)
		}
	}
	broken := Format{".x", func(out io.Writer, _ sheet) error {
		if _, err := out.Write([]byte("half")); err != nil {
			return err
		}
		return errors.New("the pen broke")
	}}
	kept := filepath.Join(dir, "a.pdf")
	before, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(kept, broken, p, id); err == nil {
		t.Error("a failed export is no error")
	}
	if after, err := os.ReadFile(kept); err != nil || !bytes.Equal(before, after) {
		t.Error("a failed export changed the file that was there")
	}
	if err := Write(filepath.Join(dir, "none", "a.pdf"), PDF, p, id); err == nil {
		t.Error("a folder that is not there is no error")
	}
	if names, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(names) != 2 {
		t.Errorf("the folder holds %v", names)
	}
	if hidden, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(hidden) != 0 {
		t.Errorf("left behind: %v", hidden)
	}
}
