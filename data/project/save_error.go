package project

import (
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"jejak/assets/words"
)

// Why a file could not be saved, beside Directory, NotRegular, NoPermission, Newer,
// TooLarge and NoWorkspace.
const (
	ReadOnly Reason = "read-only" // the file or the disk
	NoFolder Reason = "no-folder" // the folder it should stand in is missing
	DiskFull Reason = "disk-full"
	Changed  Reason = "changed"   // somebody else published a newer state to the file
	Replaced Reason = "replaced"  // another file stands in its place
	Gone     Reason = "gone"      // it was moved, renamed or deleted
	Away     Reason = "away"      // the disk or the share it is on does not answer
	LookOnly Reason = "look-only" // the session was opened to look at the file alone
	Invalid  Reason = "invalid"   // the project refers to what it does not hold
	NotSaved Reason = "failed"    // anything else
)

// SaveReasons lists every Reason of a SaveError.
var SaveReasons = []Reason{
	ReadOnly, NoPermission, DiskFull, Directory, NotRegular, NoFolder, Changed, Replaced, Gone, Away,
	LookOnly, Newer, Invalid, TooLarge, NoWorkspace, NotSaved,
}

// SaveError says which file could not be saved, and why. The file is as it was before.
type SaveError struct {
	Path   string
	Reason Reason
	Err    error // the cause, or nil
}

// Error says it in English for developers; people read the sentence of Key.
func (e *SaveError) Error() string { return describe("save", e.Path, e.Reason, e.Err) }

// Unwrap returns the cause.
func (e *SaveError) Unwrap() error { return e.Err }

// Key is the key of the sentence for people in assets/words; it takes {{.Name}}, the file's name.
func (e *SaveError) Key() string { return "save." + string(e.Reason) }

// Text returns the sentence for people in a language.
func (e *SaveError) Text(w *words.Table) string {
	return w.F(e.Key(), words.Args{"Name": nameOf(e.Path, w)})
}

func saveError(path string, reason Reason, cause error) error {
	return &SaveError{Path: path, Reason: reason, Err: cause}
}

// asSaveError makes a SaveError of err, which writing the file at path met.
func asSaveError(path string, err error) error {
	var have *SaveError
	if errors.As(err, &have) {
		return err
	}
	return saveError(path, saveReasonOf(err), err)
}

// windowsDiskFull is ERROR_DISK_FULL, which Go does not translate to ENOSPC.
const windowsDiskFull = syscall.Errno(112)

func saveReasonOf(err error) Reason {
	var failed sqlite3.Error
	if errors.As(err, &failed) {
		switch failed.Code {
		case sqlite3.ErrFull:
			return DiskFull
		case sqlite3.ErrReadonly:
			return ReadOnly
		case sqlite3.ErrPerm:
			return NoPermission
		}
		if failed.SystemErrno != 0 {
			return saveReasonOf(failed.SystemErrno)
		}
		return NotSaved
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG),
		runtime.GOOS == "windows" && errors.Is(err, windowsDiskFull):
		return DiskFull
	case errors.Is(err, syscall.EROFS):
		return ReadOnly
	case errors.Is(err, fs.ErrPermission):
		return NoPermission
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return NoFolder
	case errors.Is(err, syscall.EISDIR):
		return Directory
	case slices.ContainsFunc(awayErrors, func(e syscall.Errno) bool { return errors.Is(err, e) }):
		return Away
	}
	return NotSaved
}
