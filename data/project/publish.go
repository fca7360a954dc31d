package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/google/uuid"

	"jejak/data/project/lite"
	"jejak/data/project/lock"
	"jejak/data/project/row"
)

// Hint changes what Publish does.
type Hint int

// PutBack has Publish make the user's file again where it was, if it is gone.
const PutBack Hint = 1

// Publish makes target the file that holds what the working copy holds, at the latest moment that
// is whole when it begins. The target is replaced in one step, and is left as it is if anything
// fails. If it is the file that was opened or last published, then it is not replaced if somebody
// else changed it since (Changed) or put another file there (Replaced), nor made again if it is
// gone (Gone, but for PutBack). Keep and Write may go on meanwhile. Errors are *SaveError; all can
// be tried again.
func (f *File) Publish(target string, hints ...Hint) error {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	f.mu.Lock()
	open, path, base := f.conn != nil, f.path, f.meta
	f.mu.Unlock()
	switch {
	case !open:
		return saveError(target, NoWorkspace, errClosed)
	case f.newer:
		return saveError(target, Newer, nil)
	}
	to, err := examine(target)
	if err != nil {
		return err
	}
	to.based = path != "" && RealPath(path) == RealPath(target) && base.Rev != ""
	for _, h := range hints {
		to.putBack = to.putBack || h == PutBack
	}
	if err := to.checkThere(); err != nil {
		return err
	}
	if err := f.publish(to, base); err != nil {
		return asSaveError(target, err)
	}
	return nil
}

// goal is where Publish goes.
type goal struct {
	target  string      // as a person called it
	real    string      // at the end of links
	mode    os.FileMode // of the file that is there, 0 if there is none
	based   bool        // it must hold the state that this one is based on
	putBack bool
}

// examine tells what Publish will replace.
func examine(target string) (goal, error) {
	g := goal{target: target, real: RealPath(target)}
	real, err := filepath.EvalSymlinks(target)
	if errors.Is(err, fs.ErrNotExist) {
		return g, nil
	}
	if err != nil {
		return g, asSaveError(target, err)
	}
	info, err := os.Stat(real)
	switch {
	case err != nil:
		return g, asSaveError(target, err)
	case info.IsDir():
		return g, saveError(target, Directory, nil)
	case !info.Mode().IsRegular():
		return g, saveError(target, NotRegular, nil)
	case info.Mode().Perm()&0o222 == 0:
		return g, saveError(target, ReadOnly, nil) // a rename would replace it all the same
	}
	w, err := os.OpenFile(real, os.O_WRONLY|syscall.O_NONBLOCK, 0)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return g, asSaveError(target, err)
	}
	g.real, g.mode = real, info.Mode().Perm()
	return g, nil
}

// checkThere reports Gone for a file that should be there. If its folder is gone too, that is said
// instead.
func (g goal) checkThere() error {
	if g.mode != 0 || !g.based || g.putBack {
		return nil
	}
	dir := filepath.Dir(g.real)
	if _, err := os.Stat(dir); err != nil {
		return asSaveError(g.target, err)
	}
	return saveError(g.target, Gone, nil)
}

// publish makes the new state beside the target, and then the target of it.
func (f *File) publish(to goal, base row.Meta) (err error) {
	if err := f.folder.AddTarget(to.real); err != nil {
		return workError(to.target, err)
	}
	disk := f.options.disk
	draft := f.folder.Draft(to.real)
	if err := disk.Remove(draft); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a crash
		return fmt.Errorf("make a temporary file beside it: %w", err)
	}
	if err := disk.Create(draft, 0o666); err != nil {
		return fmt.Errorf("make a temporary file beside it: %w", err)
	}
	renamed := false
	defer func() {
		if !renamed {
			if e := disk.Remove(draft); e != nil && !errors.Is(e, fs.ErrNotExist) {
				err = errors.Join(err, e)
			}
		}
	}()
	state, err := f.draft(draft, to, base)
	if err != nil {
		return err
	}
	if renamed, err = f.replace(draft, to, base, state); renamed {
		f.adopt(state, to.target)
	}
	return err
}

// draft writes the new state to a file beside the target that will survive a power cut.
func (f *File) draft(draft string, to goal, base row.Meta) (pending, error) {
	edits, err := f.snapshot(draft)
	if err != nil {
		return pending{}, fmt.Errorf("copy the project: %w", err)
	}
	published, err := finish(draft, base)
	if err != nil {
		return pending{}, fmt.Errorf("make the copy ready: %w", err)
	}
	disk := f.options.disk
	if to.mode != 0 {
		// Some shares refuse this; a file with the usual permissions is better than none.
		err := disk.Chmod(draft, to.mode)
		if err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, errors.ErrUnsupported) {
			return pending{}, err
		}
	}
	if err := disk.Sync(draft); err != nil {
		return pending{}, err
	}
	f.keepBase(draft, published)
	return pending{rev: published.Rev, base: published.BaseRev, edits: edits, path: absolute(to.target)}, nil
}

// replace gives the draft the target's name, and reports whether that was done.
func (f *File) replace(draft string, to goal, base row.Meta, state pending) (renamed bool, err error) {
	disk := f.options.disk
	m := f.folder.Manifest()
	turn, err := lock.TakeTurn(disk, to.real, lock.Owner{
		User: m.User, Host: m.Host, PID: os.Getpid(), Session: m.Session, Since: time.Now(), Heartbeat: time.Now(),
	})
	if err != nil {
		return false, fmt.Errorf("lock it: %w", err)
	}
	defer func() { err = errors.Join(err, turn.End()) }()
	if to.based {
		if err := to.checkBase(base); err != nil {
			return false, err
		}
	}
	if err := f.await(state); err != nil {
		return false, workError(to.target, err)
	}
	if err := disk.Rename(draft, to.real); err != nil {
		return false, err
	}
	return true, disk.SyncFolder(filepath.Dir(to.real))
}

// await notes in the working copy what is about to become the user's file: after a crash nobody can
// tell otherwise whether it did.
func (f *File) await(p pending) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.conn.Exec(`UPDATE "_work" SET "pending_rev" = ?, "pending_base" = ?, "pending_edits" = ?, "pending_path" = ?`,
		p.rev, p.base, p.edits, p.path)
}

// adopt notes that it did. If the working copy cannot take that, what await wrote says the same.
func (f *File) adopt(p pending, target string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.meta.Rev, f.meta.BaseRev = p.rev, p.base
	f.path, f.own.published = target, p.edits
	_ = adopt(f.conn, p)
}

func adopt(c *lite.Conn, p pending) error {
	return c.Transaction(func() error {
		if err := c.Exec(`UPDATE "meta" SET "rev" = ?, "base_rev" = ?`, p.rev, p.base); err != nil {
			return err
		}
		return c.Exec(`UPDATE "_work" SET "published" = ?, "path" = ?, "pending_rev" = ''`, p.edits, p.path)
	})
}

// checkBase reports Changed if the target is not the state that base is any more, and Replaced if
// it is no state of the same document at all.
func (g goal) checkBase(base row.Meta) error {
	found, err := metaOf(g.real)
	var gone *OpenError
	switch {
	case errors.As(err, &gone) && gone.Reason == Missing:
		if g.putBack {
			return nil
		}
		return saveError(g.target, Gone, err)
	case err != nil && errors.As(err, &gone) && (gone.Reason == Unreadable || gone.Reason == NoPermission):
		return err
	case err != nil:
		return saveError(g.target, Replaced, err)
	case found.DocID != base.DocID:
		return saveError(g.target, Replaced, fmt.Errorf("it holds the document %s, not %s", found.DocID, base.DocID))
	case found.Rev != base.Rev:
		return saveError(g.target, Changed, fmt.Errorf("it holds the state %s, not %s", found.Rev, base.Rev))
	}
	return nil
}

// newRev names a new state.
func newRev() string { return uuid.NewString() }
