package project

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// TestPrivacy does everything that leaves traces in the working copy, and looks for them in the bytes of the
// published file: what was deleted, overwritten or undone, the history, and where and by whom it was done.
func TestPrivacy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a folder with a telling name")
	root := filepath.Join(t.TempDir(), "a working folder")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "a.jejak")
	f, err := Create(path, journeytest.Big(300), WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	keep := func(m Motion, d journey.Diff) {
		t.Helper()
		s := Step{Label: Label{Key: "history.TELLTALE", Name: "the TELLTALE label"}, Diff: d}
		if err := f.Keep(m, s, noon); err != nil {
			t.Fatal(err)
		}
	}
	secret := strings.Repeat("TELLTALE ", 3000) // more than a page
	image := journey.Image{ID: "telltale-image", Name: "TELLTALE", Media: "image/png", Data: []byte(strings.Repeat("TELLTALE image ", 2000))}
	tag := journey.Tag{ID: "telltale-tag", Name: secret}
	gone := journey.Diff{Added: []journey.Record{image, tag}}
	keep(Forward, gone)
	if err := f.Publish(path); err != nil { // it is in the file, and in what the file is based on
		t.Fatal(err)
	}
	if !bytes.Contains([]byte(mustBytes(t, path)), []byte("TELLTALE")) {
		t.Fatal("the test does not find what is there")
	}
	keep(Forward, gone.Reverse())
	keep(Back, gone)
	keep(Again, gone.Reverse())
	typed := journey.Diff{Added: []journey.Record{journey.Tag{ID: "telltale-typed", Name: secret}}}
	keep(Forward, typed)
	keep(Back, typed.Reverse()) // it can be redone, in the working copy
	for _, target := range []string{path, filepath.Join(dir, "b.jejak")} {
		if err := f.Publish(target); err != nil {
			t.Fatal(err)
		}
		b := bytes.ToLower([]byte(mustBytes(t, target)))
		words := []string{"telltale", "telling name", "working folder", dir, root, f.Session(), `"_step"`, `"_work"`, `"_kept"`, HostName(), UserName()}
		if home, err := os.UserHomeDir(); err == nil && len(home) > 3 {
			words = append(words, home)
		}
		for _, word := range words {
			if len(word) > 3 && bytes.Contains(b, bytes.ToLower([]byte(word))) {
				t.Errorf("%s holds %q", filepath.Base(target), word)
			}
		}
	}
	wantEntries(t, dir, "a.jejak", "b.jejak")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, root)
}
