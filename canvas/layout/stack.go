package layout

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// block is one card or measure, measured at its width and ready to be drawn.
type block struct {
	ref    journey.Ref
	height float64
	draw   func(r geom.Rect)
}

// placed is a block with its place; y counts from the top of the lane's content.
type placed struct {
	block
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
				for _, m := range d.x.Latest[journey.Ref{Kind: journey.KindStage, ID: c.StageID}] {
					_, w := d.cellRect(i, d.stepsOf(i))
					d.place(&s, i, d.stepsOf(i), "", d.measureBlock(m, w))
				}
			}
			if c.StepID != "" {
				// What belongs to the stage as a whole stands across its steps.
				for _, card := range d.x.Cards[journey.CellKey{StageID: c.StageID, LaneID: l.ID}] {
					d.place(&s, i, max(card.Span, d.stepsOf(i)), card.ID, d.cardBlock(l, card, i, max(card.Span, d.stepsOf(i))))
				}
			}
		}
		for _, card := range d.x.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: l.ID}] {
			d.place(&s, i, card.Span, card.ID, d.cardBlock(l, card, i, card.Span))
		}
	}
	return s
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
	x = d.cols[col].X0 + d.st.CellPad
	return x, d.cols[last].X1 - d.st.CellPad - x
}

func (d *drawing) place(s *stack, col, span int, card journey.ID, b block) {
	span = d.clampSpan(col, span)
	y := 0.0
	for _, e := range s.ends[col : col+span] {
		if e > 0 {
			y = math.Max(y, e+d.st.CardGap)
		}
	}
	for i := col; i < col+span; i++ {
		s.ends[i] = y + b.height
	}
	s.height = math.Max(s.height, y+b.height)
	s.placed = append(s.placed, placed{block: b, col: col, span: span, y: y, card: card})
}

// placeRow notes where the cells and the cards of a row are, for links and gestures.
func (d *drawing) placeRow(r *row) {
	cells := d.cells(r)
	at := len(d.s.Grid.Rows) - 1
	if r.lane.LaneKind == journey.LaneEmotions {
		g := &d.s.Grid.Rows[at]
		g.Up, g.Down = r.y+emotionPad, r.y+r.h-emotionPad
		return
	}
	top := r.y + d.st.LanePad
	for i := range r.stack.placed {
		b := &r.stack.placed[i]
		x, w := d.cellRect(b.col, b.span)
		b.rect = geom.R(x, top+b.y, w, b.height)
		if b.card != "" {
			d.cards[b.card] = b.rect
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
			y = top + e + d.st.CardGap
		}
		cells[i].Slots = append(cells[i].Slots, geom.R(x, y, w, d.st.CardMinH))
	}
}

// cells appends the row and its cells to the grid and returns the cells.
func (d *drawing) cells(r *row) []scene.Cell {
	g := &d.s.Grid
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
