package editor

import (
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// mostGhosts is how many cards are drawn under the pointer; a larger lot is told by a number.
const mostGhosts = 6

// cardDrag takes cards to another place; with Ctrl it takes copies of them.
type cardDrag struct {
	ids    []journey.ID // in reading order
	moving map[journey.ID]bool
	from   geom.Point // scene
	ghosts []Ghost    // where the cards stood, in scene points
	lifted []framed
	by     geom.Point // scene
	copies bool
	drop   *drop // nil: letting go does nothing
}

// drop is where cards would land, with its mark, in scene points.
type drop struct {
	at   edit.Place
	cell geom.Rect
	mark [2]geom.Point
}

// newCardDrag takes hold of all selected cards by one of them.
func newCardDrag(e *Editor, held journey.ID, from geom.Point) gesture {
	g := &cardDrag{ids: e.selectedCards(), from: from}
	if !slices.Contains(g.ids, held) {
		g.ids = []journey.ID{held}
	}
	g.moving = make(map[journey.ID]bool, len(g.ids))
	p := e.project()
	for _, id := range g.ids {
		g.moving[id] = true
		t := e.atlas.body(cardRef(id))
		if t == nil {
			continue
		}
		g.lifted = append(g.lifted, framed{t.Ref, t.Bounds})
		if id == held || len(g.ghosts) < mostGhosts {
			c, _ := p.Cards.Get(id)
			g.ghosts = append(g.ghosts, Ghost{Rect: t.Bounds, Title: c.Title, Kind: journey.KindCard, Count: 1})
		}
		if id == held { // the card under the pointer lies on top and tells the number
			n := len(g.ghosts) - 1
			g.ghosts[n].Count = len(g.ids)
			g.ghosts[0], g.ghosts[n] = g.ghosts[n], g.ghosts[0]
		}
	}
	slices.Reverse(g.ghosts)
	if len(g.ghosts) == 0 {
		return nil
	}
	return g
}

func (g *cardDrag) drag(e *Editor, at geom.Point, m Mods) {
	p := e.view.ToScene(at)
	g.by = p.Sub(g.from)
	g.copies = m.Ctrl
	g.drop = e.dropAt(p, func(id journey.ID) bool { return !g.copies && g.moving[id] })
	e.note(OverlayChanged)
}

// dropAt returns where a card let go at a scene point would land. Cards that are passed over are
// not there any more when it lands.
func (e *Editor) dropAt(p geom.Point, passed func(journey.ID) bool) *drop {
	if e.scene == nil {
		return nil
	}
	grid := &e.scene.Grid
	cell := grid.CellAt(p)
	if cell == nil || !holdsCards(grid.Rows[cell.Row].Kind) || len(cell.Slots) == 0 {
		return nil
	}
	i := 0
	for i < len(cell.Cards) && i < len(cell.Slots) && p.Y >= cell.Slots[i].Center().Y {
		i++
	}
	d := &drop{cell: cell.Rect, mark: insertion(cell, i)}
	d.at = placeOf(grid, cell)
	if !e.stands(d.at) {
		return nil
	}
	d.at.Before = e.firstIn(d.at, cell.Cards[i:], passed)
	return d
}

// firstIn returns the first of cards that stands in a place itself and is not passed over; empty
// if none does. A cell of the grid may also show cards that belong to the stage as a whole.
func (e *Editor) firstIn(at edit.Place, cards []journey.ID, passed func(journey.ID) bool) journey.ID {
	p := e.project()
	for _, id := range cards {
		if c, ok := p.Cards.Get(id); ok && c.Cell() == cellOf(at) && !passed(id) {
			return id
		}
	}
	return ""
}

// stands reports whether a place of the picture is still one of the facts.
func (e *Editor) stands(at edit.Place) bool {
	p := e.project()
	return p.Stages.Has(at.StageID) && p.Lanes.Has(at.LaneID) && (at.StepID == "" || p.Steps.Has(at.StepID))
}

func cellOf(at edit.Place) journey.CellKey {
	return journey.CellKey{StageID: at.StageID, StepID: at.StepID, LaneID: at.LaneID}
}

// insertion returns the line before the i-th card of a cell.
func insertion(cell *scene.Cell, i int) [2]geom.Point {
	const half = 4 // of the gap above a card that has none above it
	slot := cell.Slots[min(i, len(cell.Slots)-1)]
	y := slot.Min.Y - half
	if i > 0 && i-1 < len(cell.Slots) {
		above := cell.Slots[i-1]
		if i < len(cell.Slots) {
			y = (above.Max.Y + slot.Min.Y) / 2
		} else {
			y = above.Max.Y + half
		}
	}
	y = min(max(y, cell.Rect.Min.Y), cell.Rect.Max.Y)
	return [2]geom.Point{geom.Pt(slot.Min.X, y), geom.Pt(slot.Max.X, y)}
}

// holdsCards reports whether cards can stand in a lane of that kind. A lane of emotions holds
// curves.
func holdsCards(k journey.LaneKind) bool { return k != journey.LaneEmotions }

func (g *cardDrag) release(e *Editor, _ geom.Point, _ Mods) {
	if g.drop == nil {
		return
	}
	at, ids := g.drop.at, g.ids
	if !g.copies {
		// do tells of a refused edit, here and in the other gestures
		_ = e.do(e.cardsLabel(edit.LabelMoveCards, ids), func(tx *edit.Tx) error {
			return edit.MoveCards(tx, ids, at)
		})
		return
	}
	var twins []journey.ID
	err := e.do(e.cardsLabel(edit.LabelDuplicateCards, ids), func(tx *edit.Tx) (err error) {
		if twins, err = edit.DuplicateCards(tx, ids); err != nil {
			return err
		}
		return edit.MoveCards(tx, twins, at)
	})
	if err == nil {
		e.choose(refsOf(journey.KindCard, twins))
	}
}

func (g *cardDrag) cancel(*Editor) {}
func (g *cardDrag) scrolls() bool  { return true }

func (g *cardDrag) cursor() Cursor {
	switch {
	case g.drop == nil:
		return CursorNoDrop
	case g.copies:
		return CursorCopy
	}
	return CursorGrabbing
}

func (g *cardDrag) overlay(e *Editor, o *Overlay) {
	t := e.view.Transform
	if !g.copies {
		seen := e.view.Visible()
		for _, f := range g.lifted {
			if f.rect.Overlaps(seen) {
				o.Frames = append(o.Frames, Frame{Rect: t.ApplyRect(f.rect), Kind: FrameLifted, Ref: f.ref})
			}
		}
	}
	if g.drop != nil {
		o.Frames = append(o.Frames, Frame{Rect: t.ApplyRect(g.drop.cell), Kind: FrameTarget})
		o.Lines = append(o.Lines, OverlayLine{From: t.Apply(g.drop.mark[0]), To: t.Apply(g.drop.mark[1]), Kind: LineInsertion})
	}
	for _, ghost := range g.ghosts {
		ghost.Rect = t.ApplyRect(ghost.Rect.Move(g.by))
		o.Ghosts = append(o.Ghosts, ghost)
	}
}

func refsOf(k journey.Kind, ids []journey.ID) []journey.Ref {
	refs := make([]journey.Ref, len(ids))
	for i, id := range ids {
		refs[i] = journey.Ref{Kind: k, ID: id}
	}
	return refs
}

// cardsLabel names an undo step about cards.
func (e *Editor) cardsLabel(key string, ids []journey.ID) edit.Label {
	l := edit.Label{Key: key, Count: len(ids)}
	if len(ids) == 1 {
		l.Name = brief(e.titleOf(cardRef(ids[0])))
	}
	return l
}

// titleOf returns what a record is called on the map.
func (e *Editor) titleOf(ref journey.Ref) string {
	s, _ := e.textShown(ref, scene.PartTitle)
	return s
}
