package project

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project/disk"
)

// retitled changes the title of the card of small.
func retitled(t testing.TB, f *File, title string) {
	t.Helper()
	card, _ := f.Project().Cards.Get("card")
	next := card
	next.Title = title
	if err := f.Write(journey.Diff{Updated: []journey.Update{{From: card, To: next}}}); err != nil {
		t.Fatal(err)
	}
}

func wantSaveError(t *testing.T, err error, want Reason) {
	t.Helper()
	var e *SaveError
	if !errors.As(err, &e) || e.Reason != want {
		t.Errorf("error is %v, want %s", err, want)
	}
}

// badDisk fails at one step while it is armed.
type badDisk struct {
	disk.OS
	armed bool
	step  string
	err   error
}

func (d *badDisk) fail(step string) error {
	if d.armed && d.step == step {
		return &fs.PathError{Op: step, Path: "x", Err: d.err}
	}
	return nil
}

func (d *badDisk) Create(path string, mode fs.FileMode) error {
	return errors.Join(d.fail("create"), d.OS.Create(path, mode))
}

func (d *badDisk) Sync(path string) error { return errors.Join(d.fail("sync"), d.OS.Sync(path)) }

func (d *badDisk) Rename(from, to string) error {
	if err := d.fail("rename"); err != nil {
		return err
	}
	return d.OS.Rename(from, to)
}

func TestInterruptedSaveLeavesTheOldFile(t *testing.T) {
	for _, step := range []string{"create", "sync", "rename"} {
		for _, c := range []struct {
			err  error
			want Reason
		}{{syscall.ENOSPC, DiskFull}, {syscall.EROFS, ReadOnly}, {syscall.EACCES, NoPermission}, {syscall.EIO, NotSaved}} {
			path := saved(t, small())
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			bad := &badDisk{step: step, err: c.err}
			f := opened(t, path, WithDisk(bad))
			retitled(t, f, "new")
			bad.armed = true
			wantSaveError(t, f.Publish(path), c.want)
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Errorf("%s, %v: the file was changed (%v)", step, c.err, err)
			}
			if step != "create" { // the false failure of create leaves the file that it made
				wantEntries(t, filepath.Dir(path), "a.jejak")
			}
			bad.armed = false
			if err := f.Publish(path); err != nil {
				t.Fatalf("try again: %v", err)
			}
			if got := query(t, path, "SELECT title FROM card"); got != "new" {
				t.Errorf("the file says %q", got)
			}
		}
	}
}

func (d *badDisk) SyncFolder(path string) error {
	return errors.Join(d.fail("sync the folder"), d.OS.SyncFolder(path))
}

// TestReplacedButNotCertain: the file has its name, but the name may not survive a power cut. That is told, and
// trying again finds the file as its own.
func TestReplacedButNotCertain(t *testing.T) {
	path := saved(t, small())
	bad := &badDisk{step: "sync the folder", err: syscall.EIO}
	f := opened(t, path, WithDisk(bad))
	retitled(t, f, "new")
	bad.armed = true
	wantSaveError(t, f.Publish(path), NotSaved)
	wantEntries(t, filepath.Dir(path), "a.jejak")
	bad.armed = false
	if err := f.Publish(path); err != nil {
		t.Errorf("try again: %v", err)
	}
	if got := query(t, path, "SELECT title FROM card"); got != "new" {
		t.Errorf("the file says %q", got)
	}
}

func TestPublishRefuses(t *testing.T) {
	dir := t.TempDir()
	locked := put(t, dir, "locked", []byte("x"))
	if err := os.Chmod(locked, 0o444); err != nil {
		t.Fatal(err)
	}
	f := opened(t, saved(t, small()))
	before := entries(t, dir)
	for target, want := range map[string]Reason{
		dir: Directory, locked: ReadOnly,
		filepath.Join(dir, "none", "a.jejak"): NoFolder, filepath.Join(locked, "a.jejak"): NoFolder,
	} {
		path := f.Path()
		wantSaveError(t, f.Publish(target), want)
		if f.Path() != path {
			t.Errorf("the path is %q after a failed save", f.Path())
		}
	}
	wantEntries(t, dir, before...)
}

func TestPublishElsewhere(t *testing.T) {
	path := saved(t, small())
	f := opened(t, path)
	retitled(t, f, "new")
	other := put(t, t.TempDir(), "b.jejak", []byte("something else that the person agreed to replace"))
	if err := os.Chmod(other, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.jejak")
	if err := os.Symlink(other, link); err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(link); err != nil {
		t.Fatal(err)
	}
	if f.Path() != link {
		t.Errorf("the path is %q", f.Path())
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if info, err := os.Stat(other); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the permissions are %v, %v", info.Mode(), err)
	}
	wantEqual(t, mustRead(t, other), f.Project())
	wantEqual(t, mustRead(t, path), small())
}

func TestChangedBySomebodyElse(t *testing.T) {
	path := saved(t, small())
	mine, theirs := opened(t, path), opened(t, path)
	retitled(t, theirs, "theirs")
	if err := theirs.Publish(path); err != nil {
		t.Fatal(err)
	}
	retitled(t, theirs, "theirs again")
	if err := theirs.Publish(path); err != nil {
		t.Fatal(err)
	}
	retitled(t, mine, "mine")
	wantSaveError(t, mine.Publish(path), Changed)
	if got := query(t, path, "SELECT title FROM card"); got != "theirs again" {
		t.Errorf("the file says %q", got)
	}
	wantEntries(t, filepath.Dir(path), "a.jejak")
	if err := mine.Publish(filepath.Join(t.TempDir(), "mine.jejak")); err != nil {
		t.Error(err)
	}
	for _, other := range []string{"no project at all", "", mustBytes(t, saved(t, small()))} {
		put(t, filepath.Dir(path), "a.jejak", []byte(other))
		wantSaveError(t, theirs.Publish(path), Replaced)
		if mustBytes(t, path) != other {
			t.Error("what had taken the file's place was overwritten")
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	wantSaveError(t, theirs.Publish(path), Gone)
	wantEntries(t, filepath.Dir(path))
	if err := theirs.Publish(path, PutBack); err != nil {
		t.Errorf("put back where the file was deleted: %v", err)
	}
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	wantSaveError(t, theirs.Publish(path), NoFolder)
}

func TestRevisions(t *testing.T) {
	path := saved(t, small())
	rev := func(column string) string { return query(t, path, "SELECT "+column+" FROM meta") }
	first, doc := rev("rev"), rev("doc_id")
	f := opened(t, path)
	for range 2 {
		before := rev("rev")
		if err := f.Publish(path); err != nil {
			t.Fatal(err)
		}
		if rev("base_rev") != before || rev("rev") == before {
			t.Errorf("revision %s, made from %s, before it was %s", rev("rev"), rev("base_rev"), before)
		}
	}
	if first == "" || doc == "" || rev("doc_id") != doc {
		t.Errorf("first revision %q, document %q then %q", first, doc, rev("doc_id"))
	}
}

// TestDeletedIsGone looks for deleted words and images in the bytes of a published file.
func TestDeletedIsGone(t *testing.T) {
	p := small()
	path := saved(t, p)
	f := opened(t, path)
	image, _ := p.Images.Get("image")
	persona, _ := p.Personas.Get("persona")
	bare := persona
	bare.ImageID = ""
	retitled(t, f, "nothing to see")
	err := f.Write(journey.Diff{Updated: []journey.Update{{From: persona, To: bare}}, Removed: []journey.Record{image}})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(path); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Test ride", "not really a PNG", filepath.Dir(path), f.folder.Path()} {
		if bytes.Contains(b, []byte(word)) {
			t.Errorf("the file still holds %q", word)
		}
	}
	// Undo brings the image back.
	if err := f.Write(journey.Diff{Added: []journey.Record{image}}); err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(path); err != nil {
		t.Fatal(err)
	}
	if got, _ := mustRead(t, path).Images.Get("image"); !journey.Equal(got, image) {
		t.Errorf("the image came back as %+v", got)
	}
}

// TestPublishWhileWriting publishes while edits go on. Every file must be sound and hold one moment of the work.
func TestPublishWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jejak")
	f, err := Create(path, journeytest.Big(200), WorkingIn(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	var writing sync.WaitGroup
	stop := make(chan struct{})
	writing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			// Both change in one transaction, so a file must hold both or none.
			before := f.Project()
			in, m := before.Info(), before.MapsInOrder()[0]
			in.Title, m.Title = fmt.Sprint(i), fmt.Sprint(i)
			if err := f.Write(journey.Between(before, before.With(in).With(m))); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for range 20 {
		if err := f.Publish(path); err != nil {
			t.Fatal(err)
		}
		p := mustRead(t, path)
		if in, m := p.Info().Title, p.MapsInOrder()[0].Title; in != m && in != journeytest.Big(200).Info().Title {
			t.Errorf("half an edit: %q and %q", in, m)
		}
	}
	close(stop)
	writing.Wait()
	wantEntries(t, filepath.Dir(path), "a.jejak")
}

func TestCreateLeavesNothingBehind(t *testing.T) {
	dir, root := t.TempDir(), t.TempDir()
	dangling := journey.FromRecords([]journey.Record{journey.Stage{ID: "stage", MapID: "none"}})
	wantSaveError(t, Save(filepath.Join(dir, "a.jejak"), dangling, WorkingIn(root)), Invalid)
	wantSaveError(t, Save(dir, small(), WorkingIn(root)), Directory)
	wantSaveError(t, Save(filepath.Join(dir, "a.jejak"), small(), WorkingIn(put(t, t.TempDir(), "file", nil))), NoWorkspace)
	wantEntries(t, dir)
	wantEntries(t, root)
}

func TestSaveReasonOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Reason
	}{
		{sqlite3.Error{Code: sqlite3.ErrFull}, DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, ReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrPerm}, NoPermission},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, NotSaved},
		{fmt.Errorf("x: %w", syscall.EDQUOT), DiskFull},
		{syscall.EISDIR, Directory},
		{errors.New("odd"), NotSaved},
	} {
		if got := saveReasonOf(c.err); got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
	}
}

func TestAfterClose(t *testing.T) {
	f, err := Create("", small(), WorkingIn(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	add := journey.Diff{Added: []journey.Record{journey.Tag{ID: "new"}}}
	wantSaveError(t, f.Write(add), NoWorkspace)
	wantSaveError(t, f.Publish(filepath.Join(t.TempDir(), "a.jejak")), NoWorkspace)
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(f.Write(add).Error(), "closed") {
		t.Error("the error does not say why")
	}
}

func mustBytes(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
