package pdf

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0, 2, "0"}, {-0.0001, 2, "0"}, {1, 2, "1"}, {-1, 0, "-1"}, {0.5, 2, ".5"}, {-0.05, 2, "-.05"},
		{12.345, 2, "12.35"}, {100, 3, "100"}, {99.999, 2, "100"}, {1e9, 2, "1000000000"}, {0.1 + 0.2, 6, ".3"},
	} {
		ct := content{}
		ct.num(c.v, c.decimals)
		if got := strings.TrimSuffix(string(ct.buf), " "); got != c.want {
			t.Errorf("%v with %d decimals: %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		v := rapid.Float64Range(-1e9, 1e9).Draw(rt, "v")
		decimals := rapid.IntRange(0, 6).Draw(rt, "decimals")
		ct := content{}
		ct.num(v, decimals)
		got, err := strconv.ParseFloat(strings.TrimSuffix(string(ct.buf), " "), 64)
		if err != nil || math.Abs(got-v) > 0.5001/pow10[decimals]+1e-6 {
			t.Errorf("%v with %d decimals: %s %v", v, decimals, ct.buf, err)
		}
	})
}

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
