package layout

import (
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// footer says whose the map is and of when, and what its signs mean. It returns where it ends.
func (d *drawing) footer(y float64) float64 {
	y += 22
	v := d.st.Footer
	m := d.x.Map
	var parts []string
	for _, s := range []string{or(m.Author, d.info.Owner), or(m.Version, d.info.Version), d.date(or(m.Date, d.info.Date))} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	full := d.right - d.st.Margin
	left := d.set(strings.Join(parts, " · "), v, full*0.45)
	lh := d.write(d.ref, left, v, d.st.Margin, y)
	return y + max(lh, d.legend(y, full*0.52), v.Lead)
}

// sign is one entry of the legend.
type sign struct {
	draw  func(c geom.Point)
	label setText
}

// legend draws the signs, right-aligned, on as many lines as they need; it returns its height.
func (d *drawing) legend(y, room float64) float64 {
	v := d.st.Footer
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
		x := d.right + between
		for _, s := range line {
			x -= mark + gap + s.label.Width() + between
		}
		top := y + float64(i)*(v.Lead+2)
		for _, s := range line {
			s.draw(geom.Pt(x+mark/2, top+v.Lead/2))
			d.write(d.ref, s.label, v, x+mark+gap, top)
			x += mark + gap + s.label.Width() + between
		}
	}
	return float64(len(lines)) * (v.Lead + 2)
}

// signs lists what the map uses and a reader may not know.
func (d *drawing) signs() []sign {
	var list []sign
	if d.noLegend {
		return nil
	}
	v := d.st.Footer
	for i, c := range d.cast {
		if len(d.x.Points[c.PersonaID]) == 0 || c.Hidden {
			continue
		}
		i, c := i, c
		list = append(list, sign{func(at geom.Point) { d.fill(d.ref, shape(i, at, 3.2), c.color) }, d.set(c.persona.Name, v, 160).tight()})
	}
	var star, broken, loop bool
	for _, cards := range d.x.Cards {
		for _, c := range cards {
			if _, shown := d.cards[c.ID]; shown {
				star, broken = star || c.MomentOfTruth, broken || c.LoyaltyBreaker
			}
		}
	}
	for _, l := range d.x.Links {
		loop = loop || l.LinkKind == journey.LinkLoopBack
	}
	add := func(use bool, name string, color scene.Color, key string) {
		if !use {
			return
		}
		ic, _ := icon.Named(name)
		list = append(list, sign{func(at geom.Point) { d.icon(d.ref, ic, geom.R(at.X-4, at.Y-4, 8, 8), color) }, d.setLine(d.w.T(key), v)})
	}
	add(star, "star", d.pal.Star, "map.moment")
	add(broken, "broken", d.pal.Bad, "map.breaker")
	add(loop, "loop", d.pal.Second, "map.loops")
	return list
}
