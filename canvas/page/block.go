package page

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// block is a run of items that must stay together on one sheet: a card, a label, a face.
type block struct {
	ref    journey.Ref
	bounds geom.Rect // of what is seen: shadows do not count
	items  []*scene.Item
}

// parts divides a scene: lines that may go on from sheet to sheet, such as curves and hairlines,
// and blocks that may not.
type parts struct {
	lines  *scene.Scene
	blocks []block
}

// small is the largest side of a sign: larger lines and grounds may be cut.
const small = 16

// whole reports whether an item must not be cut.
func whole(it *scene.Item) bool {
	switch m := it.Mark.(type) {
	case *scene.Text, *scene.Picture, *scene.Shadow:
		return true
	case *scene.Fill:
		if _, _, round := m.Path.AsRoundRect(); round && it.From.Kind == journey.KindLink {
			return true
		}
	case *scene.Stroke:
		if _, _, round := m.Path.AsRoundRect(); round && it.From.Kind == journey.KindLink {
			return true
		}
	}
	switch it.From.Kind {
	case journey.KindCard, journey.KindPoint, journey.KindMeasurement:
		return true
	case journey.KindPersona:
		return false
	}
	return it.Bounds.W() <= small && it.Bounds.H() <= small
}

// divide finds the lines and the blocks of a scene. A card reaches as far as it can be touched,
// even where nothing is drawn.
func divide(s *scene.Scene, x *register) parts {
	ps := parts{lines: &scene.Scene{MapID: s.MapID, Title: s.Title, Bounds: s.Bounds, Grid: s.Grid, Layers: s.Layers, Alts: s.Alts}}
	open := false
	for i := range s.Items {
		it := &s.Items[i]
		if !whole(it) {
			ps.lines.Items = append(ps.lines.Items, *it)
			open = false
			continue
		}
		if n := len(ps.blocks); open && ps.blocks[n-1].takes(it) {
			ps.blocks[n-1].add(it)
			continue
		}
		b := block{ref: it.From}
		b.add(it)
		ps.blocks = append(ps.blocks, b)
		open = true
	}
	for i := range ps.blocks {
		b := &ps.blocks[i]
		if body := x.bodies[b.ref]; body != nil && b.ref.Kind == journey.KindCard {
			b.bounds = b.bounds.Union(body.Bounds)
		}
	}
	ps.lines.Seal()
	return ps
}

// takes reports whether an item goes with what the block holds.
func (b *block) takes(it *scene.Item) bool {
	if it.From != b.ref {
		return false
	}
	switch it.From.Kind {
	case journey.KindCard, journey.KindMeasurement, journey.KindStage:
		return true
	}
	return b.bounds.Overlaps(it.Bounds)
}

func (b *block) add(it *scene.Item) {
	b.items = append(b.items, it)
	r := it.Bounds
	if sh, ok := it.Mark.(*scene.Shadow); ok {
		r = sh.Rect
	}
	b.bounds = b.bounds.Union(r)
}

// transformed returns a mark seen through t. Marks are never changed, so it is a copy unless t
// does nothing.
func transformed(m scene.Mark, t geom.Transform) scene.Mark {
	if t == identity {
		return m
	}
	switch m := m.(type) {
	case *scene.Fill:
		f := *m
		f.Path = m.Path.Transform(t)
		if m.Gradient != nil {
			g := *m.Gradient
			g.Y0, g.Y1 = t.K*g.Y0+t.D.Y, t.K*g.Y1+t.D.Y
			f.Gradient = &g
		}
		return &f
	case *scene.Stroke:
		s := *m
		s.Path = m.Path.Transform(t)
		s.Pen.Width *= t.K
		s.Pen.Dash = nil
		for _, d := range m.Pen.Dash {
			s.Pen.Dash = append(s.Pen.Dash, d*t.K)
		}
		return &s
	case *scene.Text:
		x := *m
		x.At, x.Size = t.Apply(m.At), m.Size*t.K
		return &x
	case *scene.Picture:
		p := *m
		p.Rect = t.ApplyRect(m.Rect)
		return &p
	case *scene.Shadow:
		s := *m
		s.Rect = t.ApplyRect(m.Rect)
		s.Corner, s.Blur, s.Dy = s.Corner*t.K, s.Blur*t.K, s.Dy*t.K
		return &s
	}
	return m
}

var identity = geom.Transform{K: 1}

// put adds a block to a scene as it is seen through t, with what can be touched of it. x is nil
// for what was said on another sheet.
func (b *block) put(to *scene.Scene, t geom.Transform, x *register) {
	for _, it := range b.items {
		c := scene.Item{From: it.From, Bounds: t.ApplyRect(it.Bounds), Mark: transformed(it.Mark, t), Layer: it.Layer}
		to.Items = append(to.Items, c)
		to.Bounds = to.Bounds.Union(c.Bounds)
	}
	if x == nil {
		return
	}
	if body := x.bodies[b.ref]; body != nil {
		c := *body
		c.Bounds = t.ApplyRect(body.Bounds)
		to.Targets = append(to.Targets, c)
	}
	for _, l := range x.links[b.ref] {
		if l.Bounds.Overlaps(b.bounds) {
			l.Bounds = t.ApplyRect(l.Bounds)
			to.Links = append(to.Links, l)
		}
	}
	for _, n := range x.notes[b.ref] {
		n.Bounds = t.ApplyRect(n.Bounds)
		to.Notes = append(to.Notes, n)
	}
}

// register finds what belongs to a record.
type register struct {
	bodies map[journey.Ref]*scene.Target // of cards and stages
	links  map[journey.Ref][]scene.Link
	notes  map[journey.Ref][]scene.Note
}

func newRegister(s *scene.Scene) *register {
	x := &register{map[journey.Ref]*scene.Target{}, map[journey.Ref][]scene.Link{}, map[journey.Ref][]scene.Note{}}
	for i := range s.Targets {
		t := &s.Targets[i]
		if t.Part == scene.PartBody && (t.Ref.Kind == journey.KindCard || t.Ref.Kind == journey.KindStage) {
			x.bodies[t.Ref] = t
		}
	}
	for _, l := range s.Links {
		x.links[l.From] = append(x.links[l.From], l)
	}
	for _, n := range s.Notes {
		x.notes[n.At] = append(x.notes[n.At], n)
	}
	return x
}
