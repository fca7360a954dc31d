package ring

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

const (
	feelingsH = 104.0 // from −2 to +2, at least
	facePad   = 15.0  // beyond them, for faces
	leastWell = 46.0
)

// measureWell finds how much room the names of the lanes of feelings take in the middle.
func (f *figure) measureWell() {
	f.well = leastWell
	for _, t := range f.wellTexts() {
		f.well = math.Max(f.well, math.Hypot(t.Width(), t.total)/2+6)
	}
}

// wellText is what stands in the middle for a lane of feelings.
type wellText struct {
	draw.Text
	lane  journey.Lane
	h     float64
	total float64 // of all of them
}

func (f *figure) wellTexts() []wellText {
	var list []wellText
	total := 0.0
	for _, l := range f.feels {
		name := l.Title
		if name == "" {
			name = f.Words.T("map.lane." + string(l.LaneKind))
		}
		t := f.Set(name, f.Style.LaneTitle, 92).Tight()
		h := math.Max(draw.Height(t, f.Style.LaneTitle), f.Style.LaneTitle.Lead)
		list = append(list, wellText{Text: t, lane: l, h: h})
		total += h
	}
	for i := range list {
		list[i].total = total
	}
	return list
}

// drawFeelings draws the curves round the middle: what is pleasant lies outside.
func (f *figure) drawFeelings(turns map[journey.Ref]float64) {
	if len(f.Index.Stages) == 0 {
		return
	}
	if len(f.feels) == 0 {
		f.drawHeart()
		return
	}
	lane := journey.RefTo(f.feels[0])
	f.drawScale(lane)
	cs := f.Curves(f.shown, turns, func(turn, v float64) geom.Point { return f.ring.At(turn, f.ring.Radius(v)) }, func(pts []draw.Feeling) geom.Path {
		main, _ := f.round(pts)
		return main
	})
	for i := range cs {
		if cs[i].Hero {
			f.area(&cs[i])
		}
	}
	for i := range cs {
		f.closing(&cs[i])
		f.DrawCurve(&cs[i])
	}
	for i := range cs {
		f.Markers(&cs[i], apart(cs[i].Points))
	}
	used := f.scaleWords(lane, cs)
	c, inner := f.ring.Center, f.ring.Inner
	well := geom.R(c.X-f.well*0.8, c.Y-f.well*0.6, f.well*1.6, f.well*1.2)
	f.Bubbles(cs, func(r geom.Rect) (geom.Rect, float64) {
		cost := 60 * math.Max(0, f.reaches(r)-(inner-3))
		for _, other := range append(used, well) {
			if s := r.Intersect(other); !s.Empty() {
				cost += 40 + s.W()*s.H()
			}
		}
		return r, cost
	})
	y := c.Y
	for i, t := range f.wellTexts() {
		if i == 0 {
			y -= t.total / 2
		}
		ref := journey.RefTo(t.lane)
		f.centred(ref, t.Text, f.Style.LaneTitle, c.X, y)
		box := geom.R(c.X-f.well*0.8, y, f.well*1.6, t.h)
		f.Target(ref, scene.PartBody, box)
		f.Editable(ref, scene.PartTitle, box, f.Style.LaneTitle)
		y += t.h
	}
}

// shown reports whether a lane of feelings shows a persona.
func (f *figure) shown(persona journey.ID) bool {
	for _, l := range f.feels {
		if l.PersonaID == "" || l.PersonaID == persona {
			return true
		}
	}
	return false
}

// apart is how far the nearest two of a curve's points are from each other.
func apart(pts []draw.Feeling) float64 {
	least := math.Inf(1)
	for i := 1; i < len(pts); i++ {
		if d := pts[i].Place.Dist(pts[i-1].Place); d > 1e-6 {
			least = math.Min(least, d)
		}
	}
	return least
}

// stretch is how long a turn counts when a curve is made smooth: as at the middle of the scale.
func (f *figure) stretch() float64 { return f.ring.Radius(0) }

// round is the curve through the points, and, where the journey begins again, the rest of the way
// from the last to the first. Both stay between the radii of their neighbours.
func (f *figure) round(pts []draw.Feeling) (main, rest geom.Path) {
	k := f.stretch()
	var flat []geom.Point
	for _, p := range pts {
		q := geom.Pt(p.Along*k, f.ring.Radius(p.Value))
		if n := len(flat); n > 0 && q.X-flat[n-1].X < 1e-6 {
			continue
		}
		flat = append(flat, q)
	}
	n := len(flat)
	if n == 0 {
		return
	}
	whole := 2 * math.Pi * k
	cycle := f.Index.Map.Cycle && n > 2
	line := flat
	if cycle { // so that it is smooth where it begins again
		line = append([]geom.Point{geom.Pt(flat[n-1].X-whole, flat[n-1].Y)}, flat...)
		line = append(line, geom.Pt(flat[0].X+whole, flat[0].Y), geom.Pt(flat[1].X+whole, flat[1].Y))
	}
	first, last := flat[0].X, flat[n-1].X
	var a, b []geom.Point
	draw.Through(line).Flatten(0.12, func(p, q geom.Point) {
		for _, v := range []geom.Point{p, q} {
			if v.X >= first-1e-6 && v.X <= last+1e-6 {
				a = f.bend(a, v, k)
			}
			if cycle && v.X >= last-1e-6 && v.X <= first+whole+1e-6 {
				b = f.bend(b, v, k)
			}
		}
	})
	if n == 1 {
		a = []geom.Point{f.ring.At(flat[0].X/k, flat[0].Y)}
	}
	return geom.Polyline(a...), geom.Polyline(b...)
}

// bend adds a point of the flat curve to the round one, in steps that look round.
func (f *figure) bend(line []geom.Point, to geom.Point, k float64) []geom.Point {
	turn := to.X / k
	if n := len(line); n > 0 {
		r := f.ring
		last := line[n-1]
		from := r.Turn(last)
		d := math.Remainder(turn-from, 2*math.Pi)
		if d < 1e-9 {
			return line
		}
		r0 := last.Dist(r.Center)
		const most = 0.03
		for i := 1; float64(i)*most < d; i++ {
			t := float64(i) * most / d
			line = append(line, r.At(from+t*d, r0+t*(to.Y-r0)))
		}
	}
	return append(line, f.ring.At(turn, to.Y))
}

// closing draws the way from the last point of a curve round to its first, fainter: nothing was felt
// there.
func (f *figure) closing(c *draw.Curve) {
	_, rest := f.round(c.Points)
	if len(rest.Points) < 2 {
		return
	}
	f.Stroke(c.Cast.Ref, rest, f.Style.SecondCurveWidth*0.8, style.Mix(f.Palette.Paper, c.Cast.Color, 0.42), 0.01, 4)
}

// area tints what lies between a curve and the circle of no feeling.
func (f *figure) area(c *draw.Curve) {
	line := c.Path.Points
	if len(line) < 2 {
		return
	}
	r := f.ring
	zero := r.Radius(0)
	for _, side := range []struct {
		keep  func(a, b float64) float64
		color scene.Color
	}{{math.Max, f.Palette.Good.Alpha(0.11)}, {math.Min, f.Palette.Bad.Alpha(0.13)}} {
		pts := make([]geom.Point, 0, 2*len(line))
		flat := true
		for _, q := range line {
			d := side.keep(q.Dist(r.Center), zero)
			flat = flat && math.Abs(d-zero) < 1e-6
			pts = append(pts, r.At(r.Turn(q), d))
		}
		for i := range line {
			pts = append(pts, r.At(r.Turn(line[len(line)-1-i]), zero))
		}
		if !flat {
			f.Fill(c.Cast.Ref, geom.Polygon(pts...), side.color)
		}
	}
}

// drawScale draws the circles of the scale, its bands and the lines between stages.
func (f *figure) drawScale(ref journey.Ref) {
	r, c := f.ring, f.ring.Center
	f.Fill(ref, annulus(c, r.Radius(1), r.Radius(2)), f.Palette.Good.Alpha(0.04))
	f.Fill(ref, annulus(c, r.Radius(-2), r.Radius(-1)), f.Palette.Bad.Alpha(0.04))
	for _, v := range []float64{2, 1, -1, -2} {
		f.Stroke(ref, geom.Circle(c, r.Radius(v)), f.Style.Hairline, style.Mix(f.Palette.Paper, f.Palette.Line, 0.75))
	}
	f.Stroke(ref, geom.Circle(c, r.Radius(0)), 1.1, style.Mix(f.Palette.Line, f.Palette.Second, 0.25))
	for i, col := range f.cols {
		s := r.Sectors[i]
		if len(f.cols) == 1 {
			break
		}
		color, gap := f.Palette.Line, 5.0
		if col.first {
			color, gap = style.Mix(f.Palette.Line, f.Palette.Second, 0.18), 3
		}
		f.Stroke(ref, geom.Polyline(r.At(s.From, r.Down), r.At(s.From, r.Inner-4)), f.Style.Hairline, color, 0.01, gap)
	}
}

// scaleWords writes the words of the scale on its circles, each between two stages, where it hides
// least of the curves. It returns where they stand.
func (f *figure) scaleWords(ref journey.Ref, cs []draw.Curve) []geom.Rect {
	v := f.Style.ScaleLabel
	var used []geom.Rect
	for _, m := range []struct {
		value float64
		key   string
	}{{2, "map.delighted"}, {0, "map.neutral"}, {-2, "map.furious"}} {
		t := f.SetLine(f.Words.T(m.key), v)
		best, least := geom.Rect{}, math.Inf(1)
		for i := range f.cols {
			if !f.cols[i].first {
				continue
			}
			p := f.ring.At(f.ring.Sectors[i].From, f.ring.Radius(m.value))
			box := geom.R(p.X-t.Width()/2-3, p.Y-v.Lead/2, t.Width()+6, v.Lead)
			cost := f.hides(box, cs) + 0.01*float64(i)
			if f.reaches(box) > f.ring.Inner-3 {
				cost += 100
			}
			if cost < least {
				best, least = box, cost
			}
		}
		if least > 0.5 { // it would stand on a curve: the circle says enough
			continue
		}
		f.Fill(ref, geom.RoundRect(best, v.Lead/2), f.Palette.Paper)
		f.Write(ref, t, v, best.Min.X+3, best.Min.Y)
		used = append(used, best)
	}
	return used
}

// reaches is how far from the middle the farthest corner of a box is.
func (f *figure) reaches(r geom.Rect) float64 {
	far := 0.0
	for _, q := range []geom.Point{r.Min, r.Max, geom.Pt(r.Min.X, r.Max.Y), geom.Pt(r.Max.X, r.Min.Y)} {
		far = math.Max(far, q.Dist(f.ring.Center))
	}
	return far
}

// hides weighs what of curves and faces a box would cover.
func (f *figure) hides(box geom.Rect, cs []draw.Curve) float64 {
	cost := 0.0
	for _, c := range cs {
		for _, p := range c.Points {
			if box.Inset(-9).Contains(p.Place) {
				cost += 10
			}
		}
		for _, q := range c.Path.Points {
			if box.Inset(-2).Contains(q) {
				cost++
			}
		}
	}
	return cost
}

// drawHeart fills the middle of a ring without feelings: who the journey is about.
func (f *figure) drawHeart() {
	for _, c := range f.Cast {
		if c.Hidden {
			continue
		}
		m := f.ring.Center
		const size = 72.0
		f.Portrait(c, geom.R(m.X-size/2, m.Y-size*0.66, size, size))
		t := f.Set(c.Persona.Name, f.Style.LaneTitle, f.ring.Inner*1.2)
		f.centred(c.Ref, t, f.Style.LaneTitle, m.X, m.Y+size*0.4)
		return
	}
}
