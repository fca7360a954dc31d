package layout

import (
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// cast is a persona on this map with the colour it has here.
type cast struct {
	journey.Appearance
	persona journey.Persona
	color   scene.Color
	ref     journey.Ref
}

func (d *drawing) castPersonas(o Options) {
	for i, a := range d.x.Appearances {
		pe, ok := d.p.Personas.Get(a.PersonaID)
		if !ok {
			continue
		}
		c := d.pal.Persona(i)
		if own, ok := d.pal.Own(pe.Color); ok {
			c = style.Readable(own, d.pal.Ground)
		}
		d.cast = append(d.cast, cast{a, pe, c, journey.RefTo(pe)})
		if !o.NoPersonas && !o.Leave[pe.ID] {
			d.boxed = append(d.boxed, d.cast[len(d.cast)-1])
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

// titleBlock draws type, title and scenario at the left and the personas at the right, and
// returns where it ends.
func (d *drawing) titleBlock(y float64) float64 {
	m := d.x.Map
	full := d.right - d.st.Margin
	perRow := max(1, int((full-titleArea+boxGap)/(boxWidth+boxGap)))
	perRow = min(perRow, max(1, len(d.boxed)))
	boxes := float64(perRow)*(boxWidth+boxGap) - boxGap
	width := full
	if len(d.boxed) > 0 {
		width = full - boxes - 24
	}
	x, top := d.st.Margin, y
	kind := d.set(strings.ToUpper(d.w.T("map.type."+string(or(string(m.Type), string(journey.CurrentState))))), d.st.Eyebrow, width)
	y += d.write(d.ref, kind, d.st.Eyebrow, x, y) + 3

	title := d.set(m.Title, d.st.Title, width)
	h := max(height(title, d.st.Title), d.st.Title.Lead)
	d.write(d.ref, title, d.st.Title, x, y)
	d.editable(d.ref, scene.PartTitle, geom.R(x, y, width, h), d.st.Title)
	y += h + 3

	scenario := d.set(m.Scenario, d.st.Scenario, width)
	h = max(height(scenario, d.st.Scenario), d.st.Scenario.Lead)
	d.write(d.ref, scenario, d.st.Scenario, x, y)
	d.editable(d.ref, scene.PartText, geom.R(x, y, width, h), d.st.Scenario)
	y += h
	if m.Expectations != "" {
		p := d.set(d.w.F("map.expects", map[string]any{"Text": m.Expectations}), d.st.Scenario, width)
		y += d.write(d.ref, p, d.st.Scenario, x, y)
	}
	for _, ms := range d.x.Latest[d.ref] {
		y += 4 + d.write(journey.RefTo(ms), d.set(d.measureLine(ms), d.st.CardMeta, width), d.st.CardMeta, x, y+4)
	}
	return math.Max(y, d.personas(top, perRow))
}

// personas draws the boxes, right-aligned, and returns where they end.
func (d *drawing) personas(y float64, perRow int) float64 {
	end := y
	for row := 0; row*perRow < len(d.boxed); row++ {
		group := d.boxed[row*perRow : min((row+1)*perRow, len(d.boxed))]
		x0 := d.right - float64(len(group))*(boxWidth+boxGap) + boxGap
		if row > 0 {
			x0 = d.right - float64(perRow)*(boxWidth+boxGap) + boxGap
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
	cast
	name, fact, quote setText
	said              style.Voice // the quote's voice, in the persona's colour
	inner, height     float64
}

func (d *drawing) measurePersona(c cast) personaBox {
	b := personaBox{cast: c, said: d.st.Quote}
	b.said.Color = c.color
	width := float64(boxWidth - portrait - 3*boxPad)
	b.name = d.set(c.persona.Name, d.st.PersonaName, width)
	b.fact = d.set(c.persona.Summary, d.st.PersonaFact, width)
	b.quote = d.set(quoted(c.persona.Quote), b.said, width)
	b.inner = height(b.name, d.st.PersonaName)
	for _, p := range []struct {
		setText
		style.Voice
	}{{b.fact, d.st.PersonaFact}, {b.quote, b.said}} {
		if h := height(p.setText, p.Voice); h > 0 {
			b.inner += h + 1.5
		}
	}
	b.height = math.Max(b.inner, portrait) + 2*boxPad
	return b
}

func (d *drawing) drawPersona(b personaBox, r geom.Rect) {
	d.fill(b.ref, geom.RoundRect(r, 8), d.pal.Ground)
	d.stroke(b.ref, geom.RoundRect(r.Inset(d.st.Border/2), 8), d.st.Border, d.pal.Line)
	d.target(b.ref, scene.PartBody, r)
	d.portrait(b.cast, geom.R(r.Min.X+boxPad, r.Center().Y-portrait/2, portrait, portrait))
	x, y := r.Min.X+2*boxPad+portrait, r.Center().Y-b.inner/2
	width := r.Max.X - boxPad - x
	h := d.write(b.ref, b.name, d.st.PersonaName, x, y)
	d.editable(b.ref, scene.PartTitle, geom.R(x, y, width, h), d.st.PersonaName)
	y += h
	if h := d.write(b.ref, b.fact, d.st.PersonaFact, x, y+1.5); h > 0 {
		y += h + 1.5
	}
	if h := d.write(b.ref, b.quote, b.said, x, y+1.5); h > 0 {
		d.editable(b.ref, scene.PartText, geom.R(x, y+1.5, width, h), b.said)
	}
}

// portrait draws the persona's picture, or head and shoulders in their colour.
func (d *drawing) portrait(c cast, r geom.Rect) {
	m, rad := r.Center(), r.W()/2
	if img, ok := d.image(c.persona.ImageID); ok {
		d.show(c.ref, img, covering(img, r), geom.Circle(m, rad), c.persona.Name)
		return
	}
	d.fill(c.ref, geom.Circle(m, rad), style.Mix(d.pal.Paper, c.color, 0.16))
	d.fill(c.ref, geom.Circle(geom.Pt(m.X, m.Y-0.24*rad), 0.34*rad), c.color)
	var s geom.Path
	w, base, top := 0.58*rad, m.Y+0.62*rad, m.Y+0.16*rad
	s.Move(geom.Pt(m.X-w, base))
	s.Cubic(geom.Pt(m.X-w, top+0.1*rad), geom.Pt(m.X-0.34*rad, top), geom.Pt(m.X, top))
	s.Cubic(geom.Pt(m.X+0.34*rad, top), geom.Pt(m.X+w, top+0.1*rad), geom.Pt(m.X+w, base))
	s.Close()
	d.fill(c.ref, s, c.color)
}

// quoted puts a spoken text in quotation marks; both languages use the same.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}
