//go:build linux

package vfs

/*
#cgo LDFLAGS: -Wl,--unresolved-symbols=ignore-all
#include "sqlite.h"
*/
import "C"

import (
	"fmt"
	"path/filepath"
	"sync"
	"unsafe"

	_ "github.com/mattn/go-sqlite3" // brings the library
)

// Kind is what a Step does.
type Kind int

// The kinds of steps, as in sqlite.h.
const (
	Create Kind = iota
	Write
	Truncate
	Sync
	Remove
	SyncFolder // a part of Sync or Remove that has been done; it cannot fail by itself
)

// Step is one change that SQLite is about to make.
type Step struct {
	Kind Kind
	Path string // empty for a temporary file without a name
	Data []byte // of Write; valid during the call alone
	At   int64  // of Write the place, of Truncate the size
}

// Fate is what becomes of a Step.
type Fate int

// The fates, as in sqlite.h. A Write that fails has written half.
const (
	GoOn Fate = iota
	Fail
	FailFull // as on a full disk
)

var (
	mu        sync.Mutex
	installed bool
	watcher   func(Step) Fate
)

// Watch has f asked about every step of every database that is opened from now on; nil means that all go
// on. f may be called from many goroutines.
func Watch(f func(Step) Fate) error {
	mu.Lock()
	defer mu.Unlock()
	if !installed {
		if rc := C.install_watch(); rc != 0 {
			return fmt.Errorf("register with SQLite: error %d", int(rc))
		}
		installed = true
	}
	watcher = f
	return nil
}

//export watchStep
func watchStep(kind C.int, path *C.char, data unsafe.Pointer, n, at C.longlong) C.int {
	mu.Lock()
	f := watcher
	mu.Unlock()
	if f == nil {
		return C.int(GoOn)
	}
	s := Step{Kind: Kind(kind), Path: C.GoString(path), At: int64(at)}
	switch s.Kind {
	case Write:
		s.Data = unsafe.Slice((*byte)(data), int(n))
	case SyncFolder:
		s.Path = filepath.Dir(s.Path)
	}
	return C.int(f(s))
}
