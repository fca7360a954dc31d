package page

import (
	"math"
	"slices"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page/block"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// tag stands where the line of a link is cut by the border of a sheet, and names the sheet on which
// it goes on, or from which it comes.
type tag struct {
	link journey.Ref
	to   journey.Ref // the card at that end of the link; zero: unknown
	name string      // what the card says
	at   geom.Point  // on the map
	side side
	back bool // it comes from there
	page int  // from 1
}

// side is the border of a sheet at which a line is cut.
type side uint8

const (
	noSide side = iota
	left
	right
	above
	below
)

// The measures of tags, in points of the sheet.
const (
	tagSize = 7
	tagH    = 11
	tagPad  = 4
	tagSlot = 34 // kept free at the right of a sheet
)

// run is a stretch of a line that one sheet shows, from and to so many points of its length.
type run struct {
	col, strip int
	from, to   float64
	a, b       geom.Point
	cutA, cutB side // noSide: the line begins, or ends, there
}

// leastRun is the shortest stretch that is worth a tag.
const leastRun = 2

// cutsLinks reports whether the sheets, as they are divided now, cut a line of the map.
func (t *tiling) cutsLinks() bool {
	if len(t.cols)*len(t.strips) == 1 || !slices.ContainsFunc(t.s.Targets, func(l scene.Target) bool { return isLine(&l) }) {
		return false
	}
	t.choose()
	t.count()
	t.findTags()
	return len(t.tags) > 0
}

func isLine(t *scene.Target) bool {
	return t.Part == scene.PartLink && t.Ref.Kind == journey.KindLink && len(t.Path.Verbs) > 0
}

// findTags finds the cut ends of all links, by strip and column. It needs to know which sheets there
// are.
func (t *tiling) findTags() {
	t.tags = map[[2]int][]tag{}
	for n := range t.s.Targets {
		target := &t.s.Targets[n]
		if !isLine(target) {
			continue
		}
		var pts []geom.Point
		target.Path.Flatten(0.5, func(a, b geom.Point) {
			if len(pts) == 0 {
				pts = append(pts, a)
			}
			pts = append(pts, b)
		})
		if len(pts) == 0 {
			continue
		}
		runs := t.runs(pts, target.Path.Bounds())
		cut := func(r run) bool { return r.cutA != noSide || r.cutB != noSide }
		if !slices.ContainsFunc(runs, cut) {
			continue
		}
		from, fromPage := t.cardAt(pts[0])
		to, toPage := t.cardAt(pts[len(pts)-1])
		for i, r := range runs {
			here := [2]int{r.strip, r.col}
			put := func(side side, at geom.Point, card *block.Block, page int, back bool) {
				g := tag{link: target.Ref, at: at, side: side, back: back, page: page}
				// A line that ends on the sheet it leaves comes back from another: that one is named.
				if page == t.number[here] {
					g.page = t.beside(runs, i, back)
				} else if card != nil {
					g.to, g.name = card.Ref, firstText(*card)
				}
				if side != noSide && g.page > 0 {
					t.tags[here] = append(t.tags[here], g)
				}
			}
			put(r.cutA, r.a, from, fromPage, true)
			put(r.cutB, r.b, to, toPage, false)
		}
	}
}

// runs lists the stretches of a line on the sheets there are, as they follow each other.
func (t *tiling) runs(pts []geom.Point, bounds geom.Rect) []run {
	var runs []run
	for j, st := range t.strips {
		for i, col := range t.cols {
			view := geom.Rect{Min: geom.Pt(col.from, st.from), Max: geom.Pt(col.to, st.to+hairline)}
			if !t.shown[j][i] || st.size() == 0 || !view.Overlaps(bounds.Inset(-1)) {
				continue
			}
			for _, r := range runsIn(pts, view) {
				r.col, r.strip = i, j
				runs = append(runs, r)
			}
		}
	}
	slices.SortStableFunc(runs, func(a, b run) int {
		switch {
		case a.from < b.from:
			return -1
		case a.from > b.from:
			return 1
		}
		return 0
	})
	return runs
}

// runsIn lists the stretches of a line within a rectangle.
func runsIn(pts []geom.Point, view geom.Rect) []run {
	var runs []run
	var cur *run
	length := 0.0
	end := func() {
		if cur != nil && cur.to-cur.from >= leastRun {
			runs = append(runs, *cur)
		}
		cur = nil
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := a.Dist(b)
		t0, t1, in, out, ok := clip(a, b, view)
		if !ok {
			end()
			length += n
			continue
		}
		if cur == nil || t0 > 0 {
			end()
			cur = &run{from: length + t0*n, a: a.Add(b.Sub(a).Mul(t0)), cutA: in}
		}
		cur.to, cur.b, cur.cutB = length+t1*n, a.Add(b.Sub(a).Mul(t1)), out
		if t1 < 1 {
			end()
		}
		length += n
	}
	end()
	return runs
}

// clip returns the part of a line within a rectangle, as shares of its length, and the sides it
// comes in and goes out by, where it does.
func clip(a, b geom.Point, r geom.Rect) (t0, t1 float64, in, out side, ok bool) {
	d := b.Sub(a)
	t1 = 1
	for _, e := range []struct {
		p, q float64
		side side
	}{
		{-d.X, a.X - r.Min.X, left}, {d.X, r.Max.X - a.X, right},
		{-d.Y, a.Y - r.Min.Y, above}, {d.Y, r.Max.Y - a.Y, below},
	} {
		switch at := e.q / e.p; {
		case e.p == 0 && e.q < 0:
			return 0, 0, noSide, noSide, false
		case e.p < 0 && at > t0:
			t0, in = at, e.side
		case e.p > 0 && at < t1:
			t1, out = at, e.side
		}
	}
	return t0, t1, in, out, t0 < t1
}

// beside is the page of the next stretch of a line that lies on another sheet than run i, or of the
// one before; 0 if there is none.
func (t *tiling) beside(runs []run, i int, before bool) int {
	step := 1
	if before {
		step = -1
	}
	here := t.number[[2]int{runs[i].strip, runs[i].col}]
	for n := i + step; n >= 0 && n < len(runs); n += step {
		if p := t.number[[2]int{runs[n].strip, runs[n].col}]; p != here {
			return p
		}
	}
	return 0
}

// cardAt finds the card that a line begins or ends at, and the page it stands on; nil and 0 if there
// is none.
func (t *tiling) cardAt(p geom.Point) (*block.Block, int) {
	var found *block.Block
	page, best := 0, 5.0
	for n := range t.blocks {
		b := &t.blocks[n]
		if b.Ref.Kind != journey.KindCard || t.owner[n] < 0 {
			continue
		}
		q := geom.Pt(math.Max(b.Bounds.Min.X, math.Min(p.X, b.Bounds.Max.X)), math.Max(b.Bounds.Min.Y, math.Min(p.Y, b.Bounds.Max.Y)))
		if d := p.Dist(q); d < best {
			found, page, best = b, t.number[[2]int{t.owner[n], t.column[n]}], d
		}
	}
	return found, page
}

// drawTags draws the tags of a sheet on a scene of its own. view is what the sheet shows of the map,
// over how much of its neighbour it shows at the right, both in points of the map; most is how far to
// the right tags may stand, taken what they must not hide.
func (t *tiling) drawTags(i, j int, view geom.Rect, over, most, k float64, taken []geom.Rect) *scene.Scene {
	s := t.part()
	for _, g := range t.tags[[2]int{j, i}] {
		key := "page.onward"
		if g.back {
			key = "page.back"
		}
		p := t.Measurer.Break(t.Words.F(key, words.Args{"Page": g.page}), text.Spec{Size: tagSize / k}, 0)
		if len(p.Lines) == 0 {
			continue
		}
		w, h := p.Width()+2*tagPad/k, tagH/k
		box := geom.R(g.at.X-w/2, g.at.Y-h/2, w, h)
		move := func(x, y float64) { box = box.Move(geom.Pt(x-box.Min.X, y-box.Min.Y)) }
		along := geom.Pt(0, 1)
		step := h * 0.6
		switch g.side {
		case left:
			move(view.Min.X-w-2/k, box.Min.Y)
		case right:
			move(math.Min(view.Max.X+over+1/k, most-w), box.Min.Y)
		case above:
			move(box.Min.X, view.Min.Y+1/k)
			along, step = geom.Pt(1, 0), w*0.3
		case below:
			move(box.Min.X, view.Max.Y+1/k)
			along, step = geom.Pt(1, 0), w*0.3
		}
		box = freest(box, along, step, view, taken)
		taken = append(taken, box)
		t.drawTag(s, g, box, p, k)
	}
	return s
}

// freest is the place near a box, along a border, where it hides least of what is taken.
func freest(box geom.Rect, along geom.Point, step float64, view geom.Rect, taken []geom.Rect) geom.Rect {
	best, least := box, math.Inf(1)
	for _, n := range []float64{0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6, 8, -8} {
		r := box.Move(along.Mul(n * step))
		if along.Y != 0 && (r.Min.Y < view.Min.Y-step || r.Max.Y > view.Max.Y+step) ||
			along.X != 0 && (r.Min.X < view.Min.X-step || r.Max.X > view.Max.X+step) {
			continue
		}
		cost := math.Abs(n) * step * 0.5
		for _, o := range taken {
			if x := r.Intersect(o); !x.Empty() {
				cost += 4 * x.W() * x.H()
			}
		}
		if cost < least {
			best, least = r, cost
		}
	}
	return best
}

func (t *tiling) drawTag(s *scene.Scene, g tag, box geom.Rect, p text.Paragraph, k float64) {
	pal := style.New("").Palette
	shape := geom.RoundRect(box, box.H()/2)
	bounds := box.Inset(-1 / k)
	base := box.Center().Y + tagSize*0.36/k
	l := p.Lines[0]
	s.Items = append(s.Items,
		scene.Item{From: g.link, Bounds: bounds, Mark: &scene.Fill{Path: shape, Color: scene.RGB(0xFFFFFF)}},
		scene.Item{From: g.link, Bounds: bounds, Mark: &scene.Stroke{Path: shape, Pen: scene.Pen{Width: 0.5 / k}, Color: pal.Second}},
		scene.Item{From: g.link, Bounds: bounds, Mark: &scene.Text{
			Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(box.Min.X+tagPad/k, base), Size: tagSize / k, Color: pal.Second}})
	s.Bounds = s.Bounds.Union(bounds)
	if g.to != (journey.Ref{}) {
		s.Links = append(s.Links, scene.Link{From: g.link, Bounds: box, To: g.to, Label: trimming.Said(p.Text, g.name)})
	}
}

// obstacles lists what the items of a scene cover, lines and grounds excepted, moved to the right by dx.
func obstacles(s *scene.Scene, dx float64) []geom.Rect {
	var all []geom.Rect
	add := func(r geom.Rect) { all = append(all, r.Move(geom.Pt(dx, 0))) }
	for i := range s.Items {
		switch m := s.Items[i].Mark.(type) {
		case *scene.Text, *scene.Picture:
			add(s.Items[i].Bounds)
		case *scene.Fill:
			if s.Items[i].From.Kind == journey.KindCard {
				add(m.Path.Bounds())
			}
		}
	}
	return all
}
