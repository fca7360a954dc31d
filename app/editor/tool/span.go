package tool

import (
	"math"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Span has a card cover more columns or fewer, by its right edge.
type Span struct {
	id    journey.ID
	card  geom.Rect
	by    float64 // from the edge to where it was grabbed
	first int     // its column
	least int     // what belongs to a stage as a whole covers all of it
	start int
	n     int
	inset float64 // from the end of a column to the edge of a card
}

func newSpan(b Board, id journey.ID, from geom.Point) Gesture {
	t := b.Atlas().Body(desk.CardRef(id))
	cell, _, ok := b.Atlas().Stand(id)
	c, known := b.Project().Cards.Get(id)
	if t == nil || !ok || !known {
		return nil
	}
	cols := b.Scene().Grid.Columns
	g := &Span{id: id, card: t.Bounds, by: t.Bounds.Max.X - from.X, first: cell.Column, least: 1}
	if c.StepID == "" {
		for g.first+g.least < len(cols) && cols[g.first+g.least].StageID == c.StageID {
			g.least++
		}
	}
	g.start = max(g.least, min(max(c.Span, 1), len(cols)-g.first))
	g.n = g.start
	g.inset = cols[g.first+g.start-1].X1 - t.Bounds.Max.X
	return g
}

// Drag implements Gesture.
func (g *Span) Drag(b Board, at geom.Point, _ desk.Mods) {
	b.Redraw()
	s := b.Scene()
	if s == nil || g.first >= len(s.Grid.Columns) {
		return
	}
	g.n = g.columns(s.Grid.Columns, b.View().ToScene(at).X+g.by)
}

// columns returns how many columns a card covers whose edge is let go at x: that of the nearest end
// of a column.
func (g *Span) columns(cols []scene.Column, x float64) int {
	best, n := math.Inf(1), g.least
	for i := g.first + g.least - 1; i < len(cols); i++ {
		if d := math.Abs(cols[i].X1 - g.inset - x); d < best {
			best, n = d, i-g.first+1
		}
	}
	return n
}

// Release implements Gesture.
func (g *Span) Release(b Board, _ desk.Mods) {
	if g.n == g.start {
		return
	}
	n := g.n
	if n <= g.least {
		n = 1
	}
	setSpan(b, g.id, n)
}

func setSpan(b Board, id journey.ID, n int) {
	l := edit.Label{Key: edit.LabelSpan, Name: Brief(b.Title(desk.CardRef(id)))}
	_ = b.Do(l, func(tx *edit.Tx) error { return edit.SetSpan(tx, id, n) })
}

func resetSpan(b Board, id journey.ID) { setSpan(b, id, 1) }

// Cancel implements Gesture.
func (g *Span) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Span) Overlay(b Board, o *desk.Overlay) {
	s := b.Scene()
	if s == nil || g.first+g.n > len(s.Grid.Columns) {
		return
	}
	t, r := b.View().Transform, g.card
	r.Max.X = s.Grid.Columns[g.first+g.n-1].X1 - g.inset
	o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(r), Kind: desk.FrameTarget})
	top, bottom := s.Grid.Headers.Max.Y, r.Max.Y
	if n := len(s.Grid.Rows); n > 0 {
		bottom = s.Grid.Rows[n-1].Y1
	}
	x := s.Grid.Columns[g.first+g.n-1].X1
	o.Lines = append(o.Lines, desk.OverlayLine{From: t.Apply(geom.Pt(x, top)), To: t.Apply(geom.Pt(x, bottom)), Kind: desk.LineGuide})
}

// Cursor implements Gesture.
func (g *Span) Cursor() desk.Cursor { return desk.CursorHorizontal }

// Scrolls implements Gesture.
func (g *Span) Scrolls() bool { return true }
