package dashboard

import (
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/style"
)

// chartH is the height of the small picture of the curves, its gap included.
const chartH = 66.0

// chart draws how each persona feels from stage to stage, each in the colour, dash and sign that
// their curve has on the map.
func (s *sheet) chart(r geom.Rect) {
	n := len(s.r.Goals)
	up, down := r.Min.Y+5, r.Max.Y-5
	for _, v := range []float64{2, -2} {
		y := layout.ValueY(v, up, down)
		s.Line(s.ref, r.Min.X, y, r.Max.X, y, s.st.Hairline, s.pal.Line)
	}
	zero := layout.ValueY(0, up, down)
	s.Line(s.ref, r.Min.X, zero, r.Max.X, zero, s.st.Border, style.Mix(s.pal.Line, s.pal.Second, 0.25))
	for k := len(s.r.Curves) - 1; k >= 0; k-- { // the first lies on top
		c := s.r.Curves[k]
		who := s.cast[c.Persona.ID]
		var pts []geom.Point
		for i, m := range c.Means {
			if m.Points > 0 {
				v := min(max(m.Value, -2), 2)
				pts = append(pts, geom.Pt(r.Min.X+(float64(i)+0.5)/float64(n)*r.W(), layout.ValueY(v, up, down)))
			}
		}
		if len(pts) > 1 {
			s.Stroke(c.Persona, layout.Through(pts), 1.5, who.color, layout.Dash(who.order)...)
		}
		for _, at := range pts {
			radius := min(2.8, r.W()/float64(n)*0.35)
			s.Fill(c.Persona, layout.Marker(who.order, at, radius), s.pal.Ground)
			s.Stroke(c.Persona, layout.Marker(who.order, at, radius), 1.1, who.color)
		}
	}
}
