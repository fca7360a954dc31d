package project

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/google/uuid"

	"jejak/data/journey"
)

// File is one open project: a working copy that each Write changes at once, and the file at Path
// that Publish replaces. Its methods may be called from any goroutine; a Publish lets Writes go
// on while it works.
type File struct {
	options options
	folder  string // holds the working copy and its sidecar files alone

	publishing sync.Mutex // held by the one Publish at work; taken before mu

	mu      sync.Mutex // guards all below
	conn    *connection
	project journey.Project
	unknown map[string][]string         // columns of each table that this version does not know
	kept    map[journey.Ref]keptColumns // of records that were removed and may come back
	path    string                      // "" for one that was never published
	meta    meta                        // of the last published state
}

// Create makes a project file at path that holds p, in place of one that is there, and opens it.
// With an empty path there is a working copy alone until Publish names a target.
// Errors are *SaveError; nothing is left behind then.
func Create(path string, p journey.Project, opts ...Option) (*File, error) {
	o := optionsOf(opts)
	folder, err := newWorkFolder(o.root)
	if err != nil {
		return nil, saveError(path, NoWorkspace, err)
	}
	f := &File{options: o, folder: folder, kept: map[journey.Ref]keptColumns{}, unknown: knownExt()}
	f.meta = meta{docID: uuid.NewString(), minReader: 1, minWriter: 1}
	err = f.start(p)
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
	if f.conn, err = create(f.work(), setWork); err != nil {
		return err
	}
	if err := migrate(f.conn, migrations); err != nil {
		return err
	}
	err = f.conn.transaction(func() error {
		err := f.conn.exec(`INSERT INTO "meta" ("one", "doc_id", "min_reader", "min_writer") VALUES (1, ?, ?, ?)`,
			f.meta.docID, int64(f.meta.minReader), int64(f.meta.minWriter))
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
	return err
}

// Open opens the project file at path. Errors are *OpenError; nothing is created or changed then,
// and in no case is anything written to path or beside it before Publish.
func Open(path string, opts ...Option) (*File, error) {
	src, info, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	f, err := openCopy(src, info, path, optionsOf(opts))
	if closeErr := src.Close(); err == nil && closeErr != nil {
		return nil, errors.Join(openError(path, Unreadable, closeErr), f.Close())
	}
	return f, err
}

func openCopy(src *os.File, info os.FileInfo, path string, o options) (*File, error) {
	h, err := readHeader(src, info, path)
	if err != nil {
		return nil, err
	}
	folder, err := newWorkFolder(o.root)
	if err != nil {
		return nil, openError(path, NoWorkspace, err)
	}
	f := &File{options: o, folder: folder, kept: map[journey.Ref]keptColumns{}, path: path}
	if err := copyTo(f.work(), src); err != nil {
		return nil, errors.Join(openError(path, NoWorkspace, err), f.Close())
	}
	if err := f.check(h); err != nil {
		return nil, errors.Join(asOpenError(path, err), f.Close())
	}
	return f, nil
}

// check checks the fresh working copy, brings it to this version and reads it.
func (f *File) check(h header) error {
	found, err := inspect(f.work(), h, forWriting)
	if err != nil {
		return err
	}
	if f.conn, err = connect(f.work(), setWork); err != nil {
		return openError(f.path, NoWorkspace, err)
	}
	if h.version < Version {
		if err := migrate(f.conn, migrations); err != nil {
			return err
		}
		if found, err = readContents(f.conn, Version); err != nil {
			return err
		}
	}
	f.project, f.unknown, f.meta = found.project, found.unknown, found.meta
	return nil
}

// Read returns what the project file at path holds. It makes no working copy and writes nothing
// anywhere. Errors are *OpenError.
func Read(path string) (journey.Project, error) {
	src, info, err := openRegular(path)
	if err != nil {
		return journey.Project{}, err
	}
	h, err := readHeader(src, info, path)
	if closeErr := src.Close(); err == nil && closeErr != nil {
		err = openError(path, Unreadable, closeErr)
	}
	if err != nil {
		return journey.Project{}, err
	}
	if h.version < Version { // to be migrated, which needs a copy
		f, err := Open(path)
		if err != nil {
			return journey.Project{}, err
		}
		return f.Project(), f.Close()
	}
	found, err := inspect(path, h, forReading)
	if err != nil {
		return journey.Project{}, asOpenError(path, err)
	}
	return found.project, nil
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

// Close gives up the working copy, with all that was not published.
func (f *File) Close() error {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	f.mu.Lock()
	defer f.mu.Unlock()
	var err error
	if f.conn != nil {
		err = f.conn.close()
		f.conn = nil
	}
	if e := os.RemoveAll(f.folder); e != nil {
		err = errors.Join(err, fmt.Errorf("remove the working copy: %w", e))
	}
	return err
}

func (f *File) work() string { return filepath.Join(f.folder, workName) }

// keptColumns are the values of the columns of a removed row that this version does not know.
type keptColumns []driver.Value
