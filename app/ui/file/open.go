package file

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/assets/words"
	"jejak/data/project"
)

// Open opens a project file. The window goes on answering while it is read.
func (f *File) Open(path string) { f.openWith(path) }

// Choose asks for a project file, and opens it in place of what is open.
func (f *File) Choose() { f.picker.Open(f.Turn) }

// Turn leaves what is open, and opens a project file.
func (f *File) Turn(path string) { f.Leave(func() { f.Open(path) }) }

func (f *File) openWith(path string, opts ...session.Option) {
	if f.opening {
		return
	}
	current := ""
	if f.session != nil && !f.session.ReadOnly() && len(opts) == 0 {
		current = f.session.Path()
	}
	asked := len(opts) > 0 // for that way into it
	opts = append(opts, f.savingOptions()...)
	await(f, f.f("ask.opening", words.Args{"Name": filepath.Base(path)}), ask.Errand[*session.Session]{
		Work: func() (*session.Session, error) {
			if current != "" && project.RealPath(path) == project.RealPath(current) {
				return nil, nil // it is worked on already
			}
			f.parted.Wait() // for its lock, if it is the file that was left
			return session.Open(path, opts...)
		},
		Then: func(s *session.Session, err error) {
			switch {
			case err != nil:
				f.notOpened(path, err)
			case s == nil && f.parting != nil: // its edits were given up
				f.parting = nil
				f.reload()
			case s != nil:
				f.opened(path, s)
				if s.ReadOnly() && !asked {
					newer := &project.SaveError{Path: path, Reason: project.Newer}
					f.o.Desk.Say("info", f.f("ask.newer", words.Args{"Name": filepath.Base(path)}), f.sentence(newer))
				}
			}
		},
		Left: func() { f.parting = nil },
		Late: func(s *session.Session, err error) {
			if err != nil || s == nil {
				return
			}
			if err := s.Discard(); err != nil {
				fyne.LogError("leave a file that nobody waits for", err)
			}
		},
	})
}

func (f *File) opened(path string, s *session.Session) {
	name := ""
	if s.Path() == "" { // a copy
		base := filepath.Base(path)
		name = f.f("ask.copy", words.Args{"Name": strings.TrimSuffix(base, filepath.Ext(base))})
	}
	f.use(s, name)
	f.remember(path)
}

// notOpened tells why, and offers the ways into a file that somebody else works on.
func (f *File) notOpened(path string, err error) {
	var used *session.InUseError
	if !errors.As(err, &used) {
		f.parting = nil
		var open *project.OpenError
		if errors.As(err, &open) && open.Reason == project.Missing {
			f.recent.Missing(path)
		}
		f.fail(f.t("ui.open.failed"), err)
		return
	}
	with := func(o session.Option) func() { return func() { f.openWith(path, o) } }
	f.o.Desk.InUse(used, time.Now(), ask.Entries{
		Look: with(session.ReadOnly()), Copy: with(session.Copy()), Anyway: with(session.Anyway()),
		Cancel: func() { f.parting = nil },
	})
}
