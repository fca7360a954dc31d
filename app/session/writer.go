package session

import (
	"errors"

	"jejak/data/edit"
	"jejak/data/journey"
)

// job is one thing for the writer to do: keep a change, pass on a save that comes after it, or say
// that all before it is kept.
type job struct {
	change edit.Change
	save   *save
	kept   chan<- error
}

// save is one save asked for.
type save struct {
	path  string // "" for the user's file
	edits int    // made before it
	done  chan<- error
}

// tell hands over the result, once.
func (s *save) tell(err error) {
	s.done <- err
	close(s.done)
}

// write puts each change into the working copy, in their order. A save waits until those before it
// are there, and is then out of the way of those behind it.
func (s *Session) write() {
	w := writer{session: s}
	for {
		j, ok := s.jobs.pop()
		switch {
		case !ok:
			return
		case j.kept != nil:
			j.kept <- w.catchUp()
			close(j.kept)
		case j.save == nil:
			w.keep(j.change)
		default:
			if err := w.catchUp(); err != nil {
				s.finish(j.save, "", err)
				continue
			}
			s.saves.push(j.save)
		}
	}
}

// writer is the writing goroutine's own.
type writer struct {
	session *Session
	behind  bool            // a change could not be kept: the working copy holds none after it
	latest  journey.Project // what it should hold, if it is behind
}

func (w *writer) keep(c edit.Change) {
	if w.behind || c.Reset {
		w.behind, w.latest = true, c.After
		// The result is in the Session's State, and the next change or save tries again.
		_ = w.catchUp()
		return
	}
	if err := w.session.file.Write(c.Diff); err != nil {
		w.behind, w.latest = true, c.After
		w.session.advance(func(p *progress) { p.workErr = err })
	}
}

// catchUp brings the working copy to the latest state after a change that could not be kept.
func (w *writer) catchUp() error {
	if !w.behind {
		return nil
	}
	err := w.session.file.Write(journey.Between(w.session.file.Project(), w.latest))
	w.session.advance(func(p *progress) { p.workErr = err })
	if err == nil {
		w.behind, w.latest = false, journey.Project{}
	}
	return err
}

// publish does the saves, one after the other.
func (s *Session) publish() {
	for {
		job, ok := s.saves.pop()
		if !ok {
			return
		}
		path := job.path
		if path == "" {
			path = s.Path()
		}
		if path == "" {
			s.finish(job, "", ErrUntitled)
			continue
		}
		s.finish(job, path, s.file.Publish(path))
	}
}

// finish records what became of a save.
func (s *Session) finish(job *save, path string, err error) {
	s.advance(func(p *progress) {
		p.saving--
		if !errors.Is(err, ErrUntitled) {
			p.saveErr = err
		}
		if err == nil {
			p.path, p.at = path, s.now()
			p.saved = max(p.saved, job.edits)
		}
	})
	job.tell(err)
}
