package layout

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// moments gives every place a feeling can be tied to its x: those of a column stand side by side
// in their order.
func (d *drawing) moments() map[journey.Ref]float64 {
	at := map[journey.Ref]float64{}
	for i, refs := range d.Moments(d.Scene.Grid.Columns) {
		c := d.cols[i]
		for k, r := range refs {
			at[r] = c.X0 + (float64(k)+0.5)/float64(len(refs))*(c.X1-c.X0)
		}
	}
	return at
}

// curves collects the curves a lane shows.
func (d *drawing) curves(l journey.Lane, up, down float64) []draw.Curve {
	shows := func(persona journey.ID) bool { return l.PersonaID == "" || l.PersonaID == persona }
	place := func(x, value float64) geom.Point { return geom.Pt(x, draw.ValueY(value, up, down)) }
	return d.Curves(shows, d.moments(), place, func(pts []draw.Feeling) geom.Path {
		line := make([]geom.Point, len(pts))
		for k, f := range pts {
			line[k] = f.Place
		}
		return draw.Through(line)
	})
}

// room is how far apart the nearest points of a curve are from left to right.
func room(c *draw.Curve) float64 {
	least := math.Inf(1)
	for i := 1; i < len(c.Points); i++ {
		if dx := c.Points[i].Place.X - c.Points[i-1].Place.X; dx > 0 {
			least = math.Min(least, dx)
		}
	}
	return least
}

// emotionPad is kept free above +2 and below −2, for faces and labels.
const emotionPad = 27

// scale is where +2 and −2 lie in a lane of emotions.
func (r *row) scale() (up, down float64) { return r.y + emotionPad, r.y + r.h - r.foot - emotionPad }

// emotions draws the lane of the curves.
func (d *drawing) emotions(r *row) {
	ref := journey.RefTo(r.lane)
	up, down := r.scale()
	d.scale(ref, up, down)
	taken := d.overFeelings(r, up, down)
	cs := d.curves(r.lane, up, down)
	zero := draw.ValueY(0, up, down)
	for _, c := range cs {
		if !c.Hero {
			continue
		}
		above, below := draw.Areas(c.Path, zero)
		d.area(c.Cast.Ref, above, up, zero, d.Palette.Good.Alpha(0.20), d.Palette.Middle.Alpha(0.03))
		d.area(c.Cast.Ref, below, zero, down, d.Palette.Middle.Alpha(0.03), d.Palette.Bad.Alpha(0.24))
	}
	for i := range cs {
		d.DrawCurve(&cs[i])
	}
	for i := range cs {
		d.Markers(&cs[i], room(&cs[i]))
	}
	lane := geom.Rect{Min: geom.Pt(d.left, r.y+3), Max: geom.Pt(d.Right, r.y+r.h-r.foot-3)}
	d.Bubbles(cs, func(b geom.Rect) (geom.Rect, float64) {
		b = b.Move(geom.Pt(math.Max(0, lane.Min.X-b.Min.X)-math.Max(0, b.Max.X-lane.Max.X), 0))
		cost := 40 * (math.Max(0, lane.Min.Y-b.Min.Y) + math.Max(0, b.Max.Y-lane.Max.Y))
		for _, t := range taken {
			if s := b.Intersect(t); !s.Empty() {
				cost += 20 + s.W()*s.H()
			}
		}
		return b, cost
	})
}

func (d *drawing) area(ref journey.Ref, p geom.Path, y0, y1 float64, from, to scene.Color) {
	if len(p.Verbs) == 0 {
		return
	}
	d.Put(ref, p.Bounds(), &scene.Fill{Path: p, Color: from, Gradient: &scene.Gradient{Y0: y0, Y1: y1, From: from, To: to}})
}

// scaleMarks are the words of the scale.
var scaleMarks = []struct {
	value float64
	key   string
}{{2, "map.delighted"}, {0, "map.neutral"}, {-2, "map.furious"}}

// scale draws zero line, bands and the words at their left.
func (d *drawing) scale(ref journey.Ref, up, down float64) {
	y := func(v float64) float64 { return draw.ValueY(v, up, down) }
	d.Fill(ref, geom.RectPath(geom.R(d.left, y(2), d.Right-d.left, y(1)-y(2))), d.Palette.Good.Alpha(0.025))
	d.Fill(ref, geom.RectPath(geom.R(d.left, y(-1), d.Right-d.left, y(-2)-y(-1))), d.Palette.Bad.Alpha(0.025))
	for _, v := range []float64{2, 1, -1, -2} {
		d.Line(ref, d.left, y(v), d.Right, y(v), d.Style.Hairline, style.Mix(d.Palette.Paper, d.Palette.Line, 0.62))
	}
	d.Line(ref, d.left, y(0), d.Right, y(0), 1.1, style.Mix(d.Palette.Line, d.Palette.Second, 0.25))
	for _, m := range scaleMarks {
		d.WriteRight(ref, d.Words.T(m.key), d.Style.ScaleLabel, d.left-8, y(m.value)-d.Style.ScaleLabel.Lead/2)
	}
}
