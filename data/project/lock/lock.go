// Package lock keeps two people from working on one project file without knowing of each other: a
// lock file beside it says who has it open, another one who is replacing it at this moment.
//
// Both are advice. Folders that are synchronized deliver them late or not at all; what protects
// the file is the revision that package project compares before it replaces it.
package lock

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"jejak/data/project/disk"
)

// Owner is who holds a lock.
type Owner struct {
	User      string    `json:"user"`
	Host      string    `json:"host"`
	PID       int       `json:"pid"`
	Session   string    `json:"session"`
	Since     time.Time `json:"since"`
	Heartbeat time.Time `json:"heartbeat"` // when the owner last said that it is there
}

// Stale reports whether the owner is gone for certain: its process ran on this machine and has
// ended. Of another machine nothing can be told.
func (o Owner) Stale(host string) bool { return o.Host == host && o.PID != 0 && !disk.Alive(o.PID) }

// HeldError is the error of Take while another session has the file.
type HeldError struct {
	Path  string
	Owner Owner // zero if the lock file does not say
}

// Error says it in English for developers.
func (e *HeldError) Error() string {
	return fmt.Sprintf("%s is in use by %s on %s since %s", e.Path, e.Owner.User, e.Owner.Host, e.Owner.Since.Format(time.RFC3339))
}

// Lock is a lock file of this process. It is not safe for concurrent use.
type Lock struct {
	path  string
	disk  disk.Disk
	owner Owner
}

// Path returns the name of the lock file of target.
func Path(target string) string { return hidden(target, ".lock~") }

func hidden(target, suffix string) string {
	dir, name := filepath.Split(target)
	return filepath.Join(dir, "."+name+suffix)
}

// Take locks target for o. A lock file of a process that is gone is replaced, and with over any
// other too. Otherwise the error is a *HeldError.
func Take(d disk.Disk, target string, o Owner, over bool) (*Lock, error) {
	l := &Lock{path: Path(target), disk: d, owner: o}
	if over {
		return l, l.replace()
	}
	const tries = 3 // others may take and leave it meanwhile
	held := &HeldError{Path: target}
	for range tries {
		err := l.put()
		if err == nil || !errors.Is(err, fs.ErrExist) {
			return l, err
		}
		other, raw, err := read(l.path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && other.Session == o.Session {
			return l, l.replace()
		}
		if err != nil || !other.Stale(o.Host) {
			return nil, &HeldError{Path: target, Owner: other}
		}
		held.Owner = other
		if err := clear(d, l.path, raw, o.Session); err != nil {
			return nil, err
		}
	}
	return nil, held
}

// put makes the lock file with all that is in it at once, and fails with fs.ErrExist if there is one.
func (l *Lock) put() error {
	draft, err := l.draft()
	if err != nil {
		return err
	}
	err = l.disk.Link(draft, l.path)
	gone := l.disk.Remove(draft)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return errors.Join(err, gone)
	}
	// No links here. Whoever reads the file between these two steps finds it empty, and takes it
	// for one that is held.
	if err := l.disk.Create(l.path, 0o666); err != nil {
		return errors.Join(err, gone)
	}
	return errors.Join(l.write(l.path), gone)
}

// replace puts the lock file in place of the one that is there.
func (l *Lock) replace() error {
	draft, err := l.draft()
	if err != nil {
		return err
	}
	if err := l.disk.Rename(draft, l.path); err != nil {
		return errors.Join(err, l.disk.Remove(draft))
	}
	return nil
}

func (l *Lock) draft() (string, error) {
	draft := draftOf(l.path, l.owner.Session)
	if err := remove(l.disk, draft); err != nil { // of a crash
		return "", err
	}
	if err := l.disk.Create(draft, 0o666); err != nil {
		return "", err
	}
	err := l.write(draft)
	if err == nil {
		err = l.disk.Sync(draft) // after a power cut nobody could tell whose an empty file is
	}
	if err != nil {
		return "", errors.Join(err, l.disk.Remove(draft))
	}
	return draft, nil
}

func (l *Lock) write(path string) error {
	b, err := json.Marshal(l.owner)
	if err != nil {
		return err
	}
	return l.disk.Write(path, bytes.NewReader(b))
}

// Beat says that the owner is still there. It reports false if the lock file is gone or another's.
func (l *Lock) Beat(now time.Time) (bool, error) {
	if !l.mine() {
		return false, nil
	}
	l.owner.Heartbeat = now
	return true, l.replace()
}

// Rename goes on in the name of another session of the same process.
func (l *Lock) Rename(session string) error {
	if !l.mine() {
		return nil
	}
	l.owner.Session = session
	return l.replace()
}

// Release removes the lock file if it is still this one.
func (l *Lock) Release() error {
	if !l.mine() {
		return nil
	}
	return remove(l.disk, l.path)
}

func (l *Lock) mine() bool {
	o, _, err := read(l.path)
	return err == nil && o.Session == l.owner.Session
}

// RemoveOf removes the lock files of target that a session has left behind which has ended.
func RemoveOf(d disk.Disk, target, session string) error {
	var errs []error
	for _, path := range []string{Path(target), turnPath(target)} {
		if o, raw, err := read(path); err == nil && o.Session == session {
			errs = append(errs, clear(d, path, raw, session))
		}
		errs = append(errs, remove(d, draftOf(path, session)), remove(d, asideOf(path, session)))
	}
	return errors.Join(errs...)
}

// The files that a session makes on the way to a lock file, and on the way to get rid of one. They
// are named after it, so that they can be found after a crash.
func draftOf(path, session string) string { return path + "." + session }
func asideOf(path, session string) string { return path + "." + session + ".old" }

// remove removes a file if it is there.
func remove(d disk.Disk, path string) error {
	if err := d.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// read reads a lock file, and returns its bytes too.
func read(path string) (Owner, []byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return Owner{}, nil, err
	}
	const most = 64 << 10
	b, err := io.ReadAll(io.LimitReader(f, most))
	if err := errors.Join(err, f.Close()); err != nil {
		return Owner{}, nil, err
	}
	var o Owner
	err = json.Unmarshal(b, &o)
	return o, b, err
}

// clear removes a lock file in the name of a session, if it still holds raw. It is moved out of the way
// first: another process may do the same, and have put its own there already.
func clear(d disk.Disk, path string, raw []byte, session string) error {
	aside := asideOf(path, session)
	err := d.Rename(path, aside)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, now, _ := read(aside); !bytes.Equal(now, raw) {
		if err := d.Link(aside, path); err != nil && !errors.Is(err, fs.ErrExist) {
			return errors.Join(err, d.Rename(aside, path))
		}
	}
	return remove(d, aside)
}
