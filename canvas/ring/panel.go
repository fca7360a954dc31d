package ring

import (
	"math"
	"strconv"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

const (
	discSize  = 17.0 // of the number of a stage
	barW      = 3.0
	captionH  = 13.0 // of the name of a lane, at least
	groupGap  = 9.0  // between lanes
	lineH     = 16.0 // of a line of a blueprint
	headGap   = 8.0
	mostSide  = 10 // cards side by side
	stepPad   = 3.0
	edgeSpace = 4.0
)

// panel is what stands beside the ring for one stage.
type panel struct {
	stage  int
	head   head
	groups [][]group // by zone
	rect   geom.Rect
	right  bool // of the ring
}

// head is the number, title and goal of a stage, and the names of its steps.
type head struct {
	band, title, goal draw.Text
	steps             []draw.Text
	height            float64
}

// group is a lane in a panel.
type group struct {
	laneAt
	caption, bound draw.Text
	who            *draw.Cast
	line           draw.Text
	cells          []cell
}

// cell is what a column has in a lane.
type cell struct {
	col    int // of the grid
	step   draw.Text
	blocks []block
}

// block is a card or a measure of a cell.
type block struct {
	draw.Block
	card journey.ID // empty for a measure
}

// measurePanels measures everything that stands beside the ring.
func (f *figure) measurePanels() {
	f.measureWell()
	for i := range f.Index.Stages {
		p := &panel{stage: i, right: f.right(i)}
		p.head = f.measureHead(i)
		for _, z := range f.zones {
			var groups []group
			for _, l := range z.lanes {
				groups = append(groups, f.measureGroup(i, l))
			}
			p.groups = append(p.groups, groups)
		}
		f.panels = append(f.panels, p)
	}
}

func (f *figure) measureHead(i int) head {
	s := f.Index.Stages[i]
	w := columnW - discSize - 7
	h := head{}
	if s.Band != journey.NoBand {
		h.band = f.Set(f.Words.T("map.band."+string(s.Band)), f.Style.BandLabel, w)
	}
	tw := w
	if s.Outcome != journey.OutcomeUnknown {
		tw -= outcomeSize + 4
	}
	h.title = f.Set(s.Title, f.Style.LaneTitle, tw)
	h.goal = f.Set(s.Goal, f.Style.LaneHint, w)
	h.height = draw.Height(h.band, f.Style.BandLabel) +
		math.Max(draw.Height(h.title, f.Style.LaneTitle), f.Style.LaneTitle.Lead) + draw.Height(h.goal, f.Style.LaneHint)
	for _, st := range f.Index.Steps[s.ID] {
		t := f.Set(st.Title, f.Style.StepTitle, w-10)
		h.steps = append(h.steps, t)
		h.height += math.Max(draw.Height(t, f.Style.StepTitle), f.Style.StepTitle.Lead) + stepPad
	}
	h.height = math.Max(h.height+f.headTop(), discSize) + headGap
	return h
}

// headTop is how far below the top of the disc the texts beside it begin, so that the first line
// stands in its middle.
func (f *figure) headTop() float64 { return (discSize - f.Style.LaneTitle.Lead) / 2 }

func (f *figure) measureGroup(stage int, l laneAt) group {
	g := group{laneAt: l}
	name := l.Title
	if name == "" {
		name = f.Words.T("map.lane." + string(l.LaneKind))
	}
	g.caption = f.Set(name, f.Style.BandLabel, columnW)
	for i := range f.Cast {
		if f.Cast[i].PersonaID == l.PersonaID {
			g.who = &f.Cast[i]
			g.bound = f.Set(g.who.Persona.Name, f.Style.LaneHint, columnW-10)
		}
	}
	if l.Line != journey.NoLine {
		g.line = f.Set(f.Words.T("map.line."+string(l.Line)), f.Style.BandLabel, columnW)
	}
	for i, col := range f.cols {
		if col.stage == stage {
			g.cells = append(g.cells, f.measureCell(l, i))
		}
	}
	return g
}

func (f *figure) measureCell(l laneAt, i int) cell {
	col := f.cols[i]
	c := cell{col: i}
	if col.first && l.LaneKind == journey.LaneMetrics {
		for _, m := range f.Index.Latest[journey.Ref{Kind: journey.KindStage, ID: col.StageID}] {
			c.blocks = append(c.blocks, block{Block: f.MeasureBlock(m, columnW)})
		}
	}
	for _, card := range f.CardsIn(col.Column, col.first, l.ID) {
		c.blocks = append(c.blocks, block{f.said(f.CardBlock(l.Lane, card, columnW, col.stage), card, i), card.ID})
	}
	if st, ok := f.Project.Steps.Get(col.StepID); ok && len(c.blocks) > 0 {
		c.step = f.Set(st.Title, f.Style.StepTitle, columnW)
	}
	return c
}

// flow puts blocks side by side in k columns, each below the least of them, and tells where they
// stand and how high they are together.
func flow(blocks []block, k int, gap float64) (at []geom.Point, height float64) {
	ends := make([]float64, k)
	for _, b := range blocks {
		i := 0
		for n := range ends {
			if ends[n] < ends[i]-0.5 {
				i = n
			}
		}
		y := ends[i]
		if y > 0 {
			y += gap
		}
		at = append(at, geom.Pt(float64(i)*(columnW+columnGap), y))
		ends[i] = y + b.Height
		height = math.Max(height, ends[i])
	}
	return at, height
}

func (f *figure) captionHeight(g *group) float64 {
	h := math.Max(draw.Height(g.caption, f.Style.BandLabel), captionH)
	if b := draw.Height(g.bound, f.Style.LaneHint); b > 0 {
		h += b
	}
	return h
}

func (f *figure) cellHeight(c *cell, k int) float64 {
	if len(c.blocks) == 0 {
		return 0
	}
	_, h := flow(c.blocks, k, f.Style.CardGap)
	if s := draw.Height(c.step, f.Style.StepTitle); s > 0 {
		h += s + stepPad
	}
	return h
}

func (f *figure) groupHeight(g *group, k int) float64 {
	h := f.captionHeight(g)
	n := 0
	for i := range g.cells {
		if c := f.cellHeight(&g.cells[i], k); c > 0 {
			if n > 0 {
				h += f.Style.CardGap
			}
			h += c
			n++
		}
	}
	if g.line.Text != "" {
		h += math.Max(lineH, draw.Height(g.line, f.Style.BandLabel)+6)
	}
	return h
}

// zoneHeight is how high what a panel has in a zone is, with k cards side by side.
func (f *figure) zoneHeight(p *panel, zone, k int) float64 {
	h := 0.0
	if zone == 0 {
		h = p.head.height
	}
	for i := range p.groups[zone] {
		if i > 0 {
			h += groupGap
		}
		h += f.groupHeight(&p.groups[zone][i], k)
	}
	return h
}

// drawPanel draws all that stands beside the ring for a stage.
func (f *figure) drawPanel(p *panel) {
	s := f.Index.Stages[p.stage]
	ref := journey.RefTo(s)
	hue := f.Hue(p.stage)
	x := f.zoneX(p, 0)
	bar := geom.R(x-zonePad, p.rect.Min.Y, barW, p.rect.H())
	if !p.right {
		bar = geom.R(x+widthOf(f.zones[0].k)+zonePad-barW, p.rect.Min.Y, barW, p.rect.H())
	}
	f.Fill(ref, geom.RoundRect(bar, barW/2), hue)
	for z := range f.zones {
		y := p.rect.Min.Y
		x := f.zoneX(p, z)
		if z == 0 {
			f.drawHead(p, x, y)
			y += p.head.height
		}
		for i := range p.groups[z] {
			g := &p.groups[z][i]
			f.drawGroup(p, g, z, x, y)
			y += f.groupHeight(g, f.zones[z].k) + groupGap
		}
	}
}

func (f *figure) drawHead(p *panel, x, y float64) {
	s := f.Index.Stages[p.stage]
	ref := journey.RefTo(s)
	hue, w := f.Hue(p.stage), widthOf(f.zones[0].k)
	f.Target(ref, scene.PartBody, geom.R(x-4, y-2, w+8, p.head.height-headGap+4))
	m := geom.Pt(x+discSize/2, y+discSize/2)
	f.Fill(ref, geom.Circle(m, discSize/2), hue)
	v := f.Style.StageGoal
	number := f.SetLine(strconv.Itoa(p.stage+1), v)
	f.Write(ref, number, v, m.X-number.Width()/2, m.Y-v.Lead/2)
	tx, tw := x+discSize+7, columnW-discSize-7
	y += f.headTop()
	if h := f.Write(ref, p.head.band, f.Style.BandLabel, tx, y); h > 0 {
		y += h
	}
	title := f.Style.LaneTitle
	title.Color = style.Readable(hue, f.Palette.Paper)
	f.Write(ref, p.head.title, title, tx, y)
	h := math.Max(draw.Height(p.head.title, title), title.Lead)
	if s.Outcome != journey.OutcomeUnknown {
		f.Outcome(ref, s.Outcome, geom.R(x+columnW-outcomeSize, y+title.Lead/2-outcomeSize/2, outcomeSize, outcomeSize), title.Color, f.Palette.Paper)
		f.Editable(ref, scene.PartTitle, geom.R(tx, y, tw-outcomeSize-4, h), title)
	} else {
		f.Editable(ref, scene.PartTitle, geom.R(tx, y, tw, h), title)
	}
	y += h
	if h := f.Write(ref, p.head.goal, f.Style.LaneHint, tx, y); h > 0 {
		f.Editable(ref, scene.PartText, geom.R(tx, y, tw, h), f.Style.LaneHint)
		y += h
	}
	for i, st := range f.Index.Steps[s.ID] {
		step := journey.RefTo(st)
		v := f.Style.StepTitle
		h := math.Max(draw.Height(p.head.steps[i], v), v.Lead)
		f.Target(step, scene.PartBody, geom.R(tx, y+stepPad/2, tw, h+stepPad/2))
		f.Fill(step, geom.Circle(geom.Pt(tx+3, y+stepPad+v.Lead/2), 1.8), hue)
		f.Write(step, p.head.steps[i], v, tx+10, y+stepPad)
		f.Editable(step, scene.PartTitle, geom.R(tx+10, y+stepPad, tw-10, h), v)
		y += h + stepPad
	}
}

func (f *figure) drawGroup(p *panel, g *group, z int, x, y float64) {
	ref := journey.RefTo(g.Lane)
	k := f.zones[z].k
	w := widthOf(k)
	top := y
	v := f.Style.BandLabel
	ch := f.captionHeight(g)
	f.Target(ref, scene.PartBody, geom.R(x, y, math.Max(g.caption.Width(), 40), ch))
	f.Write(ref, g.caption, v, x, y)
	f.Editable(ref, scene.PartTitle, geom.R(x, y, columnW, math.Max(draw.Height(g.caption, v), v.Lead)), v)
	// What lies behind the name belongs to the cell: a double click there adds a card.
	f.Scene.Targets[len(f.Scene.Targets)-1].Bounds.Max.X = x + math.Max(g.caption.Width(), 40)
	if from := x + g.caption.Width() + 7; len(g.caption.Lines) == 1 && from < x+w-6 {
		f.Line(f.Map, from, y+v.Lead/2, x+w, y+v.Lead/2, f.Style.Hairline, f.Palette.Line)
	}
	if g.who != nil {
		by := y + math.Max(draw.Height(g.caption, v), v.Lead)
		f.Fill(ref, geom.Circle(geom.Pt(x+3, by+f.Style.LaneHint.Lead/2), 3), g.who.Color)
		f.Write(ref, g.bound, f.Style.LaneHint, x+10, by)
	}
	y += ch
	n := 0
	for i := range g.cells {
		c := &g.cells[i]
		from := y
		if i == 0 {
			from = top
		}
		if len(c.blocks) > 0 {
			if n > 0 {
				y += f.Style.CardGap
			}
			n++
			y = f.drawCell(c, k, x, y)
		}
		f.place(c, g.row, k, geom.Rect{Min: geom.Pt(x, from), Max: geom.Pt(x+w, y)})
	}
	if g.line.Text != "" {
		ly := y + math.Max(lineH, draw.Height(g.line, v)+6)/2 + 2
		lw := g.line.Width()
		if end := x + w - lw - 6; end > x+8 {
			f.Line(ref, x, ly, end, ly, 1.1, f.Palette.Second, 5, 4)
		}
		f.Write(ref, g.line, v, x+w-lw, ly-draw.Height(g.line, v)/2)
	}
}

// drawCell draws the cards of a cell and returns where they end.
func (f *figure) drawCell(c *cell, k int, x, y float64) float64 {
	if h := draw.Height(c.step, f.Style.StepTitle); h > 0 {
		step := journey.Ref{Kind: journey.KindStep, ID: f.cols[c.col].StepID}
		f.Write(step, c.step, f.Style.StepTitle, x, y)
		y += h + stepPad
	}
	at, height := flow(c.blocks, k, f.Style.CardGap)
	for i, b := range c.blocks {
		r := geom.R(x+at[i].X, y+at[i].Y, columnW, b.Height)
		b.Draw(r)
		if b.card != "" {
			f.Cards[b.card] = r
		}
	}
	return y + height
}

// place tells the grid where a cell is, and where in it cards stand and a new one would.
func (f *figure) place(c *cell, row, k int, r geom.Rect) {
	to := f.Scene.Grid.Cell(c.col, row)
	to.Rect = r
	for _, b := range c.blocks {
		if b.card != "" {
			to.Cards = append(to.Cards, b.card)
			to.Slots = append(to.Slots, f.Cards[b.card])
		}
	}
	next := geom.R(r.Min.X, r.Max.Y+f.Style.CardGap, columnW, f.Style.CardMinH)
	if n := len(to.Slots); n > 0 {
		next = geom.R(to.Slots[n-1].Min.X, to.Slots[n-1].Max.Y+f.Style.CardGap, columnW, f.Style.CardMinH)
	}
	to.Slots = append(to.Slots, next)
}
