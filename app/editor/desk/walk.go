package desk

import "jejak/canvas/geom"

// Neighbour returns the thing nearest to another in a direction, which is a step to one of the
// four sides; −1 if there is none. Straying to the side counts double, so that a walk keeps to
// its row or column.
func Neighbour(things []Framed, at int, way geom.Point) int {
	from := things[at].Rect
	best, found := 0.0, -1
	for i, f := range things {
		if i == at {
			continue
		}
		d := f.Rect.Center().Sub(from.Center())
		ahead := d.X*way.X + d.Y*way.Y
		if ahead <= 1 {
			continue
		}
		aside := gap(from.Min.Y, from.Max.Y, f.Rect.Min.Y, f.Rect.Max.Y)
		if way.X == 0 {
			aside = gap(from.Min.X, from.Max.X, f.Rect.Min.X, f.Rect.Max.X)
		}
		far := ahead + 2*aside + d.Dist(geom.Point{})/16
		if found < 0 || far < best {
			best, found = far, i
		}
	}
	return found
}

// gap returns how far apart two stretches of a line are; 0 if they overlap.
func gap(a0, a1, b0, b1 float64) float64 { return max(0, b0-a1, a0-b1) }
