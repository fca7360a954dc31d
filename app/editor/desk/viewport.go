package desk

import (
	"math"

	"jejak/canvas/geom"
)

// The zoom that can be reached; 1 is 100 %.
const (
	MinZoom = 0.1
	MaxZoom = 4.0
)

// Viewport is which part of a scene the board shows, and how large. It is a value.
type Viewport struct {
	Transform geom.Transform // from scene points to view pixels
	Size      geom.Size      // of the board, in pixels
	Scale     float64        // pixels of the device for one pixel of 1/96 in
}

// Unit returns how many view pixels a point is at 100 %.
func (v Viewport) Unit() float64 { return 96.0 / 72.0 * v.Scale }

// Zoom returns the size of the picture; 1 is 100 %.
func (v Viewport) Zoom() float64 { return v.Transform.K / v.Unit() }

// ToScene returns the scene point that is seen at a view point.
func (v Viewport) ToScene(p geom.Point) geom.Point { return v.Transform.Invert().Apply(p) }

// ToView returns where a scene point is seen.
func (v Viewport) ToView(p geom.Point) geom.Point { return v.Transform.Apply(p) }

// Visible returns the part of the scene's plane that is seen.
func (v Viewport) Visible() geom.Rect {
	return v.Transform.Invert().ApplyRect(geom.R(0, 0, v.Size.W, v.Size.H))
}

// NewViewport returns a board without size at 100 %.
func NewViewport() Viewport {
	v := Viewport{Scale: 1}
	v.Transform.K = v.Unit()
	return v
}

// Zoomed returns v at another zoom, with what is seen at one view point held in its place.
func (v Viewport) Zoomed(zoom float64, at geom.Point) Viewport {
	k := math.Max(MinZoom, math.Min(zoom, MaxZoom)) * v.Unit()
	p := v.ToScene(at)
	v.Transform = geom.Transform{K: k, D: at.Sub(p.Mul(k))}
	return v
}

// Panned returns v with the picture moved by d pixels.
func (v Viewport) Panned(d geom.Point) Viewport {
	v.Transform.D = v.Transform.D.Add(d)
	return v
}

// Fitted returns v showing all of r, no larger than most. What does not fit even at the
// smallest zoom is shown from its top left.
func (v Viewport) Fitted(r geom.Rect, most float64) Viewport {
	if r.Empty() || v.Size.W <= 0 || v.Size.H <= 0 {
		return v
	}
	margin := math.Min(24*v.Scale, math.Min(v.Size.W, v.Size.H)/8)
	w, h := v.Size.W-2*margin, v.Size.H-2*margin
	zoom := math.Min(w/r.W(), h/r.H()) / v.Unit()
	k := math.Max(MinZoom, math.Min(zoom, most)) * v.Unit()
	d := geom.Pt(v.Size.W/2, v.Size.H/2).Sub(r.Center().Mul(k))
	if r.W()*k > v.Size.W {
		d.X = margin - r.Min.X*k
	}
	if r.H()*k > v.Size.H {
		d.Y = margin - r.Min.Y*k
	}
	v.Transform = geom.Transform{K: k, D: d}
	return v
}

// Reached returns v moved, if need be, so that some of the paper stays in sight.
func (v Viewport) Reached(paper geom.Rect) Viewport {
	if paper.Empty() {
		return v
	}
	r := v.Transform.ApplyRect(paper)
	keep := func(lo, hi, size float64) float64 {
		m := math.Min(96*v.Scale, math.Min(size/3, hi-lo))
		switch {
		case hi < m:
			return m - hi
		case lo > size-m:
			return size - m - lo
		}
		return 0
	}
	return v.Panned(geom.Pt(keep(r.Min.X, r.Max.X, v.Size.W), keep(r.Min.Y, r.Max.Y, v.Size.H)))
}

// Within returns d, a move of the picture in pixels, as far as it does not go beyond the ends of the
// paper: there is nothing to scroll to. left and top are what covers the board there.
func (v Viewport) Within(d geom.Point, paper geom.Rect, left, top float64) geom.Point {
	m := 24 * v.Scale
	r := v.Transform.ApplyRect(paper)
	most := func(d, lo, hi, from, to float64) float64 {
		switch {
		case d > 0:
			return min(d, max(0, from+m-lo))
		case d < 0:
			return -min(-d, max(0, hi-(to-m)))
		}
		return 0
	}
	return geom.Pt(most(d.X, r.Min.X, r.Max.X, left, v.Size.W), most(d.Y, r.Min.Y, r.Max.Y, top, v.Size.H))
}

// Showing returns v moved as little as is needed to bring r into sight, clear of what covers the
// board at its left and its top.
func (v Viewport) Showing(r geom.Rect, left, top float64) Viewport {
	m := 24 * v.Scale
	s := v.Transform.ApplyRect(r)
	shift := func(lo, hi, from, to float64) float64 {
		switch {
		case lo < from+m || hi-lo > to-from-2*m:
			if lo >= from && hi <= to {
				return 0
			}
			return from + m - lo
		case hi > to-m:
			return to - m - hi
		}
		return 0
	}
	return v.Panned(geom.Pt(shift(s.Min.X, s.Max.X, left, v.Size.W), shift(s.Min.Y, s.Max.Y, top, v.Size.H)))
}
