package pick

import (
	"strings"

	"fyne.io/fyne/v2"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"
)

// pictureNames are the files that can be taken in as pictures.
var pictureNames = []string{".png", ".jpg", ".jpeg"}

// Pictures asks for picture files. The toolkit's own dialog gives one file only.
func (p *Picker) Pictures(then func(paths []string)) {
	filter := &filechooser.Filter{Name: p.t("clip.pick.filter")}
	for _, ext := range pictureNames {
		for _, pattern := range []string{"*" + ext, "*" + strings.ToUpper(ext)} {
			filter.Rules = append(filter.Rules, filechooser.Rule{Type: filechooser.GlobPattern, Pattern: pattern})
		}
	}
	title, folder := p.t("clip.pick"), p.folder()
	p.o.Busy(true)
	parent := p.parent()
	go func() {
		uris, err := filechooser.OpenFile(parent, title, &filechooser.OpenFileOptions{
			AcceptLabel: p.t("clip.pick.do"), CurrentFolder: folder, Filters: []*filechooser.Filter{filter}, Multiple: true,
		})
		p.o.Do(func() {
			p.o.Busy(false)
			if err != nil {
				p.fynePicture(title, then)
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

func (p *Picker) fynePicture(title string, then func(paths []string)) {
	d := fynedialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			p.fail("clip.drop.failed", err)
		case r != nil:
			path := r.URI().Path()
			if err := r.Close(); err != nil {
				p.fail("clip.drop.failed", err)
				return
			}
			then([]string{path})
		}
	}, p.o.Window)
	d.SetFilter(storage.NewExtensionFileFilter(pictureNames))
	if u, err := storage.ListerForURI(storage.NewFileURI(p.folder())); err == nil {
		d.SetLocation(u)
	}
	d.SetTitleText(title)
	d.SetConfirmText(p.t("clip.pick.do"))
	d.SetDismissText(p.t("ui.cancel"))
	d.Show() // first: the toolkit cannot size a dialog that was never shown
	p.namePlaces(p.o.Window.Canvas())
	d.Resize(fyne.NewSize(760, 520))
}
