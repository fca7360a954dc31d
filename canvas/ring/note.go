package ring

import (
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Lines between cards would run across the ring and through everything: a ring says in words under a
// card where it leads.

const (
	noteIndent = 13.0
	noteGap    = 3.0
)

// note is a line under a card.
type note struct {
	ref  journey.Ref
	kind journey.LinkKind
	link bool
	text draw.Text
}

// gatherLinks finds the links between cards that are drawn.
func (f *figure) gatherLinks() {
	drawn := func(id journey.ID) bool {
		c, ok := f.Project.Cards.Get(id)
		if !ok {
			return false
		}
		for _, z := range f.zones {
			for _, l := range z.lanes {
				if l.ID == c.LaneID {
					return true
				}
			}
		}
		return false
	}
	f.links = map[journey.ID][]journey.Link{}
	for _, l := range f.Index.Links {
		if drawn(l.FromID) && drawn(l.ToID) {
			f.links[l.FromID] = append(f.links[l.FromID], l)
		}
	}
}

// notes lists what stands under a card of a column: how far it reaches, and where it leads.
func (f *figure) notes(c journey.Card, col int) []note {
	var list []note
	v := f.Style.LinkLabel
	if last := min(col+max(c.Span, 1), len(f.cols)) - 1; last > col && f.cols[last].stage != f.cols[col].stage {
		s := f.Index.Stages[f.cols[last].stage]
		if s.Title != "" {
			list = append(list, note{ref: journey.RefTo(c), text: f.Set(f.Words.F("ring.until", map[string]any{"Stage": s.Title}), v, columnW-noteIndent)})
		}
	}
	for _, l := range f.links[c.ID] {
		to, _ := f.Project.Cards.Get(l.ToID)
		name := to.Title
		if name == "" {
			name = "…"
		}
		label := l.Label
		if label == "" && l.LinkKind == journey.LinkChannelSwitch {
			label = f.Words.T("map.switch")
		}
		if label != "" {
			name = label + ": " + name
		}
		list = append(list, note{ref: journey.RefTo(l), kind: l.LinkKind, link: true, text: f.Set(name, v, columnW-noteIndent)})
	}
	return list
}

// said is a card with what stands under it.
func (f *figure) said(b draw.Block, c journey.Card, col int) draw.Block {
	notes := f.notes(c, col)
	if len(notes) == 0 {
		return b
	}
	v := f.Style.LinkLabel
	card := b
	for _, n := range notes {
		b.Height += draw.Height(n.text, v) + noteGap
	}
	b.Draw = func(r geom.Rect) {
		card.Draw(geom.R(r.Min.X, r.Min.Y, r.W(), card.Height))
		y := r.Min.Y + card.Height + noteGap
		for _, n := range notes {
			h := draw.Height(n.text, v)
			f.sign(n, geom.R(r.Min.X+2, y+v.Lead/2-4, 8, 8))
			f.Write(n.ref, n.text, v, r.Min.X+noteIndent, y)
			if n.link {
				f.Target(n.ref, scene.PartLink, geom.R(r.Min.X, y, columnW, h))
			}
			y += h + noteGap
		}
	}
	return b
}

// sign draws what kind of a note it is.
func (f *figure) sign(n note, r geom.Rect) {
	color, y := f.Palette.Second, r.Center().Y
	if n.kind == journey.LinkLoopBack {
		ic, _ := icon.Named("loop")
		f.Icon(n.ref, ic, r.Inset(-0.5), color)
		return
	}
	var dash []float64
	switch n.kind {
	case journey.LinkBranch:
		dash = []float64{2, 1.6}
	case journey.LinkChannelSwitch:
		dash = []float64{0.01, 2}
	}
	f.Stroke(n.ref, geom.Polyline(geom.Pt(r.Min.X, y), geom.Pt(r.Max.X-1, y)), 1, color, dash...)
	f.Stroke(n.ref, geom.Polyline(geom.Pt(r.Max.X-3, y-2.6), geom.Pt(r.Max.X, y), geom.Pt(r.Max.X-3, y+2.6)), 1, color)
}
