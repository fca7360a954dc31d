package layout

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

// markers draws the points of a curve: faces for the hero, the persona's own shape for others.
// Where points are crowded they shrink, and faces give way to shapes.
func (d *drawing) markers(c *curve) {
	room := math.Inf(1)
	for i := 1; i < len(c.pts); i++ {
		if dx := c.pts[i].at.X - c.pts[i-1].at.X; dx > 0 {
			room = math.Min(room, dx)
		}
	}
	for _, f := range c.pts {
		ref := f.ref()
		switch {
		case c.hero && room >= 2*faceRadius:
			d.face(c, f)
		default:
			r := math.Max(leastMarker, math.Min(markerRadius, room*0.4))
			color := c.cast.color
			if c.faded {
				color = style.Mix(d.pal.Paper, color, 0.3)
			}
			p := shape(c.order, f.at, r)
			d.fill(ref, p, d.pal.Paper)
			d.stroke(ref, p, math.Min(1.5, r*0.4), color)
		}
		half := math.Max(3, math.Min(reach, room/2))
		d.target(ref, scene.PartPoint, geom.R(f.at.X-half, f.at.Y-reach, 2*half, 2*reach))
	}
}

// shape is the marker of the i-th persona.
func shape(i int, c geom.Point, r float64) geom.Path {
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
func (d *drawing) face(c *curve, f feeling) {
	ref, color := f.ref(), d.pal.Mood(f.Value)
	if c.faded {
		color = style.Mix(d.pal.Paper, color, 0.3)
	}
	disc, eyes, mouth := Face(f.at, faceRadius, f.Value)
	d.fill(ref, disc, d.pal.Paper)
	d.stroke(ref, disc, 1.6, color)
	d.fill(ref, eyes, color)
	d.stroke(ref, mouth, 1.25, color)
}
