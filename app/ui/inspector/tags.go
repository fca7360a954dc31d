package inspector

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/canvas/style"
	"jejak/data/edit"
	"jejak/data/journey"
)

// mostOffered is how many tags are offered at once.
const mostOffered = 8

// tags are the chips of cards. A press on one takes it off; one that only some of the cards carry,
// and those offered below, go to all. Typing a name adds it, as a new tag if there is none of it.
func (g *group) tags(s *subject[journey.Card]) {
	in := g.in
	caption := in.t("inspector.field.tags")
	flow := &look.Flow{Gap: 6, Width: in.line()}
	more := &look.Flow{Gap: 6, Width: in.line()}
	chips, offers := &fyne.Container{Layout: flow}, &fyne.Container{Layout: more}
	mixed := g.caption(caption)
	var f *look.Field
	var drawn []tagChip
	var project journey.Project

	give := func(id journey.ID) error {
		return s.set(caption, func(c *journey.Card) {
			if !slices.Contains(c.TagIDs, id) {
				c.TagIDs = append(c.TagIDs, id)
			}
		})
	}
	take := func(id journey.ID) error {
		return s.set(caption, func(c *journey.Card) {
			c.TagIDs = slices.DeleteFunc(c.TagIDs, func(t journey.ID) bool { return t == id })
		})
	}
	offer := func() {
		offers.Objects = nil
		for _, t := range in.offered(project, s.now, f.Text) {
			b := look.NewButton(look.Chip, "plus", t.Name, func() {
				if give(t.ID) == nil {
					f.Put("")
					in.o.Focus()
				}
			})
			b.Dot = dotOf(t)
			offers.Objects = append(offers.Objects, b)
		}
		offers.Refresh()
		in.box.Refresh()
	}
	f = look.NewField("", 1, in.line()-24, func(name string) {
		if in.addTag(s, caption, name) == nil {
			f.Put("")
		}
	})
	f.Ask = true
	f.After = func() {
		if f.Text == "" { // Enter keeps the keyboard, for the next tag; Esc goes back
			in.o.Canvas.Focus(f)
		}
	}
	f.Escape = func() {
		f.Put("")
		in.o.Focus()
	}
	f.OnChanged = func(string) { offer() }
	f.SetPlaceHolder(in.t("inspector.tags.add"))
	in.join(f)
	g.add(chips, f.Framed(), look.Gap(2), offers)
	g.fits = append(g.fits, func(w float32) {
		flow.Width, more.Width = w, w
		f.SetWidth(w)
	})
	var about []journey.ID
	g.update = append(g.update, func(p journey.Project) {
		project = p
		if !slices.Equal(s.ids, about) {
			about = slices.Clone(s.ids)
			f.Put("") // what was begun was for other cards
		}
		now := tagChips(p, s.now)
		mixed(slices.ContainsFunc(now, func(t tagChip) bool { return !t.all }))
		if !slices.Equal(now, drawn) || chips.Objects == nil {
			drawn = now
			chips.Objects = nil
			for _, t := range now {
				icon, press := "close", func() error { return take(t.tag.ID) }
				if !t.all {
					icon, press = "plus", func() error { return give(t.tag.ID) }
				}
				b := look.NewButton(look.Chip, icon, t.tag.Name, func() {
					if press() == nil {
						in.o.Focus()
					}
				})
				b.Dot = dotOf(t.tag)
				b.SetOn(t.all)
				chips.Objects = append(chips.Objects, b)
			}
			chips.Refresh()
		}
		offer()
	})
}

// tagChip is a tag of the cards; all: every one of them carries it.
type tagChip struct {
	tag journey.Tag
	all bool
}

func tagChips(p journey.Project, cards []journey.Card) []tagChip {
	count := map[journey.ID]int{}
	for _, c := range cards {
		for _, id := range c.TagIDs {
			count[id]++
		}
	}
	var list []tagChip
	for _, t := range p.TagsInOrder() {
		if n := count[t.ID]; n > 0 {
			list = append(list, tagChip{t, n == len(cards)})
		}
	}
	return list
}

// offered lists tags that not all of the cards carry and whose name holds what was typed.
func (in *Inspector) offered(p journey.Project, cards []journey.Card, typed string) []journey.Tag {
	has := map[journey.ID]bool{}
	for _, t := range tagChips(p, cards) {
		has[t.tag.ID] = true
	}
	typed = strings.ToLower(strings.TrimSpace(typed))
	var list []journey.Tag
	for _, t := range p.TagsInOrder() {
		if !has[t.ID] && strings.Contains(strings.ToLower(t.Name), typed) && len(list) < mostOffered {
			list = append(list, t)
		}
	}
	return list
}

// addTag gives the cards the tag of a name, which is made if there is none.
func (in *Inspector) addTag(s *subject[journey.Card], caption, name string) error {
	name = strings.TrimSpace(name)
	if name == "" {
		return nil
	}
	var id journey.ID
	for _, t := range in.o.Editor.Document().Project().TagsInOrder() {
		if id == "" && strings.EqualFold(t.Name, name) {
			id = t.ID
		}
	}
	return in.o.Change(edit.Label{Key: "inspector.change", Count: len(s.ids), Name: caption}, func(tx *edit.Tx) error {
		if id == "" {
			made, err := edit.AddTag(tx, name, "")
			if err != nil {
				return err
			}
			id = made
		}
		for _, card := range s.ids {
			err := edit.Update(tx, card, func(c *journey.Card) {
				if !slices.Contains(c.TagIDs, id) {
					c.TagIDs = append(c.TagIDs, id)
				}
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func dotOf(t journey.Tag) color.Color {
	if c, ok := style.ParseColor(t.Color); ok {
		return sign.NRGBA(c)
	}
	return look.Now().Third
}
