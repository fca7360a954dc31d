package session

import (
	"errors"

	"jejak/data/project"
)

// save is one save asked for.
type save struct {
	path  string // "" for the user's file
	edits int    // made before it
	auto  bool   // nobody asked for it
	only  bool   // it saves nothing: it tells when those before it are done
	done  chan<- error
}

// tell hands over the result, once.
func (s *save) tell(err error) {
	s.done <- err
	close(s.done)
}

// Save brings everything that was edited before into the user's file, in the background. The
// channel gets the result once and is closed: nil, ErrUntitled, ErrClosed or a *project.SaveError. Edits may
// go on meanwhile; whether they get into this save or wait for the next is open.
//
// If the user's file is gone (project.Gone), a person should hear of that; the next Save makes it
// again where it was.
func (s *Session) Save() <-chan error { return s.save("", false) }

// SaveAs does as Save does, into the file at path, which is replaced if it is there and is the user's
// file from then on. If it fails the user's file is the one it was. If somebody else works on
// the file at path, the error is an *InUseError.
func (s *Session) SaveAs(path string) <-chan error { return s.save(path, false) }

func (s *Session) save(path string, auto bool) <-chan error {
	done := make(chan error, 1)
	asked := &save{path: path, auto: auto, done: done}
	s.order.Lock()
	defer s.order.Unlock()
	s.advance(func(p *progress) {
		p.saving++
		asked.edits = p.edits
	})
	if !s.jobs.push(job{save: asked}) {
		s.advance(func(p *progress) { p.saving-- })
		asked.tell(ErrClosed)
	}
	return done
}

// publish does the saves, one after the other.
func (s *Session) publish() {
	for {
		job, ok := s.saves.pop()
		if !ok {
			return
		}
		if job.only {
			job.tell(nil)
			continue
		}
		path := job.path
		if path == "" {
			path = s.Path()
		}
		if path == "" {
			s.finish(job, "", ErrUntitled)
			continue
		}
		s.finish(job, path, s.publishTo(path, job.auto))
	}
}

// publishTo replaces the file at path and makes it the user's file.
func (s *Session) publishTo(path string, auto bool) error {
	file := s.current()
	if s.ReadOnly() {
		if file.ReadOnly() {
			return &project.SaveError{Path: path, Reason: project.Newer}
		}
		if project.RealPath(path) == project.RealPath(s.Path()) {
			return &project.SaveError{Path: path, Reason: project.LookOnly}
		}
	}
	var hints []project.Hint
	if !auto && reasonOf(s.lastSave()) == project.Gone {
		hints = append(hints, project.PutBack)
	}
	if s.guard.at(path) {
		return file.Publish(path, hints...)
	}
	p, err := s.guard.enter(path, false)
	if err != nil {
		return err
	}
	if err := file.Publish(path, hints...); err != nil {
		return errors.Join(err, p.leave())
	}
	s.mu.Lock()
	s.look = false
	s.mu.Unlock()
	// The file is saved. A lock that stays behind at the former place is seen to be stale.
	_ = s.guard.settle(p)
	return nil
}

// lastSave is why the last save failed, nil if it did not.
func (s *Session) lastSave() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.progress.saveErr
}

// reasonOf is the reason of a *project.SaveError, else "".
func reasonOf(err error) project.Reason {
	var e *project.SaveError
	if errors.As(err, &e) {
		return e.Reason
	}
	return ""
}

// finish records what became of a save.
func (s *Session) finish(job *save, path string, err error) {
	s.advance(func(p *progress) {
		p.saving--
		if !errors.Is(err, ErrUntitled) {
			p.saveErr = err
		}
		if err == nil {
			p.path, p.at, p.look = path, s.options.now(), s.look
			p.saved = max(p.saved, job.edits)
		}
	})
	if err != nil {
		s.wake() // tries again later, if that can help
	}
	job.tell(err)
}
