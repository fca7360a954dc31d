// Package file is the project that is open in the window, and the file behind it: opening it, saving,
// leaving it for another, and going on with what a crash has left over. It asks a person where that
// must be asked, and never loses work unasked.
//
// All of it belongs to the goroutine of the window, but for reading and writing, which go on elsewhere
// and come back.
package file

import (
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/app/ui/pick"
	"jejak/app/ui/recent"
	"jejak/assets/words"
	"jejak/data/project"
)

// Options is what a File asks of its window. All must be there.
type Options struct {
	Window fyne.Window // that of the desktop: dialogs for files lie over it
	Prefs  fyne.Preferences
	Editor *editor.Editor // shows the project
	Desk   *ask.Desk      // where questions lie
	Words  func() *words.Table
	Do     func(func()) // runs a function on the goroutine of the window

	Comes  func()      // another project is about to be shown
	Show   func()      // another project has come, or none is left
	Titled func()      // the name of the project, or how its file stands to it, may have changed
	Menus  func()      // what the menus say of files has changed
	Listed func()      // something has become known of the files opened last
	Focus  func()      // gives the keyboard to the board
	Modal  func() bool // a dialog, a menu or a presentation has the keyboard
	Typing func() bool // a field has it
}

// File is the open project of one window; at most one is.
type File struct {
	o      Options
	picker *pick.Picker
	recent *recent.List

	session *session.Session // nil: none is open
	stop    func()           // leaves the session
	name    string           // of a project that has no file yet
	opening bool             // a file is being opened, or the open one saved to be left
	parting parting          // how the session is to be left, if not as usual
	parted  sync.WaitGroup   // sessions that are being left
	told    error            // the trouble with saving that a person has been asked about
}

// New returns the file of a window in which none is open.
func New(o Options) *File {
	f := &File{o: o}
	f.recent = recent.New(recent.Options{
		Load:    func() []string { return o.Prefs.StringList(prefRecent) },
		Store:   func(list []string) { o.Prefs.SetStringList(prefRecent, list) },
		Do:      o.Do,
		Changed: o.Listed,
	})
	f.picker = pick.New(pick.Options{
		Window: o.Window, Desk: o.Desk, Words: o.Words, Do: o.Do,
		Busy: func(on bool) { f.opening = on }, Path: f.Path, Recent: f.recent.Paths,
	})
	return f
}

// Session returns the open project; nil: none is.
func (f *File) Session() *session.Session { return f.session }

// IsOpen reports whether a project is open.
func (f *File) IsOpen() bool { return f.session != nil }

// Busy reports whether a file is on its way in or out, so that nothing else may begin.
func (f *File) Busy() bool { return f.opening }

// Hold lets nothing begin before Begin.
func (f *File) Hold() { f.opening = true }

// Picker returns what asks for files.
func (f *File) Picker() *pick.Picker { return f.picker }

// Path returns that of the open project; empty: it has no file yet, or none is open.
func (f *File) Path() string {
	if f.session == nil {
		return ""
	}
	return f.session.Path()
}

// Name is what a person calls the open project. One must be open.
func (f *File) Name() string {
	if p := f.session.Path(); p != "" {
		return filepath.Base(p)
	}
	if f.name != "" {
		return f.name + project.Extension
	}
	return f.t("ui.untitled") + project.Extension
}

// use shows a session in place of the one there was. name is that of a project without a file.
func (f *File) use(s *session.Session, name string) {
	leave := f.part()
	f.session, f.name, f.told = s, name, nil
	f.stop = s.OnState(func(session.State) {
		f.o.Do(func() {
			if f.session == s {
				f.o.Titled()
				f.Raise()
			}
		})
	})
	f.o.Comes()
	f.o.Editor.SetDocument(s.Document())
	f.o.Editor.SetLocked(s.ReadOnly())
	leave()
	f.o.Show()
	f.o.Focus()
}

// t is short for a text of the window.
func (f *File) t(key string) string { return f.o.Words().T(key) }

func (f *File) f(key string, args words.Args) string { return f.o.Words().F(key, args) }

// fail tells in one clear sentence what went wrong.
func (f *File) fail(title string, err error) { f.o.Desk.Say("warning", title, f.sentence(err)) }

// sentence is what a person reads for an error.
func (f *File) sentence(err error) string { return ask.Sentence(f.o.Words(), err) }
