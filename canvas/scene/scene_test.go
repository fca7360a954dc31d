package scene_test

import (
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

func TestColor(t *testing.T) {
	if got, want := scene.RGB(0x12AB34).Alpha(0.5), (scene.Color{R: 0x12, G: 0xAB, B: 0x34, A: 0.5}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestGridCells(t *testing.T) {
	g := scene.Grid{
		Columns: []scene.Column{{X0: 100, X1: 200}, {X0: 200, X1: 300}},
		Rows:    []scene.Row{{Y0: 50, Y1: 80}, {Y0: 90, Y1: 120}},
	}
	for r := range 2 {
		for c := range 2 {
			g.Cells = append(g.Cells, scene.Cell{Column: c, Row: r})
		}
	}
	for _, c := range []struct {
		at   geom.Point
		want int // index into Cells, -1: none
	}{
		{geom.Pt(100, 50), 0},
		{geom.Pt(199.9, 79.9), 0},
		{geom.Pt(200, 60), 1},
		{geom.Pt(150, 100), 2},
		{geom.Pt(299, 119), 3},
		{geom.Pt(99, 60), -1},
		{geom.Pt(300, 60), -1},
		{geom.Pt(150, 85), -1}, // between two lanes
		{geom.Pt(150, 120), -1},
	} {
		var want *scene.Cell
		if c.want >= 0 {
			want = &g.Cells[c.want]
		}
		if got := g.CellAt(c.at); got != want {
			t.Errorf("CellAt(%v) = %v, want %v", c.at, got, want)
		}
	}
	for _, at := range [][2]int{{-1, 0}, {0, -1}, {2, 0}, {0, 2}} {
		if got := g.Cell(at[0], at[1]); got != nil {
			t.Errorf("Cell(%d, %d) = %v, want none", at[0], at[1], got)
		}
	}
	if got := (&scene.Grid{}).CellAt(geom.Pt(0, 0)); got != nil {
		t.Errorf("an empty grid has the cell %v", got)
	}
}
