// Package glyf reads outlines of TrueType fonts one by one, where they lie. A font of forty thousand
// parts, of which a document shows a hundred, then takes no more room than its file.
package glyf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"jejak/canvas/geom"
)

// Table is the outlines of a font. It may be used by several goroutines.
type Table struct {
	glyf, loca []byte
	long       bool
	upem       float64
}

// ErrFormat says that tables are too short to be those of a font.
var ErrFormat = errors.New("not the tables of a font")

// Read takes the tables glyf, loca and head of a font. The bytes are kept and must not be changed.
func Read(glyf, loca, head []byte) (*Table, error) {
	if len(head) < 54 || len(loca) < 4 {
		return nil, fmt.Errorf("reading outlines: %w", ErrFormat)
	}
	t := &Table{glyf: glyf, loca: loca, long: head[51] != 0, upem: float64(binary.BigEndian.Uint16(head[18:]))}
	if t.upem < 16 {
		return nil, fmt.Errorf("reading outlines: %w", ErrFormat)
	}
	return t, nil
}

// Upem returns how many units of the font's own grid make one em.
func (t *Table) Upem() int { return int(t.upem) }

// Outline returns the shape of a glyph in em, origin on the base line, y down. It is empty for
// blanks, for glyphs that the font has not, and for damaged ones.
func (t *Table) Outline(glyph uint32) geom.Path {
	var p geom.Path
	k := 1 / t.upem
	parts := maxParts
	if !t.trace(glyph, geom.Affine{XX: k, YY: -k}, &p, 0, &parts) {
		return geom.Path{}
	}
	return p
}

// Limits of what a composed glyph may take.
const (
	maxDepth = 6
	maxParts = 64
)

// bytes returns the description of a glyph.
func (t *Table) bytes(glyph uint32) []byte {
	var from, to uint64
	i := int(glyph)
	if t.long {
		if 4*i+8 > len(t.loca) {
			return nil
		}
		from, to = uint64(binary.BigEndian.Uint32(t.loca[4*i:])), uint64(binary.BigEndian.Uint32(t.loca[4*i+4:]))
	} else {
		if 2*i+4 > len(t.loca) {
			return nil
		}
		from, to = 2*uint64(binary.BigEndian.Uint16(t.loca[2*i:])), 2*uint64(binary.BigEndian.Uint16(t.loca[2*i+2:]))
	}
	if from >= to || to > uint64(len(t.glyf)) {
		return nil
	}
	return t.glyf[from:to]
}

// trace adds a glyph to p; it is false if the glyph is damaged.
func (t *Table) trace(glyph uint32, at geom.Affine, p *geom.Path, depth int, parts *int) bool {
	r := reader{b: t.bytes(glyph)}
	if len(r.b) == 0 {
		return true
	}
	contours := int(int16(r.u16()))
	r.skip(8) // the box
	if contours >= 0 {
		return r.simple(contours, at, p)
	}
	const (
		wide, offsets, more          = 1, 2, 0x20
		oneScale, twoScales, fourOfA = 8, 0x40, 0x80
	)
	for {
		flags, part := r.u16(), r.u16()
		var dx, dy float64
		if flags&wide != 0 {
			dx, dy = float64(int16(r.u16())), float64(int16(r.u16()))
		} else {
			dx, dy = float64(int8(r.u8())), float64(int8(r.u8()))
		}
		if flags&offsets == 0 {
			dx, dy = 0, 0 // points of two parts are to meet: no font of today says it so
		}
		m := geom.Affine{XX: 1, YY: 1, DX: dx, DY: dy}
		f := func() float64 { return float64(int16(r.u16())) / (1 << 14) }
		switch {
		case flags&oneScale != 0:
			m.XX = f()
			m.YY = m.XX
		case flags&twoScales != 0:
			m.XX, m.YY = f(), f()
		case flags&fourOfA != 0:
			m.XX, m.YX, m.XY, m.YY = f(), f(), f(), f()
		}
		if *parts--; r.failed || depth >= maxDepth || *parts < 0 {
			return false
		}
		if !t.trace(uint32(part), at.After(m), p, depth+1, parts) {
			return false
		}
		if flags&more == 0 {
			return true
		}
	}
}

// reader goes through a description. It fails at its end.
type reader struct {
	b      []byte
	failed bool
}

func (r *reader) u8() byte {
	if len(r.b) < 1 {
		r.failed = true
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

func (r *reader) u16() uint16 { return uint16(r.u8())<<8 | uint16(r.u8()) }

func (r *reader) skip(n int) {
	if n > len(r.b) {
		n, r.failed = len(r.b), true
	}
	r.b = r.b[n:]
}

// The flags of a point.
const (
	onCurve = 1 << iota
	shortX
	shortY
	repeat
	sameX // of a short step: to the right
	sameY // … upward
)

// simple adds a glyph that is made of contours.
func (r *reader) simple(contours int, at geom.Affine, p *geom.Path) bool {
	ends := make([]int, contours)
	n := 0
	for i := range ends {
		end := int(r.u16()) + 1
		if end < n {
			return false
		}
		ends[i], n = end, end
	}
	r.skip(int(r.u16())) // instructions
	if r.failed || n > 256*len(r.b) {
		return false
	}
	flags := make([]byte, n)
	for i := 0; i < n; i++ {
		flags[i] = r.u8()
		if flags[i]&repeat == 0 {
			continue
		}
		for k := r.u8(); k > 0 && i+1 < n; k-- {
			flags[i+1] = flags[i]
			i++
		}
	}
	if r.failed {
		return false
	}
	pts := make([]geom.Point, n)
	step := func(flag, short, same byte) float64 {
		switch {
		case flag&short != 0 && flag&same != 0:
			return float64(r.u8())
		case flag&short != 0:
			return -float64(r.u8())
		case flag&same != 0:
			return 0
		}
		return float64(int16(r.u16()))
	}
	x, y := 0.0, 0.0
	for i, f := range flags {
		x += step(f, shortX, sameX)
		pts[i].X = x
	}
	for i, f := range flags {
		y += step(f, shortY, sameY)
		pts[i].Y = y
	}
	if r.failed {
		return false
	}
	for i := range pts {
		if math.Abs(pts[i].X) > math.MaxInt16 || math.Abs(pts[i].Y) > math.MaxInt16 {
			return false
		}
		pts[i] = at.Apply(pts[i])
	}
	start := 0
	for _, end := range ends {
		contour(pts[start:end], flags[start:end], p)
		start = end
	}
	return true
}

// contour adds a closed line through points, of which those off the curve are controls; between
// two controls lies a point of the curve.
func contour(pts []geom.Point, flags []byte, p *geom.Path) {
	n := len(pts)
	if n < 2 {
		return
	}
	mid := func(a, b geom.Point) geom.Point { return a.Add(b).Mul(0.5) }
	on := func(i int) bool { return flags[i%n]&onCurve != 0 }
	first := 0
	for first < n && !on(first) {
		first++
	}
	start := geom.Point{}
	if first == n { // controls alone
		first, start = 0, mid(pts[n-1], pts[0])
		first--
	} else {
		start = pts[first]
	}
	p.Move(start)
	for i := first + 1; i <= first+n; i++ {
		q := pts[(i+n)%n]
		if on(i + n) {
			if i < first+n { // the last one is the start, and closes
				p.Line(q)
			}
			continue
		}
		next := pts[(i+1+n)%n]
		switch {
		case i == first+n: // controls alone: the last one leads back to the start
			p.Quad(q, start)
		case i+1 == first+n && on(i+1+n):
			p.Quad(q, start)
			i++
		case on(i + 1 + n):
			p.Quad(q, next)
			i++
		default:
			p.Quad(q, mid(q, next))
		}
	}
	p.Close()
}
