// Package session is one open project: the document that a person edits, the working copy that
// holds every edit at once, and the user's file that a save replaces.
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

// Session is one open project. The goroutine that owns its Document also calls Save, SaveAs and
// Close; the other methods may be called from any goroutine.
type Session struct {
	doc         *edit.Document
	file        *project.File
	now         func() time.Time
	unsubscribe func()

	jobs  *queue[job]   // from the Document's goroutine to the writer
	saves *queue[*save] // from the writer to the saver
	news  *queue[State] // from all to the announcer

	writing, saving, announcing sync.WaitGroup

	mu        sync.Mutex // guards all below
	progress  progress
	listeners map[*int]func(State)
	closed    bool
}

// Option changes how a Session works.
type Option func(*options)

type options struct {
	root  string
	disk  project.Disk
	now   func() time.Time
	newID func() journey.ID
}

// WorkingIn keeps the working copy in a new folder under root instead of the user's cache folder.
func WorkingIn(root string) Option { return func(o *options) { o.root = root } }

// WithDisk has d change the file system instead of the real one, for tests that make steps fail.
func WithDisk(d project.Disk) Option { return func(o *options) { o.disk = d } }

// WithClock has now tell the time instead of time.Now. It is called from the Session's goroutines.
func WithClock(now func() time.Time) Option { return func(o *options) { o.now = now } }

// WithIDs has newID name new records instead of random UUIDs.
func WithIDs(newID func() journey.ID) Option { return func(o *options) { o.newID = newID } }

// New starts a session on a project that has no file yet. It has a working copy all the same.
// The error is a *project.SaveError.
func New(p journey.Project, opts ...Option) (*Session, error) {
	o := optionsOf(opts)
	file, err := project.Create("", p, o.project()...)
	if err != nil {
		return nil, err
	}
	return start(file, time.Time{}, o), nil
}

// Open starts a session on the project file at path. The error is a *project.OpenError.
func Open(path string, opts ...Option) (*Session, error) {
	o := optionsOf(opts)
	var at time.Time
	if info, err := os.Stat(path); err == nil { // else project.Open says why not
		at = info.ModTime()
	}
	file, err := project.Open(path, o.project()...)
	if err != nil {
		return nil, err
	}
	return start(file, at, o), nil
}

// project returns the options of the project file.
func (o options) project() []project.Option {
	list := []project.Option{project.WorkingIn(o.root)}
	if o.disk != nil {
		list = append(list, project.WithDisk(o.disk))
	}
	return list
}

func optionsOf(list []Option) options {
	o := options{now: time.Now}
	for _, set := range list {
		set(&o)
	}
	return o
}

func start(file *project.File, at time.Time, o options) *Session {
	s := &Session{
		doc:       edit.NewDocument(file.Project(), o.newID),
		file:      file,
		now:       o.now,
		jobs:      newQueue[job](),
		saves:     newQueue[*save](),
		news:      newQueue[State](),
		listeners: map[*int]func(State){},
		progress:  progress{path: file.Path(), at: at},
	}
	s.unsubscribe = s.doc.Subscribe(s.edited)
	s.writing.Go(s.write)
	s.saving.Go(s.publish)
	s.announcing.Go(s.announce)
	return s
}

// edited takes what has just become of the Document to the writer.
func (s *Session) edited(c edit.Change) {
	if c.Diff.IsEmpty() && !c.Reset {
		return
	}
	s.advance(func(p *progress) { p.edits++ })
	s.jobs.push(job{change: c})
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

// Save brings everything that was edited before into the user's file, in the background. The
// channel gets the result once and is closed: nil, ErrUntitled, ErrClosed or a *project.SaveError. Edits may
// go on meanwhile; whether they get into this save or wait for the next is open.
func (s *Session) Save() <-chan error { return s.save("") }

// SaveAs does as Save does, into the file at path, which is replaced if it is there and is the user's
// file from then on. If it fails the user's file is the one it was.
func (s *Session) SaveAs(path string) <-chan error { return s.save(path) }

func (s *Session) save(path string) <-chan error {
	done := make(chan error, 1)
	var edits int
	s.advance(func(p *progress) {
		p.saving++
		edits = p.edits
	})
	asked := &save{path: path, edits: edits, done: done}
	if !s.jobs.push(job{save: asked}) {
		s.advance(func(p *progress) { p.saving-- })
		asked.tell(ErrClosed)
	}
	return done
}

// Close waits for saves under way and gives up the working copy, with every edit that is not in the
// user's file (see Edited). The Document may be used after it, but nothing is kept any more.
// Closing twice does nothing.
func (s *Session) Close() error {
	s.mu.Lock()
	closed := s.closed
	s.closed = true
	s.mu.Unlock()
	if closed {
		return nil
	}
	s.unsubscribe()
	s.jobs.close()
	s.writing.Wait()
	s.saves.close()
	s.saving.Wait()
	s.news.close()
	s.announcing.Wait()
	return s.file.Close()
}
