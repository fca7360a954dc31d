package draw

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

const (
	bubbleWidth = 150
	bubblePadX  = 8
	bubblePadY  = 4
	bubbleGap   = 4
)

// Bubbles draws the notes of the points as dark labels, each where it hides least: not over a
// face, a curve or another label if that can be. settle moves a label to where it may stand, and
// says what it costs that it does not quite fit.
func (d *Drawing) Bubbles(cs []Curve, settle func(geom.Rect) (geom.Rect, float64)) {
	o := newObstacles(cs)
	for i := len(cs) - 1; i >= 0; i-- {
		for _, f := range cs[i].Points {
			if f.Note == "" || cs[i].Faded {
				continue
			}
			p := d.Set(f.Note, d.Style.Bubble, bubbleWidth).Tight()
			size := geom.Size{W: p.Width() + 2*bubblePadX, H: Height(p, d.Style.Bubble) + 2*bubblePadY}
			r := o.bestPlace(f, size, settle)
			o.add(r)
			d.bubble(f, p, r)
		}
	}
}

// obstacles is what a label should not hide, in buckets by x so that a place is weighed against
// its neighbourhood only.
type obstacles struct {
	boxes    map[int][]geom.Rect
	segments map[int][][2]geom.Point
}

const bucketWidth = 120

func buckets(x0, x1 float64) (int, int) {
	return int(math.Floor(x0 / bucketWidth)), int(math.Floor(x1 / bucketWidth))
}

func newObstacles(cs []Curve) *obstacles {
	o := &obstacles{boxes: map[int][]geom.Rect{}, segments: map[int][][2]geom.Point{}}
	for _, c := range cs {
		for _, f := range c.Points {
			o.add(geom.R(f.Place.X-faceRadius, f.Place.Y-faceRadius, 2*faceRadius, 2*faceRadius))
		}
		c.Path.Flatten(1, func(a, b geom.Point) {
			from, to := buckets(a.X, b.X)
			for k := from; k <= to; k++ {
				o.segments[k] = append(o.segments[k], [2]geom.Point{a, b})
			}
		})
	}
	return o
}

func (o *obstacles) add(r geom.Rect) {
	from, to := buckets(r.Min.X, r.Max.X)
	for k := from; k <= to; k++ {
		o.boxes[k] = append(o.boxes[k], r)
	}
}

// hidden weighs what a label at r would hide. What stands in two buckets weighs twice, which
// does no harm: it is near both.
func (o *obstacles) hidden(r geom.Rect) float64 {
	cost := 0.0
	from, to := buckets(r.Min.X, r.Max.X)
	for k := from; k <= to; k++ {
		for _, t := range o.boxes[k] {
			if s := r.Intersect(t); !s.Empty() {
				cost += 20 + s.W()*s.H()
			}
		}
		for _, s := range o.segments[k] {
			if r.Contains(s[0]) || r.Contains(s[1]) {
				cost += 1.5 * s[0].Dist(s[1])
			}
		}
	}
	return cost
}

// bestPlace tries the places around a point and takes the one that hides least.
func (o *obstacles) bestPlace(f Feeling, size geom.Size, settle func(geom.Rect) (geom.Rect, float64)) geom.Rect {
	off := faceRadius + bubbleGap
	x, y := f.Place.X, f.Place.Y
	above, below, mid := y-off-size.H, y+off, y-size.H/2
	places := []geom.Point{
		geom.Pt(x-size.W/2, below), geom.Pt(x+2, below), geom.Pt(x-size.W-2, below),
		geom.Pt(x-size.W/2, above), geom.Pt(x+2, above), geom.Pt(x-size.W-2, above),
		geom.Pt(x+off, mid), geom.Pt(x-off-size.W, mid),
		geom.Pt(x+off, below-4), geom.Pt(x-off-size.W, above+4),
	}
	if f.Value > 0 {
		// Above a high point and below a low one there is air.
		for i := range 3 {
			places[i], places[i+3] = places[i+3], places[i]
		}
	}
	best, least := geom.Rect{}, math.Inf(1)
	for i, at := range places {
		r, cost := settle(geom.R(at.X, at.Y, size.W, size.H))
		cost += float64(i) * 2
		if cost >= least {
			continue
		}
		if cost += o.hidden(r); cost < least {
			best, least = r, cost
		}
	}
	return best
}

func (d *Drawing) bubble(f Feeling, p Text, r geom.Rect) {
	ref := f.ref()
	d.Fill(ref, geom.RoundRect(r, 4.5), d.Palette.Dark)
	d.Write(ref, p, d.Style.Bubble, r.Min.X+bubblePadX, r.Min.Y+bubblePadY)
	d.Editable(ref, scene.PartText, r.Inset(bubblePadY), d.Style.Bubble)
}
