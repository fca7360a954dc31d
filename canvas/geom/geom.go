// Package geom is plane geometry for drawing: points, rectangles, paths and transforms.
//
// Coordinates are float64, the origin is top left and y grows downward. The package does not know
// the unit: scenes use points (1/72 inch), the board uses pixels. All types are values.
package geom

import "math"

// Point is a place or a vector.
type Point struct{ X, Y float64 }

// Pt is short for Point{x, y}.
func Pt(x, y float64) Point { return Point{x, y} }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns the vector from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul returns p scaled by k.
func (p Point) Mul(k float64) Point { return Point{p.X * k, p.Y * k} }

// Dist returns the distance between p and q.
func (p Point) Dist(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// Size is an extent.
type Size struct{ W, H float64 }

// Rect is an axis-parallel rectangle from Min (top left) to Max (bottom right). It is empty
// when Max is not beyond Min in both directions.
type Rect struct{ Min, Max Point }

// R is the rectangle at x, y of width w and height h.
func R(x, y, w, h float64) Rect { return Rect{Point{x, y}, Point{x + w, y + h}} }

// W returns the width.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H returns the height.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Center returns the middle.
func (r Rect) Center() Point { return Point{(r.Min.X + r.Max.X) / 2, (r.Min.Y + r.Max.Y) / 2} }

// Empty reports whether r contains no area.
func (r Rect) Empty() bool { return !(r.Max.X > r.Min.X && r.Max.Y > r.Min.Y) }

// Contains reports whether p lies in r; the right and bottom borders do not belong to it.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.Min.X && p.X < r.Max.X && p.Y >= r.Min.Y && p.Y < r.Max.Y
}

// ContainsRect reports whether s lies wholly in r.
func (r Rect) ContainsRect(s Rect) bool {
	return s.Min.X >= r.Min.X && s.Max.X <= r.Max.X && s.Min.Y >= r.Min.Y && s.Max.Y <= r.Max.Y
}

// Overlaps reports whether r and s share any area. A line without thickness overlaps what it
// runs through.
func (r Rect) Overlaps(s Rect) bool {
	return r.Min.X <= s.Max.X && s.Min.X <= r.Max.X && r.Min.Y <= s.Max.Y && s.Min.Y <= r.Max.Y
}

// Intersect returns the part that r and s share; it is empty if there is none.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{
		Point{math.Max(r.Min.X, s.Min.X), math.Max(r.Min.Y, s.Min.Y)},
		Point{math.Min(r.Max.X, s.Max.X), math.Min(r.Max.Y, s.Max.Y)},
	}
}

// Union returns the smallest rectangle around r and s. The zero Rect counts as nothing.
func (r Rect) Union(s Rect) Rect {
	if r == (Rect{}) {
		return s
	}
	if s == (Rect{}) {
		return r
	}
	return Rect{
		Point{math.Min(r.Min.X, s.Min.X), math.Min(r.Min.Y, s.Min.Y)},
		Point{math.Max(r.Max.X, s.Max.X), math.Max(r.Max.Y, s.Max.Y)},
	}
}

// Inset returns r with every side moved inward by d, or outward if d is negative.
func (r Rect) Inset(d float64) Rect {
	return Rect{Point{r.Min.X + d, r.Min.Y + d}, Point{r.Max.X - d, r.Max.Y - d}}
}

// Move returns r moved by d.
func (r Rect) Move(d Point) Rect { return Rect{r.Min.Add(d), r.Max.Add(d)} }

// Transform is a scaling by K followed by a move by D: p ↦ K·p + D. Jejak never rotates or skews.
type Transform struct {
	K float64
	D Point
}

// Apply returns where p goes.
func (t Transform) Apply(p Point) Point { return Point{t.K*p.X + t.D.X, t.K*p.Y + t.D.Y} }

// ApplyRect returns where r goes.
func (t Transform) ApplyRect(r Rect) Rect { return Rect{t.Apply(r.Min), t.Apply(r.Max)} }

// Invert returns the transform that goes back. K must not be 0.
func (t Transform) Invert() Transform {
	return Transform{K: 1 / t.K, D: Point{-t.D.X / t.K, -t.D.Y / t.K}}
}
