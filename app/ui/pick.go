package ui

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
)

// pickOpen asks for a project file: with the desktop's own dialog where the portal answers, with
// Fyne's where it does not.
func (w *Window) pickOpen(then func(path string)) {
	w.opening = true
	go func() {
		paths, err := filechooser.OpenFile("", w.t("ui.open"), &filechooser.OpenFileOptions{
			AcceptLabel: w.t("ui.open"), CurrentFolder: w.folder(), Filters: w.filters(extension),
		})
		w.do(func() {
			w.opening = false
			switch {
			case err != nil:
				w.fyneOpen(then)
			case len(paths) > 0:
				then(localPath(paths[0]))
			}
		})
	}()
}

// pickSave asks where to save. then gets a path with the extension, after the question whether a
// file that is there may go.
func (w *Window) pickSave(title, name, ext string, then func(path string)) {
	go func() {
		paths, err := filechooser.SaveFile("", title, &filechooser.SaveFileOptions{
			AcceptLabel: w.t("ui.save"), CurrentFolder: w.folder(), CurrentName: name, Filters: w.filters(ext),
		})
		w.do(func() {
			switch {
			case err != nil:
				w.fyneSave(title, name, ext, then)
			case len(paths) > 0:
				asked := localPath(paths[0])
				if path := withExtension(asked, ext); path == asked {
					then(path) // the portal has asked already
				} else {
					w.replaceThen(path, then)
				}
			}
		})
	}()
}

func (w *Window) filters(ext string) []*filechooser.Filter {
	return []*filechooser.Filter{{
		Name:  w.f("ui.filter", words.Args{"Ext": ext}),
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
func (w *Window) folder() string {
	if w.session != nil && w.session.Path() != "" {
		return filepath.Dir(w.session.Path())
	}
	if list := w.recent.Paths(); len(list) > 0 {
		return filepath.Dir(list[0])
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

func (w *Window) fyneOpen(then func(path string)) {
	d := fynedialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.fail(w.t("ui.open.failed"), err)
		case r != nil:
			path := r.URI().Path()
			if err := r.Close(); err != nil {
				w.fail(w.t("ui.open.failed"), err)
				return
			}
			then(path)
		}
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{extension}))
	if u, err := storage.ListerForURI(storage.NewFileURI(w.folder())); err == nil {
		d.SetLocation(u)
	}
	d.SetConfirmText(w.t("ui.open"))
	d.SetDismissText(w.t("ui.cancel"))
	d.Show() // first: the toolkit cannot size a dialog that was never shown
	d.Resize(fyne.NewSize(760, 520))
}

// fyneSave asks with a dialog of our own: name and folder. Fyne's would create the file itself and
// ask about replacing it in English.
func (w *Window) fyneSave(title, name, ext string, then func(path string)) {
	entry := look.NewField(filepath.Join(w.folder(), withExtension(name, ext)), 1, 300, func(string) {})
	var d *ask.Dialog
	accept := func() {
		path := strings.TrimSpace(entry.Text)
		if path == "" {
			return
		}
		if !filepath.IsAbs(path) {
			path = filepath.Join(w.folder(), path)
		}
		w.replaceThen(withExtension(path, ext), then)
	}
	d = w.ask("save", title, w.t("ui.save.where"), entry.Framed(),
		ask.Answer{Text: w.t("ui.cancel"), Cancel: true},
		ask.Answer{Text: w.t("ui.save"), Primary: true, Run: accept})
	entry.Keys = d.Key
	w.win.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// replaceThen goes on if there is no file at path, or if it may go.
func (w *Window) replaceThen(path string, then func(string)) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		then(path)
	case err == nil && info.IsDir():
		w.say("warning", w.t("ui.save.failed"), w.f("save.directory", words.Args{"Name": filepath.Base(path)}))
	case err == nil && w.session != nil && path == w.session.Path():
		then(path)
	default:
		w.ask("warning", w.f("ui.replace", words.Args{"Name": filepath.Base(path)}),
			w.f("ui.replace.text", words.Args{"Folder": filepath.Dir(path)}), nil,
			ask.Answer{Text: w.t("ui.cancel"), Cancel: true},
			ask.Answer{Text: w.t("ui.replace.yes"), Primary: true, Run: func() { then(path) }})
	}
}
