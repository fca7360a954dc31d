package layout

import (
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Overlay is what is drawn with a map that is not of the map itself: what another map says of it, as
// canvas/layout/ghost does. It draws with, and into the scene of, the drawing it is given, whose
// columns are known. It must be as deterministic as Arrange, and keeps nothing between calls.
type Overlay interface {
	// Gone lists what stood in a lane of a stage and does no more, at a width. It stands under the
	// cards that are there.
	Gone(d *draw.Drawing, lane journey.Lane, stage journey.ID, width float64) []draw.Block
	// Foot is how much room below the curves a lane of emotions must leave.
	Foot(d *draw.Drawing, lane journey.Lane) float64
	// Feelings draws under the curves of such a lane, up being +2 and down −2, and into its foot.
	// What it returns no note should cover.
	Feelings(d *draw.Drawing, lane journey.Lane, foot geom.Rect, up, down float64) []geom.Rect
	// Mark draws what is to be said of a stage or, with its lane, a card that stands at r.
	Mark(d *draw.Drawing, ref journey.Ref, lane journey.LaneKind, r geom.Rect)
	// Signs explain in the legend what was drawn.
	Signs(d *draw.Drawing) []draw.Sign
}

// overGone puts what an overlay says is gone under the cards of each stage.
func (d *drawing) overGone(s *stack, l journey.Lane) {
	if d.over == nil {
		return
	}
	for i, c := range d.cols {
		if !c.first {
			continue
		}
		_, w := d.cellRect(i, d.stepsOf(i))
		for _, b := range d.over.Gone(d.Drawing, l, c.StageID, w) {
			d.place(s, i, d.stepsOf(i), "", b)
		}
	}
}

func (d *drawing) overFeelings(r *row, up, down float64) []geom.Rect {
	if d.over == nil {
		return nil
	}
	foot := geom.Rect{Min: geom.Pt(d.left, r.y+r.h-r.foot), Max: geom.Pt(d.Right, r.y+r.h)}
	return d.over.Feelings(d.Drawing, r.lane, foot, up, down)
}

// overMarks marks stages and cards, over all else, and adds to the legend.
func (d *drawing) overMarks() {
	if d.over == nil {
		return
	}
	head := d.Scene.Grid.Headers
	for i, s := range d.Index.Stages {
		x0, x1 := d.span(i)
		d.over.Mark(d.Drawing, journey.RefTo(s), "", geom.R(x0, head.Min.Y, x1-x0, head.H()))
	}
	for _, cell := range d.Scene.Grid.Cells {
		for k, card := range cell.Cards {
			d.over.Mark(d.Drawing, journey.Ref{Kind: journey.KindCard, ID: card}, d.Scene.Grid.Rows[cell.Row].Kind, cell.Slots[k])
		}
	}
	d.Signs = d.over.Signs(d.Drawing)
}
