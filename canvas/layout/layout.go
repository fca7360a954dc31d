// Package layout arranges a journey map: a map and a style become a scene.
//
// All measures are points, origin top left, y down. Everything here is pure: no files, no clock,
// no state between calls; any function may be called from any goroutine.
package layout

import (
	"jejak/assets/words"
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/page"
	"jejak/canvas/ring"
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
	Form       *journey.MapForm    // nil: the map's own

	Over Overlay // what another map says of this one; nil: nothing
}

// Arrange draws the map. It is deterministic: the same project, map and options give the same
// scene. It never fails; a map that is not there gives an empty sheet of paper.
func Arrange(p journey.Project, mapID journey.ID, o Options) *scene.Scene {
	return drawn(p, mapID, o).Scene
}

// Printable draws the map for paper: the same scene, and its title block and its legend at the
// width that a sheet has.
func Printable(p journey.Project, mapID journey.ID, o Options) page.Source {
	d := drawn(p, mapID, o)
	part := func(draw func(*draw.Drawing) float64) func(width float64) *scene.Scene {
		return func(width float64) *scene.Scene {
			e := *d.Drawing
			e.Scene = &scene.Scene{MapID: mapID, Title: d.Scene.Title}
			e.Right = e.Style.Margin + width
			e.Scene.Bounds = geom.R(e.Style.Margin, 0, width, draw(&e))
			e.Annotate(nil)
			e.Scene.Seal()
			return e.Scene
		}
	}
	return page.Source{
		Scene: d.Scene,
		Title: part(func(e *draw.Drawing) float64 { return e.TitleBlock(0) }),
		Foot:  part(func(e *draw.Drawing) float64 { return e.Legend(0, e.Right-e.Style.Margin) }),
	}
}

// leave takes out what is not to be drawn. Personas keep their places: colour and marker go by them.
func (d *drawing) leave(o Options) {
	for i := range d.Index.Lanes {
		l := &d.Index.Lanes[i]
		l.Hidden = o.Leave[l.ID] || l.Hidden && !o.Show[l.ID]
	}
	for i := range d.Index.Appearances {
		a := &d.Index.Appearances[i]
		a.Hidden = a.Hidden || o.Leave[a.PersonaID]
	}
}

// drawing is one Arrange under way.
type drawing struct {
	*draw.Drawing
	cols     []column
	left     float64             // where the first stage begins
	rowCards map[int][]geom.Rect // where cards stand, by row of the grid
	labels   []linkLabel
	over     Overlay // nil: nothing
}

// column is a column of the grid with the stage it belongs to.
type column struct {
	scene.Column
	stage int  // index into Index.Stages
	first bool // of its stage
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
		Drawing: &draw.Drawing{
			Project: p, Index: x, Info: info, Style: o.Sheet, Palette: o.Sheet.Palette, Words: o.Words, Measurer: o.Measurer,
			Scene: &scene.Scene{MapID: mapID, Title: x.Map.Title}, Map: journey.Ref{Kind: journey.KindMap, ID: mapID},
			Cards: map[journey.ID]geom.Rect{}, NoLegend: o.NoLegend,
		},
		rowCards: map[int][]geom.Rect{}, over: o.Over,
	}
	d.leave(o)
	d.CastPersonas(o.NoPersonas, o.Leave)
	form := x.Map.Form
	if o.Form != nil {
		form = *o.Form
	}
	if form == journey.FormRing && o.Over == nil { // another map is laid over a row
		d.Annotate(ring.Draw(d.Drawing))
		d.Scene.Seal()
		return d
	}
	d.columns()
	y := d.TitleBlock(d.Style.Margin)
	head := y + d.Style.HeaderGap
	y = d.headers(head)
	d.Scene.Grid.Head = geom.R(d.left, head, d.Right-d.left, y-head)
	y = d.lanes(y)
	d.overMarks()
	y = d.Footer(y)
	d.Scene.Bounds = geom.R(0, 0, d.Right+d.Style.Margin, y+d.Style.Margin)
	d.Annotate(d.moments())
	d.Scene.Seal()
	return d
}
