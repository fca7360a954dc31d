package project

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejak/data/journey"
	"jejak/data/project/disk"
)

// meddler changes a file each time that it is copied.
type meddler struct {
	disk.OS
	change func(n int)
	copies int
}

func (m *meddler) Write(path string, from io.Reader) error {
	err := m.OS.Write(path, from)
	if filepath.Base(path) == workName {
		m.copies++
		m.change(m.copies)
	}
	return err
}

func TestFileThatChangesWhileItIsCopied(t *testing.T) {
	other := mustBytes(t, saved(t, journey.Project{}))
	for _, c := range []struct {
		name   string
		change func(t *testing.T, path string, n int)
		want   Reason
	}{
		{"once, in place", func(t *testing.T, path string, n int) {
			if n == 1 {
				put(t, filepath.Dir(path), "a.jejak", []byte(other))
			}
		}, ""},
		{"once, by another file in its place", func(t *testing.T, path string, n int) {
			if n == 1 {
				if err := os.Rename(put(t, filepath.Dir(path), "new", []byte(other)), path); err != nil {
					t.Fatal(err)
				}
			}
		}, ""},
		{"all the time", func(t *testing.T, path string, n int) {
			at := time.Unix(int64(n), 0)
			if err := os.Chtimes(path, at, at); err != nil {
				t.Fatal(err)
			}
		}, Busy},
		{"removed", func(t *testing.T, path string, n int) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}, Missing},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, root := saved(t, small()), t.TempDir()
			d := &meddler{change: func(n int) { c.change(t, path, n) }}
			f, err := Open(path, WorkingIn(root), WithDisk(d))
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				if n := f.Project().Len(); n > 0 {
					t.Errorf("%d records: that is the file of before", n)
				}
				if err := f.Close(); err != nil {
					t.Error(err)
				}
			} else {
				var open *OpenError
				if !errors.As(err, &open) || open.Reason != c.want {
					t.Errorf("error is %v", err)
				}
			}
			wantEntries(t, root)
		})
	}
}

func TestReadWithoutAHome(t *testing.T) {
	path := saved(t, small())
	t.Setenv("HOME", put(t, t.TempDir(), "file", nil))
	t.Setenv("XDG_CACHE_HOME", put(t, t.TempDir(), "file", nil))
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	wantEqual(t, mustRead(t, path), small())
	wantEntries(t, temp)
}
