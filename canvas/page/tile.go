package page

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/page/block"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// tiled puts the map on sheets that are read one by one. A sheet has four areas: headers and their
// corner at the top, labels at the left, and the lanes.
func (p *press) tiled() {
	g := &p.s.Grid
	t := tiling{press: p, area: p.printable(), k: p.Scale, reg: block.NewRegister(p.s)}
	t.parts = block.Divide(p.s, t.reg)
	if t.k == 0 {
		t.k = 1
	}
	t.left = g.Labels.Min.X
	t.edge = g.Columns[0].X0
	t.head = span{g.Head.Min.Y, math.Max(g.Rows[0].Y0, g.Head.Max.Y)}
	// Headers and labels must leave room for what they are there for.
	most := math.Min(t.area.H()*0.6/math.Max(t.head.size(), 1), t.area.W()*0.5/math.Max(t.edge-t.left, 1))
	if t.k > most {
		t.k = most
		p.reduced(most)
	}
	t.sort()
	t.divide()
	if t.cutsLinks() {
		t.side = tagSlot
		t.divide()
	}
	if p.Scale == 0 && t.k == 1 {
		t.grow()
	}
	t.draw()
}

// grow draws the map a little larger if the sheets have room for it and their number stays.
func (t *tiling) grow() {
	k, sheets := t.k, len(t.cols)*len(t.strips)
	wide := 0.0
	for _, c := range t.cols {
		wide = math.Max(wide, c.size())
	}
	for n := math.Min(maxZoom, (t.area.W()-t.Overlap-t.side)/(t.edge-t.left+wide)); n > k*1.02; n -= 0.04 {
		t.k = n
		if t.divide(); len(t.cols)*len(t.strips) <= sheets {
			return
		}
	}
	t.k = k
	t.divide()
}

// tiling is a map being spread over sheets.
type tiling struct {
	*press
	parts block.Parts
	reg   *block.Register
	area  geom.Rect // of a sheet
	k     float64
	left  float64 // where the labels begin
	edge  float64 // where they end and the first stage begins
	head  span    // of the headers

	title, foot *scene.Scene
	heads       []block.Block // in the band of headers
	corner      []block.Block // left of them
	labels      []block.Block // left of the lanes
	blocks      []block.Block // in the lanes

	cols   []span
	strips []strip
	owner  []int // the strip of each of blocks
	column []int // the column of each

	shown      [][]bool // by strip and column: whether there is a sheet
	firstStrip []int    // by column: the strip that names its stages
	firstCol   []int    // by strip: the column that names its lanes

	side   float64          // kept free for tags at the right, in points of the sheet
	number map[[2]int]int   // the page of a strip and a column, from 1
	tags   map[[2]int][]tag // where lines are cut
}

// sort tells the blocks of the areas apart. What stands in the title block and the foot is drawn
// anew for the sheets.
func (t *tiling) sort() {
	g := &t.s.Grid
	end := g.Rows[len(g.Rows)-1].Y1 + 2*hairline
	for _, b := range t.parts.Blocks {
		c := b.Bounds.Center()
		switch left := c.X < t.edge; {
		case b.Ref.Kind == journey.KindLink || b.Ref.Kind == journey.KindPoint || b.Ref.Kind == journey.KindCard:
			t.blocks = append(t.blocks, b) // wherever its middle lies
		case c.Y < t.head.from || c.Y >= end:
		case c.Y < t.head.to && left:
			t.corner = append(t.corner, b)
		case c.Y < t.head.to:
			t.heads = append(t.heads, b)
		case left:
			t.labels = append(t.labels, b)
		default:
			t.blocks = append(t.blocks, b)
		}
	}
}

// divide finds which part of the map stands on which sheet.
func (t *tiling) divide() {
	wide, high := t.area.W()/t.k, t.area.H()/t.k
	if t.src.Title != nil {
		if t.title = t.src.Title(wide); len(t.title.Items) == 0 {
			t.title = nil
		}
	}
	if t.src.Foot != nil {
		if t.foot = t.src.Foot(wide); len(t.foot.Items) == 0 {
			t.foot = nil
		}
	}
	var cards []geom.Rect
	for _, b := range t.blocks {
		if b.Ref.Kind == journey.KindCard {
			cards = append(cards, b.Bounds)
		}
	}
	t.cols = divideWidth(borders(t.s, cards), math.Max(wide-(t.edge-t.left)-(t.Overlap+t.side)/t.k, 1))

	full := high - t.head.size()
	if t.side > 0 {
		full -= (tagH + 2) / t.k
	}
	first := full
	if t.title != nil {
		// A title that leaves little room has a sheet of its own: what is on the first sheet decides
		// how much its neighbours show.
		if first -= t.title.Bounds.H() + titleGap; first < full/2 {
			first = 0
		}
	}
	all := append(append([]block.Block{}, t.blocks...), t.labels...)
	ls := lanes(t.s)
	strips, owner := divideHeight(ls, math.Max(first, 0), math.Max(full, 1), all)
	t.strips, t.owner = strips, owner[:len(t.blocks)]
	t.adopt()
	t.strips[0].title = t.title != nil
	if last := &t.strips[len(t.strips)-1]; t.foot != nil {
		room := full
		if last.title {
			room = first
		}
		if last.size()+footGap+t.foot.Bounds.H() > room {
			t.strips = append(t.strips, strip{span: span{last.to, last.to}, foot: true})
		} else {
			last.foot = true
		}
	}
	t.column = make([]int, len(t.blocks))
	for i := range t.blocks {
		t.column[i] = t.columnAt(t.blocks[i])
	}
}

// adopt gives what lies above or below all lanes, such as the label of a link, to the nearest
// sheet.
func (t *tiling) adopt() {
	first, last := -1, 0
	for j, st := range t.strips {
		if st.size() > 0 {
			last = j
			if first < 0 {
				first = j
			}
		}
	}
	for n := range t.owner {
		if t.owner[n] >= 0 {
			continue
		}
		t.owner[n] = last
		if t.blocks[n].Bounds.Center().Y < t.strips[max(first, 0)].from {
			t.owner[n] = max(first, 0)
		}
	}
}

const (
	titleGap = 14 // under the title block
	footGap  = 14 // over author and legend
)

// columnAt returns the column of sheets that a block belongs to: a card to that where most of it
// stands, whatever else to that of its middle.
func (t *tiling) columnAt(b block.Block) int {
	best, most := 0, math.Inf(-1)
	for i, c := range t.cols {
		if w := math.Min(b.Bounds.Max.X, c.to) - math.Max(b.Bounds.Min.X, c.from); w > most+0.01 {
			best, most = i, w
		}
	}
	return best
}

// draw makes the sheets, row by row. One that would show empty lanes only is left out, unless its
// stages or its lanes stood nowhere else.
func (t *tiling) draw() {
	t.choose()
	t.count()
	t.findTags()
	for j := range t.strips {
		for i := range t.cols {
			if t.shown[j][i] {
				t.pages = append(t.pages, t.tile(i, j))
				t.titled = append(t.titled, t.strips[j].title && i == 0)
			}
		}
	}
	if t.least > 0 {
		t.warnings = append(t.warnings, Warning{Kind: Shrunk, Refs: t.shrunk, Size: t.least})
	}
}

// tile makes one sheet.
func (t *tiling) tile(i, j int) scene.Page {
	st := t.strips[j]
	pg := scene.Page{Size: t.Paper.Size, Label: t.label(t.cols[i])}
	y := t.area.Min.Y
	if st.title && i == 0 {
		y = t.block(&pg, t.title, y) + titleGap*t.k
	}
	if st.size() > 0 {
		t.lanes(&pg, i, j, &y)
	}
	if st.foot && i == 0 {
		t.block(&pg, t.foot, math.Min(y+footGap*t.k, t.area.Max.Y-t.foot.Bounds.H()*t.k))
	}
	return pg
}

// block puts title block or foot on a sheet and returns where it ends.
func (t *tiling) block(pg *scene.Page, s *scene.Scene, y float64) float64 {
	k := math.Min(t.k, math.Min(t.area.W()/math.Max(s.Bounds.W(), 1), t.area.H()/math.Max(s.Bounds.H(), 1)))
	place := geom.Transform{K: k, D: geom.Pt(t.area.Min.X-k*s.Bounds.Min.X, y-k*s.Bounds.Min.Y)}
	pg.More = append(pg.More, scene.Window{Scene: s, View: s.Bounds.Inset(-2), Place: place})
	return y + k*s.Bounds.H()
}

// lanes puts the part of the map on a sheet that it shows, from y down, and sets y to where it
// ends.
func (t *tiling) lanes(pg *scene.Page, i, j int, y *float64) {
	col, st := t.cols[i], t.strips[j]
	labels, head := t.edge-t.left, t.head.size()
	over := 0.0
	if i < len(t.cols)-1 {
		over = t.Overlap
	}
	k := math.Min(t.k, math.Min((t.area.W()-over-t.side)/(labels+col.size()), (t.area.Max.Y-*y)/(head+st.size())))
	if k < t.k*0.999 {
		for n := range t.blocks {
			if t.owner[n] == j && t.column[n] == i && t.blocks[n].Ref.Kind == journey.KindCard {
				t.shrink(t.blocks[n].Ref, k/t.k)
			}
		}
	}
	at := geom.Pt(t.area.Min.X, *y) // where headers and labels begin
	mid := at.Add(geom.Pt(labels*k, head*k))
	place := func(x0, y0 float64, to geom.Point) geom.Transform {
		return geom.Transform{K: k, D: geom.Pt(to.X-k*x0, to.Y-k*y0)}
	}
	body := place(col.from, st.from, mid)
	top := place(col.from, t.head.from, geom.Pt(mid.X, at.Y))
	side := place(t.left, st.from, geom.Pt(at.X, mid.Y))
	edge := place(t.left, t.head.from, at)

	view := geom.Rect{Min: geom.Pt(col.from, st.from), Max: geom.Pt(col.to, st.to+hairline)}
	lines := func(v geom.Rect, to geom.Transform, role scene.Role) {
		pg.More = append(pg.More, scene.Window{Scene: t.parts.Lines, View: v, Place: to, Role: role})
	}
	headRole, sideRole := scene.Content, scene.Content
	if j != t.firstStrip[i] {
		headRole = scene.Repeat
	}
	if i != t.firstCol[j] {
		sideRole = scene.Repeat
	}
	lines(geom.Rect{Min: geom.Pt(col.from, t.head.from), Max: geom.Pt(col.to, t.head.to)}, top, headRole)
	lines(geom.Rect{Min: geom.Pt(t.left, st.from), Max: geom.Pt(t.edge, st.to+hairline)}, side, sideRole)
	// The first stage begins at the edge: not even its outermost pixels belong to the corner.
	lines(geom.Rect{Min: geom.Pt(t.left, t.head.from), Max: geom.Pt(t.edge-hairline, t.head.to)}, edge, scene.Repeat)
	lines(view, body, scene.Content)

	bodyScene := t.part()
	for n := range t.blocks {
		if t.owner[n] == j && t.column[n] == i {
			t.place(&t.blocks[n], bodyScene, geom.Rect{Min: geom.Pt(col.from, st.from), Max: geom.Pt(col.to, st.to)})
		}
	}
	t.put(pg, bodyScene, body, scene.Content)
	if over /= k; over > 0 {
		next := geom.Rect{Min: geom.Pt(col.to, st.from), Max: geom.Pt(math.Min(col.to+over, t.cols[i+1].to), st.to)}
		pg.More = append(pg.More, scene.Window{Scene: t.s, View: next, Place: body, Role: scene.Repeat})
	}
	t.put(pg, t.headers(col), top, headRole)
	sides := t.sides(st)
	t.put(pg, sides, side, sideRole)
	corner := t.part()
	for n := range t.corner {
		t.corner[n].Put(corner, geom.Transform{K: 1}, nil)
	}
	t.put(pg, corner, edge, scene.Repeat)
	tags := t.drawTags(i, j, view, math.Max(over, 0), col.from+(t.area.Max.X-mid.X)/k, k,
		append(obstacles(bodyScene, 0), obstacles(sides, col.from-t.edge)...))
	t.put(pg, tags, body, scene.Content)
	*y = mid.Y + st.size()*k
}

// part is an empty scene for a part of the map.
func (t *tiling) part() *scene.Scene {
	return &scene.Scene{MapID: t.s.MapID, Title: t.s.Title, Grid: t.s.Grid, Layers: t.s.Layers, Alts: t.s.Alts}
}

// put puts what may stick out of its area on a sheet.
func (t *tiling) put(pg *scene.Page, s *scene.Scene, place geom.Transform, role scene.Role) {
	if len(s.Items) == 0 {
		return
	}
	s.Seal()
	sheet := geom.R(0, 0, t.Paper.Size.W, t.Paper.Size.H)
	pg.More = append(pg.More, scene.Window{Scene: s, View: place.Invert().ApplyRect(sheet), Place: place, Role: role})
}

// place draws a block within an area: what sticks out is moved, what is larger made smaller.
func (t *tiling) place(b *block.Block, to *scene.Scene, area geom.Rect) {
	r := b.Bounds
	k := math.Min(1, math.Min((area.W()-2)/r.W(), (area.H()-2)/r.H()))
	if !(k > 0) {
		k = 1
	}
	if k < 0.999 && b.Ref.Kind == journey.KindCard {
		t.shrink(b.Ref, k)
	}
	x := math.Max(area.Min.X+1, math.Min(r.Min.X, area.Max.X-1-k*r.W()))
	y := math.Max(area.Min.Y, math.Min(r.Min.Y, area.Max.Y-k*r.H()))
	b.Put(to, geom.Transform{K: k, D: geom.Pt(x-k*r.Min.X, y-k*r.Min.Y)}, t.reg)
}

// hasCurve reports whether a curve runs through a part of the map.
func (t *tiling) hasCurve(view geom.Rect) bool {
	found := false
	t.parts.Lines.Visible(view, func(it *scene.Item) {
		found = found || it.From.Kind == journey.KindPersona || it.From.Kind == journey.KindLink
	})
	return found
}
