package rescue_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
	"jejak/data/project/mend"
	"jejak/data/project/rescue"
)

// schema are the migrations.
func schema(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../migrations/*.sql") // sorted
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	return texts
}

func saved(t *testing.T, p journey.Project) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.jejak")
	if err := project.Save(path, p, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func read(t *testing.T, b []byte) *rescue.Sorted {
	t.Helper()
	s, err := rescue.Read(bytes.NewReader(b), int64(len(b)), schema(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEveryKind reads a sound file, and one whose first page is gone: every row finds its kind by its
// looks then.
func TestEveryKind(t *testing.T) {
	want := journeytest.Full()
	whole := saved(t, want)
	headless := bytes.Clone(whole)
	clear(headless[:4096])
	for name, b := range map[string][]byte{"whole": whole, "headless": headless} {
		s := read(t, b)
		got, losses := s.Project(journeytest.IDs())
		if d := journey.Between(want, got); !d.IsEmpty() {
			t.Errorf("%s: %+v, lost %+v", name, d, losses)
		}
		if name == "whole" && (s.MinReader != 1 || len(losses) != 1 || losses[0].Code != mend.Doubt) {
			t.Errorf("min_reader %d, lost %+v", s.MinReader, losses)
		}
	}
}

// TestOlder reads files of version 1, as they are and without their first page: their rows are shorter.
func TestOlder(t *testing.T) {
	want := journeytest.Full()
	m := want.MapsInOrder()[0]
	m.Form, m.PairRole, m.Review = "", "", ""
	want = want.With(m)
	whole, err := os.ReadFile("../testdata/v1.jejak")
	if err != nil {
		t.Fatal(err)
	}
	headless := bytes.Clone(whole)
	clear(headless[:4096])
	for name, b := range map[string][]byte{"whole": whole, "headless": headless} {
		got, losses := read(t, b).Project(journeytest.IDs())
		if d := journey.Between(want, got); !d.IsEmpty() {
			t.Errorf("%s: %+v, lost %+v", name, d, losses)
		}
	}
}

// TestManyGone: of very many lost elements some are listed, and the others counted.
func TestManyGone(t *testing.T) {
	p := journeytest.Big(2000)
	b := saved(t, p)
	const page = 4096
	for at := page; at < len(b); at += page {
		if b[at] == 0x0D && bytes.Contains(b[at:at+page], []byte("picks up bicycle")) { // cards
			clear(b[at : at+page])
		}
	}
	got, losses := read(t, b).Project(journeytest.IDs())
	if found := journey.Validate(got); len(found) > 0 {
		t.Errorf("not sound: %+v", found)
	}
	gone, more := 0, 0
	for _, l := range losses {
		switch l.Code {
		case mend.Gone:
			gone++
		case mend.More:
			more += l.Count
		}
	}
	missing := 0
	for c := range p.Cards.All() {
		if !got.Cards.Has(c.ID) {
			missing++
		}
	}
	if gone > 1000 || more == 0 || missing > gone+more {
		t.Errorf("%d listed, %d counted, %d cards missing", gone, more, missing)
	}
}

func TestNothingThere(t *testing.T) {
	s := read(t, bytes.Repeat([]byte("no project "), 2000))
	if len(s.Records) > 0 || s.MinReader != 0 {
		t.Errorf("found %+v", s.Records)
	}
}
