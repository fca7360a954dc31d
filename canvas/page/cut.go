package page

import (
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/page/block"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// span is a stretch of the map that one sheet shows, from left to right or from top to bottom.
type span struct{ from, to float64 }

func (s span) size() float64 { return s.to - s.from }

// border is a place between two columns at which sheets may part.
type border struct {
	at       float64
	stage    bool // between two stages, not within one
	crossing int  // cards that stand across it
}

// borders lists where the map begins, every border between columns, and where it ends.
func borders(s *scene.Scene, cards []geom.Rect) []border {
	cols := s.Grid.Columns
	bs := []border{{at: cols[0].X0, stage: true}}
	for i := 1; i < len(cols); i++ {
		b := border{at: cols[i].X0, stage: cols[i].StageID != cols[i-1].StageID}
		for _, c := range cards {
			if c.Min.X < b.at-1 && c.Max.X > b.at+1 {
				b.crossing++
			}
		}
		bs = append(bs, b)
	}
	end := math.Max(cols[len(cols)-1].X1, s.Grid.Head.Max.X)
	return append(bs, border{at: end, stage: true})
}

// What a cut costs, in sheets.
const (
	costStep     = 3.0 // within a stage
	costCrossing = 1.5 // for each card that stands across it, and will be drawn smaller
)

// divideWidth parts the map from left to right so that no sheet is wider than room, unless a
// column is. It takes the fewest sheets, at the best borders, and among those the most even ones.
func divideWidth(bs []border, room float64) []span {
	n := len(bs)
	best := make([]float64, n)
	from := make([]int, n)
	for j := 1; j < n; j++ {
		best[j] = math.Inf(1)
		for i := j - 1; i >= 0; i-- {
			w := bs[j].at - bs[i].at
			if w > room+0.01 && i < j-1 {
				break
			}
			free := math.Max(0, 1-w/room)
			cost := best[i] + 1 + 0.01*free*free
			if !bs[j].stage {
				cost += costStep
			}
			cost += costCrossing * float64(bs[j].crossing)
			if cost < best[j] {
				best[j], from[j] = cost, i
			}
		}
	}
	var spans []span
	for j := n - 1; j > 0; j = from[j] {
		spans = append(spans, span{bs[from[j]].at, bs[j].at})
	}
	slices.Reverse(spans)
	return spans
}

// hairline is how far a cut lies below a lane's border, so that its line stays with the lane.
const hairline = 0.6

// lane is a row of the map as sheets are broken: it stays whole if it can.
type lane struct {
	span
	whole bool // never divided: curves
}

func lanes(s *scene.Scene) []lane {
	var ls []lane
	for i, r := range s.Grid.Rows {
		l := lane{span: span{r.Y0 + hairline, r.Y1 + hairline}, whole: r.Up != r.Down}
		if i == 0 {
			l.from = r.Y0
		}
		ls = append(ls, l)
	}
	return ls
}

// strip is what a row of sheets shows from top to bottom. Blocks are given to strips by their
// number, since within a lane the sheets part along the cards, not along a line.
type strip struct {
	span
	title, foot bool
}

// divideHeight parts the map from top to bottom. first is the room on the first sheet, full that on
// the others; blocks are what stands in the lanes. It returns the strips, and the strip of each
// block.
func divideHeight(ls []lane, first, full float64, blocks []block.Block) ([]strip, []int) {
	d := divider{full: full, room: first, blocks: blocks, owner: make([]int, len(blocks))}
	for i := range d.owner {
		d.owner[i] = -1
	}
	d.strips = []strip{{span: span{ls[0].from, ls[0].from}}}
	for _, l := range ls {
		left := d.room - d.last().size()
		switch {
		case l.size() <= left+0.01:
		case l.size() <= full+0.01 || l.whole:
			// What is higher than a sheet and not to be divided makes its sheet be drawn smaller.
			if d.begun() {
				d.open(l.from)
			}
		default:
			if left < full/3 && d.begun() {
				d.open(l.from)
			}
			d.lane(l)
			continue
		}
		d.last().to = l.to
		for _, i := range d.in(l) {
			d.owner[i] = len(d.strips) - 1
		}
	}
	return d.strips, d.owner
}

// divider is a map being parted from top to bottom.
type divider struct {
	full, room float64 // on any sheet, on the last of strips
	blocks     []block.Block
	owner      []int
	strips     []strip
}

func (d *divider) last() *strip { return &d.strips[len(d.strips)-1] }

func (d *divider) open(at float64) {
	d.strips = append(d.strips, strip{span: span{at, at}})
	d.room = d.full
}

// begun reports whether something stands on the last sheet, a title block at least.
func (d *divider) begun() bool { return d.last().size() > 0 || d.room < d.full }

// in lists the blocks of a lane.
func (d *divider) in(l lane) []int {
	var in []int
	for i := range d.blocks {
		if y := d.blocks[i].Bounds.Center().Y; d.owner[i] < 0 && y >= l.from && y < l.to {
			in = append(in, i)
		}
	}
	return in
}

const (
	blockGap = 6  // kept free above the first card of a sheet that begins within a lane
	slack    = 20 // by how much the last sheet of a lane may be too high, and drawn smaller
)

// lane parts a lane that is higher than a sheet along its cards: each sheet shows those that are
// whole on it, and the next begins with the highest that is not.
func (d *divider) lane(l lane) {
	left := d.in(l)
	if d.begun() && !d.fitsAny(left) {
		d.open(l.from)
	}
	at := l.from
	for {
		limit := d.last().from + d.room
		next := math.Inf(1)
		var later []int
		for _, i := range left {
			b := d.blocks[i].Bounds
			// What is higher than any sheet is drawn smaller on the one that begins with it.
			high := b.H() > d.full-blockGap && b.Min.Y <= at+2*blockGap
			if b.Max.Y > limit && !high {
				later = append(later, i)
				next = math.Min(next, b.Min.Y)
				continue
			}
			d.owner[i] = len(d.strips) - 1
		}
		if len(later) == 0 {
			d.last().to = l.to
			if l.to > limit+slack { // nothing stands below
				d.last().to = limit
			}
			return
		}
		d.last().to = limit
		left, at = later, next-blockGap
		d.open(at)
	}
}

// fitsAny reports whether a card, not only a label, has room on the last sheet.
func (d *divider) fitsAny(blocks []int) bool {
	for _, i := range blocks {
		if b := &d.blocks[i]; b.Ref.Kind != journey.KindLane && b.Bounds.Max.Y <= d.last().from+d.room {
			return true
		}
	}
	return false
}
