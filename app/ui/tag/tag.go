// Package tag is what the tags of a project are looked after with: their names and colours, which
// cards carry them, and making one of two.
//
// All of it belongs to the goroutine of the window.
package tag

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/manage"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/canvas/style"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Options is what the tags need of the window besides what every manager needs.
type Options struct {
	// Select closes the dialog and selects cards of the map that is shown.
	Select func(cards []journey.Ref)
}

// book is the tags of the open dialog.
type book struct {
	h *manage.Host
	o Options
}

// Subject returns what a manager shows of tags.
func Subject(h *manage.Host, o Options) manage.Subject {
	b := &book{h, o}
	return manage.Subject{
		Title: h.T("tag.title"), Empty: h.T("tag.empty"), Add: h.T("tag.add"),
		List: b.list, Lead: b.lead, Form: b.form,
		New: func() (edit.Label, func(*edit.Tx) (journey.ID, error)) {
			name := h.T("tag.new")
			return edit.Label{Key: edit.LabelAddTag}, func(tx *edit.Tx) (journey.ID, error) { return edit.AddTag(tx, name, "") }
		},
		Move: func(id, before journey.ID) (edit.Label, func(*edit.Tx) error) {
			return edit.Label{Key: edit.LabelMoveTag, Name: b.get(id).Name}, func(tx *edit.Tx) error { return edit.MoveTag(tx, id, before) }
		},
		Remove: b.remove,
	}
}

func (b *book) get(id journey.ID) journey.Tag {
	t, _ := b.h.Project().Tags.Get(id)
	return t
}

func (b *book) name(t journey.Tag) string { return b.h.Name(t.Name) }

// Cards lists the cards of a map that carry a tag, by ID; of all maps if mapID is empty.
func Cards(p journey.Project, mapID, id journey.ID) []journey.Ref {
	var refs []journey.Ref
	for c := range p.Cards.All() {
		if (mapID == "" || c.MapID == mapID) && slices.Contains(c.TagIDs, id) {
			refs = append(refs, journey.RefTo(c))
		}
	}
	slices.SortFunc(refs, func(a, b journey.Ref) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return refs
}

func (b *book) list(p journey.Project) []manage.Item {
	uses := map[journey.ID]int{}
	for c := range p.Cards.All() {
		for _, id := range c.TagIDs {
			uses[id]++
		}
	}
	var items []manage.Item
	for _, t := range p.TagsInOrder() {
		items = append(items, manage.Item{ID: t.ID, Name: b.name(t), Note: b.h.Words.N("tag.cards", uses[t.ID], nil)})
	}
	return items
}

func (b *book) lead(id journey.ID) (fyne.CanvasObject, func(p journey.Project)) {
	img := canvas.NewImageFromResource(nil)
	img.FillMode = canvas.ImageFillContain
	return look.Pad(img, 4, 4, 4, 4), func(p journey.Project) {
		t, _ := p.Tags.Get(id)
		ink := look.Now().Second
		if c, ok := style.ParseColor(t.Color); ok {
			ink = sign.NRGBA(c)
		}
		if res := look.Icon("tag", ink); img.Resource != res {
			img.Resource = res
			img.Refresh()
		}
	}
}

// offered are the colours to choose from, all dark enough to be read.
var offered = []color.NRGBA{
	{0xC0, 0x35, 0x2B, 255}, {0xB4, 0x53, 0x09, 255}, {0x8A, 0x5A, 0x00, 255}, {0x3F, 0x62, 0x12, 255}, {0x15, 0x80, 0x3D, 255},
	{0x0F, 0x76, 0x6E, 255}, {0x2B, 0x6C, 0xB5, 255}, {0x5B, 0x5B, 0xD6, 255}, {0x96, 0x4B, 0xBD, 255}, {0xC2, 0x41, 0x7C, 255}, {0x47, 0x55, 0x69, 255},
}

// form puts all about a tag into a form.
func (b *book) form(f *manage.Form, id journey.ID) {
	b.nameField(f, id)
	manage.Colors(f, "tag.color", offered, func(t journey.Tag) string { return t.Color }, func(t *journey.Tag, s string) { t.Color = s })
	f.Heading("tag.part.use")
	text := look.NewLabel("", look.TextSize, look.Regular, look.Ink)
	find := look.NewButton(look.Outlined, "cursor", b.h.T("tag.select"), func() {
		b.o.Select(Cards(b.h.Project(), b.h.MapID(), id))
	})
	f.Put(look.Gap(2))
	f.Put(text)
	f.Put(look.Gap(2))
	f.Put(look.HBox(0, find))
	f.OnUpdate(func(p journey.Project) {
		all, here := len(Cards(p, "", id)), len(Cards(p, b.h.MapID(), id))
		switch {
		case all == 0:
			text.SetText(b.h.T("tag.unused"))
		case all == here:
			text.SetText(b.h.Words.N("tag.used", all, nil))
		default:
			text.SetText(b.h.Words.N("tag.used", all, nil) + " " + b.h.Words.N("tag.here", here, nil))
		}
		find.SetEnabled(here > 0)
	})
	manage.Merge(f, "tag.merge", func(p journey.Project) []manage.Item {
		return slices.DeleteFunc(b.list(p), func(it manage.Item) bool { return it.ID == id })
	}, func(into journey.ID) { b.merge(id, into) })
}

// nameField is the name. One that another tag has offers to make the two one.
func (b *book) nameField(f *manage.Form, id journey.ID) {
	f.Caption("tag.name")
	f.Put(manage.Named(f, "tag.name", func(t journey.Tag) string { return t.Name }, func(name string) {
		for _, t := range b.h.Project().TagsInOrder() {
			if t.ID != id && strings.EqualFold(strings.TrimSpace(t.Name), strings.TrimSpace(name)) {
				b.merge(id, t.ID)
				return
			}
		}
		_ = b.h.Change(edit.Label{Key: edit.LabelRename, Name: name}, func(tx *edit.Tx) error { // told there
			return edit.Update(tx, id, func(t *journey.Tag) { t.Name = name })
		})
	}).Framed())
}

// merge asks whether a tag may become another one, and makes it so.
func (b *book) merge(id, into journey.ID) {
	from, to := b.get(id), b.get(into)
	b.h.Ask(ask.Question{Icon: "tag",
		Title: b.h.Words.F("tag.merge.ask", words.Args{"Name": b.name(from), "Into": b.name(to)}),
		Text:  b.h.Words.N("tag.merge.text", len(Cards(b.h.Project(), "", id)), words.Args{"Into": b.name(to)}),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true}, {Text: b.h.T("manage.merge.yes"), Primary: true, Run: func() {
			if b.h.Change(edit.Label{Key: edit.LabelMergeTags, Name: to.Name}, func(tx *edit.Tx) error {
				return edit.MergeTags(tx, into, []journey.ID{id})
			}) == nil {
				b.h.Choose(into)
			}
		}}}})
}

// remove asks whether a tag may go, where any card carries it, and removes it.
func (b *book) remove(id journey.ID) {
	t, n := b.get(id), len(Cards(b.h.Project(), "", id))
	gone := func() {
		_ = b.h.Change(edit.Label{Key: edit.LabelRemoveTag, Name: t.Name}, func(tx *edit.Tx) error { return edit.RemoveTag(tx, id) }) // told there
	}
	if n == 0 {
		gone()
		return
	}
	b.h.Ask(ask.Question{Icon: "trash", Title: b.h.Words.F("tag.delete", words.Args{"Name": b.name(t)}),
		Text: b.h.Words.N("tag.delete.text", n, nil) + " " + b.h.T("manage.undo"),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true},
			{Text: b.h.T("tag.delete.yes"), Primary: true, Run: gone}}})
}
