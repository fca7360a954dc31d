// Package compare draws two maps that are compared as sheets of paper: how each persona feels on
// both, stage by stage, and what was added, moved and removed, or how what happened left the plan.
//
// A sheet is a scene like that of a map, for the same painters. Each entry of it can be touched and
// knows the record it speaks of, on whichever of the maps that is. Units are points, the origin is
// top left, y grows downward. Everything here is pure; any function may be called from any goroutine.
package compare

import (
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Size is a sheet: A4, landscape.
var Size = geom.Size{W: 841.89, H: 595.28}

// Options are what a comparison is drawn with. The zero value is the maps' own.
type Options struct {
	Sheet    *style.Sheet  // nil: with the palette of the map that To is
	Words    *words.Table  // nil: the language of its project
	Measurer text.Measurer // nil: the shared library of faces
	Today    string        // "YYYY-MM-DD"; empty: the sheet does not say of when it is
	File     string        // the name of the file that From is from; empty: that of To
}

// drawing is one comparison being drawn.
type drawing struct {
	pen.Pen
	from, to       insight.Side
	fromMap, toMap journey.Map
	role           journey.PairRole
	c              insight.Comparison
	w              *words.Table
	o              Options
	pal            style.Palette
	ref            journey.Ref // the map that To is
	area           geom.Rect   // of a sheet, within its margins and above its foot
	people         []person
}

// One draws all of a comparison as one sheet as high as it needs to be: for the screen.
func One(from, to insight.Side, role journey.PairRole, o Options) *scene.Scene {
	d := newDrawing(from, to, role, o)
	return d.sheets(0)[0]
}

// Sheets draws a comparison as sheets of Size: for paper. There is at least one.
func Sheets(from, to insight.Side, role journey.PairRole, o Options) []*scene.Scene {
	return newDrawing(from, to, role, o).sheets(Size.H)
}

func newDrawing(from, to insight.Side, role journey.PairRole, o Options) *drawing {
	d := &drawing{from: from, to: to, role: role, c: insight.Compare(from, to)}
	d.fromMap, _ = from.Project.Maps.Get(from.MapID)
	d.toMap, _ = to.Project.Maps.Get(to.MapID)
	info := to.Project.Info()
	if o.Sheet == nil {
		o.Sheet = style.New(or(d.toMap.Palette, info.Palette))
	}
	if o.Words == nil {
		o.Words = words.In(info.Language)
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	d.o, d.w, d.pal = o, o.Words, o.Sheet.Palette
	d.Pen = pen.Pen{Style: o.Sheet, Measurer: o.Measurer}
	d.ref = journey.Ref{Kind: journey.KindMap, ID: to.MapID}
	margin := o.Sheet.Margin
	d.area = geom.R(margin, margin, Size.W-2*margin, Size.H-2*margin-footH)
	d.cast()
	return d
}

// foreign reports whether From is of another project: its records cannot be gone to.
func (d *drawing) foreign() bool { return d.from.Project != d.to.Project }

// touch lets r be touched for a record of To or, if the projects are one, of From.
func (d *drawing) touch(ref journey.Ref, ofFrom bool, r geom.Rect) {
	if !ref.IsZero() && !(ofFrom && d.foreign()) {
		d.Target(ref, r)
	}
}

// name is what a person calls a record of To or of From.
func (d *drawing) name(ref journey.Ref, ofFrom bool) string {
	p := d.to.Project
	if ofFrom {
		p = d.from.Project
	}
	return insight.Name(p, ref, d.w)
}

// side is what a map is called in this pair: as it is, as it is to be, planned or actual.
func (d *drawing) side(ofFrom bool) string {
	if ofFrom {
		return d.w.T("pair.from." + d.roleKey())
	}
	return d.w.T("pair.to." + d.roleKey())
}

// roleKey is what the maps are to each other as it stands in the keys of words.
func (d *drawing) roleKey() string {
	switch {
	case d.o.File != "":
		return "file"
	case d.role == journey.PairPlanned:
		return "planned"
	}
	return "asIs"
}

// card is one of To or of From; zero if it is none.
func (d *drawing) card(ref journey.Ref, ofFrom bool) journey.Card {
	p := d.to.Project
	if ofFrom {
		p = d.from.Project
	}
	c, _ := p.Cards.Get(ref.ID)
	return c
}

// or returns a, or b if a is empty.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
