package desk

import (
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// HoldsCards reports whether cards can stand in a lane of that kind. A lane of emotions holds
// curves.
func HoldsCards(k journey.LaneKind) bool { return k != journey.LaneEmotions }

// SlotAt returns before which card of a cell something let go at a scene point would stand;
// len(cell.Cards) is behind them all. Where cards stand side by side it is the nearest that tells.
func SlotAt(cell *scene.Cell, p geom.Point) int {
	n := min(len(cell.Cards), len(cell.Slots))
	if !abreast(cell) {
		i := 0
		for i < n && p.Y >= cell.Slots[i].Center().Y {
			i++
		}
		return i
	}
	near := 0
	for i, s := range cell.Slots {
		if s.Center().Dist(p) < cell.Slots[near].Center().Dist(p) {
			near = i
		}
	}
	if near < n && p.Y >= cell.Slots[near].Center().Y {
		near++
	}
	return min(near, n)
}

// abreast reports whether cards of a cell stand side by side.
func abreast(cell *scene.Cell) bool {
	for _, s := range cell.Slots {
		if s.Min.X != cell.Slots[0].Min.X {
			return true
		}
	}
	return false
}

// Insertion returns the line before the i-th card of a cell, which must have slots.
func Insertion(cell *scene.Cell, i int) [2]geom.Point {
	const half = 4 // of the gap above a card that has none above it
	slot := cell.Slots[min(i, len(cell.Slots)-1)]
	y := slot.Min.Y - half
	if i > 0 && i-1 < len(cell.Slots) && cell.Slots[i-1].Min.X == slot.Min.X {
		above := cell.Slots[i-1]
		if i < len(cell.Slots) {
			y = (above.Max.Y + slot.Min.Y) / 2
		} else {
			y = above.Max.Y + half
		}
	}
	y = min(max(y, cell.Rect.Min.Y), cell.Rect.Max.Y)
	return [2]geom.Point{geom.Pt(slot.Min.X, y), geom.Pt(slot.Max.X, y)}
}

// Beside returns the cell that a step leads to, over lanes that hold no cards; nil at the rim.
func Beside(grid *scene.Grid, from *scene.Cell, columns, rows int) *scene.Cell {
	col, row := from.Column+columns, from.Row+rows
	if col < 0 || col >= len(grid.Columns) {
		return nil
	}
	for ; row >= 0 && row < len(grid.Rows); row += rows {
		if HoldsCards(grid.Rows[row].Kind) {
			return grid.Cell(col, row)
		}
		if rows == 0 {
			return nil
		}
	}
	return nil
}

// NextCell returns the cell after another one, as one reads, over lanes that hold no cards; with
// by −1 the one before. nil: there is none.
func NextCell(grid *scene.Grid, from *scene.Cell, by int) *scene.Cell {
	for col, row := from.Column+by, from.Row; ; col += by {
		if col < 0 || col >= len(grid.Columns) {
			row += by
			col = 0
			if by < 0 {
				col = len(grid.Columns) - 1
			}
		}
		if row < 0 || row >= len(grid.Rows) {
			return nil
		}
		if HoldsCards(grid.Rows[row].Kind) {
			return grid.Cell(col, row)
		}
	}
}

// Stretch is what a stage or lane takes up along the way it can be moved.
type Stretch struct {
	ID       journey.ID
	From, To float64
}

// Stages lists the stages of a grid with the columns of their steps taken together.
func Stages(grid *scene.Grid) []Stretch {
	var list []Stretch
	for _, c := range grid.Columns {
		if n := len(list); n > 0 && list[n-1].ID == c.StageID {
			list[n-1].To = c.X1
			continue
		}
		list = append(list, Stretch{c.StageID, c.X0, c.X1})
	}
	return list
}

// Steps lists the steps of a stage.
func Steps(grid *scene.Grid, stage journey.ID) []Stretch {
	var list []Stretch
	for _, c := range grid.Columns {
		if c.StageID == stage && c.StepID != "" {
			list = append(list, Stretch{c.StepID, c.X0, c.X1})
		}
	}
	return list
}

// Lanes lists the lanes of a grid.
func Lanes(grid *scene.Grid) []Stretch {
	list := make([]Stretch, len(grid.Rows))
	for i, r := range grid.Rows {
		list[i] = Stretch{r.LaneID, r.Y0, r.Y1}
	}
	return list
}

// Between returns before which stretch something let go at v would stand (len(list): last), and
// where the mark for it lies. list must not be empty.
func Between(list []Stretch, v float64) (i int, mark float64) {
	for i < len(list) && v >= (list[i].From+list[i].To)/2 {
		i++
	}
	switch {
	case i == len(list):
		mark = list[i-1].To
	case i == 0:
		mark = list[0].From
	default:
		mark = (list[i-1].To + list[i].From) / 2
	}
	return i, mark
}

// EmotionRow returns the lane of emotions at a height; nil if there is none.
func EmotionRow(grid *scene.Grid, y float64) *scene.Row {
	for i := range grid.Rows {
		if r := &grid.Rows[i]; r.Kind == journey.LaneEmotions && y >= r.Y0 && y <= r.Y1 && r.Down != r.Up {
			return r
		}
	}
	return nil
}

// Feeling returns what a height in a lane of emotions means, brought into −2 … +2.
func Feeling(row *scene.Row, y float64) float64 {
	return max(-2, min(2, layout.YValue(y, row.Up, row.Down)))
}

// Height is the way back from Feeling.
func Height(row *scene.Row, value float64) float64 {
	return layout.ValueY(value, row.Up, row.Down)
}
