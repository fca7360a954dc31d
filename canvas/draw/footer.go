package draw

import (
	"cmp"
	"slices"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Footer says whose the map is and of when, and what its signs mean. It returns where it ends.
func (d *Drawing) Footer(y float64) float64 {
	y += 22
	v := d.Style.Footer
	m := d.Index.Map
	var parts []string
	for _, s := range []string{cmp.Or(m.Author, d.Info.Owner), cmp.Or(m.Version, d.Info.Version), d.date(cmp.Or(m.Date, d.Info.Date))} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	full := d.Right - d.Style.Margin
	left := d.Set(strings.Join(parts, " · "), v, full*0.45)
	lh := d.Write(d.Map, left, v, d.Style.Margin, y)
	return y + max(lh, d.Legend(y, full*0.52), v.Lead)
}

// Sign is an entry of the legend that is not of the map itself. Draw draws it about a point, some 8
// points wide and high.
type Sign struct {
	Draw  func(d *Drawing, at geom.Point)
	Label string
}

// sign is one entry of the legend.
type sign struct {
	draw  func(c geom.Point)
	label Text
}

// Legend draws the signs, right-aligned, on as many lines as they need; it returns its height.
func (d *Drawing) Legend(y, room float64) float64 {
	v := d.Style.Footer
	const mark, gap, between = 8, 4, 14
	signs := d.signs()
	var lines [][]sign
	used := 0.0
	for _, s := range signs {
		w := mark + gap + s.label.Width() + between
		if len(lines) == 0 || used+w > room {
			lines = append(lines, nil)
			used = 0
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], s)
		used += w
	}
	for i, line := range lines {
		x := d.Right + between
		for _, s := range line {
			x -= mark + gap + s.label.Width() + between
		}
		top := y + float64(i)*(v.Lead+2)
		for _, s := range line {
			s.draw(geom.Pt(x+mark/2, top+v.Lead/2))
			d.Write(d.Map, s.label, v, x+mark+gap, top)
			x += mark + gap + s.label.Width() + between
		}
	}
	return float64(len(lines)) * (v.Lead + 2)
}

// signs lists what the map uses and a reader may not know.
func (d *Drawing) signs() []sign {
	var list []sign
	if d.NoLegend {
		return nil
	}
	v := d.Style.Footer
	for i, c := range d.Cast {
		if len(d.Index.Points[c.PersonaID]) == 0 || c.Hidden {
			continue
		}
		i, c := i, c
		list = append(list, sign{func(at geom.Point) { d.Fill(d.Map, Marker(i, at, 3.2), c.Color) }, d.Set(c.Persona.Name, v, 160).Tight()})
	}
	for _, o := range []journey.Outcome{journey.OutcomeMet, journey.OutcomePartly, journey.OutcomeUnmet} {
		if !slices.ContainsFunc(d.Index.Stages, func(s journey.Stage) bool { return s.Outcome == o }) {
			continue
		}
		list = append(list, sign{func(at geom.Point) {
			d.Outcome(d.Map, o, geom.R(at.X-4, at.Y-4, 8, 8), d.Palette.Second, d.Palette.Ground)
		}, d.SetLine(d.Words.T("map.outcome."+string(o)), v)})
	}
	var star, broken, loop bool
	for _, cards := range d.Index.Cards {
		for _, c := range cards {
			if _, shown := d.Cards[c.ID]; shown {
				star, broken = star || c.MomentOfTruth, broken || c.LoyaltyBreaker
			}
		}
	}
	for _, l := range d.Index.Links {
		loop = loop || l.LinkKind == journey.LinkLoopBack
	}
	add := func(use bool, name string, color scene.Color, key string) {
		if !use {
			return
		}
		ic, _ := icon.Named(name)
		list = append(list, sign{func(at geom.Point) { d.Icon(d.Map, ic, geom.R(at.X-4, at.Y-4, 8, 8), color) }, d.SetLine(d.Words.T(key), v)})
	}
	add(star, "star", d.Palette.Star, "map.moment")
	add(broken, "broken", d.Palette.Bad, "map.breaker")
	add(loop, "loop", d.Palette.Second, "map.loops")
	list = append(list, d.answerSigns()...)
	for _, s := range d.Signs {
		list = append(list, sign{func(at geom.Point) { s.Draw(d, at) }, d.Set(s.Label, v, 200).Tight()})
	}
	return list
}
