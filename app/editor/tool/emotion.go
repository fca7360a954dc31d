package tool

import (
	"math"
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// A point bends its curve no further than its neighbours' neighbours: so many points on either
// side are reckoned with, and so many of them are shown.
const (
	reckoned = 8
	shown    = 3
)

// Emotion moves a point of a curve up and down. It halts at halves; Ctrl lets it go between.
type Emotion struct {
	id     journey.ID
	from   geom.Point // scene
	row    scene.Row
	start  float64
	value  float64
	points []geom.Point // of the curve, left to right, scene: the one that moves and those near it
	at     int          // which of them moves
	color  scene.Color
}

// NewEmotion takes hold of a point at a scene point; nil if it is not drawn in a lane of emotions.
func NewEmotion(b Board, id journey.ID, from geom.Point) Gesture {
	p := b.Project()
	pt, ok := p.Points.Get(id)
	t := b.Atlas().Find(desk.PointRef(id), scene.PartPoint)
	if !ok || t == nil {
		return nil
	}
	c := t.Bounds.Center()
	if b.Scene().Grid.Ring != nil {
		return newRound(b, pt, from)
	}
	row := desk.EmotionRow(&b.Scene().Grid, c.Y)
	if row == nil {
		return nil
	}
	g := &Emotion{id: id, from: from, row: *row, start: pt.Value, value: pt.Value, at: -1}
	g.color = curveColor(b.Scene(), pt.PersonaID, c)
	for _, other := range b.Atlas().Curve(p, pt.PersonaID) {
		oc := other.Bounds.Center()
		if oc.Y < row.Y0 || oc.Y > row.Y1 {
			continue // drawn in another lane too
		}
		if other.Ref.ID == id {
			g.at = len(g.points)
		}
		g.points = append(g.points, oc)
	}
	if g.at < 0 {
		g.points, g.at = []geom.Point{c}, 0
	}
	lo, hi := max(0, g.at-reckoned), min(len(g.points), g.at+reckoned+1)
	g.points, g.at = g.points[lo:hi], g.at-lo
	return g
}

// curveColor returns the colour a persona's curve is drawn in near a scene point.
func curveColor(s *scene.Scene, persona journey.ID, near geom.Point) scene.Color {
	found := scene.RGB(0x4F46E5)
	s.Visible(geom.R(near.X-12, near.Y-12, 24, 24), func(it *scene.Item) {
		if line, ok := it.Mark.(*scene.Stroke); ok && it.From.ID == persona && line.Pen.Width >= 1 {
			found = line.Color
		}
	})
	return found
}

// Snapped brings an emotion to the nearest half, or nearly lets it be if free.
func Snapped(v float64, free bool) float64 {
	if free {
		return math.Round(v*20) / 20
	}
	return math.Round(v*2) / 2
}

// Drag implements Gesture.
func (g *Emotion) Drag(b Board, at geom.Point, m desk.Mods) {
	y := desk.Height(&g.row, g.start) + b.View().ToScene(at).Y - g.from.Y
	g.value = Snapped(desk.Feeling(&g.row, y), m.Ctrl)
	b.Redraw()
}

// Release implements Gesture.
func (g *Emotion) Release(b Board, _ desk.Mods) {
	if g.value == g.start {
		return
	}
	_ = b.Do(edit.Label{Key: edit.LabelEmotion}, func(tx *edit.Tx) error { return edit.SetEmotion(tx, g.id, g.value) })
}

// Cancel implements Gesture.
func (g *Emotion) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Emotion) Overlay(b Board, o *desk.Overlay) {
	t := b.View().Transform
	pts := make([]geom.Point, len(g.points))
	for i, p := range g.points {
		if i == g.at {
			p.Y = desk.Height(&g.row, g.value)
		}
		pts[i] = t.Apply(p)
	}
	line := desk.Smooth(pts, 0.5)
	from, to := pts[max(0, g.at-shown)].X, pts[min(len(pts)-1, g.at+shown)].X
	line = slices.DeleteFunc(line, func(p geom.Point) bool { return p.X < from-1e-6 || p.X > to+1e-6 })
	x := g.points[g.at].X
	o.Handle = &desk.EmotionDrag{
		At: pts[g.at], Value: g.value, Label: b.FeelingText(g.value), Points: line, Color: g.color,
		Guide: [2]geom.Point{t.Apply(geom.Pt(x, g.row.Up)), t.Apply(geom.Pt(x, g.row.Down))},
	}
}

// Cursor implements Gesture.
func (g *Emotion) Cursor() desk.Cursor { return desk.CursorVertical }

// Scrolls implements Gesture.
func (g *Emotion) Scrolls() bool { return false }
