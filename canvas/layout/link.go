package layout

import (
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// loopDepth is the room under a lane's cards for links that lead back.
const loopDepth = 20

// hasLoop reports whether a link leads back from or to a card of the stack.
func (d *drawing) hasLoop(s *stack) bool {
	in := map[journey.ID]bool{}
	for _, b := range s.placed {
		in[b.card] = true
	}
	for _, l := range d.Index.Links {
		if l.LinkKind == journey.LinkLoopBack && (in[l.FromID] || in[l.ToID]) {
			return true
		}
	}
	return false
}

// links draws the lines of the links between cards that are shown.
func (d *drawing) links() {
	for _, l := range d.Index.Links {
		from, ok1 := d.Cards[l.FromID]
		to, ok2 := d.Cards[l.ToID]
		if ok1 && ok2 {
			d.link(l, from, to)
		}
	}
}

func (d *drawing) link(l journey.Link, from, to geom.Rect) {
	ref := journey.RefTo(l)
	var p geom.Path
	var tip, dir, mid geom.Point
	if l.LinkKind == journey.LinkLoopBack {
		p, tip, dir, mid = d.loopPath(from, to)
	} else {
		p, tip, dir, mid = d.forward(from, to)
	}
	var dash []float64
	switch l.LinkKind {
	case journey.LinkBranch:
		dash = []float64{4, 3}
	case journey.LinkChannelSwitch:
		dash = []float64{0.01, 3}
	}
	d.Stroke(ref, p, 1.1, d.Palette.Second, dash...)
	d.arrowHead(ref, tip, dir)
	d.Scene.Targets = append(d.Scene.Targets, scene.Target{Ref: ref, Part: scene.PartLink, Bounds: p.Bounds().Inset(-4), Path: p})
	label, plain := l.Label, false
	if label == "" && l.LinkKind == journey.LinkChannelSwitch {
		label, plain = d.Words.T("map.switch"), true
	}
	if label != "" {
		d.labels = append(d.labels, linkLabel{ref: ref, set: d.Set(label, d.Style.LinkLabel, 140), path: p, mid: mid, plain: plain})
	}
}

// loopPath leads back under the cards of both lanes: down from the card, or through the gutter
// beside it where another card stands below, along under all, and up again the same way. dir is
// the direction at the tip.
func (d *drawing) loopPath(from, to geom.Rect) (p geom.Path, tip, dir, mid geom.Point) {
	low := d.lowest(from, to) + loopDepth - 7
	way := 1.0
	if to.Center().X < from.Center().X {
		way = -1
	}
	a, down := d.loopEnd(from, way)
	b, up := d.loopEnd(to, -way)
	in := geom.Pt(math.Copysign(1, to.Center().X-up), 0) // into a side of the card
	way = math.Copysign(1, up-down)
	turn := math.Min(14, math.Abs(up-down)/2)
	p.Move(a)
	if a.X != down {
		p.Cubic(geom.Pt((a.X+down)/2, a.Y), geom.Pt(down, a.Y), geom.Pt(down, a.Y+4))
	}
	p.Line(geom.Pt(down, low-8))
	p.Cubic(geom.Pt(down, low-3), geom.Pt(down+way*4, low), geom.Pt(down+way*turn, low))
	p.Line(geom.Pt(up-way*turn, low))
	p.Cubic(geom.Pt(up-way*4, low), geom.Pt(up, low-3), geom.Pt(up, low-8))
	mid = geom.Pt((down+up)/2, low)
	if b.X == up {
		p.Line(b)
		return p, b, geom.Pt(0, -1), mid
	}
	p.Line(geom.Pt(up, b.Y+4))
	p.Cubic(geom.Pt(up, b.Y), geom.Pt((up+b.X)/2, b.Y), b)
	return p, b, in, mid
}

// loopEnd is where a loop touches a card and the x it runs down at: its bottom, or, where another
// card stands below, the side that way points to.
func (d *drawing) loopEnd(card geom.Rect, way float64) (at geom.Point, x float64) {
	if !d.covered(card) {
		at = geom.Pt(card.Center().X+card.W()*0.12, card.Max.Y+1)
		return at, at.X
	}
	if way < 0 {
		return geom.Pt(card.Min.X, card.Center().Y), card.Min.X - d.Style.CellPad/2
	}
	return geom.Pt(card.Max.X, card.Center().Y), card.Max.X + d.Style.CellPad/2
}

// covered reports whether another card of the same lane stands below a card.
func (d *drawing) covered(card geom.Rect) bool {
	for _, r := range d.rowCards[d.rowAt(card.Center().Y)] {
		if r.Min.Y >= card.Max.Y && r.Min.X < card.Max.X && r.Max.X > card.Min.X {
			return true
		}
	}
	return false
}

// lowest is the lower end of all cards between two, in their lanes.
func (d *drawing) lowest(from, to geom.Rect) float64 {
	both := from.Union(to)
	low := both.Max.Y
	for _, r := range d.rowCards[d.rowAt(math.Max(from.Center().Y, to.Center().Y))] {
		if r.Min.X < both.Max.X && r.Max.X > both.Min.X {
			low = math.Max(low, r.Max.Y)
		}
	}
	return low
}

// rowAt is the row of the grid at y, −1 if there is none.
func (d *drawing) rowAt(y float64) int {
	return slices.IndexFunc(d.Scene.Grid.Rows, func(r scene.Row) bool { return y >= r.Y0 && y < r.Y1 })
}

// forward is forwardPath, but between cards of one column that have others between them: those are
// gone round through the gutter beside the column, down at its right and up at its left.
func (d *drawing) forward(from, to geom.Rect) (p geom.Path, tip, dir, mid geom.Point) {
	if to.Min.X >= from.Max.X || to.Max.X <= from.Min.X || !d.between(from, to) {
		return forwardPath(from, to)
	}
	way, a, b := 1.0, from.Max.X, to.Max.X
	x := math.Max(a, b) + d.Style.CellPad*0.7
	if to.Min.Y < from.Min.Y {
		way, a, b = -1, from.Min.X, to.Min.X
		x = math.Min(a, b) - d.Style.CellPad*0.7
	}
	start, end := geom.Pt(a, from.Center().Y), geom.Pt(b+way, to.Center().Y)
	const turn = 6
	down := way * math.Min(turn, math.Abs(end.Y-start.Y)/2)
	p.Move(start)
	p.Cubic(geom.Pt(x, start.Y), geom.Pt(x, start.Y), geom.Pt(x, start.Y+down))
	p.Line(geom.Pt(x, end.Y-down))
	p.Cubic(geom.Pt(x, end.Y), geom.Pt(x, end.Y), end)
	return p, end, geom.Pt(-way, 0), geom.Pt(x, (start.Y+end.Y)/2)
}

// between reports whether a card stands in the way of a straight line from one card to another
// above or below it.
func (d *drawing) between(from, to geom.Rect) bool {
	y0, y1 := math.Min(from.Max.Y, to.Max.Y), math.Max(from.Min.Y, to.Min.Y)
	x0, x1 := from.Center().X, to.Center().X
	way := geom.Rect{Min: geom.Pt(math.Min(x0, x1)-1, y0+0.5), Max: geom.Pt(math.Max(x0, x1)+1, y1-0.5)}
	return !way.Empty() && slices.ContainsFunc(d.cardsNear(way), way.Overlaps)
}

// LinkLine is the line a link takes from one card to another, or to a place: an empty rectangle.
// Links that lead back take another way once they are there.
func LinkLine(from, to geom.Rect) geom.Path {
	p, _, _, _ := forwardPath(from, to)
	return p
}

// forwardPath leaves at the side that faces the other card and bends once; between cards of one
// column it runs from bottom to top.
func forwardPath(from, to geom.Rect) (p geom.Path, tip, dir, mid geom.Point) {
	var a, b, ca, cb geom.Point
	switch {
	case to.Min.X >= from.Max.X:
		a, b = geom.Pt(from.Max.X, from.Center().Y), geom.Pt(to.Min.X-1, to.Center().Y)
		k := math.Max(10, (b.X-a.X)/2)
		ca, cb, dir = geom.Pt(a.X+k, a.Y), geom.Pt(b.X-k, b.Y), geom.Pt(1, 0)
	case to.Max.X <= from.Min.X:
		a, b = geom.Pt(from.Min.X, from.Center().Y), geom.Pt(to.Max.X+1, to.Center().Y)
		k := math.Max(10, (a.X-b.X)/2)
		ca, cb, dir = geom.Pt(a.X-k, a.Y), geom.Pt(b.X+k, b.Y), geom.Pt(-1, 0)
	case to.Min.Y >= from.Max.Y:
		a, b = geom.Pt(from.Center().X, from.Max.Y), geom.Pt(to.Center().X, to.Min.Y-1)
		k := math.Max(3, (b.Y-a.Y)/2)
		ca, cb, dir = geom.Pt(a.X, a.Y+k), geom.Pt(b.X, b.Y-k), geom.Pt(0, 1)
	default:
		a, b = geom.Pt(from.Center().X, from.Min.Y), geom.Pt(to.Center().X, to.Max.Y+1)
		k := math.Max(3, (a.Y-b.Y)/2)
		ca, cb, dir = geom.Pt(a.X, a.Y-k), geom.Pt(b.X, b.Y+k), geom.Pt(0, -1)
	}
	p.Move(a)
	p.Cubic(ca, cb, b)
	mid = a.Add(ca.Mul(3)).Add(cb.Mul(3)).Add(b).Mul(1.0 / 8)
	return p, b, dir, mid
}

func (d *drawing) arrowHead(ref journey.Ref, tip, dir geom.Point) {
	side := geom.Pt(-dir.Y, dir.X)
	back := tip.Sub(dir.Mul(4.6))
	d.Stroke(ref, geom.Polyline(back.Add(side.Mul(3.4)), tip, back.Sub(side.Mul(3.4))), 1.1, d.Palette.Second)
}
