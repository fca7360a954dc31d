// Package layout arranges a journey map: a map and a style become a scene.
//
// All measures are points, origin top left, y down. Everything here is pure: no files, no clock,
// no state between calls; any function may be called from any goroutine.
package layout

import (
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Options says how a map is to look.
type Options struct {
	Sheet    *style.Sheet  // nil: the sheet of the palette that the map or the project names
	Words    *words.Table  // language of the fixed words; nil: the project's
	Measurer text.Measurer // nil: the shared library of faces

	Leave      map[journey.ID]bool // lanes and personas that are not drawn; may be nil
	Show       map[journey.ID]bool // lanes that are drawn although they are hidden; may be nil
	NoPersonas bool                // no boxes beside the title; the curves stay
	NoLegend   bool                // what the signs mean is not said
}

// Arrange draws the map. It is deterministic: the same project, map and options give the same
// scene. It never fails; a map that is not there gives an empty sheet of paper.
func Arrange(p journey.Project, mapID journey.ID, o Options) *scene.Scene {
	return drawn(p, mapID, o).s
}

// Printable draws the map for paper: the same scene, and its title block and its legend at the
// width that a sheet has.
func Printable(p journey.Project, mapID journey.ID, o Options) page.Source {
	d := drawn(p, mapID, o)
	part := func(draw func(*drawing) float64) func(width float64) *scene.Scene {
		return func(width float64) *scene.Scene {
			e := *d
			e.s = &scene.Scene{MapID: mapID, Title: d.s.Title}
			e.right = e.st.Margin + width
			e.s.Bounds = geom.R(e.st.Margin, 0, width, draw(&e))
			e.annotate()
			e.s.Seal()
			return e.s
		}
	}
	return page.Source{
		Scene: d.s,
		Title: part(func(e *drawing) float64 { return e.titleBlock(0) }),
		Foot:  part(func(e *drawing) float64 { return e.legend(0, e.right-e.st.Margin) }),
	}
}

// leave takes out what is not to be drawn. Personas keep their places: colour and marker go by them.
func (d *drawing) leave(o Options) {
	for i := range d.x.Lanes {
		l := &d.x.Lanes[i]
		l.Hidden = o.Leave[l.ID] || l.Hidden && !o.Show[l.ID]
	}
	for i := range d.x.Appearances {
		a := &d.x.Appearances[i]
		a.Hidden = a.Hidden || o.Leave[a.PersonaID]
	}
	d.noLegend = o.NoLegend
}

// drawn draws the map and keeps what it was drawn with.
func drawn(p journey.Project, mapID journey.ID, o Options) *drawing {
	x := journey.NewIndex(p, mapID)
	info := p.Info()
	if o.Sheet == nil {
		name := x.Map.Palette
		if name == "" {
			name = info.Palette
		}
		o.Sheet = style.New(name)
	}
	if o.Words == nil {
		o.Words = words.In(info.Language)
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	d := &drawing{
		p: p, x: x, info: info, st: o.Sheet, pal: o.Sheet.Palette, w: o.Words, m: o.Measurer,
		s:     &scene.Scene{MapID: mapID, Title: x.Map.Title},
		cards: map[journey.ID]geom.Rect{}, rowCards: map[int][]geom.Rect{},
	}
	d.ref = journey.Ref{Kind: journey.KindMap, ID: mapID}
	d.leave(o)
	d.castPersonas(o)
	d.columns()
	y := d.titleBlock(d.st.Margin)
	head := y + d.st.HeaderGap
	y = d.headers(head)
	d.s.Grid.Head = geom.R(d.left, head, d.right-d.left, y-head)
	y = d.lanes(y)
	y = d.footer(y)
	d.s.Bounds = geom.R(0, 0, d.right+d.st.Margin, y+d.st.Margin)
	d.annotate()
	d.s.Seal()
	return d
}
