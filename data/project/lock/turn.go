package lock

import (
	"bytes"
	"errors"
	"io/fs"
	"time"

	"jejak/data/project/disk"
)

// Turn is the right to replace a file, for the moment that this takes.
type Turn struct{ lock Lock }

// How long TakeTurn waits for somebody else's turn, which is over in milliseconds, before it takes
// the file as left behind.
const (
	patience = 10 * time.Second
	pause    = 5 * time.Millisecond
)

func turnPath(target string) string { return hidden(target, ".publish~") }

// TakeTurn waits for the right to replace target. A lock that stays the same for 10 seconds, whose
// process is gone, or which a failing disk kept this session from removing, was left behind.
func TakeTurn(d disk.Disk, target string, o Owner) (*Turn, error) {
	t := &Turn{Lock{path: turnPath(target), disk: d, owner: o}}
	var seen []byte
	since := time.Now()
	for {
		err := t.lock.put()
		if err == nil || !errors.Is(err, fs.ErrExist) {
			return t, err
		}
		other, raw, err := read(t.lock.path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if !bytes.Equal(raw, seen) {
			seen, since = raw, time.Now()
		}
		gone := err == nil && (other.Stale(o.Host) || other.Session == o.Session)
		if gone || time.Since(since) > patience {
			if err := clear(d, t.lock.path, raw, o.Session); err != nil {
				return nil, err
			}
			continue
		}
		time.Sleep(pause)
	}
}

// End gives up the turn.
func (t *Turn) End() error { return t.lock.Release() }
