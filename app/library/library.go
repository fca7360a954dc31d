// Package library keeps a person's own personas, for every project: one project file in the user's
// data folder, which any number of windows and programs may change at the same time.
//
// Each change opens the file anew, changes a private copy and puts that in its place, unless somebody
// was faster: then it begins again with what they left. Nothing is held open in between. A Library
// may be used from any goroutine.
package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"

	"github.com/google/uuid"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/edit/carry"
	"jejak/data/journey"
	"jejak/data/project"
)

// Library is a file of personas. It need not be there yet.
type Library struct {
	path string
	work string // folder of working copies; empty: the system's for temporary files
}

// Folder is where the library of this person is. It need not be there yet.
func Folder() (string, error) {
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, "jejak"), nil
		}
		home, err := os.UserHomeDir()
		return filepath.Join(home, ".local", "share", "jejak"), err
	}
	dir, err := os.UserConfigDir() // there it is the folder for data too
	return filepath.Join(dir, "jejak"), err
}

// Name is what the file is called.
const Name = "personas" + project.Extension

// At returns the library in a folder.
func At(dir string) *Library { return &Library{path: filepath.Join(dir, Name)} }

// Path is the file.
func (l *Library) Path() string { return l.path }

// previous is the file as it was before the last change.
func (l *Library) previous() string {
	return l.path[:len(l.path)-len(project.Extension)] + ".previous" + project.Extension
}

// GoneError says that the library was there and is not any more, but its state before the last
// change still is: Restore brings that back.
type GoneError struct{ Path string }

func (e *GoneError) Error() string { return "library: " + e.Path + " is gone" }

// Text says it to a person.
func (e *GoneError) Text(w *words.Table) string {
	return w.F("people.library.gone", words.Args{"Path": e.Path})
}

// Read returns what the library holds; nothing if there is none yet. The error is a
// *project.OpenError or a *GoneError.
func (l *Library) Read() (journey.Project, error) {
	p, err := project.Read(l.path)
	if missing(err) {
		return journey.Project{}, l.gone()
	}
	return p, err
}

func missing(err error) bool {
	var why *project.OpenError
	return errors.As(err, &why) && why.Reason == project.Missing
}

// gone is the error of a file that is not there, nil if there never was one.
func (l *Library) gone() error {
	if _, err := os.Lstat(l.previous()); err == nil {
		return &GoneError{l.path}
	}
	return nil
}

// Save puts a persona of a project into the library, with portrait and channels, or brings the one
// there up to it.
func (l *Library) Save(from journey.Project, id journey.ID) (journey.Project, error) {
	return l.change(func(tx *edit.Tx) error { return carry.Persona(tx, from, id) })
}

// Rename gives a persona of the library another name.
func (l *Library) Rename(id journey.ID, name string) (journey.Project, error) {
	return l.change(func(tx *edit.Tx) error {
		return edit.Update(tx, id, func(p *journey.Persona) { p.Name = name })
	})
}

// Remove takes a persona out of the library. One that is not there any more is as good as removed.
func (l *Library) Remove(id journey.ID) (journey.Project, error) {
	return l.change(func(tx *edit.Tx) error {
		if !tx.Project().Personas.Has(id) {
			return nil
		}
		return edit.RemovePersona(tx, id)
	})
}

// tries is how often a change begins again because somebody else was faster.
const tries = 20

// change changes the file and returns what it holds then. The error is f's, a *project.OpenError, a
// *project.SaveError or a *GoneError; the file is as it was then.
func (l *Library) change(f func(*edit.Tx) error) (journey.Project, error) {
	for try := 1; ; try++ {
		p, err := l.once(f)
		var why *project.SaveError
		if try < tries && errors.As(err, &why) && slices.Contains([]project.Reason{project.Changed, project.Replaced, project.Gone}, why.Reason) {
			continue
		}
		return p, err
	}
}

func (l *Library) once(f func(*edit.Tx) error) (p journey.Project, err error) {
	work, err := os.MkdirTemp(l.work, "jejak-library-")
	if err != nil {
		return p, &project.SaveError{Path: l.path, Reason: project.NoWorkspace, Err: err}
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	file, err := project.Open(l.path, project.WorkingIn(work))
	if missing(err) {
		if err = l.gone(); err == nil {
			err = l.begin(work)
		}
		if err != nil {
			return p, err
		}
		file, err = project.Open(l.path, project.WorkingIn(work))
	}
	if err != nil {
		return p, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	doc := edit.NewDocument(file.Project(), nil)
	change, err := doc.Do(edit.Label{Key: carry.LabelUpdate}, func(tx *edit.Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		return prune(tx)
	})
	if err != nil || change.Diff.IsEmpty() {
		return doc.Project(), err
	}
	if err = file.Write(change.Diff); err != nil {
		return p, err
	}
	if err = l.keep(); err != nil {
		return p, l.failed(err)
	}
	return doc.Project(), file.Publish(l.path)
}

// begin makes a library that holds nothing, unless somebody else is faster.
func (l *Library) begin(work string) error {
	dir := filepath.Dir(l.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return l.failed(err)
	}
	empty := journey.FromRecords([]journey.Record{journey.Info{ID: journey.ID(uuid.NewString())}})
	temp := filepath.Join(dir, ".personas-"+uuid.NewString()+project.Extension)
	if err := project.Save(temp, empty, project.WorkingIn(work)); err != nil {
		return err
	}
	err := take(temp, l.path)
	if errors.Is(err, fs.ErrExist) {
		err = nil
	}
	return l.failed(errors.Join(err, os.Remove(temp)))
}

// failed is why the library could not be changed; nil for nil.
func (l *Library) failed(err error) error {
	if err == nil {
		return nil
	}
	why := project.NotSaved
	switch {
	case errors.Is(err, fs.ErrPermission):
		why = project.NoPermission
	case errors.Is(err, syscall.ENOSPC):
		why = project.DiskFull
	case errors.Is(err, syscall.EROFS):
		why = project.ReadOnly
	case errors.Is(err, syscall.ENOTDIR):
		why = project.NoFolder
	}
	return &project.SaveError{Path: l.path, Reason: why, Err: err}
}

// take puts a file where none is; fs.ErrExist if there is one. The file stays where it was, too.
func take(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	data, err := os.ReadFile(from) // a file system without links
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// keep keeps the file as it is now as the previous one.
func (l *Library) keep() error {
	temp := filepath.Join(filepath.Dir(l.path), ".previous-"+uuid.NewString()+project.Extension)
	if err := take(l.path, temp); err != nil {
		return err
	}
	if err := os.Rename(temp, l.previous()); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	// Renaming one link of a file over another of the same file leaves both.
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// prune takes out channels and pictures that no persona needs any more.
func prune(tx *edit.Tx) error {
	used := map[journey.ID]bool{}
	for p := range tx.Project().Personas.All() {
		used[p.ImageID] = true
		for _, id := range p.ChannelIDs {
			used[id] = true
		}
	}
	var out []journey.Ref
	for c := range tx.Project().Channels.All() {
		if !used[c.ID] {
			out = append(out, journey.RefTo(c))
		}
	}
	for i := range tx.Project().Images.All() {
		if !used[i.ID] {
			out = append(out, journey.RefTo(i))
		}
	}
	if len(out) == 0 {
		return nil
	}
	return edit.Remove(tx, out...)
}
