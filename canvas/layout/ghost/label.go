package ghost

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// mostTried is at about how many places of a curve its label is tried.
const mostTried = 40

// label says at a curve whose it is: where it hides least, and rather where the curve lies far from that of
// this map.
func (g *Ghost) label(d *draw.Drawing, ref journey.Ref, p person, pts []point, busy []geom.Rect, named bool) geom.Rect {
	text := d.Words.T("pair.from." + g.roleKey())
	if named {
		text += " · " + p.name
	}
	v := d.Style.ScaleLabel
	v.Color = style.Readable(p.color, d.Palette.Paper)
	q := pencil(d)
	t := q.Fit(text, v, 110, 1)
	columns := d.Scene.Grid.Columns
	x0, x1 := columns[0].X0+2, columns[len(columns)-1].X1-2
	best, least := geom.Rect{}, math.Inf(1)
	tried := along(pts)
	for i := 0; i < len(tried); i += 1 + len(tried)/mostTried {
		for _, below := range []bool{true, false} {
			r := geom.R(tried[i].X-t.Width()/2, tried[i].Y+5, t.Width(), v.Lead)
			if !below {
				r = r.Move(geom.Pt(0, -10-v.Lead))
			}
			r = r.Move(geom.Pt(math.Max(0, x0-r.Min.X)-math.Max(0, r.Max.X-x1), 0))
			if c := g.cost(d, p, tried[i], below, r, busy); c < least {
				best, least = r, c
			}
		}
	}
	d.Fill(ref, geom.RoundRect(best.Inset(-1.5), 3), d.Palette.Paper.Alpha(0.85))
	q.Write(ref, t, v, best.Min.X, best.Min.Y)
	return best
}

// along are places on the curve through points: these, and between them one every so often.
func along(pts []point) []geom.Point {
	const often = 24.0
	line := make([]geom.Point, len(pts))
	for i, q := range pts {
		line[i] = q.Point
	}
	all := line[:1:1]
	draw.Through(line).Flatten(1, func(a, b geom.Point) {
		for last := all[len(all)-1].X; b.X-last >= often; last += often {
			t := math.Max(0, last+often-a.X) / math.Max(b.X-a.X, 1e-9)
			all = append(all, a.Add(b.Sub(a).Mul(math.Min(t, 1))))
		}
	})
	return all
}

// cost weighs a place for the label at a point of the other map's curve.
func (g *Ghost) cost(d *draw.Drawing, p person, at geom.Point, below bool, r geom.Rect, busy []geom.Rect) float64 {
	cost := 0.0
	for _, b := range busy {
		if s := r.Inset(-1).Intersect(b); !s.Empty() {
			cost += 30 + s.W()*s.H()
		}
	}
	for _, s := range g.c.Stages {
		if s.To.IsZero() || !s.Feelings[p.at].Known {
			continue
		}
		if x0, x1 := columnOf(d, s.To.ID); at.X >= x0 && at.X <= x1 {
			gap := s.Feelings[p.at].Difference
			cost -= 6 * math.Abs(gap)
			if below != (gap > 0) {
				cost += 12 // towards the curve of this map
			}
		}
	}
	return cost
}

// busy is what stands in the lane by itself: the faces of this map's curves, and the curves in short
// pieces.
func (g *Ghost) busy(d *draw.Drawing, lane journey.Lane, up, down float64) []geom.Rect {
	at := map[journey.Ref]float64{}
	columns := d.Scene.Grid.Columns
	for i, refs := range d.Moments(columns) {
		for k, r := range refs {
			at[r] = columns[i].X0 + (float64(k)+0.5)/float64(len(refs))*(columns[i].X1-columns[i].X0)
		}
	}
	shows := func(persona journey.ID) bool { return lane.PersonaID == "" || lane.PersonaID == persona }
	place := func(x, value float64) geom.Point { return geom.Pt(x, draw.ValueY(value, up, down)) }
	curves := d.Curves(shows, at, place, func(pts []draw.Feeling) geom.Path {
		line := make([]geom.Point, len(pts))
		for k, f := range pts {
			line[k] = f.Place
		}
		return draw.Through(line)
	})
	const face = 9.5
	var list []geom.Rect
	for _, c := range curves {
		for _, f := range c.Points {
			list = append(list, geom.R(f.Place.X-face, f.Place.Y-face, 2*face, 2*face))
		}
		list = append(list, pieces(c.Path)...)
	}
	return list
}

// pieces are boxes along a curve.
func pieces(path geom.Path) []geom.Rect {
	const piece = 12.0
	var list []geom.Rect
	from, any := geom.Point{}, false
	path.Flatten(1, func(a, b geom.Point) {
		if !any {
			from, any = a, true
		}
		if b.X-from.X >= piece {
			list = append(list, geom.Rect{Min: geom.Pt(from.X, math.Min(from.Y, b.Y)-1), Max: geom.Pt(b.X, math.Max(from.Y, b.Y)+1)})
			from = b
		}
	})
	return list
}
