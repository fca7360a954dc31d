package editor

import (
	"math"

	"jejak/canvas/geom"
	"jejak/data/journey"
)

// marquee selects the cards that a rectangle touches.
type marquee struct {
	from geom.Point // scene
	to   geom.Point // scene
	was  []journey.Ref
	more bool // what was selected before stays so
	base map[journey.Ref]bool
}

func (g *marquee) rect() geom.Rect {
	return geom.Rect{
		Min: geom.Pt(math.Min(g.from.X, g.to.X), math.Min(g.from.Y, g.to.Y)),
		Max: geom.Pt(math.Max(g.from.X, g.to.X), math.Max(g.from.Y, g.to.Y)),
	}
}

func (g *marquee) drag(e *Editor, at geom.Point, _ Mods) {
	g.to = e.view.ToScene(at)
	r := g.rect()
	refs := make([]journey.Ref, 0, len(e.selection.refs)+8)
	if g.more {
		refs = append(refs, g.was...)
		if g.base == nil {
			g.base = make(map[journey.Ref]bool, len(g.was))
			for _, ref := range g.was {
				g.base[ref] = true
			}
		}
	}
	for _, f := range e.atlas.inOrder() {
		if f.rect.Overlaps(r) && !g.base[f.ref] {
			refs = append(refs, f.ref)
		}
	}
	e.choose(refs)
	e.note(OverlayChanged)
}

func (g *marquee) release(*Editor, geom.Point, Mods) {}
func (g *marquee) cancel(e *Editor)                  { e.choose(g.was) }
func (g *marquee) scrolls() bool                     { return true }
func (g *marquee) cursor() Cursor                    { return CursorCross }

func (g *marquee) overlay(e *Editor, o *Overlay) {
	r := e.view.Transform.ApplyRect(g.rect())
	o.Marquee = &r
}
