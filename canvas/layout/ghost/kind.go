package ghost

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Kind is what became of something from one map of a pair to the other.
type Kind string

// The kinds: three of what is to be against what is, and the departures of what happened from what
// was planned.
const (
	New          Kind = "new"
	Moved        Kind = "moved"
	Gone         Kind = "gone"
	Skipped           = Kind(insight.Skipped)
	Unplanned         = Kind(insight.Unplanned)
	Elsewhere         = Kind(insight.Elsewhere)
	OutOfOrder        = Kind(insight.OutOfOrder)
	OtherChannel      = Kind(insight.OtherChannel)
)

// Kinds lists the kinds that a pair of a role can show, in the order in which they are told.
func Kinds(role journey.PairRole) []Kind {
	if role == journey.PairPlanned {
		return []Kind{Skipped, Unplanned, Elsewhere, OutOfOrder, OtherChannel}
	}
	return []Kind{New, Moved, Gone}
}

// Added is the kind of what is on this map only.
func Added(role journey.PairRole) Kind {
	if role == journey.PairPlanned {
		return Unplanned
	}
	return New
}

// Lacking is the kind of what is on the other map only.
func Lacking(role journey.PairRole) Kind {
	if role == journey.PairPlanned {
		return Skipped
	}
	return Gone
}

// Ink is the colour of a kind. No two that look alike have the same sign.
func (k Kind) Ink(p style.Palette) scene.Color {
	switch k {
	case New:
		return p.Good
	case Moved:
		return p.Accent
	case Gone, Skipped:
		return p.Second
	}
	return p.Bad
}

// Draw draws the sign of a kind about a point, as wide and as high as twice the radius: a plus, a
// minus, an arrow to another stage, two arrows past each other.
func (k Kind) Draw(p *pen.Pen, from journey.Ref, at geom.Point, radius float64, c scene.Color) {
	w := math.Max(radius*0.26, 0.9)
	line := func(pts ...geom.Point) {
		for i := range pts {
			pts[i] = at.Add(pts[i].Mul(radius))
		}
		p.Stroke(from, geom.Polyline(pts...), w, c)
	}
	switch k {
	case New, Unplanned:
		line(geom.Pt(-0.8, 0), geom.Pt(0.8, 0))
		line(geom.Pt(0, -0.8), geom.Pt(0, 0.8))
	case Gone, Skipped:
		line(geom.Pt(-0.8, 0), geom.Pt(0.8, 0))
	case Moved, Elsewhere:
		line(geom.Pt(-0.9, 0), geom.Pt(0.9, 0))
		line(geom.Pt(0.2, -0.7), geom.Pt(0.9, 0), geom.Pt(0.2, 0.7))
	case OutOfOrder: // up and down
		line(geom.Pt(-0.45, 0.9), geom.Pt(-0.45, -0.9))
		line(geom.Pt(-0.9, -0.4), geom.Pt(-0.45, -0.9), geom.Pt(0, -0.4))
		line(geom.Pt(0.45, -0.9), geom.Pt(0.45, 0.9))
		line(geom.Pt(0, 0.4), geom.Pt(0.45, 0.9), geom.Pt(0.9, 0.4))
	case OtherChannel: // to and fro
		line(geom.Pt(-0.9, -0.45), geom.Pt(0.9, -0.45))
		line(geom.Pt(0.4, -0.9), geom.Pt(0.9, -0.45), geom.Pt(0.4, 0))
		line(geom.Pt(0.9, 0.45), geom.Pt(-0.9, 0.45))
		line(geom.Pt(-0.4, 0), geom.Pt(-0.9, 0.45), geom.Pt(-0.4, 0.9))
	}
}

// Triangle points up for a difference above nought and down for one below; a short bar is none.
func Triangle(at geom.Point, radius, difference float64) geom.Path {
	switch {
	case difference > even:
		return geom.Polygon(at.Add(geom.Pt(-radius, radius*0.8)), at.Add(geom.Pt(radius, radius*0.8)), at.Add(geom.Pt(0, -radius*0.9)))
	case difference < -even:
		return geom.Polygon(at.Add(geom.Pt(-radius, -radius*0.8)), at.Add(geom.Pt(radius, -radius*0.8)), at.Add(geom.Pt(0, radius*0.9)))
	}
	return geom.RectPath(geom.R(at.X-radius, at.Y-radius*0.25, 2*radius, radius*0.5))
}

// even is the difference that is none: what is said with two decimals says 0.
const even = 0.005

// Side is the colour of a difference: better, worse or the same.
func Side(p style.Palette, difference float64) scene.Color {
	switch {
	case difference > even:
		return p.Good
	case difference < -even:
		return p.Bad
	}
	return p.Second
}
