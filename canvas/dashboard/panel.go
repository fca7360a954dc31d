package dashboard

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

const panelPad = 11.0

// panel draws the ground of a part of the sheet with its heading, how many things it is about at
// the right (−1: nothing), and returns what is left for its content.
func (s *sheet) panel(r geom.Rect, heading string, count int) geom.Rect {
	s.Fill(s.ref, geom.RoundRect(r, 8), s.pal.Ground)
	s.Stroke(s.ref, geom.RoundRect(r.Inset(s.st.Border/2), 8), s.st.Border, s.pal.Line)
	in := r.Inset(panelPad)
	v, room := s.st.LaneTitle, in.W()
	if count >= 0 {
		c := s.st.LaneHint
		room -= s.Right(s.ref, s.number(float64(count)), c, in.Max.X, in.Min.Y+(v.Lead-c.Lead)/2) + 8
	}
	s.Write(s.ref, s.Fit(heading, v, room, 1), v, in.Min.X, in.Min.Y)
	in.Min.Y += v.Lead + 7
	return in
}

// row is one line of a list: a sign at the left, a text over a second one, a number at the right.
type row struct {
	ref         journey.Ref
	sign        func(at geom.Point)
	name, about string
	value       string
	voice       style.Voice // of the value
}

const (
	rowH  = 25.0
	signW = 22.0
)

// list draws as many rows as there is room for, and how many more there are. Where there is none
// it says so in words.
func (s *sheet) list(in geom.Rect, n int, make func(i int) row, empty string) {
	if n == 0 {
		v := s.st.LaneHint
		s.Write(s.ref, s.Fit(empty, v, in.W(), 4), v, in.Min.X, in.Min.Y)
		return
	}
	fits := max(int(in.H()/rowH), 1)
	if n > fits && in.H()-float64(fits)*rowH < s.st.LaneHint.Lead {
		fits = max(fits-1, 1) // room to say that there are more
	}
	y := in.Min.Y
	for i := range min(n, fits) {
		s.row(geom.R(in.Min.X, y, in.W(), rowH), make(i))
		y += rowH
	}
	if n > fits {
		s.Write(s.ref, s.Fit(s.w.N("insight.more", n-fits, nil), s.st.LaneHint, in.W(), 1), s.st.LaneHint, in.Min.X+signW, y)
	}
}

func (s *sheet) row(r geom.Rect, w row) {
	s.Target(w.ref, r)
	name, about := s.st.CardTitle, s.st.CardMeta
	x, right := r.Min.X+signW, r.Max.X
	top := r.Min.Y + (rowH-3-name.Lead-about.Lead)/2
	if w.about == "" {
		top = r.Min.Y + (rowH-3-name.Lead)/2
	}
	if w.value != "" {
		right -= s.Right(w.ref, w.value, w.voice, right, r.Min.Y+(rowH-3-w.voice.Lead)/2) + 8
	}
	w.sign(geom.Pt(r.Min.X+signW/2-3, r.Min.Y+(rowH-3)/2))
	s.Write(w.ref, s.Fit(w.name, name, right-x, 1), name, x, top)
	s.Write(w.ref, s.Fit(w.about, about, right-x, 1), about, x, top+name.Lead)
}

// strong is a voice for a short number in a colour.
func (s *sheet) strong(c scene.Color) style.Voice {
	v := s.st.CardTitle
	v.Color = c
	return v
}
