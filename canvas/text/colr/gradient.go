package colr

import (
	"cmp"
	"math"
	"slices"

	"jejak/canvas/geom"
)

// maxStops is how many colours a blend may have.
const maxStops = 64

// gradient reads a blend that is placed by matrix. What can not be said as one (a sweep, a blend
// over no distance, circles of which none holds the other) becomes one colour.
func (t *Table) gradient(p data, format int, varies bool, matrix geom.Affine) Fill {
	stops := t.stops(p.from(p.u24(1)), varies)
	if len(stops) == 0 {
		return Fill{}
	}
	first, last := stops[0].At, stops[len(stops)-1].At
	span := last - first
	if format == sweepGradient || span <= 0 {
		return Fill{Color: mean(stops)}
	}
	for i := range stops {
		stops[i].At = (stops[i].At - first) / span
	}
	if format == linearGradient {
		p0, p1, p2 := t.point(p, 4), t.point(p, 8), t.point(p, 12)
		// Colours are even along the line from p0 to p2; what counts of p0–p1 is across that.
		along, line := p1.Sub(p0), p2.Sub(p0)
		if l := line.X*line.X + line.Y*line.Y; l > 0 {
			k := (along.X*line.X + along.Y*line.Y) / l
			along = along.Sub(line.Mul(k))
		}
		p0, along = p0.Add(along.Mul(first)), along.Mul(span)
		place := matrix.After(geom.Affine{XX: along.X, YX: along.Y, XY: -along.Y, YY: along.X, DX: p0.X, DY: p0.Y})
		if !usable(place) {
			return Fill{Color: mean(stops)}
		}
		return Fill{Kind: Linear, Stops: stops, Place: place}
	}
	c0, r0, c1, r1 := t.point(p, 4), float64(p.u16(8))/t.upem, t.point(p, 10), float64(p.u16(14))/t.upem
	// Centre and radius go evenly from one circle to the other, also beyond them.
	dc, dr := c1.Sub(c0), r1-r0
	c0, c1 = c0.Add(dc.Mul(first)), c0.Add(dc.Mul(last))
	r0, r1 = math.Max(0, r0+dr*first), math.Max(0, r0+dr*last)
	if r1 < r0 {
		c0, c1, r0, r1 = c1, c0, r1, r0
		slices.Reverse(stops)
		for i := range stops {
			stops[i].At = 1 - stops[i].At
		}
	}
	place := matrix.After(geom.Affine{XX: r1, YY: r1, DX: c1.X, DY: c1.Y})
	if !usable(place) || r0 >= r1 {
		return Fill{Color: mean(stops)}
	}
	f := Fill{Kind: Radial, Stops: stops, Place: place, Focus: c0.Sub(c1).Mul(1 / r1), Inner: r0 / r1}
	if most := 0.999 - f.Inner; math.Hypot(f.Focus.X, f.Focus.Y) > most {
		if most <= 0 {
			return Fill{Color: mean(stops)}
		}
		f.Focus = f.Focus.Mul(most / math.Hypot(f.Focus.X, f.Focus.Y))
	}
	return f
}

// usable reports whether a plane can be placed so that it is seen.
func usable(a geom.Affine) bool {
	for _, v := range []float64{a.XX, a.YX, a.XY, a.YY, a.DX, a.DY} {
		if !(math.Abs(v) < 1e6) {
			return false
		}
	}
	_, ok := a.Invert()
	return ok && math.Abs(a.XX*a.YY-a.XY*a.YX) > 1e-12
}

// stops reads a line of colours, in order.
func (t *Table) stops(line data, varies bool) []Stop {
	size := 6
	if varies {
		size = 10
	}
	list := line.array(3, min(int(line.u16(1)), maxStops), size)
	stops := make([]Stop, 0, len(list)/size)
	for ; len(list) >= size; list = list[size:] {
		stops = append(stops, Stop{At: list.f2dot14(0), Color: t.color(int(list.u16(2)), list.f2dot14(4))})
	}
	slices.SortStableFunc(stops, func(a, b Stop) int { return cmp.Compare(a.At, b.At) })
	return stops
}

// mean is the colour that stops give over their length.
func mean(stops []Stop) Color {
	var r, g, b, a, sum float64
	for i, s := range stops {
		w := 1e-6
		if i > 0 {
			w += s.At - stops[i-1].At
		}
		if i+1 < len(stops) {
			w += stops[i+1].At - s.At
		}
		r, g, b = r+w*s.Color.A*float64(s.Color.R), g+w*s.Color.A*float64(s.Color.G), b+w*s.Color.A*float64(s.Color.B)
		a += w * s.Color.A
		sum += w
	}
	if a == 0 {
		return Color{}
	}
	part := func(v float64) uint8 { return uint8(math.Round(math.Min(v/a, 255))) }
	return Color{R: part(r), G: part(g), B: part(b), A: a / sum}
}

// Mean is the one colour that comes nearest to f, for painters that can not blend.
func (f Fill) Mean() Color {
	if f.Kind == Solid {
		return f.Color
	}
	return mean(f.Stops)
}

// At returns the colour of a blend at t; below 0 and above 1 it is that of its ends.
func (f Fill) At(t float64) Color {
	last := len(f.Stops) - 1
	if f.Kind == Solid || last < 0 {
		return f.Color
	}
	if !(t > f.Stops[0].At) {
		return f.Stops[0].Color
	}
	for i := 1; i <= last; i++ {
		a, b := f.Stops[i-1], f.Stops[i]
		if t >= b.At {
			continue
		}
		k := (t - a.At) / (b.At - a.At)
		m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-k) + float64(y)*k)) }
		return Color{R: m(a.Color.R, b.Color.R), G: m(a.Color.G, b.Color.G), B: m(a.Color.B, b.Color.B), A: a.Color.A*(1-k) + b.Color.A*k}
	}
	return f.Stops[last].Color
}

// Along returns where on its blend a place of its own plane lies, for At.
func (f Fill) Along(p geom.Point) float64 {
	if f.Kind == Linear {
		return p.X
	}
	// The circle through p: |p − focus·(1−t)| = inner·(1−t) + t, the greater t.
	d := f.Focus.Mul(-1)
	q := p.Sub(f.Focus)
	dr := 1 - f.Inner
	a := d.X*d.X + d.Y*d.Y - dr*dr
	b := q.X*d.X + q.Y*d.Y + f.Inner*dr
	c := q.X*q.X + q.Y*q.Y - f.Inner*f.Inner
	root := b*b - a*c
	if root < 0 || a == 0 {
		return 0
	}
	// a is negative, because the inner circle lies within the outer: the roots come the other way.
	return (b - math.Sqrt(root)) / a
}
