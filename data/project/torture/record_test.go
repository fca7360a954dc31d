//go:build linux

package torture

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"jejak/data/project/disk"
	"jejak/data/project/torture/vfs"
)

// event is one step that changes files, by whoever, or a note about the work between two.
type event struct {
	Kind vfs.Kind
	Path string
	To   string // of rename and link
	Data []byte
	At   int64
	Note int // of note
}

// The kinds of events that SQLite does not have.
const (
	mkdir vfs.Kind = 100 + iota
	rename
	link
	note      // Note says how many edits were acknowledged
	published // Note says how many of them the user's file holds
)

// recorder records or breaks what the program and SQLite do to files, in the order in which they
// do it. One step is done at a time.
type recorder struct {
	disk.OS
	mu     sync.Mutex
	events []event
	record bool

	count int        // steps that can fail
	fail  func() int // tells whether this step fails: 0, or a system error number
	last  event      // the last step that did
}

// start has r see everything that happens from now on.
func (r *recorder) start() error { return vfs.Watch(r.watch) }

func (r *recorder) stop() error { return vfs.Watch(nil) }

// watch is told what SQLite does.
func (r *recorder) watch(s vfs.Step) vfs.Fate {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := event{Kind: s.Kind, Path: s.Path, At: s.At}
	if s.Kind != vfs.SyncFolder {
		switch r.fate(e) {
		case syscall.ENOSPC:
			return vfs.FailFull
		case 0:
		default:
			return vfs.Fail
		}
	}
	if s.Path != "" {
		e.Data = bytes.Clone(s.Data)
		r.add(e)
	}
	return vfs.GoOn
}

func (r *recorder) add(e event) {
	if r.record {
		r.events = append(r.events, e)
	}
}

func (r *recorder) fate(e event) syscall.Errno {
	r.count++
	if r.fail == nil {
		return 0
	}
	n := syscall.Errno(r.fail())
	if n != 0 {
		r.last = e
	}
	return n
}

// step does what the program does, unless it is to fail.
func (r *recorder) step(op string, e event, do func() error, and ...event) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if errno := r.fate(e); errno != 0 {
		return &fs.PathError{Op: op, Path: e.Path, Err: errno}
	}
	if err := do(); err != nil {
		return err
	}
	r.add(e)
	for _, more := range and {
		r.add(more)
	}
	return nil
}

// say notes how far the work is.
func (r *recorder) say(kind vfs.Kind, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.add(event{Kind: kind, Note: n})
}

func (r *recorder) Mkdir(path string, mode fs.FileMode) error {
	return r.step("mkdir", event{Kind: mkdir, Path: path}, func() error { return r.OS.Mkdir(path, mode) })
}

func (r *recorder) Create(path string, mode fs.FileMode) error {
	return r.step("open", event{Kind: vfs.Create, Path: path}, func() error { return r.OS.Create(path, mode) })
}

func (r *recorder) Write(path string, from io.Reader) error {
	data, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	return r.step("write", event{Kind: vfs.Truncate, Path: path}, func() error { return r.OS.Write(path, bytes.NewReader(data)) },
		event{Kind: vfs.Write, Path: path, Data: data})
}

func (r *recorder) Sync(path string) error {
	return r.step("sync", event{Kind: vfs.Sync, Path: path}, func() error { return r.OS.Sync(path) })
}

func (r *recorder) SyncFolder(path string) error {
	return r.step("sync", event{Kind: vfs.SyncFolder, Path: path}, func() error {
		r.adopt(path)
		return r.OS.SyncFolder(path)
	})
}

func (r *recorder) Rename(from, to string) error {
	return r.step("rename", event{Kind: rename, Path: from, To: to}, func() error { return r.OS.Rename(from, to) })
}

func (r *recorder) Link(from, to string) error {
	return r.step("link", event{Kind: link, Path: from, To: to}, func() error { return r.OS.Link(from, to) })
}

func (r *recorder) Remove(path string) error {
	return r.step("remove", event{Kind: vfs.Remove, Path: path}, func() error { return r.OS.Remove(path) })
}

func (r *recorder) Chmod(path string, mode fs.FileMode) error {
	return r.step("chmod", event{Kind: note, Path: path, Note: -1}, func() error { return r.OS.Chmod(path, mode) })
}

// adopt records the files in a folder that were made by other means than those that are seen: the
// file that is held while a working copy is in use, which is empty. SQLite's shared memory is
// no file that survives anything.
func (r *recorder) adopt(folder string) {
	if !r.record {
		return
	}
	list, err := os.ReadDir(folder)
	if err != nil {
		return // the sync itself will say so
	}
	for _, e := range list {
		path := filepath.Join(folder, e.Name())
		seen := slices.ContainsFunc(r.events, func(e event) bool { return e.Path == path || e.To == path })
		if e.Type().IsRegular() && !seen && !strings.HasSuffix(path, "-shm") {
			r.add(event{Kind: vfs.Create, Path: path})
		}
	}
}
