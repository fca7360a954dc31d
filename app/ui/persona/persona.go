// Package persona is what the personas of a project are looked after with: who they are, their
// portrait, where they appear, and how their curve looks.
//
// All of it belongs to the goroutine of the window.
package persona

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/manage"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Options is what the personas need of the window besides what every manager needs.
type Options struct {
	// Pick asks for a picture, reads it, and gives it with the name of its file. It tells of its
	// trouble itself.
	Pick func(then func(img image.Image, name string))
	// Page shows the page of a persona, Keep puts one into the library.
	Page, Keep func(journey.ID)
}

// book is the personas of the open dialog.
type book struct {
	h *manage.Host
	o Options
}

// Subject returns what a manager shows of personas.
func Subject(h *manage.Host, o Options) manage.Subject {
	b := &book{h, o}
	return manage.Subject{
		Title: h.T("persona.title"), Empty: h.T("persona.empty"), Add: h.T("persona.add"),
		List: b.list, Lead: b.lead, Form: b.form,
		New: func() (edit.Label, func(*edit.Tx) (journey.ID, error)) {
			name := h.T("persona.new")
			return edit.Label{Key: edit.LabelAddPersona}, func(tx *edit.Tx) (journey.ID, error) { return edit.AddPersona(tx, name) }
		},
		Copy: func(id journey.ID) (edit.Label, func(*edit.Tx) (journey.ID, error)) {
			p := b.get(id)
			name := h.Words.F("persona.copy", words.Args{"Name": p.Name})
			return edit.Label{Key: edit.LabelDuplicatePersona, Name: p.Name}, func(tx *edit.Tx) (journey.ID, error) {
				return edit.DuplicatePersona(tx, id, name)
			}
		},
		Move: func(id, before journey.ID) (edit.Label, func(*edit.Tx) error) {
			return edit.Label{Key: edit.LabelMovePersona, Name: b.get(id).Name}, func(tx *edit.Tx) error { return edit.MovePersona(tx, id, before) }
		},
		Remove: b.remove,
	}
}

func (b *book) get(id journey.ID) journey.Persona {
	p, _ := b.h.Project().Personas.Get(id)
	return p
}

func (b *book) name(p journey.Persona) string { return b.h.Name(p.Name) }

func (b *book) list(p journey.Project) []manage.Item {
	var items []manage.Item
	for _, r := range p.PersonasInOrder() {
		note := strings.TrimSpace(r.Occupation)
		if note == "" {
			note = strings.Join(strings.Fields(r.Summary), " ")
		}
		items = append(items, manage.Item{ID: r.ID, Name: b.name(r), Note: note})
	}
	return items
}

func (b *book) lead(id journey.ID) (fyne.CanvasObject, func(p journey.Project)) {
	portrait := sign.NewPortrait(manage.LeadSide)
	return portrait, func(p journey.Project) { b.face(portrait, p, id) }
}

// face brings a portrait up to date.
func (b *book) face(portrait *sign.Portrait, p journey.Project, id journey.ID) {
	r, _ := p.Personas.Get(id)
	img, _ := p.Images.Get(r.ImageID)
	portrait.Set(r.Name, sign.FaceOf(p, b.h.MapID(), id).Color, string(img.ID), func() []byte { return img.Data })
}

// form puts all about a persona into a form.
func (b *book) form(f *manage.Form, id journey.ID) {
	type p = journey.Persona
	b.head(f, id)
	manage.Text(f, "persona.summary", 1, func(r p) string { return r.Summary }, func(r *p, s string) { r.Summary = s })
	manage.Pair(f, "persona.age", func(r p) string { return r.Age }, func(r *p, s string) { r.Age = s },
		"persona.occupation", func(r p) string { return r.Occupation }, func(r *p, s string) { r.Occupation = s })
	manage.Text(f, "persona.quote", 2, func(r p) string { return r.Quote }, func(r *p, s string) { r.Quote = s })

	f.Heading("persona.part.mind")
	manage.Text(f, "persona.goals", 3, func(r p) string { return r.Goals }, func(r *p, s string) { r.Goals = s })
	manage.Text(f, "persona.needs", 3, func(r p) string { return r.Needs }, func(r *p, s string) { r.Needs = s })
	manage.Text(f, "persona.motivations", 2, func(r p) string { return r.Motivations }, func(r *p, s string) { r.Motivations = s })
	manage.Text(f, "persona.frustrations", 3, func(r p) string { return r.Frustrations }, func(r *p, s string) { r.Frustrations = s })

	f.Heading("persona.part.life")
	manage.Text(f, "persona.background", 3, func(r p) string { return r.Background }, func(r *p, s string) { r.Background = s })
	manage.Text(f, "persona.technology", 2, func(r p) string { return r.Technology }, func(r *p, s string) { r.Technology = s })
	manage.Text(f, "persona.segment", 1, func(r p) string { return r.Segment }, func(r *p, s string) { r.Segment = s })
	b.channels(f, id)

	f.Heading("persona.part.basis")
	var bases []string
	for _, v := range journey.Bases[1:] {
		bases = append(bases, string(v))
	}
	manage.Segments(f, "persona.basis", bases, func(v string) string { return b.h.T("persona.basis." + v) },
		func(r p) string { return string(r.Basis) }, func(r *p, s string) { r.Basis = journey.Basis(s) })
	manage.Text(f, "persona.source", 1, func(r p) string { return r.Source }, func(r *p, s string) { r.Source = s })

	f.Heading("persona.part.map")
	manage.Colors(f, "persona.color", sign.PersonaColors(b.h.Project(), b.h.MapID()), func(r p) string { return r.Color }, func(r *p, s string) { r.Color = s })
	b.sample(f, id)
	b.maps(f, id)
	for key, question := range questions {
		f.Fields[key].SetPlaceHolder(b.h.T(question))
	}
}

// questions stand in empty fields, in the customer's voice.
var questions = map[string]string{
	"persona.summary": "people.ask.summary", "persona.age": "people.ask.age", "persona.occupation": "people.ask.occupation",
	"persona.quote": "people.ask.quote", "persona.goals": "people.ask.goals", "persona.needs": "people.ask.needs",
	"persona.motivations": "people.ask.motivations", "persona.frustrations": "people.ask.frustrations",
	"persona.background": "people.ask.background", "persona.technology": "people.ask.technology",
	"persona.segment": "people.ask.segment", "persona.source": "people.ask.source",
}

// head is the portrait with what can be done with it, and the name beside it.
func (b *book) head(f *manage.Form, id journey.ID) {
	portrait := sign.NewPortrait(96)
	choose := look.NewButton(look.Outlined, "", b.h.T("persona.portrait.choose"), func() { b.choose(id) })
	clear := look.NewButton(look.Quiet, "trash", b.h.T("persona.portrait.remove"), func() {
		_ = b.h.Change(edit.Label{Key: edit.LabelPortrait, Name: b.get(id).Name}, func(tx *edit.Tx) error { // told there
			return edit.Update(tx, id, func(r *journey.Persona) { r.ImageID = "" })
		})
	})
	name := manage.TextField(f, "persona.name", 1, manage.FormWidth-116,
		func(r journey.Persona) string { return r.Name }, func(r *journey.Persona, s string) { r.Name = s })
	right := look.VBox(4, look.Caption(b.h.T("persona.name")), name.Framed(), look.Gap(4), look.HBox(6, choose, clear))
	f.Put(container.NewBorder(nil, nil, look.Pad(portrait, 0, 20, 0, 0), nil, right))
	f.Put(look.HBox(6, look.NewButton(look.Quiet, "persona", b.h.T("people.show"), func() { b.o.Page(id) }),
		look.NewButton(look.Quiet, "save", b.h.T("people.keep"), func() { b.o.Keep(id) })))
	f.OnUpdate(func(p journey.Project) {
		b.face(portrait, p, id)
		r, _ := p.Personas.Get(id)
		text := "persona.portrait.choose"
		if r.ImageID != "" {
			text = "persona.portrait.change"
		}
		choose.Text = b.h.T(text)
		choose.Refresh()
		clear.Hidden = r.ImageID == ""
		clear.Refresh()
	})
}

// choose asks for a picture, lets a circle be cut out of it, and makes that the portrait.
func (b *book) choose(id journey.ID) {
	b.o.Pick(func(img image.Image, name string) {
		if !b.h.Project().Personas.Has(id) {
			return
		}
		c := NewCrop(img)
		b.h.Ask(ask.Question{
			Title: b.h.T("persona.crop"), Text: b.h.T("persona.crop.text"), Body: c.WithButtons(),
			Answers: []ask.Answer{
				{Text: b.h.T("ui.cancel"), Cancel: true},
				{Text: b.h.T("persona.crop.use"), Primary: true, Run: func() { b.use(id, c, name) }},
			},
		})
		b.h.Canvas.Focus(c)
	})
}

func (b *book) use(id journey.ID, c *Crop, name string) {
	pic, err := c.Cut()
	_ = b.h.Change(edit.Label{Key: edit.LabelPortrait, Name: b.get(id).Name}, func(tx *edit.Tx) error { // told there
		if err != nil {
			return err
		}
		return edit.SetPortrait(tx, id, pic, name)
	})
}

// channels is the project's channels, those the persona likes chosen.
func (b *book) channels(f *manage.Form, id journey.ID) {
	f.Caption("persona.channels")
	row := container.New(look.NewFlow(manage.FormWidth, 6))
	none := look.NewText(b.h.T("persona.channels.none"), look.Second)
	f.Put(container.NewStack(none, row))
	var buttons []*look.Button
	var shown []journey.Channel
	f.OnUpdate(func(p journey.Project) {
		all := p.ChannelsInOrder()
		same := len(all) == len(shown)
		for i := 0; same && i < len(all); i++ {
			same = all[i] == shown[i]
		}
		if !same {
			shown, buttons, row.Objects = all, nil, nil
			for _, c := range all {
				button := look.NewButton(look.Outlined, "", c.Name, func() { b.toggle(id, c.ID) })
				buttons = append(buttons, button)
				row.Add(button)
			}
		}
		none.Hidden = len(all) > 0
		r, _ := p.Personas.Get(id)
		for i, c := range shown {
			on := false
			for _, have := range r.ChannelIDs {
				on = on || have == c.ID
			}
			buttons[i].SetOn(on)
		}
	})
}

// toggle adds a channel to those a persona likes, or takes it out.
func (b *book) toggle(id, channel journey.ID) {
	_ = b.h.Change(edit.Label{Key: edit.LabelUpdate}, func(tx *edit.Tx) error { // told there
		return edit.Update(tx, id, func(r *journey.Persona) {
			for i, have := range r.ChannelIDs {
				if have == channel {
					r.ChannelIDs = append(r.ChannelIDs[:i], r.ChannelIDs[i+1:]...)
					return
				}
			}
			r.ChannelIDs = append(r.ChannelIDs, channel)
		})
	})
}

// sample shows how the persona's curve looks on the map that is open.
func (b *book) sample(f *manage.Form, id journey.ID) {
	f.Caption("persona.curve")
	img := canvas.NewImageFromResource(nil)
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSize(sign.CurveWidth*1.5, sign.CurveHeight*1.5))
	f.Put(container.NewBorder(nil, nil, look.Pad(img, 0, 12, 0, 0), nil, look.NewText(b.h.T("persona.curve.text"), look.Second)))
	f.OnUpdate(func(p journey.Project) {
		face := sign.FaceOf(p, b.h.MapID(), id)
		img.Resource = sign.Curve(face.Order, face.Color, look.Now().Panel)
		img.Refresh()
	})
}

// maps is a tick for each map of the project.
func (b *book) maps(f *manage.Form, id journey.ID) {
	f.Caption("persona.maps")
	box := look.VBox(2)
	f.Put(box)
	shown := ""
	var ticks []*look.Check
	f.OnUpdate(func(p journey.Project) {
		all := p.MapsInOrder()
		now := ""
		for _, m := range all {
			now += string(m.ID) + "\x00" + m.Title + "\x00" + string(m.Type) + "\x00"
		}
		if now != shown {
			shown, ticks, box.Objects = now, nil, nil
			for _, m := range all {
				kind := b.h.T("map.type." + string(m.Type))
				name := kind
				if m.Title != "" {
					name = m.Title + " · " + kind
				}
				t := look.NewCheck(name, func(on bool) { b.appear(f, m.ID, id, on) })
				ticks = append(ticks, t)
				box.Add(t)
			}
		}
		for i, m := range all {
			ticks[i].Set(appearance(p, m.ID, id) != "")
		}
	})
}

func appearance(p journey.Project, mapID, persona journey.ID) journey.ID {
	for a := range p.Appearances.All() {
		if a.MapID == mapID && a.PersonaID == persona {
			return a.ID
		}
	}
	return ""
}

// appear puts a persona on a map or takes them off it; taking them off takes their curve along, so
// it asks where there is one.
func (b *book) appear(f *manage.Form, mapID, id journey.ID, on bool) {
	name, p := b.get(id).Name, b.h.Project()
	back := func() { f.Update(b.h.Project()) } // the tick as it was
	change := func(key string, do func(*edit.Tx) error) {
		if b.h.Change(edit.Label{Key: key, Name: name}, do) != nil {
			back()
		}
	}
	if on {
		change(edit.LabelPersonaOnMap, func(tx *edit.Tx) error {
			_, err := edit.AddAppearance(tx, mapID, id)
			return err
		})
		return
	}
	off := func() {
		change(edit.LabelPersonaOffMap, func(tx *edit.Tx) error { return edit.RemoveAppearance(tx, appearance(p, mapID, id)) })
	}
	points := 0
	for pt := range p.Points.All() {
		if pt.MapID == mapID && pt.PersonaID == id {
			points++
		}
	}
	if points == 0 {
		off()
		return
	}
	m, _ := p.Maps.Get(mapID)
	b.h.Ask(ask.Question{Icon: "emotion", Title: b.h.Words.F("persona.off", words.Args{"Name": b.name(b.get(id)), "Title": m.Title}),
		Text: b.h.Words.N("persona.off.text", points, nil),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true, Run: back},
			{Text: b.h.T("persona.off.yes"), Primary: true, Run: off}}})
}

// remove asks whether a persona may go, with what hangs on it, and removes it.
func (b *book) remove(id journey.ID) {
	p, r := b.h.Project(), b.get(id)
	maps, points, lanes := 0, 0, 0
	for a := range p.Appearances.All() {
		if a.PersonaID == id {
			maps++
		}
	}
	for pt := range p.Points.All() {
		if pt.PersonaID == id {
			points++
		}
	}
	for l := range p.Lanes.All() {
		if l.PersonaID == id {
			lanes++
		}
	}
	var text []string
	if maps > 0 {
		text = append(text, b.h.Words.N("persona.delete.maps", maps, nil))
	}
	if points > 0 {
		text = append(text, b.h.Words.N("persona.delete.points", points, nil))
	}
	if lanes > 0 {
		text = append(text, b.h.Words.N("persona.delete.lanes", lanes, nil))
	}
	text = append(text, b.h.T("manage.undo"))
	b.h.Ask(ask.Question{Icon: "trash", Title: b.h.Words.F("persona.delete", words.Args{"Name": b.name(r)}), Text: strings.Join(text, " "),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true},
			{Text: b.h.T("persona.delete.yes"), Primary: true, Run: func() {
				_ = b.h.Change(edit.Label{Key: edit.LabelRemovePersona, Name: r.Name}, func(tx *edit.Tx) error { return edit.RemovePersona(tx, id) }) // told there
			}}}})
}
