package draw

import (
	"cmp"
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// Cast is a persona on this map with the colour it has here.
type Cast struct {
	journey.Appearance
	Persona journey.Persona
	Color   scene.Color
	Ref     journey.Ref
}

// CastPersonas gives every persona of the map its colour. Those that are left out, or all, have no
// box beside the title.
func (d *Drawing) CastPersonas(noBoxes bool, leave map[journey.ID]bool) {
	for i, a := range d.Index.Appearances {
		pe, ok := d.Project.Personas.Get(a.PersonaID)
		if !ok {
			continue
		}
		c := d.Palette.Persona(i)
		if own, ok := d.Palette.Own(pe.Color); ok {
			c = style.Readable(own, d.Palette.Ground)
		}
		d.Cast = append(d.Cast, Cast{a, pe, c, journey.RefTo(pe)})
		if !noBoxes && !leave[pe.ID] {
			d.Boxed = append(d.Boxed, d.Cast[len(d.Cast)-1])
		}
	}
}

// The persona boxes stand right of the title, in rows that leave the title at least this much.
const (
	boxWidth  = 176
	boxGap    = 8
	boxPad    = 9
	portrait  = 34
	titleArea = 330
)

// TitleBlock draws type, title and scenario at the left and the personas at the right, and
// returns where it ends.
func (d *Drawing) TitleBlock(y float64) float64 {
	m := d.Index.Map
	full := d.Right - d.Style.Margin
	perRow := max(1, int((full-titleArea+boxGap)/(boxWidth+boxGap)))
	perRow = min(perRow, max(1, len(d.Boxed)))
	boxes := float64(perRow)*(boxWidth+boxGap) - boxGap
	width := full
	if len(d.Boxed) > 0 {
		width = full - boxes - 24
	}
	x, top := d.Style.Margin, y
	kind := d.Set(strings.ToUpper(d.Words.T("map.type."+string(cmp.Or(string(m.Type), string(journey.CurrentState))))), d.Style.Eyebrow, width)
	y += d.Write(d.Map, kind, d.Style.Eyebrow, x, y) + 3

	title := d.Set(m.Title, d.Style.Title, width)
	h := max(Height(title, d.Style.Title), d.Style.Title.Lead)
	d.Write(d.Map, title, d.Style.Title, x, y)
	d.Editable(d.Map, scene.PartTitle, geom.R(x, y, width, h), d.Style.Title)
	y += h + 3

	scenario := d.Set(m.Scenario, d.Style.Scenario, width)
	h = max(Height(scenario, d.Style.Scenario), d.Style.Scenario.Lead)
	d.Write(d.Map, scenario, d.Style.Scenario, x, y)
	d.Editable(d.Map, scene.PartText, geom.R(x, y, width, h), d.Style.Scenario)
	y += h
	if m.Expectations != "" {
		p := d.Set(d.Words.F("map.expects", map[string]any{"Text": m.Expectations}), d.Style.Scenario, width)
		y += d.Write(d.Map, p, d.Style.Scenario, x, y)
	}
	if list := d.Index.Latest[d.Map]; len(list) > 0 {
		y = d.measureRow(list, x, y+4, width)
	}
	return math.Max(y, d.personas(top, perRow))
}

// personas draws the boxes, right-aligned, and returns where they end.
func (d *Drawing) personas(y float64, perRow int) float64 {
	end := y
	for row := 0; row*perRow < len(d.Boxed); row++ {
		group := d.Boxed[row*perRow : min((row+1)*perRow, len(d.Boxed))]
		x0 := d.Right - float64(len(group))*(boxWidth+boxGap) + boxGap
		if row > 0 {
			x0 = d.Right - float64(perRow)*(boxWidth+boxGap) + boxGap
		}
		boxes := make([]personaBox, len(group))
		h := 0.0
		for i, c := range group {
			boxes[i] = d.measurePersona(c)
			h = math.Max(h, boxes[i].height)
		}
		for i := range boxes {
			d.drawPersona(boxes[i], geom.R(x0+float64(i)*(boxWidth+boxGap), y, boxWidth, h))
		}
		end = y + h
		y = end + boxGap
	}
	return end
}

type personaBox struct {
	Cast
	name, fact, quote Text
	said              style.Voice // the quote's voice, in the persona's colour
	foot              foot
	inner, height     float64
}

func (d *Drawing) measurePersona(c Cast) personaBox {
	b := personaBox{Cast: c, said: d.Style.Quote}
	b.said.Color = c.Color
	width := float64(boxWidth - portrait - 3*boxPad)
	b.name = d.Set(c.Persona.Name, d.Style.PersonaName, width)
	b.fact = d.Set(c.Persona.Summary, d.Style.PersonaFact, width)
	b.quote = d.Set(quoted(c.Persona.Quote), b.said, width)
	b.inner = Height(b.name, d.Style.PersonaName)
	for _, p := range []struct {
		Text
		style.Voice
	}{{b.fact, d.Style.PersonaFact}, {b.quote, b.said}} {
		if h := Height(p.Text, p.Voice); h > 0 {
			b.inner += h + 1.5
		}
	}
	b.foot = d.measureFoot(c)
	b.inner += b.foot.height
	b.height = math.Max(b.inner, portrait) + 2*boxPad
	return b
}

func (d *Drawing) drawPersona(b personaBox, r geom.Rect) {
	d.Fill(b.Ref, geom.RoundRect(r, 8), d.Palette.Ground)
	d.Stroke(b.Ref, geom.RoundRect(r.Inset(d.Style.Border/2), 8), d.Style.Border, d.Palette.Line)
	d.Target(b.Ref, scene.PartBody, r)
	d.Portrait(b.Cast, geom.R(r.Min.X+boxPad, r.Center().Y-portrait/2, portrait, portrait))
	x, y := r.Min.X+2*boxPad+portrait, r.Center().Y-b.inner/2
	width := r.Max.X - boxPad - x
	h := d.Write(b.Ref, b.name, d.Style.PersonaName, x, y)
	d.Editable(b.Ref, scene.PartTitle, geom.R(x, y, width, h), d.Style.PersonaName)
	y += h
	if h := d.Write(b.Ref, b.fact, d.Style.PersonaFact, x, y+1.5); h > 0 {
		y += h + 1.5
	}
	if h := d.Write(b.Ref, b.quote, b.said, x, y+1.5); h > 0 {
		d.Editable(b.Ref, scene.PartText, geom.R(x, y+1.5, width, h), b.said)
		y += h + 1.5
	}
	d.drawFoot(b.Cast, b.foot, x, r.Max.X-boxPad, y)
}

// Portrait draws the persona's picture, or head and shoulders in their colour.
func (d *Drawing) Portrait(c Cast, r geom.Rect) {
	m, rad := r.Center(), r.W()/2
	if img, ok := d.image(c.Persona.ImageID); ok {
		d.show(c.Ref, img, covering(img, r), geom.Circle(m, rad), c.Persona.Name)
		return
	}
	d.Fill(c.Ref, geom.Circle(m, rad), style.Mix(d.Palette.Paper, c.Color, 0.16))
	d.Fill(c.Ref, geom.Circle(geom.Pt(m.X, m.Y-0.24*rad), 0.34*rad), c.Color)
	var s geom.Path
	w, base, top := 0.58*rad, m.Y+0.62*rad, m.Y+0.16*rad
	s.Move(geom.Pt(m.X-w, base))
	s.Cubic(geom.Pt(m.X-w, top+0.1*rad), geom.Pt(m.X-0.34*rad, top), geom.Pt(m.X, top))
	s.Cubic(geom.Pt(m.X+0.34*rad, top), geom.Pt(m.X+w, top+0.1*rad), geom.Pt(m.X+w, base))
	s.Close()
	d.Fill(c.Ref, s, c.Color)
}

// quoted puts a spoken text in quotation marks; both languages use the same.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}
