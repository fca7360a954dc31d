package object

import (
	"math"
	"strconv"
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
		if got := string(AppendNumber(nil, c.v, c.decimals)); got != c.want {
			t.Errorf("%v with %d decimals: %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		v := rapid.Float64Range(-1e9, 1e9).Draw(rt, "v")
		decimals := rapid.IntRange(0, 6).Draw(rt, "decimals")
		b := AppendNumber(nil, v, decimals)
		got, err := strconv.ParseFloat(string(b), 64)
		if err != nil || math.Abs(got-v) > 0.5001/pow10[decimals]+1e-6 {
			t.Errorf("%v with %d decimals: %s %v", v, decimals, b, err)
		}
	})
}

// TestSound: a path with a verb too much, a point too few or a coordinate that is none is not written.
func TestSound(t *testing.T) {
	good := geom.RoundRect(geom.R(0, 0, 10, 5), 2)
	if !Sound(good) || !Sound(geom.Path{}) {
		t.Error("a path that is whole can not be written")
	}
	short, still, lost := good, good, good
	short.Points = good.Points[1:]
	still.Verbs, still.Points = good.Verbs[1:], good.Points[1:]
	lost.Points = append([]geom.Point{geom.Pt(math.NaN(), 0)}, good.Points[1:]...)
	for name, p := range map[string]geom.Path{"without a point": short, "without a start": still, "not a number": lost} {
		if Sound(p) {
			t.Errorf("a path %s can be written", name)
		}
	}
	if Finite(1, math.Inf(-1)) || Finite(2e9) || !Finite(-1e9, 0) {
		t.Error("what a file can hold is not told from what it can not")
	}
}
