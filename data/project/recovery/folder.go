// Package recovery keeps the working copies of open projects, each in a folder of its own that its
// process holds. A folder that nobody holds is left over from a process that ended without
// closing its project.
package recovery

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/uuid"

	"jejak/data/project/disk"
)

// Folder is the folder of one working copy, held by this process. It is not safe for concurrent
// use.
type Folder struct {
	path     string
	disk     disk.Disk
	held     *disk.Held
	manifest Manifest
}

const (
	prefix   = "open-"
	lockName = "lock"
)

// New makes the folder of a working copy under root, closed to other users, and holds it. Of m,
// Session is filled in. Root is made if it is missing.
func New(d disk.Disk, root string, m Manifest) (*Folder, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of working copies: %w", err)
	}
	const tries = 100 // somebody who sweeps may take the folder for an empty one
	var err error
	for range tries {
		var f *Folder
		if f, err = attempt(d, root); err == nil {
			m.Session = filepath.Base(f.path)
			if err = f.SetManifest(m); err == nil {
				err = d.SyncFolder(root)
			}
			if err == nil {
				return f, nil
			}
			return nil, errors.Join(err, f.Remove())
		}
		if !errors.Is(err, disk.ErrHeld) && !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return nil, fmt.Errorf("make the folder of a working copy: %w", err)
}

func attempt(d disk.Disk, root string) (*Folder, error) {
	path := filepath.Join(root, prefix+uuid.NewString())
	if err := d.Mkdir(path, 0o700); err != nil {
		return nil, err
	}
	held, err := disk.Hold(filepath.Join(path, lockName))
	if err != nil {
		return nil, errors.Join(err, disk.RemoveAll(d, path))
	}
	return &Folder{path: path, disk: d, held: held}, nil
}

// Scan holds and returns every folder under root that nobody holds, oldest first by name. Empty
// ones are removed. Each one returned must be removed or released.
func Scan(d disk.Disk, root string) ([]*Folder, error) {
	list, err := os.ReadDir(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for working copies: %w", err)
	}
	var found []*Folder
	var errs []error
	for _, e := range list {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		f, err := claim(d, filepath.Join(root, e.Name()))
		if err != nil {
			errs = append(errs, err)
		}
		if f != nil {
			found = append(found, f)
		}
	}
	return found, errors.Join(errs...)
}

// claim holds a folder that nobody holds, nil if somebody does or there is nothing in it.
func claim(d disk.Disk, path string) (*Folder, error) {
	held, err := disk.HoldOld(filepath.Join(path, lockName))
	if errors.Is(err, fs.ErrNotExist) {
		// It is being made or removed, or that was interrupted. A folder that is not empty stays.
		if err := d.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) && len(names(path)) == 0 {
			return nil, err
		}
		return nil, nil
	}
	if errors.Is(err, disk.ErrHeld) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f := &Folder{path: path, disk: d, held: held}
	if f.manifest, err = readManifest(path); err != nil {
		if _, there := os.Lstat(filepath.Join(path, manifestName)); errors.Is(there, fs.ErrNotExist) {
			return nil, f.Remove() // the manifest comes first: there is nothing else in it
		}
		f.manifest = Manifest{Session: filepath.Base(path)} // damaged: the work may be sound
	}
	return f, nil
}

func names(folder string) []string {
	list, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// Path returns the folder's path.
func (f *Folder) Path() string { return f.path }

// Manifest returns what the folder says of itself.
func (f *Folder) Manifest() Manifest { return f.manifest }

// SetManifest writes another manifest, in one step.
func (f *Folder) SetManifest(m Manifest) error {
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	draft := filepath.Join(f.path, manifestName+".new")
	if err := f.disk.Create(draft, 0o600); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("write the manifest of a working copy: %w", err)
	}
	err = f.disk.Write(draft, bytes.NewReader(b))
	if err == nil {
		err = f.disk.Sync(draft)
	}
	if err == nil {
		err = f.disk.Rename(draft, filepath.Join(f.path, manifestName))
	}
	if err == nil {
		err = f.disk.SyncFolder(f.path)
	}
	if err != nil {
		return fmt.Errorf("write the manifest of a working copy: %w", err)
	}
	f.manifest = m
	return nil
}

// AddTarget puts a file into the manifest before it is written for the first time, so that whoever
// sweeps knows where a temporary file may be left.
func (f *Folder) AddTarget(target string) error {
	m := f.manifest.withTarget(target)
	if len(m.Targets) == len(f.manifest.Targets) {
		return nil
	}
	return f.SetManifest(m)
}

// Draft is the name of the temporary file beside target that becomes it.
func (f *Folder) Draft(target string) string {
	dir, name := filepath.Split(target)
	return filepath.Join(dir, "."+name+"."+filepath.Base(f.path)+".tmp~")
}

// RemoveDrafts removes temporary files that the manifest knows of.
func (f *Folder) RemoveDrafts() error {
	var errs []error
	for _, target := range f.manifest.Targets {
		draft := f.Draft(target)
		for _, path := range []string{draft, draft + "-journal"} { // SQLite's, while it fills the draft
			if err := f.disk.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}

// Remove removes the folder with all that it holds, and lets go of it.
func (f *Folder) Remove() error {
	var errs []error
	for _, name := range names(f.path) {
		if name != lockName { // it goes last: until then nobody else may take the folder
			errs = append(errs, disk.RemoveAll(f.disk, filepath.Join(f.path, name)))
		}
	}
	// Whoever has opened the lock file and waits to hold it must find it gone. Where a file that is
	// open cannot be removed, nobody else could have opened it.
	if f.disk.Remove(filepath.Join(f.path, lockName)) == nil {
		errs = append(errs, f.clear(), f.Release())
	} else {
		errs = append(errs, f.Release(), f.clear())
	}
	return errors.Join(errs...)
}

// clear removes the folder itself. Whoever scans just then may have put a new lock file into it, in
// order to see whether it is held: they find it bare and remove it, so it is no trouble of ours that it
// is not empty.
func (f *Folder) clear() error {
	err := disk.RemoveAll(f.disk, f.path)
	if errors.Is(err, fs.ErrExist) { // as systems say that a folder is not empty
		return nil
	}
	return err
}

// Release lets go of the folder and leaves it where it is. Doing so again does nothing.
func (f *Folder) Release() error {
	if f.held == nil {
		return nil
	}
	err := f.held.Close()
	f.held = nil
	return err
}
