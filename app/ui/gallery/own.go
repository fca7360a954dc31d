package gallery

import (
	"image"
	"strings"

	"jejak/app/template"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/app/ui/start"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// Find looks in the background for the templates that were saved.
func (g *Gallery) Find() {
	go func() {
		dir, err := template.Folder()
		if err != nil {
			return // without a home there are none
		}
		list := template.List(dir)
		g.o.Do(func() {
			if len(list) == 0 && len(g.own) == 0 {
				return
			}
			g.own = list
			g.o.Changed()
		})
	}()
}

// saved are the templates that were saved, as a group. way is put round what each of them does.
func (g *Gallery) saved(way func(func()) func()) start.Group {
	group := start.Group{Title: g.t("gallery.own")}
	for _, t := range g.own {
		group.Ways = append(group.Ways, start.Way{Icon: "template", Title: t.Title, About: t.About,
			Picture: func(show func(image.Image)) {
				g.o.Thumbs.Ask("own "+t.Path, func() image.Image {
					p, err := template.Read(t.Path)
					if err != nil {
						return nil // the icon stays; choosing it tells why
					}
					width, height := look.CardPicture()
					return picture.Thumb(p, 2*width, 2*height)
				}, show)
			},
			Run: way(func() {
				g.o.Make(g.t("ui.untitled"), g.t("ui.new.failed"), func() (journey.Project, error) {
					p, err := template.Read(t.Path)
					if err != nil {
						return journey.Project{}, err
					}
					return exchange.Renew(p, nil), nil
				}, nil)
			}),
			Remove: way(func() { g.askRemove(t) })})
	}
	return group
}

// AskSave asks what the template of the shown map shall be called, and saves it.
func (g *Gallery) AskSave() {
	p, id := g.o.Shown()
	m, _ := p.Maps.Get(id)
	entry := look.NewField(m.Title, 1, 300, func(string) {})
	d := g.o.Desk.Show(ask.Question{Icon: "template", Title: g.t("gallery.save"), Text: g.t("gallery.save.text"), Body: entry.Framed(),
		Answers: []ask.Answer{{Text: g.t("ui.cancel"), Cancel: true},
			{Text: g.t("ui.save"), Primary: true, Run: func() { g.save(strings.TrimSpace(entry.Text)) }}}})
	entry.Keys = d.Key
	g.o.Begin(d, entry)
}

func (g *Gallery) save(title string) {
	if title == "" {
		title = g.t("ui.untitled")
	}
	p, id := g.o.Shown()
	go func() {
		dir, err := template.Folder()
		if err == nil {
			_, err = template.Save(dir, title, p, id)
		}
		g.o.Do(func() {
			if err != nil {
				g.o.Fail(g.t("gallery.save.failed"), err)
				return
			}
			g.o.Desk.Say("check", g.t("gallery.saved"), g.f("gallery.saved.text", words.Args{"Name": title}))
			g.Find()
		})
	}()
}

func (g *Gallery) askRemove(t template.Template) {
	g.o.Desk.Show(ask.Question{Icon: "trash", Title: g.f("gallery.remove.ask", words.Args{"Name": t.Title}), Text: g.t("gallery.remove.text"),
		Answers: []ask.Answer{{Text: g.t("ui.cancel"), Cancel: true},
			{Text: g.t("gallery.remove.yes"), Primary: true, Run: func() {
				if err := template.Remove(t); err != nil {
					g.o.Fail(g.t("gallery.remove.failed"), err)
				}
				g.Find()
			}}}})
}
