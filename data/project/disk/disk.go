// Package disk is what the program itself does to the file system around a project file, beside
// SQLite's own work: one small interface, so that tests can make each step fail or record it.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Disk changes a file system. Errors are those of package os. It may be used from any goroutine.
type Disk interface {
	// Mkdir makes a folder; its parent must be there.
	Mkdir(path string, mode fs.FileMode) error
	// Create makes a new, empty file. It fails with fs.ErrExist if the name is taken.
	Create(path string, mode fs.FileMode) error
	// Write replaces the contents of a file that is there by all of from.
	Write(path string, from io.Reader) error
	// Chmod changes the permissions of a file.
	Chmod(path string, mode fs.FileMode) error
	// Sync waits until the contents of a file would survive a power cut.
	Sync(path string) error
	// SyncFolder waits until the names in a folder would.
	SyncFolder(path string) error
	// Rename gives a file another name, in place of the file that has it.
	Rename(from, to string) error
	// Link gives a file a second name. It fails with fs.ErrExist if the name is taken, and with
	// another error on file systems that know no links.
	Link(from, to string) error
	// Remove removes a file or an empty folder.
	Remove(path string) error
}

// OS is the real file system.
type OS struct{}

var _ Disk = OS{}

// Mkdir is os.Mkdir.
func (OS) Mkdir(path string, mode fs.FileMode) error { return os.Mkdir(path, mode) }

// Create makes a new, empty file.
func (OS) Create(path string, mode fs.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	return f.Close()
}

// Write replaces the contents of a file.
func (OS) Write(path string, from io.Reader) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = io.Copy(f, from)
	return err
}

// Chmod is os.Chmod.
func (OS) Chmod(path string, mode fs.FileMode) error { return os.Chmod(path, mode) }

// Sync waits for the contents of a file.
func (OS) Sync(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// SyncFolder waits for the names in a folder.
func (OS) SyncFolder(path string) error { return syncFolder(path) }

// Rename is os.Rename, tried again for a while where another program may hold the file open.
func (OS) Rename(from, to string) error { return rename(from, to) }

// Link is os.Link.
func (OS) Link(from, to string) error { return os.Link(from, to) }

// Remove is os.Remove.
func (OS) Remove(path string) error { return os.Remove(path) }

// RemoveAll removes what stands at path, a folder with all that it holds, through d. What is not
// there is no error.
func RemoveAll(d Disk, path string) error {
	var errs []error
	if info, err := os.Lstat(path); err == nil && info.IsDir() { // never through a link
		list, err := os.ReadDir(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
		for _, e := range list {
			errs = append(errs, RemoveAll(d, filepath.Join(path, e.Name())))
		}
	}
	if err := d.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
