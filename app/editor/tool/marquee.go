package tool

import (
	"math"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Marquee selects the cards that a rectangle touches.
type Marquee struct {
	from, to geom.Point // scene
	was      []journey.Ref
	keep     map[journey.Ref]bool // of was: what stays selected
}

// NewMarquee starts at a scene point. was is what Cancel selects again; with more it stays selected.
func NewMarquee(from geom.Point, was []journey.Ref, more bool) *Marquee {
	g := &Marquee{from: from, to: from, was: was}
	if more {
		g.keep = make(map[journey.Ref]bool, len(was))
		for _, ref := range was {
			g.keep[ref] = true
		}
	}
	return g
}

func (g *Marquee) rect() geom.Rect {
	return geom.Rect{
		Min: geom.Pt(math.Min(g.from.X, g.to.X), math.Min(g.from.Y, g.to.Y)),
		Max: geom.Pt(math.Max(g.from.X, g.to.X), math.Max(g.from.Y, g.to.Y)),
	}
}

// Drag implements Gesture.
func (g *Marquee) Drag(b Board, at geom.Point, _ desk.Mods) {
	g.to = b.View().ToScene(at)
	r := g.rect()
	refs := make([]journey.Ref, 0, len(b.Selection())+8)
	if g.keep != nil {
		refs = append(refs, g.was...)
	}
	for _, f := range b.Atlas().InOrder() {
		if f.Rect.Overlaps(r) && !g.keep[f.Ref] {
			refs = append(refs, f.Ref)
		}
	}
	b.Choose(refs)
	b.Redraw()
}

// Release implements Gesture.
func (g *Marquee) Release(Board, desk.Mods) {}

// Cancel implements Gesture.
func (g *Marquee) Cancel(b Board) { b.Choose(g.was) }

// Overlay implements Gesture.
func (g *Marquee) Overlay(b Board, o *desk.Overlay) {
	r := b.View().Transform.ApplyRect(g.rect())
	o.Marquee = &r
}

// Cursor implements Gesture.
func (g *Marquee) Cursor() desk.Cursor { return desk.CursorCross }

// Scrolls implements Gesture.
func (g *Marquee) Scrolls() bool { return true }
