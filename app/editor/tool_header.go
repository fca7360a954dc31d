package editor

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// headerDrag takes a stage sideways by its header, or a lane up and down by its label.
type headerDrag struct {
	ref   journey.Ref
	from  geom.Point // scene
	ghost Ghost      // scene
	by    geom.Point
	on    bool       // the pointer is where letting go moves it
	to    journey.ID // to stand before; empty: last
	mark  [2]geom.Point
}

func newStageDrag(e *Editor, id journey.ID, from geom.Point) gesture {
	return newHeaderDrag(e, stageRef(id), from)
}

func newLaneDrag(e *Editor, id journey.ID, from geom.Point) gesture {
	return newHeaderDrag(e, laneRef(id), from)
}

func newHeaderDrag(e *Editor, ref journey.Ref, from geom.Point) gesture {
	t := e.atlas.body(ref)
	if t == nil {
		return nil
	}
	return &headerDrag{ref: ref, from: from, ghost: Ghost{Rect: t.Bounds, Title: e.titleOf(ref), Kind: ref.Kind, Count: 1}}
}

// stretch is what a stage or lane takes up along the way it can be moved.
type stretch struct {
	id       journey.ID
	from, to float64
}

// stages lists the stages of a grid with the columns of their steps taken together.
func stages(grid *scene.Grid) []stretch {
	var list []stretch
	for _, c := range grid.Columns {
		if n := len(list); n > 0 && list[n-1].id == c.StageID {
			list[n-1].to = c.X1
			continue
		}
		list = append(list, stretch{c.StageID, c.X0, c.X1})
	}
	return list
}

func lanes(grid *scene.Grid) []stretch {
	list := make([]stretch, len(grid.Rows))
	for i, r := range grid.Rows {
		list[i] = stretch{r.LaneID, r.Y0, r.Y1}
	}
	return list
}

func (g *headerDrag) drag(e *Editor, at geom.Point, _ Mods) {
	p := e.view.ToScene(at)
	g.by, g.on = p.Sub(g.from), false
	e.note(OverlayChanged)
	if e.scene == nil {
		return
	}
	grid := &e.scene.Grid
	list, v := stages(grid), p.X
	if g.ref.Kind == journey.KindLane {
		list, v = lanes(grid), p.Y
		g.by.X = 0
	} else {
		g.by.Y = 0
	}
	if len(list) == 0 {
		return
	}
	i := 0
	for i < len(list) && v >= (list[i].from+list[i].to)/2 {
		i++
	}
	g.on, g.to = true, ""
	line := list[len(list)-1].to
	if i < len(list) {
		g.to, line = list[i].id, list[i].from
	}
	if i > 0 && i < len(list) {
		line = (list[i-1].to + list[i].from) / 2
	}
	if g.ref.Kind == journey.KindLane {
		right := grid.Labels.Max.X
		if n := len(grid.Columns); n > 0 {
			right = grid.Columns[n-1].X1
		}
		g.mark = [2]geom.Point{geom.Pt(grid.Labels.Min.X, line), geom.Pt(right, line)}
		return
	}
	bottom := grid.Headers.Max.Y
	if n := len(grid.Rows); n > 0 {
		bottom = grid.Rows[n-1].Y1
	}
	g.mark = [2]geom.Point{geom.Pt(line, grid.Headers.Min.Y), geom.Pt(line, bottom)}
}

func (g *headerDrag) release(e *Editor, _ geom.Point, _ Mods) {
	if !g.on || g.to == g.ref.ID {
		return
	}
	_ = e.do(moveLabel(e, g.ref), func(tx *edit.Tx) error { return moveHeader(tx, g.ref, g.to) })
}

func moveLabel(e *Editor, ref journey.Ref) edit.Label {
	key := edit.LabelMoveStage
	if ref.Kind == journey.KindLane {
		key = edit.LabelMoveLane
	}
	return edit.Label{Key: key, Name: brief(e.titleOf(ref))}
}

func moveHeader(tx *edit.Tx, ref journey.Ref, before journey.ID) error {
	if ref.Kind == journey.KindLane {
		return edit.MoveLane(tx, ref.ID, before)
	}
	return edit.MoveStage(tx, ref.ID, before)
}

func (g *headerDrag) cancel(*Editor) {}
func (g *headerDrag) scrolls() bool  { return true }
func (g *headerDrag) cursor() Cursor { return CursorGrabbing }

func (g *headerDrag) overlay(e *Editor, o *Overlay) {
	t := e.view.Transform
	o.Frames = append(o.Frames, Frame{Rect: t.ApplyRect(g.ghost.Rect), Kind: FrameLifted, Ref: g.ref})
	if g.on {
		o.Lines = append(o.Lines, OverlayLine{From: t.Apply(g.mark[0]), To: t.Apply(g.mark[1]), Kind: LineInsertion})
	}
	ghost := g.ghost
	ghost.Rect = t.ApplyRect(ghost.Rect.Move(g.by))
	o.Ghosts = append(o.Ghosts, ghost)
}
