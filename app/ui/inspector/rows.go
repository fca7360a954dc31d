package inspector

import (
	"slices"

	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
)

// rows are small groups, one for each record that belongs to what is shown: its measurements, its
// actions, its comments. They are made anew when there are others.
func (g *group) rows(list func(journey.Project) []journey.ID, make func(row *group, id journey.ID)) {
	in := g.in
	box := look.VBox(8)
	groups := map[journey.ID]*group{}
	var have []journey.ID
	width := in.line()
	g.add(box)
	g.fits = append(g.fits, func(w float32) {
		width = w
		for _, r := range groups {
			r.fit(w)
		}
	})
	g.update = append(g.update, func(p journey.Project) {
		if now := list(p); !slices.Equal(now, have) {
			have = now
			kept := map[journey.ID]*group{}
			box.Objects = nil
			for _, id := range now {
				r := groups[id]
				if r == nil {
					r = newGroup(in)
					make(r, id)
					r.fit(width)
				}
				kept[id] = r
				box.Objects = append(box.Objects, r.box)
			}
			groups = kept
			box.Refresh()
		}
		for _, id := range have {
			groups[id].refresh(p)
		}
	})
}

// remove is a small button that takes a record away.
func (in *Inspector) remove(hint string, label edit.Label, ref journey.Ref) *look.Button {
	b := look.NewButton(look.Quiet, "trash", "", func() {
		// Change tells of the trouble
		_ = in.o.Change(label, func(tx *edit.Tx) error { return edit.Remove(tx, ref) })
	})
	b.Hint, b.OnHint = hint, in.o.Hint
	return b
}

// belongings caches what a pass over all records of a kind finds, as long as none of them changes.
type belongings[T journey.Record] struct {
	table journey.Table[T]
	at    journey.Ref
	known bool
	ids   []journey.ID
}

// of lists the records of a table that belong to what at points at.
func (b *belongings[T]) of(table journey.Table[T], at journey.Ref, find func() []T) []journey.ID {
	if !b.known || b.table != table || b.at != at {
		b.table, b.at, b.known = table, at, true
		b.ids = nil
		for _, r := range find() {
			b.ids = append(b.ids, r.RecordID())
		}
	}
	return b.ids
}
