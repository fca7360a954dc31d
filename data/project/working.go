package project

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jejak/data/project/disk"
)

// Option changes how a File works.
type Option func(*options)

type options struct {
	root string // folder of working copies
	disk Disk
}

// WorkingIn keeps the working copy in a new folder under root instead of the user's cache
// folder. Root is made if it is missing.
func WorkingIn(root string) Option { return func(o *options) { o.root = root } }

// WithDisk has d change the file system instead of the real one, for tests that make steps fail.
func WithDisk(d Disk) Option { return func(o *options) { o.disk = d } }

func optionsOf(list []Option) options {
	o := options{disk: disk.OS{}}
	for _, set := range list {
		set(&o)
	}
	if o.root == "" {
		o.root = DefaultRoot()
	}
	return o
}

// DefaultRoot is the folder that holds the working copies of the open projects of this user, each in a
// folder of its own.
func DefaultRoot() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir() // no home, as in a service: the copy is needed for as long as the file is open
	}
	return filepath.Join(dir, "jejak", "recovery")
}

// workName is the name of the working copy in its folder.
const workName = "work" + Extension

// newWorkFolder makes the folder of one working copy, closed to other users.
func newWorkFolder(root string) (string, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return "", fmt.Errorf("make the folder of working copies: %w", err)
	}
	dir, err := os.MkdirTemp(root, "open-")
	if err != nil {
		return "", fmt.Errorf("make the folder of a working copy: %w", err)
	}
	return dir, nil
}

// copyTo copies all of from, whose offset may be anywhere, into a new file.
func copyTo(path string, from *os.File) (err error) {
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return err
	}
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	_, err = io.Copy(to, from)
	return err
}
