package matrix

import (
	"strconv"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/data/journey"
	"jejak/data/priority"
)

// Ground draws the four quarters of a matrix into r with their names, and returns where its cells
// are: what the quarters are called is not written over. The dashboard draws its small matrix on it
// too.
func Ground(p *pen.Pen, ref journey.Ref, r geom.Rect, k priority.Kind, w *words.Table) geom.Rect {
	st, pal := p.Style, p.Style.Palette
	v := st.ScaleLabel
	if r.W() > 260 {
		v = st.StepTitle
	}
	cells := r
	cells.Min.Y += v.Lead + 2
	cells.Max.Y -= v.Lead + 2
	columns, rows := k.Size()
	column, row := k.High()
	mx := r.Min.X + float64(column-1)/float64(columns)*r.W()
	my := cells.Max.Y - float64(row-1)/float64(rows)*cells.H()
	best, ink := geom.Rect{Min: r.Min, Max: geom.Pt(mx, my)}, pal.ChanceInk // a small effort for a great value
	ground := pal.ChanceGround
	quarters := k.Quarters()
	names := [4]priority.Quadrant{quarters[0], quarters[1], quarters[2], quarters[3]} // top left, top right, below
	if k == priority.Pains {
		best, ink, ground = geom.Rect{Min: geom.Pt(mx, r.Min.Y), Max: geom.Pt(r.Max.X, my)}, pal.PainInk, pal.PainGround
		names = [4]priority.Quadrant{priority.FixNext, priority.FixNow, priority.Watch, priority.PlanFix}
	}
	p.Fill(ref, geom.RoundRect(r, 4), pal.Paper)
	p.Fill(ref, geom.RectPath(best), ground)
	p.Stroke(ref, geom.RoundRect(r, 4), st.Border, pal.Line)
	p.Line(ref, mx, r.Min.Y, mx, r.Max.Y, st.Border, pal.Line)
	p.Line(ref, r.Min.X, my, r.Max.X, my, st.Border, pal.Line)
	for i, q := range names {
		x, wide := r.Min.X, mx-r.Min.X
		if i%2 == 1 {
			x, wide = mx, r.Max.X-mx
		}
		y := r.Min.Y + 2
		if i >= 2 {
			y = r.Max.Y - v.Lead - 2
		}
		voice := v
		if q == quarters[0] {
			voice.Color = ink
		}
		p.Write(ref, p.Fit(w.T("matrix.quadrant."+string(q)), voice, wide-8, 1), voice, x+5, y)
	}
	return cells
}

// ruled draws the lines between cells and what the columns and rows mean.
func (s *sheet) ruled(whole geom.Rect) {
	plot := s.plan.Plot
	columns, rows := s.m.Kind.Size()
	highColumn, highRow := s.m.Kind.High()
	v := s.st.ScaleLabel
	for i := 1; i < columns; i++ {
		if x := plot.Min.X + float64(i)/float64(columns)*plot.W(); i != highColumn-1 {
			s.Line(s.ref, x, plot.Min.Y, x, plot.Max.Y, s.st.Hairline, s.pal.Line, 2, 3)
		}
	}
	for i := 1; i < rows; i++ {
		if y := plot.Max.Y - float64(i)/float64(rows)*plot.H(); i != highRow-1 {
			s.Line(s.ref, plot.Min.X, y, plot.Max.X, y, s.st.Hairline, s.pal.Line, 2, 3)
		}
	}
	across, up := s.axes()
	bottom := whole.Max.Y + 4
	for i := 1; i <= columns; i++ {
		r := s.plan.CellRect(priority.Cell{Column: i, Row: 1})
		s.Middle(s.ref, s.step(across, i, columns), v, r.Center().X, bottom)
	}
	for i := 1; i <= rows; i++ {
		r := s.plan.CellRect(priority.Cell{Column: 1, Row: i})
		s.Right(s.ref, strconv.Itoa(i), v, whole.Min.X-6, r.Center().Y-v.Lead/2)
	}
	bold := s.st.StepTitle
	top := whole.Min.Y - bold.Lead - 4
	s.Arrow(s.ref, geom.Pt(whole.Min.X+3, top+bold.Lead-0.5), geom.Pt(whole.Min.X+3, top+0.5))
	s.Write(s.ref, s.Fit(s.w.T("matrix.axis."+up), bold, whole.W()-12, 1), bold, whole.Min.X+11, top)
	below := bottom + v.Lead + 2
	s.Right(s.ref, s.w.T("matrix.axis."+across), bold, whole.Max.X-13, below)
	s.Arrow(s.ref, geom.Pt(whole.Max.X-10, below+bold.Lead/2), geom.Pt(whole.Max.X, below+bold.Lead/2))
}

// axes names what grows to the right and upward.
func (s *sheet) axes() (across, up string) {
	if s.m.Kind == priority.Pains {
		return "severity", "impact"
	}
	return "effort", "value"
}

// step says what a column means: its number, and at the ends a word.
func (s *sheet) step(axis string, i, of int) string {
	number := strconv.Itoa(i)
	switch i {
	case 1:
		return number + " · " + s.w.T("matrix.least."+axis)
	case of:
		return number + " · " + s.w.T("matrix.most."+axis)
	}
	return number
}

// pie says how far the actions of a card have come: an empty ring, a half one, a full one with a
// tick.
func (s *sheet) pie(e priority.Entry, at geom.Point, radius float64, c scene.Color) {
	Pie(&s.Pen, e.Ref(), e.Answer.Outcome(), at, radius, c)
}

// Pie draws a sign of that radius: met is full with a tick in it, partly half, unmet an empty ring,
// unknown nothing.
func Pie(p *pen.Pen, ref journey.Ref, o journey.Outcome, at geom.Point, radius float64, c scene.Color) {
	const rim = 0.9
	switch o {
	case journey.OutcomeMet:
		p.Fill(ref, geom.Circle(at, radius), c)
		k := radius / 4
		p.Stroke(ref, geom.Polyline(at.Add(geom.Pt(-1.9*k, 0.1*k)), at.Add(geom.Pt(-0.5*k, 1.5*k)), at.Add(geom.Pt(2*k, -1.4*k))), rim*k+0.2, p.Style.Palette.Paper)
	case journey.OutcomePartly:
		p.Stroke(ref, geom.Circle(at, radius-rim/2), rim, c)
		p.Fill(ref, half(at, radius-rim/2), c)
	case journey.OutcomeUnmet:
		p.Stroke(ref, geom.Circle(at, radius-rim/2), rim, c)
	}
}

// half is the right half of a disc.
func half(at geom.Point, r float64) geom.Path {
	const k = 0.5523 // of a cubic that comes near a quarter of a circle
	var p geom.Path
	p.Move(at.Add(geom.Pt(0, -r)))
	p.Cubic(at.Add(geom.Pt(k*r, -r)), at.Add(geom.Pt(r, -k*r)), at.Add(geom.Pt(r, 0)))
	p.Cubic(at.Add(geom.Pt(r, k*r)), at.Add(geom.Pt(k*r, r)), at.Add(geom.Pt(0, r)))
	p.Close()
	return p
}
