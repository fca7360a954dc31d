// Package truetype writes small fonts: the glyphs a document uses and nothing else, from their
// outlines. The fonts are made to be embedded, not installed.
package truetype

import (
	"encoding/binary"
	"math"
	"slices"

	"jejak/canvas/geom"
)

// UnitsPerEm is the grid glyphs are drawn on; it is that of most TrueType fonts, so that their
// points stay where they are.
const UnitsPerEm = 2048

// MaxGlyphs is how many glyphs a font can have: the table that maps codes to them counts its
// bytes in 16 bits and takes 8 for each.
const MaxGlyphs = 8000

// Glyph is one glyph of a font to be written.
type Glyph struct {
	Code    int       // the character that shows it, below 0xFFFF
	Outline geom.Path // em, origin on the base line, y down; it must be well formed
	Advance int       // font units, 0 to 32767
}

// Info is what a font says of itself.
type Info struct {
	Ascent, Descent float64 // em, both positive
	Weight          int     // 400: regular
	Italic          bool
}

// Write returns a font with the glyphs at index 1, 2, …; glyph 0 is empty. Codes must ascend, and
// there must be at most MaxGlyphs. The same glyphs give the same bytes.
func Write(glyphs []Glyph, info Info) []byte {
	var glyf, hmtx []byte
	loca := []uint32{0, 0} // glyph 0 is empty
	box := bounds{}
	maxPoints, maxContours, maxAdvance := 0, 0, 0
	hmtx = put16(hmtx, 0, 0)
	for _, g := range glyphs {
		cs := contours(g.Outline)
		var b bounds
		points := 0
		for _, c := range cs {
			points += len(c)
			for _, n := range c {
				b.add(n)
			}
		}
		if len(cs) > 0 && points < 1<<16 {
			glyf = appendGlyph(glyf, cs, b)
			box.join(b)
			maxPoints, maxContours = max(maxPoints, points), max(maxContours, len(cs))
		}
		loca = append(loca, uint32(len(glyf)))
		hmtx = put16(hmtx, g.Advance, b.x0)
		maxAdvance = max(maxAdvance, g.Advance)
	}
	if len(glyf) == 0 {
		glyf = make([]byte, 4) // a font of spaces: readers reject an empty table
	}
	n := len(glyphs) + 1
	ascent, descent := int(math.Round(info.Ascent*UnitsPerEm)), int(math.Round(info.Descent*UnitsPerEm))
	angle := 0
	if info.Italic {
		angle = -10
	}
	return assemble(map[string][]byte{
		"head": headTable(box, info),
		"hhea": put16(nil, 1, 0, ascent, -descent, 0, maxAdvance, 0, 0, box.x1, 1, 0, 0, 0, 0, 0, 0, 0, n),
		"maxp": put16(nil, 1, 0, n, maxPoints, maxContours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
		"OS/2": os2Table(info, ascent, descent),
		"hmtx": hmtx,
		"cmap": cmapTable(glyphs),
		"loca": put32(nil, loca...),
		"glyf": glyf,
		"name": put16(nil, 0, 0, 6),
		"post": put16(nil, 3, 0, angle, 0, -200, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
	})
}

type bounds struct {
	x0, y0, x1, y1 int
	any            bool
}

func (b *bounds) add(n node) {
	b.join(bounds{n.x, n.y, n.x, n.y, true})
}

func (b *bounds) join(o bounds) {
	switch {
	case !o.any:
	case !b.any:
		*b = o
	default:
		*b = bounds{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1), true}
	}
}

// The flags of a point in a glyph.
const (
	flagOn     = 1 << 0
	flagXShort = 1 << 1
	flagYShort = 1 << 2
	flagRepeat = 1 << 3
	flagXSame  = 1 << 4 // with flagXShort: positive
	flagYSame  = 1 << 5
)

func appendGlyph(glyf []byte, cs [][]node, b bounds) []byte {
	glyf = put16(glyf, len(cs), b.x0, b.y0, b.x1, b.y1)
	last := -1
	for _, c := range cs {
		last += len(c)
		glyf = put16(glyf, last)
	}
	glyf = put16(glyf, 0) // no instructions
	var flags, xs, ys []byte
	x, y := 0, 0
	for _, c := range cs {
		for _, n := range c {
			f := byte(0)
			if n.on {
				f = flagOn
			}
			var fx, fy byte
			xs, fx = appendDelta(xs, n.x-x, flagXShort, flagXSame)
			ys, fy = appendDelta(ys, n.y-y, flagYShort, flagYSame)
			flags = append(flags, f|fx|fy)
			x, y = n.x, n.y
		}
	}
	for i := 0; i < len(flags); {
		run := 1
		for i+run < len(flags) && run < 256 && flags[i+run] == flags[i] {
			run++
		}
		if run > 1 {
			glyf = append(glyf, flags[i]|flagRepeat, byte(run-1))
		} else {
			glyf = append(glyf, flags[i])
		}
		i += run
	}
	glyf = append(append(glyf, xs...), ys...)
	for len(glyf)%4 != 0 {
		glyf = append(glyf, 0)
	}
	return glyf
}

func appendDelta(to []byte, d int, short, same byte) ([]byte, byte) {
	switch {
	case d == 0:
		return to, same
	case d > 0 && d < 256:
		return append(to, byte(d)), short | same
	case d < 0 && d > -256:
		return append(to, byte(-d)), short
	}
	return put16(to, d), 0
}

func headTable(b bounds, info Info) []byte {
	style := 0
	if info.Weight >= 600 {
		style |= 1
	}
	if info.Italic {
		style |= 2
	}
	t := put32(nil, 0x00010000, 0x00010000, 0, 0x5F0F3CF5)
	t = put16(t, 1<<0|1<<1, UnitsPerEm)
	t = append(t, make([]byte, 16)...) // no dates: the same glyphs give the same file
	return put16(t, b.x0, b.y0, b.x1, b.y1, style, 6, 2, 1, 0)
}

func os2Table(info Info, ascent, descent int) []byte {
	t := put16(nil, 4, 1000, info.Weight, 5, 0)
	t = append(t, make([]byte, 20+2+10+16+4)...)
	t = put16(t, 1<<6, 0x20, 0xFFFF, ascent, -descent, 0, ascent, descent)
	t = append(t, make([]byte, 8)...)
	return put16(t, UnitsPerEm/2, UnitsPerEm*7/10, 0, 32, 1)
}

// cmapTable gives each code a segment of its own: codes leave gaps.
func cmapTable(glyphs []Glyph) []byte {
	n := len(glyphs) + 1
	size, power := 1, 0
	for size*2 <= n {
		size, power = size*2, power+1
	}
	t := put16(nil, 0, 1, 3, 1, 0, 12)
	t = put16(t, 4, 16+8*n, 0, 2*n, 2*size, power, 2*n-2*size)
	for _, g := range glyphs {
		t = put16(t, g.Code)
	}
	t = put16(t, 0xFFFF, 0)
	for _, g := range glyphs {
		t = put16(t, g.Code)
	}
	t = put16(t, 0xFFFF)
	for i, g := range glyphs {
		t = put16(t, i+1-g.Code)
	}
	t = put16(t, 1)
	return append(t, make([]byte, 2*n)...)
}

func assemble(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	n := len(names)
	size, power := 1, 0
	for size*2 <= n {
		size, power = size*2, power+1
	}
	font := put32(nil, 0x00010000)
	font = put16(font, n, 16*size, power, 16*(n-size))
	offset := 12 + 16*n
	head := 0
	for _, name := range names {
		t := tables[name]
		if name == "head" {
			head = offset
		}
		font = append(font, name...)
		font = put32(font, checksum(t), uint32(offset), uint32(len(t)))
		offset += (len(t) + 3) &^ 3
	}
	for _, name := range names {
		font = append(font, tables[name]...)
		for len(font)%4 != 0 {
			font = append(font, 0)
		}
	}
	binary.BigEndian.PutUint32(font[head+8:], 0xB1B0AFBA-checksum(font))
	return font
}

func checksum(b []byte) uint32 {
	var sum uint32
	for i, v := range b {
		sum += uint32(v) << (24 - 8*(i%4))
	}
	return sum
}

func put16(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func put32(b []byte, values ...uint32) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}
