// Package recent knows the files that were open before: which are still there, and when each was
// changed. It looks at them in the background, as one may be on a share that does not answer.
//
// All of it belongs to the goroutine of the window.
package recent

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const (
	most = 8
	// patience is how long the news of some files waits for that of others.
	patience = 500 * time.Millisecond
)

// Options say where a List keeps the paths, and whom it tells.
type Options struct {
	Load    func() []string
	Store   func([]string)
	Do      func(func()) // runs a function on the goroutine of the window
	Changed func()       // something has become known of the files since they were asked for
}

// List is the files opened last.
type List struct {
	Options
	seen    map[string]sight
	looking int  // looks under way
	news    bool // there is something that Changed has not told
}

// sight is what a look at a file found; the zero one that there was none yet.
type sight struct {
	changed time.Time
	gone    bool
}

// New returns the list of a window.
func New(o Options) *List { return &List{Options: o, seen: map[string]sight{}} }

// Paths lists the files, the latest first, without those that are known to be gone.
func (l *List) Paths() []string {
	return slices.DeleteFunc(l.Load(), func(path string) bool { return l.sight(path).gone })
}

// Date returns when a file was changed, as far as that is known: else the zero time.
func (l *List) Date(path string) time.Time { return l.sight(path).changed }

// Add puts a file that is open now on top.
func (l *List) Add(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	list := slices.DeleteFunc(l.Paths(), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	l.Store(list[:min(len(list), most)])
	delete(l.seen, path)
	l.sight(path)
}

// Missing notes that a file was not there when it was to be opened.
func (l *List) Missing(path string) { l.seen[path] = sight{gone: true} }

func (l *List) sight(path string) sight {
	s, ok := l.seen[path]
	if ok {
		return s
	}
	l.seen[path] = s // once
	l.looking++
	if l.looking == 1 {
		time.AfterFunc(patience, func() { l.Do(l.tell) })
	}
	go func() {
		info, err := os.Stat(path)
		l.Do(func() {
			l.looking--
			l.news = true
			switch {
			case err == nil:
				l.seen[path] = sight{changed: info.ModTime()}
			case errors.Is(err, fs.ErrNotExist):
				l.seen[path] = sight{gone: true}
			}
			if l.looking == 0 {
				l.tell()
			}
		})
	}()
	return s
}

func (l *List) tell() {
	if l.news {
		l.news = false
		l.Changed()
	}
}
