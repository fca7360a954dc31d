package geom

import "math"

// Affine is a transform that may turn and skew: x ↦ XX·x + XY·y + DX, y ↦ YX·x + YY·y + DY. What
// Jejak arranges is never turned; parts of pictograms and their blends are.
type Affine struct{ XX, YX, XY, YY, DX, DY float64 }

// Identity leaves all where it is.
var Identity = Affine{XX: 1, YY: 1}

// Apply returns where p goes.
func (a Affine) Apply(p Point) Point {
	return Point{a.XX*p.X + a.XY*p.Y + a.DX, a.YX*p.X + a.YY*p.Y + a.DY}
}

// After returns the transform that does first b and then a.
func (a Affine) After(b Affine) Affine {
	d := a.Apply(Pt(b.DX, b.DY))
	return Affine{
		XX: a.XX*b.XX + a.XY*b.YX, YX: a.YX*b.XX + a.YY*b.YX,
		XY: a.XX*b.XY + a.XY*b.YY, YY: a.YX*b.XY + a.YY*b.YY,
		DX: d.X, DY: d.Y,
	}
}

// Invert returns the transform that goes back; it is not ok if there is none.
func (a Affine) Invert() (inverse Affine, ok bool) {
	det := a.XX*a.YY - a.XY*a.YX
	if det == 0 || math.IsNaN(1/det) || math.IsInf(1/det, 0) {
		return Affine{}, false
	}
	b := Affine{XX: a.YY / det, YX: -a.YX / det, XY: -a.XY / det, YY: a.XX / det}
	d := b.Apply(Pt(a.DX, a.DY))
	b.DX, b.DY = -d.X, -d.Y
	return b, true
}

// Affine returns t in the more general form.
func (t Transform) Affine() Affine { return Affine{XX: t.K, YY: t.K, DX: t.D.X, DY: t.D.Y} }

// Affine returns p seen through a.
func (p Path) Affine(a Affine) Path {
	q := Path{Verbs: p.Verbs, Points: make([]Point, len(p.Points))}
	for i, pt := range p.Points {
		q.Points[i] = a.Apply(pt)
	}
	return q
}
