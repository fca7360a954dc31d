package cast

import (
	"strings"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/trait"
)

// The page: a head with portrait and quote, facts at the left, what moves the persona at the right,
// and their curves below.
const (
	faceSide = 108.0
	factsW   = 176.0
	colGap   = 20.0
	panelGap = 12.0
	panelPad = 12.0
	chartH   = 84.0 // at least
	chartGap = 14.0
	labelW   = 118.0 // of the maps, beside their charts

	mostChartH = 170.0
)

// Page draws all about one persona in the colours they have on a map, and their curve on each map
// they stand on. A persona that is not there gives an empty sheet; mapID may be empty.
func Page(p journey.Project, mapID, personaID journey.ID, o Options) *scene.Scene {
	s := begin(p, mapID, journey.Ref{Kind: journey.KindPersona, ID: personaID}, Least.W, o)
	y := s.Style.Margin
	who, ok := s.person(personaID)
	if !ok {
		return s.seal(y)
	}
	s.Scene.Title = s.name(who)
	y = s.head(who, y)
	y = max(s.facts(who, y), s.panels(who, y)) + 18
	return s.seal(s.maps(who, y))
}

// head draws portrait, name, basis and quote, and returns where they end.
func (s *sheet) head(who person, top float64) float64 {
	s.Portrait(who.cast, geom.R(s.left, top, faceSide, faceSide))
	x := s.left + faceSide + 22
	width := s.right - x
	quote := voice(text.Italic, 14, 19, style.Readable(who.cast.Color, s.Palette.Paper))
	if who.Known(trait.Quote) {
		width = (s.right - x) * 0.52
		qx := x + width + 26
		h := s.high(quoted(who.Quote), quote, s.right-qx)
		qy := top + max(0, (faceSide-h)/2)
		s.Fill(who.cast.Ref, geom.RoundRect(geom.R(qx-14, qy-2, 3, h+4), 1.5), who.cast.Color)
		s.say(who.cast.Ref, quoted(who.Quote), quote, qx, qy, s.right-qx)
	}
	name := s.Style.Title
	fact := voice(text.Regular, 10.6, 14.4, s.Palette.Second)
	small := s.Style.LaneHint
	title := s.name(who)
	h := s.Style.Eyebrow.Lead + 2 + s.high(title, name, width) + s.high(who.Summary, fact, width) + 8 + pillH
	if who.Known(trait.Source) {
		h += 3 + s.high(s.source(who), small, width)
	}
	y := top + max(0, (faceSide-h)/2)
	y += s.say(s.ref, strings.ToUpper(s.Words.T("people.page")), s.Style.Eyebrow, x, y, width) + 2
	y += s.say(who.cast.Ref, title, name, x, y, width)
	y += s.say(who.cast.Ref, who.Summary, fact, x, y, width) + 8
	s.basis(who, x, y)
	y += pillH
	if who.Known(trait.Source) {
		y += 3
		y += s.say(who.cast.Ref, s.source(who), small, x, y, width)
	}
	qh := s.high(quoted(who.Quote), quote, s.right-x-width-26)
	y = max(y, top+faceSide, top+qh) + 16
	s.Line(s.ref, s.left, y, s.right, y, s.Style.Border, s.Palette.Line)
	return y + 16
}

func (s *sheet) source(who person) string {
	return s.Words.F("people.source", map[string]any{"Text": strings.TrimSpace(who.Source)})
}

// facts draws short texts and channels one below the other and returns where they end.
func (s *sheet) facts(who person, y float64) float64 {
	caption, body := s.Style.LaneHint, voice(text.Regular, 9.6, 13.4, s.Palette.Ink)
	for _, t := range []trait.Trait{trait.Age, trait.Occupation, trait.Segment, trait.Technology} {
		if who.Known(t) {
			y += s.say(who.cast.Ref, s.Words.T(string(t)), caption, s.left, y, factsW) + 1
			y += s.say(who.cast.Ref, strings.TrimSpace(who.Text(t)), body, s.left, y, factsW) + 10
		}
	}
	if list := who.Channels(); len(list) > 0 {
		y += s.say(who.cast.Ref, s.Words.T(string(trait.Channels)), caption, s.left, y, factsW) + 4
		var chips []chip
		for _, c := range list {
			chips = append(chips, chip{c, s.Palette.Body, false})
		}
		y += s.chips(who.cast.Ref, chips, s.left, y, factsW, false) + 10
	}
	return y
}

// panels draws what moves a persona in two columns and returns where they end.
func (s *sheet) panels(who person, y float64) float64 {
	var list []trait.Trait
	for _, t := range []trait.Trait{trait.Goals, trait.Needs, trait.Motivations, trait.Frustrations, trait.Background} {
		if who.Known(t) {
			list = append(list, t)
		}
	}
	x := s.left + factsW + colGap
	if !who.Known(trait.Age) && !who.Known(trait.Occupation) && !who.Known(trait.Segment) && !who.Known(trait.Technology) && len(who.Channels()) == 0 {
		x = s.left
	}
	if len(list) == 0 {
		return y + s.say(who.cast.Ref, s.Words.T("people.page.nothing"), s.Style.Scenario, x, y, s.right-x)
	}
	half := (s.right - x - panelGap) / 2
	for len(list) > 0 {
		n := min(2, len(list))
		w := half
		if n == 1 {
			w = s.right - x
		}
		h := 0.0
		for _, t := range list[:n] {
			h = max(h, s.panelHeight(who, t, w))
		}
		for i, t := range list[:n] {
			s.panel(who, t, geom.R(x+float64(i)*(half+panelGap), y, w, h))
		}
		list, y = list[n:], y+h+panelGap
	}
	return y - panelGap
}

func (s *sheet) panelVoice() style.Voice { return voice(text.Regular, 9.6, 13.6, s.Palette.Body) }

func (s *sheet) panelHeight(who person, t trait.Trait, w float64) float64 {
	return 2*panelPad + s.Style.LaneTitle.Lead + 4 + s.high(strings.TrimSpace(who.Text(t)), s.panelVoice(), w-2*panelPad)
}

func (s *sheet) panel(who person, t trait.Trait, r geom.Rect) {
	s.Fill(who.cast.Ref, geom.RoundRect(r, 8), s.Palette.Ground)
	s.Stroke(who.cast.Ref, geom.RoundRect(r.Inset(s.Style.Border/2), 8), s.Style.Border, s.Palette.Line)
	x, y, w := r.Min.X+panelPad, r.Min.Y+panelPad, r.W()-2*panelPad
	y += s.say(who.cast.Ref, s.Words.T(string(t)), s.Style.LaneTitle, x, y, w) + 4
	s.say(who.cast.Ref, strings.TrimSpace(who.Text(t)), s.panelVoice(), x, y, w)
}

// maps draws the curve of a persona on each of their maps and returns where that ends. A library of
// personas has none.
func (s *sheet) maps(who person, y float64) float64 {
	if s.Project.Maps.Len() == 0 {
		return y
	}
	head := s.Style.LaneTitle
	y += s.say(s.ref, s.Words.T("people.page.maps"), head, s.left, y, s.right-s.left) + 8
	var list []stand
	for _, m := range s.Project.MapsInOrder() {
		d := s.of(s.Project, m.ID, s.Scene)
		for i, c := range d.Cast {
			if c.PersonaID == who.Persona.ID {
				list = append(list, stand{d, i})
			}
		}
	}
	if len(list) == 0 {
		return y + s.say(s.ref, s.Words.T("people.page.noMaps"), s.Style.LaneHint, s.left, y, s.right-s.left)
	}
	// Where A4 has room left the charts take it.
	room := Least.H - s.Style.Margin - s.Style.Footer.Lead - 14 - y
	h := min(max(room/float64(len(list))-chartGap, chartH), mostChartH)
	for _, at := range list {
		y = s.onMap(who, at, y, h) + chartGap
	}
	return y
}

// stand is a place of a persona on a map: so many stand before them.
type stand struct {
	*draw.Drawing
	order int
}

// onMap draws the curve on one map, with what the map is at its left.
func (s *sheet) onMap(who person, d stand, y, h float64) float64 {
	title, kind := s.Style.CardTitle, s.Style.LaneHint
	m := d.Index.Map
	mapType := m.Type
	if mapType == "" {
		mapType = journey.CurrentState
	}
	at := y + 2
	name := strings.TrimSpace(m.Title)
	if name == "" {
		name = s.Words.T("ui.untitled")
	}
	w := labelW - 14
	at += s.say(d.Map, name, title, s.left, at, w) + 1
	at += s.say(d.Map, s.Words.T("map.type."+string(mapType)), kind, s.left, at, w) + 7
	there := person{who.Person, d.Cast[d.order], d.order, true}
	s.sample(there, s.left, at+3, 26)
	s.Target(d.Map, scene.PartBody, geom.R(s.left, y, s.right-s.left, h))
	c := &chart{Drawing: d.Drawing, s: s, room: geom.R(s.left+labelW, y, s.right-s.left-labelW, h)}
	if len(d.Index.Stages) == 0 || !c.draw([]journey.ID{who.Persona.ID}, true) {
		s.say(d.Map, s.Words.T("people.noCurve"), kind, c.room.Min.X+10, y+stageH+8, c.room.W()-20)
	}
	if len(d.Index.Stages) == 0 {
		return at + 8
	}
	return max(y+h, at+8)
}
