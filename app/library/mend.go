package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"jejak/data/project"
)

// Restore brings a library that is gone back as it was before the last change. One that is there
// stays as it is.
func (l *Library) Restore() error {
	if _, err := project.Read(l.previous()); err != nil {
		return err
	}
	if err := take(l.previous(), l.path); err != nil && !errors.Is(err, fs.ErrExist) {
		return l.failed(err)
	}
	return nil
}

// Repaired says what became of a library that could not be read.
type Repaired struct {
	Aside   string         // the name under which it is kept
	Lost    []project.Loss // what could not be saved as it was
	Earlier bool           // nothing could: it is as before the last change
}

// Repair makes a sound library of one that cannot be read: of what can be saved of it, else of its
// state before the last change. The file that could not be read is kept under another name. The
// error is that of reading if there is nothing to be saved.
func (l *Library) Repair() (r Repaired, err error) {
	p, lost, err := project.Salvage(l.path)
	r.Lost = lost
	if err != nil {
		why := err
		r.Lost, r.Earlier = nil, true
		if p, err = project.Read(l.previous()); err != nil {
			return Repaired{}, why
		}
	}
	work, err := os.MkdirTemp(l.work, "jejak-library-")
	if err != nil {
		return Repaired{}, l.failed(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	temp := filepath.Join(filepath.Dir(l.path), ".personas-"+uuid.NewString()+project.Extension)
	if err := project.Save(temp, p, project.WorkingIn(work)); err != nil {
		return Repaired{}, err
	}
	if r.Aside, err = l.setAside(); err == nil {
		err = l.failed(take(temp, l.path))
	}
	return r, errors.Join(err, os.Remove(temp))
}

// Anew begins a library that holds nothing. A file that is there is kept under the name that is
// returned.
func (l *Library) Anew() (aside string, err error) {
	work, err := os.MkdirTemp(l.work, "jejak-library-")
	if err != nil {
		return "", l.failed(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	if aside, err = l.setAside(); err != nil {
		return "", err
	}
	return aside, l.begin(work)
}

// setAside gives the file a name of its own; "" if there is none.
func (l *Library) setAside() (string, error) {
	if _, err := os.Lstat(l.path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	base := strings.TrimSuffix(l.path, project.Extension) + ".damaged"
	for n := 1; ; n++ {
		to := base + project.Extension
		if n > 1 {
			to = base + "-" + strconv.Itoa(n) + project.Extension
		}
		switch err := take(l.path, to); {
		case err == nil:
			return to, l.failed(os.Remove(l.path))
		case !errors.Is(err, fs.ErrExist):
			return "", l.failed(err)
		}
	}
}
