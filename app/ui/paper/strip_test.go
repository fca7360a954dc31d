package paper

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"jejak/app/editor/desk"
	"jejak/app/ui/paper/papertest"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/data/journey/journeytest"
)

// Strips are painted of the scene's own marks, and a step of the view only moves them.
func TestStripsArePaintedOnce(t *testing.T) {
	test.NewTempApp(t)
	p := journeytest.Big(100)
	sc := layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{})
	d := papertest.NewDesk()
	s := NewStrips(d.Do)
	v := desk.NewViewport()
	v.Size = geom.Size{W: 1500, H: 900}
	s.Painted = func() { s.Show(sc, v, 1) }
	s.Show(sc, v, 1)
	if s.box.Visible() {
		t.Fatal("they are there while the map's own headers are in sight")
	}
	v = v.Panned(sc.Bounds.Center().Mul(-v.Transform.K))
	s.Show(sc, v, 1)
	d.Until(t, s.Settled)
	if !s.box.Visible() || len(s.shown) < 6 {
		t.Fatalf("%d things are shown", len(s.shown))
	}
	before := map[plateKey]any{}
	for k, p := range s.plates {
		if p.pixels != nil {
			before[k] = p.pixels
		}
	}
	heights := map[plateKey]float32{}
	for _, h := range s.heads {
		heights[h.ground.key] = h.ground.view.Position().Y
	}
	for range 5 {
		v = v.Panned(geom.Pt(-3, -2))
		s.Show(sc, v, 1)
		d.Until(t, s.Settled)
	}
	for k, was := range before {
		if s.plates[k].pixels != was {
			t.Errorf("%v was painted again for a move of the view", k)
		}
	}
	for _, h := range s.heads {
		if before[h.ground.key] != nil && h.ground.view.Position().Y != heights[h.ground.key] {
			t.Errorf("the header of %v went down with the map", h.ref)
		}
	}
}
