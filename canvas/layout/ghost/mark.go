package ghost

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// The measures of a pill: a sign and a word on the edge of a card.
const (
	pillH    = 12.0
	pillPad  = 4.0
	pillSign = 3.0 // half of it
	pillGap  = 3.0
)

// Mark implements layout.Overlay.
func (g *Ghost) Mark(d *draw.Drawing, ref journey.Ref, lane journey.LaneKind, r geom.Rect) {
	x := r.Max.X - 5
	y := r.Min.Y
	switch {
	case ref.Kind == journey.KindStage:
		x -= d.Style.HeaderPoint
	case lane == journey.LaneThoughts || lane == journey.LaneQuotes:
		y -= 6 // there is no box: its words begin at the edge
	}
	for _, m := range g.marks[ref] {
		x = g.pill(d, ref, m, x, y, math.Max(x-r.Min.X-4, 30)) - pillGap
	}
}

// pill draws a mark that ends at x, with its middle at y, and returns where it begins.
func (g *Ghost) pill(d *draw.Drawing, ref journey.Ref, m mark, x, y, room float64) float64 {
	q := pencil(d)
	v := d.Style.StepTitle
	ink := style.Readable(m.kind.Ink(d.Palette), d.Palette.Paper)
	text := d.Words.T("pair.mark." + string(m.kind))
	if m.from.ID != "" {
		text = d.Words.F("pair.pill."+string(m.kind), map[string]any{"Name": g.name(d, m.from)})
	}
	solid := m.kind == New || m.kind == Unplanned
	v.Color = ink
	if solid {
		v.Color = d.Palette.Paper
	}
	t := q.Fit(text, v, room-2*pillPad-2*pillSign-3, 1)
	w := 2*pillPad + 2*pillSign + 3 + t.Width()
	r := geom.R(x-w, y-pillH/2, w, pillH)
	d.Fill(ref, geom.RoundRect(r.Inset(-1.2), pillH/2+1.2), d.Palette.Paper)
	if solid {
		d.Fill(ref, geom.RoundRect(r, pillH/2), ink)
	} else {
		d.Stroke(ref, geom.RoundRect(r.Inset(0.5), pillH/2), 1, ink)
	}
	m.kind.Draw(q, ref, geom.Pt(r.Min.X+pillPad+pillSign, y), pillSign, v.Color)
	q.Write(ref, t, v, r.Min.X+pillPad+2*pillSign+3, y-v.Lead/2)
	return r.Min.X
}

// Gone implements layout.Overlay: hollow cards, with what they were called and what became of them.
func (g *Ghost) Gone(d *draw.Drawing, lane journey.Lane, stage journey.ID, width float64) []draw.Block {
	var list []draw.Block
	for _, c := range g.gone[stage] {
		if g.home(d, c) == lane.ID {
			list = append(list, g.hollow(d, lane, c, width))
		}
	}
	return list
}

// home is the lane on this map that a card of the other would stand in; empty for none.
func (g *Ghost) home(d *draw.Drawing, c journey.Card) journey.ID {
	was, ok := g.from.Project.Lanes.Get(c.LaneID)
	if !ok {
		return ""
	}
	first := journey.ID("")
	for _, l := range d.Index.Lanes {
		switch {
		case l.Hidden || l.LaneKind != was.LaneKind:
		case l.ID == was.ID || l.Title == was.Title:
			return l.ID
		case first == "":
			first = l.ID
		}
	}
	return first
}

// hollow is a card that is there no more: a dashed frame, nothing in it raised.
func (g *Ghost) hollow(d *draw.Drawing, lane journey.Lane, c journey.Card, w float64) draw.Block {
	q := pencil(d)
	kind := Lacking(g.role)
	ink := kind.Ink(d.Palette)
	title, note := d.Style.CardText, d.Style.CardMeta
	title.Color, note.Color = d.Palette.Second, ink
	const pad, indent = 6.0, 13.0
	name := q.Fit(g.name(d, journey.RefTo(c)), title, w-2*pad-indent, 2)
	said := q.Fit(d.Words.T("pair.mark."+string(kind)), note, w-2*pad-indent, 1)
	h := 2*pad + float64(len(name.Lines))*title.Lead + note.Lead
	return draw.Block{Height: h, Draw: func(r geom.Rect) {
		ref := journey.RefTo(lane)
		q := pencil(d)
		d.Stroke(ref, geom.RoundRect(r.Inset(0.5), d.Style.Corner), 0.9, style.Mix(d.Palette.Line, d.Palette.Second, 0.6), 3, 2.6)
		y := r.Min.Y + pad
		d.Stroke(ref, geom.Circle(geom.Pt(r.Min.X+pad+4, y+title.Lead/2), 3.8), 0.9, ink)
		kind.Draw(q, ref, geom.Pt(r.Min.X+pad+4, y+title.Lead/2), 2.3, ink)
		x := r.Min.X + pad + indent
		y += q.Write(ref, name, title, x, y)
		q.Write(ref, said, note, x, y)
	}}
}
