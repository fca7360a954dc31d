package geom_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

func TestShapesAreRecognized(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRect(t, "r")
		if got, ok := geom.RectPath(r).AsRect(); !ok || got != r {
			t.Fatalf("AsRect of the outline of %v: %v, %v", r, got, ok)
		}
		radius := rapid.Float64Range(0.01, 300).Draw(t, "radius")
		got, k, ok := geom.RoundRect(r, radius).AsRoundRect()
		if want := min(radius, r.W()/2, r.H()/2); !ok || got != r || k-want > 1e-6 || want-k > 1e-6 {
			t.Fatalf("AsRoundRect of the outline of %v with %v: %v, %v, %v", r, radius, got, k, ok)
		}
	})
}

func TestOtherShapesAreNot(t *testing.T) {
	open := geom.Polyline(geom.Pt(0, 0), geom.Pt(5, 0), geom.Pt(5, 5), geom.Pt(0, 5))
	skew := geom.Polygon(geom.Pt(0, 0), geom.Pt(5, 0), geom.Pt(6, 5), geom.Pt(0, 5))
	bow := geom.Polygon(geom.Pt(0, 0), geom.Pt(5, 5), geom.Pt(5, 0), geom.Pt(0, 5))
	var two geom.Path
	two.Append(geom.RectPath(geom.R(0, 0, 1, 1)))
	two.Append(geom.RectPath(geom.R(2, 2, 1, 1)))
	bent := geom.RoundRect(geom.R(0, 0, 20, 10), 3)
	bent.Points[3].X += 0.5
	for name, p := range map[string]geom.Path{"open": open, "skew": skew, "bow": bow, "two": two, "bent": bent, "nothing": {}} {
		if _, ok := p.AsRect(); ok {
			t.Errorf("%s is taken for a rectangle", name)
		}
		if _, _, ok := p.AsRoundRect(); ok {
			t.Errorf("%s is taken for a rounded rectangle", name)
		}
	}
	reversed := geom.Polygon(geom.Pt(0, 0), geom.Pt(0, 5), geom.Pt(5, 5), geom.Pt(5, 0))
	if r, ok := reversed.AsRect(); !ok || r != geom.R(0, 0, 5, 5) {
		t.Errorf("a rectangle drawn the other way: %v, %v", r, ok)
	}
}
