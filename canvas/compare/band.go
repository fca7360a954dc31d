package compare

import (
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/layout/ghost"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
)

// person is one who is on either map, in the colour and with the marker of their curve.
type person struct {
	ref    journey.Ref
	ofFrom bool // they are on From only
	name   string
	order  int
	color  scene.Color
	at     int // among the Feelings of a stage
}

// cast collects those who feel something on either map: To's in their order, then those of From alone.
func (d *drawing) cast() {
	if len(d.c.Stages) == 0 {
		return
	}
	for i, f := range d.c.Stages[0].Feelings {
		p := person{ref: f.Persona.To, order: i, at: i}
		project := d.to.Project
		if p.ref.IsZero() {
			p.ref, p.ofFrom, project = f.Persona.From, true, d.from.Project
		}
		felt := false
		for _, s := range d.c.Stages {
			felt = felt || s.Feelings[i].From.Points+s.Feelings[i].To.Points > 0
		}
		if !felt {
			continue
		}
		who, _ := project.Personas.Get(p.ref.ID)
		p.color = d.pal.Persona(i)
		if own, ok := d.pal.Own(who.Color); ok {
			p.color = style.Readable(own, d.pal.Ground)
		}
		p.name = d.name(p.ref, p.ofFrom)
		d.people = append(d.people, p)
	}
}

// The measures of a band: the stages above, then for each persona curves with a table below.
const (
	labelW  = 108.0
	headH   = 34.0
	chartH  = 84.0
	rowH    = 13.0
	bandH   = chartH + 3*rowH + 14
	leastW  = 52.0 // of a column
	mostCol = 12   // in a band
)

// bands are the stages with what each persona feels in them, so many side by side as there is room
// for.
func (d *drawing) bands() []part {
	var parts []part
	if len(d.people) == 0 {
		v := d.Style.LaneHint
		return []part{{height: v.Lead + gap, draw: func(r geom.Rect) {
			d.Write(d.ref, d.Fit(d.w.T("pair.noCurves"), v, r.W(), 1), v, r.Min.X, r.Min.Y)
		}}}
	}
	n := len(d.c.Stages)
	rounds := (n + mostCol - 1) / mostCol
	per := (n + rounds - 1) / rounds
	for first := 0; first < n; first += per {
		stages := d.c.Stages[first:min(first+per, n)]
		parts = append(parts, part{height: headH, head: true, draw: func(r geom.Rect) { d.head(r, stages, first) }})
		for _, p := range d.people {
			parts = append(parts, part{height: bandH, draw: func(r geom.Rect) { d.band(r, p, stages) }})
		}
	}
	return parts
}

// column is where the i-th of n stages stands.
func column(r geom.Rect, i, n int) (x0, x1 float64) {
	w := (r.W() - labelW) / float64(n)
	x0 = r.Min.X + labelW + float64(i)*w
	return x0, x0 + w
}

// head names the stages: those of both maps on the colour they have on the map, those of one only
// in a frame, with what became of them.
func (d *drawing) head(r geom.Rect, stages []insight.StagePair, first int) {
	title, small := d.Style.CardTitle, d.Style.CardMeta
	d.Write(d.ref, d.Fit(d.w.T("map.stage"), d.Style.LaneTitle, labelW-8, 1), d.Style.LaneTitle, r.Min.X, r.Min.Y+5)
	all := len(d.to.Project.StagesOf(d.to.MapID))
	order := map[journey.Ref]int{}
	for i, s := range d.to.Project.StagesOf(d.to.MapID) {
		order[journey.RefTo(s)] = i
	}
	for i, s := range stages {
		x0, x1 := column(r, i, len(stages))
		box := geom.R(x0+1.5, r.Min.Y, x1-x0-3, headH-7)
		ref, ofFrom := s.To, false
		if ref.IsZero() {
			ref, ofFrom = s.From, true
		}
		from := ref
		if ofFrom {
			from = d.ref
		}
		voice, note := title, ""
		switch {
		case ofFrom:
			note = d.w.T("pair.mark." + string(ghost.Lacking(d.role)))
		case s.From.IsZero():
			note = d.w.T("pair.mark." + string(ghost.Added(d.role)))
		default:
			if was := d.name(s.From, true); was != d.name(s.To, false) {
				note = d.w.F("pair.was", map[string]any{"Name": was})
			}
		}
		if ofFrom {
			d.Stroke(from, geom.RoundRect(box.Inset(0.5), 4), 0.9, d.pal.Second, 3, 2.4)
			voice.Color = d.pal.Second
		} else {
			stage, _ := d.to.Project.Stages.Get(ref.ID)
			hue := d.pal.Stage(order[ref], all)
			if own, ok := d.pal.Own(stage.Color); ok {
				hue = style.Readable(own, d.pal.OnHue)
			}
			d.Fill(from, geom.RoundRect(box, 4), hue)
			voice.Color = d.pal.OnHue
		}
		small.Color = voice.Color
		name := d.Fit(d.name(ref, ofFrom), voice, box.W()-10, 1)
		y := box.Min.Y + (box.H()-voice.Lead)/2
		if note != "" {
			y = box.Min.Y + (box.H()-voice.Lead-small.Lead)/2 + 1
			d.Write(from, d.Fit(note, small, box.W()-10, 1), small, box.Min.X+6, y+voice.Lead-1)
		}
		d.Write(from, name, voice, box.Min.X+6, y)
		d.touch(ref, ofFrom, box)
	}
}

// band draws both curves of a persona over the stages, and below them the means and what lies
// between.
func (d *drawing) band(r geom.Rect, p person, stages []insight.StagePair) {
	ref := p.ref
	if p.ofFrom && d.foreign() {
		ref = d.ref
	}
	chart := geom.R(r.Min.X+labelW, r.Min.Y, r.W()-labelW, chartH)
	d.Fill(d.ref, geom.RoundRect(chart, 6), d.pal.Ground)
	up, down := chart.Min.Y+11, chart.Max.Y-11
	for _, v := range []float64{2, 0, -2} {
		y := layout.ValueY(v, up, down)
		c, w := d.pal.Line, d.Style.Hairline
		if v == 0 {
			c, w = style.Mix(d.pal.Line, d.pal.Second, 0.25), 1.1
		}
		d.Line(d.ref, chart.Min.X, y, chart.Max.X, y, w, c)
	}
	d.label(r, p, ref, up, down)
	pale := ghost.Pale(d.pal, p.color)
	was, is := make([]geom.Point, 0, len(stages)), make([]geom.Point, 0, len(stages))
	point := func(i int, m insight.Mean) geom.Point {
		x0, x1 := column(r, i, len(stages))
		return geom.Pt((x0+x1)/2, layout.ValueY(min(max(m.Value, -2), 2), up, down))
	}
	for i, s := range stages {
		f := s.Feelings[p.at]
		if f.From.Points > 0 {
			was = append(was, point(i, f.From))
		}
		if f.To.Points > 0 {
			is = append(is, point(i, f.To))
		}
		if f.Known {
			d.step(ref, point(i, f.From), point(i, f.To), ghost.Side(d.pal, f.Difference))
		}
	}
	if len(was) > 1 {
		d.Stroke(ref, layout.Through(was), ghost.Width, pale, ghost.Dash...)
	}
	if len(is) > 1 {
		d.Stroke(ref, layout.Through(is), d.Style.SecondCurveWidth+0.3, p.color, layout.Dash(p.order)...)
	}
	for _, at := range was {
		d.Fill(ref, layout.Marker(p.order, at, 2.6), d.pal.Paper)
		d.Stroke(ref, layout.Marker(p.order, at, 2.6), 1, pale)
	}
	for _, at := range is {
		d.Fill(ref, layout.Marker(p.order, at, 3.3), p.color)
		d.Stroke(ref, layout.Marker(p.order, at, 3.3), 0.8, d.pal.Paper)
	}
	d.table(r, p, ref, stages, chart.Max.Y+3)
}

// step is an arrow from how it was to how it is.
func (d *drawing) step(ref journey.Ref, from, to geom.Point, c scene.Color) {
	const keep = 5.5 // of the markers
	length := to.Y - from.Y
	way := 1.0
	if length < 0 {
		way = -1
	}
	if length*way < 2*keep+3 {
		return // the markers nearly meet
	}
	a, b := geom.Pt(from.X, from.Y+way*keep), geom.Pt(to.X, to.Y-way*keep)
	d.Line(ref, a.X, a.Y, b.X, b.Y, 1, c)
	d.Stroke(ref, geom.Polyline(b.Add(geom.Pt(-2.4, -3.4*way)), b, b.Add(geom.Pt(2.4, -3.4*way))), 1, c)
}

// label says beside a chart who it is about and which line is which.
func (d *drawing) label(r geom.Rect, p person, ref journey.Ref, up, down float64) {
	name, small := d.Style.LaneTitle, d.Style.CardMeta
	y := r.Min.Y + 4
	d.Fill(ref, layout.Marker(p.order, geom.Pt(r.Min.X+4, y+name.Lead/2), 3.4), p.color)
	y += d.Write(ref, d.Fit(p.name, name, labelW-44, 2), name, r.Min.X+12, y) + 5
	pale := ghost.Pale(d.pal, p.color)
	for _, ofFrom := range []bool{true, false} {
		mid := y + small.Lead/2
		if ofFrom {
			d.Line(ref, r.Min.X, mid, r.Min.X+20, mid, ghost.Width, pale, ghost.Dash...)
			d.Fill(ref, layout.Marker(p.order, geom.Pt(r.Min.X+10, mid), 2.4), d.pal.Paper)
			d.Stroke(ref, layout.Marker(p.order, geom.Pt(r.Min.X+10, mid), 2.4), 1, pale)
		} else {
			d.Line(ref, r.Min.X, mid, r.Min.X+20, mid, d.Style.SecondCurveWidth+0.3, p.color, layout.Dash(p.order)...)
			d.Fill(ref, layout.Marker(p.order, geom.Pt(r.Min.X+10, mid), 2.8), p.color)
		}
		y += d.Write(ref, d.Fit(d.side(ofFrom), small, labelW-62, 1), small, r.Min.X+25, y) + 2
	}
	scale := d.Style.ScaleLabel
	for _, v := range []float64{2, 0, -2} {
		d.Right(ref, insight.Signed(d.w, v), scale, r.Min.X+labelW-6, layout.ValueY(v, up, down)-scale.Lead/2)
	}
	d.touch(p.ref, p.ofFrom, geom.R(r.Min.X, r.Min.Y, labelW-26, chartH))
}

// table writes the means of both maps and the difference under each stage.
func (d *drawing) table(r geom.Rect, p person, ref journey.Ref, stages []insight.StagePair, y float64) {
	small := d.Style.CardMeta
	strong := d.Style.StepTitle
	strong.Color = d.pal.Ink
	rows := []string{d.side(true), d.side(false), d.w.T("pair.difference")}
	for k, text := range rows {
		top := y + float64(k)*rowH
		v := small
		if k == 2 {
			v = strong
			d.Line(d.ref, r.Min.X, top, r.Max.X, top, d.Style.Hairline, d.pal.Line)
		}
		d.Write(ref, d.Fit(text, v, labelW-14, 1), v, r.Min.X, top+(rowH-v.Lead)/2)
	}
	mean := func(m insight.Mean) string {
		if m.Points == 0 {
			return "–"
		}
		return insight.Signed(d.w, m.Value)
	}
	for i, s := range stages {
		f := s.Feelings[p.at]
		x0, x1 := column(r, i, len(stages))
		x := (x0 + x1) / 2
		d.Middle(ref, mean(f.From), small, x, y+(rowH-small.Lead)/2)
		d.Middle(ref, mean(f.To), small, x, y+rowH+(rowH-small.Lead)/2)
		top := y + 2*rowH + (rowH-strong.Lead)/2
		if !f.Known {
			d.Middle(ref, "–", small, x, top)
			continue
		}
		v := strong
		v.Color = ghost.Side(d.pal, f.Difference)
		w := d.Middle(ref, insight.Signed(d.w, f.Difference), v, x+4, top)
		d.Fill(ref, ghost.Triangle(geom.Pt(x-w/2-3, top+v.Lead/2), 2.8, f.Difference), v.Color)
	}
}
