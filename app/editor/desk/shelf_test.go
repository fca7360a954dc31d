package desk

import (
	"math"
	"testing"

	"jejak/canvas/geom"
)

func TestShelfKeepsZoomAndMiddle(t *testing.T) {
	var s Shelf
	v := NewViewport()
	v.Size, v.Scale = geom.Size{W: 800, H: 600}, 1
	v = v.Zoomed(1.5, geom.Point{}).Panned(geom.Pt(-300, -120))
	s.Put("m", Kept{View: v})
	s.Put("", Kept{})
	if _, ok := s.Take("", v); ok {
		t.Error("no map was kept")
	}
	if k, ok := s.Take("m", v); !ok || k.View != v {
		t.Errorf("at the same size: %+v", k.View)
	}
	now := v
	now.Size, now.Scale = geom.Size{W: 1200, H: 500}, 2
	k, _ := s.Take("m", now)
	was, is := v.ToScene(geom.Pt(400, 300)), k.View.ToScene(geom.Pt(600, 250))
	if math.Hypot(was.X-is.X, was.Y-is.Y) > 1e-9 || math.Abs(k.View.Zoom()-1.5) > 1e-9 || k.View.Size != now.Size || k.View.Scale != 2 {
		t.Errorf("in the middle %v, was %v; zoom %v", is, was, k.View.Zoom())
	}
}
