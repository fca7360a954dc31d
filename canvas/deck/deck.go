// Package deck makes slides of a map, to be shown on a wall: a cover, the whole map, its curves, the
// personas, the stages one by one with their cards large, and what will be done.
//
// All measures are points (1/72 inch) of a slide of 16:9, origin top left, y down. Everything here is
// pure: no files, no clock, no state between calls; any function may be called from any goroutine.
package deck

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page"
	"jejak/canvas/page/block"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Options says how slides look. The zero value is the map as its project has it.
type Options struct {
	Sheet    *style.Sheet  // nil: the sheet of the palette that the map or the project names
	Words    *words.Table  // nil: the project's language
	Measurer text.Measurer // nil: the shared library of faces
	// Date writes a date as people read it; nil: as it is stored.
	Date func(string) string
	// Leave names personas that are not shown; nil: all are.
	Leave map[journey.ID]bool
}

// The slide: 16:9, 13.33 inch wide, and what is kept free around.
const (
	slideW = 960
	slideH = 540
	edge   = 48
)

// Slides makes slides of a map: a cover, the map at a glance, the curves, a slide for every persona,
// one or more for every stage, and the actions that answer what the map shows.
func Slides(p journey.Project, mapID journey.ID, src page.Source, o Options) page.Result {
	x := journey.NewIndex(p, mapID)
	if o.Sheet == nil {
		name := x.Map.Palette
		if name == "" {
			name = p.Info().Palette
		}
		o.Sheet = style.New(name)
	}
	if o.Words == nil {
		o.Words = words.In(p.Info().Language)
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	o.Measurer = o.Sheet.Palette.Measurer(o.Measurer)
	if o.Date == nil {
		o.Date = func(s string) string { return s }
	}
	d := &deck{
		Options: o, p: p, x: x, s: src.Scene, pal: o.Sheet.Palette, reg: block.NewRegister(src.Scene), whole: src.Whole,
		self: journey.Ref{Kind: journey.KindMap, ID: mapID},
	}
	d.parts = block.Divide(src.Scene, d.reg)
	d.cover()
	d.glance()
	d.curves()
	for i, a := range x.Appearances {
		if pe, ok := p.Personas.Get(a.PersonaID); ok && !o.Leave[a.PersonaID] {
			d.persona(pe, i)
		}
	}
	for i := range x.Stages {
		d.stage(i)
	}
	d.actions()
	d.number()
	return page.Result{Pages: d.pages, Warnings: page.TextWarnings(d.pages, 0)}
}

// deck is a set of slides being made.
type deck struct {
	Options
	p     journey.Project
	x     *journey.Index
	s     *scene.Scene
	whole *scene.Scene // nil: s
	pal   style.Palette
	parts block.Parts
	reg   *block.Register
	self  journey.Ref
	most  float64  // how large a card of the slide being made may be
	felt  []moment // nil: not listed yet
	pages []scene.Page
}

// slide is one of them, with a pen to draw on it.
type slide struct {
	deck *deck
	s    *scene.Scene
	more []scene.Window // under what is drawn
	name string
}

func (d *deck) begin(name string) *slide {
	return &slide{deck: d, name: name, s: &scene.Scene{
		MapID: d.self.ID, Title: d.s.Title, Grid: d.s.Grid, Layers: d.s.Layers, Alts: d.s.Alts, Bounds: geom.R(0, 0, slideW, slideH),
	}}
}

func (d *deck) end(s *slide) {
	s.s.Seal()
	win := scene.Window{Scene: s.s, View: s.s.Bounds, Place: geom.Transform{K: 1}}
	d.pages = append(d.pages, scene.Page{Size: geom.Size{W: slideW, H: slideH}, Label: s.name, More: append(s.more, win)})
}

func (s *slide) fill(from journey.Ref, p geom.Path, c scene.Color) {
	s.s.Items = append(s.s.Items, scene.Item{From: from, Bounds: p.Bounds(), Mark: &scene.Fill{Path: p, Color: c}})
}

func (s *slide) stroke(from journey.Ref, p geom.Path, w float64, c scene.Color) {
	s.s.Items = append(s.s.Items, scene.Item{From: from, Bounds: p.Bounds().Inset(-w), Mark: &scene.Stroke{Path: p, Pen: scene.Pen{Width: w}, Color: c}})
}

// voice is a way of setting text on slides, which are read from afar.
func voice(st text.Style, size float64, c scene.Color) style.Voice {
	return style.Voice{Spec: text.Spec{Style: st, Size: size}, Color: c, Lead: math.Round(size * 1.28)}
}

// write sets a text in at most so many lines and returns how high it is; 0 lines: as many as it
// needs.
func (s *slide) write(from journey.Ref, str string, v style.Voice, x, y, w float64, lines int) float64 {
	if strings.TrimSpace(str) == "" {
		return 0
	}
	var p text.Paragraph
	if lines > 0 {
		p = text.Ellipsis(s.deck.Measurer, str, v.Spec, w, lines)
	} else {
		p = s.deck.Measurer.Break(str, v.Spec, w)
	}
	for i, l := range p.Lines {
		if len(l.Runs) == 0 {
			continue
		}
		at := geom.Pt(x, y+float64(i)*v.Lead+v.Lead/2+0.36*v.Spec.Size)
		if l.RTL {
			at.X = x + w - l.Width*v.Spec.Size
		}
		s.s.Items = append(s.s.Items, scene.Item{
			From: from, Bounds: geom.R(at.X-2, at.Y-1.2*v.Spec.Size, l.Width*v.Spec.Size+4, 1.8*v.Spec.Size),
			Mark: &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: at, Size: v.Spec.Size, Color: v.Color},
		})
	}
	return float64(len(p.Lines)) * v.Lead
}

// heading writes the title of a slide, and a line under it, and returns where they end.
func (s *slide) heading(from journey.Ref, title, under string) float64 {
	y := float64(edge)
	y += s.write(from, title, voice(text.Bold, 26, s.deck.pal.Ink), edge, y, slideW-2*edge, 2)
	if h := s.write(from, under, voice(text.Regular, 13, s.deck.pal.Second), edge, y+2, slideW-2*edge, 2); h > 0 {
		y += h + 2
	}
	return y + 16
}

// hue is the colour of a stage.
func (d *deck) hue(i int) scene.Color {
	if own, ok := d.pal.Own(d.x.Stages[i].Color); ok {
		return style.Readable(own, d.pal.OnHue)
	}
	return d.pal.Stage(i, len(d.x.Stages))
}

// cover says what the map is.
func (d *deck) cover() {
	s := d.begin(d.x.Map.Title)
	m, info := d.x.Map, d.p.Info()
	s.fill(d.self, geom.RectPath(geom.R(0, 0, slideW, slideH)), d.pal.Dark)
	faint := style.Mix(d.pal.Dark, d.pal.OnDark, 0.72)
	kind := voice(text.Bold, 13, faint)
	kind.Spec.Tracking = 0.13
	mapType := string(m.Type)
	if mapType == "" {
		mapType = string(journey.CurrentState)
	}
	y := 150.0
	y += s.write(d.self, strings.ToUpper(d.Words.T("map.type."+mapType)), kind, edge, y, slideW-2*edge, 1) + 8
	y += s.write(d.self, m.Title, voice(text.Bold, 44, d.pal.OnDark), edge, y, slideW-2*edge, 3) + 10
	s.write(d.self, m.Scenario, voice(text.Regular, 16, faint), edge, y, 640, 4)
	by := trimming.Said(cmp.Or(m.Author, info.Owner), cmp.Or(m.Version, info.Version), d.Date(cmp.Or(m.Date, info.Date)))
	s.write(d.self, by, voice(text.Regular, 12, faint), edge, slideH-edge-46, slideW-2*edge, 1)
	d.ribbon(s, slideH-18, 18, -1)
	d.end(s)
}

// ribbon is a band of all stages in their colours; all but one are pale, if one is named.
func (d *deck) ribbon(s *slide, y, h float64, only int) {
	n := len(d.x.Stages)
	if n == 0 {
		return
	}
	w := float64(slideW) / float64(n)
	point := math.Min(h/2, w/4)
	for i := range n {
		x0, x1 := float64(i)*w, float64(i+1)*w
		c := d.hue(i)
		if only >= 0 && i != only {
			c = style.Mix(d.pal.Paper, c, 0.22)
		}
		p := geom.Polygon(geom.Pt(x0, y), geom.Pt(x1, y), geom.Pt(x1, y+h), geom.Pt(x0, y+h))
		if i < n-1 {
			p = geom.Polygon(geom.Pt(x0, y), geom.Pt(x1-point, y), geom.Pt(x1, y+h/2), geom.Pt(x1-point, y+h), geom.Pt(x0, y+h))
		}
		if i > 0 {
			p = geom.Polygon(append([]geom.Point{geom.Pt(x0-point+1.5, y)}, append(p.Points[1:len(p.Points)-1],
				geom.Pt(x0-point+1.5, y+h), geom.Pt(x0+1.5, y+h/2))...)...)
		}
		s.fill(d.self, p, c)
	}
}

// glance is the whole map on one slide.
func (d *deck) glance() {
	s := d.begin(d.Words.T("deck.glance"))
	whole := d.s
	if d.whole != nil {
		whole = d.whole
	}
	b := whole.Bounds
	area := geom.R(12, 8, slideW-24, slideH-36)
	k := math.Min(area.W()/math.Max(b.W(), 1), area.H()/math.Max(b.H(), 1))
	at := geom.Pt(area.Center().X-k*b.Center().X, area.Center().Y-k*b.Center().Y)
	s.more = append(s.more, scene.Window{Scene: whole, View: b, Place: geom.Transform{K: k, D: at}, Role: scene.Repeat})
	d.end(s)
}

// moment is a point of a curve with what it is tied to.
type moment struct {
	journey.Point
	who   journey.Persona
	title string
	stage journey.ID
}

// moments lists what all personas of the map feel, persona by persona in the order of the map. Nobody
// changes the list.
func (d *deck) moments() []moment {
	if d.felt == nil {
		d.felt = d.allMoments()
	}
	return d.felt
}

func (d *deck) allMoments() []moment {
	all := []moment{}
	order := map[journey.ID]int{}
	for i, s := range d.x.Stages {
		order[s.ID] = i << 16
		for _, st := range d.x.Steps[s.ID] {
			order[st.ID] = i << 16
		}
	}
	for i, c := range d.x.CardsInOrder() {
		order[c.ID] = order[c.StageID] + 1 + i
	}
	for _, a := range d.x.Appearances {
		pe, ok := d.p.Personas.Get(a.PersonaID)
		if !ok || a.Hidden || d.Leave[a.PersonaID] {
			continue
		}
		points := slices.Clone(d.x.Points[a.PersonaID])
		slices.SortStableFunc(points, func(a, b journey.Point) int { return cmp.Compare(order[a.At.ID], order[b.At.ID]) })
		for _, pt := range points {
			m := moment{Point: pt, who: pe}
			switch rec, _ := d.p.Get(pt.At); r := rec.(type) {
			case journey.Card:
				m.title, m.stage = r.Title, r.StageID
			case journey.Step:
				m.title, m.stage = r.Title, r.StageID
			case journey.Stage:
				m.title, m.stage = r.Title, r.ID
			}
			all = append(all, m)
		}
	}
	return all
}

// curves shows what the personas feel, and the best and the worst of it.
func (d *deck) curves() {
	g := &d.s.Grid
	row := slices.IndexFunc(g.Rows, func(r scene.Row) bool { return r.Up != r.Down })
	all := slices.Clone(d.moments()) // sorted below
	if row < 0 || len(all) == 0 || len(g.Columns) == 0 {
		return
	}
	s := d.begin(d.Words.T("deck.curves"))
	y := s.heading(journey.Ref{}, s.name, "")
	left, right := g.Labels.Min.X-2, math.Max(g.Head.Max.X, g.Columns[len(g.Columns)-1].X1)+1
	r := g.Rows[row]
	head := g.Headers
	k := math.Min((slideW-2*edge)/(right-left), (slideH-y-190)/(head.H()+r.Y1-r.Y0))
	x := (slideW - k*(right-left)) / 2
	put := func(y0, y1, at float64, role scene.Role) {
		s.more = append(s.more, scene.Window{
			Scene: d.s, View: geom.Rect{Min: geom.Pt(left, y0), Max: geom.Pt(right, y1)},
			Place: geom.Transform{K: k, D: geom.Pt(x-k*left, at-k*y0)}, Role: role,
		})
	}
	put(head.Min.Y, head.Max.Y, y, scene.Repeat)
	put(r.Y0+1, r.Y1-1, y+k*head.H(), scene.Content)
	y += k*(head.H()+r.Y1-r.Y0) + 14
	slices.SortStableFunc(all, func(a, b moment) int { return cmp.Compare(b.Value, a.Value) })
	high := all[:min(3, len(all))]
	low := slices.Clone(all[max(len(all)-3, len(high)):])
	slices.Reverse(low)
	half := float64(slideW-2*edge-24) / 2
	d.momentList(s, d.Words.T("deck.best"), high, edge, y, half)
	d.momentList(s, d.Words.T("deck.worst"), low, edge+half+24, y, half)
	d.end(s)
}

func (d *deck) momentList(s *slide, title string, list []moment, x, y, w float64) {
	if len(list) == 0 {
		return
	}
	y += s.write(journey.Ref{}, title, voice(text.SemiBold, 12, d.pal.Second), x, y, w, 1) + 7
	for _, m := range list {
		y += d.feeling(s, m, true, x, y, w, 2) + 6
	}
}

// mood is the colour of a feeling.
func (d *deck) mood(v float64) scene.Color {
	switch {
	case v >= 0.75:
		return d.pal.Good
	case v <= -0.75:
		return d.pal.Bad
	}
	return d.pal.Middle
}

// feeling writes a moment with its value in a disc and returns how high it is.
func (d *deck) feeling(s *slide, m moment, named bool, x, y, w float64, lines int) float64 {
	const r = 13
	ref := journey.RefTo(m.Point)
	c := d.mood(m.Value)
	s.fill(ref, geom.Circle(geom.Pt(x+r, y+r), r), c)
	value := d.valueText(m.Value)
	v := voice(text.Bold, 9.6, d.pal.OnDark)
	vw := d.Measurer.Break(value, v.Spec, 0).Width()
	s.write(ref, value, v, x+r-vw/2, y+r-v.Lead/2, vw+1, 1)
	at := x + 2*r + 8
	title := m.title
	if named {
		title = trimming.Said(m.who.Name, m.title)
	}
	h := s.write(ref, title, voice(text.SemiBold, 12, d.pal.Ink), at, y, w-2*r-8, lines)
	h += s.write(ref, m.Note, voice(text.Italic, 11.5, d.pal.Body), at, y+h, w-2*r-8, lines)
	return math.Max(h, 2*r)
}

// number counts the slides at their foot, but for the cover.
func (d *deck) number() {
	for i := range d.pages {
		if i == 0 {
			continue
		}
		w := trimming.New(d.pages[i].Size, d.Measurer)
		w.Color = d.pal.Second
		n := w.Line(d.Words.F("page.number", words.Args{"Page": i + 1, "Pages": len(d.pages)}), slideW-24, slideH-12, 200, true)
		w.Line(d.x.Map.Title, 24, slideH-12, slideW-48-n-16, false)
		d.pages[i].More = append(d.pages[i].More, w.Window())
	}
}
