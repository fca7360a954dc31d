// Package pick asks a person for files, to read and to write: with the desktop's own dialog where the
// portal answers, with one of the toolkit or of the program where it does not.
//
// All of it belongs to the goroutine of the window.
package pick

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/project"
)

// Options is what a Picker asks of its window. All must be there.
type Options struct {
	Window fyne.Window
	Desk   *ask.Desk
	Words  func() *words.Table
	Do     func(func())    // runs a function on the goroutine of the window
	Busy   func(on bool)   // a file to read is being chosen, and that may be the desktop's dialog, which holds up nothing here
	Path   func() string   // of the open project, which may be written over unasked; empty: it has no file
	Recent func() []string // the files opened last, the latest first
}

// Picker asks for the files of one window.
type Picker struct{ o Options }

// New returns the picker of a window.
func New(o Options) *Picker { return &Picker{o: o} }

func (p *Picker) t(key string) string { return p.o.Words().T(key) }

func (p *Picker) f(key string, args words.Args) string { return p.o.Words().F(key, args) }

// fail tells in one sentence why a file cannot be had.
func (p *Picker) fail(title string, err error) {
	p.o.Desk.Say("warning", p.t(title), ask.Sentence(p.o.Words(), err))
}

// Open asks for a project file.
func (p *Picker) Open(then func(path string)) {
	p.o.Busy(true)
	parent := p.parent()
	go func() {
		paths, err := filechooser.OpenFile(parent, p.t("ui.open"), &filechooser.OpenFileOptions{
			AcceptLabel: p.t("ui.open"), CurrentFolder: p.folder(), Filters: p.filters(project.Extension),
		})
		p.o.Do(func() {
			p.o.Busy(false)
			switch {
			case err != nil:
				p.fyneOpen(then)
			case len(paths) > 0:
				then(localPath(paths[0]))
			}
		})
	}()
}

// Save asks where to save a file of that name. then gets a path with the extension, after the question
// whether a file that is there may go.
func (p *Picker) Save(title, name, ext string, then func(path string)) {
	parent := p.parent()
	go func() {
		paths, err := filechooser.SaveFile(parent, title, &filechooser.SaveFileOptions{
			AcceptLabel: p.t("ui.save"), CurrentFolder: p.folder(), CurrentName: name, Filters: p.filters(ext),
		})
		p.o.Do(func() {
			switch {
			case err != nil:
				p.fyneSave(title, name, ext, then)
			case len(paths) > 0:
				asked := localPath(paths[0])
				if path := withExtension(asked, ext); path == asked {
					then(path) // the portal has asked already
				} else {
					p.replaceThen(path, then)
				}
			}
		})
	}()
}

func (p *Picker) filters(ext string) []*filechooser.Filter {
	return []*filechooser.Filter{{
		Name:  p.f("ui.filter", words.Args{"Ext": ext}),
		Rules: []filechooser.Rule{{Type: filechooser.GlobPattern, Pattern: "*" + ext}},
	}}
}

// localPath is the path of a file URI as the portal gives it, unescaped already.
func localPath(uri string) string {
	if p, ok := strings.CutPrefix(uri, "file://"); ok {
		return p
	}
	if u, err := url.Parse(uri); err == nil && u.Path != "" {
		return u.Path
	}
	return uri
}

// folder is where dialogs begin: beside the open file, or at home.
func (p *Picker) folder() string {
	if path := p.o.Path(); path != "" {
		return filepath.Dir(path)
	}
	if list := p.o.Recent(); len(list) > 0 {
		return filepath.Dir(list[0])
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

func (p *Picker) fyneOpen(then func(path string)) {
	d := fynedialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			p.fail("ui.open.failed", err)
		case r != nil:
			path := r.URI().Path()
			if err := r.Close(); err != nil {
				p.fail("ui.open.failed", err)
				return
			}
			then(path)
		}
	}, p.o.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{project.Extension}))
	if u, err := storage.ListerForURI(storage.NewFileURI(p.folder())); err == nil {
		d.SetLocation(u)
	}
	d.SetConfirmText(p.t("ui.open"))
	d.SetDismissText(p.t("ui.cancel"))
	d.Show() // first: the toolkit cannot size a dialog that was never shown
	p.namePlaces(p.o.Window.Canvas())
	d.Resize(fyne.NewSize(760, 520))
}

// fyneSave asks with a dialog of our own: name and folder. Fyne's would create the file itself and
// ask about replacing it in English.
func (p *Picker) fyneSave(title, name, ext string, then func(path string)) {
	entry := look.NewField(filepath.Join(p.folder(), withExtension(name, ext)), 1, 300, func(string) {})
	var d *ask.Dialog
	accept := func() {
		path := strings.TrimSpace(entry.Text)
		if path == "" {
			return
		}
		if !filepath.IsAbs(path) {
			path = filepath.Join(p.folder(), path)
		}
		p.replaceThen(withExtension(path, ext), then)
	}
	d = p.o.Desk.Show(ask.Question{Icon: "save", Title: title, Text: p.t("ui.save.where"), Body: entry.Framed(), Answers: []ask.Answer{
		{Text: p.t("ui.cancel"), Cancel: true},
		{Text: p.t("ui.save"), Primary: true, Run: accept},
	}})
	entry.Keys = d.Key
	p.o.Window.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// replaceThen goes on if there is no file at path, or if it may go.
func (p *Picker) replaceThen(path string, then func(string)) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		then(path)
	case err == nil && info.IsDir():
		p.o.Desk.Say("warning", p.t("ui.save.failed"), p.f("save.directory", words.Args{"Name": filepath.Base(path)}))
	case err == nil && path == p.o.Path():
		then(path)
	default:
		p.o.Desk.Show(ask.Question{
			Icon: "warning", Title: p.f("ui.replace", words.Args{"Name": filepath.Base(path)}),
			Text: p.f("ui.replace.text", words.Args{"Folder": filepath.Dir(path)}),
			Answers: []ask.Answer{
				{Text: p.t("ui.cancel"), Cancel: true},
				{Text: p.t("ui.replace.yes"), Primary: true, Run: func() { then(path) }},
			},
		})
	}
}

// withExtension gives a name the extension it lacks.
func withExtension(path, ext string) string {
	if strings.EqualFold(filepath.Ext(path), ext) {
		return path
	}
	return path + ext
}
