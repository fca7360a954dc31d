package draw

import (
	"jejak/canvas/geom"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// The line at the foot of a persona's box: whether they are fictional or researched, and how their
// curve looks.
const (
	footGap    = 3.0
	basisRoom  = 10.0 // of the sign before the word
	sampleWide = 30.0
)

// foot is that line.
type foot struct {
	basis   Text // empty: nobody said
	curve   bool // there is more than one curve on the map
	order   int
	height  float64 // 0: there is no line
	sourced bool
}

func (d *Drawing) measureFoot(c Cast) foot {
	var f foot
	if b := c.Persona.Basis; b != journey.BasisUnknown {
		f.basis, f.sourced = d.SetLine(d.Words.T("persona.basis."+string(b)), d.Style.PersonaFact), b == journey.BasisResearched
	}
	curves, own := 0, false
	for i, o := range d.Cast {
		if len(d.Index.Points[o.PersonaID]) == 0 || o.Hidden {
			continue
		}
		curves++
		if o.PersonaID == c.PersonaID {
			f.order, own = i, true
		}
	}
	if f.curve = own && curves > 1; f.curve || f.basis.Text != "" {
		f.height = footGap + d.Style.PersonaFact.Lead
	}
	return f
}

// drawFoot draws the line from x to the right edge, below y.
func (d *Drawing) drawFoot(c Cast, f foot, x, right, y float64) {
	if f.height == 0 {
		return
	}
	v := d.Style.PersonaFact
	mid := y + footGap + v.Lead/2
	if f.basis.Text != "" {
		at := geom.Pt(x+3.2, mid)
		if f.sourced {
			tick := geom.Polyline(at.Add(geom.Pt(-3, 0.2)), at.Add(geom.Pt(-0.9, 2.4)), at.Add(geom.Pt(3.2, -2.4)))
			v.Color = style.Readable(d.Palette.Good, d.Palette.Ground)
			d.Stroke(c.Ref, tick, 1.2, v.Color)
		} else {
			d.Stroke(c.Ref, geom.Circle(at, 2.8), 0.9, v.Color, 1.6, 1.3)
		}
		d.Write(c.Ref, f.basis, v, x+basisRoom, mid-v.Lead/2)
		x += basisRoom + f.basis.Width() + 8
	}
	if f.curve && right-x >= sampleWide {
		d.Line(c.Ref, right-sampleWide, mid, right, mid, d.Style.SecondCurveWidth, c.Color, Dash(f.order)...)
		m := Marker(f.order, geom.Pt(right-sampleWide/2, mid), 3)
		d.Fill(c.Ref, m, d.Palette.Ground)
		d.Stroke(c.Ref, m, 1.3, c.Color)
	}
}
