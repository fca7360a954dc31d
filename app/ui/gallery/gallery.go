// Package gallery is what a project can begin with, and how a map becomes something to begin with:
// the templates and samples of the program, and the templates that a person saved. Everything in it
// belongs to Fyne's goroutine; files are read and written elsewhere.
package gallery

import (
	"bytes"
	"image"

	"fyne.io/fyne/v2"

	"jejak/app/template"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/app/ui/start"
	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// Options are what the gallery asks of its window.
type Options struct {
	Words   func() *words.Table
	Canvas  fyne.Canvas
	Thumbs  *picture.Thumbs
	Desk    *ask.Desk
	Begin   func(*ask.Dialog, fyne.Focusable) // gives the keyboard to what a dialog begins with
	Hint    func(*look.Button, bool)
	Do      func(func()) // runs a function on the goroutine of the window
	Fail    func(title string, err error)
	Shown   func() (journey.Project, journey.ID)                                         // the map that is shown
	Make    func(name, failed string, read func() (journey.Project, error), then func()) // opens a new project
	JSON    func(data []byte, name string)                                               // the same, of one of the program's own
	Changed func()                                                                       // other templates are offered
}

// Gallery is the ways to begin.
type Gallery struct {
	o   Options
	own []template.Template // that the person saved
}

// New returns a gallery that knows no templates of the person yet; see Find.
func New(o Options) *Gallery { return &Gallery{o: o} }

// Own are the templates that the person saved, as far as they were found.
func (g *Gallery) Own() []template.Template { return g.own }

// Ways are the ways to begin, with pictures. way is put round what each of them does; stray hears the
// keys that the cards have no use for. margin is in Fyne's units.
func (g *Gallery) Ways(margin float32, way func(func()) func(), stray func(*fyne.KeyEvent)) *start.Gallery {
	lang := g.o.Words().Lang()
	made := start.Group{Title: g.t("gallery.templates")}
	for _, name := range templates.Names {
		data, _ := templates.JSON(name, lang)
		made.Ways = append(made.Ways, start.Way{Icon: "template", Title: g.t("template." + name), About: g.t("template." + name + ".about"),
			Picture: g.thumb("template "+name+" "+lang, data), Run: way(func() { g.Template(name) })})
	}
	shown := start.Group{Title: g.t("gallery.samples")}
	for _, name := range samples.Names {
		data, _ := samples.Named(name, lang)
		shown.Ways = append(shown.Ways, start.Way{Icon: "sample", Title: g.t("sample." + name), About: g.t("sample." + name + ".about"),
			Picture: g.thumb("sample "+name+" "+lang, data), Run: way(func() { g.Sample(name) })})
	}
	return start.NewGallery([]start.Group{made, g.saved(way), shown}, start.GalleryOptions{Stray: stray, Margin: margin,
		Remove: g.t("gallery.remove"), Hint: g.o.Hint,
		Focus: func(o fyne.Focusable) { g.o.Canvas.Focus(o) }})
}

// Template begins with a template of the program.
func (g *Gallery) Template(name string) {
	data, _ := templates.JSON(name, g.o.Words().Lang())
	g.o.JSON(data, g.t("ui.untitled"))
}

// Sample opens a sample of the program.
func (g *Gallery) Sample(name string) {
	data, _ := samples.Named(name, g.o.Words().Lang())
	g.o.JSON(data, g.t("sample."+name))
}

// thumb paints a project of the program's own, which can always be read.
func (g *Gallery) thumb(key string, data []byte) func(show func(image.Image)) {
	return func(show func(image.Image)) {
		g.o.Thumbs.Ask(key, func() image.Image {
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
	beside = 140
	above  = 210
	widest = 1020
	lowest = 260
)

// Ask asks in a dialog how to begin.
func (g *Gallery) Ask() {
	var d *ask.Dialog
	ways := g.Ways(3, func(run func()) func() { return func() { d.Close(run) } }, func(ev *fyne.KeyEvent) { d.Key(ev) })
	size := g.o.Canvas.Size()
	body := look.Room(ways.Object(), fyne.NewSize(min(size.Width-beside, widest), max(size.Height-above, lowest)))
	d = g.o.Desk.Show(ask.Question{Title: g.t("gallery.title"), Body: body, Answers: []ask.Answer{{Text: g.t("ui.cancel"), Cancel: true}}})
	g.o.Begin(d, ways.First())
}

func (g *Gallery) t(key string) string { return g.o.Words().T(key) }

func (g *Gallery) f(key string, args words.Args) string { return g.o.Words().F(key, args) }
