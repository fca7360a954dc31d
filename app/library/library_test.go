package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/edit/carry"
	"jejak/data/journey"
	"jejak/data/project"
)

func testLibrary(t *testing.T) *Library {
	t.Helper()
	l := At(filepath.Join(t.TempDir(), "data", "jejak"))
	l.work = t.TempDir()
	return l
}

func shop() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "i"}, journey.Image{ID: "face", Name: "face", Media: "image/png", Width: 2, Height: 2, Data: []byte("sari")},
		journey.Channel{ID: "web", Rank: "a", Name: "Website"}, journey.Channel{ID: "tv", Rank: "b", Name: "TV"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari", Goals: "Ride", ChannelIDs: []journey.ID{"web"}, ImageID: "face"},
		journey.Persona{ID: "bimo", Rank: "b", Name: "Bimo"},
	})
}

func names(p journey.Project) string {
	var list []string
	for _, r := range p.PersonasInOrder() {
		list = append(list, r.Name)
	}
	return strings.Join(list, ", ")
}

func must(t *testing.T) func(journey.Project, error) journey.Project {
	return func(p journey.Project, err error) journey.Project {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
}

// files lists what stands in the folder of the library.
func files(t *testing.T, l *Library) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(l.Path()))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return strings.Join(list, " ")
}

func TestSaveRenameRemove(t *testing.T) {
	l, ok := testLibrary(t), must(t)
	if p := ok(l.Read()); p.Personas.Len() != 0 {
		t.Errorf("a library that is not there holds %s", names(p))
	}
	ok(l.Save(shop(), "bimo"))
	ok(l.Save(shop(), "sari"))
	p := ok(l.Read())
	if names(p) != "Bimo, Sari" || p.Channels.Len() != 1 || p.Images.Len() != 1 {
		t.Errorf("%s; %d channels, %d pictures", names(p), p.Channels.Len(), p.Images.Len())
	}
	if state, diff := carry.Compare(shop(), p, "sari"); state != carry.Equal {
		t.Errorf("%v differ", diff)
	}
	if p = ok(l.Rename("sari", "Sari the second")); names(p) != "Bimo, Sari the second" {
		t.Errorf("renamed: %s", names(p))
	}
	if p = ok(l.Save(shop(), "sari")); names(p) != "Bimo, Sari" {
		t.Errorf("brought up to the project: %s", names(p))
	}
	for range 2 {
		ok(l.Remove("sari"))
	}
	if p = ok(l.Read()); names(p) != "Bimo" || p.Channels.Len() != 0 || p.Images.Len() != 0 {
		t.Errorf("%s; %d channels, %d pictures: what was theirs goes along", names(p), p.Channels.Len(), p.Images.Len())
	}
	if got := files(t, l); got != "personas.jejak personas.previous.jejak" {
		t.Errorf("files: %s", got)
	}
	if left, err := os.ReadDir(l.work); err != nil || len(left) > 0 {
		t.Errorf("working copies are left: %v, %v", left, err)
	}
	if found, err := project.Check(l.Path()); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

func TestRefusals(t *testing.T) {
	l := testLibrary(t)
	var refused *edit.Error
	if _, err := l.Save(shop(), "nobody"); !errors.As(err, &refused) {
		t.Errorf("saving nobody: %v", err)
	}
	if _, err := l.Rename("nobody", "x"); !errors.As(err, &refused) {
		t.Errorf("renaming nobody: %v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var save *project.SaveError
	if _, err := At(file).Save(shop(), "sari"); !errors.As(err, &save) || save.Reason != project.NoFolder {
		t.Errorf("a file in place of the folder: %v", err)
	}
}

// Many windows save at once, also into a library that is not there yet: nobody's persona is lost.
func TestSeveralAtOnce(t *testing.T) {
	const n = 8
	l := testLibrary(t)
	var wait sync.WaitGroup
	errs := make([]error, n)
	for i := range n {
		wait.Go(func() {
			id := journey.ID(fmt.Sprintf("p%d", i))
			p := journey.FromRecords([]journey.Record{journey.Info{ID: "i"}, journey.Persona{ID: id, Rank: "a", Name: string(id)}})
			mine := *l // as another process has its own
			_, errs[i] = mine.Save(p, id)
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	p, err := l.Read()
	if err != nil || p.Personas.Len() != n {
		t.Errorf("%d of %d are there: %s (%v)", p.Personas.Len(), n, names(p), err)
	}
	if got := files(t, l); got != "personas.jejak personas.previous.jejak" {
		t.Errorf("files: %s", got)
	}
}

func TestGoneAndRestored(t *testing.T) {
	l, ok := testLibrary(t), must(t)
	ok(l.Save(shop(), "sari"))
	ok(l.Save(shop(), "bimo"))
	if err := os.Remove(l.Path()); err != nil {
		t.Fatal(err)
	}
	var gone *GoneError
	_, err := l.Read()
	if !errors.As(err, &gone) || !strings.Contains(gone.Text(words.In("en")), l.Path()) {
		t.Errorf("read: %v", err)
	}
	if _, err := l.Save(shop(), "bimo"); !errors.As(err, &gone) {
		t.Errorf("saved into one that is gone: %v", err)
	}
	if err := l.Restore(); err != nil {
		t.Fatal(err)
	}
	if p := ok(l.Read()); names(p) != "Sari" {
		t.Errorf("restored: %s", names(p))
	}
	ok(l.Save(shop(), "bimo"))
	if err := l.Restore(); err != nil {
		t.Fatal(err)
	}
	if p := ok(l.Read()); names(p) != "Sari, Bimo" {
		t.Errorf("one that is there was replaced: %s", names(p))
	}
}

// A damaged library is told of and kept; what can be saved is.
func TestDamaged(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func([]byte) []byte
		want   string // who is there after the repair
	}{
		{"a page", func(b []byte) []byte {
			out := append([]byte(nil), b...)
			for i := 100; i < 120; i++ {
				out[i] ^= 0xFF
			}
			return out
		}, "Sari, Bimo"},
		{"all of it: the state before", func([]byte) []byte { return []byte("no database at all") }, "Sari"},
		{"emptied", func([]byte) []byte { return nil }, "Sari"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, ok := testLibrary(t), must(t)
			ok(l.Save(shop(), "sari"))
			ok(l.Save(shop(), "bimo"))
			data, err := os.ReadFile(l.Path())
			if err != nil {
				t.Fatal(err)
			}
			bad := c.damage(data)
			if err := os.WriteFile(l.Path(), bad, 0o600); err != nil {
				t.Fatal(err)
			}
			var why *project.OpenError
			if _, err := l.Read(); !errors.As(err, &why) {
				t.Fatalf("read: %v", err)
			}
			if _, err := l.Save(shop(), "sari"); !errors.As(err, &why) {
				t.Fatalf("saved into it: %v", err)
			}
			r, err := l.Repair()
			if err != nil {
				t.Fatal(err)
			}
			kept, err := os.ReadFile(r.Aside)
			if err != nil || string(kept) != string(bad) || filepath.Base(r.Aside) != "personas.damaged.jejak" {
				t.Errorf("%s is not what was damaged: %v", r.Aside, err)
			}
			if r.Earlier != (c.want == "Sari") {
				t.Errorf("it says that it is as before: %v", r.Earlier)
			}
			if p := ok(l.Read()); names(p) != c.want {
				t.Errorf("repaired: %s, want %s", names(p), c.want)
			}
			ok(l.Save(shop(), "sari"))
		})
	}
}

func TestAnew(t *testing.T) {
	l, ok := testLibrary(t), must(t)
	if err := os.MkdirAll(filepath.Dir(l.Path()), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"personas.damaged.jejak", "personas.damaged-2.jejak"} {
		if err := os.WriteFile(l.Path(), []byte("no database"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := l.Repair(); err == nil {
			t.Fatal("something was saved of nothing")
		}
		aside, err := l.Anew()
		if err != nil || filepath.Base(aside) != want {
			t.Errorf("aside %s, %v", aside, err)
		}
		if p := ok(l.Read()); p.Personas.Len() != 0 {
			t.Errorf("holds %s", names(p))
		}
	}
	ok(l.Save(shop(), "sari"))
}

func TestFolder(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "/somewhere/data")
	dir, err := Folder()
	if err != nil || filepath.Base(dir) != "jejak" {
		t.Errorf("%s, %v", dir, err)
	}
	t.Setenv("XDG_DATA_HOME", "not/absolute")
	if dir, err := Folder(); err != nil || !filepath.IsAbs(dir) {
		t.Errorf("%s, %v", dir, err)
	}
}
