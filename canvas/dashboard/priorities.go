package dashboard

import (
	"math"
	"strconv"

	"jejak/canvas/geom"
	"jejak/canvas/matrix"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/priority"
)

// most is how many opportunities the list beside the matrix may number.
const most = 12

// priorities draws the matrix of value and effort, and names what is worth taking up first.
func (s *sheet) priorities(r geom.Rect) {
	var rated []insight.Opportunity
	for _, o := range s.r.Opportunities {
		if o.Quadrant != insight.Unrated {
			rated = append(rated, o)
		}
	}
	in := s.panel(r, s.w.T("dashboard.priorities"), -1)
	if len(rated) == 0 {
		v := s.st.LaneHint
		none := s.w.T("dashboard.priorities.none")
		if len(s.r.Opportunities) > 0 {
			none = s.w.T("dashboard.priorities.unrated")
		}
		s.Write(s.ref, s.Fit(none, v, in.W(), 3), v, in.Min.X, in.Min.Y)
		return
	}
	axis := s.st.ScaleLabel
	side := in.H() - 2*(axis.Lead+2)
	plot := geom.R(in.Min.X, in.Min.Y+axis.Lead+2, side, side)
	cells := matrix.Ground(&s.Pen, s.ref, plot, priority.Chances, s.w)
	s.axes(plot)
	text, lines := s.st.CardText, 2
	lead := 2*text.Lead + 4
	if float64(len(rated))*lead > in.H() {
		lead, lines = text.Lead+2.5, 1
	}
	x := plot.Max.X + 12
	n := min(len(rated), most, int(in.H()/lead))
	if len(rated) > n {
		n = min(n, int((in.H()-s.st.LaneHint.Lead)/lead))
	}
	for i := len(rated) - 1; i >= 0; i-- { // the first lie on top
		s.dot(cells, rated, i, n)
	}
	y, taken := in.Min.Y, false
	for i, o := range rated[:n] {
		taken = taken || o.Answered
		num := s.strong(s.pal.ChanceInk)
		s.Target(o.Ref, geom.R(x, y, in.Max.X-x, lead))
		s.Right(o.Ref, strconv.Itoa(i+1), num, x+10, y+(text.Lead-num.Lead)/2)
		s.Write(o.Ref, s.Fit(s.name(o.Ref), text, in.Max.X-x-16, lines), text, x+16, y)
		y += lead
	}
	if taken && len(rated) == n && y+2*s.st.LaneHint.Lead <= in.Max.Y {
		hint := s.st.LaneHint
		s.Write(s.ref, s.Fit(s.w.T("dashboard.priorities.answered"), hint, in.Max.X-x-16, 2), hint, x+16, in.Max.Y-2*hint.Lead)
	}
	if len(rated) > n {
		s.Write(s.ref, s.Fit(s.w.N("insight.more", len(rated)-n, nil), s.st.LaneHint, in.Max.X-x-16, 1), s.st.LaneHint, x+16, y)
	}
}

// axes says which way value and effort grow.
func (s *sheet) axes(r geom.Rect) {
	v := s.st.ScaleLabel
	top, bottom := r.Min.Y-2-v.Lead, r.Max.Y+2
	s.Arrow(s.ref, geom.Pt(r.Min.X+3, top+v.Lead-1), geom.Pt(r.Min.X+3, top+1))
	s.Write(s.ref, s.Fit(s.w.T("dashboard.value"), v, r.W()-12, 1), v, r.Min.X+10, top)
	s.Right(s.ref, s.w.T("dashboard.effort"), v, r.Max.X-11, bottom)
	s.Arrow(s.ref, geom.Pt(r.Max.X-9, bottom+v.Lead/2), geom.Pt(r.Max.X, bottom+v.Lead/2))
}

// dot draws the i-th opportunity where its value and effort put it, beside those in the same
// place. The first n carry their number.
func (s *sheet) dot(cells geom.Rect, rated []insight.Opportunity, i, n int) {
	o := rated[i]
	before, same := 0, 0
	for k, other := range rated {
		if other.Value == o.Value && other.Effort == o.Effort {
			same++
			if k < i {
				before++
			}
		}
	}
	w, h := cells.W()/5, cells.H()/5
	value, effort := min(max(o.Value, 1), 5), min(max(o.Effort, 1), 5)
	at := geom.Pt(cells.Min.X+(float64(effort)-0.5)*w, cells.Max.Y-(float64(value)-0.5)*h)
	if same > 1 {
		turn := 2 * math.Pi * float64(before) / float64(same)
		at = at.Add(geom.Pt(math.Cos(turn), math.Sin(turn)).Mul(min(w, h) * 0.3))
	}
	radius := min(6.2, min(w, h)*0.38)
	ground := s.pal.ChanceBar
	if o.Answered {
		ground = style.Mix(s.pal.Paper, s.pal.ChanceBar, 0.22)
	}
	if i >= n {
		s.spot(o.Ref, at, radius*0.55)
		return
	}
	s.Fill(o.Ref, geom.Circle(at, radius), ground)
	s.Stroke(o.Ref, geom.Circle(at, radius), 1, s.pal.Paper)
	voice := s.st.StepTitle
	voice.Color = s.pal.Paper
	if style.Contrast(voice.Color, ground) < 4.5 {
		voice.Color = s.pal.ChanceInk
	}
	s.Middle(o.Ref, strconv.Itoa(i+1), voice, at.X, at.Y-voice.Lead/2)
	s.Target(o.Ref, geom.R(at.X-radius, at.Y-radius, 2*radius, 2*radius))
}

// spot is one that the list does not name.
func (s *sheet) spot(ref journey.Ref, at geom.Point, radius float64) {
	s.Fill(ref, geom.Circle(at, radius), style.Mix(s.pal.Paper, s.pal.ChanceBar, 0.5))
}
