package session

import (
	"errors"

	"jejak/data/project"
)

// ErrSaving is the result of Reload while a save is under way: Read once more, which waits for it.
var ErrSaving = errors.New("a save is under way")

// Reading is what the user's file held when Read looked, for Reload. Reload or Drop must follow.
type Reading struct{ file *project.File }

// Drop gives up what was read. It may be called from any goroutine, but not after Reload.
func (r *Reading) Drop() error { return r.file.Close() }

// Read waits for saves under way, and reads what the user's file holds now. It may be called from any
// goroutine, and changes nothing. It may take long where the file is on a share that does not
// answer: do not let a window wait for it. The error is ErrUntitled, ErrClosed or a
// *project.OpenError.
func (s *Session) Read() (*Reading, error) {
	path := s.Path()
	if path == "" {
		return nil, ErrUntitled
	}
	if err := <-s.settled(); err != nil {
		return nil, err
	}
	o := s.options
	o.copy = false
	file, err := project.Open(path, o.project()...)
	if err != nil {
		return nil, err
	}
	return &Reading{file}, nil
}

// settled says when the saves that were asked for before are done, whatever became of them.
func (s *Session) settled() <-chan error {
	done := make(chan error, 1)
	s.order.Lock()
	defer s.order.Unlock()
	asked := &save{only: true, done: done}
	if !s.jobs.push(job{save: asked}) {
		asked.tell(ErrClosed)
	}
	return done
}

// Reload gives up every edit that is not in the user's file, and goes on with what was read of it: the
// other way out, beside SaveAs, when somebody else has changed it. It waits for the working copy
// alone, which is on this machine. With the error ErrSaving or ErrClosed everything stays as it
// is, and r is dropped.
func (s *Session) Reload(r *Reading) error {
	if err := s.restUnsaved(); err != nil {
		return errors.Join(err, r.Drop())
	}
	before := s.swap(r.file)
	s.guard.rename(r.file.Session())
	s.work()
	s.unsubscribe()
	s.doc.Reset(r.file.Project())
	s.unsubscribe = s.doc.Subscribe(s.edited)
	return before.Close()
}

// restUnsaved does as rest does, unless a save is under way.
func (s *Session) restUnsaved() error {
	s.order.Lock()
	s.mu.Lock()
	closed, saving := s.closed, s.progress.saving > 0
	s.mu.Unlock()
	if !closed && !saving {
		s.jobs.close()
	}
	s.order.Unlock()
	switch {
	case closed:
		return ErrClosed
	case saving:
		return ErrSaving
	}
	s.working.Wait()
	return nil
}

// swap puts another file into the place of the one there is.
func (s *Session) swap(next *project.File) (before *project.File) {
	at := s.options.now()
	s.advance(func(p *progress) {
		before, s.file = s.file, next
		s.writer = &writer{session: s, file: next}
		made, published := next.Edits()
		s.look = s.look || next.ReadOnly()
		*p = progress{path: p.path, at: at, edits: made, saved: published, saving: p.saving, look: s.look}
	})
	return before
}
