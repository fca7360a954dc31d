package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejak/data/project/disk"
)

func TestBases(t *testing.T) {
	path, dir := saved(t, small()), filepath.Join(t.TempDir(), "bases")
	f := opened(t, path, KeepingBases(dir))
	doc, first, _ := f.Revision()
	age := func(rev string, seconds int64) {
		t.Helper()
		at := time.Unix(seconds, 0)
		if err := os.Chtimes(filepath.Join(dir, doc, rev+Extension), at, at); err != nil {
			t.Fatal(err)
		}
	}
	age(first, -1)
	var revs []string
	for i := range basesOfOne + 2 {
		retitled(t, f, fmt.Sprint(i))
		if err := f.Publish(path); err != nil {
			t.Fatal(err)
		}
		_, rev, base := f.Revision()
		if before := append([]string{first}, revs...)[i]; base != before {
			t.Errorf("state %d is based on %s, not on %s", i, base, before)
		}
		revs = append(revs, rev)
		age(rev, int64(i))
	}
	bases := f.Bases()
	for i, rev := range revs {
		p, err := bases.Read(doc, rev)
		if i < len(revs)-basesOfOne {
			if !errors.Is(err, ErrNoBase) {
				t.Errorf("state %d is still there: %v", i, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("state %d: %v", i, err)
			continue
		}
		if card, _ := p.Cards.Get("card"); card.Title != fmt.Sprint(i) {
			t.Errorf("state %d says %q", i, card.Title)
		}
	}
	for _, c := range [][2]string{{doc, "none"}, {"none", revs[0]}, {"..", "a"}, {doc, "../../a"}, {"", ""}} {
		if _, err := bases.Read(c[0], c[1]); !errors.Is(err, ErrNoBase) {
			t.Errorf("%q: %v", c, err)
		}
	}
	if _, err := (Bases{disk: disk.OS{}}).Read(doc, revs[0]); !errors.Is(err, ErrNoBase) {
		t.Errorf("where none are kept: %v", err)
	}
}

// TestBaseOfTheOpenedFile: what was opened is the common ancestor if somebody else saves meanwhile.
func TestBaseOfTheOpenedFile(t *testing.T) {
	path, dir := saved(t, small()), filepath.Join(t.TempDir(), "bases")
	f := opened(t, path, KeepingBases(dir))
	doc, rev, _ := f.Revision()
	p, err := f.Bases().Read(doc, rev)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, p, small())
	opened(t, path, KeepingBases(dir)) // again: it is kept already
	wantEntries(t, filepath.Join(dir, doc), rev+Extension)
}

func TestBasesOfManyDocuments(t *testing.T) {
	dir, path := t.TempDir(), saved(t, small())
	b := Bases{folder: dir, disk: disk.OS{}}
	for i := range basesOfAll + 3 {
		if err := b.keep(path, fmt.Sprint("doc-", i), "rev"); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(entries(t, dir)); n != basesOfAll {
		t.Errorf("those of %d documents are kept", n)
	}
}

// TestBasesThatCannotBeKept: it is no reason not to open or to save.
func TestBasesThatCannotBeKept(t *testing.T) {
	path := saved(t, small())
	f := opened(t, path, KeepingBases(put(t, t.TempDir(), "file", nil)))
	if err := f.Publish(path); err != nil {
		t.Error(err)
	}
}
