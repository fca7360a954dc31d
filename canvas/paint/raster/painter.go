// Package raster paints scenes into pixels: tiles of the board, pictures for PNG files and for
// tests, all by the same code and without a screen.
//
// Every mark is placed by absolute pixel coordinates and blended in whole numbers, so painting a
// view in tiles gives the very pixels that painting it at once gives. What is costly and comes
// again (masks of glyphs, blurred corners, decoded pictures) is kept in bounded caches that all
// painters share.
package raster

import (
	"image"
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// faintest is the share of its opacity that a line keeps however far one zooms out.
const faintest = 0.3

// Painter paints into an image. It implements paint.Painter. Marks with coordinates that are not
// finite, or absurdly far away, are left out.
type Painter struct {
	img  *image.RGBA
	clip image.Rectangle
	view geom.Transform
	scan scan
	pen  stroker
	pts  []geom.Point
}

// New returns a Painter into img. The transform view brings points of the scene to pixels, in
// the coordinates of img.Rect.
func New(img *image.RGBA, view geom.Transform) *Painter {
	return &Painter{img: img, clip: img.Rect, view: view}
}

// reset makes p fit for another image, keeping what it has allocated.
func (p *Painter) reset(img *image.RGBA, clip image.Rectangle, view geom.Transform) {
	p.img, p.clip, p.view = img, clip.Intersect(img.Rect), view
}

// path brings q to pixels. The result is good until the next call. It is not ok if q can not be
// seen or can not be drawn; grow is how much farther than its points q paints.
func (p *Painter) path(q geom.Path, grow float64) (out geom.Path, box image.Rectangle, ok bool) {
	p.pts = p.pts[:0]
	for _, pt := range q.Points {
		p.pts = append(p.pts, p.view.Apply(pt))
	}
	out = geom.Path{Verbs: q.Verbs, Points: p.pts}
	box, ok = cover(out.Bounds().Inset(-grow))
	box = box.Intersect(p.clip)
	return out, box, ok && !box.Empty()
}

// cover returns the pixels that r touches; it is not ok if r is not sane.
func cover(r geom.Rect) (image.Rectangle, bool) {
	for _, v := range [...]float64{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y} {
		if !(math.Abs(v) <= farthest) {
			return image.Rectangle{}, false
		}
	}
	return image.Rect(int(math.Floor(r.Min.X)), int(math.Floor(r.Min.Y)),
		int(math.Ceil(r.Max.X)), int(math.Ceil(r.Max.Y))), true
}

// row returns the bytes of the pixels x0 to x1-1 of row y.
func (p *Painter) row(y, x0, x1 int) []uint8 {
	i := p.img.PixOffset(x0, y)
	return p.img.Pix[i : i+4*(x1-x0)]
}

// tint is what a shape is filled with: one ink, or one for each row.
type tint struct {
	ink      ink
	gradient *scene.Gradient
	view     geom.Transform
}

func (t *tint) at(y int) ink {
	g := t.gradient
	if g == nil {
		return t.ink
	}
	y0, y1 := t.view.K*g.Y0+t.view.D.Y, t.view.K*g.Y1+t.view.D.Y
	f := (float64(y) + 0.5 - y0) / (y1 - y0)
	if math.IsNaN(f) {
		f = 0
	}
	return inkOf(mix(g.From, g.To, f))
}

// Fill paints the inside of a path.
func (p *Painter) Fill(f *scene.Fill) {
	t := tint{ink: inkOf(f.Color), gradient: f.Gradient, view: p.view}
	if t.gradient == nil && t.ink.a == 0 {
		return
	}
	path, box, ok := p.path(f.Path, 0)
	if !ok {
		return
	}
	if r, ok := path.AsRect(); ok {
		p.rect(r, t)
		return
	}
	p.scan.begin(box)
	p.scan.path(path)
	p.paint(t)
}

// paint blends what is in the scan.
func (p *Painter) paint(t tint) {
	p.scan.rows(func(y int, runs []run) {
		k := t.at(y)
		for _, r := range runs {
			k.blendRow(p.row(y, r.x0, r.x1), r.a)
		}
	})
}

// rect fills an axis-parallel rectangle; its edges are smooth where they run between pixels.
func (p *Painter) rect(r geom.Rect, t tint) {
	fixed := func(v float64) int { return int(math.Round(v * 256)) }
	x0, y0, x1, y1 := fixed(r.Min.X), fixed(r.Min.Y), fixed(r.Max.X), fixed(r.Max.Y)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	// part is how much of pixel i lies between a and b, of 256.
	part := func(i, a, b int) uint32 { return uint32(max(0, min(b, (i+1)<<8)-max(a, i<<8))) }
	box := image.Rect(x0>>8, y0>>8, (x1+255)>>8, (y1+255)>>8).Intersect(p.clip)
	if box.Empty() {
		return
	}
	left, right := box.Min.X, box.Max.X
	cl, cr := part(left, x0, x1), part(right-1, x0, x1)
	if cl < 256 {
		left++
	}
	if cr < 256 && right > left {
		right--
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		k := t.at(y)
		v := part(y, y0, y1)
		if left > box.Min.X {
			k.blendRow(p.row(y, box.Min.X, left), (cl*v*255+1<<15)>>16)
		}
		if right > left {
			k.blendRow(p.row(y, left, right), (v*255+128)>>8)
		}
		if right < box.Max.X && right >= left {
			k.blendRow(p.row(y, right, box.Max.X), (cr*v*255+1<<15)>>16)
		}
	}
}

// Stroke paints along a path.
func (p *Painter) Stroke(s *scene.Stroke) {
	width := s.Pen.Width * p.view.K
	colour := s.Color
	if !(width > 0) || width > farthest {
		return
	}
	if width < 1 {
		// A line thinner than a pixel is drawn a pixel wide and paler: no breaks, no flicker.
		colour.A *= max(width, faintest)
		width = 1
	}
	path, box, ok := p.path(s.Path, width/2+1)
	if !ok {
		return
	}
	dash, share := p.dash(s.Pen.Dash)
	colour.A *= share
	t := tint{ink: inkOf(colour)}
	if t.ink.a == 0 {
		return
	}
	if p.straight(path, width, dash, t) {
		return
	}
	p.scan.begin(box)
	if r, radius, ok := path.AsRoundRect(); ok && len(dash) == 0 {
		p.ring(r, radius, width/2)
	} else {
		p.pen.stroke(&p.scan, path, width, dash)
	}
	p.paint(t)
}

// dash brings a dash pattern to pixels. A pattern too fine to be seen becomes a paler solid line:
// share is what it keeps of its opacity.
func (p *Painter) dash(pattern []float64) (dash []float64, share float64) {
	period, on := 0.0, 0.0
	for i, d := range pattern {
		d *= p.view.K
		if !(d >= 0) || d > farthest {
			return nil, 1
		}
		dash = append(dash, d)
		period += d
		if i%2 == 0 {
			on += d
		}
	}
	switch {
	case len(pattern) == 0 || period == 0 || len(pattern)%2 == 1 && len(pattern) > 1<<10:
		return nil, 1
	case period < 1.5:
		return nil, on / period
	}
	return dash, 1
}

// ring adds the stroke of a rounded rectangle: two outlines that wind against each other.
func (p *Painter) ring(r geom.Rect, radius, half float64) {
	p.scan.path(geom.RoundRect(r.Inset(-half), radius+half))
	if hole := r.Inset(half); !hole.Empty() {
		p.scan.hole(geom.RoundRect(hole, radius-half))
	}
}

// straight paints a single thin line along an axis as rectangles, one for each dash. Hairlines
// and thin rules are moved to whole pixels, so that all of them look alike.
func (p *Painter) straight(path geom.Path, width float64, dash []float64, t tint) bool {
	if len(path.Verbs) != 2 || path.Verbs[1] != geom.LineTo || width > 2.5 {
		return false
	}
	a, b := path.Points[0], path.Points[1]
	if a.X != b.X && a.Y != b.Y {
		return false
	}
	across := a.Y == b.Y
	w := math.Round(width)
	// The square end reaches as far as holds the area of a round one.
	tip := width / 2 * math.Pi / 4
	draw := func(from, to float64) {
		lo := a.Y
		if !across {
			lo = a.X
		}
		lo = math.Round(lo - w/2)
		hi := lo + w
		if across {
			p.rect(geom.Rect{Min: geom.Pt(from-tip, lo), Max: geom.Pt(to+tip, hi)}, t)
		} else {
			p.rect(geom.Rect{Min: geom.Pt(lo, from-tip), Max: geom.Pt(hi, to+tip)}, t)
		}
	}
	start, end, sign := a.X, b.X, 1.0
	clip0, clip1 := p.clip.Min.X, p.clip.Max.X
	if !across {
		start, end = a.Y, b.Y
		clip0, clip1 = p.clip.Min.Y, p.clip.Max.Y
	}
	if len(dash) == 0 {
		draw(min(start, end), max(start, end))
		return true
	}
	if end < start {
		sign = -1
	}
	d := newDashes(dash)
	from, to := (float64(clip0)-start)*sign, (float64(clip1)-start)*sign
	if sign < 0 {
		from, to = to, from
	}
	length := math.Abs(end - start)
	d.each(max(0, from-width), min(length, to+width), func(on, off float64) {
		if on <= length {
			x, y := start+sign*on, start+sign*min(off, length)
			draw(min(x, y), max(x, y))
		}
	})
	return true
}
