package desk

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Border is the right end of a stage or step, or the lower end of a lane, where it can be dragged.
// Distances are scene points.
type Border struct {
	Ref      journey.Ref // of what it ends
	From, To float64     // where that begins and ends
	First    int         // index of its first column, or of its row
	Count    int         // how many columns it has; 1 for a lane
}

// Size returns how wide or high it is.
func (b Border) Size() float64 { return b.To - b.From }

// BorderAt returns the border within reach of a scene point: those of stages in the band of their
// headers, of steps below it, of lanes beside their labels. false: none, as on a ring.
func BorderAt(grid *scene.Grid, p geom.Point, reach float64) (Border, bool) {
	if len(grid.Columns) == 0 || grid.Ring != nil {
		return Border{}, false
	}
	kind := journey.KindLane
	head := grid.Headers
	switch {
	case p.Y >= head.Min.Y && p.Y < head.Max.Y:
		kind = journey.KindStage
	case p.Y >= head.Max.Y && len(grid.Rows) > 0 && p.Y < grid.Rows[0].Y0-reach:
		kind = journey.KindStep
	case p.X < grid.Labels.Min.X || p.X >= grid.Labels.Max.X:
		return Border{}, false
	}
	v := p.X
	if kind == journey.KindLane {
		v = p.Y
	}
	best, found := Border{}, false
	for _, b := range Borders(grid, kind) {
		if d := math.Abs(b.To - v); d <= reach && (!found || d < math.Abs(best.To-v)) {
			best, found = b, true
		}
	}
	return best, found
}

// Borders lists what can be made wider or higher: stages, steps (stages without steps among them)
// or lanes.
func Borders(grid *scene.Grid, k journey.Kind) []Border {
	var list []Border
	switch k {
	case journey.KindLane:
		for i, r := range grid.Rows {
			list = append(list, Border{LaneRef(r.LaneID), r.Y0, r.Y1, i, 1})
		}
	case journey.KindStep:
		for i, c := range grid.Columns {
			list = append(list, Border{columnRef(c), c.X0, c.X1, i, 1})
		}
	case journey.KindStage:
		for i, c := range grid.Columns {
			if n := len(list); n > 0 && list[n-1].Ref.ID == c.StageID {
				list[n-1].To = c.X1
				list[n-1].Count++
				continue
			}
			list = append(list, Border{StageRef(c.StageID), c.X0, c.X1, i, 1})
		}
	}
	return list
}

// columnRef points at what a column stands for.
func columnRef(c scene.Column) journey.Ref {
	if c.StepID != "" {
		return StepRef(c.StepID)
	}
	return StageRef(c.StageID)
}

// ContentEnd returns where the content of a row ends at the least, in scene points.
func ContentEnd(grid *scene.Grid, row int) float64 {
	r := grid.Rows[row]
	end := r.Y0
	for i := range grid.Columns {
		c := grid.Cell(i, row)
		if c == nil {
			continue
		}
		for k := range c.Cards {
			if k < len(c.Slots) {
				end = math.Max(end, c.Slots[k].Max.Y)
			}
		}
	}
	return math.Min(end, r.Y1)
}

// StepRef points at a step.
func StepRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindStep, ID: id} }

// LinkRef points at a link.
func LinkRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindLink, ID: id} }
