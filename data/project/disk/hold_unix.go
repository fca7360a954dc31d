//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"
)

func hold(path string, create bool) (*os.File, error) {
	flags := os.O_RDWR | syscall.O_NONBLOCK | syscall.O_NOFOLLOW
	if create {
		flags |= os.O_CREATE
	}
	f, err := os.OpenFile(path, flags, 0o600)
	if err != nil {
		return nil, err
	}
	// The lock belongs to this opening of the file, so a second one in the same process meets it too.
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = ErrHeld
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// Alive reports whether a process of this machine has that number. It may be another one than
// meant: numbers are given anew.
func Alive(pid int) bool {
	if pid <= 0 {
		return false
	}
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
