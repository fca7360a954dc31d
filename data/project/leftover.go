package project

import (
	"errors"
	"fmt"
	"time"

	"jejak/data/journey"
	"jejak/data/project/lite"
	"jejak/data/project/lock"
	"jejak/data/project/recovery"
)

// Leftover is the working copy of a session that ended without closing: the program or the machine
// was stopped. It is held by this process until Resume, Discard or Release, so that nobody else
// is offered it meanwhile.
type Leftover struct {
	Session string    // names the session that ended
	Path    string    // the user's file, "" if there is none yet
	Title   string    // of the project
	Started time.Time // when the session was
	Last    time.Time // when the last edit was made
	Edits   int       // that the user's file does not hold
	Err     error     // why the work cannot be given back, else nil; it stays where it is then

	folder  *recovery.Folder
	options options
}

// Leftovers finds what is left over in the folder of working copies (see WorkingIn). Those whose
// user's file holds everything are removed at once, and so are temporary and lock files that
// these sessions left beside the user's files. The error is about what could not be looked at or
// removed; the Leftovers are good all the same.
func Leftovers(opts ...Option) ([]*Leftover, error) {
	o := optionsOf(opts)
	folders, scanErr := recovery.Scan(o.disk, o.root)
	errs := []error{scanErr}
	var list []*Leftover
	for _, folder := range folders {
		l := &Leftover{folder: folder, options: o}
		if err := l.sweep(); err != nil {
			errs = append(errs, err)
		}
		l.look()
		if l.Err == nil && l.Edits == 0 {
			errs = append(errs, folder.Remove())
			continue
		}
		list = append(list, l)
	}
	return list, errors.Join(errs...)
}

// sweep removes what the session left beside the user's files.
func (l *Leftover) sweep() error {
	m := l.folder.Manifest()
	errs := []error{l.folder.RemoveDrafts()}
	for _, target := range m.Targets {
		errs = append(errs, lock.RemoveOf(l.options.disk, target, m.Session))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("sweep after a session: %w", err)
	}
	return nil
}

// look finds out what there is to give back.
func (l *Leftover) look() {
	m := l.folder.Manifest()
	l.Session, l.Path, l.Started = m.Session, m.Path, m.Started
	f, err := l.open()
	if errors.Is(err, errNoWork) {
		return // the session ended before it had a working copy
	}
	if err != nil {
		l.Err = asOpenError(m.Path, err)
		return
	}
	l.Path, l.Last, l.Edits = f.path, f.own.last, int(f.own.edits-f.own.published)
	l.Title = f.project.Info().Title
	if maps := f.project.MapsInOrder(); l.Title == "" && len(maps) > 0 {
		l.Title = maps[0].Title
	}
	if err := f.disconnect(); err != nil {
		l.Err = asOpenError(l.Path, err)
	}
}

// errNoWork is the error of a folder that holds no whole working copy yet.
var errNoWork = errors.New("there is no working copy")

// Resume gives the work back. The Leftover must not be used any more if it succeeds; errors are
// *OpenError, and the work stays where it is.
func (l *Leftover) Resume() (*File, error) {
	f, err := l.open()
	if err != nil {
		return nil, asOpenError(l.Path, err)
	}
	if err := f.folder.SetManifest(claimed(f.folder.Manifest())); err != nil {
		return nil, errors.Join(openError(l.Path, NoWorkspace, err), f.disconnect())
	}
	return f, nil
}

// Discard removes the work for good.
func (l *Leftover) Discard() error { return l.folder.Remove() }

// Release leaves the work for the next who asks for Leftovers.
func (l *Leftover) Release() error { return l.folder.Release() }

// open opens the working copy, which SQLite brings to its last whole transaction.
func (l *Leftover) open() (*File, error) {
	f := &File{options: l.options, folder: l.folder, kept: map[journey.Ref]keptColumns{}}
	if err := fileThere(f.work()); err != nil {
		return nil, err
	}
	var err error
	if f.conn, err = lite.Connect(f.work(), lite.Work); err != nil {
		return nil, err
	}
	f.conn.Own = true
	if err := f.resume(); err != nil {
		return nil, errors.Join(err, f.disconnect())
	}
	return f, nil
}

// resume reads the working copy of another session, whatever version of the program it had.
func (f *File) resume() error {
	has, err := f.conn.Number(`SELECT count(*) FROM sqlite_schema WHERE "name" = '_work'`)
	if err != nil {
		return err
	}
	if has == 0 {
		return errNoWork // Open had not checked the copy yet: the user's file has it all
	}
	version, err := f.conn.Number("PRAGMA user_version")
	if err != nil {
		return err
	}
	if err := lite.Integrity(f.conn, 1, func(s string) error { return errors.New(s) }); err != nil {
		return err
	}
	if int(version) < Version {
		if err := migrate(f.conn, migrations); err != nil {
			return err
		}
	}
	found, err := readContents(f.conn, max(int(version), Version))
	if err != nil {
		return err
	}
	if int(version) > Version && found.Meta.MinWriter > Version {
		return openError(f.path, Newer, fmt.Errorf("version %d", version))
	}
	f.project, f.unknown, f.meta = found.Project, found.Unknown, found.Meta
	var p pending
	if f.own, p, f.path, err = readOwn(f.conn); err != nil {
		return err
	}
	if err := f.readKept(); err != nil {
		return err
	}
	return f.settle(p)
}

// settle finds out whether a state that was about to become the user's file did.
func (f *File) settle(p pending) error {
	if p.rev == "" {
		return nil
	}
	now, err := metaOf(RealPath(p.path))
	if err != nil || now.Rev != p.rev {
		return nil // it did not, or another state has replaced it since
	}
	if err := adopt(f.conn, p); err != nil {
		return err
	}
	f.meta.Rev, f.meta.BaseRev = p.rev, p.base
	f.path, f.own.published = p.path, p.edits
	return nil
}

// fileThere reports errNoWork if there is no file at path, or nothing in it.
func fileThere(path string) error {
	f, _, err := openRegular(path)
	var open *OpenError
	if errors.As(err, &open) && (open.Reason == Missing || open.Reason == Empty) {
		return errNoWork
	}
	if err != nil {
		return err
	}
	return f.Close()
}
