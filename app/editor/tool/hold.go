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
	if id := onlyCard(b); id != "" && s.Grid.Ring == nil {
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

// beside is how far, in pixels of 1/96 in, the middle of a dot stands from the rim of a card: clear
// of it and of its frame.
const beside = 11

// branchAt returns where the handle for a branch of a card is, in view pixels; false where there is
// no room for it. r is the card. It is below the card; where that would cover the next one it is at
// the foot of the right side.
func branchAt(b Board, id journey.ID, r geom.Rect) (geom.Point, bool) {
	v := b.View()
	if cell, i, ok := b.Atlas().Stand(id); ok && i+1 < len(cell.Cards) {
		next := b.Atlas().Body(desk.CardRef(cell.Cards[i+1]))
		if next != nil && v.ToView(next.Bounds.Min).Y-r.Max.Y < (beside+desk.HandleRadius)*v.Scale {
			down := max(2*desk.HandleRadius*v.Scale, r.H()/2-4*v.Scale) // clear of the handle for a link
			return geom.Pt(r.Max.X+beside*v.Scale, r.Center().Y+down), down <= r.H()/2
		}
	}
	return geom.Pt(r.Center().X, r.Max.Y+beside*v.Scale), true
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
		list := []desk.Handle{
			{At: geom.Pt(r.Max.X+beside*v.Scale, r.Center().Y), Kind: desk.HandleLink, Ref: ref},
		}
		if b.Scene().Grid.Ring == nil {
			list = append(list, desk.Handle{At: geom.Pt(r.Max.X, r.Center().Y), Kind: desk.HandleSpan, Ref: ref})
		}
		if at, ok := branchAt(b, id, r); ok {
			list = append(list, desk.Handle{At: at, Kind: desk.HandleBranch, Ref: ref})
		}
		return list
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
