package matrix

import (
	"strconv"
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/style"
	"jejak/data/priority"
)

// The measures of the sheet.
const (
	bareMargin = 16.0
	scaleW     = 16.0 // left of the plot: the numbers of the rows
	aboveH     = 16.0 // above it: what grows upward
	belowH     = 28.0 // below it: the columns and what grows to the right
	asideW     = 0.27 // share of the width for tray and list
	asideGap   = 18.0
	legendH    = 16.0
	footerH    = 16.0
)

func (s *sheet) draw() {
	margin := s.st.Margin
	if s.o.Bare {
		margin = bareMargin
	}
	size := s.o.Size
	area := geom.R(margin, margin, size.W-2*margin, size.H-2*margin)
	if !s.o.Bare {
		area.Min.Y = s.title(area)
		area.Max.Y -= footerH
		s.footer(geom.R(area.Min.X, area.Max.Y+6, area.W(), footerH))
		area.Max.Y -= legendH
		s.legend(geom.R(area.Min.X, area.Max.Y+5, area.W(), legendH))
	}
	wide := min(max(area.W()*asideW, 132), 230)
	aside := geom.Rect{Min: geom.Pt(area.Max.X-wide, area.Min.Y+aboveH), Max: geom.Pt(area.Max.X, area.Max.Y-belowH)}
	whole := geom.Rect{Min: geom.Pt(area.Min.X+scaleW, area.Min.Y+aboveH), Max: geom.Pt(aside.Min.X-asideGap, area.Max.Y-belowH)}
	s.plan.Plot = Ground(&s.Pen, s.ref, whole, s.m.Kind, s.w)
	s.ruled(whole)
	s.cells()
	s.aside(aside)
}

// title draws what the sheet is about and returns where it ends.
func (s *sheet) title(area geom.Rect) float64 {
	y := area.Min.Y
	kind := s.w.T("matrix.title." + string(s.m.Kind))
	y += s.Write(s.ref, s.Fit(strings.ToUpper(kind), s.st.Eyebrow, area.W(), 1), s.st.Eyebrow, area.Min.X, y) + 2
	v := s.st.Title
	v.Spec.Size, v.Lead = 20, 25
	s.Write(s.ref, s.Fit(s.m.Map.Title, v, area.W(), 1), v, area.Min.X, y)
	return y + v.Lead + 8
}

// footer says whose the map is and of when.
func (s *sheet) footer(r geom.Rect) {
	info := s.p.Info()
	var parts []string
	for _, t := range []string{or(s.m.Map.Author, info.Owner), or(s.m.Map.Version, info.Version), layout.Date(or(s.m.Map.Date, info.Date), s.w)} {
		if t != "" {
			parts = append(parts, t)
		}
	}
	v := s.st.Footer
	s.Write(s.ref, s.Fit(strings.Join(parts, " · "), v, r.W()*0.8, 1), v, r.Min.X, r.Min.Y)
}

// legend says which colour is which stage, and what the signs mean.
func (s *sheet) legend(r geom.Rect) {
	v := s.st.Footer
	x := r.Min.X
	mid := r.Min.Y + v.Lead/2
	put := func(name string, draw func(at geom.Point)) {
		room := min(r.Max.X-x-13, 150)
		if room < 24 {
			return
		}
		t := s.Fit(name, v, room, 1)
		draw(geom.Pt(x+4, mid))
		s.Write(s.ref, t, v, x+12, r.Min.Y)
		x += 12 + t.Width() + 14
	}
	stages, signs := map[int]bool{}, map[string]bool{}
	for _, e := range s.m.Entries {
		stages[e.Stage] = true
		signs["answered"] = signs["answered"] || e.Answer.Total > 0
		signs["aimless"] = signs["aimless"] || s.m.Aimless(e) && e.Answer.Total == 0
	}
	for i, st := range s.m.Stages {
		if stages[i] {
			put(or(st.Title, s.w.T("matrix.stage.untitled")), func(at geom.Point) { s.Fill(s.ref, geom.Circle(at, 3.6), s.hue(i)) })
		}
	}
	if signs["answered"] {
		put(s.w.T("matrix.legend.answered"), func(at geom.Point) {
			Pie(&s.Pen, s.ref, "partly", at, 3.8, s.ink())
		})
	}
	if signs["aimless"] {
		put(s.w.T("matrix.legend.aimless"), func(at geom.Point) {
			s.Stroke(s.ref, geom.Circle(at, 3.2), 0.9, style.Mix(s.pal.Paper, s.pal.Second, 0.75), 1.4, 1.6)
		})
	}
}

// aside draws the tray above the list of what is rated.
func (s *sheet) aside(r geom.Rect) {
	rated, rest := s.m.Rated(), s.m.Unrated()
	tray := r
	if len(rated) > 0 {
		need := s.heading() + float64(len(rest))*(2*s.st.CardText.Lead+2*chipPad+chipGap) + 12
		if len(rest) == 0 {
			need = s.heading() + 2*s.st.LaneHint.Lead + 16
		}
		tray.Max.Y = min(r.Min.Y+r.H()*0.5, r.Min.Y+need)
	}
	s.tray(tray, rest)
	if len(rated) > 0 {
		s.list(geom.Rect{Min: geom.Pt(r.Min.X, tray.Max.Y+12), Max: r.Max}, rated)
	}
}

// heading is the height of the heading of a part.
func (s *sheet) heading() float64 { return s.st.LaneTitle.Lead + 6 }

// head writes the heading of a part with how many there are.
func (s *sheet) head(r geom.Rect, heading string, n int) {
	v, c := s.st.LaneTitle, s.st.LaneHint
	room := r.W()
	room -= s.Right(s.ref, strconv.Itoa(n), c, r.Max.X, r.Min.Y+(v.Lead-c.Lead)/2) + 8
	s.Write(s.ref, s.Fit(heading, v, room, 1), v, r.Min.X, r.Min.Y)
}

// tray draws those that nobody has rated: chips to be dragged into the matrix.
func (s *sheet) tray(r geom.Rect, list []priority.Entry) {
	s.plan.Tray = r
	s.Fill(s.ref, geom.RoundRect(r, 6), s.pal.Ground)
	s.Stroke(s.ref, geom.RoundRect(r.Inset(s.st.Border/2), 6), s.st.Border, s.pal.Line, 3, 2.5)
	in := r.Inset(8)
	s.head(in, s.w.T("matrix.tray"), len(list))
	y := in.Min.Y + s.heading()
	hint := s.st.LaneHint
	if len(list) == 0 {
		key := "matrix.tray.empty"
		if len(s.m.Entries) == 0 {
			key = "matrix.none." + string(s.m.Kind)
		}
		s.Write(s.ref, s.Fit(s.w.T(key), hint, in.W(), 3), hint, in.Min.X, y)
		return
	}
	from := min(max(s.o.From, 0), len(list)-1)
	shown := 0
	for i, e := range list[from:] {
		left := len(list) - from - i - 1
		title, _ := s.titled(e, in.W(), 2)
		need := chipH(title, s.st)
		if left > 0 {
			need += hint.Lead // that there are more
		}
		if y+need > in.Max.Y && i > 0 {
			break
		}
		y += s.chip(e, geom.Pt(in.Min.X, y), in.W(), 2) + chipGap
		shown++
	}
	if s.plan.More = len(list) - from - shown; s.plan.More > 0 {
		s.Write(s.ref, s.Fit(s.w.N("insight.more", s.plan.More, nil), hint, in.W(), 1), hint, in.Min.X, y)
	}
}

// list names what is rated in the order in which it is worth taking up.
func (s *sheet) list(r geom.Rect, list []priority.Entry) {
	v, about, hint := s.st.CardTitle, s.st.CardMeta, s.st.LaneHint
	s.head(r, s.w.T("matrix.list"), len(list))
	y := r.Min.Y + s.heading()
	const indent = 2*discR + 5
	for i, e := range list {
		t := s.Fit(s.name(e), v, r.W()-indent, 2)
		h := float64(len(t.Lines))*v.Lead + about.Lead + 5
		last := r.Max.Y
		if i < len(list)-1 {
			last -= hint.Lead
		}
		if y+h-4 > last {
			s.Write(s.ref, s.Fit(s.w.N("insight.more", len(list)-i, nil), hint, r.W()-indent, 1), hint, r.Min.X+indent, y)
			return
		}
		s.disc(e, geom.Pt(r.Min.X+discR, y+v.Lead/2))
		ty := y + s.Write(e.Ref(), t, v, r.Min.X+indent, y)
		s.Write(e.Ref(), s.Fit(s.about(e), about, r.W()-indent, 1), about, r.Min.X+indent, ty)
		s.touch(e, geom.R(r.Min.X-3, y-2, r.W()+6, h-1), false, true)
		y += h
	}
}

// about is the second line of an entry: its stage, and how far its actions are.
func (s *sheet) about(e priority.Entry) string {
	var parts []string
	if st := s.m.Stages[e.Stage]; st.Title != "" {
		parts = append(parts, st.Title)
	}
	if e.Answer.Total > 0 {
		parts = append(parts, s.w.F("register.done", words.Args{"Done": e.Answer.Done, "Total": e.Answer.Total}))
	} else if s.m.Aimless(e) {
		parts = append(parts, s.w.T("matrix.aimless"))
	}
	return strings.Join(parts, " · ")
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
