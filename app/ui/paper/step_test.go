package paper

import (
	"testing"

	"jejak/canvas/geom"
)

func TestZoomWhileTilesAreStillBeingPainted(t *testing.T) {
	tl, d := newTestTiles(t)
	s := plain("a", 6000, 4000, geom.R(10, 10, 3000, 2000))
	tl.Show(s, geom.Transform{K: 1}, board1500, 1)
	d.Until(t, func() bool { return tl.shown != nil }) // the rim around the view is not painted yet
	for i := range 40 {
		k := 1 + float64(i%7)/4
		tl.Show(s, geom.Transform{K: k, D: geom.Pt(-float64(i)*90, -float64(i)*35)}, board1500, 1)
	}
	tl.Show(s, geom.Transform{K: 1, D: geom.Pt(-400, -200)}, board1500, 1)
	d.Until(t, tl.Settled)
	for at, x := range tl.shown.tiles {
		if x.pixels != nil && x.view == nil {
			t.Errorf("tile %v is painted and not shown", at)
		}
	}
}
