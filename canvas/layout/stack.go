package layout

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// placed is a block with its place; y counts from the top of the lane's content.
type placed struct {
	draw.Block
	col, span int
	y         float64
	card      journey.ID // empty for a measure
	rect      geom.Rect  // where it stands on the paper, once its row is placed
}

// stack is the content of a lane: blocks under each other in their columns, those that span
// several columns below whatever is there already.
type stack struct {
	placed []placed
	ends   []float64 // per column: where its content ends
	height float64
}

// stackLane measures everything in a lane and finds where it stands.
func (d *drawing) stackLane(l journey.Lane) stack {
	s := stack{ends: make([]float64, len(d.cols))}
	for i, c := range d.cols {
		if c.first {
			if l.LaneKind == journey.LaneMetrics {
				for _, m := range d.Index.Latest[journey.Ref{Kind: journey.KindStage, ID: c.StageID}] {
					_, w := d.cellRect(i, d.stepsOf(i))
					d.place(&s, i, d.stepsOf(i), "", d.MeasureBlock(m, w))
				}
			}
			if c.StepID != "" {
				// What belongs to the stage as a whole stands across its steps.
				for _, card := range d.Index.Cards[journey.CellKey{StageID: c.StageID, LaneID: l.ID}] {
					d.place(&s, i, max(card.Span, d.stepsOf(i)), card.ID, d.cardBlock(l, card, i, max(card.Span, d.stepsOf(i))))
				}
			}
		}
		for _, card := range d.Index.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: l.ID}] {
			d.place(&s, i, card.Span, card.ID, d.cardBlock(l, card, i, card.Span))
		}
	}
	d.overGone(&s, l)
	return s
}

// cardBlock measures a card of a column.
func (d *drawing) cardBlock(l journey.Lane, c journey.Card, col, span int) draw.Block {
	_, w := d.cellRect(col, span)
	return d.CardBlock(l, c, w, d.cols[col].stage)
}

// stepsOf counts the columns of the stage that begins at column i.
func (d *drawing) stepsOf(i int) int {
	n := 1
	for i+n < len(d.cols) && d.cols[i+n].stage == d.cols[i].stage {
		n++
	}
	return n
}

// clampSpan keeps a span within the columns there are.
func (d *drawing) clampSpan(col, span int) int {
	return min(max(span, 1), len(d.cols)-col)
}

// cellRect is where a block of that span stands from left to right.
func (d *drawing) cellRect(col, span int) (x, w float64) {
	last := col + d.clampSpan(col, span) - 1
	x = d.cols[col].X0 + d.Style.CellPad
	return x, d.cols[last].X1 - d.Style.CellPad - x
}

func (d *drawing) place(s *stack, col, span int, card journey.ID, b draw.Block) {
	span = d.clampSpan(col, span)
	y := 0.0
	for _, e := range s.ends[col : col+span] {
		if e > 0 {
			y = math.Max(y, e+d.Style.CardGap)
		}
	}
	for i := col; i < col+span; i++ {
		s.ends[i] = y + b.Height
	}
	s.height = math.Max(s.height, y+b.Height)
	s.placed = append(s.placed, placed{Block: b, col: col, span: span, y: y, card: card})
}

// placeRow notes where the cells and the cards of a row are, for links and gestures.
func (d *drawing) placeRow(r *row) {
	cells := d.cells(r)
	at := len(d.Scene.Grid.Rows) - 1
	if r.lane.LaneKind == journey.LaneEmotions {
		g := &d.Scene.Grid.Rows[at]
		g.Up, g.Down = r.scale()
		return
	}
	top := r.y + d.Style.LanePad
	for i := range r.stack.placed {
		b := &r.stack.placed[i]
		x, w := d.cellRect(b.col, b.span)
		b.rect = geom.R(x, top+b.y, w, b.Height)
		if b.card != "" {
			d.Cards[b.card] = b.rect
			d.rowCards[at] = append(d.rowCards[at], b.rect)
			c := &cells[b.col]
			c.Cards = append(c.Cards, b.card)
			c.Slots = append(c.Slots, b.rect)
		}
	}
	for i := range cells {
		x, w := d.cellRect(i, 1)
		y := top
		if e := r.stack.ends[i]; e > 0 {
			y = top + e + d.Style.CardGap
		}
		cells[i].Slots = append(cells[i].Slots, geom.R(x, y, w, d.Style.CardMinH))
	}
}

// cells appends the row and its cells to the grid and returns the cells.
func (d *drawing) cells(r *row) []scene.Cell {
	g := &d.Scene.Grid
	at := len(g.Rows)
	g.Rows = append(g.Rows, scene.Row{LaneID: r.lane.ID, Kind: r.lane.LaneKind, Y0: r.y, Y1: r.y + r.h})
	for i, c := range d.cols {
		g.Cells = append(g.Cells, scene.Cell{
			Column: i, Row: at,
			Rect: geom.Rect{Min: geom.Pt(c.X0, r.y), Max: geom.Pt(c.X1, r.y+r.h)},
		})
	}
	return g.Cells[len(g.Cells)-len(d.cols):]
}
