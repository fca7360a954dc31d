package session

import (
	"errors"
	"os"
	"sync"
	"time"

	"jejak/data/project"
	"jejak/data/project/disk"
	"jejak/data/project/lock"
)

// guard is the lock file beside the user's file, for as long as the Session works on that. It may
// be used from any goroutine.
type guard struct {
	disk    project.Disk
	now     func() time.Time
	session string

	mu   sync.Mutex
	held place
}

// place is a file that is locked; the zero one is none.
type place struct {
	target string
	lock   *lock.Lock // nil where no lock file can be made
}

func (p place) leave() error {
	if p.lock == nil {
		return nil
	}
	return p.lock.Release()
}

func newGuard(session string, o options) *guard {
	g := &guard{disk: o.disk, now: o.now, session: session}
	if g.disk == nil {
		g.disk = disk.OS{}
	}
	return g
}

// enter locks the file at path beside the one that is locked already. Either settle or the place's
// leave must follow. The error is an *InUseError. In a folder that may only be read, and where
// locks fail in another way, there is no lock: it is advice, and what saving compares protects
// the file.
func (g *guard) enter(path string, anyway bool) (place, error) {
	now := g.now()
	target := project.RealPath(path)
	l, err := lock.Take(g.disk, target, lock.Owner{
		User: project.UserName(), Host: project.HostName(), PID: os.Getpid(),
		Session: g.session, Since: now, Heartbeat: now,
	}, anyway)
	var held *lock.HeldError
	if errors.As(err, &held) {
		return place{}, inUse(path, held.Owner)
	}
	if err != nil {
		return place{target: target}, nil
	}
	return place{target: target, lock: l}, nil
}

// lock locks the file at path as the one place.
func (g *guard) lock(path string, anyway bool) error {
	p, err := g.enter(path, anyway)
	if err != nil {
		return err
	}
	return g.settle(p)
}

// rename goes on with the lock in the name of another working copy.
func (g *guard) rename(session string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.session = session
	if g.held.lock != nil {
		// A lock file in the old name goes stale with this process all the same.
		_ = g.held.lock.Rename(session)
	}
}

// settle makes p the one place that is locked.
func (g *guard) settle(p place) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	before := g.held
	g.held = p
	if before.target == p.target {
		return nil
	}
	return before.leave()
}

// at reports whether the file at path is the one that is locked.
func (g *guard) at(path string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.held.target != "" && g.held.target == project.RealPath(path)
}

// beat says that this session is still there.
func (g *guard) beat() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.held.lock != nil {
		// A share that is gone for the moment has its say at the next save.
		_, _ = g.held.lock.Beat(g.now())
	}
}
