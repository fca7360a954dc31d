// Package dashboard draws what a map tells as one sheet of paper: key figures, the lowest points
// of the curves, stages by channels, pains without an action, priorities, and what is late.
//
// The sheet is a scene like that of a map, for the same painters. Each row of it can be touched
// and knows the record it speaks of. Units are points, the origin is top left, y grows downward.
package dashboard

import (
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Size is the sheet: A4, landscape.
var Size = geom.Size{W: 841.89, H: 595.28}

// Options are what a dashboard is drawn with. The zero value is the map's own.
type Options struct {
	Sheet    *style.Sheet    // nil: with the palette of the map
	Words    *words.Table    // nil: the language of the project
	Measurer text.Measurer   // nil: the shared library of faces
	Report   *insight.Report // nil: looked up
	Today    string          // "YYYY-MM-DD"; empty: nothing is late or stale
}

// sheet is one Arrange under way.
type sheet struct {
	pen.Pen
	st   *style.Sheet
	pal  style.Palette
	p    journey.Project
	of   journey.Map
	info journey.Info
	r    insight.Report
	w    *words.Table
	o    Options
	ref  journey.Ref // the map itself
	cast map[journey.ID]persona
}

// persona is one of those on the map, in the colour and with the sign of their curve.
type persona struct {
	name  string
	order int
	color scene.Color
}

// Arrange draws the dashboard of a map. The same project, map and options give the same scene. A
// map that is not there gives a sheet without figures.
func Arrange(p journey.Project, mapID journey.ID, o Options) *scene.Scene {
	s := newSheet(p, mapID, o, Size.H)
	s.draw()
	return s.sealed()
}

// More draws the second sheet: goals and what meets them, falls, loyalty breakers, channels, proof.
func More(p journey.Project, mapID journey.ID, o Options) *scene.Scene {
	s := newSheet(p, mapID, o, Size.H)
	area := s.area(0)
	y := s.title(area, "dashboard.more")
	s.more(geom.Rect{Min: geom.Pt(area.Min.X, y), Max: area.Max})
	s.footer(area)
	return s.sealed()
}

// Long draws both sheets as one, for reading on a screen. It is as wide as Size.
func Long(p journey.Project, mapID journey.ID, o Options) *scene.Scene {
	const under = 490.0 // what the second sheet has below its title
	s := newSheet(p, mapID, o, Size.H+under+gap)
	s.figuresAndLists(s.area(0))
	first := s.area(0)
	second := geom.R(first.Min.X, first.Max.Y+gap, first.W(), under)
	s.more(second)
	s.footer(second)
	return s.sealed()
}

func (s *sheet) sealed() *scene.Scene {
	s.Scene.Seal()
	return s.Scene
}

// newSheet begins a sheet of a height.
func newSheet(p journey.Project, mapID journey.ID, o Options, height float64) *sheet {
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
	if o.Report == nil {
		r := insight.Map(p, mapID, o.Today)
		o.Report = &r
	}
	s := &sheet{
		Pen: pen.Pen{Style: o.Sheet, Measurer: o.Measurer, Scene: &scene.Scene{MapID: mapID, Title: m.Title}},
		st:  o.Sheet, pal: o.Sheet.Palette,
		p: p, of: m, info: info, r: *o.Report, w: o.Words, o: o,
		ref: journey.Ref{Kind: journey.KindMap, ID: mapID}, cast: map[journey.ID]persona{},
	}
	s.Scene.Bounds = geom.R(0, 0, Size.W, height)
	for i, a := range p.AppearancesOf(mapID) {
		who, _ := p.Personas.Get(a.PersonaID)
		c := s.pal.Persona(i)
		if own, ok := s.pal.Own(who.Color); ok {
			c = style.Readable(own, s.pal.Ground)
		}
		s.cast[a.PersonaID] = persona{insight.Name(p, journey.RefTo(who), s.w), i, c}
	}
	return s
}

// The sheet is three bands under its title: figures, two panels, three panels.
const (
	gap      = 12.0
	figuresH = 54.0
	footerH  = 14.0
)

// area is what the paper leaves for all but the footer, on a sheet that begins at top.
func (s *sheet) area(top float64) geom.Rect {
	margin := s.st.Margin
	return geom.R(margin, top+margin, Size.W-2*margin, Size.H-2*margin-footerH)
}

func (s *sheet) draw() {
	area := s.area(0)
	s.figuresAndLists(area)
	s.footer(area)
}

func (s *sheet) figuresAndLists(area geom.Rect) {
	y := s.title(area, "dashboard.title")
	s.figures(geom.R(area.Min.X, y, area.W(), figuresH))
	y += figuresH + gap
	h := (area.Max.Y - y - gap) / 2
	third := (area.W() - 2*gap) / 3
	s.lows(geom.R(area.Min.X, y, third, h))
	s.coverage(geom.R(area.Min.X+third+gap, y, 2*third+gap, h))
	y += h + gap
	s.pains(geom.R(area.Min.X, y, third, h))
	s.priorities(geom.R(area.Min.X+third+gap, y, third+gap*2, h))
	x := area.Min.X + 2*third + 4*gap
	s.overdue(geom.R(x, y, area.Max.X-x, h))
}

// title draws what the sheet is about and returns where it ends.
func (s *sheet) title(area geom.Rect, key string) float64 {
	y := area.Min.Y
	kind := s.w.T(key)
	if s.of.Type != "" {
		kind += " · " + s.w.T("map.type."+string(s.of.Type))
	}
	y += s.Write(s.ref, s.Fit(strings.ToUpper(kind), s.st.Eyebrow, area.W(), 1), s.st.Eyebrow, area.Min.X, y) + 2
	voice := s.st.Title
	voice.Spec.Size, voice.Lead = 20, 25
	s.Write(s.ref, s.Fit(s.of.Title, voice, area.W(), 1), voice, area.Min.X, y)
	return y + voice.Lead + 8
}

// footer says below all else whose the map is and of when the figures are.
func (s *sheet) footer(area geom.Rect) {
	r := geom.R(area.Min.X, area.Max.Y+5, area.W(), footerH)
	var parts []string
	for _, t := range []string{or(s.of.Author, s.info.Owner), or(s.of.Version, s.info.Version), layout.Date(or(s.of.Date, s.info.Date), s.w)} {
		if t != "" {
			parts = append(parts, t)
		}
	}
	v := s.st.Footer
	s.Write(s.ref, s.Fit(strings.Join(parts, " · "), v, r.W()*0.6, 1), v, r.Min.X, r.Min.Y)
	if s.o.Today != "" {
		s.Right(s.ref, s.w.F("dashboard.asOf", words.Args{"Date": layout.Date(s.o.Today, s.w)}), v, r.Max.X, r.Min.Y)
	}
}

// name is what a person calls a record.
func (s *sheet) name(ref journey.Ref) string { return insight.Name(s.p, ref, s.w) }

// or returns a, or b if a is empty.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
