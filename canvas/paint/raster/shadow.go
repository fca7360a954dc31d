package raster

import (
	"image"
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// largestBlur is the greatest blur in pixels that is worked out; more of it looks the same.
const largestBlur = 96

// softKey names a blurred rounded rectangle, measured in quarter pixels. w and h are 0 for one
// that is so large that its four corners do not touch: one corner does for all of those.
type softKey struct {
	w, h         int
	corner, blur int
}

var shadows = newCache[softKey](8<<20, func(m *mask) int { return len(m.pix) + 96 })

// Shadow paints the soft shadow of a rounded rectangle, moved to whole pixels: where it is soft,
// nobody sees the difference.
func (p *Painter) Shadow(s *scene.Shadow) {
	k := inkOf(s.Color)
	r := p.view.ApplyRect(s.Rect.Move(geom.Pt(0, s.Dy)))
	blur := s.Blur * p.view.K
	corner := s.Corner * p.view.K
	if _, ok := cover(r); !ok || r.Empty() || k.a == 0 || !(blur >= 0) || !(corner >= 0) {
		return
	}
	blur = math.Min(blur, largestBlur)
	corner = math.Min(math.Min(corner, math.Min(r.W(), r.H())/2), 4*largestBlur)
	box := image.Rect(round(r.Min.X), round(r.Min.Y), round(r.Max.X), round(r.Max.Y))
	if box.Empty() {
		return
	}
	key := softKey{corner: round(corner * 4), blur: round(blur * 4)}
	pad, core := key.extent()
	outer := box.Inset(-pad)
	if !outer.Overlaps(p.clip) {
		return
	}
	if box.Dx() < 2*core || box.Dy() < 2*core {
		key.w, key.h = box.Dx(), box.Dy()
		if key.w > 4*core || key.h > 4*core { // long and thin: its middle is all alike
			key.w, key.h = min(key.w, 4*core), min(key.h, 4*core)
		}
	}
	m, ok := shadows.get(key)
	if !ok {
		m = p.soften(key)
		shadows.put(key, m)
	}
	p.spread(m, outer, k)
}

func round(v float64) int { return int(math.Round(v)) }

// extent returns how far the blur reaches outward, and from which depth on the inside is flat.
func (k softKey) extent() (pad, core int) {
	reach := int(math.Ceil(1.5 * float64(k.blur) / 4)) // three sigma
	return reach, reach + (k.corner+3)/4 + 1
}

// soften makes the blurred shape. Its left upper quarter is all that is used.
func (p *Painter) soften(k softKey) *mask {
	pad, core := k.extent()
	w, h := k.w, k.h
	if w == 0 {
		w, h = 2*core, 2*core
	}
	box := image.Rect(0, 0, w+2*pad, h+2*pad)
	m := p.makeMask(geom.RoundRect(geom.R(float64(pad), float64(pad), float64(w), float64(h)), float64(k.corner)/4),
		geom.Transform{K: 1})
	flat := make([]float32, box.Dx()*box.Dy())
	for y := m.box.Min.Y; y < m.box.Max.Y; y++ {
		for x := m.box.Min.X; x < m.box.Max.X; x++ {
			flat[y*box.Dx()+x] = float32(m.pix[(y-m.box.Min.Y)*m.box.Dx()+x-m.box.Min.X])
		}
	}
	if k.blur > 0 {
		bell := gauss(float64(k.blur) / 8)
		across := make([]float32, len(flat))
		blurLines(across, flat, bell, box.Dx(), 1, box.Dy(), box.Dx())
		blurLines(flat, across, bell, box.Dy(), box.Dx(), box.Dx(), 1)
	}
	// A quarter is kept, the middle row and column with it.
	qw, qh := (box.Dx()+1)/2, (box.Dy()+1)/2
	out := &mask{box: image.Rect(0, 0, qw, qh), pix: make([]uint8, qw*qh)}
	for y := range qh {
		for x := range qw {
			out.pix[y*qw+x] = uint8(math.Round(math.Min(float64(flat[y*box.Dx()+x]), 255)))
		}
	}
	return out
}

// gauss is half a bell of that sigma, from its middle outward; the whole sums to 1.
func gauss(sigma float64) []float32 {
	n := int(math.Ceil(3*sigma)) + 1
	bell := make([]float64, n)
	sum := 0.0
	for i := range bell {
		bell[i] = math.Exp(-float64(i*i) / (2 * sigma * sigma))
		sum += bell[i] * [2]float64{1, 2}[min(i, 1)]
	}
	half := make([]float32, n)
	for i, v := range bell {
		half[i] = float32(v / sum)
	}
	return half
}

// blurLines blurs lines of n values that lie step apart; there are count lines, stride apart. What
// is beyond the ends is 0.
func blurLines(dst, src, bell []float32, n, step, count, stride int) {
	for line := range count {
		at := line * stride
		for i := range n {
			sum := src[at+i*step] * bell[0]
			for d := 1; d < len(bell); d++ {
				if i-d >= 0 {
					sum += src[at+(i-d)*step] * bell[d]
				}
				if i+d < n {
					sum += src[at+(i+d)*step] * bell[d]
				}
			}
			dst[at+i*step] = sum
		}
	}
}

// spread lays the quarter m over outer, mirrored to the right and downward; its last row and
// column are repeated in the middle.
func (p *Painter) spread(m *mask, outer image.Rectangle, k ink) {
	box := outer.Intersect(p.clip)
	qw, qh := m.box.Dx(), m.box.Dy()
	table := faint(k.a)
	left := min(box.Max.X, outer.Min.X+qw-1)
	right := max(box.Min.X, left, min(box.Max.X, outer.Max.X-qw+1))
	mirror := make([]uint8, qw)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		i := min(y-outer.Min.Y, outer.Max.Y-1-y, qh-1)
		quarter := m.pix[i*qw : (i+1)*qw]
		if box.Min.X < left {
			k.blendMask(p.row(y, box.Min.X, left), quarter[box.Min.X-outer.Min.X:left-outer.Min.X], table)
		}
		if from := max(left, box.Min.X); from < right {
			k.blendRow(p.row(y, from, right), uint32(quarter[qw-1]))
		}
		if right < box.Max.X {
			tail := mirror[:box.Max.X-right]
			for j := range tail {
				tail[j] = quarter[min(outer.Max.X-1-right-j, qw-1)]
			}
			k.blendMask(p.row(y, right, box.Max.X), tail, table)
		}
	}
}
