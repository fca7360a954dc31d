package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Piece is something of a palette, which is dragged from there onto the map.
type Piece struct {
	Kind    journey.Kind     // KindCard, KindStage, KindStep, KindLane or KindChannel
	Lane    journey.LaneKind // of a lane; of a card: the kind of lane it goes to, empty: to any
	Channel journey.ID       // of a channel: it is given to the touchpoint it is let go on
}

// Insertion drags a Piece. It begins with the pointer beside the board.
type Insertion struct {
	piece Piece
	title string
	at    geom.Point // view
	on    bool       // letting go does something
	inner bool       // the pointer is over the board
	deep  bool       // it has been well within
	drop  *Drop      // of a card, or of a channel that makes one
	card  journey.ID // of a channel: the touchpoint it is given to
	ref   journey.ID // of a stage, step, lane: to stand before; empty: last
	stage journey.ID // of a step
	mark  [2]geom.Point
}

// rim is how far, in pixels of 1/96 in, the zone reaches in which a resting pointer scrolls.
const rim = 32

// NewInsertion begins to drag a piece; nil for one that there is not.
func NewInsertion(b Board, piece Piece) Gesture {
	g := &Insertion{piece: piece, at: geom.Pt(-1, -1)}
	switch piece.Kind {
	case journey.KindCard:
		g.title = b.T("action.insert.card")
		if piece.Lane != "" && slices.Contains(journey.LaneKinds, piece.Lane) {
			g.title = b.T("inspector.card." + string(piece.Lane)) // one of them, as the lane is called after many
		}
	case journey.KindStage:
		g.title = b.T("status.newStage")
	case journey.KindStep:
		g.title = b.T("status.newStep")
	case journey.KindLane:
		if !slices.Contains(journey.LaneKinds, piece.Lane) {
			return nil
		}
		g.title = b.T("map.lane." + string(piece.Lane))
	case journey.KindChannel:
		ch, ok := b.Project().Channels.Get(piece.Channel)
		if !ok {
			return nil
		}
		g.title = ch.Name
	default:
		return nil
	}
	return g
}

// Drag implements Gesture.
func (g *Insertion) Drag(b Board, at geom.Point, _ desk.Mods) {
	v := b.View()
	g.at = at
	g.on, g.drop, g.card, g.ref, g.stage = false, nil, "", "", ""
	board := geom.R(0, 0, v.Size.W, v.Size.H)
	g.inner = board.Contains(at)
	s := b.Scene()
	inside := board.Inset(rim * v.Scale)
	if s != nil { // what stands at the rim belongs to it
		left, top := desk.StripsOf(s, v).Insets()
		inside.Min = inside.Min.Add(geom.Pt(left, top))
	}
	g.deep = g.deep || inside.Contains(at)
	b.Redraw()
	if s == nil || !g.inner {
		return
	}
	p, to, grid := b.Project(), v.ToScene(at), &s.Grid
	if !s.Bounds.Contains(to) {
		return
	}
	right, bottom := grid.Headers.Max.X, grid.Headers.Max.Y
	if n := len(grid.Rows); n > 0 {
		bottom = grid.Rows[n-1].Y1
	}
	if grid.Ring != nil && g.piece.Kind != journey.KindCard && g.piece.Kind != journey.KindChannel {
		g.dragRound(grid, p, to)
		return
	}
	switch g.piece.Kind {
	case journey.KindCard:
		g.drop = DropAt(b, laneAt(grid, to, g.piece.Lane), Nobody)
		g.on = g.drop != nil
	case journey.KindChannel:
		if g.card = cardAt(b, to, func(id journey.ID) bool { return hasChannel(p, id) }); g.card != "" {
			g.on = true
			return
		}
		if cell := grid.CellAt(to); cell != nil && takesChannel(grid.Rows[cell.Row].Kind) {
			g.drop = DropAt(b, to, Nobody)
			g.on = g.drop != nil
		}
	case journey.KindStage:
		if x, before, ok := between(present(desk.Stages(grid), p.Stages.Has), to.X, grid.Headers.Min.X); ok {
			g.on, g.ref, g.mark = true, before, [2]geom.Point{geom.Pt(x, grid.Headers.Min.Y), geom.Pt(x, bottom)}
		}
	case journey.KindLane:
		if y, before, ok := between(present(desk.Lanes(grid), p.Lanes.Has), to.Y, grid.Labels.Min.Y); ok {
			g.on, g.ref, g.mark = true, before, [2]geom.Point{geom.Pt(grid.Labels.Min.X, y), geom.Pt(right, y)}
		}
	case journey.KindStep:
		h := &Header{}
		if x, ok := h.aimStep(grid, p, to.X); ok {
			g.on, g.ref, g.stage, g.mark = true, h.to, h.stage, [2]geom.Point{geom.Pt(x, grid.Headers.Max.Y), geom.Pt(x, bottom)}
		}
	}
}

// laneAt returns a place of the same column in the lane of a kind, at the end of its cell: a pain
// point that is let go on another lane goes to the pain points. On such a lane, and on a map that
// has none, it is at.
func laneAt(grid *scene.Grid, at geom.Point, k journey.LaneKind) geom.Point {
	here := grid.CellAt(at)
	if i := grid.ColumnAt(at); here == nil && grid.Ring != nil && i >= 0 && len(grid.Rows) > 0 {
		here = grid.Cell(i, 0) // any of its lanes: the piece knows its own
	}
	if here == nil || grid.Rows[here.Row].Kind == k {
		return at
	}
	for i, row := range grid.Rows {
		if row.Kind != k {
			continue
		}
		if cell := grid.Cell(here.Column, i); cell != nil && len(cell.Slots) > 0 {
			if grid.Ring != nil {
				return cell.Rect.Center()
			}
			return geom.Pt(at.X, min(cell.Slots[len(cell.Slots)-1].Center().Y, row.Y1-1))
		}
	}
	return at
}

// between finds what something let go at v would stand before, and where the mark for it lies: at
// start where there is nothing yet.
func between(list []desk.Stretch, v, start float64) (mark float64, before journey.ID, ok bool) {
	if len(list) == 0 {
		return start, "", true
	}
	i, mark := desk.Between(list, v)
	if i < len(list) {
		before = list[i].ID
	}
	return mark, before, true
}

// takesChannel reports whether the cards of a lane name a channel.
func takesChannel(k journey.LaneKind) bool {
	return k == journey.LaneTouchpoints || k == journey.LaneChannels
}

func hasChannel(p journey.Project, card journey.ID) bool {
	c, _ := p.Cards.Get(card)
	l, _ := p.Lanes.Get(c.LaneID)
	return takesChannel(l.LaneKind)
}

// Release implements Gesture.
func (g *Insertion) Release(b Board, _ desk.Mods) {
	if !g.on {
		return
	}
	// the Board tells of a refused edit
	switch g.piece.Kind {
	case journey.KindCard:
		_ = b.Add(edit.Label{Key: edit.LabelAddCard}, false, func(tx *edit.Tx) (journey.Ref, error) {
			id, err := edit.AddCard(tx, g.drop.At, "")
			return desk.CardRef(id), err
		})
	case journey.KindStage:
		_ = b.Add(edit.Label{Key: edit.LabelAddStage, Name: g.title}, true, func(tx *edit.Tx) (journey.Ref, error) {
			id, err := edit.AddStage(tx, b.Map(), g.ref, g.title)
			return desk.StageRef(id), err
		})
	case journey.KindStep:
		_ = b.Add(edit.Label{Key: edit.LabelAddStep, Name: g.title}, true, func(tx *edit.Tx) (journey.Ref, error) {
			id, err := edit.AddStep(tx, g.stage, g.ref, g.title)
			return desk.StepRef(id), err
		})
	case journey.KindLane: // its title stays empty, which shows the name of its kind
		_ = b.Add(edit.Label{Key: edit.LabelAddLane, Name: g.title}, true, func(tx *edit.Tx) (journey.Ref, error) {
			id, err := edit.AddLane(tx, b.Map(), g.ref, g.piece.Lane, "")
			return desk.LaneRef(id), err
		})
	case journey.KindChannel:
		g.giveChannel(b)
	}
}

// giveChannel gives the channel to a touchpoint and to those selected with it, or makes a card
// that has it.
func (g *Insertion) giveChannel(b Board) {
	if g.card == "" {
		_ = b.Add(edit.Label{Key: edit.LabelAddCard}, false, func(tx *edit.Tx) (journey.Ref, error) {
			id, err := edit.AddCard(tx, g.drop.At, "")
			if err == nil {
				err = edit.SetChannel(tx, []journey.ID{id}, g.piece.Channel)
			}
			return desk.CardRef(id), err
		})
		return
	}
	ids := []journey.ID{g.card}
	if slices.Contains(b.Selection(), desk.CardRef(g.card)) {
		p := b.Project()
		ids = slices.DeleteFunc(b.Atlas().Cards(b.Selection()), func(id journey.ID) bool { return !hasChannel(p, id) })
	}
	err := b.Do(edit.Label{Key: edit.LabelChannel, Name: g.title}, func(tx *edit.Tx) error {
		return edit.SetChannel(tx, ids, g.piece.Channel)
	})
	if err == nil {
		b.Choose(desk.Refs(journey.KindCard, ids))
	}
}

// Cancel implements Gesture.
func (g *Insertion) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Insertion) Overlay(b Board, o *desk.Overlay) {
	v := b.View()
	t := v.Transform
	line := func(m [2]geom.Point) {
		o.Lines = append(o.Lines, desk.OverlayLine{From: t.Apply(m[0]), To: t.Apply(m[1]), Kind: desk.LineInsertion})
	}
	switch target := b.Atlas().Body(desk.CardRef(g.card)); {
	case g.card != "" && target != nil:
		o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(target.Bounds), Kind: desk.FrameTarget})
	case g.drop != nil:
		o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(g.drop.Cell), Kind: desk.FrameTarget})
		line(g.drop.Mark)
	case g.on:
		line(g.mark)
	}
	size := map[journey.Kind]geom.Size{
		journey.KindCard: {W: 150, H: 38}, journey.KindStage: {W: 180, H: 44}, journey.KindStep: {W: 140, H: 26},
		journey.KindLane: {W: 120, H: 60}, journey.KindChannel: {W: 130, H: 30},
	}[g.piece.Kind]
	w, h := size.W*v.Scale, size.H*v.Scale
	o.Ghosts = append(o.Ghosts, desk.Ghost{
		Rect: geom.R(g.at.X-w/2, g.at.Y-h/2, w, h), Title: g.title, Kind: g.piece.Kind, Count: 1,
	})
}

// Cursor implements Gesture.
func (g *Insertion) Cursor() desk.Cursor {
	if !g.on {
		return desk.CursorNoDrop
	}
	return desk.CursorCopy
}

// Scrolls implements Gesture: not on the way from the palette across the rim of the board.
func (g *Insertion) Scrolls() bool { return g.inner && g.deep }
