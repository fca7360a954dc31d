package layout

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// linkLabel is what a link says, with its line and the middle of that.
type linkLabel struct {
	ref   journey.Ref
	set   draw.Text
	path  geom.Path
	mid   geom.Point
	plain bool // it says no more than the line's look does
}

// linkLabels draws what the links say, over everything, each where it hides least. What says no more
// than the line itself is left out where it would hide part of a card.
func (d *drawing) linkLabels() {
	var drawn []geom.Rect
	for _, l := range d.labels {
		r, hidden := d.labelPlace(l, drawn)
		if l.plain && hidden > 0.12*r.W()*r.H() {
			continue
		}
		drawn = append(drawn, r)
		d.pill(l.ref, l.set, r)
	}
}

// labelPlace is where a label hides least of the cards and of the labels drawn before, and how much
// that is, in square points. It stays near its line.
func (d *drawing) labelPlace(l linkLabel, drawn []geom.Rect) (best geom.Rect, hidden float64) {
	w, h := l.set.Width()+14, draw.Height(l.set, d.Style.LinkLabel)+4
	box := func(c geom.Point) geom.Rect { return geom.R(c.X-w/2, c.Y-h/2, w, h) }
	const reach = 26
	about := l.path.Bounds().Union(box(l.mid)).Inset(-reach - w)
	near := d.cardsNear(about)
	// A map may have thousands of labels: only those about this one are weighed at each place.
	var beside []geom.Rect
	for _, r := range drawn {
		if r.Overlaps(about) {
			beside = append(beside, r)
		}
	}
	cover := func(r geom.Rect, of []geom.Rect) (sum float64) {
		for _, o := range of {
			if s := r.Intersect(o); !s.Empty() {
				sum += s.W() * s.H()
			}
		}
		return sum
	}
	least := math.Inf(1)
	for i, on := range pointsOf(l.path, l.mid) {
		for _, dy := range []float64{0, -h * 0.6, h * 0.6, -h, h, -reach, reach} {
			r := box(on.Add(geom.Pt(0, dy)))
			if r.Max.X > d.Right {
				r = r.Move(geom.Pt(d.Right-r.Max.X, 0))
			}
			cost := float64(i)*6 + math.Abs(dy)*2
			if cost >= least {
				continue
			}
			hides := cover(r, near)
			if cost += 4*hides + 8*cover(r, beside); cost < least {
				best, hidden, least = r, hides, cost
			}
		}
	}
	return best, hidden
}

// pointsOf are some places on a line, the middle first.
func pointsOf(p geom.Path, mid geom.Point) []geom.Point {
	type piece struct {
		a, b geom.Point
		from float64
	}
	var pieces []piece
	total := 0.0
	p.Flatten(0.5, func(a, b geom.Point) {
		pieces = append(pieces, piece{a, b, total})
		total += a.Dist(b)
	})
	pts := []geom.Point{mid}
	for _, share := range []float64{0.4, 0.6, 0.28, 0.72, 0.16, 0.84} {
		for _, s := range pieces {
			if n := s.a.Dist(s.b); n > 0 && total*share <= s.from+n {
				pts = append(pts, s.a.Add(s.b.Sub(s.a).Mul((total*share-s.from)/n)))
				break
			}
		}
	}
	return pts
}

// cardsNear lists the cards that reach into r.
func (d *drawing) cardsNear(r geom.Rect) []geom.Rect {
	var near []geom.Rect
	for i, row := range d.Scene.Grid.Rows {
		if row.Y1 <= r.Min.Y || row.Y0 >= r.Max.Y {
			continue
		}
		for _, c := range d.rowCards[i] {
			if c.Overlaps(r) {
				near = append(near, c)
			}
		}
	}
	return near
}

// pill is the label of a link.
func (d *drawing) pill(ref journey.Ref, p draw.Text, r geom.Rect) {
	v := d.Style.LinkLabel
	d.Fill(ref, geom.RoundRect(r, 7), d.Palette.Paper)
	d.Stroke(ref, geom.RoundRect(r, 7), d.Style.Border, d.Palette.Line)
	for i, l := range p.Lines {
		d.WriteLine(ref, p, l, v, r.Center().X-l.Width*v.Spec.Size/2, r.Min.Y+2+float64(i)*v.Lead+draw.Baseline(v))
	}
	d.Scene.Targets = append(d.Scene.Targets, scene.Target{Ref: ref, Part: scene.PartLink, Bounds: r})
	d.Editable(ref, scene.PartTitle, r.Inset(2), v)
}
