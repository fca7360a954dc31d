package export

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jejak/data/journey/journeytest"
)

// alone fails unless a folder holds these files and nothing else.
func alone(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

func TestSave(t *testing.T) {
	p, _ := sample(t)
	dir := t.TempDir()
	for format, begins := range map[Format]string{PDF: "%PDF-", PNG: "\x89PNG", SVG: "<svg", PPTX: "PK", JSON: "{", Mermaid: "journey\n"} {
		t.Run(string(format), func(t *testing.T) {
			path := filepath.Join(dir, "map"+format.Ext())
			b := prepare(t, p, chosen(func(s *Settings) { s.Format, s.DPI = format, 48 }))
			if err := Save(t.Context(), path, b, nil); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil || !bytes.HasPrefix(data, []byte(begins)) {
				t.Errorf("begins with %.12q (%v)", data, err)
			}
			if text := b.Sample(3); format.Drawn() != (text == "") || strings.Count(text, "\n") > 3 {
				t.Errorf("as text: %q", text)
			}
		})
	}
}

func TestTransparentPicture(t *testing.T) {
	p, _ := sample(t)
	for _, clear := range []bool{true, false} {
		var out bytes.Buffer
		b := prepare(t, p, chosen(func(s *Settings) { s.Format, s.DPI, s.Transparent = PNG, 36, clear }))
		if err := b.Write(t.Context(), &out, nil); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(&out)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, a := img.At(1, 1).RGBA(); (a == 0) != clear {
			t.Errorf("transparent %v: the ground has the opacity %d", clear, a)
		}
	}
}

func TestProgress(t *testing.T) {
	p, _ := sample(t)
	b := prepare(t, p, chosen(func(s *Settings) { s.Spread, s.Paper = Tiles, "A5" }))
	var steps []int
	if err := b.Write(t.Context(), io.Discard, func(done, of int) {
		if of != len(b.Pages)+1 {
			t.Errorf("%d steps for %d pages", of, len(b.Pages))
		}
		steps = append(steps, done)
	}); err != nil {
		t.Fatal(err)
	}
	for i, s := range steps {
		if s != i {
			t.Fatalf("steps %v", steps)
		}
	}
	if len(steps) != len(b.Pages) {
		t.Errorf("told %d times of %d pages", len(steps), len(b.Pages))
	}
}

// TestCancelLeavesNothing: the old file stays, and no other is there.
func TestCancelLeavesNothing(t *testing.T) {
	p := journeytest.Big(120)
	b := prepare(t, p, chosen(func(s *Settings) { s.Spread, s.Paper = Tiles, "A4" }))
	if len(b.Pages) < 3 {
		t.Fatalf("%d pages", len(b.Pages))
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "map.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := Save(ctx, path, b, func(done, _ int) {
		if done == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("%v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
		t.Errorf("the old file is %q (%v)", data, err)
	}
	alone(t, dir, "map.pdf")
	for _, f := range []Format{PNG, SVG, PPTX, JSON, Mermaid} {
		other := filepath.Join(dir, "other"+f.Ext())
		if err := Save(ctx, other, prepare(t, p, chosen(func(s *Settings) { s.Format, s.DPI = f, 20 })), nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", f, err)
		}
	}
	alone(t, dir, "map.pdf")
}

// TestBadTargets: every trouble has its reason, and what was there stays.
func TestBadTargets(t *testing.T) {
	p, _ := sample(t)
	b := prepare(t, p, chosen(func(s *Settings) { s.Format = Mermaid }))
	dir := t.TempDir()
	folder, kept, link := filepath.Join(dir, "folder"), filepath.Join(dir, "kept.mmd"), filepath.Join(dir, "link.mmd")
	if err := errors.Join(os.Mkdir(folder, 0o755), os.WriteFile(kept, []byte("old"), 0o444), os.Symlink(kept, link)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]Reason{
		folder: Directory, kept: NoPermission, link: NoPermission, filepath.Join(dir, "none", "map.mmd"): NoFolder,
		filepath.Join(kept, "map.mmd"): NoFolder,
	} {
		var e *Error
		if err := Save(t.Context(), path, b, nil); !errors.As(err, &e) || e.Reason != want || e.Path != path {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	if data, err := os.ReadFile(kept); err != nil || string(data) != "old" {
		t.Errorf("the old file is %q (%v)", data, err)
	}
	alone(t, dir, "folder", "kept.mmd", "link.mmd")

	if err := os.Chmod(kept, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Save(t.Context(), link, b, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link has become %v (%v)", info.Mode(), err)
	}
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o640 || info.Size() < 10 {
		t.Errorf("the file behind it: %v (%v)", info, err)
	}
}

// disk is a file that fails in one of its ways.
type disk struct {
	file
	fails string
	err   error
	room  int
}

func (d *disk) Write(p []byte) (int, error) {
	if d.fails == "write" && len(p) > d.room {
		n, err := d.file.Write(p[:d.room])
		return n, errors.Join(err, d.err)
	}
	d.room -= len(p)
	return d.file.Write(p)
}

func (d *disk) Chmod(m fs.FileMode) error {
	if d.fails == "chmod" {
		return d.err
	}
	return d.file.Chmod(m)
}

func (d *disk) Sync() error {
	if d.fails == "sync" {
		return d.err
	}
	return d.file.Sync()
}

func (d *disk) Close() error {
	err := d.file.Close()
	if d.fails == "close" {
		return errors.Join(err, d.err)
	}
	return err
}

// TestFailingDisk: whenever the disk fails, the old file stays, nothing else does, and it is said why.
func TestFailingDisk(t *testing.T) {
	long := bytes.Repeat([]byte("a page\n"), 20000)
	for _, c := range []struct {
		fails string
		err   error
		want  Reason
	}{
		{"write", syscall.ENOSPC, Full}, {"sync", syscall.ENOSPC, Full}, {"close", syscall.EDQUOT, Full}, {"chmod", fs.ErrPermission, NoPermission},
		{"create", syscall.EROFS, ReadOnly}, {"create", fs.ErrPermission, NoPermission}, {"write", syscall.EIO, Failed}, {"create", syscall.EBUSY, Busy},
		{"page", errors.New("it can not be painted"), Failed},
	} {
		t.Run(c.fails+" "+string(c.want), func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "map.pdf")
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			err := replace(t.Context(), path, func(name string, mode fs.FileMode) (file, error) {
				if c.fails == "create" {
					return nil, c.err
				}
				f, err := create(name, mode)
				return &disk{f, c.fails, c.err, 70000}, err
			}, func(w io.Writer) error {
				if c.fails == "page" {
					return c.err
				}
				_, err := w.Write(long)
				return err
			})
			var e *Error
			if !errors.As(err, &e) || e.Reason != c.want || !errors.Is(err, c.err) {
				t.Errorf("%v, want %s", err, c.want)
			}
			if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
				t.Errorf("the old file is %.20q (%v)", data, err)
			}
			alone(t, dir, "map.pdf")
		})
	}
}
