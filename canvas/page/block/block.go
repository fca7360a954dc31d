// Package block tells what must stay together when a map is divided over sheets or slides: cards,
// labels and faces move whole, lines go on from one to the next.
//
// All measures are points of the map, origin top left, y down. Scenes that are read are never
// changed, and there is no state: any function may be called from any goroutine.
package block

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Block is a run of items that must stay together on one sheet: a card, a label, a face.
type Block struct {
	Ref    journey.Ref
	Bounds geom.Rect     // of what is seen: shadows do not count
	Items  []*scene.Item // as they are drawn, at least one; of the scene that was divided
}

// takes reports whether an item goes with what the block holds.
func (b *Block) takes(it *scene.Item) bool {
	if it.From != b.Ref {
		return false
	}
	switch it.From.Kind {
	case journey.KindCard, journey.KindMeasurement, journey.KindStage:
		return true
	}
	return b.Bounds.Overlaps(it.Bounds)
}

func (b *Block) add(it *scene.Item) {
	b.Items = append(b.Items, it)
	r := it.Bounds
	if sh, ok := it.Mark.(*scene.Shadow); ok {
		r = sh.Rect
	}
	b.Bounds = b.Bounds.Union(r)
}

// Put adds the block to a scene as it is seen through t, with what can be touched of it. x is that of
// the divided scene, or nil for what was said on another sheet and cannot be touched here.
func (b *Block) Put(to *scene.Scene, t geom.Transform, x *Register) {
	for _, it := range b.Items {
		c := scene.Item{From: it.From, Bounds: t.ApplyRect(it.Bounds), Mark: transformed(it.Mark, t), Layer: it.Layer}
		to.Items = append(to.Items, c)
		to.Bounds = to.Bounds.Union(c.Bounds)
	}
	if x == nil {
		return
	}
	if body := x.bodies[b.Ref]; body != nil {
		c := *body
		c.Bounds = t.ApplyRect(body.Bounds)
		to.Targets = append(to.Targets, c)
	}
	for _, l := range x.links[b.Ref] {
		if l.Bounds.Overlaps(b.Bounds) {
			l.Bounds = t.ApplyRect(l.Bounds)
			to.Links = append(to.Links, l)
		}
	}
	for _, n := range x.notes[b.Ref] {
		n.Bounds = t.ApplyRect(n.Bounds)
		to.Notes = append(to.Notes, n)
	}
}

// transformed returns a mark seen through t. Marks are never changed, so it is a copy unless t
// does nothing.
func transformed(m scene.Mark, t geom.Transform) scene.Mark {
	if t == (geom.Transform{K: 1}) {
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
