package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// mostGhosts is how many cards are drawn under the pointer; a larger lot is told by a number.
const mostGhosts = 6

// Cards takes cards to another place; with Ctrl it takes copies of them. The card in hand halts
// where it stands in line with others; Alt suspends that.
type Cards struct {
	ids    []journey.ID // in reading order
	moving map[journey.ID]bool
	from   geom.Point      // scene
	ghosts []desk.Ghost    // where the cards stood, in scene points
	lifted []desk.Framed   // the same, of all
	by     geom.Point      // scene
	guides [][2]geom.Point // what the card in hand stands in line with, scene
	copies bool
	drop   *Drop // nil: letting go does nothing
}

// NewCards takes hold, at a scene point, of all selected cards by one of them; nil if that one is
// not drawn.
func NewCards(b Board, held journey.ID, from geom.Point) Gesture {
	if b.Atlas().Body(desk.CardRef(held)) == nil {
		return nil
	}
	g := &Cards{ids: b.Atlas().Cards(b.Selection()), from: from}
	if !slices.Contains(g.ids, held) {
		g.ids = []journey.ID{held}
	}
	g.moving = make(map[journey.ID]bool, len(g.ids))
	for _, id := range g.ids {
		g.moving[id] = true
		t := b.Atlas().Body(desk.CardRef(id))
		if t == nil {
			continue
		}
		g.lifted = append(g.lifted, desk.Framed{Ref: t.Ref, Rect: t.Bounds})
		if id != held && len(g.ghosts) < mostGhosts {
			g.ghosts = append(g.ghosts, desk.Ghost{Ref: t.Ref, Rect: t.Bounds, Title: b.Title(t.Ref), Kind: journey.KindCard, Count: 1})
		}
	}
	slices.Reverse(g.ghosts) // the first of a column lies over the next, as cards in a hand
	ref := desk.CardRef(held)
	g.ghosts = append(g.ghosts, desk.Ghost{
		Ref: ref, Rect: b.Atlas().Body(ref).Bounds, Title: b.Title(ref), Kind: journey.KindCard, Count: len(g.ids),
	})
	return g
}

// Drag implements Gesture.
func (g *Cards) Drag(b Board, at geom.Point, m desk.Mods) {
	p := b.View().ToScene(at)
	g.by = p.Sub(g.from)
	g.copies = m.Ctrl
	g.guides = nil
	if held := g.ghosts[len(g.ghosts)-1].Rect; !m.Alt {
		var d geom.Point
		d, g.guides = align(b, held.Move(g.by), p, g.moving)
		g.by = g.by.Add(d)
	}
	g.drop = DropAt(b, p, func(id journey.ID) bool { return !g.copies && g.moving[id] })
	b.Redraw()
}

// Release implements Gesture.
func (g *Cards) Release(b Board, _ desk.Mods) {
	if g.drop == nil {
		return
	}
	at, ids := g.drop.At, g.ids
	if !g.copies {
		// the Board tells of a refused edit, here and in the other gestures
		_ = b.Do(CardsLabel(b, edit.LabelMoveCards, ids), func(tx *edit.Tx) error { return edit.MoveCards(tx, ids, at) })
		return
	}
	var twins []journey.ID
	err := b.Do(CardsLabel(b, edit.LabelDuplicateCards, ids), func(tx *edit.Tx) (err error) {
		if twins, err = edit.DuplicateCards(tx, ids); err != nil {
			return err
		}
		return edit.MoveCards(tx, twins, at)
	})
	if err == nil {
		b.Choose(desk.Refs(journey.KindCard, twins))
	}
}

// Cancel implements Gesture.
func (g *Cards) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Cards) Overlay(b Board, o *desk.Overlay) {
	v := b.View()
	t := v.Transform
	if !g.copies {
		seen := v.Visible()
		for _, f := range g.lifted {
			if f.Rect.Overlaps(seen) {
				o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(f.Rect), Kind: desk.FrameLifted, Ref: f.Ref})
			}
		}
	}
	if g.drop != nil {
		o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(g.drop.Cell), Kind: desk.FrameTarget})
		o.Lines = append(o.Lines, desk.OverlayLine{From: t.Apply(g.drop.Mark[0]), To: t.Apply(g.drop.Mark[1]), Kind: desk.LineInsertion})
	}
	for _, line := range g.guides {
		o.Lines = append(o.Lines, desk.OverlayLine{From: t.Apply(line[0]), To: t.Apply(line[1]), Kind: desk.LineGuide})
	}
	for _, ghost := range g.ghosts {
		ghost.Rect = t.ApplyRect(ghost.Rect.Move(g.by))
		o.Ghosts = append(o.Ghosts, ghost)
	}
}

// Cursor implements Gesture.
func (g *Cards) Cursor() desk.Cursor {
	switch {
	case g.drop == nil:
		return desk.CursorNoDrop
	case g.copies:
		return desk.CursorCopy
	}
	return desk.CursorGrabbing
}

// Scrolls implements Gesture.
func (g *Cards) Scrolls() bool { return true }
