// Package papertest stands in for the goroutine of the window in tests.
package papertest

import (
	"sync"
	"time"
)

// Desk is a goroutine of the window: what is sent to it runs when the test says so.
type Desk struct {
	mu    sync.Mutex
	queue []func()
	wake  chan struct{}
}

// T is what the tests of go and of rapid have in common.
type T interface {
	Helper()
	Fatal(args ...any)
}

// NewDesk returns a Desk with nothing to do.
func NewDesk() *Desk { return &Desk{wake: make(chan struct{}, 1)} }

// Do sends f to the desk. It may be called from any goroutine.
func (d *Desk) Do(f func()) {
	d.mu.Lock()
	d.queue = append(d.queue, f)
	d.mu.Unlock()
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// Until runs what comes until done says so.
func (d *Desk) Until(t T, done func() bool) {
	t.Helper()
	late := time.After(time.Minute) // far more than any machine needs: a hang must not hang the suite
	for !done() {
		d.mu.Lock()
		queue := d.queue
		d.queue = nil
		d.mu.Unlock()
		if len(queue) == 0 {
			select {
			case <-d.wake:
			case <-late:
				t.Fatal("waited in vain")
			}
			continue
		}
		for _, f := range queue {
			f()
		}
	}
}
