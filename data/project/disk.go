package project

import (
	"errors"
	"os"
	"runtime"
	"syscall"
)

// disk is what publishing does to the file system beside SQLite's own work. Tests make its steps
// fail one by one.
type disk interface {
	// create makes a new, empty file.
	create(path string) error
	// sync waits until the contents of a file would survive a power cut.
	sync(path string) error
	rename(from, to string) error
	// syncFolder does the same for the names in a folder.
	syncFolder(path string) error
}

type realDisk struct{}

func (realDisk) create(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	return f.Close()
}

func (realDisk) sync(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func (realDisk) rename(from, to string) error { return os.Rename(from, to) }

func (realDisk) syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil // folders cannot be opened there; NTFS journals renames
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // some network file systems know no such thing: the rename is done all the same
	}
	return errors.Join(err, f.Close())
}
