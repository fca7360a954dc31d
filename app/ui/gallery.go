package ui

import (
	"bytes"
	"image"

	"fyne.io/fyne/v2"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/app/ui/start"
	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/data/exchange"
)

// gallery is the ways to begin, with pictures. way is put round what each of them does; stray hears
// the keys that the cards have no use for.
func (w *Window) gallery(margin float32, way func(func()) func(), stray func(*fyne.KeyEvent)) *start.Gallery {
	lang := w.words.Lang()
	made := start.Group{Title: w.t("gallery.templates")}
	for _, name := range templates.Names {
		data, _ := templates.JSON(name, lang)
		made.Ways = append(made.Ways, start.Way{Icon: "template", Title: w.t("template." + name), About: w.t("template." + name + ".about"),
			Picture: w.thumb("template "+name+" "+lang, data), Run: way(func() { w.fromTemplate(name) })})
	}
	shown := start.Group{Title: w.t("gallery.samples")}
	for _, name := range samples.Names {
		data, _ := samples.Named(name, lang)
		shown.Ways = append(shown.Ways, start.Way{Icon: "sample", Title: w.t("sample." + name), About: w.t("sample." + name + ".about"),
			Picture: w.thumb("sample "+name+" "+lang, data), Run: way(func() { w.openSample(name) })})
	}
	return start.NewGallery([]start.Group{made, w.ownTemplates(way), shown}, start.GalleryOptions{Stray: stray, Margin: margin,
		Remove: w.t("gallery.remove"), Hint: w.hint,
		Focus: func(o fyne.Focusable) { w.win.Canvas().Focus(o) }})
}

// thumb paints a project of the program's own, which can always be read.
func (w *Window) thumb(key string, data []byte) func(show func(image.Image)) {
	return func(show func(image.Image)) {
		w.thumbs.Ask(key, func() image.Image {
			p, _, err := exchange.ReadJSON(bytes.NewReader(data))
			if err != nil {
				return nil
			}
			width, height := look.CardPicture()
			return picture.Thumb(p, 2*width, 2*height) // sharp on fine screens too
		}, show)
	}
}

// The room of the gallery when it is a dialog: this much stays of the window around it.
const (
	galleryBeside = 140
	galleryAbove  = 210
	galleryWidest = 1020
	galleryLowest = 260
)

// newFile asks in the gallery how to begin.
func (w *Window) newFile() {
	if w.modal() || w.file.Busy() {
		return
	}
	var d *ask.Dialog
	g := w.gallery(3, func(run func()) func() { return func() { d.Close(run) } }, func(ev *fyne.KeyEvent) { d.Key(ev) })
	size := w.win.Canvas().Size()
	body := look.Room(g.Object(), fyne.NewSize(min(size.Width-galleryBeside, galleryWidest), max(size.Height-galleryAbove, galleryLowest)))
	d = w.ask("", w.t("gallery.title"), "", body, ask.Answer{Text: w.t("ui.cancel"), Cancel: true})
	w.begin(d, g.First())
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
