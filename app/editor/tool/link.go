package tool

import (
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Link pulls a link from a card to another one, or one end of a link that is there to another card.
type Link struct {
	link   journey.Link // the zero Link has no ID: a new one
	handle desk.HandleKind
	stays  journey.ID // the card at the end that is not pulled
	at     geom.Point // scene
	target journey.ID // empty: letting go does nothing
	kind   journey.LinkKind
}

// newLink takes hold of a handle; nil if what it belongs to is gone.
func newLink(b Board, h desk.Handle) Gesture {
	g := &Link{handle: h.Kind, stays: h.Ref.ID, kind: journey.LinkNext}
	if h.Ref.Kind == journey.KindLink {
		l, ok := b.Project().Links.Get(h.Ref.ID)
		if !ok {
			return nil
		}
		g.link, g.stays, g.kind = l, l.FromID, l.LinkKind
		if h.Kind == desk.HandleFrom {
			g.stays = l.ToID
		}
	}
	g.at = b.View().ToScene(h.At)
	if b.Atlas().Body(desk.CardRef(g.stays)) == nil {
		return nil
	}
	return g
}

// ends returns the cards the link would join.
func (g *Link) ends() (from, to journey.ID) {
	if g.handle == desk.HandleFrom {
		return g.target, g.stays
	}
	return g.stays, g.target
}

// Drag implements Gesture.
func (g *Link) Drag(b Board, at geom.Point, m desk.Mods) {
	g.at = b.View().ToScene(at)
	g.target = cardAt(b, g.at, func(id journey.ID) bool { return id != g.stays })
	from, to := g.ends()
	g.kind = g.kindOf(b, from, to, m.Alt)
	b.Redraw()
}

// cardAt returns the topmost card at a scene point that fits; empty if there is none.
func cardAt(b Board, at geom.Point, fits func(journey.ID) bool) journey.ID {
	s, p := b.Scene(), b.Project()
	if s == nil {
		return ""
	}
	for _, t := range s.HitTest(at, 0) {
		if t.Ref.Kind == journey.KindCard && p.Cards.Has(t.Ref.ID) && fits(t.Ref.ID) {
			return t.Ref.ID
		}
	}
	return ""
}

// kindOf chooses what the link means: by the handle, by Alt, and by which way it leads. One that
// is there keeps its kind, but for what its direction says.
func (g *Link) kindOf(b Board, from, to journey.ID, alt bool) journey.LinkKind {
	switch kind := g.link.LinkKind; {
	case alt:
		return journey.LinkChannelSwitch
	case kind == journey.LinkBranch, kind == journey.LinkChannelSwitch:
		return kind
	case g.handle == desk.HandleBranch:
		return journey.LinkBranch
	case g.link.ID != "" && g.link.LinkKind != Direction(b.Atlas(), g.link.FromID, g.link.ToID):
		return g.link.LinkKind // somebody chose it
	}
	return Direction(b.Atlas(), from, to)
}

// Direction returns what a link between two cards is by where they stand: to an earlier column it
// leads back.
func Direction(a *desk.Atlas, from, to journey.ID) journey.LinkKind {
	x, _, ok1 := a.Stand(from)
	y, _, ok2 := a.Stand(to)
	if ok1 && ok2 && y.Column < x.Column {
		return journey.LinkLoopBack
	}
	return journey.LinkNext
}

// Release implements Gesture.
func (g *Link) Release(b Board, _ desk.Mods) {
	from, to := g.ends()
	p := b.Project()
	if g.target == "" || !p.Cards.Has(from) || !p.Cards.Has(to) {
		return
	}
	if same := edit.LinkBetween(p, from, to, g.kind); same != "" {
		b.Choose([]journey.Ref{desk.LinkRef(same)}) // there is one already: that one is meant
		return
	}
	kind := g.kind
	if id := g.link.ID; id != "" {
		_ = b.Do(edit.Label{Key: edit.LabelMoveLink}, func(tx *edit.Tx) error { return edit.MoveLink(tx, id, from, to, kind) })
		return
	}
	var id journey.ID
	add := func(tx *edit.Tx) (ref journey.Ref, err error) {
		id, err = edit.AddLink(tx, from, to, kind, "")
		return desk.LinkRef(id), err
	}
	l := edit.Label{Key: edit.LabelAddLink}
	if kind == journey.LinkBranch { // it has a condition
		_ = b.Add(l, true, add)
		return
	}
	if err := b.Do(l, func(tx *edit.Tx) error { _, err := add(tx); return err }); err == nil {
		b.Choose([]journey.Ref{desk.LinkRef(id)})
	}
}

// Cancel implements Gesture.
func (g *Link) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Link) Overlay(b Board, o *desk.Overlay) {
	t := b.View().Transform
	fixed := b.Atlas().Body(desk.CardRef(g.stays))
	if fixed == nil {
		return
	}
	end := geom.Rect{Min: g.at, Max: g.at}
	if to := b.Atlas().Body(desk.CardRef(g.target)); to != nil && g.target != "" {
		end = to.Bounds
		o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(end), Kind: desk.FrameTarget})
		o.Tips = append(o.Tips, desk.Tip{
			At:   t.Apply(g.at).Add(geom.Pt(16, 20).Mul(b.View().Scale)),
			Text: b.T(LinkKindKey(g.kind)),
		})
	}
	from, to := fixed.Bounds, end
	if g.handle == desk.HandleFrom {
		from, to = end, fixed.Bounds
	}
	o.Links = append(o.Links, desk.LinkLine{Points: desk.Along(layout.LinkLine(from, to), t), Kind: desk.FrameTarget})
}

// Cursor implements Gesture.
func (g *Link) Cursor() desk.Cursor { return desk.CursorCross }

// Scrolls implements Gesture.
func (g *Link) Scrolls() bool { return true }

// LinkKindKey returns the key of a kind's name in the table of words.
func LinkKindKey(k journey.LinkKind) string { return "action." + LinkKindAction(k) }

// LinkKindAction returns the ID of the action that makes links of a kind of those selected:
// "link.kind.loopBack".
func LinkKindAction(k journey.LinkKind) string { return "link.kind." + camel(string(k)) }
