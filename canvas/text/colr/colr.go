// Package colr reads coloured glyphs of OpenType fonts (tables COLR, versions 0 and 1, and CPAL) and
// reduces them to filled shapes that any painter can paint.
//
// The tables are read where they lie, glyph by glyph, and nothing in them is trusted: what points
// outside, goes in circles or has no end is left out.
package colr

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"

	"jejak/canvas/geom"
)

// Color is a colour that is not multiplied with its opacity A, from 0 to 1.
type Color struct {
	R, G, B uint8
	A       float64
}

// Layer is one filled shape of a glyph. Measures are in em, the origin is on the base line, y grows
// downward.
type Layer struct {
	Path geom.Path // filled by the non-zero rule
	Fill Fill
}

// Kind tells how a shape is filled.
type Kind uint8

// The ways to fill.
const (
	Solid  Kind = iota // with Color
	Linear             // with a blend along the x axis of its own plane, from 0 to 1
	Radial             // with a blend from the circle Focus, Inner to the circle of radius 1 about the origin
)

// Fill is what a shape is filled with. Beyond its ends a blend goes on in the colour it ends with.
type Fill struct {
	Kind  Kind
	Color Color  // of Solid
	Stops []Stop // of the others: two at least, the first at 0, the last at 1, in order
	// Place brings the plane of the blend to that of the path. It can be inverted.
	Place geom.Affine
	Focus geom.Point // inside the unit circle
	Inner float64    // radius around Focus; 0 or more, less than 1
}

// Stop is the colour at a place of a blend.
type Stop struct {
	At    float64 // 0 to 1
	Color Color
}

// Table is the coloured glyphs of a font. It may be used by several goroutines.
type Table struct {
	colr    data
	palette []Color
	upem    float64

	glyphs0, layers0 data // version 0: the records of base glyphs and of layers
	glyphs, layers   data // version 1: the lists, their counts included
}

// ErrFormat says that a table is of a version that is not known, or is too short for its header.
var ErrFormat = errors.New("not a table of coloured glyphs")

// Read reads the tables COLR and CPAL of a font with upem units in an em. The bytes are kept and must
// not be changed.
func Read(colr, cpal []byte, upem int) (*Table, error) {
	c, p := data(colr), data(cpal)
	if len(c) < 14 || c.u16(0) > 1 || len(p) < 12 || upem <= 0 {
		return nil, fmt.Errorf("reading colours: %w", ErrFormat)
	}
	t := &Table{colr: c, upem: float64(upem)}
	t.glyphs0 = c.array(int(c.u32(4)), int(c.u16(2)), 6)
	t.layers0 = c.array(int(c.u32(8)), int(c.u16(12)), 4)
	if c.u16(0) == 1 {
		if o := int(c.u32(14)); o > 0 {
			t.glyphs = c.from(o)
		}
		if o := int(c.u32(18)); o > 0 {
			t.layers = c.from(o)
		}
	}
	// The first palette is the one to show when nobody asks for another.
	colors := p.array(int(p.u32(8)), int(p.u16(6)), 4)
	n, first := int(p.u16(2)), int(p.u16(12))
	for i := first; i < first+n && 4*i < len(colors); i++ {
		b := colors[4*i:]
		t.palette = append(t.palette, Color{R: b[2], G: b[1], B: b[0], A: float64(b[3]) / 255})
	}
	if len(t.palette) == 0 {
		return nil, fmt.Errorf("reading palette: %w", ErrFormat)
	}
	return t, nil
}

// Has reports whether a glyph has colours.
func (t *Table) Has(glyph uint32) bool {
	return t.paint(glyph) != nil || len(t.records(glyph)) > 0
}

// Draw returns the shapes of a glyph, from the lowest to the topmost; none if it has no colours.
// outline gives the shapes of glyphs, which colours fill.
func (t *Table) Draw(glyph uint32, outline func(glyph uint32) geom.Path) []Layer {
	d := drawing{table: t, outline: outline}
	if p := t.paint(glyph); p != nil {
		d.paint(p, state{matrix: geom.Identity, alpha: 1})
		return d.layers
	}
	for r := t.records(glyph); len(r) >= 4; r = r[4:] {
		s := state{matrix: geom.Identity, alpha: 1}
		path := outline(uint32(r.u16(0)))
		s.path = &path
		d.fill(Fill{Color: t.color(int(r.u16(2)), 1)}, s)
	}
	return d.layers
}

// paint returns the table of a glyph of version 1, nil if there is none.
func (t *Table) paint(glyph uint32) data {
	r := search(t.glyphs.array(4, int(t.glyphs.u32(0)), 6), 6, glyph)
	if r == nil {
		return nil
	}
	return t.glyphs.from(int(r.u32(2)))
}

// records returns the layers of a glyph of version 0.
func (t *Table) records(glyph uint32) data {
	r := search(t.glyphs0, 6, glyph)
	if r == nil {
		return nil
	}
	return t.layers0.array(4*int(r.u16(2)), int(r.u16(4)), 4)
}

// search finds the record of a glyph among sorted ones.
func search(records data, size int, glyph uint32) data {
	n := len(records) / size
	i := sort.Search(n, func(i int) bool { return uint32(records.u16(size*i)) >= glyph })
	if i == n || uint32(records.u16(size*i)) != glyph {
		return nil
	}
	return records[size*i : size*(i+1)]
}

// color returns an entry of the palette; what it has not, and the colour of the text, is black.
func (t *Table) color(i int, alpha float64) Color {
	c := Color{A: 1}
	if i < len(t.palette) {
		c = t.palette[i]
	}
	c.A *= math.Max(0, math.Min(alpha, 1))
	return c
}

// data is a part of a table. What is read beyond its end is 0.
type data []byte

func (d data) from(at int) data {
	if at < 0 || at >= len(d) {
		return nil
	}
	return d[at:]
}

// array returns n records at an offset, or as many of them as there are.
func (d data) array(at, n, size int) data {
	d = d.from(at)
	return d[:min(n, len(d)/size)*size]
}

func (d data) u8(at int) int {
	if at >= len(d) {
		return 0
	}
	return int(d[at])
}

func (d data) u16(at int) uint16 {
	if at+2 > len(d) {
		return 0
	}
	return binary.BigEndian.Uint16(d[at:])
}

func (d data) u24(at int) int { return d.u8(at)<<16 | int(d.u16(at+1)) }

func (d data) u32(at int) uint32 {
	if at+4 > len(d) {
		return 0
	}
	return binary.BigEndian.Uint32(d[at:])
}

func (d data) i16(at int) float64 { return float64(int16(d.u16(at))) }

// f2dot14 is a number between -2 and 2.
func (d data) f2dot14(at int) float64 { return d.i16(at) / (1 << 14) }

// fixed is a number with 16 bits behind the point.
func (d data) fixed(at int) float64 { return float64(int32(d.u32(at))) / (1 << 16) }
