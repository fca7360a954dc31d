package scene

import (
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/data/journey"
)

// bucket is the side of an index square in points: about two cards, so that a tile of the board
// asks few squares and a wide item stands in few.
const bucket = 160

// mostBuckets is how many squares there are in a row or a column; on paper that is larger still
// (64,000 points, four times what a PDF page may have) the last ones hold all the rest.
const mostBuckets = 400

// index finds what overlaps a rectangle without looking at everything.
type index struct {
	cols, rows int
	cells      [][]int32
}

func newIndex(bounds geom.Rect, n int, at func(int) geom.Rect) index {
	count := func(side float64) int {
		if !(side > 0) { // no number at all, perhaps
			return 1
		}
		return int(math.Min(math.Ceil(side/bucket)+1, mostBuckets))
	}
	ix := index{cols: count(bounds.W()), rows: count(bounds.H())}
	ix.cells = make([][]int32, ix.cols*ix.rows)
	for i := range n {
		x0, y0, x1, y1 := ix.span(at(i))
		for y := y0; y <= y1; y++ {
			for x := x0; x <= x1; x++ {
				c := y*ix.cols + x
				ix.cells[c] = append(ix.cells[c], int32(i))
			}
		}
	}
	return ix
}

// span returns the squares that r touches; what lies outside belongs to the squares at the rim.
func (ix *index) span(r geom.Rect) (x0, y0, x1, y1 int) {
	clamp := func(v float64, n int) int {
		if !(v > 0) { // what is no number overlaps nothing; it may lie anywhere
			return 0
		}
		return int(math.Min(math.Floor(v/bucket), float64(n-1)))
	}
	return clamp(r.Min.X, ix.cols), clamp(r.Min.Y, ix.rows), clamp(r.Max.X, ix.cols), clamp(r.Max.Y, ix.rows)
}

// find returns candidates whose squares r touches, ascending, each once.
func (ix *index) find(r geom.Rect) []int32 {
	if len(ix.cells) == 0 {
		return nil
	}
	var found []int32
	x0, y0, x1, y1 := ix.span(r)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			found = append(found, ix.cells[y*ix.cols+x]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Seal builds the indexes. The builder calls it once, when Items and Targets are complete; the
// Scene must not be changed after it.
func (s *Scene) Seal() {
	s.items = newIndex(s.Bounds, len(s.Items), func(i int) geom.Rect { return s.Items[i].Bounds })
	s.targets = newIndex(s.Bounds, len(s.Targets), func(i int) geom.Rect { return s.Targets[i].Bounds })
}

// Visible calls yield with every item whose bounds overlap r, in painting order.
func (s *Scene) Visible(r geom.Rect, yield func(*Item)) {
	for _, i := range s.items.find(r) {
		if it := &s.Items[i]; it.Bounds.Overlaps(r) {
			yield(it)
		}
	}
}

// HitTest returns the targets at p, the topmost first. Lines are hit within slack points.
func (s *Scene) HitTest(p geom.Point, slack float64) []*Target {
	near := geom.R(p.X-slack, p.Y-slack, 2*slack, 2*slack)
	var hits []*Target
	found := s.targets.find(near)
	for _, i := range slices.Backward(found) {
		t := &s.Targets[i]
		switch {
		case len(t.Path.Verbs) > 0:
			if t.Bounds.Overlaps(near) && t.Path.DistanceTo(p) <= slack {
				hits = append(hits, t)
			}
		case t.Bounds.Contains(p):
			hits = append(hits, t)
		}
	}
	return hits
}

// Within returns the targets of that part that lie wholly in r, from bottom to top.
func (s *Scene) Within(r geom.Rect, part Part) []*Target {
	var in []*Target
	for _, i := range s.targets.find(r) {
		if t := &s.Targets[i]; t.Part == part && r.ContainsRect(t.Bounds) {
			in = append(in, t)
		}
	}
	return in
}

// Find returns the topmost target of that record and part, nil if it is not drawn.
func (s *Scene) Find(ref journey.Ref, part Part) *Target {
	for i := len(s.Targets) - 1; i >= 0; i-- {
		if t := &s.Targets[i]; t.Ref == ref && t.Part == part {
			return t
		}
	}
	return nil
}
