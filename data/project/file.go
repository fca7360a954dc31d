package project

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/google/uuid"

	"jejak/data/journey"
	"jejak/data/project/lite"
	"jejak/data/project/recovery"
	"jejak/data/project/row"
)

// File is one open project: a working copy that each Write changes at once, and the file at Path
// that Publish replaces. Its methods may be called from any goroutine; a Publish lets Writes go
// on while it works.
type File struct {
	options options
	folder  *recovery.Folder // holds the working copy, its sidecar files and what Publish makes of them
	newer   bool             // this version may read the file but not change it

	publishing sync.Mutex // held by the one Publish at work; taken before mu

	mu      sync.Mutex // guards all below
	conn    *lite.Conn
	project journey.Project
	unknown map[string][]string         // columns of each table that this version does not know
	kept    map[journey.Ref]keptColumns // of records that were removed and may come back
	path    string                      // "" for one that was never published
	meta    row.Meta                    // of the last published state
	own     own
}

// Create makes a project file at path that holds p, in place of one that is there, and opens it.
// With an empty path there is a working copy alone until Publish names a target.
// Errors are *SaveError; nothing is left behind then.
func Create(path string, p journey.Project, opts ...Option) (*File, error) {
	o := optionsOf(opts)
	folder, err := newFolder(o, path)
	if err != nil {
		return nil, saveError(path, NoWorkspace, err)
	}
	f := &File{options: o, folder: folder, kept: map[journey.Ref]keptColumns{}, unknown: knownExt()}
	f.meta = row.Meta{DocID: uuid.NewString(), MinReader: 1, MinWriter: 1}
	err = f.start(p)
	if err == nil {
		err = o.disk.SyncFolder(folder.Path())
	}
	if err != nil {
		err = workError(path, err)
	} else if path != "" {
		err = f.Publish(path)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// start makes the working copy of a new project.
func (f *File) start(p journey.Project) error {
	var err error
	if f.conn, err = lite.Create(f.work(), lite.Work); err != nil {
		return err
	}
	f.conn.Own = true
	if err := migrate(f.conn, migrations); err != nil {
		return err
	}
	err = f.conn.Transaction(func() error {
		err := f.conn.Exec(`INSERT INTO "meta" ("one", "doc_id", "min_reader", "min_writer") VALUES (1, ?, ?, ?)`,
			f.meta.DocID, int64(f.meta.MinReader), int64(f.meta.MinWriter))
		if err != nil {
			return err
		}
		for rec := range p.Records() {
			if err := f.insert(rec); err != nil {
				return err
			}
		}
		return nil
	})
	f.project = p
	if err != nil {
		return err
	}
	return f.begin() // last: a working copy that has these tables is whole
}

// Open opens the project file at path. Errors are *OpenError; nothing is created or changed then,
// and in no case is anything written to path or beside it before Publish. A file of a newer
// version that this one may read but not change is opened too: see ReadOnly.
func Open(path string, opts ...Option) (*File, error) {
	if err := look(path); err != nil {
		return nil, err
	}
	o := optionsOf(opts)
	folder, err := newFolder(o, path)
	if err != nil {
		return nil, openError(path, NoWorkspace, err)
	}
	f := &File{options: o, folder: folder, kept: map[journey.Ref]keptColumns{}, path: path}
	h, err := fetch(o.disk, path, f.work())
	if err == nil {
		err = f.check(h)
	}
	if err == nil {
		if e := o.disk.SyncFolder(folder.Path()); e != nil {
			err = openError(path, NoWorkspace, e)
		}
	}
	if err != nil {
		return nil, errors.Join(asOpenError(path, err), f.Close())
	}
	return f, nil
}

// check checks the fresh working copy, brings it to this version and reads it.
func (f *File) check(h header) error {
	found, err := inspect(f.work(), h)
	if err != nil {
		return err
	}
	f.newer = h.version > Version && found.Meta.MinWriter > Version
	if f.newer && f.options.copy {
		return openError(f.path, Newer, fmt.Errorf("version %d may only be read", h.version))
	}
	f.keepBase(f.work(), found.Meta)
	// SQLite sees to it that an edit survives a power cut, not to what it is an edit of.
	if err := f.options.disk.Sync(f.work()); err != nil {
		return openError(f.path, NoWorkspace, err)
	}
	if f.conn, err = lite.Connect(f.work(), lite.Work); err != nil {
		return openError(f.path, NoWorkspace, err)
	}
	f.conn.Own = true
	if h.version < Version {
		if err := migrate(f.conn, migrations); err != nil {
			return err
		}
		if found, err = readContents(f.conn, Version); err != nil {
			return err
		}
	}
	if f.options.copy {
		f.path = ""
		found.Meta.DocID, found.Meta.Rev, found.Meta.BaseRev = uuid.NewString(), "", ""
		err := f.conn.Exec(`UPDATE "meta" SET "doc_id" = ?, "rev" = '', "base_rev" = ''`, found.Meta.DocID)
		if err != nil {
			return openError(f.path, NoWorkspace, err)
		}
	}
	f.project, f.unknown, f.meta = found.Project, found.Unknown, found.Meta
	if err := f.begin(); err != nil {
		return openError(f.path, NoWorkspace, err)
	}
	return nil
}

// Read returns what the project file at path holds. It reads a private copy that is gone
// afterwards, and writes nothing to path or beside it. Errors are *OpenError.
func Read(path string) (journey.Project, error) {
	var p journey.Project
	err := withCopy(path, func(copied string, h header) error {
		found, err := inspect(copied, h)
		if err != nil || h.version >= Version {
			p = found.Project
			return err
		}
		conn, err := lite.Connect(copied, lite.Stage)
		if err != nil {
			return err
		}
		if err = migrate(conn, migrations); err == nil {
			found, err = readContents(conn, Version)
			p = found.Project
		}
		return errors.Join(err, conn.Close())
	})
	if err != nil {
		return journey.Project{}, asOpenError(path, err)
	}
	return p, nil
}

// Save makes a project file at path that holds p, in place of one that is there: Create for those
// who do not want to go on with the file. Errors are *SaveError.
func Save(path string, p journey.Project, opts ...Option) error {
	f, err := Create(path, p, opts...)
	if err != nil {
		return err
	}
	return f.Close()
}

// Project returns what the working copy holds.
func (f *File) Project() journey.Project {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.project
}

// Path returns the file that was opened or last published, "" if there is none yet.
func (f *File) Path() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.path
}

// Session names this opening of the file among those of all people.
func (f *File) Session() string { return f.folder.Manifest().Session }

// Edits returns how many changes the working copy holds since the file was opened, and how many of
// them the user's file holds.
func (f *File) Edits() (made, published int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return int(f.own.edits), int(f.own.published)
}

// ReadOnly reports whether the file was made by a newer version that forbids this one to change
// it: Keep and Publish refuse then.
func (f *File) ReadOnly() bool { return f.newer }

// Close gives up the working copy, with all that was not published.
func (f *File) Close() error {
	err := f.disconnect()
	if e := f.folder.Remove(); e != nil {
		err = errors.Join(err, fmt.Errorf("remove the working copy: %w", e))
	}
	return err
}

// Suspend closes the file and leaves the working copy where it is, for Leftovers to find.
func (f *File) Suspend() error { return errors.Join(f.disconnect(), f.folder.Release()) }

func (f *File) disconnect() error {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return nil
	}
	err := f.conn.Close()
	f.conn = nil
	return err
}

func (f *File) work() string { return filepath.Join(f.folder.Path(), workName) }

// keptColumns are the values of the columns of a removed row that this version does not know, nil
// for those that are not known either.
type keptColumns []driver.Value
