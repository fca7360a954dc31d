package tool

import (
	"fmt"
	"math"
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Size makes a stage or step wider or a lane higher by its border. It halts where something else
// is as wide or high; Ctrl lets it go between. What is selected along with it gets the same size.
type Size struct {
	border desk.Border
	all    []desk.Border // what gets the size, border among it
	others []desk.Border // whose sizes it halts at
	from   geom.Point    // scene
	least  float64
	free   float64 // a lane is no lower than its content: up to here it has its own height
	size   float64
	same   int // index into others; −1: of no one's size
}

func newSize(b Board, border desk.Border, from geom.Point) Gesture {
	grid := &b.Scene().Grid
	g := &Size{border: border, from: from, size: border.Size(), same: -1, least: edit.LeastWidth}
	kind := border.Ref.Kind
	if kind == journey.KindStage && border.Count == 1 && grid.Columns[border.First].StepID == "" {
		kind = journey.KindStep // as wide as a step is also as wide as a column
	}
	chosen := map[journey.Ref]bool{border.Ref: true}
	if slices.Contains(b.Selection(), border.Ref) {
		for _, ref := range b.Selection() {
			chosen[ref] = true
		}
	}
	lists := [][]desk.Border{desk.Borders(grid, border.Ref.Kind)}
	if kind != border.Ref.Kind {
		lists = append(lists, desk.Borders(grid, kind))
	}
	for i, list := range lists {
		for _, other := range list {
			switch {
			case chosen[other.Ref]:
				if i == 0 && b.Project().Has(other.Ref) {
					g.all = append(g.all, other)
				}
			default:
				g.others = append(g.others, other)
			}
		}
	}
	slices.SortStableFunc(g.others, func(x, y desk.Border) int { // of several of one size the nearest is shown
		return int(math.Abs(float64(x.First-border.First)) - math.Abs(float64(y.First-border.First)))
	})
	if border.Ref.Kind == journey.KindLane {
		const pad = 12 // below the last card
		g.least = max(20, desk.ContentEnd(grid, border.First)+pad-border.From)
		g.least = min(g.least, border.Size())
		if grid.Rows[border.First].Kind != journey.LaneEmotions {
			g.free = g.least
		}
	}
	return g
}

// Drag implements Gesture.
func (g *Size) Drag(b Board, at geom.Point, m desk.Mods) {
	v := b.View()
	by := v.ToScene(at).Sub(g.from)
	d := by.X
	if g.border.Ref.Kind == journey.KindLane {
		d = by.Y
	}
	want := g.border.Size() + d
	g.size, g.same = math.Round(want), -1
	if d == 0 {
		g.size = g.border.Size()
	}
	if !m.Ctrl {
		sizes := make([]float64, len(g.others))
		for i, o := range g.others {
			sizes[i] = o.Size()
		}
		if s, i := desk.Snap(want, v.Reach(), sizes); i >= 0 {
			g.size, g.same = s, i
		}
	}
	if s := min(max(g.size, g.least), edit.MostSize); s != g.size {
		g.size, g.same = s, -1
	}
	b.Redraw()
}

// Release implements Gesture.
func (g *Size) Release(b Board, _ desk.Mods) {
	if math.Abs(g.size-g.border.Size()) < 0.5 {
		return
	}
	size := g.size
	if g.free > 0 && size <= g.free {
		size = 0
	}
	setSize(b, g.border, g.all, size)
}

// resetSize leaves a width or height to the style again.
func resetSize(b Board, border desk.Border) { setSize(b, border, []desk.Border{border}, 0) }

// setSize gives every border of the lot one size; the steps of a stage share it as they did.
func setSize(b Board, border desk.Border, lot []desk.Border, size float64) {
	grid := b.Scene().Grid
	l := edit.Label{Key: edit.LabelWidth, Name: Brief(b.Title(border.Ref))}
	if border.Ref.Kind == journey.KindLane {
		l.Key = edit.LabelHeight
	}
	// the Board tells of a refused edit
	_ = b.Do(l, func(tx *edit.Tx) error {
		for _, o := range lot {
			if o.Ref.Kind == journey.KindLane {
				if err := edit.SetHeight(tx, o.Ref.ID, size); err != nil {
					return err
				}
				continue
			}
			if o.Ref.Kind == journey.KindStage {
				if err := edit.SetWidth(tx, o.Ref, size); err != nil {
					return err
				}
			}
			for _, c := range grid.Columns[o.First : o.First+o.Count] {
				if c.StepID == "" || !tx.Project().Steps.Has(c.StepID) {
					continue
				}
				if err := edit.SetWidth(tx, desk.StepRef(c.StepID), size*(c.X1-c.X0)/o.Size()); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// Cancel implements Gesture.
func (g *Size) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Size) Overlay(b Board, o *desk.Overlay) {
	s := b.Scene()
	if s == nil {
		return
	}
	t, end := b.View().Transform, g.border.From+g.size
	lane := g.border.Ref.Kind == journey.KindLane
	line := func(k desk.LineKind, x0, y0, x1, y1 float64) {
		if lane {
			x0, y0, x1, y1 = y0, x0, y1, x1
		}
		o.Lines = append(o.Lines, desk.OverlayLine{From: t.Apply(geom.Pt(x0, y0)), To: t.Apply(geom.Pt(x1, y1)), Kind: k})
	}
	grid := &s.Grid
	lo, hi, across := grid.Headers.Min.Y, grid.Headers.Max.Y, grid.Headers.Center().Y
	if n := len(grid.Rows); n > 0 {
		hi = grid.Rows[n-1].Y1
	}
	if lane {
		lo, hi, across = grid.Labels.Min.X, grid.Headers.Max.X, grid.Labels.Center().X
	}
	line(desk.LineBorder, end, lo, end, hi)
	if g.same >= 0 {
		other := g.others[g.same]
		line(desk.LineMeasure, other.From, across, other.To, across)
		line(desk.LineMeasure, g.border.From, across, end, across)
	}
	at := geom.Pt(end, across)
	if lane {
		at = geom.Pt(across, end)
	}
	o.Tips = append(o.Tips, desk.Tip{At: t.Apply(at).Add(geom.Pt(12*b.View().Scale, 0)), Text: fmt.Sprintf("%.0f pt", g.size)})
}

// Cursor implements Gesture.
func (g *Size) Cursor() desk.Cursor {
	if g.border.Ref.Kind == journey.KindLane {
		return desk.CursorVertical
	}
	return desk.CursorHorizontal
}

// Scrolls implements Gesture.
func (g *Size) Scrolls() bool { return true }
