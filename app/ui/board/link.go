package board

import (
	"image/color"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// link draws over a link but not over what it says; of one that is being pulled, the head of an
// arrow too.
func (v *overlay) link(l editor.LinkLine) {
	c, width := color.Color(look.Accent), float32(2.5)
	if l.Kind == editor.FrameHover {
		c, width = hoverLink, 2.5
	}
	label := v.labelOf(l.Ref)
	for i := 1; i < len(l.Points); i++ {
		for _, s := range outside(l.Points[i-1], l.Points[i], label) {
			v.segment(s[0], s[1], c, width)
		}
	}
	if l.Kind != editor.FrameTarget || len(l.Points) < 2 {
		return
	}
	tip := l.Points[len(l.Points)-1]
	for i := len(l.Points) - 2; i >= 0; i-- { // the last pieces may have no length
		if n, ok := along(l.Points[i], tip); ok {
			back, side := tip.Sub(n.Mul(10*v.scale)), geom.Pt(-n.Y, n.X).Mul(5*v.scale)
			v.segment(back.Add(side), tip, c, width)
			v.segment(back.Sub(side), tip, c, width)
			return
		}
	}
}

// labelOf is where a link says something; empty if it says nothing.
func (v *overlay) labelOf(link journey.Ref) geom.Rect {
	if v.ghosts.scene == nil || link == (journey.Ref{}) {
		return geom.Rect{}
	}
	t := v.ghosts.scene.Find(link, scene.PartTitle)
	if t == nil {
		return geom.Rect{}
	}
	return v.ghosts.view.ApplyRect(t.Bounds)
}

// outside returns what of the line from a to b lies outside r.
func outside(a, b geom.Point, r geom.Rect) [][2]geom.Point {
	whole := [][2]geom.Point{{a, b}}
	if r.Empty() {
		return whole
	}
	d := b.Sub(a)
	in, out := 0.0, 1.0 // the shares of the line at which it comes into r and leaves it
	for _, side := range [][3]float64{{d.X, r.Min.X - a.X, r.Max.X - a.X}, {d.Y, r.Min.Y - a.Y, r.Max.Y - a.Y}} {
		along, low, high := side[0], side[1], side[2]
		if along == 0 {
			if low > 0 || high < 0 {
				return whole
			}
			continue
		}
		t0, t1 := low/along, high/along
		in, out = max(in, min(t0, t1)), min(out, max(t0, t1))
	}
	if in >= out {
		return whole
	}
	var rest [][2]geom.Point
	if in > 0 {
		rest = append(rest, [2]geom.Point{a, a.Add(d.Mul(in))})
	}
	if out < 1 {
		rest = append(rest, [2]geom.Point{a.Add(d.Mul(out)), b})
	}
	return rest
}
