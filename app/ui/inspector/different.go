package inspector

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
)

// differentKinds shows what things of different kinds have in common: tags and colour, as far as they
// can have them, and what can be done with any.
func (in *Inspector) differentKinds() {
	g := in.root
	in.head(func(journey.Project) (string, string) { return "", "" })
	in.retarget = func([]journey.Ref) {}
	cards := &subject[journey.Card]{in: in}
	tags, colors := newGroup(in), newGroup(in)
	tags.tags(cards)
	caption := in.t("inspector.field.color")
	colors.picks(caption, func(p journey.Project) []string { return swatches(paletteOf(p, in.shape.mapID)) }, disc,
		func(p journey.Project) (common string, mixed bool) {
			for i, r := range in.painted() {
				rec, _ := p.Get(r)
				c, _ := colorOf(rec)
				if i > 0 && c != common {
					return "", true
				}
				common = c
			}
			return common, false
		}, func(to string) error { return in.paint(caption, to) })
	g.add(tags.box, colors.box, look.Gap(10))
	g.fits = append(g.fits, tags.fit, colors.fit)
	g.update = append(g.update, func(p journey.Project) {
		cards.ids = nil
		for _, r := range in.shown {
			if r.Kind == journey.KindCard {
				cards.ids = append(cards.ids, r.ID)
			}
		}
		cards.read(p)
		tags.refresh(p)
		colors.refresh(p)
		showIf(tags.box, len(cards.ids) > 0)
		showIf(colors.box, len(in.painted()) > 0)
	})
	for _, a := range [][2]string{{"edit.duplicate", "duplicate"}, {"edit.delete", "trash"}} {
		if b := in.action(editor.ActionID(a[0]), a[1]); b != nil {
			g.add(b, look.Gap(2))
		}
	}
}

// painted lists what is selected and can have a colour of its own.
func (in *Inspector) painted() []journey.Ref {
	var refs []journey.Ref
	for _, r := range in.shown {
		switch r.Kind {
		case journey.KindStage, journey.KindCard, journey.KindPersona:
			refs = append(refs, r)
		}
	}
	return refs
}

// colorOf is the colour that was given to a record; false: it can have none.
func colorOf(rec journey.Record) (string, bool) {
	switch r := rec.(type) {
	case journey.Stage:
		return r.Color, true
	case journey.Card:
		return r.Color, true
	case journey.Persona:
		return r.Color, true
	}
	return "", false
}

// paint gives all that is selected and can have one a colour.
func (in *Inspector) paint(caption, to string) error {
	refs := in.painted()
	return in.o.Change(edit.Label{Key: "inspector.change", Count: len(refs), Name: caption}, func(tx *edit.Tx) error {
		for _, r := range refs {
			var err error
			switch r.Kind {
			case journey.KindStage:
				err = edit.Update(tx, r.ID, func(rec *journey.Stage) { rec.Color = to })
			case journey.KindCard:
				err = edit.Update(tx, r.ID, func(rec *journey.Card) { rec.Color = to })
			case journey.KindPersona:
				err = edit.Update(tx, r.ID, func(rec *journey.Persona) { rec.Color = to })
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func showIf(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
