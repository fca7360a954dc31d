// Package session is one open project: the document that a person edits, the working copy that
// holds every edit and the history at once, and the user's file that a save replaces. It tells
// people who have the same file open of each other, and finds what a crash has left over.
package session

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/project"
)

// ErrUntitled is the result of Save before the project has a file: ask for a name, then SaveAs.
var ErrUntitled = errors.New("the project has no file yet")

// ErrClosed is the result of Save and SaveAs after Close.
var ErrClosed = errors.New("the project is closed")

// Session is one open project. The goroutine that owns its Document also calls Reload, Close,
// Discard and Suspend; the other methods may be called from any goroutine.
type Session struct {
	doc         *edit.Document
	options     options
	guard       *guard
	unsubscribe func()

	order sync.Mutex    // held while an edit or a save is counted and put in line
	jobs  *queue[job]   // from the Document's goroutine to the writer
	saves *queue[*save] // from the writer to the saver
	news  *queue[State] // from all to the announcer
	poke  chan struct{} // wakes the idler
	stop  chan struct{} // ends it and the heartbeat

	writer *writer // the writing goroutine's own

	working, telling, idling sync.WaitGroup

	mu        sync.Mutex // guards all below
	file      *project.File
	look      bool
	progress  progress
	listeners map[*int]func(State)
	closed    bool
	manual    bool // nothing is saved by itself
}

// New starts a session on a project that has no file yet. It has a working copy all the same.
// The error is a *project.SaveError.
func New(p journey.Project, opts ...Option) (*Session, error) {
	o := optionsOf(opts)
	file, err := project.Create("", p, o.project()...)
	if err != nil {
		return nil, err
	}
	return start(edit.NewDocument(p, o.newID), file, newGuard(file.Session(), o), time.Time{}, o), nil
}

// Open starts a session on the project file at path. The error is a *project.OpenError or, if
// somebody else works on the file, an *InUseError. A file of a newer version that this one may not
// change is opened as with ReadOnly.
func Open(path string, opts ...Option) (*Session, error) {
	o := optionsOf(opts)
	var at time.Time
	if info, err := os.Stat(path); err == nil && !o.copy { // else project.Open says why not
		at = info.ModTime()
	}
	file, err := project.Open(path, o.project()...)
	if err != nil {
		return nil, err
	}
	o.look = o.look || file.ReadOnly()
	g := newGuard(file.Session(), o)
	if path := file.Path(); path != "" && !o.look {
		if err := g.lock(path, o.anyway); err != nil {
			return nil, errors.Join(err, file.Close())
		}
	}
	return start(edit.NewDocument(file.Project(), o.newID), file, g, at, o), nil
}

func start(doc *edit.Document, file *project.File, g *guard, at time.Time, o options) *Session {
	made, published := file.Edits()
	s := &Session{
		doc:       doc,
		options:   o,
		guard:     g,
		poke:      make(chan struct{}, 1),
		stop:      make(chan struct{}),
		news:      newQueue[State](),
		listeners: map[*int]func(State){},
		file:      file,
		look:      o.look,
		manual:    o.idle <= 0,
		progress:  progress{path: file.Path(), at: at, edits: made, saved: published, look: o.look},
	}
	s.writer = &writer{session: s, file: file}
	s.unsubscribe = s.doc.Subscribe(s.edited)
	s.telling.Go(s.announce)
	s.idling.Go(s.idle)
	s.idling.Go(s.heartbeat)
	s.work()
	if s.Edited() {
		s.wake()
	}
	return s
}

// work starts the two goroutines that change files.
func (s *Session) work() {
	s.order.Lock()
	s.jobs, s.saves = newQueue[job](), newQueue[*save]()
	s.order.Unlock()
	s.working.Go(s.write)
	s.working.Go(s.publish)
}

// rest ends them, after all that is in line.
func (s *Session) rest() {
	s.order.Lock()
	s.jobs.close()
	s.order.Unlock()
	s.working.Wait()
}

// edited takes what has just become of the Document to the writer.
func (s *Session) edited(c edit.Change) {
	if c.Diff.IsEmpty() && !c.Reset {
		return
	}
	at := s.options.now()
	s.order.Lock()
	s.advance(func(p *progress) { p.edits++ })
	s.jobs.push(job{change: c, at: at})
	s.order.Unlock()
	s.wake()
}

// Document returns the document, which belongs to one goroutine.
func (s *Session) Document() *edit.Document { return s.doc }

// Path returns the user's file, "" if there is none yet.
func (s *Session) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.progress.path
}

// Name returns the name of the user's file without folder and extension, "" if there is none yet.
func (s *Session) Name() string {
	path := s.Path()
	if path == "" {
		return ""
	}
	return strings.TrimSuffix(filepath.Base(path), project.Extension)
}

// ReadOnly reports whether the user's file was opened to look at alone.
func (s *Session) ReadOnly() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.look
}

// Bases are the published states that are kept for merging.
func (s *Session) Bases() project.Bases { return s.current().Bases() }

// Revision names the document and the published state that the work is based on, for Bases.Read.
func (s *Session) Revision() (docID, rev string) {
	docID, rev, _ = s.current().Revision()
	return docID, rev
}

func (s *Session) current() *project.File {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file
}
