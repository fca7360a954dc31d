// Package channel is what the channels of a project are looked after with: how they are called, their
// icon and kind, who uses them, and making one of two.
//
// All of it belongs to the goroutine of the window.
package channel

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/manage"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// book is the channels of the open dialog.
type book struct{ h *manage.Host }

// icons are those that stand for channels, "" for the one that fits the name.
var icons = []string{"", "globe", "search", "mobile", "mail", "chat", "phone", "camera", "megaphone", "document",
	"shop", "person", "people", "card", "truck", "pin", "calendar", "star", "image", "dot"}

// Subject returns what a manager shows of channels.
func Subject(h *manage.Host) manage.Subject {
	b := &book{h}
	return manage.Subject{
		Title: h.T("channel.title"), Empty: h.T("channel.empty"), Add: h.T("channel.add"),
		List: b.list, Lead: b.lead, Form: b.form,
		New: func() (edit.Label, func(*edit.Tx) (journey.ID, error)) {
			name := h.T("channel.new")
			return edit.Label{Key: edit.LabelAddChannel}, func(tx *edit.Tx) (journey.ID, error) { return edit.AddChannel(tx, name, "") }
		},
		Move: func(id, before journey.ID) (edit.Label, func(*edit.Tx) error) {
			return edit.Label{Key: edit.LabelMoveChannel, Name: b.get(id).Name}, func(tx *edit.Tx) error { return edit.MoveChannel(tx, id, before) }
		},
		Remove: b.remove,
	}
}

func (b *book) get(id journey.ID) journey.Channel {
	c, _ := b.h.Project().Channels.Get(id)
	return c
}

func (b *book) name(c journey.Channel) string { return b.h.Name(c.Name) }

// use counts who names a channel.
type use struct{ cards, personas int }

func usesOf(p journey.Project) map[journey.ID]use {
	uses := map[journey.ID]use{}
	for c := range p.Cards.All() {
		u := uses[c.ChannelID]
		u.cards++
		uses[c.ChannelID] = u
	}
	for r := range p.Personas.All() {
		for _, id := range r.ChannelIDs {
			u := uses[id]
			u.personas++
			uses[id] = u
		}
	}
	return uses
}

func (b *book) list(p journey.Project) []manage.Item {
	uses := usesOf(p)
	var items []manage.Item
	for _, c := range p.ChannelsInOrder() {
		note := []string{}
		if c.Reach != "" {
			note = append(note, b.h.T("channel.reach."+string(c.Reach)))
		}
		if c.Ownership != "" {
			note = append(note, b.h.T("map.ownership."+string(c.Ownership)))
		}
		note = append(note, b.h.Words.N("channel.cards", uses[c.ID].cards, nil))
		items = append(items, manage.Item{ID: c.ID, Name: b.name(c), Note: strings.Join(note, " · ")})
	}
	return items
}

func (b *book) lead(id journey.ID) (fyne.CanvasObject, func(p journey.Project)) {
	img := canvas.NewImageFromResource(nil)
	img.FillMode = canvas.ImageFillContain
	box := look.Pad(img, 4, 4, 4, 4)
	return box, func(p journey.Project) {
		c, _ := p.Channels.Get(id)
		if res := sign.ChannelIcon(c, look.Now().AccentInk); img.Resource != res {
			img.Resource = res
			img.Refresh()
		}
	}
}

// form puts all about a channel into a form.
func (b *book) form(f *manage.Form, id journey.ID) {
	type c = journey.Channel
	manage.Text(f, "channel.name", 1, func(r c) string { return r.Name }, func(r *c, s string) { r.Name = s })
	b.pickIcon(f, id)
	manage.Segments(f, "channel.reach", []string{string(journey.ReachOnline), string(journey.ReachOffline)},
		func(v string) string { return b.h.T("channel.reach." + v) },
		func(r c) string { return string(r.Reach) }, func(r *c, s string) { r.Reach = journey.Reach(s) })
	manage.Segments(f, "channel.ownership", []string{string(journey.OwnershipPaid), string(journey.OwnershipEarned), string(journey.OwnershipOwned)},
		func(v string) string { return b.h.T("channel.ownership." + v) },
		func(r c) string { return string(r.Ownership) }, func(r *c, s string) { r.Ownership = journey.Ownership(s) })
	manage.Pair(f, "channel.cost", func(r c) string { return r.Cost }, func(r *c, s string) { r.Cost = s },
		"channel.revenue", func(r c) string { return r.Revenue }, func(r *c, s string) { r.Revenue = s })
	manage.Text(f, "channel.note", 2, func(r c) string { return r.Note }, func(r *c, s string) { r.Note = s })

	f.Heading("channel.part.use")
	text := look.NewLabel("", look.TextSize, look.Regular, look.Ink)
	f.Put(look.Gap(2))
	f.Put(text)
	f.OnUpdate(func(p journey.Project) { text.SetText(b.used(usesOf(p)[id])) })
	manage.Merge(f, "channel.merge", func(p journey.Project) []manage.Item {
		return slices.DeleteFunc(b.list(p), func(it manage.Item) bool { return it.ID == id })
	}, func(into journey.ID) { b.merge(id, into) })
}

// used says who names a channel.
func (b *book) used(u use) string {
	if u == (use{}) {
		return b.h.T("channel.unused")
	}
	var parts []string
	if u.cards > 0 {
		parts = append(parts, b.h.Words.N("channel.on.cards", u.cards, nil))
	}
	if u.personas > 0 {
		parts = append(parts, b.h.Words.N("channel.of.personas", u.personas, nil))
	}
	return strings.Join(parts, " ")
}

// pickIcon is the icons to choose from.
func (b *book) pickIcon(f *manage.Form, id journey.ID) {
	f.Caption("channel.icon")
	const side = 38
	ink := look.Now().Ink
	cells := make([]fyne.Resource, len(icons))
	for i, name := range icons {
		if name == "" {
			cells[i] = look.Icon("auto", ink)
		} else {
			cells[i] = sign.ChannelIcon(journey.Channel{Icon: name}, ink)
		}
	}
	choices := look.NewChoices(side, 10, cells, func(i int) {
		if b.h.Change(edit.Label{Key: edit.LabelUpdate}, func(tx *edit.Tx) error {
			return edit.Update(tx, id, func(c *journey.Channel) { c.Icon = icons[i] })
		}) != nil {
			f.Update(b.h.Project())
		}
	})
	f.Put(choices)
	hint := look.NewLabel(b.h.T("channel.icon.auto"), look.SmallSize, look.Regular, look.Second)
	f.Put(hint)
	f.OnUpdate(func(p journey.Project) {
		c, _ := p.Channels.Get(id)
		choices.Set(slices.Index(icons, c.Icon))
	})
}

// merge asks whether a channel may become another one, and makes it so.
func (b *book) merge(id, into journey.ID) {
	from, to := b.get(id), b.get(into)
	b.h.Ask(ask.Question{Icon: "channel",
		Title:   b.h.Words.F("channel.merge.ask", words.Args{"Name": b.name(from), "Into": b.name(to)}),
		Text:    b.used(usesOf(b.h.Project())[id]) + " " + b.h.Words.F("channel.merge.text", words.Args{"Into": b.name(to)}),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true}, {Text: b.h.T("manage.merge.yes"), Primary: true, Run: func() { b.mergeNow(id, into) }}}})
}

func (b *book) mergeNow(id, into journey.ID) {
	if b.h.Change(edit.Label{Key: edit.LabelMergeChannels, Name: b.get(into).Name}, func(tx *edit.Tx) error {
		return edit.MergeChannels(tx, into, []journey.ID{id})
	}) == nil {
		b.h.Choose(into)
	}
}

// remove asks whether a channel may go, where anybody uses it, and removes it.
func (b *book) remove(id journey.ID) {
	c, u := b.get(id), usesOf(b.h.Project())[id]
	gone := func() {
		_ = b.h.Change(edit.Label{Key: edit.LabelRemoveChannel, Name: c.Name}, func(tx *edit.Tx) error { return edit.RemoveChannel(tx, id) }) // told there
	}
	if u == (use{}) {
		gone()
		return
	}
	b.h.Ask(ask.Question{Icon: "trash", Title: b.h.Words.F("channel.delete", words.Args{"Name": b.name(c)}),
		Text: b.used(u) + " " + b.h.T("channel.delete.text") + " " + b.h.T("manage.undo"),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true},
			{Text: b.h.T("channel.delete.yes"), Primary: true, Run: gone}}})
}
