package recent

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// window plays what comes to the goroutine of a window.
type window struct {
	*List
	paths []string
	told  int
	queue chan func()
}

func newWindow(paths ...string) *window {
	w := &window{paths: paths, queue: make(chan func(), 100)}
	w.List = New(Options{
		Load:  func() []string { return slices.Clone(w.paths) },
		Store: func(list []string) { w.paths = list },
		Do:    func(f func()) { w.queue <- f },
		Changed: func() {
			w.told++
		},
	})
	return w
}

// until plays until something is told again.
func (w *window) until(told int) {
	for w.told < told {
		(<-w.queue)()
	}
}

func file(t *testing.T, name string, changed time.Time) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, changed, changed); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWhatIsKnownComesLater(t *testing.T) {
	noon := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	there, gone := file(t, "a.jejak", noon), filepath.Join(t.TempDir(), "b.jejak")
	w := newWindow(there, gone)
	if got := w.Paths(); !slices.Equal(got, []string{there, gone}) || !w.Date(there).IsZero() {
		t.Errorf("before it is known: %v, %v", got, w.Date(there))
	}
	w.until(1)
	if got := w.Paths(); !slices.Equal(got, []string{there}) || !w.Date(there).Equal(noon) {
		t.Errorf("after: %v, %v", got, w.Date(there))
	}
	w.Missing(there)
	if got := w.Paths(); len(got) != 0 {
		t.Errorf("a file that could not be opened: %v", got)
	}
}

func TestAdd(t *testing.T) {
	noon := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	var paths []string
	w := newWindow()
	for range most + 2 {
		paths = append(paths, file(t, "a.jejak", noon))
		w.Add(paths[len(paths)-1])
	}
	slices.Reverse(paths)
	if got := w.Paths(); !slices.Equal(got, paths[:most]) {
		t.Errorf("%v, want %v", got, paths[:most])
	}
	again := paths[3]
	w.Add(again)
	if got := w.Paths(); len(got) != most || got[0] != again || slices.Index(got[1:], again) >= 0 {
		t.Errorf("%v after %s", got, again)
	}
	w.until(1)
	if got := w.Date(again); !got.Equal(noon) {
		t.Errorf("changed %v", got)
	}
}
