package project

import (
	"os"
	"os/user"
	"path/filepath"
	"time"

	"jejak/data/project/disk"
	"jejak/data/project/recovery"
)

// Option changes how a File works.
type Option func(*options)

type options struct {
	root  string // folder of working copies
	bases string // folder of published states, "" for none
	disk  Disk
	copy  bool
}

// WorkingIn keeps the working copy in a new folder under root instead of the user's cache
// folder. Root is made if it is missing.
func WorkingIn(root string) Option { return func(o *options) { o.root = root } }

// KeepingBases keeps the latest published states of each document in a folder under dir, for
// merging. With the default working folder they are kept beside it, else only if this is asked
// for.
func KeepingBases(dir string) Option { return func(o *options) { o.bases = dir } }

// AsCopy has Open make another document of what the file holds: it has no file of its own yet.
func AsCopy() Option { return func(o *options) { o.copy = true } }

// WithDisk has d change the file system instead of the real one, for tests that make steps fail.
func WithDisk(d Disk) Option { return func(o *options) { o.disk = d } }

func optionsOf(list []Option) options {
	o := options{disk: disk.OS{}}
	for _, set := range list {
		set(&o)
	}
	if o.root == "" {
		o.root = DefaultRoot()
		if o.bases == "" {
			o.bases = filepath.Join(filepath.Dir(o.root), "bases")
		}
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

// newFolder makes the folder of a working copy of the user's file at path, which may be "".
func newFolder(o options, path string) (*recovery.Folder, error) {
	m := claimed(recovery.Manifest{Started: time.Now(), Path: absolute(path)})
	if path != "" {
		m.Targets = []string{RealPath(path)}
	}
	return recovery.New(o.disk, o.root, m)
}

// claimed returns m as this process's own.
func claimed(m recovery.Manifest) recovery.Manifest {
	m.PID, m.User, m.Host = os.Getpid(), UserName(), HostName()
	return m
}

// RealPath returns the absolute path of the file at the end of links. The file need not be there.
func RealPath(path string) string {
	path = absolute(path)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// absolute returns a path that means the same after a restart in another folder. Of "" it is "".
func absolute(path string) string {
	if path == "" {
		return ""
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// UserName is what the person is called who runs this program, "" if the system does not say.
func UserName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// HostName is what this machine is called, "" if the system does not say.
func HostName() string {
	name, err := os.Hostname()
	if err != nil {
		return ""
	}
	return name
}
