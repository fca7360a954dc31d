package project

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"jejak/assets/words"
	"jejak/data/project/row"
)

// Reason says why a file could not be opened or saved. Its text is part of the key of the sentence
// that a person reads: see OpenError.Key and SaveError.Key.
type Reason string

// Why a file could not be opened.
const (
	Missing      Reason = "missing"
	Directory    Reason = "directory"     // also for saving
	NotRegular   Reason = "not-regular"   // a pipe, a device, a socket; also for saving
	Empty        Reason = "empty"         // zero bytes
	NotProject   Reason = "not-project"   // not a database at all
	NotOurs      Reason = "not-ours"      // another program's SQLite database
	NoPermission Reason = "no-permission" // also for saving
	Newer        Reason = "newer"         // a newer version of the program made it
	Damaged      Reason = "damaged"
	TooLarge     Reason = "too-large"  // also for saving, of an image or a text
	Unreadable   Reason = "unreadable" // the disk or the network failed
	Busy         Reason = "busy"       // it is being written all the time
	NoWorkspace  Reason = "workspace"  // no working copy could be made or changed; also for saving
)

// OpenReasons lists every Reason of an OpenError.
var OpenReasons = []Reason{
	Missing, Directory, NotRegular, Empty, NotProject, NotOurs, NoPermission, Newer, Damaged,
	TooLarge, Unreadable, Busy, NoWorkspace,
}

// OpenError says which file could not be opened, and why. Nothing was changed or created.
type OpenError struct {
	Path   string
	Reason Reason
	Err    error // the cause, or nil
}

// Error says it in English for developers; people read the sentence of Key.
func (e *OpenError) Error() string { return describe("open", e.Path, e.Reason, e.Err) }

// Unwrap returns the cause.
func (e *OpenError) Unwrap() error { return e.Err }

// Key is the key of the sentence for people in assets/words; it takes {{.Name}}, the file's name.
func (e *OpenError) Key() string { return "open." + string(e.Reason) }

// Text returns the sentence for people in a language.
func (e *OpenError) Text(w *words.Table) string {
	return w.F(e.Key(), words.Args{"Name": nameOf(e.Path, w)})
}

func openError(path string, reason Reason, cause error) error {
	return &OpenError{Path: path, Reason: reason, Err: cause}
}

// asOpenError makes an OpenError of err: one that it is already, or one with the reason that
// SQLite or the system gives, Damaged if they give none.
func asOpenError(path string, err error) error {
	var have *OpenError
	if errors.As(err, &have) {
		return &OpenError{Path: path, Reason: have.Reason, Err: have.Err}
	}
	return openError(path, reasonOf(err), err)
}

// reasonOf tells the Reason for opening from an error of the system or of SQLite.
func reasonOf(err error) Reason {
	var failed sqlite3.Error
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return Missing
	case errors.Is(err, fs.ErrPermission):
		return NoPermission
	case errors.Is(err, row.ErrTooMany):
		return TooLarge
	case errors.As(err, &failed):
		switch failed.Code {
		case sqlite3.ErrIoErr, sqlite3.ErrCantOpen, sqlite3.ErrBusy, sqlite3.ErrNomem:
			return Unreadable
		}
		return Damaged
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return Unreadable
	}
	return Damaged
}

// nameOf is what a person calls the file at path.
func nameOf(path string, w *words.Table) string {
	if path == "" {
		return w.T("file.untitled")
	}
	return filepath.Base(path)
}

func describe(verb, path string, reason Reason, cause error) string {
	s := fmt.Sprintf("%s %s: %s", verb, path, reasonText[reason])
	if cause != nil {
		s += ": " + cause.Error()
	}
	return s
}

var reasonText = map[Reason]string{
	Missing:      "there is no such file",
	Directory:    "it is a folder",
	NotRegular:   "it is not an ordinary file",
	Empty:        "the file is empty",
	NotProject:   "it is not a project file",
	NotOurs:      "it is another program's database",
	NoPermission: "permission denied",
	Newer:        "it needs a newer version of the program",
	Damaged:      "it is damaged",
	TooLarge:     "it is too large",
	Unreadable:   "it cannot be read",
	Busy:         "it keeps changing",
	NoWorkspace:  "the working copy failed",
	ReadOnly:     "it is read-only",
	NoFolder:     "there is no such folder",
	DiskFull:     "the disk is full",
	Changed:      "the file was changed by someone else",
	Replaced:     "another file stands in its place",
	Gone:         "the file is gone",
	Away:         "the disk or the network does not answer",
	LookOnly:     "it was opened to look at alone",
	Invalid:      "the project contradicts itself",
	NotSaved:     "it cannot be written",
}
