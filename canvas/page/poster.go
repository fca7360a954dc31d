package page

import (
	"math"
	"strconv"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// poster puts the map on sheets that are cut at their marks and put together, and adds a plan.
// Every sheet shows its part of the one picture, at one scale, and nothing is moved.
func (p *press) poster() {
	const room = 3 + trimming.MarkLength // for the marks
	area := p.printable().Inset(room)
	b := p.s.Bounds
	k := p.Scale
	if k == 0 {
		k = 1
	}
	var cards []geom.Rect
	for _, t := range p.s.Targets {
		if t.Part == scene.PartBody && t.Ref.Kind == journey.KindCard {
			cards = append(cards, t.Bounds)
		}
	}
	asked := k
	var cols, rows []span
	for range 40 {
		// A neighbour's edge stands on both sides.
		w, h := (area.W()-2*p.Overlap)/k, (area.H()-2*p.Overlap)/k
		var ok1, ok2 bool
		cols, ok1 = straight(b.Min.X, b.Max.X, w, columnCuts(p.s), cards, true)
		rows, ok2 = straight(b.Min.Y, b.Max.Y, h, rowCuts(p.s), cards, false)
		if ok1 && ok2 {
			break
		}
		k *= 0.9
	}
	if k < asked*0.999 {
		p.reduced(k)
	}
	var pieces []piece
	for j, r := range rows {
		for i, c := range cols {
			view := geom.Rect{Min: geom.Pt(c.from, r.from), Max: geom.Pt(c.to, r.to)}
			if !blank(p.s, view) {
				pieces = append(pieces, piece{len(pieces) + 1, i, j, view})
			}
		}
	}
	for _, pc := range pieces {
		p.pages = append(p.pages, p.posterSheet(area, k, pc, len(cols), len(rows)))
	}
	if len(pieces) > 1 {
		p.pages = append(p.pages, p.plan(area, pieces))
	}
}

// piece is one sheet of a poster: its number, its place among the others, and what it shows.
type piece struct {
	number, col, row int
	view             geom.Rect
}

// blank reports whether there is nothing to be seen in a part of a scene.
func blank(s *scene.Scene, view geom.Rect) bool {
	empty := true
	s.Visible(view, func(*scene.Item) { empty = false })
	return empty
}

// cuts are places where a poster may be cut, the best first.
type cuts [2][]float64

func columnCuts(s *scene.Scene) cuts {
	var c cuts
	cols := s.Grid.Columns
	for i, col := range cols {
		n := 0
		if i > 0 && cols[i-1].StageID == col.StageID {
			n = 1
		}
		c[n] = append(c[n], col.X0)
	}
	return c
}

func rowCuts(s *scene.Scene) cuts {
	c := cuts{{s.Grid.Head.Min.Y - 4}}
	for _, r := range s.Grid.Rows {
		c[0] = append(c[0], r.Y1+hairline)
	}
	return c
}

// straight parts a picture so that no part is longer than room and no card is cut: at the last of
// the best places that is in reach, else at the last place where no card stands. It reports whether
// there always was one.
func straight(from, to, room float64, best cuts, cards []geom.Rect, across bool) ([]span, bool) {
	free := func(at float64) bool {
		for _, c := range cards {
			lo, hi := c.Min.Y, c.Max.Y
			if across {
				lo, hi = c.Min.X, c.Max.X
			}
			if at > lo-1 && at < hi+1 {
				return false
			}
		}
		return true
	}
	var spans []span
	for at := from; ; {
		if to-at <= room {
			return append(spans, span{at, to}), true
		}
		cut := math.Inf(-1)
		for _, places := range best {
			for _, c := range places {
				// A sheet that is hardly filled is worse than a cut elsewhere.
				if c > at+room*0.3 && c <= at+room && c > cut && free(c) {
					cut = c
				}
			}
			if !math.IsInf(cut, -1) {
				break
			}
		}
		for c := at + room; math.IsInf(cut, -1) && c > at+room*0.2; c -= 2 {
			if free(c) {
				cut = c
			}
		}
		if math.IsInf(cut, -1) {
			return spans, false
		}
		spans = append(spans, span{at, cut})
		at = cut
	}
}

// posterSheet is one sheet of a poster. Beyond its edges it shows a little of its neighbours, to be
// glued over.
func (p *press) posterSheet(area geom.Rect, k float64, pc piece, cols, rows int) scene.Page {
	size, view := p.Paper.Size, pc.view
	trim := geom.R(area.Min.X+p.Overlap, area.Min.Y+p.Overlap, k*view.W(), k*view.H())
	place := geom.Transform{K: k, D: trim.Min.Sub(view.Min.Mul(k))}
	over := p.Overlap / k
	for _, e := range []struct {
		at     *float64
		inside bool
		by     float64
	}{
		{&view.Min.X, pc.col > 0, -over}, {&view.Max.X, pc.col < cols-1, over},
		{&view.Min.Y, pc.row > 0, -over}, {&view.Max.Y, pc.row < rows-1, over},
	} {
		if e.inside {
			*e.at += e.by
		}
	}
	d := trimming.New(size, p.Measurer)
	d.Stroke(trimming.CropMarks(trim, 3), 0.4, scene.RGB(0))
	// Its number stands outside of what is left after cutting.
	d.Line(p.Words.F("page.part", words.Args{"Number": pc.number, "Row": pc.row + 1, "Column": pc.col + 1}),
		trim.Min.X+6, trim.Max.Y+math.Max(p.Overlap, 2)+9, trim.W()-12, false)
	return scene.Page{
		Scene: p.s, Size: size, View: view, Place: place, Trim: trim, Bleed: trim,
		Label: p.Words.F("page.sheet", words.Args{"Number": pc.number}), More: []scene.Window{d.Window()},
	}
}

// plan shows how the sheets go together.
func (p *press) plan(area geom.Rect, pieces []piece) scene.Page {
	size := p.Paper.Size
	b := p.s.Bounds
	const over = 44 // for the words over the picture
	k := math.Min(area.W()/math.Max(b.W(), 1), (area.H()-over)/math.Max(b.H(), 1))
	at := geom.Pt(area.Min.X+(area.W()-k*b.W())/2, area.Min.Y+over)
	place := geom.Transform{K: k, D: at.Sub(b.Min.Mul(k))}

	d := trimming.New(size, p.Measurer)
	color := d.Color
	d.Size, d.Color, d.Style = 14, scene.RGB(0x1B1F2A), text.Bold
	d.Line(p.Words.T("page.plan"), area.Min.X, area.Min.Y+12, area.W(), false)
	d.Size, d.Color, d.Style = 9, color, text.Regular
	d.Line(p.Words.F("page.plan.how", words.Args{"Sheets": len(pieces)}),
		area.Min.X, area.Min.Y+28, area.W(), false)
	accent := scene.RGB(0xD92D20)
	for _, pc := range pieces {
		cell := place.ApplyRect(pc.view)
		d.Stroke(geom.RectPath(cell), 0.9, accent)
		disc := geom.Circle(cell.Center(), math.Min(15, 0.3*math.Min(cell.W(), cell.H())))
		d.Fill(disc, scene.RGB(0xFFFFFF).Alpha(0.9))
		d.Stroke(disc, 0.9, accent)
		d.Size, d.Color, d.Style = disc.Bounds().H()*0.5, accent, text.Bold
		number := strconv.Itoa(pc.number)
		w := d.Measurer.Break(number, text.Spec{Style: d.Style, Size: d.Size}, 0).Width()
		d.Line(number, cell.Center().X-w/2, cell.Center().Y+d.Size*0.36, math.Max(w+1, 11), false)
	}
	miniature := scene.Window{Scene: p.s, View: b, Place: place, Role: scene.Repeat}
	return scene.Page{Size: size, Label: p.Words.T("page.plan"), More: []scene.Window{miniature, d.Window()}}
}
