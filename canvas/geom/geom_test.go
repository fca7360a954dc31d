package geom_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

func coordinate() *rapid.Generator[float64] { return rapid.Float64Range(-1e4, 1e4) }

func drawPoint(t *rapid.T, name string) geom.Point {
	return geom.Pt(coordinate().Draw(t, name+".x"), coordinate().Draw(t, name+".y"))
}

func drawRect(t *rapid.T, name string) geom.Rect {
	side := rapid.Float64Range(0.01, 500)
	p := drawPoint(t, name)
	return geom.R(p.X, p.Y, side.Draw(t, name+".w"), side.Draw(t, name+".h"))
}

func TestRect(t *testing.T) {
	a := geom.R(0, 0, 10, 10)
	for _, c := range []struct {
		name      string
		b         geom.Rect
		overlaps  bool
		contains  bool
		intersect bool // shares an area
	}{
		{"inside", geom.R(2, 2, 3, 3), true, true, true},
		{"same", a, true, true, true},
		{"crossing", geom.R(5, -5, 20, 8), true, false, true},
		{"beside", geom.R(11, 0, 5, 5), false, false, false},
		{"touching", geom.R(10, 0, 5, 5), true, false, false},
		{"line through", geom.R(-5, 5, 30, 0), true, false, false},
	} {
		if got := a.Overlaps(c.b); got != c.overlaps {
			t.Errorf("%s: Overlaps = %v", c.name, got)
		}
		if got := a.ContainsRect(c.b); got != c.contains {
			t.Errorf("%s: ContainsRect = %v", c.name, got)
		}
		if got := !a.Intersect(c.b).Empty(); got != c.intersect {
			t.Errorf("%s: Intersect not empty = %v", c.name, got)
		}
	}
	if a.Contains(geom.Pt(10, 5)) || !a.Contains(geom.Pt(0, 0)) {
		t.Error("the left and top borders belong to a rectangle, the right and bottom ones do not")
	}
	if !(geom.Rect{Min: geom.Pt(math.NaN(), 0), Max: geom.Pt(1, 1)}).Empty() {
		t.Error("a rectangle of no numbers is empty")
	}
	if got := (geom.Rect{}).Union(a); got != a {
		t.Errorf("the zero Rect counts as nothing in a union, got %v", got)
	}
}

func TestRectLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, p := drawRect(t, "a"), drawRect(t, "b"), drawPoint(t, "p")
		u, x := a.Union(b), a.Intersect(b)
		if !u.ContainsRect(a) || !u.ContainsRect(b) {
			t.Fatalf("union %v does not hold both", u)
		}
		if x.Contains(p) != (a.Contains(p) && b.Contains(p)) {
			t.Fatalf("intersection %v disagrees with its parts at %v", x, p)
		}
		if !x.Empty() && !a.Overlaps(b) {
			t.Fatal("what shares an area overlaps")
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatal("overlapping is mutual")
		}
	})
}

func TestTransformInvert(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tr := geom.Transform{K: rapid.Float64Range(0.05, 20).Draw(t, "k"), D: drawPoint(t, "d")}
		p := drawPoint(t, "p")
		if got := tr.Invert().Apply(tr.Apply(p)); got.Dist(p) > 1e-6 {
			t.Fatalf("there and back: %v became %v", p, got)
		}
	})
}
