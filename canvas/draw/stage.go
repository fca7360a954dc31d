package draw

import (
	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// Hue is the colour of the stage of an index.
func (d *Drawing) Hue(stage int) scene.Color {
	if own, ok := d.Palette.Own(d.Index.Stages[stage].Color); ok {
		return style.Readable(own, d.Palette.OnHue)
	}
	return d.Palette.Stage(stage, len(d.Index.Stages))
}

// Outcome draws whether a goal is met: a ticked disc, a half disc, a ring.
func (d *Drawing) Outcome(ref journey.Ref, o journey.Outcome, r geom.Rect, c, ground scene.Color) {
	name := map[journey.Outcome]string{journey.OutcomeMet: "met", journey.OutcomePartly: "partly", journey.OutcomeUnmet: "unmet"}[o]
	ic, ok := icon.Named(name)
	if !ok {
		return
	}
	d.Icon(ref, ic, r, c)
	if o == journey.OutcomeMet {
		at := func(x, y float64) geom.Point { return geom.Pt(r.Min.X+x*r.W()/16, r.Min.Y+y*r.H()/16) }
		d.Stroke(ref, geom.Polyline(at(5.2, 8.3), at(7.2, 10.3), at(10.9, 6.1)), 1.3*r.W()/11, ground)
	}
}
