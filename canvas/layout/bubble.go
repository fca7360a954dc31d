package layout

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

func (f feeling) ref() journey.Ref { return journey.RefTo(f.Point) }

const (
	bubbleWidth = 150
	bubblePadX  = 8
	bubblePadY  = 4
	bubbleGap   = 4
)

// bubbles draws the notes of the points as dark labels, each where it hides least: not over a
// face, a curve or another label if that can be.
func (d *drawing) bubbles(cs []curve, lane geom.Rect) {
	o := newObstacles(cs)
	for i := len(cs) - 1; i >= 0; i-- {
		for _, f := range cs[i].pts {
			if f.Note == "" || cs[i].faded {
				continue
			}
			p := d.set(f.Note, d.st.Bubble, bubbleWidth).tight()
			size := geom.Size{W: p.Width() + 2*bubblePadX, H: height(p, d.st.Bubble) + 2*bubblePadY}
			r := o.bestPlace(f, size, lane)
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

func newObstacles(cs []curve) *obstacles {
	o := &obstacles{boxes: map[int][]geom.Rect{}, segments: map[int][][2]geom.Point{}}
	for _, c := range cs {
		for _, f := range c.pts {
			o.add(geom.R(f.at.X-faceRadius, f.at.Y-faceRadius, 2*faceRadius, 2*faceRadius))
		}
		c.path.Flatten(1, func(a, b geom.Point) {
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
func (o *obstacles) bestPlace(f feeling, size geom.Size, lane geom.Rect) geom.Rect {
	off := faceRadius + bubbleGap
	x, y := f.at.X, f.at.Y
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
		r := geom.R(at.X, at.Y, size.W, size.H)
		r = r.Move(geom.Pt(math.Max(0, lane.Min.X-r.Min.X)-math.Max(0, r.Max.X-lane.Max.X), 0))
		cost := float64(i)*2 + 40*(math.Max(0, lane.Min.Y-r.Min.Y)+math.Max(0, r.Max.Y-lane.Max.Y))
		if cost >= least {
			continue
		}
		if cost += o.hidden(r); cost < least {
			best, least = r, cost
		}
	}
	return best
}

func (d *drawing) bubble(f feeling, p setText, r geom.Rect) {
	ref := f.ref()
	d.fill(ref, geom.RoundRect(r, 4.5), d.pal.Dark)
	d.write(ref, p, d.st.Bubble, r.Min.X+bubblePadX, r.Min.Y+bubblePadY)
	d.editable(ref, scene.PartText, r.Inset(bubblePadY), d.st.Bubble)
}
