package cast

import (
	"math"
	"slices"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// chart is where curves of one map are drawn: its stages side by side, all of one width.
type chart struct {
	*draw.Drawing
	s    *sheet
	room geom.Rect
}

const stageH = 19.0 // of the band of stages above a chart

// stages draws the band of stages along the top of the chart and returns its columns.
func (c *chart) stages() []scene.Column {
	n := len(c.Index.Stages)
	cols := make([]scene.Column, n)
	w := c.room.W() / float64(max(n, 1))
	v := voice(text.SemiBold, 7.6, 10, c.Palette.OnHue)
	const point, gap = 5.0, 1.5
	y := c.room.Min.Y
	for i, st := range c.Index.Stages {
		x0, x1 := c.room.Min.X+float64(i)*w, c.room.Min.X+float64(i+1)*w
		cols[i] = scene.Column{StageID: st.ID, X0: x0, X1: x1}
		l, in := x0, 0.0
		if i > 0 {
			l, in = x0-point+gap, point
		}
		tip := x1
		if i < n-1 {
			x1 -= point
		}
		shape := geom.Polygon(geom.Pt(l, y), geom.Pt(x1, y), geom.Pt(tip, y+stageH/2), geom.Pt(x1, y+stageH),
			geom.Pt(l, y+stageH), geom.Pt(l+in, y+stageH/2))
		c.Fill(journey.RefTo(st), shape, c.Hue(i))
		if room := x1 - x0 - 12; room > 8 {
			c.s.brief(journey.RefTo(st), st.Title, v, x0+6, y+(stageH-v.Lead)/2, room)
		}
	}
	return cols
}

// columns divides the stages among their steps, so that feelings stand where the map has them.
func (c *chart) columns(stages []scene.Column) []scene.Column {
	var cols []scene.Column
	for _, st := range stages {
		steps := c.Index.Steps[st.StageID]
		if len(steps) == 0 {
			cols = append(cols, st)
			continue
		}
		w := (st.X1 - st.X0) / float64(len(steps))
		for i, step := range steps {
			cols = append(cols, scene.Column{StageID: st.StageID, StepID: step.ID, X0: st.X0 + float64(i)*w, X1: st.X0 + float64(i+1)*w})
		}
	}
	return cols
}

// draw paints the chart with the curves of some personas, the first on top, and reports whether any
// of them has a curve.
func (c *chart) draw(who []journey.ID, alone bool) bool {
	stages := c.stages()
	cols := c.columns(stages)
	const pad = 11
	body := geom.Rect{Min: geom.Pt(c.room.Min.X, c.room.Min.Y+stageH+2), Max: c.room.Max}
	up, down := body.Min.Y+pad, body.Max.Y-pad
	c.ground(body, up, down, stages)
	at := map[journey.Ref]float64{}
	for i, refs := range c.Moments(cols) {
		for k, r := range refs {
			at[r] = cols[i].X0 + (float64(k)+0.5)/float64(len(refs))*(cols[i].X1-cols[i].X0)
		}
	}
	shows := func(id journey.ID) bool { return slices.Contains(who, id) }
	place := func(along, value float64) geom.Point { return geom.Pt(along, draw.ValueY(value, up, down)) }
	curves := c.Curves(shows, at, place, func(pts []draw.Feeling) geom.Path {
		line := make([]geom.Point, len(pts))
		for i, f := range pts {
			line[i] = f.Place
		}
		return draw.Through(line)
	})
	any := false
	for i := len(curves) - 1; i >= 0; i-- {
		cv := &curves[i]
		any = any || len(cv.Points) > 0
		cv.Hero = alone
		if alone {
			c.areas(cv, draw.ValueY(0, up, down), up, down)
		}
		c.DrawCurve(cv)
		room := math.Inf(1)
		for k := 1; k < len(cv.Points); k++ {
			if dx := cv.Points[k].Along - cv.Points[k-1].Along; dx > 0 {
				room = min(room, dx)
			}
		}
		if !alone { // signs, not faces: they tell who it is
			room = min(room, 9.5)
		}
		c.Markers(cv, room)
	}
	return any
}

// ground draws the zero line, the bands and where stages begin.
func (c *chart) ground(body geom.Rect, up, down float64, stages []scene.Column) {
	c.Fill(c.Map, geom.RoundRect(body, 4), c.Palette.Ground)
	for _, v := range []float64{2, 1, 0, -1, -2} {
		y := draw.ValueY(v, up, down)
		w, color := c.Style.Hairline, style.Mix(c.Palette.Paper, c.Palette.Line, 0.8)
		if v == 0 {
			w, color = 1.1, style.Mix(c.Palette.Line, c.Palette.Second, 0.25)
		}
		c.Line(c.Map, body.Min.X, y, body.Max.X, y, w, color)
	}
	for _, st := range stages[min(1, len(stages)):] {
		c.Line(c.Map, st.X0, body.Min.Y, st.X0, body.Max.Y, c.Style.Hairline, c.Palette.Line, 1.5, 2.5)
	}
}

func (c *chart) areas(cv *draw.Curve, zero, up, down float64) {
	above, below := draw.Areas(cv.Path, zero)
	for _, a := range []struct {
		path     geom.Path
		y0, y1   float64
		from, to scene.Color
	}{
		{above, up, zero, c.Palette.Good.Alpha(0.20), c.Palette.Middle.Alpha(0.03)},
		{below, zero, down, c.Palette.Middle.Alpha(0.03), c.Palette.Bad.Alpha(0.24)},
	} {
		if len(a.path.Verbs) > 0 {
			c.Put(cv.Cast.Ref, a.path.Bounds(), &scene.Fill{Path: a.path, Color: a.from, Gradient: &scene.Gradient{Y0: a.y0, Y1: a.y1, From: a.from, To: a.to}})
		}
	}
}

// sample draws how a persona's line and sign look, w wide.
func (s *sheet) sample(who person, x, y, w float64) {
	s.Line(who.cast.Ref, x, y, x+w, y, 1.7, who.cast.Color, draw.Dash(who.order)...)
	m := draw.Marker(who.order, geom.Pt(x+w/2, y), 3.4)
	s.Fill(who.cast.Ref, m, s.Palette.Paper)
	s.Stroke(who.cast.Ref, m, 1.4, who.cast.Color)
}
