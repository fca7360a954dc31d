package icon

import "jejak/canvas/geom"

// pencil builds an Icon step by step, in grid units.
type pencil struct{ ic Icon }

func draw() *pencil { return &pencil{} }

func (p *pencil) icon() Icon { return p.ic }

func (p *pencil) line(x0, y0, x1, y1 float64) *pencil { return p.poly(false, x0, y0, x1, y1) }

func (p *pencil) poly(closed bool, xy ...float64) *pencil {
	for i := 0; i+1 < len(xy); i += 2 {
		at := geom.Pt(xy[i], xy[i+1])
		if i == 0 {
			p.ic.Strokes.Move(at)
		} else {
			p.ic.Strokes.Line(at)
		}
	}
	if closed {
		p.ic.Strokes.Close()
	}
	return p
}

func (p *pencil) rect(x, y, w, h, corner float64) *pencil {
	p.ic.Strokes.Append(geom.RoundRect(geom.R(x, y, w, h), corner))
	return p
}

func (p *pencil) ring(x, y, r float64) *pencil {
	p.ic.Strokes.Append(geom.Circle(geom.Pt(x, y), r))
	return p
}

func (p *pencil) disc(x, y, r float64) *pencil {
	p.ic.Fills.Append(geom.Circle(geom.Pt(x, y), r))
	return p
}

// oval is an upright ellipse, drawn as a circle pressed together sideways.
func (p *pencil) oval(x, y, rx, ry float64) *pencil {
	c := geom.Circle(geom.Pt(0, 0), 1)
	for i, q := range c.Points {
		c.Points[i] = geom.Pt(x+q.X*rx, y+q.Y*ry)
	}
	p.ic.Strokes.Append(c)
	return p
}

func (p *pencil) curve(x0, y0, x1, y1, x2, y2, x3, y3 float64) *pencil {
	p.ic.Strokes.Move(geom.Pt(x0, y0))
	p.ic.Strokes.Cubic(geom.Pt(x1, y1), geom.Pt(x2, y2), geom.Pt(x3, y3))
	return p
}

// arch is a pair of shoulders from x0 to x1, standing on y.
func (p *pencil) arch(x0, y, x1 float64) *pencil {
	return p.curve(x0, y, x0+0.2, y-6, x1-0.2, y-6, x1, y)
}

// half fills the right half of a disc.
func (p *pencil) half(x, y, r float64) *pencil {
	const k = 0.5522847498307936
	f := &p.ic.Fills
	f.Move(geom.Pt(x, y-r))
	f.Cubic(geom.Pt(x+k*r, y-r), geom.Pt(x+r, y-k*r), geom.Pt(x+r, y))
	f.Cubic(geom.Pt(x+r, y+k*r), geom.Pt(x+k*r, y+r), geom.Pt(x, y+r))
	f.Close()
	return p
}

func (p *pencil) pin() *pencil {
	s := &p.ic.Strokes
	s.Move(geom.Pt(8, 14.4))
	s.Cubic(geom.Pt(5, 10.6), geom.Pt(3.6, 8.6), geom.Pt(3.6, 6.4))
	s.Cubic(geom.Pt(3.6, 3.8), geom.Pt(5.6, 1.9), geom.Pt(8, 1.9))
	s.Cubic(geom.Pt(10.4, 1.9), geom.Pt(12.4, 3.8), geom.Pt(12.4, 6.4))
	s.Cubic(geom.Pt(12.4, 8.6), geom.Pt(11, 10.6), geom.Pt(8, 14.4))
	s.Close()
	return p
}

func (p *pencil) handset() *pencil {
	s := &p.ic.Strokes
	s.Move(geom.Pt(5.2, 2.2))
	s.Line(geom.Pt(6.6, 5.4))
	s.Line(geom.Pt(5.2, 6.8))
	s.Cubic(geom.Pt(6, 8.6), geom.Pt(7.4, 10), geom.Pt(9.2, 10.8))
	s.Line(geom.Pt(10.6, 9.4))
	s.Line(geom.Pt(13.8, 10.8))
	s.Line(geom.Pt(13.8, 12.6))
	s.Cubic(geom.Pt(13.8, 13.4), geom.Pt(13.2, 13.9), geom.Pt(12.4, 13.8))
	s.Cubic(geom.Pt(7, 13.2), geom.Pt(2.8, 9), geom.Pt(2.2, 3.6))
	s.Cubic(geom.Pt(2.1, 2.8), geom.Pt(2.6, 2.2), geom.Pt(3.4, 2.2))
	s.Close()
	return p
}

// star is the five-pointed star around 8,8.3; the points are sines and cosines of a fifth turn.
func (p *pencil) star() *pencil {
	xy := []float64{
		8, 1.8, 9.94, 5.63, 14.18, 6.29, 11.14, 9.32, 11.82, 13.56,
		8, 11.6, 4.18, 13.56, 4.86, 9.32, 1.82, 6.29, 6.06, 5.63,
	}
	for i := 0; i < len(xy); i += 2 {
		at := geom.Pt(xy[i], xy[i+1])
		if i == 0 {
			p.ic.Fills.Move(at)
		} else {
			p.ic.Fills.Line(at)
		}
	}
	p.ic.Fills.Close()
	return p
}

func (p *pencil) heart() *pencil {
	s := &p.ic.Strokes
	s.Move(geom.Pt(8, 13.6))
	s.Cubic(geom.Pt(3.6, 10.4), geom.Pt(1.9, 8.4), geom.Pt(1.9, 5.9))
	s.Cubic(geom.Pt(1.9, 3.9), geom.Pt(3.4, 2.6), geom.Pt(5.1, 2.6))
	s.Cubic(geom.Pt(6.3, 2.6), geom.Pt(7.4, 3.3), geom.Pt(8, 4.4))
	s.Cubic(geom.Pt(8.6, 3.3), geom.Pt(9.7, 2.6), geom.Pt(10.9, 2.6))
	s.Cubic(geom.Pt(12.6, 2.6), geom.Pt(14.1, 3.9), geom.Pt(14.1, 5.9))
	s.Cubic(geom.Pt(14.1, 8.4), geom.Pt(12.4, 10.4), geom.Pt(8, 13.6))
	s.Close()
	return p
}
