package library

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	store "jejak/app/library"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/edit/carry"
	"jejak/data/journey"
)

// put puts the chosen persona into the project, and on the map that is shown if that is wanted.
func (d *Dialog) put() {
	who, from := d.get(d.chosen), d.from
	mapID := d.o.MapID()
	if state, _ := d.state(); state == carry.Missing && !d.alsoOn {
		mapID = ""
	}
	if d.o.Change(edit.Label{Key: carry.LabelAdd, Name: who.Name}, func(tx *edit.Tx) error { return carry.OnMap(tx, from, who.ID, mapID) }) == nil {
		d.o.Done(who.ID)
		d.Update()
	}
}

// update brings the persona of the project up to the one that is chosen here.
func (d *Dialog) update() {
	who, from := d.get(d.chosen), d.from
	if d.o.Change(edit.Label{Key: carry.LabelUpdate, Name: who.Name}, func(tx *edit.Tx) error { return carry.Persona(tx, from, who.ID) }) == nil {
		d.o.Done(who.ID)
		d.Update()
	}
}

// Differences shows what differs between the two, and asks which is to become like the other.
func (d *Dialog) Differences() {
	who := d.get(d.chosen)
	q := ask.Question{
		Icon: "persona", Title: d.f("people.differs", words.Args{"Name": d.name(who)}),
		Body:    Table(d.o.Words, d.o.Project(), d.from, who.ID, d.t("people.side.project"), d.side()),
		Answers: []ask.Answer{{Text: d.t("ui.cancel"), Cancel: true}},
	}
	if d.file == "" {
		q.Answers = append(q.Answers, ask.Answer{Text: d.t("people.update.library"), Run: func() {
			p := d.o.Project()
			d.change(func() (journey.Project, error) { return d.o.Library.Save(p, who.ID) })
		}})
	}
	if !d.o.Locked() {
		q.Answers = append(q.Answers, ask.Answer{Text: d.t("people.update.project"), Run: d.update})
	}
	d.o.Ask(q)
}

// side is what the other side of a comparison is called.
func (d *Dialog) side() string {
	if d.file == "" {
		return d.t("people.side.library")
	}
	return filepath.Base(d.file)
}

// change changes the library and tells of its trouble.
func (d *Dialog) change(do func() (journey.Project, error)) {
	d.ask(do, func(err error) {
		if err != nil {
			d.fail(d.t("people.library.failed"), err)
		}
	})
}

func (d *Dialog) fail(title string, err error) {
	d.o.Ask(ask.Question{Icon: "warning", Title: title, Text: ask.Sentence(d.o.Words, err),
		Answers: []ask.Answer{{Text: d.t("ui.ok"), Primary: true, Cancel: true}}})
}

func (d *Dialog) rename() {
	who := d.get(d.chosen)
	field := look.NewField(who.Name, 1, 300, func(string) {})
	give := func() {
		if name := strings.TrimSpace(field.Text); name != "" && name != who.Name {
			d.change(func() (journey.Project, error) { return d.o.Library.Rename(who.ID, name) })
		}
	}
	dialog := d.o.Ask(ask.Question{Icon: "edit", Title: d.t("people.rename.title"), Text: d.t("people.rename.text"), Body: field.Framed(),
		Answers: []ask.Answer{{Text: d.t("ui.cancel"), Cancel: true}, {Text: d.t("people.rename.yes"), Primary: true, Run: give}}})
	field.Keys = dialog.Key
	d.o.Canvas.Focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (d *Dialog) remove() {
	who := d.get(d.chosen)
	d.o.Ask(ask.Question{Icon: "trash", Title: d.f("people.delete.title", words.Args{"Name": d.name(who)}), Text: d.t("people.delete.text"),
		Answers: []ask.Answer{{Text: d.t("ui.cancel"), Cancel: true}, {Text: d.t("people.delete.yes"), Primary: true, Run: func() {
			d.change(func() (journey.Project, error) { return d.o.Library.Remove(who.ID) })
		}}}})
}

// keep puts a persona of a file into the library.
func (d *Dialog) keep(from journey.Project, id journey.ID) { Keep(d.o, from, id) }

// Keep puts a persona of a project into the library. Where the library has another version, what
// differs is shown and it is asked whether that is to be replaced; whatever comes of it is told.
func Keep(o Options, from journey.Project, id journey.ID) {
	who, _ := from.Personas.Get(id)
	name := named(o.Words, who.Name)
	say := func(icon, title, text string) {
		o.Ask(ask.Question{Icon: icon, Title: title, Text: text, Answers: []ask.Answer{{Text: o.Words.T("ui.ok"), Primary: true, Cancel: true}}})
	}
	save := func() {
		done := o.Wait()
		go func() {
			_, err := o.Library.Save(from, id)
			o.Do(func() {
				done()
				if err != nil {
					say("warning", o.Words.T("people.library.failed"), ask.Sentence(o.Words, err))
					return
				}
				say("check", o.Words.F("people.kept", words.Args{"Name": name}), o.Words.F("people.kept.text", words.Args{"Path": o.Library.Path()}))
			})
		}()
	}
	done := o.Wait()
	go func() {
		p, err := o.Library.Read()
		o.Do(func() {
			done()
			if err != nil {
				say("warning", o.Words.T("people.library.trouble"), ask.Sentence(o.Words, err))
				return
			}
			switch state, _ := carry.Compare(from, p, id); state {
			case carry.Missing:
				save()
			case carry.Equal:
				say("check", o.Words.F("people.kept.already", words.Args{"Name": name}), "")
			case carry.Differs:
				o.Ask(ask.Question{Icon: "persona", Title: o.Words.F("people.differs", words.Args{"Name": name}),
					Body: Table(o.Words, from, p, id, o.Words.T("people.side.project"), o.Words.T("people.side.library")),
					Answers: []ask.Answer{{Text: o.Words.T("ui.cancel"), Cancel: true},
						{Text: o.Words.T("people.update.library"), Primary: true, Run: save}}})
			}
		})
	}()
}

// ways are what can be done about a library that cannot be read.
func (d *Dialog) ways() []fyne.CanvasObject {
	again := func(do func() (store.Repaired, error)) func() {
		return func() {
			var r store.Repaired
			d.ask(func() (p journey.Project, err error) {
				if r, err = do(); err != nil {
					return p, err
				}
				return d.o.Library.Read()
			}, func(err error) {
				if err != nil {
					d.fail(d.t("people.library.failed"), err)
					return
				}
				if r.Aside != "" {
					text := d.f("people.aside", words.Args{"Name": filepath.Base(r.Aside), "Folder": filepath.Dir(r.Aside)})
					switch {
					case r.Earlier:
						text = d.t("people.earlier") + " " + text
					case len(r.Lost) > 0:
						text = d.o.Words.N("people.lost", len(r.Lost), nil) + " " + text
					}
					d.o.Ask(ask.Question{Icon: "check", Title: d.t("people.library.works"), Text: text,
						Answers: []ask.Answer{{Text: d.t("ui.ok"), Primary: true, Cancel: true}}})
				}
			})
		}
	}
	var gone *store.GoneError
	if errors.As(d.err, &gone) {
		return []fyne.CanvasObject{
			look.NewButton(look.Primary, "", d.t("people.library.restore"), again(func() (store.Repaired, error) { return store.Repaired{}, d.o.Library.Restore() })),
			look.NewButton(look.Outlined, "", d.t("people.library.anew"), again(d.anew)),
		}
	}
	return []fyne.CanvasObject{
		look.NewButton(look.Primary, "", d.t("people.library.repair"), again(d.o.Library.Repair)),
		look.NewButton(look.Outlined, "", d.t("people.library.anew"), again(d.anew)),
	}
}

func (d *Dialog) anew() (store.Repaired, error) {
	aside, err := d.o.Library.Anew()
	return store.Repaired{Aside: aside}, err
}
