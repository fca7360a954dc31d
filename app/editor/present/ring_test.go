package present

import (
	"testing"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// On a ring a stage is its panel and its segment; the ring stays clear, and lanes have no step.
func TestRing(t *testing.T) {
	s := &scene.Scene{Bounds: geom.R(0, 0, 1000, 600)}
	s.Grid.Rows = []scene.Row{{LaneID: "t"}}
	s.Grid.Columns = []scene.Column{{StageID: "a"}, {StageID: "b"}}
	s.Grid.Cells = make([]scene.Cell, 2)
	s.Grid.Ring = &scene.Ring{Center: geom.Pt(500, 300), Inner: 100, Outer: 180, Sectors: []scene.Sector{
		{From: 0, To: 3.14, Head: geom.R(500, 120, 180, 360), Panel: geom.R(720, 150, 240, 300)},
		{From: 3.14, To: 6.28, Head: geom.R(320, 120, 180, 360), Panel: geom.R(40, 100, 240, 420)},
	}}
	show := New(s)
	v := desk.NewViewport()
	v.Size = geom.Size{W: 1600, H: 900}
	for n, want := range []geom.Rect{s.Grid.Ring.Sectors[0].Panel, s.Grid.Ring.Sectors[1].Panel} {
		show.Do(Next)
		clear, faded := show.Clear()
		if !faded || !clear.Frame.ContainsRect(want) || !clear.Header.ContainsRect(geom.R(320, 120, 360, 360)) {
			t.Errorf("stage %d: clear is %+v", n+1, clear)
		}
		seen := show.View(v).Transform.ApplyRect(want)
		if !geom.R(0, 0, 1600, 900).ContainsRect(seen) {
			t.Errorf("stage %d is seen at %v", n+1, seen)
		}
	}
	if show.Do(Down) {
		t.Error("a lane of a ring was stepped to")
	}
}
