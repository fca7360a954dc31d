package raster

import (
	"image"
	"math"

	"jejak/canvas/geom"
)

// piece is one straight part of a flattened contour, with where it begins and ends along it.
type piece struct {
	a, b   geom.Point
	dir    geom.Point // of length 1
	l0, l1 float64
}

// stroker lays round-capped, round-joined strokes into a scan as convex shapes that all wind the
// same way: by the non-zero rule they merge, so nothing is painted twice where they overlap.
type stroker struct {
	scan   *scan
	near   geom.Rect // what lies outside can not be seen
	half   float64   // half the width
	pieces []piece
	poly   []geom.Point
	unit   []geom.Point // a circle of radius half
}

// stroke adds the stroke of p, which is in pixels. dash is in pixels too and may be empty.
func (st *stroker) stroke(s *scan, p geom.Path, width float64, dash []float64) {
	st.scan, st.half = s, width/2
	st.near = pixelRect(s.clip).Inset(-width - 1)
	n := 8
	if st.half > 1 {
		n = int(max(8, min(math.Ceil(math.Pi/math.Acos(1-curveTolerance/st.half)), 256)))
	}
	// The polygon is as much larger than the circle as gives it the same area.
	step := 2 * math.Pi / float64(n)
	r := st.half * math.Sqrt(step/math.Sin(step))
	st.unit = st.unit[:0]
	for i := range n {
		sin, cos := math.Sincos(step * float64(i))
		st.unit = append(st.unit, geom.Pt(r*cos, r*sin))
	}
	eachContour(p, func(c geom.Path, closed bool) { st.contour(c, closed, dash) })
}

func (st *stroker) contour(c geom.Path, closed bool, dash []float64) {
	st.pieces = st.pieces[:0]
	length := 0.0
	var at geom.Point
	any := false
	c.Flatten(curveTolerance, func(a, b geom.Point) {
		at, any = a, true
		if d := a.Dist(b); d > 1e-9 {
			st.pieces = append(st.pieces, piece{a, b, b.Sub(a).Mul(1 / d), length, length + d})
			length += d
		}
	})
	if len(st.pieces) == 0 {
		if any {
			st.dot(at) // a stroke without length is as round as its caps
		}
		return
	}
	if len(dash) == 0 {
		st.solid(closed)
	} else {
		st.dashed(closed, dash)
	}
}

func (st *stroker) solid(closed bool) {
	n := len(st.pieces)
	for i := range st.pieces {
		p := &st.pieces[i]
		st.bar(p.a, p.b, p.dir)
		if i+1 < n {
			st.join(p, &st.pieces[i+1])
		}
	}
	if closed {
		st.join(&st.pieces[n-1], &st.pieces[0])
	} else {
		st.dot(st.pieces[0].a)
		st.dot(st.pieces[n-1].b)
	}
}

// dashed draws the parts that are on. A dash always begins where the contour does.
func (st *stroker) dashed(closed bool, dash []float64) {
	d := newDashes(dash)
	for i := range st.pieces {
		p := &st.pieces[i]
		from, to, ok := st.visible(p)
		if !ok {
			continue
		}
		d.each(p.l0+from, p.l0+to, func(on, off float64) {
			if off < p.l0 || on > p.l1 {
				return
			}
			a, b := p.a, p.b
			if on >= p.l0 {
				a = p.a.Add(p.dir.Mul(on - p.l0))
				st.dot(a)
			}
			if off <= p.l1 {
				b = p.a.Add(p.dir.Mul(off - p.l0))
			}
			if off-on > 0.05 {
				st.bar(a, b, p.dir)
			} else if on >= p.l0 {
				return // a dot: one circle is enough
			}
			switch {
			case off <= p.l1 || i+1 == len(st.pieces) && !closed:
				st.dot(b)
			case i+1 < len(st.pieces): // the dash goes round the corner
				st.join(p, &st.pieces[i+1])
			default:
				st.join(p, &st.pieces[0])
			}
		})
	}
}

// visible returns which stretch of p, in lengths from its start, comes near the clip.
func (st *stroker) visible(p *piece) (from, to float64, ok bool) {
	from, to = 0, p.l1-p.l0
	cut := func(at, dir, lo, hi float64) {
		if math.Abs(dir) < 1e-12 {
			if at < lo || at > hi {
				to = -1
			}
			return
		}
		t0, t1 := (lo-at)/dir, (hi-at)/dir
		from, to = max(from, min(t0, t1)), min(to, max(t0, t1))
	}
	cut(p.a.X, p.dir.X, st.near.Min.X, st.near.Max.X)
	cut(p.a.Y, p.dir.Y, st.near.Min.Y, st.near.Max.Y)
	return from, to, from <= to
}

// bar adds the straight stroke from a to b without caps.
func (st *stroker) bar(a, b, dir geom.Point) {
	n := geom.Pt(-dir.Y*st.half, dir.X*st.half)
	st.convex(a.Sub(n), b.Sub(n), b.Add(n), a.Add(n))
}

// dot adds the circle around c.
func (st *stroker) dot(c geom.Point) {
	st.poly = st.poly[:0]
	for _, u := range st.unit {
		st.poly = append(st.poly, c.Add(u))
	}
	st.convex(st.poly...)
}

// join fills the gap that p and the next piece leave on the outer side of their corner.
func (st *stroker) join(p, next *piece) {
	turn := p.dir.X*next.dir.Y - p.dir.Y*next.dir.X
	cos := p.dir.X*next.dir.X + p.dir.Y*next.dir.Y
	if math.Abs(turn) < 1e-6 && cos > 0 {
		return
	}
	// A wedge is as good as a circle while the arc it cuts off is thin.
	if cos <= 0 || st.half*(1-math.Sqrt((1+cos)/2)) > 0.02 {
		st.dot(p.b)
		return
	}
	n0 := geom.Pt(p.dir.Y*st.half, -p.dir.X*st.half)
	n1 := geom.Pt(next.dir.Y*st.half, -next.dir.X*st.half)
	if turn > 0 {
		st.convex(p.b, p.b.Add(n0), p.b.Add(n1))
	} else {
		st.convex(p.b, p.b.Sub(n0), p.b.Sub(n1))
	}
}

// convex adds a convex polygon, turned so that it winds like all others.
func (st *stroker) convex(q ...geom.Point) {
	box := geom.Rect{Min: q[0], Max: q[0]}
	area := 0.0
	for i, p := range q {
		next := q[(i+1)%len(q)]
		area += (p.X-q[0].X)*(next.Y-q[0].Y) - (next.X-q[0].X)*(p.Y-q[0].Y)
		box.Min.X, box.Min.Y = min(box.Min.X, p.X), min(box.Min.Y, p.Y)
		box.Max.X, box.Max.Y = max(box.Max.X, p.X), max(box.Max.Y, p.Y)
	}
	if !box.Overlaps(st.near) {
		return
	}
	for i, p := range q {
		next := q[(i+1)%len(q)]
		if area < 0 {
			p, next = next, p
		}
		st.scan.line(p, next)
	}
}

// pixelRect is r in the coordinates of paths.
func pixelRect(r image.Rectangle) geom.Rect {
	return geom.R(float64(r.Min.X), float64(r.Min.Y), float64(r.Dx()), float64(r.Dy()))
}
