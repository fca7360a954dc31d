package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Header takes a stage or step sideways by its header, or a lane up and down by its label. A step
// may go to another stage.
type Header struct {
	ref   journey.Ref
	from  geom.Point // scene
	ghost desk.Ghost // scene
	by    geom.Point
	on    bool       // letting go moves it
	to    journey.ID // to stand before; empty: last
	stage journey.ID // of a step: where it goes
	mark  [2]geom.Point
}

// NewHeader takes hold of a stage, a step or a lane at a scene point; nil if it is not drawn, or
// stands on a ring, where there is no sideways.
func NewHeader(b Board, ref journey.Ref, from geom.Point) Gesture {
	t := b.Atlas().Body(ref)
	if t == nil || b.Scene().Grid.Ring != nil {
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
	bottom := grid.Headers.Max.Y
	if n := len(grid.Rows); n > 0 {
		bottom = grid.Rows[n-1].Y1
	}
	if g.ref.Kind == journey.KindStep {
		if x, ok := g.aimStep(grid, p, to.X); ok {
			g.mark = [2]geom.Point{geom.Pt(x, g.ghost.Rect.Min.Y), geom.Pt(x, bottom)}
		}
		return
	}
	if line, ok := g.aim(present(desk.Stages(grid), p.Stages.Has), to.X); ok {
		g.mark = [2]geom.Point{geom.Pt(line, grid.Headers.Min.Y), geom.Pt(line, bottom)}
	}
}

// aimStep finds the stage that a step would go to, and the step there to stand before.
func (g *Header) aimStep(grid *scene.Grid, p journey.Project, x float64) (mark float64, ok bool) {
	stages := present(desk.Stages(grid), p.Stages.Has)
	i := slices.IndexFunc(stages, func(s desk.Stretch) bool { return x < s.To })
	switch {
	case len(stages) == 0:
		return 0, false
	case i < 0:
		i = len(stages) - 1
	}
	g.stage = stages[i].ID
	steps := present(desk.Steps(grid, g.stage), func(id journey.ID) bool {
		s, ok := p.Steps.Get(id)
		return ok && s.StageID == g.stage
	})
	if len(steps) == 0 {
		g.on, g.to = true, ""
		return stages[i].From, true
	}
	return g.aim(steps, x)
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
	switch {
	case !g.on || g.to == g.ref.ID:
	case g.ref.Kind == journey.KindStep:
		_ = MoveStep(b, g.ref.ID, g.stage, g.to)
	default:
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

// MoveStep moves a step with its cards into a stage, before another step or last if before is empty.
func MoveStep(b Board, id, stage, before journey.ID) error {
	l := edit.Label{Key: edit.LabelMoveStep, Name: Brief(b.Title(desk.StepRef(id)))}
	return b.Do(l, func(tx *edit.Tx) error { return edit.MoveStep(tx, id, stage, before) })
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
