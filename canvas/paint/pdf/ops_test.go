package pdf

import (
	"testing"

	"jejak/canvas/geom"
)

func TestPathOperators(t *testing.T) {
	var quad geom.Path
	quad.Move(geom.Pt(0, 0))
	quad.Quad(geom.Pt(50, 100), geom.Pt(100, 0))
	quad.Close()
	for name, c := range map[string]struct {
		path geom.Path
		want string
	}{
		"rectangle": {geom.RectPath(geom.R(1, 2, 3, 4)), "1 2 3 4 re\n"},
		"line":      {geom.Polyline(geom.Pt(0, 0), geom.Pt(1.25, 2)), "0 0 m\n1.25 2 l\n"},
		"quadratic": {quad, "0 0 m\n33.33 66.67 66.67 66.67 100 0 c\nh\n"},
		"leaning":   {geom.Polygon(geom.Pt(0, 0), geom.Pt(2, 1), geom.Pt(2, 3), geom.Pt(0, 2)), "0 0 m\n2 1 l\n2 3 l\n0 2 l\nh\n"},
	} {
		ct := content{decimals: 2}
		ct.path(c.path, geom.Point{})
		if string(ct.buf) != c.want {
			t.Errorf("%s: %q, want %q", name, ct.buf, c.want)
		}
	}
}

func TestShapesAreKnownAgain(t *testing.T) {
	s := newShapes()
	at := func(x, y float64) geom.Path { return geom.RoundRect(geom.R(x, y, 80, 40), 6) }
	if _, _, ok := s.find(at(10, 10), "f", 0, 2); ok {
		t.Error("a shape was known at first sight")
	}
	name, d, ok := s.find(at(300.5, 20.25), "f", 0, 2)
	if !ok || d.Dist(geom.Pt(306.5, 20.25)) > 0.01 {
		t.Errorf("the second time: %q moved by %v, %v", name, d, ok)
	}
	if _, _, ok := s.find(at(10, 10), "S", 1, 2); ok {
		t.Error("a filled shape stands for its outline")
	}
	if _, _, ok := s.find(geom.RoundRect(geom.R(0, 0, 80, 41), 6), "f", 0, 2); ok {
		t.Error("a shape stands for a higher one")
	}
	if len(s.forms) != 1 || string(s.forms[0].ops[:5]) != "0 0 m" {
		t.Errorf("forms: %v", s.forms)
	}
}
