// Package register draws the register of actions as pages of a table: its headings stand on each page,
// rows are never cut, and pages are counted.
//
// Each page is a scene like that of a map, for the same painters. Units are points, the origin is top
// left, y grows downward.
package register

import (
	"strings"

	"jejak/assets/words"
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/matrix"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/register"
)

// Size is a page: A4, landscape.
var Size = geom.Size{W: 841.89, H: 595.28}

// Options are what a register is drawn with. The zero value is the map's own.
type Options struct {
	Sheet    *style.Sheet  // nil: with the palette of the map
	Words    *words.Table  // nil: the language of the project
	Measurer text.Measurer // nil: the shared library of faces
	Today    string        // "YYYY-MM-DD"; empty: nothing is late
}

// Rows returns the actions that belong to a map: those that answer its cards, and those that answer
// nothing, which belong to every map.
func Rows(p journey.Project, mapID journey.ID, today string) []register.Row {
	var rows []register.Row
	for _, r := range register.All(p, today) {
		if r.Card.MapID == mapID || r.Card.ID == "" {
			rows = append(rows, r)
		}
	}
	return rows
}

// book is one Pages under way.
type book struct {
	pen.Pen
	st    *style.Sheet
	pal   style.Palette
	p     journey.Project
	of    journey.Map
	info  journey.Info
	w     *words.Table
	o     Options
	rows  []register.Row
	spans []span
	pages []*scene.Scene
	area  geom.Rect
	y     float64
}

// span is where a column stands.
type span struct {
	column register.Column
	x, w   float64
}

// shares say how the width of a page is shared out.
var shares = map[register.Column]float64{
	register.Title: 24, register.Owner: 11, register.Department: 11.5, register.Status: 11.5, register.Due: 10.5,
	register.Answers: 18.5, register.Note: 13,
}

const (
	cellPad  = 5.0
	rowPad   = 5.0
	footerH  = 16.0
	mostLine = 12 // of a cell
)

// Pages draws the register of a map. The same project, map and options give the same pages; there is
// always one.
func Pages(p journey.Project, mapID journey.ID, o Options) []*scene.Scene {
	m, _ := p.Maps.Get(mapID)
	info := p.Info()
	if o.Sheet == nil {
		name := m.Palette
		if name == "" {
			name = info.Palette
		}
		o.Sheet = style.New(name)
	}
	if o.Words == nil {
		o.Words = words.In(info.Language)
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	b := &book{Pen: pen.Pen{Style: o.Sheet, Measurer: o.Measurer}, st: o.Sheet, pal: o.Sheet.Palette, p: p, of: m, info: info, w: o.Words, o: o,
		rows: Rows(p, mapID, o.Today)}
	margin := o.Sheet.Margin
	b.area = geom.R(margin, margin, Size.W-2*margin, Size.H-2*margin-footerH)
	x := b.area.Min.X
	for _, c := range register.Columns {
		w := shares[c] / 100 * b.area.W()
		b.spans = append(b.spans, span{c, x, w})
		x += w
	}
	b.begin()
	b.title()
	b.head()
	for _, r := range b.rows {
		b.row(r)
	}
	if len(b.rows) == 0 {
		v := b.st.LaneHint
		b.Write(b.ref(), b.Fit(b.w.T("register.empty.text"), v, b.area.W(), 1), v, b.area.Min.X+cellPad, b.y+rowPad+2)
	}
	for i, s := range b.pages {
		b.Scene = s
		b.footer(i)
		s.Seal()
	}
	return b.pages
}

func (b *book) ref() journey.Ref { return journey.Ref{Kind: journey.KindMap, ID: b.of.ID} }

// begin opens another page.
func (b *book) begin() {
	b.Scene = &scene.Scene{MapID: b.of.ID, Title: b.of.Title, Bounds: geom.R(0, 0, Size.W, Size.H)}
	b.pages = append(b.pages, b.Scene)
	b.y = b.area.Min.Y
}

// title says what the pages are about and how far the team has come.
func (b *book) title() {
	v := b.st.Eyebrow
	b.y += b.Write(b.ref(), b.Fit(strings.ToUpper(b.w.T("register.title")), v, b.area.W(), 1), v, b.area.Min.X, b.y) + 2
	t := b.st.Title
	t.Spec.Size, t.Lead = 20, 25
	sum := register.Sum(b.rows)
	room := b.area.W()
	if sum.Total > 0 {
		about := b.st.LaneTitle
		said := b.w.F("register.done", words.Args{"Done": sum.Done, "Total": sum.Total})
		if sum.Late > 0 {
			late := about
			late.Color = b.pal.Bad
			room -= b.Right(b.ref(), b.w.N("register.late", sum.Late, nil), late, b.area.Max.X, b.y+8) + 14
		}
		wide := b.Right(b.ref(), said, about, b.area.Min.X+room, b.y+8)
		room -= wide + 10
		bar := geom.R(b.area.Min.X+room-110, b.y+8+about.Lead/2-2.5, 110, 5)
		b.Fill(b.ref(), geom.RoundRect(bar, 2.5), b.pal.Line)
		if sum.Done > 0 {
			bar.Max.X = bar.Min.X + max(bar.W()*float64(sum.Done)/float64(sum.Total), 5)
			b.Fill(b.ref(), geom.RoundRect(bar, 2.5), b.pal.Good)
		}
		room -= 130
	}
	name := b.of.Title
	if name == "" {
		name = b.info.Title
	}
	b.Write(b.ref(), b.Fit(name, t, room, 1), t, b.area.Min.X, b.y)
	b.y += t.Lead + 10
}

// head writes the headings of the columns.
func (b *book) head() {
	v := b.st.StepTitle
	r := geom.R(b.area.Min.X, b.y, b.area.W(), v.Lead+2*rowPad)
	b.Fill(b.ref(), geom.RoundRect(r, 4), b.pal.Ground)
	for _, sp := range b.spans {
		b.Write(b.ref(), b.Fit(sp.column.Heading(b.w), v, sp.w-2*cellPad, 1), v, sp.x+cellPad, b.y+rowPad)
	}
	b.y = r.Max.Y
}

// cell is one cell, set.
type cell struct {
	t, second text.Paragraph
	v, sv     style.Voice
	indent    float64
}

func (c cell) height() float64 {
	return float64(len(c.t.Lines))*c.v.Lead + float64(len(c.second.Lines))*c.sv.Lead
}

// set sets a cell.
func (b *book) set(r register.Row, sp span) cell {
	v := b.st.CardText
	v.Color = b.pal.Body
	c := cell{v: v, sv: b.st.CardMeta}
	said := register.Said(r, sp.column, b.w, nil)
	switch sp.column {
	case register.Title:
		c.v = b.st.CardTitle
		if said == "" {
			said = b.w.T("inspector.untitled")
		}
	case register.Status:
		c.indent = 12
	case register.Due:
		said = register.ShortDate(r.Action.Due, b.w)
		if r.Late > 0 {
			c.v.Color, c.sv.Color = b.pal.Bad, b.pal.Bad
			c.v.Spec.Style = text.SemiBold
			c.second = b.Fit(b.w.N("register.days", r.Late, nil), c.sv, sp.w-2*cellPad, 2)
		}
	case register.Answers:
		if r.Card.ID != "" {
			said = insight.Name(b.p, journey.RefTo(r.Card), b.w)
			c.indent = 9
			if st, ok := b.p.Stages.Get(r.Card.StageID); ok && st.Title != "" {
				c.second = b.Fit(st.Title, c.sv, sp.w-2*cellPad-c.indent, 1)
			}
		}
	}
	c.t = b.Fit(said, c.v, sp.w-2*cellPad-c.indent, mostLine)
	return c
}

// row draws an action, on another page where it has no room.
func (b *book) row(r register.Row) {
	cells := make([]cell, len(b.spans))
	h := 0.0
	for i, sp := range b.spans {
		cells[i] = b.set(r, sp)
		h = max(h, cells[i].height())
	}
	h += 2*rowPad + 2
	if b.y+h > b.area.Max.Y && len(b.Scene.Targets) > 0 {
		b.begin()
		b.head()
	}
	ref := journey.RefTo(r.Action)
	b.Target(ref, geom.R(b.area.Min.X, b.y, b.area.W(), h))
	for i, sp := range b.spans {
		c := cells[i]
		x, y := sp.x+cellPad+c.indent, b.y+rowPad+1
		b.sign(r, sp, y+c.v.Lead/2)
		y += b.Write(ref, c.t, c.v, x, y)
		b.Write(ref, c.second, c.sv, x, y)
	}
	b.y += h
	b.Line(ref, b.area.Min.X, b.y, b.area.Max.X, b.y, b.st.Hairline, b.pal.Line)
}

// sign draws what stands before the text of a cell: how far an action is, and whether it answers a
// pain or an opportunity.
func (b *book) sign(r register.Row, sp span, mid float64) {
	ref := journey.RefTo(r.Action)
	switch {
	case sp.column == register.Status && r.Action.Status != "":
		at := geom.Pt(sp.x+cellPad+4, mid)
		switch r.Action.Status {
		case journey.StatusDone:
			matrix.Pie(&b.Pen, ref, journey.OutcomeMet, at, 3.8, b.pal.Good)
		case journey.StatusDoing:
			matrix.Pie(&b.Pen, ref, journey.OutcomePartly, at, 3.8, b.pal.Middle)
		case journey.StatusDropped:
			b.Line(ref, at.X-3, mid, at.X+3, mid, 1.1, b.pal.Second)
		default:
			matrix.Pie(&b.Pen, ref, journey.OutcomeUnmet, at, 3.8, b.pal.Second)
		}
	case sp.column == register.Answers && r.Card.ID != "":
		l, _ := b.p.Lanes.Get(r.Card.LaneID)
		c := b.pal.Line
		switch l.LaneKind {
		case journey.LanePains:
			c = b.pal.PainBar
		case journey.LaneOpportunities:
			c = b.pal.ChanceBar
		}
		b.Fill(ref, geom.RoundRect(geom.R(sp.x+cellPad, mid-4.5, 2.8, 9), 1.4), c)
	}
}

// footer says whose the register is, of which day, and which page this is.
func (b *book) footer(i int) {
	v := b.st.Footer
	y := b.area.Max.Y + 6
	number := b.w.F("page.number", words.Args{"Page": i + 1, "Pages": len(b.pages)})
	room := b.area.W() - b.Right(b.ref(), number, v, b.area.Max.X, y) - 16
	var parts []string
	for _, s := range []string{b.of.Author, b.info.Owner} {
		if s != "" {
			parts = append(parts, s)
			break
		}
	}
	if i > 0 && b.of.Title != "" {
		parts = append(parts, b.of.Title)
	}
	if b.o.Today != "" {
		parts = append(parts, b.w.F("dashboard.asOf", words.Args{"Date": draw.Date(b.o.Today, b.w)}))
	}
	b.Write(b.ref(), b.Fit(strings.Join(parts, " · "), v, room, 1), v, b.area.Min.X, y)
}
