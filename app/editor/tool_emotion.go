package editor

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/layout"
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

// emotionDrag moves a point of a curve up and down. It halts at halves; Ctrl lets it go between.
type emotionDrag struct {
	id     journey.ID
	from   geom.Point // scene
	row    scene.Row
	start  float64
	value  float64
	x      float64
	points []geom.Point // of the curve, left to right, scene: the one that moves and those near it
	at     int          // which of them moves
	color  scene.Color
}

func newEmotionDrag(e *Editor, id journey.ID, from geom.Point) gesture {
	p := e.project()
	pt, ok := p.Points.Get(id)
	t := e.atlas.find(pointRef(id), scene.PartPoint)
	if !ok || t == nil {
		return nil
	}
	c := t.Bounds.Center()
	row := emotionRow(&e.scene.Grid, c.Y)
	if row == nil {
		return nil
	}
	g := &emotionDrag{id: id, from: from, row: *row, start: pt.Value, value: pt.Value, x: c.X, at: -1, color: e.curveColor(pt.PersonaID, c)}
	for _, other := range e.atlas.curve(p, pt.PersonaID) {
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

// emotionRow returns the lane of emotions at a height; nil if there is none.
func emotionRow(grid *scene.Grid, y float64) *scene.Row {
	for i := range grid.Rows {
		if r := &grid.Rows[i]; r.Kind == journey.LaneEmotions && y >= r.Y0 && y <= r.Y1 && r.Down != r.Up {
			return r
		}
	}
	return nil
}

// feeling returns what a height in a lane of emotions means, brought into −2 … +2.
func feeling(row *scene.Row, y float64) float64 {
	return max(-2, min(2, layout.YValue(y, row.Up, row.Down)))
}

// height is the way back.
func height(row *scene.Row, value float64) float64 {
	return layout.ValueY(value, row.Up, row.Down)
}

func snapped(v float64, free bool) float64 {
	if free {
		return math.Round(v*20) / 20
	}
	return math.Round(v*2) / 2
}

func (g *emotionDrag) drag(e *Editor, at geom.Point, m Mods) {
	y := height(&g.row, g.start) + e.view.ToScene(at).Y - g.from.Y
	g.value = snapped(feeling(&g.row, y), m.Ctrl)
	e.note(OverlayChanged)
}

func (g *emotionDrag) release(e *Editor, _ geom.Point, _ Mods) {
	if g.value == g.start {
		return
	}
	_ = e.do(edit.Label{Key: edit.LabelEmotion}, func(tx *edit.Tx) error { return edit.SetEmotion(tx, g.id, g.value) })
}

func (g *emotionDrag) cancel(*Editor) {}
func (g *emotionDrag) scrolls() bool  { return false }
func (g *emotionDrag) cursor() Cursor { return CursorVertical }

func (g *emotionDrag) overlay(e *Editor, o *Overlay) {
	t := e.view.Transform
	pts := make([]geom.Point, len(g.points))
	for i, p := range g.points {
		if i == g.at {
			p.Y = height(&g.row, g.value)
		}
		pts[i] = t.Apply(p)
	}
	line := smooth(pts, 0.5)
	from, to := pts[max(0, g.at-shown)].X, pts[min(len(pts)-1, g.at+shown)].X
	line = slices.DeleteFunc(line, func(p geom.Point) bool { return p.X < from-1e-6 || p.X > to+1e-6 })
	o.Handle = &EmotionDrag{
		At: pts[g.at], Value: g.value, Label: e.feelingText(g.value), Points: line, Color: g.color,
		Guide: [2]geom.Point{t.Apply(geom.Pt(g.x, g.row.Up)), t.Apply(geom.Pt(g.x, g.row.Down))},
	}
}

// feelingText says a value in figures and in a word.
func (e *Editor) feelingText(v float64) string {
	word := fmt.Sprintf("status.feeling.%d", int(math.Round(v)))
	return e.number(v) + " · " + e.words.T(word)
}

// number writes a value with its sign and the decimal mark of the language.
func (e *Editor) number(v float64) string {
	s := strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Abs(v)), "0"), ".")
	if e.words.Lang() == "id" {
		s = strings.Replace(s, ".", ",", 1)
	}
	switch {
	case v > 0:
		return "+" + s
	case v < 0:
		return "−" + s
	}
	return s
}

// curveColor returns the colour a persona's curve is drawn in near a scene point.
func (e *Editor) curveColor(persona journey.ID, near geom.Point) scene.Color {
	found := scene.RGB(0x4F46E5)
	e.scene.Visible(geom.R(near.X-12, near.Y-12, 24, 24), func(it *scene.Item) {
		if s, ok := it.Mark.(*scene.Stroke); ok && it.From.ID == persona && s.Pen.Width >= 1 {
			found = s.Color
		}
	})
	return found
}
