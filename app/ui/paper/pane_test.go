package paper

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

// A veil covers each place of the paper once, but for the holes.
func TestAround(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rect := func(name string) geom.Rect {
			n := func(s string) float64 { return float64(rapid.IntRange(-5, 25).Draw(t, name+s)) }
			return geom.R(n("x"), n("y"), n("w"), n("h"))
		}
		paper := geom.R(0, 0, 20, 20)
		holes := []geom.Rect{rect("a"), rect("b"), rect("c")}
		asked := append([]geom.Rect(nil), holes...)
		list := around(paper, holes)
		for y := 0.5; y < 20; y++ {
			for x := 0.5; x < 20; x++ {
				p, want, got := geom.Pt(x, y), 1, 0
				for _, h := range asked {
					if h.Contains(p) {
						want = 0
					}
				}
				for _, r := range list {
					if r.Contains(p) {
						got++
					}
				}
				if got != want {
					t.Fatalf("%v is covered %d times, want %d", p, got, want)
				}
			}
		}
	})
}
