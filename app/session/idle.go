package session

import (
	"time"

	"jejak/data/project"
)

const (
	// againAfter is how many times as long as usual a save that failed waits before it is tried
	// again by itself: the disk may have room by then, the share may be back.
	againAfter = 10
	heartbeat  = time.Minute
)

// SetManual leaves saving the user's file to Save and SaveAs, or has it saved by itself again. It may
// be called from any goroutine.
func (s *Session) SetManual(on bool) {
	s.mu.Lock()
	s.manual = on
	s.mu.Unlock()
	s.wake()
}

// wake tells the idler that something was edited, or that a save failed.
func (s *Session) wake() {
	select {
	case s.poke <- struct{}{}:
	default: // it is awake already
	}
}

// idle saves the user's file when nothing was edited for a while.
func (s *Session) idle() {
	usual := s.options.idle
	if usual <= 0 {
		usual = usualIdle // from when SetManual says so
	}
	timer := time.NewTimer(usual)
	timer.Stop()
	defer timer.Stop()
	for {
		select {
		case <-s.stop:
			return
		case <-s.poke:
			wait := usual
			if s.lastSave() != nil {
				wait *= againAfter
			}
			timer.Reset(wait)
		case <-timer.C:
			if s.wantsSaving() {
				<-s.save("", true)
			}
		}
	}
}

// wantsSaving reports whether the user's file can be saved without asking anybody, and lacks
// something.
func (s *Session) wantsSaving() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.progress
	if s.manual || p.path == "" || s.look || p.saving > 0 || p.edits == p.saved {
		return false
	}
	switch reasonOf(p.saveErr) {
	case project.Changed, project.Replaced, project.Gone, project.Newer, project.LookOnly:
		return false // a person must say what is to be done
	}
	return true
}

// heartbeat says from time to time that this session is still there, for those who find the lock file.
func (s *Session) heartbeat() {
	ticker := time.NewTicker(heartbeat)
	defer ticker.Stop()
	for {
		select {
		case <-s.stop:
			return
		case <-ticker.C:
			s.guard.beat()
		}
	}
}
