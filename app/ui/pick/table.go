package pick

import (
	"strings"

	"fyne.io/fyne/v2"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/rymdport/portal/filechooser"
)

// tableNames are the extensions of files that hold a table of text.
var tableNames = []string{".csv", ".tsv", ".txt"}

// Table asks for a file that holds a table of text. title is what the dialog is for.
func (p *Picker) Table(title string, then func(path string)) {
	filter := &filechooser.Filter{Name: p.t("measure.filter")}
	for _, ext := range tableNames {
		for _, pattern := range []string{"*" + ext, "*" + strings.ToUpper(ext)} {
			filter.Rules = append(filter.Rules, filechooser.Rule{Type: filechooser.GlobPattern, Pattern: pattern})
		}
	}
	folder := p.folder()
	p.o.Busy(true)
	parent := p.parent()
	go func() {
		uris, err := filechooser.OpenFile(parent, title, &filechooser.OpenFileOptions{
			AcceptLabel: p.t("ui.open"), CurrentFolder: folder, Filters: []*filechooser.Filter{filter},
		})
		p.o.Do(func() {
			p.o.Busy(false)
			switch {
			case err != nil:
				p.fyneTable(title, then)
			case len(uris) > 0:
				then(localPath(uris[0]))
			}
		})
	}()
}

func (p *Picker) fyneTable(title string, then func(path string)) {
	d := fynedialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			p.fail("measure.take.failed", err)
		case r != nil:
			path := r.URI().Path()
			if err := r.Close(); err != nil {
				p.fail("measure.take.failed", err)
				return
			}
			then(path)
		}
	}, p.o.Window)
	d.SetFilter(storage.NewExtensionFileFilter(tableNames))
	if u, err := storage.ListerForURI(storage.NewFileURI(p.folder())); err == nil {
		d.SetLocation(u)
	}
	d.SetTitleText(title)
	d.SetConfirmText(p.t("ui.open"))
	d.SetDismissText(p.t("ui.cancel"))
	d.Show() // first: the toolkit cannot size a dialog that was never shown
	p.namePlaces(p.o.Window.Canvas())
	d.Resize(fyne.NewSize(760, 520))
}
