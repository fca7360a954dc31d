package geom_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

// drawPath makes a path of up to eight segments of all kinds, in one to three contours.
func drawPath(t *rapid.T) geom.Path {
	var p geom.Path
	for range rapid.IntRange(1, 3).Draw(t, "contours") {
		p.Move(drawPoint(t, "move"))
		for range rapid.IntRange(1, 8).Draw(t, "segments") {
			switch rapid.IntRange(0, 2).Draw(t, "verb") {
			case 0:
				p.Line(drawPoint(t, "to"))
			case 1:
				p.Quad(drawPoint(t, "c"), drawPoint(t, "to"))
			case 2:
				p.Cubic(drawPoint(t, "c1"), drawPoint(t, "c2"), drawPoint(t, "to"))
			}
		}
		if rapid.Bool().Draw(t, "closed") {
			p.Close()
		}
	}
	return p
}

// onCurve calls f with points that lie exactly on p.
func onCurve(p geom.Path, f func(geom.Point)) {
	const steps = 37
	var at, start geom.Point
	i := 0
	for _, v := range p.Verbs {
		q := p.Points[i:]
		for k := 0; k <= steps; k++ {
			t := float64(k) / steps
			u := 1 - t
			switch v {
			case geom.LineTo:
				f(at.Mul(u).Add(q[0].Mul(t)))
			case geom.QuadTo:
				f(at.Mul(u * u).Add(q[0].Mul(2 * u * t)).Add(q[1].Mul(t * t)))
			case geom.CubicTo:
				f(at.Mul(u * u * u).Add(q[0].Mul(3 * u * u * t)).Add(q[1].Mul(3 * u * t * t)).Add(q[2].Mul(t * t * t)))
			case geom.Close:
				f(at.Mul(u).Add(start.Mul(t)))
			}
		}
		switch v {
		case geom.MoveTo:
			start, at = q[0], q[0]
			i++
		case geom.LineTo:
			at = q[0]
			i++
		case geom.QuadTo:
			at = q[1]
			i += 2
		case geom.CubicTo:
			at = q[2]
			i += 3
		case geom.Close:
			at = start
		}
	}
}

func segmentDistance(q, a, b geom.Point) float64 {
	ab, aq := b.Sub(a), q.Sub(a)
	l := ab.X*ab.X + ab.Y*ab.Y
	if l == 0 {
		return q.Dist(a)
	}
	t := max(0, min(1, (aq.X*ab.X+aq.Y*ab.Y)/l))
	return q.Dist(a.Add(ab.Mul(t)))
}

func TestFlattenStaysWithinTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPath(t)
		// The number of pieces of one curve is bounded, so very fine tolerances are not promised.
		tolerance := rapid.Float64Range(1, 20).Draw(t, "tolerance")
		var pieces [][2]geom.Point
		p.Flatten(tolerance, func(a, b geom.Point) { pieces = append(pieces, [2]geom.Point{a, b}) })
		onCurve(p, func(q geom.Point) {
			best := math.Inf(1)
			for _, s := range pieces {
				best = min(best, segmentDistance(q, s[0], s[1]))
			}
			if best > tolerance+1e-6 {
				t.Fatalf("%v on the curve is %v from the flattened path, tolerance %v", q, best, tolerance)
			}
		})
	})
}

func TestFlattenIsConnected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPath(t)
		starts := map[geom.Point]bool{}
		i := 0
		for _, v := range p.Verbs {
			if v == geom.MoveTo {
				starts[p.Points[i]] = true
			}
			i += [...]int{1, 1, 2, 3, 0}[v]
		}
		first := true
		var at geom.Point
		p.Flatten(0.25, func(a, b geom.Point) {
			if !first && a != at && !starts[a] {
				t.Fatalf("a piece begins at %v, the one before ended at %v", a, at)
			}
			first, at = false, b
		})
	})
}

func TestDistanceTo(t *testing.T) {
	circle := geom.Circle(geom.Pt(100, 100), 50)
	for _, c := range []struct {
		name string
		path geom.Path
		at   geom.Point
		want float64
	}{
		{"on a line", geom.Polyline(geom.Pt(0, 0), geom.Pt(10, 0)), geom.Pt(5, 0), 0},
		{"beside a line", geom.Polyline(geom.Pt(0, 0), geom.Pt(10, 0)), geom.Pt(5, 3), 3},
		{"beyond its end", geom.Polyline(geom.Pt(0, 0), geom.Pt(10, 0)), geom.Pt(13, 4), 5},
		{"closing side", geom.Polygon(geom.Pt(0, 0), geom.Pt(10, 0), geom.Pt(10, 10), geom.Pt(0, 10)), geom.Pt(-2, 5), 2},
		{"middle of a circle", circle, geom.Pt(100, 100), 50},
		{"outside a circle", circle, geom.Pt(170, 100), 20},
		{"a point of no length", geom.Polyline(geom.Pt(1, 1), geom.Pt(1, 1)), geom.Pt(4, 5), 5},
		{"nothing", geom.Path{}, geom.Pt(0, 0), math.Inf(1)},
	} {
		if got := c.path.DistanceTo(c.at); !(math.Abs(got-c.want) <= 0.25) && got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDistanceToLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := drawPath(t), drawPoint(t, "q")
		best := math.Inf(1)
		onCurve(p, func(on geom.Point) { best = min(best, q.Dist(on)) })
		if got := p.DistanceTo(q); got > best+0.25+1e-6 {
			t.Fatalf("a point of the path is %v away, DistanceTo says %v", best, got)
		}
	})
}

func TestRoundRectStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRect(t, "r")
		radius := rapid.Float64Range(-5, 400).Draw(t, "radius")
		p := geom.RoundRect(r, radius)
		const eps = 1e-6
		if b := p.Bounds(); !r.Inset(-eps).ContainsRect(b) || !b.Inset(-eps).ContainsRect(r) {
			t.Fatalf("outline of %v has bounds %v", r, b)
		}
		// Every corner is the quarter of a circle, to three in ten thousand of its radius.
		k := min(radius, r.W()/2, r.H()/2)
		if k <= 0 {
			return
		}
		c := geom.Pt(r.Min.X+k, r.Min.Y+k)
		onCurve(p, func(q geom.Point) {
			if q.X < c.X && q.Y < c.Y && math.Abs(q.Dist(c)-k) > 3e-4*k+eps {
				t.Fatalf("%v is %v from the middle of a corner of radius %v", q, q.Dist(c), k)
			}
		})
	})
}

func TestBoundsHoldTheCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPath(t)
		b := p.Bounds().Inset(-1e-6)
		onCurve(p, func(q geom.Point) {
			if !b.Overlaps(geom.Rect{Min: q, Max: q}) {
				t.Fatalf("%v lies outside %v", q, b)
			}
		})
	})
}

// Numbers that are none must not hang or crash what only reads a path.
func TestPathOfNoNumbers(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, v := range []float64{nan, inf, -inf, 1e308} {
		for _, p := range []geom.Path{
			geom.RoundRect(geom.R(v, 0, 10, 10), 4),
			geom.RoundRect(geom.R(0, 0, 10, v), 4),
			geom.RoundRect(geom.R(0, 0, 10, 10), v),
			geom.Circle(geom.Pt(v, v), v),
		} {
			n := 0
			p.Flatten(0.1, func(a, b geom.Point) { n++ })
			if n > 1000 {
				t.Errorf("%v: %d pieces", v, n)
			}
			p.DistanceTo(geom.Pt(0, 0))
			p.AsRect()
			p.AsRoundRect()
		}
	}
}
