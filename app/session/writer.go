package session

import (
	"time"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/project"
)

// job is one thing for the writer to do: keep a change, pass on a save that comes after it, or say
// that all before it is kept.
type job struct {
	change edit.Change
	at     time.Time
	save   *save
	kept   chan<- error
}

// write puts each change into the working copy, in their order. A save waits until those before it
// are there, and is then out of the way of those behind it.
func (s *Session) write() {
	w := s.writer
	defer s.saves.close()
	for {
		j, ok := s.jobs.pop()
		switch {
		case !ok:
			// What cannot be kept now either has been told of.
			_ = w.catchUp()
			return
		case j.kept != nil:
			j.kept <- w.catchUp()
			close(j.kept)
		case j.save == nil:
			w.waiting = append(w.waiting, j)
			// The result is in the Session's State, and the next change or save tries again.
			_ = w.catchUp()
		default:
			if err := w.catchUp(); err != nil && !j.save.only {
				s.finish(j.save, "", err)
				continue
			}
			s.saves.push(j.save)
		}
	}
}

// writer is what the writing goroutine knows. It outlives that goroutine, for the next one.
type writer struct {
	session *Session
	file    *project.File
	waiting []job // changes that the working copy does not hold yet
}

// catchUp brings the working copy to the latest state.
func (w *writer) catchUp() error {
	if len(w.waiting) == 0 {
		return nil
	}
	err := w.keep()
	w.session.advance(func(p *progress) { p.workErr = err })
	return err
}

// keep puts the waiting changes into the working copy, one by one. Where one alone is refused, as
// one that only the next makes whole or takes back, they go in together.
func (w *writer) keep() error {
	for len(w.waiting) > 0 {
		j := w.waiting[0]
		if j.change.Reset {
			break
		}
		step := project.Step{Label: project.Label(j.change.Label), Diff: j.change.Diff}
		err := w.file.Keep(project.Motion(j.change.Motion), step, j.at)
		if r := reasonOf(err); r == project.Invalid || r == project.TooLarge {
			break
		}
		if err != nil {
			return err
		}
		w.waiting = w.waiting[1:]
	}
	if len(w.waiting) == 0 {
		w.waiting = nil
		return nil
	}
	latest := w.waiting[len(w.waiting)-1]
	between := project.Step{Diff: journey.Between(w.file.Project(), latest.change.After)}
	if err := w.file.Keep(project.Anew, between, latest.at); err != nil {
		return err
	}
	w.waiting = nil
	return nil
}
