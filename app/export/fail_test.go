package export

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jejak/assets/words"
)

// TestFullDiskInEveryFormat: wherever in a file the disk is full, each format says so, and the old file
// stays.
func TestFullDiskInEveryFormat(t *testing.T) {
	p, _ := sample(t)
	for _, format := range Formats {
		t.Run(string(format), func(t *testing.T) {
			b := prepare(t, p, chosen(func(s *Settings) { s.Format, s.DPI, s.AllMaps = format, 36, true }))
			var whole bytes.Buffer
			if err := b.Write(t.Context(), &whole, nil); err != nil {
				t.Fatal(err)
			}
			for _, room := range []int{0, 1, whole.Len() / 2, whole.Len() - 1} {
				dir := t.TempDir()
				path := filepath.Join(dir, "map"+format.Ext())
				if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
					t.Fatal(err)
				}
				full := func(name string, mode fs.FileMode) (file, error) {
					f, err := create(name, mode)
					return &disk{f, "write", syscall.ENOSPC, room}, err
				}
				err := replace(t.Context(), path, full, func(w io.Writer) error { return b.Write(t.Context(), w, nil) })
				var e *Error
				if !errors.As(err, &e) || e.Reason != Full {
					t.Errorf("with room for %d of %d bytes: %v", room, whole.Len(), err)
				}
				if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
					t.Errorf("the old file is %.20q (%v)", data, err)
				}
				alone(t, dir, filepath.Base(path))
			}
		})
	}
}

// TestWorldChangesMeanwhile: the folder goes, or a folder takes the name of the file, while pages are
// being written.
func TestWorldChangesMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		meanwhile func(dir, path string) error
		want      Reason
		left      string // in the folder, if it is there
	}{
		"the folder goes":         {func(dir, _ string) error { return os.RemoveAll(dir) }, NoFolder, ""},
		"the folder is another":   {func(dir, _ string) error { return os.Rename(dir, dir+" moved") }, NoFolder, ""},
		"a folder takes the name": {func(_, path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) }, Directory, "map.pdf"},
		"a full folder takes the name": {func(_, path string) error {
			return errors.Join(os.Remove(path), os.MkdirAll(filepath.Join(path, "x"), 0o755))
		}, Directory, "map.pdf"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "maps")
			path := filepath.Join(dir, "map.pdf")
			if err := errors.Join(os.Mkdir(dir, 0o755), os.WriteFile(path, []byte("old"), 0o600)); err != nil {
				t.Fatal(err)
			}
			err := replace(t.Context(), path, create, func(w io.Writer) error {
				_, err := w.Write(bytes.Repeat([]byte("a page\n"), 20000))
				return errors.Join(err, c.meanwhile(dir, path))
			})
			var e *Error
			if !errors.As(err, &e) || e.Reason != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
			for _, lang := range words.Languages {
				if s := e.Text(words.In(lang)); strings.Contains(s, ".tmp") || !strings.HasSuffix(s, ".") {
					t.Errorf("a person reads %q", s)
				}
			}
			if c.left != "" {
				alone(t, dir, c.left)
			}
		})
	}
}
