package layout

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
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
	var taken []geom.Rect
	for _, c := range cs {
		for _, f := range c.pts {
			taken = append(taken, geom.R(f.at.X-faceRadius, f.at.Y-faceRadius, 2*faceRadius, 2*faceRadius))
		}
	}
	for i := len(cs) - 1; i >= 0; i-- {
		for _, f := range cs[i].pts {
			if f.Note == "" || cs[i].faded {
				continue
			}
			p := d.set(f.Note, d.st.Bubble, bubbleWidth)
			size := geom.Size{W: p.Width() + 2*bubblePadX, H: height(p, d.st.Bubble) + 2*bubblePadY}
			r := bestPlace(f, size, lane, taken, cs)
			taken = append(taken, r)
			d.bubble(f, p, r)
		}
	}
}

// bestPlace tries the places around a point and takes the one that covers least.
func bestPlace(f feeling, size geom.Size, lane geom.Rect, taken []geom.Rect, cs []curve) geom.Rect {
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
		places = append(places[3:6:6], append(append([]geom.Point{}, places[:3]...), places[6:]...)...)
	}
	best, least := geom.Rect{}, math.Inf(1)
	for i, at := range places {
		r := geom.R(at.X, at.Y, size.W, size.H)
		r = r.Move(geom.Pt(math.Max(0, lane.Min.X-r.Min.X)-math.Max(0, r.Max.X-lane.Max.X), 0))
		cost := float64(i) * 2
		cost += 40 * (math.Max(0, lane.Min.Y-r.Min.Y) + math.Max(0, r.Max.Y-lane.Max.Y))
		for _, t := range taken {
			if o := r.Intersect(t); !o.Empty() {
				cost += 20 + o.W()*o.H()
			}
		}
		for k := range cs {
			cost += 1.5 * crossing(cs[k].path, r)
		}
		if cost < least {
			best, least = r, cost
		}
	}
	return best
}

// crossing is about how many points of a curve's length lie under r.
func crossing(p geom.Path, r geom.Rect) float64 {
	under := 0.0
	p.Flatten(1, func(a, b geom.Point) {
		if r.Contains(a) || r.Contains(b) {
			under += a.Dist(b)
		}
	})
	return under
}

func (d *drawing) bubble(f feeling, p text.Paragraph, r geom.Rect) {
	ref := f.ref()
	d.fill(ref, geom.RoundRect(r, 4.5), d.pal.Dark)
	d.write(ref, p, d.st.Bubble, r.Min.X+bubblePadX, r.Min.Y+bubblePadY)
	d.editable(ref, scene.PartText, r.Inset(bubblePadY), d.st.Bubble)
}
