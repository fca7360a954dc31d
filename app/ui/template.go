package ui

import (
	"image"
	"strings"

	"jejak/app/editor"
	"jejak/app/template"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/app/ui/start"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// templateActions keep the map that is shown as something to begin with.
func (w *Window) templateActions() []*editor.Action {
	return []*editor.Action{{ID: "file.saveTemplate", Menu: "file", Group: 1, Icon: "template", Window: true,
		When:    func() bool { return w.open() && w.ed.MapID() != "" },
		Allowed: func() bool { return true }, // also of one that is only looked at
		Do:      does(w.askTemplate)}}
}

// findTemplates looks in the background for the templates that were saved, and puts them into the
// gallery.
func (w *Window) findTemplates() {
	go func() {
		dir, err := template.Folder()
		if err != nil {
			return // without a home there are none
		}
		list := template.List(dir)
		w.do(func() {
			if len(list) == 0 && len(w.own) == 0 {
				return
			}
			w.own = list
			if !w.open() && !w.modal() {
				w.show()
			}
		})
	}()
}

// ownTemplates are the templates that were saved, as a group of the gallery. way is put round what each
// of them does.
func (w *Window) ownTemplates(way func(func()) func()) start.Group {
	g := start.Group{Title: w.t("gallery.own")}
	for _, t := range w.own {
		g.Ways = append(g.Ways, start.Way{Icon: "template", Title: t.Title, About: t.About,
			Picture: func(show func(image.Image)) {
				w.thumbs.Ask("own "+t.Path, func() image.Image {
					p, err := template.Read(t.Path)
					if err != nil {
						return nil // the icon stays; choosing it tells why
					}
					width, height := look.CardPicture()
					return picture.Thumb(p, 2*width, 2*height)
				}, show)
			},
			Run: way(func() {
				w.file.Make(w.t("ui.untitled"), w.t("ui.new.failed"), func() (journey.Project, error) {
					p, err := template.Read(t.Path)
					if err != nil {
						return journey.Project{}, err
					}
					return exchange.Renew(p, nil), nil
				}, nil)
			}),
			Remove: way(func() { w.askRemoveTemplate(t) })})
	}
	return g
}

// askTemplate asks what the template shall be called, and saves it.
func (w *Window) askTemplate() {
	entry := look.NewField(w.shownTitle(), 1, 300, func(string) {})
	d := w.ask("template", w.t("gallery.save"), w.t("gallery.save.text"), entry.Framed(),
		ask.Answer{Text: w.t("ui.cancel"), Cancel: true},
		ask.Answer{Text: w.t("ui.save"), Primary: true, Run: func() { w.saveTemplate(strings.TrimSpace(entry.Text)) }})
	entry.Keys = d.Key
	w.begin(d, entry)
}

func (w *Window) saveTemplate(title string) {
	if title == "" {
		title = w.t("ui.untitled")
	}
	w.ed.Settle()
	p, id := w.ed.Document().Project(), w.ed.MapID()
	go func() {
		dir, err := template.Folder()
		if err == nil {
			_, err = template.Save(dir, title, p, id)
		}
		w.do(func() {
			if err != nil {
				w.fail(w.t("gallery.save.failed"), err)
				return
			}
			w.say("check", w.t("gallery.saved"), w.f("gallery.saved.text", words.Args{"Name": title}))
			w.findTemplates()
		})
	}()
}

func (w *Window) askRemoveTemplate(t template.Template) {
	w.ask("trash", w.f("gallery.remove.ask", words.Args{"Name": t.Title}), w.t("gallery.remove.text"), nil,
		ask.Answer{Text: w.t("ui.cancel"), Cancel: true},
		ask.Answer{Text: w.t("gallery.remove.yes"), Primary: true, Run: func() {
			if err := template.Remove(t); err != nil {
				w.fail(w.t("gallery.remove.failed"), err)
			}
			w.findTemplates()
		}})
}
