package board

import (
	"slices"
	"testing"

	"jejak/canvas/geom"
)

func TestLineStopsAtItsLabel(t *testing.T) {
	label := geom.R(10, 10, 20, 10)
	for _, c := range []struct {
		name string
		a, b geom.Point
		r    geom.Rect
		want [][2]geom.Point
	}{
		{"no label", geom.Pt(0, 15), geom.Pt(40, 15), geom.Rect{}, [][2]geom.Point{{geom.Pt(0, 15), geom.Pt(40, 15)}}},
		{"through", geom.Pt(0, 15), geom.Pt(40, 15), label, [][2]geom.Point{{geom.Pt(0, 15), geom.Pt(10, 15)}, {geom.Pt(30, 15), geom.Pt(40, 15)}}},
		{"backwards, into", geom.Pt(40, 15), geom.Pt(20, 15), label, [][2]geom.Point{{geom.Pt(40, 15), geom.Pt(30, 15)}}},
		{"out of", geom.Pt(20, 15), geom.Pt(20, 25), label, [][2]geom.Point{{geom.Pt(20, 20), geom.Pt(20, 25)}}},
		{"inside", geom.Pt(12, 12), geom.Pt(28, 18), label, nil},
		{"beside", geom.Pt(0, 5), geom.Pt(40, 5), label, [][2]geom.Point{{geom.Pt(0, 5), geom.Pt(40, 5)}}},
		{"before", geom.Pt(0, 15), geom.Pt(8, 15), label, [][2]geom.Point{{geom.Pt(0, 15), geom.Pt(8, 15)}}},
		{"past a corner", geom.Pt(0, 12), geom.Pt(12, 0), label, [][2]geom.Point{{geom.Pt(0, 12), geom.Pt(12, 0)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := outside(c.a, c.b, c.r); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
