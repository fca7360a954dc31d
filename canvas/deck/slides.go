package deck

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/page/block"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// valueText writes a feeling as the language of the map does: "+1.5", "−2".
func (d *deck) valueText(v float64) string {
	s := strings.Replace(strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64), "-", "−", 1)
	if d.Words.Lang() == "id" {
		s = strings.Replace(s, ".", ",", 1)
	}
	if v > 0 {
		s = "+" + s
	}
	return s
}

// persona is a slide about one persona.
func (d *deck) persona(pe journey.Persona, order int) {
	ref := journey.RefTo(pe)
	s := d.begin(pe.Name)
	color := d.pal.Persona(order)
	if own, ok := d.pal.Own(pe.Color); ok {
		color = style.Readable(own, d.pal.Ground)
	}
	const side, left = 132.0, edge + 132 + 28
	box := geom.R(edge, edge, side, side)
	if img, ok := d.p.Images.Get(pe.ImageID); ok {
		s.s.Items = append(s.s.Items, scene.Item{From: ref, Bounds: box, Mark: &scene.Picture{Rect: box, Key: img.ID, Data: img.Data, Alt: cmp.Or(img.Alt, pe.Name)}})
	} else {
		m, r := box.Center(), side/2
		s.fill(ref, geom.Circle(m, r), style.Mix(d.pal.Paper, color, 0.16))
		s.fill(ref, geom.Circle(geom.Pt(m.X, m.Y-0.24*r), 0.34*r), color)
		var body geom.Path
		w, base, top := 0.58*r, m.Y+0.62*r, m.Y+0.16*r
		body.Move(geom.Pt(m.X-w, base))
		body.Cubic(geom.Pt(m.X-w, top+0.1*r), geom.Pt(m.X-0.34*r, top), geom.Pt(m.X, top))
		body.Cubic(geom.Pt(m.X+0.34*r, top), geom.Pt(m.X+w, top+0.1*r), geom.Pt(m.X+w, base))
		body.Close()
		s.fill(ref, body, color)
	}
	y := edge + 8.0
	y += s.write(ref, pe.Name, voice(text.Bold, 30, d.pal.Ink), left, y, slideW-edge-left, 2)
	y += s.write(ref, pe.Summary, voice(text.Regular, 14, d.pal.Second), left, y+2, slideW-edge-left, 2) + 8
	if pe.Quote != "" {
		y += s.write(ref, "“"+pe.Quote+"”", voice(text.Italic, 18, color), left, y, slideW-edge-left, 3)
	}
	y = math.Max(y, box.Max.Y) + 24
	var facts []fact
	for _, f := range []fact{
		{"goals", pe.Goals}, {"needs", pe.Needs}, {"motivations", pe.Motivations}, {"frustrations", pe.Frustrations},
		{"background", pe.Background}, {"occupation", pe.Occupation}, {"age", pe.Age}, {"technology", pe.Technology}, {"segment", pe.Segment},
	} {
		if strings.TrimSpace(f.text) != "" {
			facts = append(facts, f)
		}
	}
	const cols, gap = 3, 24.0
	w := (slideW - 2*edge - (cols-1)*gap) / cols
	tops := [cols]float64{y, y, y}
	for _, f := range facts {
		c := slices.Index(tops[:], slices.Min(tops[:]))
		x := edge + float64(c)*(w+gap)
		at := tops[c]
		if at > slideH-edge-30 {
			break // what has no room stands in the project
		}
		at += s.write(ref, d.Words.T("deck.persona."+f.key), voice(text.SemiBold, 11, color), x, at, w, 1)
		lines := max(1, int((slideH-edge-at)/15))
		at += s.write(ref, f.text, voice(text.Regular, 12.5, d.pal.Body), x, at, w, min(lines, 8)) + 14
		tops[c] = at
	}
	d.curveOf(s, pe, slices.Max(tops[:]))
	d.end(s)
}

// curveOf draws the curve of one persona at the foot of their slide, if there is room below y.
func (d *deck) curveOf(s *slide, pe journey.Persona, y float64) {
	g := &d.s.Grid
	row := slices.IndexFunc(g.Rows, func(r scene.Row) bool { return r.Up != r.Down })
	layer := 1 + slices.IndexFunc(d.s.Layers, func(l scene.Layer) bool { return l.Ref == journey.RefTo(pe) })
	if row < 0 || layer == 0 {
		return
	}
	r := g.Rows[row]
	left, right := g.Labels.Min.X-2, math.Max(g.Head.Max.X, g.Columns[len(g.Columns)-1].X1)+1
	k := math.Min((slideW-2*edge)/(right-left), (slideH-40-y)/(r.Y1-r.Y0))
	if k < 0.5 {
		return
	}
	only := &scene.Scene{MapID: d.s.MapID, Title: d.s.Title, Grid: d.s.Grid, Layers: d.s.Layers, Alts: d.s.Alts, Bounds: d.s.Bounds}
	for _, it := range d.s.Items {
		if it.Layer == layer || it.Layer == 0 && it.From.Kind != journey.KindPoint && it.From.Kind != journey.KindPersona {
			only.Items = append(only.Items, it)
		}
	}
	only.Seal()
	s.more = append(s.more, scene.Window{
		Scene: only, View: geom.Rect{Min: geom.Pt(left, r.Y0+1), Max: geom.Pt(right, r.Y1-1)},
		Place: geom.Transform{K: k, D: geom.Pt((slideW-k*(right-left))/2-k*left, slideH-36-k*(r.Y1-r.Y0)-k*r.Y0)},
	})
}

// fact is one thing known of a persona.
type fact struct{ key, text string }

// column is what a stage's slide shows of one lane.
type column struct {
	title string
	ref   journey.Ref
	cards []block.Block
	felt  []moment
	width float64
}

const (
	slideGap = 20.0 // between columns
	mostK    = 1.5  // how large a card is drawn
	leastK   = 1.0  // how small, unless it is wider than its column
)

// stage makes the slides of one stage: its title and goal, and its cards lane by lane.
func (d *deck) stage(i int) {
	st := d.x.Stages[i]
	left := d.columnsOf(st)
	for n := 0; n == 0 || len(left) > 0; n++ {
		name := st.Title
		s := d.begin(name)
		ref := journey.RefTo(st)
		from := ref
		if n > 0 {
			name = d.Words.F("deck.continued", map[string]any{"Title": st.Title})
			from = journey.Ref{}
		}
		d.ribbon(s, 0, 14, i)
		goal := st.Goal
		if goal != "" && st.Outcome != journey.OutcomeUnknown {
			goal += " – " + d.Words.T("deck.outcome."+string(st.Outcome))
		}
		y := s.heading(from, name, goal)
		if n == 0 {
			s.s.Targets = append(s.s.Targets, scene.Target{Ref: ref, Part: scene.PartBody, Bounds: geom.R(edge, edge, slideW-2*edge, y-edge)})
		}
		left = d.fillSlide(s, left, y)
		d.end(s)
	}
}

// columnsOf gathers the cards of a stage by lane, and what is felt in it.
func (d *deck) columnsOf(st journey.Stage) []column {
	g := &d.s.Grid
	of := map[journey.ID]int{} // card → row
	for c, col := range g.Columns {
		if col.StageID != st.ID {
			continue
		}
		for r := range g.Rows {
			for _, id := range g.Cell(c, r).Cards {
				if card, _ := d.p.Cards.Get(id); card.StageID == st.ID {
					of[id] = r
				}
			}
		}
	}
	rows := make([]column, len(g.Rows))
	for _, b := range d.parts.Blocks {
		if r, ok := of[b.Ref.ID]; ok && b.Ref.Kind == journey.KindCard {
			rows[r].cards = append(rows[r].cards, b)
			rows[r].width = math.Max(rows[r].width, b.Bounds.W())
		}
		if b.Ref.Kind == journey.KindMeasurement {
			if r, ok := d.measured(b, st); ok {
				rows[r].cards = append(rows[r].cards, b)
				rows[r].width = math.Max(rows[r].width, math.Max(b.Bounds.W(), 120))
			}
		}
	}
	var cols []column
	for r, row := range g.Rows {
		c := rows[r]
		if row.Up != row.Down {
			for _, m := range d.moments() {
				if m.stage == st.ID && len(c.felt) < 6 {
					c.felt = append(c.felt, m)
				}
			}
		}
		if len(c.cards) == 0 && len(c.felt) == 0 {
			continue
		}
		lane, _ := d.p.Lanes.Get(row.LaneID)
		c.title, c.ref = cmp.Or(lane.Title, d.Words.T("map.lane."+string(lane.LaneKind))), journey.RefTo(lane)
		cols = append(cols, c)
	}
	return cols
}

// measured finds the row of a number that belongs to a stage.
func (d *deck) measured(b block.Block, st journey.Stage) (int, bool) {
	ms, _ := d.p.Measurements.Get(b.Ref.ID)
	if ms.At != journey.RefTo(st) {
		return 0, false
	}
	y := b.Bounds.Center().Y
	r := slices.IndexFunc(d.s.Grid.Rows, func(r scene.Row) bool { return y >= r.Y0 && y < r.Y1 })
	return r, r >= 0
}

// fillSlide draws as many cards as there is room for, below y, and returns the rest. Lanes stand
// under each other in as few columns as hold them all, so that cards are large.
func (d *deck) fillSlide(s *slide, cols []column, y float64) []column {
	const room = slideW - 2*edge
	high := slideH - 36 - y
	few := min(3, max(len(cols), 2))
	for _, try := range []struct {
		n    int
		most float64
	}{{few, mostK}, {few, 1.25}, {4, 1.25}, {4, leastK}} {
		d.most = try.most
		w := (room - slideGap*float64(try.n-1)) / float64(try.n)
		tops := make([]float64, try.n)
		at := make([]int, len(cols))
		for i, c := range cols {
			at[i] = slices.Index(tops, slices.Min(tops))
			tops[at[i]] += d.columnHeight(c, w)
		}
		if slices.Max(tops) > high {
			continue
		}
		clear(tops)
		for i, c := range cols {
			d.drawColumn(s, c, edge+float64(at[i])*(w+slideGap), y+tops[at[i]], w, slideH)
			tops[at[i]] += d.columnHeight(c, w)
		}
		return nil
	}
	// More than a slide: a column for each of the first lanes, and what has no room comes later.
	n := min(4, len(cols))
	w := (room - slideGap*float64(n-1)) / float64(n)
	var later []column
	for i, c := range cols {
		if i >= n {
			later = append(later, c)
			continue
		}
		if over := d.drawColumn(s, c, edge+float64(i)*(w+slideGap), y, w, slideH-36); len(over.cards)+len(over.felt) > 0 {
			later = append(later, over)
		}
	}
	return later
}

const (
	laneTitle = 20.0 // over the cards of a lane
	laneGap   = 16.0 // under them
	cardGap   = 8.0
)

// scaleOf is how large the cards of a column are drawn.
func (d *deck) scaleOf(c column, w float64) float64 { return math.Min(d.most, w/math.Max(c.width, 1)) }

// columnHeight is what a lane takes at a width.
func (d *deck) columnHeight(c column, w float64) float64 {
	h := laneTitle + laneGap
	for _, b := range c.cards {
		h += b.Bounds.H()*math.Min(d.scaleOf(c, w), w/b.Bounds.W()) + cardGap
	}
	blank := d.begin("")
	for _, m := range c.felt {
		h += d.feeling(blank, m, true, 0, 0, w, 2) + cardGap
	}
	return h
}

// drawColumn draws a lane from y down to bottom at the most, and returns what has no room; what
// stands first is drawn in any case.
func (d *deck) drawColumn(s *slide, c column, x, y, w, bottom float64) column {
	s.write(c.ref, c.title, voice(text.SemiBold, 12, d.pal.Second), x, y, w, 1)
	at := y + laneTitle
	over := c
	over.cards, over.felt = nil, nil
	for i, b := range c.cards {
		k := math.Min(d.scaleOf(c, w), w/b.Bounds.W())
		if h := bottom - at; i == 0 && k*b.Bounds.H() > h {
			k = math.Max(h, 20) / b.Bounds.H()
		}
		if at+k*b.Bounds.H() > bottom+0.1 && i > 0 {
			over.cards = c.cards[i:]
			return over
		}
		b.Put(s.s, geom.Transform{K: k, D: geom.Pt(x-k*b.Bounds.Min.X, at-k*b.Bounds.Min.Y)}, d.reg)
		at += k*b.Bounds.H() + cardGap
	}
	for i, m := range c.felt {
		if i > 0 && at+40 > bottom {
			over.felt = c.felt[i:]
			return over
		}
		at += d.feeling(s, m, true, x, at, w, 2) + cardGap
	}
	return over
}

// actions lists what the team will do about what the map shows.
func (d *deck) actions() {
	var list []journey.Action
	for _, a := range d.p.ActionsInOrder() {
		if c, ok := d.p.Cards.Get(a.CardID); ok && c.MapID == d.self.ID {
			list = append(list, a)
		}
	}
	perSlide := 7
	for _, a := range list {
		if a.Note != "" {
			perSlide = 5 // they stand below the titles
		}
	}
	for n := 0; n*perSlide < len(list); n++ {
		d.actionSlide(list[n*perSlide : min((n+1)*perSlide, len(list))])
	}
}

func (d *deck) actionSlide(list []journey.Action) {
	s := d.begin(d.Words.T("deck.actions"))
	y := s.heading(journey.Ref{}, s.name, "")
	widths := []float64{280, 228, 150, 110, 96}
	xs := []float64{edge}
	for _, w := range widths {
		xs = append(xs, xs[len(xs)-1]+w)
	}
	for i, key := range []string{"action", "answers", "owner", "due", "status"} {
		s.write(journey.Ref{}, d.Words.T("deck.actions."+key), voice(text.SemiBold, 11, d.pal.Second), xs[i], y, widths[i]-12, 1)
	}
	y += 18
	for _, a := range list {
		ref := journey.RefTo(a)
		s.stroke(ref, geom.Polyline(geom.Pt(edge, y), geom.Pt(slideW-edge, y)), 0.7, d.pal.Line)
		c, _ := d.p.Cards.Get(a.CardID)
		status := ""
		if a.Status != "" {
			status = d.Words.T("map.status." + string(a.Status))
		}
		h := 0.0
		for i, cell := range []string{a.Title, c.Title, trimming.Said(a.Department, a.Owner), d.Date(a.Due), status} {
			v := voice(text.Regular, 12, d.pal.Body)
			if i == 0 {
				v = voice(text.SemiBold, 12.5, d.pal.Ink)
			}
			high := s.write(ref, cell, v, xs[i], y+8, widths[i]-12, 3)
			if i == 0 && a.Note != "" {
				high += s.write(ref, a.Note, voice(text.Regular, 10.5, d.pal.Second), xs[i], y+8+high, widths[i]-12, 2)
			}
			h = math.Max(h, high)
		}
		y += h + 16
	}
	d.end(s)
}
