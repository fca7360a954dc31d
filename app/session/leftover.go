package session

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"jejak/data/edit"
	"jejak/data/project"
)

// Leftover is work that a session left over which ended without closing, as in a crash. It belongs
// to this process until Recover, Discard or Release: no other is offered it.
type Leftover struct {
	Session string
	Path    string    // the user's file, "" if there is none yet
	Name    string    // of that, without folder and extension, else the title of the project, which may be ""
	Started time.Time // when the session was
	Last    time.Time // when the last edit was made
	Edits   int       // that the user's file does not hold
	Err     error     // a *project.OpenError if the work cannot be given back, else nil

	found *project.Leftover
}

// Leftovers finds work that is left over in the folder root of working copies, "" for that of this
// user (see WorkingIn). What is left over without holding anything new is removed, with
// temporary and lock files beside the user's files. The error says what could not be looked at;
// the list is good all the same. It may take long where those files are on a share that does not
// answer: do not let a window wait for it.
func Leftovers(root string, opts ...Option) ([]Leftover, error) {
	o := optionsOf(append([]Option{WorkingIn(root)}, opts...))
	found, err := project.Leftovers(o.project()...)
	var list []Leftover
	for _, l := range found {
		name := l.Title
		if l.Path != "" {
			name = strings.TrimSuffix(filepath.Base(l.Path), project.Extension)
		}
		list = append(list, Leftover{
			Session: l.Session, Path: l.Path, Name: name, Started: l.Started, Last: l.Last,
			Edits: l.Edits, Err: l.Err, found: l,
		})
	}
	return list, err
}

// Recover goes on with the work where its session ended: with all edits, what was undone, and
// what can be undone. The error is a *project.OpenError or an *InUseError (with Anyway it is not);
// the work stays where it is then, and the Leftover can be used again.
func Recover(l Leftover, opts ...Option) (*Session, error) {
	o := optionsOf(opts)
	g := newGuard(l.Session, o)
	if l.Path != "" {
		if err := g.lock(l.Path, o.anyway); err != nil {
			return nil, err
		}
	}
	file, err := l.found.Resume()
	if err != nil {
		return nil, errors.Join(err, g.settle(place{}))
	}
	done, undone, err := file.History()
	if err != nil {
		done, undone = nil, nil // the work is what matters
	}
	doc := edit.Restore(file.Project(), o.newID, steps(done), steps(undone))
	return start(doc, file, g, l.Last, o), nil
}

func steps(list []project.Step) []edit.Step {
	var out []edit.Step
	for _, s := range list {
		out = append(out, edit.Step{Label: edit.Label(s.Label), Diff: s.Diff})
	}
	return out
}

// Discard removes the work for good.
func (l Leftover) Discard() error { return l.found.Discard() }

// Release leaves the work for the next who asks for Leftovers.
func (l Leftover) Release() error { return l.found.Release() }
