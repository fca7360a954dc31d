package session

// Kept says when everything that was edited before is durable in the working copy: the channel
// gets nil then, a *project.SaveError if it could not be kept, ErrClosed after Close, and is
// closed. It is of use to the goroutine that owns the Document, which need not wait.
func (s *Session) Kept() <-chan error {
	done := make(chan error, 1)
	s.order.Lock()
	defer s.order.Unlock()
	if !s.jobs.push(job{kept: done}) {
		done <- ErrClosed
		close(done)
	}
	return done
}
