package raster

import (
	"image"
	"math"

	"jejak/canvas/geom"
)

// Coverage is counted on sub lines: a pixel row has subLines of them, and on each a span counts
// in 1/256 of a pixel. Everything hangs on absolute coordinates and is summed in whole numbers, so
// a pixel gets the same coverage whichever tile it is painted in.
const (
	subShift = 4
	subLines = 1 << subShift
	fullCov  = subLines << 8

	// farthest is the greatest pixel coordinate that is drawn. Beyond it fixed point would overflow;
	// nothing sensible lies there.
	farthest = 1 << 22

	// curveTolerance is how far a flattened curve may lie beside the true one, in pixels.
	curveTolerance = 0.06
)

// edge is a straight piece of an outline. It crosses the centres of the sub lines y0 to y1-1.
type edge struct {
	y0, y1 int
	x      int64 // where it crosses sub line y0, in 2^-32 pixel
	step   int64 // how far x goes from one sub line to the next
	next   int32 // the edge that begins in the same row, -1: none
	wind   int8
}

type crossing struct {
	x    int // in 1/256 pixel
	wind int8
}

// run is a stretch of pixels of equal coverage in one row: x0 to x1-1.
type run struct {
	x0, x1 int
	a      uint32 // 1 to 255
}

// scan turns outlines into coverage by the non-zero rule. It is used again and again to save
// allocations: begin, add outlines, then rows.
type scan struct {
	clip   image.Rectangle
	edges  []edge
	rowsAt []int32 // for each row of clip the first edge that begins in it, -1: none
	active []*edge
	cross  []crossing
	acc    []int32 // differences of coverage from pixel to pixel, from clip.Min.X
	lo, hi int     // the part of acc that is not zero
	runs   []run
}

func (s *scan) begin(clip image.Rectangle) {
	s.clip = clip
	s.edges = s.edges[:0]
	s.rowsAt = s.rowsAt[:0]
	for range clip.Dy() {
		s.rowsAt = append(s.rowsAt, -1)
	}
	if n := clip.Dx() + 2; cap(s.acc) < n {
		s.acc = make([]int32, n)
	} else {
		s.acc = s.acc[:n]
	}
}

// line adds one straight piece.
func (s *scan) line(a, b geom.Point) {
	wind := int8(1)
	if a.Y > b.Y {
		a, b, wind = b, a, -1
	}
	y0 := int(math.Ceil(a.Y*subLines - 0.5))
	y1 := int(math.Ceil(b.Y*subLines - 0.5))
	if y0 >= y1 || y1 <= s.clip.Min.Y<<subShift || y0 >= s.clip.Max.Y<<subShift {
		return
	}
	// What lies beside the clip is left out or made upright, but only from a pixel away: rounding may
	// bring a crossing over the border, and then it must do so in every tile.
	left, right := min(a.X, b.X), max(a.X, b.X)
	if left > float64(s.clip.Max.X+1) {
		return
	}
	row := &s.rowsAt[max(y0>>subShift-s.clip.Min.Y, 0)]
	e := edge{y0: y0, y1: y1, wind: wind, next: *row}
	if right < float64(s.clip.Min.X-1) {
		e.x = int64(s.clip.Min.X) << 32
	} else {
		dy := b.Y - a.Y
		t := ((float64(y0)+0.5)/subLines - a.Y) / dy
		e.x = int64(math.Floor((a.X + t*(b.X-a.X)) * (1 << 32)))
		if y1-y0 > 1 && a.X != b.X {
			e.step = int64(math.Floor((b.X - a.X) / dy * ((1 << 32) / subLines)))
		}
	}
	*row = int32(len(s.edges))
	s.edges = append(s.edges, e)
}

// path adds an outline for filling: open contours are closed.
func (s *scan) path(p geom.Path) {
	eachContour(p, func(c geom.Path, _ bool) {
		var first, last geom.Point
		any := false
		c.Flatten(curveTolerance, func(a, b geom.Point) {
			if !any {
				first, any = a, true
			}
			s.line(a, b)
			last = b
		})
		if any && last != first {
			s.line(last, first)
		}
	})
}

// hole adds a closed outline the other way round.
func (s *scan) hole(p geom.Path) {
	p.Flatten(curveTolerance, func(a, b geom.Point) { s.line(b, a) })
}

// eachContour calls f with every contour of p and whether it is closed.
func eachContour(p geom.Path, f func(c geom.Path, closed bool)) {
	v0, p0, pt := 0, 0, 0
	for i, v := range p.Verbs {
		if v == geom.MoveTo && i > v0 {
			f(geom.Path{Verbs: p.Verbs[v0:i], Points: p.Points[p0:pt]}, p.Verbs[i-1] == geom.Close)
			v0, p0 = i, pt
		}
		pt += [...]int{geom.MoveTo: 1, geom.LineTo: 1, geom.QuadTo: 2, geom.CubicTo: 3, geom.Close: 0}[v]
	}
	if n := len(p.Verbs); n > v0 {
		f(geom.Path{Verbs: p.Verbs[v0:], Points: p.Points[p0:pt]}, p.Verbs[n-1] == geom.Close)
	}
}

// rows calls emit with the covered runs of every row that has any, from top to bottom. The runs
// are only good during the call.
func (s *scan) rows(emit func(y int, runs []run)) {
	s.active = s.active[:0]
	steadyBefore := false // the last row was steady: its runs hold as long as no edge comes or goes
	for i, first := range s.rowsAt {
		if first < 0 && len(s.active) == 0 {
			continue
		}
		y := s.clip.Min.Y + i
		top := y << subShift
		bottom := top + subLines
		changed := first >= 0
		kept := s.active[:0]
		for _, e := range s.active {
			if e.y1 > top {
				kept = append(kept, e)
			} else {
				changed = true
			}
		}
		s.active = kept
		for j := first; j >= 0; j = s.edges[j].next {
			s.active = append(s.active, &s.edges[j])
		}
		steady := true
		for _, e := range s.active {
			if e.step != 0 || e.y0 > top || e.y1 < bottom {
				steady = false
				break
			}
		}
		if len(s.active) == 0 {
			s.runs = s.runs[:0]
		} else if !steady || changed || !steadyBefore {
			s.cover(top, bottom, steady)
		}
		steadyBefore = steady
		if len(s.runs) > 0 {
			emit(y, s.runs)
		}
	}
}

// cover works out the runs of the pixel row of the sub lines top to bottom-1. In a steady row all
// sub lines are alike.
func (s *scan) cover(top, bottom int, steady bool) {
	s.lo, s.hi = len(s.acc), 0
	if steady {
		s.subLine(top, subLines)
	} else {
		for k := top; k < bottom; k++ {
			s.subLine(k, 1)
		}
	}
	s.runs = s.runs[:0]
	sum := int32(0)
	for x := s.lo; x < s.hi; {
		sum += s.acc[x]
		s.acc[x] = 0
		from := x
		for x++; x < s.hi && s.acc[x] == 0; x++ {
		}
		if a := uint32(sum*255+fullCov/2) / fullCov; a > 0 {
			from, to := s.clip.Min.X+from, min(s.clip.Min.X+x, s.clip.Max.X)
			if from < to {
				s.runs = append(s.runs, run{from, to, a})
			}
		}
	}
}

// subLine adds the spans that lie inside the outline on sub line k.
func (s *scan) subLine(k int, weight int32) {
	s.cross = s.cross[:0]
	for _, e := range s.active {
		if k < e.y0 || k >= e.y1 {
			continue
		}
		c := crossing{int((e.x + int64(k-e.y0)*e.step) >> 24), e.wind}
		s.cross = append(s.cross, c)
		for j := len(s.cross) - 1; j > 0 && s.cross[j-1].x > c.x; j-- {
			s.cross[j-1], s.cross[j] = c, s.cross[j-1]
		}
	}
	wind, from := int8(0), 0
	for _, c := range s.cross {
		if wind == 0 {
			from = c.x
		}
		wind += c.wind
		if wind == 0 && c.x > from {
			s.span(from, c.x, weight)
		}
	}
	if wind != 0 { // its right side lies beyond the clip
		s.span(from, s.clip.Max.X<<8, weight)
	}
}

// span adds the stretch x0 to x1, in 1/256 pixel.
func (s *scan) span(x0, x1 int, weight int32) {
	left, right := s.clip.Min.X<<8, s.clip.Max.X<<8
	x0, x1 = max(x0, left)-left, min(x1, right)-left
	if x0 >= x1 {
		return
	}
	i, f := x0>>8, int32(x0&255)
	j, g := x1>>8, int32(x1&255)
	s.acc[i] += (256 - f) * weight
	s.acc[i+1] += f * weight
	s.acc[j] -= (256 - g) * weight
	s.acc[j+1] -= g * weight
	s.lo, s.hi = min(s.lo, i), max(s.hi, j+2)
}
