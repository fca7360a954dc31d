package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Header takes a stage sideways by its header, or a lane up and down by its label.
type Header struct {
	ref   journey.Ref
	from  geom.Point // scene
	ghost desk.Ghost // scene
	by    geom.Point
	on    bool       // letting go moves it
	to    journey.ID // to stand before; empty: last
	mark  [2]geom.Point
}

// NewHeader takes hold of a stage or a lane at a scene point; nil if it is not drawn.
func NewHeader(b Board, ref journey.Ref, from geom.Point) Gesture {
	t := b.Atlas().Body(ref)
	if t == nil {
		return nil
	}
	return &Header{ref: ref, from: from, ghost: desk.Ghost{Ref: ref, Rect: t.Bounds, Title: b.Title(ref), Kind: ref.Kind, Count: 1}}
}

// Drag implements Gesture.
func (g *Header) Drag(b Board, at geom.Point, _ desk.Mods) {
	to := b.View().ToScene(at)
	g.by, g.on = to.Sub(g.from), false
	b.Redraw()
	s := b.Scene()
	if s == nil {
		return
	}
	grid, p := &s.Grid, b.Project()
	if g.ref.Kind == journey.KindLane {
		g.by.X = 0
		if line, ok := g.aim(present(desk.Lanes(grid), p.Lanes.Has), to.Y); ok {
			right := grid.Labels.Max.X
			if n := len(grid.Columns); n > 0 {
				right = grid.Columns[n-1].X1
			}
			g.mark = [2]geom.Point{geom.Pt(grid.Labels.Min.X, line), geom.Pt(right, line)}
		}
		return
	}
	g.by.Y = 0
	if line, ok := g.aim(present(desk.Stages(grid), p.Stages.Has), to.X); ok {
		bottom := grid.Headers.Max.Y
		if n := len(grid.Rows); n > 0 {
			bottom = grid.Rows[n-1].Y1
		}
		g.mark = [2]geom.Point{geom.Pt(line, grid.Headers.Min.Y), geom.Pt(line, bottom)}
	}
}

// present leaves out what the picture shows and the facts no longer hold.
func present(list []desk.Stretch, has func(journey.ID) bool) []desk.Stretch {
	return slices.DeleteFunc(list, func(s desk.Stretch) bool { return !has(s.ID) })
}

// aim finds what it would stand before, and where the mark for it lies.
func (g *Header) aim(list []desk.Stretch, v float64) (mark float64, ok bool) {
	if len(list) == 0 {
		return 0, false
	}
	i, mark := desk.Between(list, v)
	g.on, g.to = true, ""
	if i < len(list) {
		g.to = list[i].ID
	}
	return mark, true
}

// Release implements Gesture.
func (g *Header) Release(b Board, _ desk.Mods) {
	if g.on && g.to != g.ref.ID {
		_ = MoveHeader(b, g.ref, g.to)
	}
}

// MoveHeader moves a stage or lane before another one, or last if before is empty.
func MoveHeader(b Board, ref journey.Ref, before journey.ID) error {
	name := Brief(b.Title(ref))
	if ref.Kind == journey.KindLane {
		return b.Do(edit.Label{Key: edit.LabelMoveLane, Name: name}, func(tx *edit.Tx) error { return edit.MoveLane(tx, ref.ID, before) })
	}
	return b.Do(edit.Label{Key: edit.LabelMoveStage, Name: name}, func(tx *edit.Tx) error { return edit.MoveStage(tx, ref.ID, before) })
}

// Cancel implements Gesture.
func (g *Header) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Header) Overlay(b Board, o *desk.Overlay) {
	t := b.View().Transform
	o.Frames = append(o.Frames, desk.Frame{Rect: t.ApplyRect(g.ghost.Rect), Kind: desk.FrameLifted, Ref: g.ref})
	if g.on {
		o.Lines = append(o.Lines, desk.OverlayLine{From: t.Apply(g.mark[0]), To: t.Apply(g.mark[1]), Kind: desk.LineInsertion})
	}
	ghost := g.ghost
	ghost.Rect = t.ApplyRect(ghost.Rect.Move(g.by))
	o.Ghosts = append(o.Ghosts, ghost)
}

// Cursor implements Gesture.
func (g *Header) Cursor() desk.Cursor { return desk.CursorGrabbing }

// Scrolls implements Gesture.
func (g *Header) Scrolls() bool { return true }
