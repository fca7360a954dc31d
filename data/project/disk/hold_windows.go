package disk

import (
	"errors"
	"os"
	"syscall"
)

// hold opens the file in a way that lets nobody else open it.
func hold(path string, create bool) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	how := uint32(syscall.OPEN_EXISTING)
	if create {
		how = syscall.OPEN_ALWAYS
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, how,
		syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, ErrHeld
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// stillActive is the exit code of a process that has not ended.
const stillActive = 259

// Alive reports whether a process of this machine has that number. It may be another one than
// meant: numbers are given anew.
func Alive(pid int) bool {
	const queryLimited = 0x1000
	h, err := syscall.OpenProcess(queryLimited, false, uint32(pid))
	if err != nil {
		return errors.Is(err, syscall.ERROR_ACCESS_DENIED)
	}
	var code uint32
	err = syscall.GetExitCodeProcess(h, &code)
	return errors.Join(err, syscall.CloseHandle(h)) == nil && code == stillActive
}
