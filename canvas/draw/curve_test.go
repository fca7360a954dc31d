package draw

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

// points draws a row of points with rising X and values of a feeling.
func points(t *rapid.T) []geom.Point {
	n := rapid.IntRange(1, 20).Draw(t, "n")
	x := 0.0
	pts := make([]geom.Point, n)
	for i := range pts {
		x += rapid.Float64Range(0.5, 80).Draw(t, "dx")
		pts[i] = geom.Pt(x, float64(rapid.IntRange(-4, 4).Draw(t, "half"))*25)
	}
	return pts
}

func TestCurveNeverOvershoots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pts := points(t)
		curve := Through(pts)
		i := 0
		curve.Flatten(0.05, func(_, q geom.Point) {
			for i+2 < len(pts) && q.X > pts[i+1].X+1e-9 {
				i++
			}
			lo, hi := math.Min(pts[i].Y, pts[i+1].Y), math.Max(pts[i].Y, pts[i+1].Y)
			if q.Y < lo-1e-6 || q.Y > hi+1e-6 {
				t.Fatalf("at x=%.3f the curve is at %.4f, outside %.1f to %.1f", q.X, q.Y, lo, hi)
			}
		})
	})
}

func TestCurveGoesThroughItsPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pts := points(t)
		curve := Through(pts)
		for _, p := range pts {
			if len(pts) > 1 && curve.DistanceTo(p) > 1e-6 {
				t.Fatalf("the curve passes %v at a distance of %g", p, curve.DistanceTo(p))
			}
		}
	})
}

func TestCurveOfOddInput(t *testing.T) {
	for name, pts := range map[string][]geom.Point{
		"none":     nil,
		"one":      {geom.Pt(1, 2)},
		"twice":    {geom.Pt(1, 2), geom.Pt(1, 5), geom.Pt(1, 7)},
		"two ends": {geom.Pt(0, 0), geom.Pt(10, 10), geom.Pt(10, 12)},
	} {
		for _, q := range Through(pts).Points {
			if math.IsNaN(q.X) || math.IsNaN(q.Y) {
				t.Errorf("%s: the curve holds NaN", name)
			}
		}
	}
}

func TestAreasMeetAtZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		curve := Through(points(t))
		above, below := Areas(curve, 0)
		if b := above.Bounds(); len(above.Verbs) > 0 && (b.Max.Y > 0 || b.Min.Y >= 0) {
			t.Fatalf("the area above reaches from %g to %g", b.Min.Y, b.Max.Y)
		}
		if b := below.Bounds(); len(below.Verbs) > 0 && (b.Min.Y < 0 || b.Max.Y <= 0) {
			t.Fatalf("the area below reaches from %g to %g", b.Min.Y, b.Max.Y)
		}
	})
}

func TestValueAndPlaceAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-2, 2).Draw(t, "v")
		if got := YValue(ValueY(v, 100, 260), 100, 260); math.Abs(got-v) > 1e-9 {
			t.Fatalf("%g comes back as %g", v, got)
		}
	})
	if ValueY(2, 100, 260) != 100 || ValueY(-2, 100, 260) != 260 {
		t.Error("+2 must be at the top and −2 at the bottom")
	}
}
