package draw

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
)

const (
	faceRadius   = 7.6
	markerRadius = 4.2
	leastMarker  = 2.2
	reach        = 9 // how far from its middle a point can be touched
)

// Markers draws the points of a curve: faces for the hero, the persona's own shape for others.
// Where points are crowded, with less than room from one to the next, they shrink, and faces give
// way to shapes.
func (d *Drawing) Markers(c *Curve, room float64) {
	for _, f := range c.Points {
		ref := f.ref()
		switch {
		case c.Hero && room >= 2*faceRadius:
			d.face(c, f)
		default:
			r := math.Max(leastMarker, math.Min(markerRadius, room*0.4))
			color := c.Cast.Color
			if c.Faded {
				color = style.Mix(d.Palette.Paper, color, 0.3)
			}
			p := Marker(c.Order, f.Place, r)
			d.Fill(ref, p, d.Palette.Paper)
			d.Stroke(ref, p, math.Min(1.5, r*0.4), color)
		}
		half := math.Max(3, math.Min(reach, room/2))
		d.Target(ref, scene.PartPoint, geom.R(f.Place.X-half, f.Place.Y-reach, 2*half, 2*reach))
	}
}

// Marker is the shape at the points of the i-th persona of a map, about c with the radius r.
func Marker(i int, c geom.Point, r float64) geom.Path {
	at := func(x, y float64) geom.Point { return geom.Pt(c.X+x*r, c.Y+y*r) }
	switch i % 6 {
	case 1:
		return geom.Polygon(at(0, -1.15), at(1.15, 0), at(0, 1.15), at(-1.15, 0))
	case 2:
		return geom.RectPath(geom.R(c.X-0.85*r, c.Y-0.85*r, 1.7*r, 1.7*r))
	case 3:
		return geom.Polygon(at(0, -1.15), at(1.1, 0.8), at(-1.1, 0.8))
	case 4:
		return geom.Polygon(at(0, 1.15), at(1.1, -0.8), at(-1.1, -0.8))
	case 5:
		return geom.Polygon(at(-0.55, -1), at(0.55, -1), at(1.1, 0), at(0.55, 1), at(-0.55, 1), at(-1.1, 0))
	}
	return geom.Circle(c, r)
}

// face is a white disc with a ring, two eyes and a mouth bent by the feeling.
func (d *Drawing) face(c *Curve, f Feeling) {
	ref, color := f.ref(), d.Palette.Mood(f.Value)
	if c.Faded {
		color = style.Mix(d.Palette.Paper, color, 0.3)
	}
	disc, eyes, mouth := Face(f.Place, faceRadius, f.Value)
	d.Fill(ref, disc, d.Palette.Paper)
	d.Stroke(ref, disc, 1.6, color)
	d.Fill(ref, eyes, color)
	d.Stroke(ref, mouth, 1.25, color)
}
