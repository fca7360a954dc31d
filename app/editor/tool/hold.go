package tool

import (
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Hold is what can be dragged at a place beside the records themselves: a handle, the edge of a
// card, a border.
type Hold struct {
	Cursor desk.Cursor
	Start  func(from geom.Point) Gesture // from is a scene point
	Reset  func()                        // what a double click does; nil: nothing of its own
}

// grabbed is how near, in pixels of 1/96 in, the pointer must be to an edge or a border.
const grabbed = 4

// HoldAt returns what can be grabbed at a view point; nil if there is nothing of the kind.
func HoldAt(b Board, at geom.Point) *Hold {
	s := b.Scene()
	if s == nil {
		return nil
	}
	v := b.View()
	for _, h := range Handles(b) {
		if h.Kind != desk.HandleSpan && h.At.Dist(at) <= desk.HandleRadius*v.Scale {
			return &Hold{Cursor: desk.CursorCross, Start: func(geom.Point) Gesture { return newLink(b, h) }}
		}
	}
	reach := grabbed * v.Scale / v.Transform.K
	p := v.ToScene(at)
	if id := onlyCard(b); id != "" {
		r := b.Atlas().Body(desk.CardRef(id)).Bounds
		if p.Y >= r.Min.Y && p.Y < r.Max.Y && p.X >= r.Max.X-reach && p.X <= r.Max.X+reach {
			return &Hold{
				Cursor: desk.CursorHorizontal,
				Start:  func(from geom.Point) Gesture { return newSpan(b, id, from) },
				Reset:  func() { resetSpan(b, id) },
			}
		}
	}
	border, ok := desk.BorderAt(&s.Grid, p, reach)
	if !ok || !b.Project().Has(border.Ref) {
		return nil
	}
	cursor := desk.CursorHorizontal
	if border.Ref.Kind == journey.KindLane {
		cursor = desk.CursorVertical
	}
	return &Hold{
		Cursor: cursor,
		Start:  func(from geom.Point) Gesture { return newSize(b, border, from) },
		Reset:  func() { resetSize(b, border) },
	}
}

// onlyCard returns the selected card, if it is the only thing selected and is seen large enough for
// handles beside it; empty otherwise.
func onlyCard(b Board) journey.ID {
	sel := b.Selection()
	if len(sel) != 1 || sel[0].Kind != journey.KindCard {
		return ""
	}
	t := b.Atlas().Body(sel[0])
	if t == nil {
		return ""
	}
	v := b.View()
	if !t.Bounds.Overlaps(v.Visible()) || t.Bounds.W()*v.Transform.K < 48*v.Scale || t.Bounds.H()*v.Transform.K < 12*v.Scale {
		return ""
	}
	return sel[0].ID
}

// Handles lists the handles of what is selected, in view pixels: beside a card those that links
// are pulled from, on a link its two ends.
func Handles(b Board) []desk.Handle {
	sel := b.Selection()
	if len(sel) != 1 || b.Scene() == nil {
		return nil
	}
	v, ref := b.View(), sel[0]
	if id := onlyCard(b); id != "" {
		r := v.Transform.ApplyRect(b.Atlas().Body(ref).Bounds)
		const gap = 11 // the dot stands clear of the card and of its frame
		return []desk.Handle{
			{At: geom.Pt(r.Max.X+gap*v.Scale, r.Center().Y), Kind: desk.HandleLink, Ref: ref},
			{At: geom.Pt(r.Center().X, r.Max.Y+gap*v.Scale), Kind: desk.HandleBranch, Ref: ref},
			{At: geom.Pt(r.Max.X, r.Center().Y), Kind: desk.HandleSpan, Ref: ref},
		}
	}
	if ref.Kind == journey.KindLink {
		if t := b.Atlas().Line(ref); t != nil {
			pts := t.Path.Points
			return []desk.Handle{
				{At: v.ToView(pts[0]), Kind: desk.HandleFrom, Ref: ref},
				{At: v.ToView(pts[len(pts)-1]), Kind: desk.HandleTo, Ref: ref},
			}
		}
	}
	return nil
}
