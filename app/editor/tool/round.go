package tool

import (
	"cmp"
	"math"
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Round moves a point of a curve on a ring, outward and inward. It halts at halves; Ctrl lets it go
// between.
type Round struct {
	id     journey.ID
	ring   scene.Ring
	by     float64 // from the point to where it was grabbed, along the radius
	start  float64
	value  float64
	points []geom.Point // of the curve: turn and radius, the one that moves and those beside it
	at     int          // which of them moves
	color  scene.Color
}

// newRound takes hold of a point at a scene point; nil if no feelings are drawn.
func newRound(b Board, pt journey.Point, from geom.Point) Gesture {
	r := b.Scene().Grid.Ring
	if r.Up <= r.Down {
		return nil
	}
	g := &Round{id: pt.ID, ring: *r, start: pt.Value, value: pt.Value, at: -1}
	g.by = from.Dist(r.Center) - r.Radius(pt.Value)
	var own geom.Point
	for _, t := range b.Atlas().Curve(b.Project(), pt.PersonaID) {
		c := t.Bounds.Center()
		p := geom.Pt(r.Turn(c), c.Dist(r.Center))
		if t.Ref.ID == pt.ID {
			own = p
			g.color = curveColor(b.Scene(), pt.PersonaID, c)
		}
		g.points = append(g.points, p)
	}
	slices.SortStableFunc(g.points, func(a, b geom.Point) int { return cmp.Compare(a.X, b.X) })
	g.at = slices.Index(g.points, own)
	lo, hi := max(0, g.at-shown), min(len(g.points), g.at+shown+1)
	g.points, g.at = g.points[lo:hi], g.at-lo
	return g
}

// Drag implements Gesture.
func (g *Round) Drag(b Board, at geom.Point, m desk.Mods) {
	p := b.View().ToScene(at)
	d := p.Sub(g.ring.Center)
	out := g.ring.At(g.points[g.at].X, 1).Sub(g.ring.Center)
	v := g.ring.Value(g.ring.At(0, math.Max(0, d.X*out.X+d.Y*out.Y-g.by)))
	g.value = Snapped(max(-2, min(2, v)), m.Ctrl)
	b.Redraw()
}

// Release implements Gesture.
func (g *Round) Release(b Board, _ desk.Mods) {
	if g.value == g.start {
		return
	}
	_ = b.Do(edit.Label{Key: edit.LabelEmotion}, func(tx *edit.Tx) error { return edit.SetEmotion(tx, g.id, g.value) })
}

// Cancel implements Gesture.
func (g *Round) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Round) Overlay(b Board, o *desk.Overlay) {
	t, r := b.View().Transform, &g.ring
	k := r.Radius(0)
	flat := make([]geom.Point, len(g.points))
	for i, p := range g.points {
		if i == g.at {
			p.Y = r.Radius(g.value)
		}
		flat[i] = geom.Pt(p.X*k, p.Y)
	}
	line := desk.Smooth(flat, 0.1)
	for i, p := range line {
		line[i] = t.Apply(r.At(p.X/k, p.Y))
	}
	turn := g.points[g.at].X
	o.Handle = &desk.EmotionDrag{
		At: t.Apply(r.At(turn, r.Radius(g.value))), Value: g.value, Label: b.FeelingText(g.value), Points: line, Color: g.color,
		Guide: [2]geom.Point{t.Apply(r.At(turn, r.Up)), t.Apply(r.At(turn, r.Down))},
	}
}

// Cursor implements Gesture.
func (g *Round) Cursor() desk.Cursor { return desk.CursorGrabbing }

// Scrolls implements Gesture.
func (g *Round) Scrolls() bool { return false }

// dragRound finds where a stage, a step or a lane that is dragged onto a ring would go: a stage
// before or behind the one that is pointed at, a step into it, a lane behind the others.
func (g *Insertion) dragRound(grid *scene.Grid, p journey.Project, at geom.Point) {
	r := grid.Ring
	var ids []journey.ID // stages, with where each begins and ends
	var from, to []float64
	for i, c := range grid.Columns {
		if !p.Stages.Has(c.StageID) {
			continue
		}
		if n := len(ids); n > 0 && ids[n-1] == c.StageID {
			to[n-1] = r.Sectors[i].To
			continue
		}
		ids, from, to = append(ids, c.StageID), append(from, r.Sectors[i].From), append(to, r.Sectors[i].To)
	}
	spoke := func(turn float64) [2]geom.Point { return [2]geom.Point{r.At(turn, r.Inner), r.At(turn, r.Outer)} }
	col := grid.ColumnAt(at)
	stage := -1
	if col >= 0 {
		stage = slices.Index(ids, grid.Columns[col].StageID)
	}
	switch g.piece.Kind {
	case journey.KindStage:
		g.on, g.mark = len(ids) == 0, spoke(0)
		if stage < 0 {
			return
		}
		g.on, g.mark = true, spoke(from[stage])
		if g.ref = ids[stage]; r.Turn(at) > (from[stage]+to[stage])/2 && at.Dist(r.Center) <= r.Outer {
			g.ref, g.mark = "", spoke(to[stage])
			if stage+1 < len(ids) {
				g.ref = ids[stage+1]
			}
		}
	case journey.KindStep:
		if stage >= 0 {
			g.on, g.stage, g.mark = true, ids[stage], spoke((from[stage]+to[stage])/2)
		}
	case journey.KindLane:
		g.on = true
		g.mark = [2]geom.Point{at, at}
	}
}
