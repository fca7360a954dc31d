package geom

import (
	"math"
	"slices"
)

// Verb is one kind of path segment.
type Verb uint8

// The verbs, with the number of points each takes.
const (
	MoveTo  Verb = iota // 1: starts a new contour
	LineTo              // 1
	QuadTo              // 2: control, end
	CubicTo             // 3: control, control, end
	Close               // 0: back to the start of the contour
)

// Path is a list of contours. Verbs says what each step is, Points holds their points in order.
// The zero Path is empty and ready. A Path that stands in a scene is not changed any more.
type Path struct {
	Verbs  []Verb
	Points []Point
}

// Move starts a new contour at p.
func (p *Path) Move(to Point) { p.add(MoveTo, to) }

// Line draws a straight line to p.
func (p *Path) Line(to Point) { p.add(LineTo, to) }

// Quad draws a quadratic curve.
func (p *Path) Quad(c, to Point) { p.add(QuadTo, c, to) }

// Cubic draws a cubic curve.
func (p *Path) Cubic(c1, c2, to Point) { p.add(CubicTo, c1, c2, to) }

// Close closes the contour.
func (p *Path) Close() { p.add(Close) }

func (p *Path) add(v Verb, pts ...Point) {
	p.Verbs = append(p.Verbs, v)
	p.Points = append(p.Points, pts...)
}

// Append adds the contours of q.
func (p *Path) Append(q Path) {
	p.Verbs = append(p.Verbs, q.Verbs...)
	p.Points = append(p.Points, q.Points...)
}

// Bounds returns a rectangle around all points, control points included.
func (p Path) Bounds() Rect {
	if len(p.Points) == 0 {
		return Rect{}
	}
	r := Rect{p.Points[0], p.Points[0]}
	for _, q := range p.Points[1:] {
		r.Min.X, r.Min.Y = math.Min(r.Min.X, q.X), math.Min(r.Min.Y, q.Y)
		r.Max.X, r.Max.Y = math.Max(r.Max.X, q.X), math.Max(r.Max.Y, q.Y)
	}
	return r
}

// Transform returns p seen through t.
func (p Path) Transform(t Transform) Path {
	q := Path{Verbs: p.Verbs, Points: make([]Point, len(p.Points))}
	for i, pt := range p.Points {
		q.Points[i] = t.Apply(pt)
	}
	return q
}

// Polyline is the open path through the points.
func Polyline(pts ...Point) Path {
	p := Path{Verbs: make([]Verb, len(pts), len(pts)+1), Points: slices.Clone(pts)} // and one verb to close it
	for i := range pts {
		if i > 0 {
			p.Verbs[i] = LineTo
		}
	}
	return p
}

// Polygon is the closed path through the points.
func Polygon(pts ...Point) Path {
	p := Polyline(pts...)
	p.Close()
	return p
}

// RectPath is the outline of r.
func RectPath(r Rect) Path {
	return Polygon(r.Min, Pt(r.Max.X, r.Min.Y), r.Max, Pt(r.Min.X, r.Max.Y))
}

// kappa is the control distance that makes a cubic the best quarter circle of radius 1.
const kappa = 0.5522847498307936

// RoundRect is the outline of r with corners of the given radius, at most half the shorter side.
func RoundRect(r Rect, radius float64) Path {
	radius = math.Min(radius, math.Min(r.W(), r.H())/2)
	if radius <= 0 {
		return RectPath(r)
	}
	k := radius * (1 - kappa)
	x0, y0, x1, y1 := r.Min.X, r.Min.Y, r.Max.X, r.Max.Y
	return Path{
		Verbs: roundRect[:len(roundRect):len(roundRect)], // whoever appends to it gets a copy
		Points: []Point{
			Pt(x0+radius, y0), Pt(x1-radius, y0),
			Pt(x1-k, y0), Pt(x1, y0+k), Pt(x1, y0+radius), Pt(x1, y1-radius),
			Pt(x1, y1-k), Pt(x1-k, y1), Pt(x1-radius, y1), Pt(x0+radius, y1),
			Pt(x0+k, y1), Pt(x0, y1-k), Pt(x0, y1-radius), Pt(x0, y0+radius),
			Pt(x0, y0+k), Pt(x0+k, y0), Pt(x0+radius, y0),
		},
	}
}

// roundRect are the verbs of all rounded rectangles, of which a map has tens of thousands.
var roundRect = []Verb{MoveTo, LineTo, CubicTo, LineTo, CubicTo, LineTo, CubicTo, LineTo, CubicTo, Close}

// Circle is the outline of a circle.
func Circle(c Point, radius float64) Path {
	return RoundRect(R(c.X-radius, c.Y-radius, 2*radius, 2*radius), radius)
}

// Flatten calls line for straight pieces that follow p within tolerance. A closed contour ends
// with the piece back to its start. Curves are cut evenly: the number of pieces follows from the
// second difference of the control points (Wang's formula).
func (p Path) Flatten(tolerance float64, line func(a, b Point)) {
	var start, at Point
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case MoveTo:
			start, at = p.Points[i], p.Points[i]
			i++
		case LineTo:
			line(at, p.Points[i])
			at = p.Points[i]
			i++
		case QuadTo:
			c, to := p.Points[i], p.Points[i+1]
			i += 2
			n := pieces(at.Sub(c.Mul(2)).Add(to), 2, tolerance)
			from, prev := at, at
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				u := 1 - t
				q := from.Mul(u * u).Add(c.Mul(2 * u * t)).Add(to.Mul(t * t))
				line(prev, q)
				prev = q
			}
			at = to
		case CubicTo:
			c1, c2, to := p.Points[i], p.Points[i+1], p.Points[i+2]
			i += 3
			d1, d2 := at.Sub(c1.Mul(2)).Add(c2), c1.Sub(c2.Mul(2)).Add(to)
			d := Pt(math.Max(math.Abs(d1.X), math.Abs(d2.X)), math.Max(math.Abs(d1.Y), math.Abs(d2.Y)))
			n := pieces(d, 6, tolerance)
			from, prev := at, at
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				u := 1 - t
				q := from.Mul(u * u * u).Add(c1.Mul(3 * u * u * t)).Add(c2.Mul(3 * u * t * t)).Add(to.Mul(t * t * t))
				line(prev, q)
				prev = q
			}
			at = to
		case Close:
			if at != start {
				line(at, start)
			}
			at = start
		}
	}
}

// pieces is Wang's bound: sqrt(degree(degree-1)/8 · |second difference| / tolerance), 1 to 200.
func pieces(d Point, factor, tolerance float64) int {
	n := math.Ceil(math.Sqrt(factor / 8 * math.Hypot(d.X, d.Y) / tolerance))
	return int(math.Max(1, math.Min(n, 200)))
}

// DistanceTo returns how far q is from the line of p, within a quarter unit; +Inf for an empty p.
func (p Path) DistanceTo(q Point) float64 {
	best := math.Inf(1)
	p.Flatten(0.25, func(a, b Point) {
		ab := b.Sub(a)
		t := 0.0
		if l := ab.X*ab.X + ab.Y*ab.Y; l > 0 {
			t = math.Max(0, math.Min(1, ((q.X-a.X)*ab.X+(q.Y-a.Y)*ab.Y)/l))
		}
		best = math.Min(best, q.Dist(a.Add(ab.Mul(t))))
	})
	return best
}
