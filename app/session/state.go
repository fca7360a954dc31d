package session

import "time"

// Kind says how the user's file stands to the work.
type Kind int

// The kinds of State.
const (
	Unsaved Kind = iota // there is something that the user's file does not hold, or there is no file yet
	Saving              // the user's file is being written
	Saved               // the user's file holds everything
	Failed              // the last try to keep the work failed; it is still in the Document
)

// State is what the title of a window tells of a Session.
type State struct {
	Kind Kind
	At   time.Time // of Saved: since when the file is as it is
	Err  error     // of Failed: usually a *project.SaveError, whose Text is for people

	Unsaved  int  // how many edits the user's file does not hold, undone and redone ones too
	ReadOnly bool // the user's file was opened to look at
}

// State returns how the user's file stands to the work. It may be called from any goroutine.
func (s *Session) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.progress.state()
}

// OnState has f called with each new State, one call at a time and in order, on a goroutine of the
// Session's own: f must not wait for the Session. cancel ends that, from any goroutine; one call
// may still be under way then.
func (s *Session) OnState(f func(State)) (cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := new(int)
	s.listeners[key] = f
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.listeners, key)
	}
}

// Edited reports whether there are edits that the user's file does not hold. A new project that
// nobody has touched is not edited, though its State is Unsaved: closing it loses nothing.
// It may be called from any goroutine.
func (s *Session) Edited() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.progress.edits != s.progress.saved
}

// progress counts the work and what has become of it.
type progress struct {
	path    string
	edits   int // made in the Document
	saved   int // the user's file holds this many of them at least
	saving  int // saves asked for and not done
	at      time.Time
	look    bool
	workErr error // the working copy is behind the Document
	saveErr error // the last save failed
}

func (p progress) state() State {
	st := State{Kind: Unsaved, Unsaved: p.edits - p.saved, ReadOnly: p.look}
	switch {
	case p.saving > 0:
		st.Kind = Saving
	case p.workErr != nil:
		st.Kind, st.Err = Failed, p.workErr
	case p.saveErr != nil:
		st.Kind, st.Err = Failed, p.saveErr
	case p.path != "" && p.saved == p.edits:
		st.Kind, st.At = Saved, p.at
	}
	return st
}

// advance changes the progress and has the listeners told if the State is another one after it.
func (s *Session) advance(f func(*progress)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.progress.state()
	f(&s.progress)
	after := s.progress.state()
	if after.Kind != before.Kind || !after.At.Equal(before.At) || after.Kind == Failed || after.ReadOnly != before.ReadOnly {
		s.news.push(after)
	}
}

// announce tells the listeners each new State.
func (s *Session) announce() {
	for {
		state, ok := s.news.pop()
		if !ok {
			return
		}
		s.mu.Lock()
		var told []func(State)
		for _, f := range s.listeners {
			told = append(told, f)
		}
		s.mu.Unlock()
		for _, f := range told {
			f(state)
		}
	}
}
