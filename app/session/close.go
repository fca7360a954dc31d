package session

import (
	"errors"

	"jejak/data/project"
)

// Close saves what the user's file lacks, waits for that, and gives up the working copy. If the
// save fails, the error is that of Save, and the session stays open: Save, SaveAs, Discard and
// Suspend can follow. What nothing is to be done with by itself is given up: edits of a project
// that has no file yet, of one that was opened to look at, and with Manual (see Edited).
//
// Closing may take as long as a save. Whoever wants to show that calls Save before, and Close when
// it is done. The Document may be used after Close, but nothing is kept any more. Closing twice
// does nothing.
func (s *Session) Close() error {
	if s.savesItself() && s.Edited() {
		if err := <-s.Save(); err != nil && !errors.Is(err, ErrClosed) {
			return err
		}
	}
	return s.Discard()
}

func (s *Session) savesItself() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !s.closed && !s.manual && s.progress.path != "" && !s.look
}

// Discard waits for saves under way and gives up the working copy, with every edit that is not in the
// user's file. Nothing of it is left.
func (s *Session) Discard() error {
	return s.end(func(f *project.File) error { return f.Close() })
}

// Suspend waits for saves under way and leaves the working copy where it is: the next start
// finds it among the Leftovers, as after a crash.
func (s *Session) Suspend() error {
	return s.end(func(f *project.File) error { return f.Suspend() })
}

func (s *Session) end(leave func(*project.File) error) error {
	s.mu.Lock()
	closed := s.closed
	s.closed = true
	s.mu.Unlock()
	if closed {
		return nil
	}
	s.unsubscribe()
	close(s.stop)
	s.idling.Wait() // before the rest: it may wait for a save of its own
	s.rest()
	s.news.close()
	s.telling.Wait()
	return errors.Join(s.guard.settle(place{}), leave(s.current()))
}
