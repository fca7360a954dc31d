package tool

import (
	"math"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// align returns how far a rectangle that is dragged must move to stand in line with the cards about
// it, and the guides that show with what. at is where the pointer is; cards that are passed over
// do not count. All is in scene points.
func align(b Board, r geom.Rect, at geom.Point, passed map[journey.ID]bool) (geom.Point, [][2]geom.Point) {
	s := b.Scene()
	if s == nil || s.Grid.Ring != nil {
		return geom.Point{}, nil
	}
	grid := &s.Grid
	here := grid.CellAt(at)
	if here == nil {
		return geom.Point{}, nil
	}
	seen, reach := b.View().Visible(), b.View().Reach()
	var d geom.Point
	var guides [][2]geom.Point
	row := grid.Rows[here.Row]
	if n := len(here.Slots); n > 0 { // the column under the pointer: where its cards begin
		if x, i := desk.Snap(r.Min.X, reach, []float64{here.Slots[n-1].Min.X}); i >= 0 {
			d.X = x - r.Min.X
			guides = append(guides, [2]geom.Point{
				geom.Pt(x, math.Max(seen.Min.Y, row.Y0)), geom.Pt(x, math.Min(seen.Max.Y, row.Y1)),
			})
		}
	}
	var tops []float64 // the cards of this column and of those beside it
	var cards []geom.Rect
	for c := here.Column - 1; c <= here.Column+1; c++ {
		cell := grid.Cell(c, here.Row)
		if cell == nil {
			continue
		}
		for i, id := range cell.Cards {
			if i < len(cell.Slots) && !passed[id] && cell.Slots[i].Overlaps(seen) {
				tops, cards = append(tops, cell.Slots[i].Min.Y), append(cards, cell.Slots[i])
			}
		}
	}
	if y, i := desk.Snap(r.Min.Y, reach, tops); i >= 0 {
		d.Y = y - r.Min.Y
		both := r.Move(d).Union(cards[i])
		guides = append(guides, [2]geom.Point{geom.Pt(both.Min.X, y), geom.Pt(both.Max.X, y)})
	}
	return d, guides
}
