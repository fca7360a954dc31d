package export

import (
	"slices"

	"jejak/canvas/cast"
	"jejak/canvas/page"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// Cast is what sheets of personas there are.
type Cast string

// The sheets of personas.
const (
	NoCast   Cast = ""
	Behind   Cast = "behind"   // a page of each, behind the maps; not for all formats
	Pages    Cast = "pages"    // a page of each, in place of the map
	Compared Cast = "compared" // all of them side by side, in place of the map
)

// Casts lists the sheets of personas.
var Casts = []Cast{NoCast, Behind, Pages, Compared}

// Alone reports whether the sheets stand in place of the map.
func (c Cast) Alone() bool { return c == Pages || c == Compared }

// soundCast takes sheets of personas out that the rest of s has no room for.
func (s Settings) soundCast() Settings {
	if !slices.Contains(Casts, s.Cast) || s.Cast.Alone() && !s.Format.Sheets() || s.Cast == Behind && s.Format != PDF {
		s.Cast = NoCast
	}
	switch {
	case s.Cast.Alone():
		s.Subject, s.Spread, s.Lens = TheMap, OnePage, ""
	case s.Cast == Behind && (s.Subject != TheMap || s.Spread == Slides): // slides have their own
		s.Cast = NoCast
	}
	return s
}

// people are the personas that sheets are of: those that the draft names, else those on the maps of
// the book, each once, without those that are left out.
func (d *Draft) people(b *Book) []journey.ID {
	who := slices.Clone(d.Who)
	if len(who) == 0 {
		for _, m := range b.Maps {
			for _, a := range d.project.AppearancesOf(m) {
				if !slices.Contains(who, a.PersonaID) {
					who = append(who, a.PersonaID)
				}
			}
		}
	}
	return slices.DeleteFunc(who, func(id journey.ID) bool { return b.Leave[id] || !d.project.Personas.Has(id) })
}

// cast draws the sheets of personas.
func (d *Draft) cast(b *Book) []page.Source {
	o := cast.Options{Words: d.words(b.Settings), Measurer: d.faces}
	if b.Palette != "" {
		o.Sheet = style.New(b.Palette)
	}
	who := d.people(b)
	if len(who) == 0 {
		return nil
	}
	if b.Cast == Compared {
		return []page.Source{{Scene: cast.Compare(d.project, b.first(), who, o)}}
	}
	var list []page.Source
	for _, id := range who {
		list = append(list, page.Source{Scene: cast.Page(d.project, d.mapOf(b, id), id, o)})
	}
	if !b.Format.Several() {
		list = list[:min(1, len(list))]
	}
	return list
}

// mapOf is the first map of the book that has a persona, whose colour is theirs; the first of all if
// none has.
func (d *Draft) mapOf(b *Book, id journey.ID) journey.ID {
	for _, m := range b.Maps {
		for _, a := range d.project.AppearancesOf(m) {
			if a.PersonaID == id {
				return m
			}
		}
	}
	return b.first()
}
