// Package cast draws the personas of a project as sheets of paper: a page about one of them, and
// two or more side by side with their curves on one map. Curves are laid over each other and never
// made into one.
//
// A sheet is a scene like that of a map, for the same painters. Units are points, the origin is top
// left, y grows downward. A sheet is as wide as A4 lies, and as high at least; it is as high as what
// it says, for nothing is cut off. The same project and options give the same scene.
package cast

import (
	"strings"

	"jejak/assets/words"
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/trait"
)

// Least is how large a sheet is at least: A4, landscape.
var Least = geom.Size{W: 841.89, H: 595.28}

// Options are what a sheet is drawn with. The zero value is the project's own.
type Options struct {
	Sheet    *style.Sheet  // nil: with the palette of the map, or of the project
	Words    *words.Table  // nil: the language of the project
	Measurer text.Measurer // nil: the shared library of faces
}

// sheet is one sheet being drawn, with the colours of a map.
type sheet struct {
	*draw.Drawing
	o           Options
	left, right float64     // between the margins
	ref         journey.Ref // what the marks of the sheet itself stand for
}

func begin(p journey.Project, mapID journey.ID, ref journey.Ref, width float64, o Options) *sheet {
	info := p.Info()
	if o.Sheet == nil {
		m, _ := p.Maps.Get(mapID)
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
	o.Measurer = o.Sheet.Palette.Measurer(o.Measurer)
	s := &sheet{o: o, ref: ref, left: o.Sheet.Margin, right: width - o.Sheet.Margin}
	s.Drawing = s.of(p, mapID, &scene.Scene{MapID: mapID})
	return s
}

// of is what draws the curves of a map into a scene. Who is hidden or has the focus there is shown
// like all others here.
func (s *sheet) of(p journey.Project, mapID journey.ID, to *scene.Scene) *draw.Drawing {
	d := &draw.Drawing{
		Project: p, Index: journey.NewIndex(p, mapID), Info: p.Info(), Style: s.o.Sheet, Palette: s.o.Sheet.Palette,
		Words: s.o.Words, Measurer: s.o.Measurer, Scene: to, Map: journey.Ref{Kind: journey.KindMap, ID: mapID},
	}
	d.CastPersonas(true, nil)
	for i := range d.Cast {
		d.Cast[i].Hidden, d.Cast[i].Focused = false, false
	}
	return d
}

// seal ends the sheet at y, or where A4 does, with whose it is at its foot.
func (s *sheet) seal(y float64) *scene.Scene {
	v := s.Style.Footer
	bottom := max(y+14, Least.H-s.Style.Margin-v.Lead)
	var parts []string
	for _, t := range []string{s.Info.Title, s.Info.Owner, s.Info.Version, draw.Date(s.Info.Date, s.Words)} {
		if t = strings.TrimSpace(t); t != "" {
			parts = append(parts, t)
		}
	}
	s.Write(s.ref, draw.Text{Paragraph: text.Ellipsis(s.Measurer, strings.Join(parts, " · "), v.Spec, s.right-s.left, 1)}, v, s.left, bottom)
	s.Scene.Bounds = geom.R(0, 0, s.right+s.Style.Margin, bottom+v.Lead+s.Style.Margin)
	s.Scene.Seal()
	return s.Scene
}

// person is a persona on a sheet: in the colour, with the dash and the sign of the map.
type person struct {
	trait.Person
	cast  draw.Cast
	order int
	on    bool // the map has them
}

// person finds a persona; one who is not on the map comes behind those who are.
func (s *sheet) person(id journey.ID) (person, bool) {
	who, ok := trait.Of(s.Project, id)
	if !ok {
		return person{}, false
	}
	for i, c := range s.Cast {
		if c.PersonaID == id {
			return person{who, c, i, true}, true
		}
	}
	order := len(s.Cast)
	for _, r := range s.Project.PersonasInOrder() {
		if r.ID == id {
			break
		}
		if !s.casts(r.ID) {
			order++
		}
	}
	c := s.Palette.Persona(order)
	if own, ok := s.Palette.Own(who.Color); ok {
		c = style.Readable(own, s.Palette.Ground)
	}
	return person{who, draw.Cast{Persona: who.Persona, Color: c, Ref: journey.RefTo(who.Persona)}, order, false}, true
}

func (s *sheet) casts(id journey.ID) bool {
	for _, c := range s.Cast {
		if c.PersonaID == id {
			return true
		}
	}
	return false
}

// name is what a persona is called, also where they have no name.
func (s *sheet) name(who person) string {
	if n := strings.TrimSpace(who.Person.Name); n != "" {
		return n
	}
	return s.Words.T("ui.untitled")
}

// voice is a way of setting text that the style sheet of maps does not have.
func voice(st text.Style, size, lead float64, c scene.Color) style.Voice {
	return style.Voice{Spec: text.Spec{Style: st, Size: size}, Color: c, Lead: lead}
}

// say writes a text in lines of a width and returns its height.
func (s *sheet) say(ref journey.Ref, str string, v style.Voice, x, y, width float64) float64 {
	if strings.TrimSpace(str) == "" {
		return 0
	}
	return s.Write(ref, s.Set(str, v, width), v, x, y)
}

// brief writes a text in one line, cut off where it is too long, and returns its width.
func (s *sheet) brief(ref journey.Ref, str string, v style.Voice, x, y, width float64) float64 {
	t := draw.Text{Paragraph: text.Ellipsis(s.Measurer, str, v.Spec, max(width, 1), 1)}.Tight()
	s.Write(ref, t, v, x, y)
	return t.Width()
}

// high is how high say would be.
func (s *sheet) high(str string, v style.Voice, width float64) float64 {
	if strings.TrimSpace(str) == "" {
		return 0
	}
	return draw.Height(s.Set(str, v, width), v)
}

// pillH is how high a pill is.
const pillH = 15.0

// basis draws whether a persona is fictional or researched, and returns how wide that is: researched
// stands on a ground, fictional in a broken rim, so that they differ without colour.
func (s *sheet) basis(who person, x, y float64) float64 {
	v := voice(text.SemiBold, 7.6, 10, s.Palette.Second)
	label := s.Words.T("people.basis.unknown")
	if b := who.Persona.Basis; b != journey.BasisUnknown {
		label = s.Words.T("persona.basis." + string(b))
	}
	researched := who.Persona.Basis == journey.BasisResearched
	if researched {
		v.Color = style.Readable(s.Palette.Good, s.Palette.ChanceGround)
	}
	t := s.SetLine(label, v)
	pad := 8.0
	lead := 0.0
	if researched {
		lead = 11
	}
	r := geom.R(x, y, t.Width()+lead+2*pad, pillH)
	shape := geom.RoundRect(r.Inset(0.4), pillH/2-0.4)
	if researched {
		s.Fill(who.cast.Ref, shape, s.Palette.ChanceGround)
		s.Stroke(who.cast.Ref, shape, 0.8, v.Color)
		m := geom.Pt(x+pad+3, r.Center().Y)
		s.Stroke(who.cast.Ref, geom.Polyline(m.Add(geom.Pt(-3, 0.2)), m.Add(geom.Pt(-0.8, 2.4)), m.Add(geom.Pt(3.4, -2.4))), 1.3, v.Color)
	} else {
		s.Stroke(who.cast.Ref, shape, 0.9, v.Color, 2.4, 2)
	}
	s.Write(who.cast.Ref, t, v, x+pad+lead, y+(pillH-v.Lead)/2)
	return r.W()
}

// chip is a channel in a pill.
type chip struct {
	journey.Channel
	ink    scene.Color
	filled bool
}

const chipH = 17.0

// chips draws channels in rows of a width and returns how high they are; nothing is drawn if
// measure is set.
func (s *sheet) chips(ref journey.Ref, list []chip, x, y, width float64, measure bool) float64 {
	const gap, pad, sign = 5.0, 7.0, 14.0
	v := s.Style.CardMeta
	at, top := x, y
	for i, c := range list {
		name := strings.TrimSpace(c.Name)
		if name == "" {
			name = s.Words.T("ui.untitled")
		}
		t := draw.Text{Paragraph: text.Ellipsis(s.Measurer, name, v.Spec, width-2*pad-sign, 1)}.Tight()
		w := t.Width() + 2*pad + sign
		if i > 0 && at+w > x+width {
			at, top = x, top+chipH+gap
		}
		if !measure {
			ic, ok := icon.Named(c.Icon)
			if !ok {
				ic = icon.For(c.Name)
			}
			shape := geom.RoundRect(geom.R(at, top, w, chipH).Inset(0.4), chipH/2-0.4)
			v.Color = c.ink
			if c.filled {
				ground := style.Mix(s.Palette.Paper, c.ink, 0.14)
				v.Color = style.Readable(c.ink, ground)
				s.Fill(ref, shape, ground)
			}
			s.Stroke(ref, shape, 0.8, style.Mix(s.Palette.Paper, c.ink, 0.5))
			s.Icon(ref, ic, geom.R(at+pad-2, top+(chipH-11)/2, 11, 11), v.Color)
			s.Write(ref, t, v, at+pad+sign-2, top+(chipH-v.Lead)/2)
		}
		at += w + gap
	}
	if len(list) == 0 {
		return 0
	}
	return top + chipH - y
}

// quoted puts what somebody says into quotation marks; both languages use the same.
func quoted(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return "“" + s + "”"
}
