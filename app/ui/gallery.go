package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/gallery"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/journey"
)

// newGallery makes what offers the ways to begin.
func (w *Window) newGallery() *gallery.Gallery {
	return gallery.New(gallery.Options{
		Words: func() *words.Table { return w.words }, Canvas: w.win.Canvas(), Thumbs: w.thumbs, Desk: w.desk,
		Begin: w.begin, Hint: w.hint, Do: w.do, Fail: w.fail,
		Shown: func() (journey.Project, journey.ID) {
			w.ed.Settle()
			return w.ed.Document().Project(), w.ed.MapID()
		},
		Make: w.file.Make, JSON: w.file.JSON,
		Changed: func() {
			if !w.open() && !w.modal() {
				w.show()
			}
		},
	})
}

// templateActions keep the map that is shown as something to begin with.
func (w *Window) templateActions() []*editor.Action {
	return []*editor.Action{{ID: "file.saveTemplate", Menu: "file", Group: 1, Icon: "template", Window: true,
		When:    func() bool { return w.open() && w.ed.MapID() != "" },
		Allowed: func() bool { return true }, // also of one that is only looked at
		Do:      does(w.gallery.AskSave)}}
}

// newFile asks in the gallery how to begin.
func (w *Window) newFile() {
	if !w.modal() && !w.file.Busy() {
		w.gallery.Ask()
	}
}

// begin gives the keyboard to what a dialog begins with. A click on a menu takes it from everything
// when the button is let go, which is only after the dialog is up: so it is given once more then.
func (w *Window) begin(d *ask.Dialog, o fyne.Focusable) {
	give := func() {
		if c := w.win.Canvas(); w.desk.Top() == d && c.Focused() == nil {
			c.Focus(o)
			if e, ok := o.(*look.Field); ok {
				e.TypedShortcut(&fyne.ShortcutSelectAll{})
			}
		}
	}
	give()
	go w.do(give)
}
