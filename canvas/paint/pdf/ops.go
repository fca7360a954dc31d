package pdf

import (
	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
)

// content is a stream of content operators. It keeps count of q and Q, and leaves a text object
// before any operator that must stand outside.
type content struct {
	buf      []byte
	decimals int // of a coordinate
	depth    int // q without its Q
	text     bool
}

// newContent is content apart from a page, for forms and dictionaries.
func newContent() *content { return &content{decimals: 2} }

// num writes a number with at most the given decimals and without trailing zeros.
func (c *content) num(v float64, decimals int) {
	c.buf = append(object.AppendNumber(c.buf, v, decimals), ' ')
}

// at writes a point.
func (c *content) at(p geom.Point) {
	c.num(p.X, c.decimals)
	c.num(p.Y, c.decimals)
}

// op writes an operator behind its operands.
func (c *content) op(name string) {
	c.buf = append(c.buf, name...)
	c.buf = append(c.buf, '\n')
}

// name writes a name as an operand.
func (c *content) name(s string) {
	c.buf = append(c.buf, '/')
	c.buf = append(c.buf, s...)
	c.buf = append(c.buf, ' ')
}

func (c *content) beginText() {
	if !c.text {
		c.text = true
		c.op("BT")
	}
}

func (c *content) endText() {
	if c.text {
		c.text = false
		c.op("ET")
	}
}

func (c *content) save() {
	c.endText()
	c.depth++
	c.op("q")
}

func (c *content) restore() {
	c.endText()
	c.depth--
	c.op("Q")
}

// matrix multiplies the coordinates with a scaling and a move.
func (c *content) matrix(kx, ky float64, d geom.Point) {
	c.num(kx, 6)
	c.buf = append(c.buf, "0 0 "...)
	c.num(ky, 6)
	c.num(d.X, 4)
	c.num(d.Y, 4)
	c.op("cm")
}

// color writes a colour for fill or stroke; the operators are the pair for gray and RGB.
func (c *content) color(col scene.Color, gray, rgb string) {
	if col.R == col.G && col.G == col.B {
		c.num(float64(col.R)/255, 3)
		c.op(gray)
		return
	}
	c.num(float64(col.R)/255, 3)
	c.num(float64(col.G)/255, 3)
	c.num(float64(col.B)/255, 3)
	c.op(rgb)
}

// path writes the contours of p, moved by d. Quadratic curves are raised to cubic ones.
func (c *content) path(p geom.Path, d geom.Point) {
	c.endText()
	if r, ok := rectangle(p); ok {
		c.at(r.Min.Add(d))
		c.num(r.W(), c.decimals)
		c.num(r.H(), c.decimals)
		c.op("re")
		return
	}
	var at, start geom.Point
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case geom.MoveTo:
			at = p.Points[i]
			start = at
			c.at(at.Add(d))
			c.op("m")
			i++
		case geom.LineTo:
			at = p.Points[i]
			c.at(at.Add(d))
			c.op("l")
			i++
		case geom.QuadTo:
			q, to := p.Points[i], p.Points[i+1]
			c.at(at.Add(q.Sub(at).Mul(2.0 / 3)).Add(d))
			c.at(to.Add(q.Sub(to).Mul(2.0 / 3)).Add(d))
			c.at(to.Add(d))
			c.op("c")
			at = to
			i += 2
		case geom.CubicTo:
			c.at(p.Points[i].Add(d))
			c.at(p.Points[i+1].Add(d))
			at = p.Points[i+2]
			c.at(at.Add(d))
			c.op("c")
			i += 3
		case geom.Close:
			at = start
			c.op("h")
		}
	}
}

// rectangle reports whether p is one closed rectangle with sides along the axes.
func rectangle(p geom.Path) (geom.Rect, bool) {
	if len(p.Verbs) != 5 || len(p.Points) != 4 || p.Verbs[0] != geom.MoveTo || p.Verbs[4] != geom.Close {
		return geom.Rect{}, false
	}
	a, b, c, d := p.Points[0], p.Points[1], p.Points[2], p.Points[3]
	if a.Y != b.Y || b.X != c.X || c.Y != d.Y || d.X != a.X {
		return geom.Rect{}, false
	}
	return geom.Rect{Min: a, Max: c}, true
}
