package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"jejak/data/journey"
	"jejak/data/project/disk"
	"jejak/data/project/row"
)

// Bases are the latest published states of documents, as this machine saw them: the common
// ancestors that a merge of two diverged files needs.
type Bases struct {
	folder string
	disk   Disk
}

// How many states are kept of one document, and of how many documents.
const (
	basesOfOne = 5
	basesOfAll = 40
)

// ErrNoBase is the error of Bases.Read for a state that is not kept, or is damaged.
var ErrNoBase = errors.New("the state is not kept")

// DefaultBases are those of this user.
func DefaultBases() Bases {
	return Bases{folder: filepath.Join(filepath.Dir(DefaultRoot()), "bases"), disk: disk.OS{}}
}

// Bases are those that this File keeps, none if it keeps none.
func (f *File) Bases() Bases { return Bases{folder: f.options.bases, disk: f.options.disk} }

// plainRev is what a name in the folder may be: what stands in a stranger's file is not trusted.
var plainRev = regexp.MustCompile(`^[0-9a-zA-Z][0-9a-zA-Z-]{0,63}$`)

func (b Bases) path(docID, rev string) (string, bool) {
	if b.folder == "" || !plainRev.MatchString(docID) || !plainRev.MatchString(rev) {
		return "", false
	}
	return filepath.Join(b.folder, docID, rev+Extension), true
}

// Read returns the project of one published state of a document. The error is ErrNoBase if it
// cannot.
func (b Bases) Read(docID, rev string) (journey.Project, error) {
	path, ok := b.path(docID, rev)
	if !ok {
		return journey.Project{}, ErrNoBase
	}
	p, err := Read(path)
	if err != nil {
		return journey.Project{}, fmt.Errorf("%w: %w", ErrNoBase, err)
	}
	return p, nil
}

// keep keeps the file at from as one state, and drops the oldest if there are too many.
func (b Bases) keep(from, docID, rev string) (err error) {
	path, ok := b.path(docID, rev)
	if !ok {
		return nil
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil {
		now := time.Now() // used again: it is not the oldest any more
		return os.Chtimes(path, now, now)
	}
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	if err := b.disk.Create(path, 0o600); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := b.disk.Write(path, src); err != nil {
		return errors.Join(err, b.disk.Remove(path))
	}
	return errors.Join(b.drop(dir, basesOfOne), b.drop(b.folder, basesOfAll))
}

// drop removes the oldest entries of a folder but for the given number.
func (b Bases) drop(dir string, keep int) error {
	list, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	age := map[string]time.Time{}
	for _, e := range list {
		if info, err := e.Info(); err == nil { // else somebody else has removed it
			age[e.Name()] = info.ModTime()
		}
	}
	slices.SortFunc(list, func(x, y fs.DirEntry) int { return age[y.Name()].Compare(age[x.Name()]) })
	var errs []error
	for _, e := range list[min(keep, len(list)):] {
		errs = append(errs, disk.RemoveAll(b.disk, filepath.Join(dir, e.Name())))
	}
	return errors.Join(errs...)
}

// keepBase keeps the file at from, which holds the published state m. If it cannot, a merge may
// lack the common ancestor later, which it can do without: no reason not to open or to save.
func (f *File) keepBase(from string, m row.Meta) { _ = f.Bases().keep(from, m.DocID, m.Rev) }

// Revision names the document, the published state that the working copy is based on, "" if there
// is none, and the state that that was made from.
func (f *File) Revision() (docID, rev, baseRev string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.meta.DocID, f.meta.Rev, f.meta.BaseRev
}
