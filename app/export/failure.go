package export

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"syscall"

	"jejak/assets/words"
)

// Reason is why a file was not written.
type Reason string

// The reasons.
const (
	Directory    Reason = "directory"
	NotRegular   Reason = "notRegular"
	NoPermission Reason = "permission"
	NoFolder     Reason = "folder"
	ReadOnly     Reason = "readOnly"
	Full         Reason = "full"
	Busy         Reason = "busy"
	Failed       Reason = "failed"
)

// Reasons lists the reasons there are.
var Reasons = []Reason{Directory, NotRegular, NoPermission, NoFolder, ReadOnly, Full, Busy, Failed}

// Error says why a file was not written. What stood there before still does.
type Error struct {
	Path   string
	Reason Reason
	Err    error // may be nil
}

func (e *Error) Error() string {
	return fmt.Sprintf("export %s: %s", filepath.Base(e.Path), e.Text(words.In("en")))
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Text says it to a person, in one sentence.
func (e *Error) Text(w *words.Table) string {
	folder := filepath.Dir(e.Path)
	if whole, err := filepath.Abs(folder); err == nil { // "." says nothing
		folder = whole
	}
	args := words.Args{"Name": filepath.Base(e.Path), "Folder": folder}
	if e.Err != nil {
		args["Error"] = e.Err.Error()
	}
	return w.F("export.failed."+string(e.Reason), args)
}

// failed names the cause of an error that writing a file met; the end of a context stays what it is.
func failed(path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &Error{Path: path, Reason: reasonOf(err), Err: err}
}

// What Windows says of a full disk and of files that are open elsewhere, which Go does not translate.
const (
	windowsFull    = syscall.Errno(112)
	windowsSharing = syscall.Errno(32)
	windowsLocked  = syscall.Errno(33)
)

func reasonOf(err error) Reason {
	windows := func(no syscall.Errno) bool { return runtime.GOOS == "windows" && errors.Is(err, no) }
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG), windows(windowsFull):
		return Full
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.ETXTBSY), windows(windowsSharing), windows(windowsLocked):
		return Busy
	case errors.Is(err, syscall.EROFS):
		return ReadOnly
	case errors.Is(err, fs.ErrPermission):
		return NoPermission
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return NoFolder
	case errors.Is(err, syscall.EISDIR), errors.Is(err, fs.ErrExist): // a folder has taken the name meanwhile
		return Directory
	}
	return Failed
}
