package matrix

import (
	"strconv"

	"jejak/canvas/geom"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/priority"
)

const (
	cellPad = 3.0
	chipGap = 3.0
	chipPad = 3.5
	discR   = 6.2
	coinD   = 17.0 // what a coin takes, its gap included
	markW   = 10.0 // of a sign at the end of a chip

	leastRoom = 38.0 // for a title: in less, words would be torn
)

// cells draws what stands in every cell.
func (s *sheet) cells() {
	in := map[priority.Cell][]priority.Entry{}
	for _, e := range s.m.Rated() {
		in[e.At] = append(in[e.At], e)
	}
	columns, rows := s.m.Kind.Size()
	for row := rows; row >= 1; row-- {
		for column := 1; column <= columns; column++ {
			at := priority.Cell{Column: column, Row: row}
			if list := in[at]; len(list) > 0 {
				s.cell(s.plan.CellRect(at).Inset(cellPad), list)
			}
		}
	}
}

// cell fans out the cards of one cell: below each other with their titles as long as there is room,
// in two columns where it is wide, at last as coins with their numbers.
func (s *sheet) cell(r geom.Rect, list []priority.Entry) {
	lead := s.st.CardText.Lead
	for _, columns := range []int{1, 2} {
		w := (r.W() - float64(columns-1)*chipGap) / float64(columns)
		if columns == 2 && w < 74 || w-2*chipPad-2*discR-4 < leastRoom {
			break
		}
		per := (len(list) + columns - 1) / columns
		room := (r.H() + chipGap) / float64(per)
		lines := min(int((room-chipGap-2*chipPad)/lead), 4)
		if lines < 1 {
			continue
		}
		s.fan(r, list, w, lines, per)
		return
	}
	s.coins(r, list)
}

// fan draws chips of so many lines at most, so many below each other. A chip is only as high as its
// title needs.
func (s *sheet) fan(r geom.Rect, list []priority.Entry, w float64, lines, per int) {
	for i := 0; i < len(list); i += per {
		x, y := r.Min.X+float64(i/per)*(w+chipGap), r.Min.Y
		for _, e := range list[i:min(i+per, len(list))] {
			y += s.chip(e, geom.Pt(x, y), w, lines) + chipGap
		}
	}
}

// chip draws a card with its number and title and returns its height.
func (s *sheet) chip(e priority.Entry, at geom.Point, w float64, lines int) float64 {
	ref, v := e.Ref(), s.st.CardText
	v.Color = s.pal.Ink
	x := chipPad + 2*discR + 4
	t, below := s.titled(e, w, lines)
	h := chipH(t, s.st)
	r := geom.R(at.X, at.Y, w, h)
	s.Shadow(ref, r, 4)
	s.Fill(ref, geom.RoundRect(r, 4), s.pal.Paper)
	border := style.Mix(s.pal.Line, s.pal.Second, 0.14)
	s.Stroke(ref, geom.RoundRect(r.Inset(s.st.Border/2), 4), s.st.Border, border)
	mid := at.Y + chipPad + v.Lead/2
	if len(t.Lines) <= 1 {
		mid = r.Center().Y
	}
	s.disc(e, geom.Pt(at.X+chipPad+discR, mid))
	s.Write(ref, t, v, at.X+x, mid-v.Lead/2)
	if below {
		s.mark(e, geom.Pt(at.X+chipPad+discR, mid+v.Lead+1.5))
	} else {
		s.mark(e, geom.Pt(r.Max.X-chipPad-markW/2+1, mid))
	}
	s.touch(e, r, false, false)
	return h
}

// titled sets the title of a chip of that width. The sign of what answers the card stands below its
// number where the title takes several lines, else at the end.
func (s *sheet) titled(e priority.Entry, w float64, lines int) (t text.Paragraph, below bool) {
	room := w - 2*chipPad - 2*discR - 4
	t = s.Fit(s.name(e), s.st.CardText, room, lines)
	if !s.marked(e) || len(t.Lines) > 1 {
		return t, true
	}
	return s.Fit(s.name(e), s.st.CardText, room-markW, lines), false
}

// chipH is how high a chip with a title is.
func chipH(t text.Paragraph, st *style.Sheet) float64 {
	return max(float64(len(t.Lines))*st.CardText.Lead+2*chipPad, 2*discR+4)
}

// disc is the number of a card in the colour of its stage.
func (s *sheet) disc(e priority.Entry, at geom.Point) {
	hue := s.hue(e.Stage)
	if e.Number == 0 {
		s.Fill(e.Ref(), geom.Circle(at, discR*0.62), hue)
		return
	}
	s.Fill(e.Ref(), geom.Circle(at, discR), hue)
	v := s.st.StepTitle
	v.Color = s.pal.OnHue
	number := strconv.Itoa(e.Number)
	if len(number) > 2 {
		v.Spec.Size *= 0.78
	}
	s.Middle(e.Ref(), number, v, at.X, at.Y-v.Lead/2)
}

// marked reports whether a card has a sign at its end.
func (s *sheet) marked(e priority.Entry) bool { return e.Answer.Total > 0 || s.m.Aimless(e) }

// mark says quietly that actions answer a card and how far they are, else that it serves no goal.
func (s *sheet) mark(e priority.Entry, at geom.Point) {
	switch {
	case e.Answer.Total > 0:
		s.pie(e, at, 3.8, s.ink())
	case s.m.Aimless(e):
		s.Stroke(e.Ref(), geom.Circle(at, 3.2), 0.9, style.Mix(s.pal.Paper, s.pal.Second, 0.75), 1.4, 1.6)
	}
}

// coins draws numbers alone, and how many more there are where even they have no room.
func (s *sheet) coins(r geom.Rect, list []priority.Entry) {
	columns, rows := max(int(r.W()/coinD), 1), max(int(r.H()/coinD), 1)
	room := columns * rows
	shown := len(list)
	if shown > room {
		shown = max(room-2, 0) // two places for the count of the others
	}
	place := func(i int) geom.Point {
		return geom.Pt(r.Min.X+(float64(i%columns)+0.5)*coinD, r.Min.Y+(float64(i/columns)+0.5)*coinD)
	}
	for i, e := range list[:shown] {
		at := place(i)
		s.Fill(e.Ref(), geom.Circle(at, discR+1.6), s.pal.Paper)
		s.disc(e, at)
		s.touch(e, geom.R(at.X-coinD/2, at.Y-coinD/2, coinD, coinD), true, false)
	}
	if more := len(list) - shown; more > 0 {
		v := s.st.StepTitle
		at := place(shown)
		s.Write(s.ref, s.Fit("+"+strconv.Itoa(more), v, 2*coinD, 1), v, at.X-discR, at.Y-v.Lead/2)
	}
}

// touch lets a card be touched.
func (s *sheet) touch(e priority.Entry, r geom.Rect, coin, lists bool) {
	s.Target(e.Ref(), r)
	s.plan.Chips = append(s.plan.Chips, Chip{Ref: e.Ref(), At: e.At, Rect: r, Coin: coin, Lists: lists})
}
