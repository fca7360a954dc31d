package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/clipboard"
)

// newClipboard makes the clipboard of the window. It is that of the toolkit until it is told of a
// better one.
func (w *Window) newClipboard() *clipboard.Clipboard {
	return clipboard.New(clipboard.Options{
		Text: w.app.Clipboard(), Do: w.do, Shelf: clipboard.NewShelf(time.Now),
		Slow: func() func() { return w.slow("clip.working") },
		Fail: func(err error) { w.say("warning", w.t("clip.copy.failed"), w.sentence(err)) },
	})
}

// slow shows that something is under way, if it takes long.
func (w *Window) slow(key string) (done func()) { return w.desk.Slow(w.do, w.t(key), ask.Answer{}) }

func (w *Window) clipActions() []*editor.Action {
	return []*editor.Action{{
		ID: "insert.picture", Menu: "insert", Icon: "picture",
		When: func() bool { return w.open() && w.ed.MapID() != "" && !w.opening },
		Do:   does(w.insertPicture),
	}}
}

// insertPicture asks for pictures and puts them into the selected cell.
func (w *Window) insertPicture() {
	w.pickPictures(func(paths []string) { w.takePictures(paths, nil) })
}

// notTaken tells which of the files that a person gave are not on the map, and why.
func (w *Window) notTaken(err error) {
	if err == nil {
		return
	}
	w.ask("warning", w.t("clip.drop.failed"), clipboard.Lines(w.words, err, w.sentence), nil,
		ask.Answer{Text: w.t("ui.ok"), Primary: true, Cancel: true})
}

// pictureNames are the files that can be taken in as pictures.
var pictureNames = []string{".png", ".jpg", ".jpeg"}

// pickPictures asks for picture files: with the desktop's own dialog where the portal answers, with
// Fyne's, which gives one file only, where it does not.
func (w *Window) pickPictures(then func(paths []string)) {
	filter := &filechooser.Filter{Name: w.t("clip.pick.filter")}
	for _, ext := range pictureNames {
		for _, pattern := range []string{"*" + ext, "*" + strings.ToUpper(ext)} {
			filter.Rules = append(filter.Rules, filechooser.Rule{Type: filechooser.GlobPattern, Pattern: pattern})
		}
	}
	title, folder := w.t("clip.pick"), w.folder()
	w.opening = true
	go func() {
		uris, err := filechooser.OpenFile("", title, &filechooser.OpenFileOptions{
			AcceptLabel: w.t("clip.pick.do"), CurrentFolder: folder, Filters: []*filechooser.Filter{filter}, Multiple: true,
		})
		w.do(func() {
			w.opening = false
			if err != nil {
				w.fynePicture(title, then)
				return
			}
			paths := make([]string, len(uris))
			for i, uri := range uris {
				paths[i] = localPath(uri)
			}
			then(paths)
		})
	}()
}

func (w *Window) fynePicture(title string, then func(paths []string)) {
	d := fynedialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.fail(w.t("clip.drop.failed"), err)
		case r != nil:
			path := r.URI().Path()
			if err := r.Close(); err != nil {
				w.fail(w.t("clip.drop.failed"), err)
				return
			}
			then([]string{path})
		}
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(pictureNames))
	if u, err := storage.ListerForURI(storage.NewFileURI(w.folder())); err == nil {
		d.SetLocation(u)
	}
	d.SetTitleText(title)
	d.SetConfirmText(w.t("clip.pick.do"))
	d.SetDismissText(w.t("ui.cancel"))
	d.Show() // first: the toolkit cannot size a dialog that was never shown
	d.Resize(fyne.NewSize(760, 520))
}
