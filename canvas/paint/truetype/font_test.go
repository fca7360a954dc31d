package truetype

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"pgregory.net/rapid"

	"jejak/canvas/geom"
)

func ring() geom.Path {
	p := geom.Circle(geom.Pt(0.3, -0.35), 0.3) // cubic
	var inner geom.Path                        // quadratic, the other way round
	inner.Move(geom.Pt(0.3, -0.2))
	inner.Quad(geom.Pt(0.45, -0.2), geom.Pt(0.45, -0.35))
	inner.Quad(geom.Pt(0.45, -0.5), geom.Pt(0.3, -0.5))
	inner.Quad(geom.Pt(0.15, -0.5), geom.Pt(0.15, -0.35))
	inner.Quad(geom.Pt(0.15, -0.2), geom.Pt(0.3, -0.2))
	p.Append(inner)
	return p
}

func TestFontIsRead(t *testing.T) {
	glyphs := []Glyph{
		{Code: 'a', Outline: ring(), Advance: 1234},
		{Code: 'c', Advance: 500},
		{Code: 0x2003, Outline: geom.RectPath(geom.R(-1, -2, 3, 2.5)), Advance: 8000},
	}
	file := Write(glyphs, Info{Ascent: 0.9, Descent: 0.25, Weight: 700, Italic: true})
	if !bytes.Equal(file, Write(glyphs, Info{Ascent: 0.9, Descent: 0.25, Weight: 700, Italic: true})) {
		t.Error("the same glyphs gave another font")
	}
	if checksum(file) != 0xB1B0AFBA {
		t.Errorf("the checksum of the file is %#x", checksum(file))
	}
	f, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	ppem := fixed.I(UnitsPerEm)
	for i, g := range glyphs {
		n, err := f.GlyphIndex(&buf, rune(g.Code))
		if err != nil || int(n) != i+1 {
			t.Errorf("code %#x: glyph %d, %v, want %d", g.Code, n, err, i+1)
		}
		advance, err := f.GlyphAdvance(&buf, n, ppem, font.HintingNone)
		if err != nil || advance.Round() != g.Advance {
			t.Errorf("code %#x: advance %v, %v, want %d", g.Code, advance, err, g.Advance)
		}
		segments, err := f.LoadGlyph(&buf, n, ppem, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := g.Outline.Bounds()
		got := segments.Bounds()
		for _, pair := range [][2]float64{
			{float64(got.Min.X) / 64, want.Min.X * UnitsPerEm}, {float64(got.Min.Y) / 64, want.Min.Y * UnitsPerEm},
			{float64(got.Max.X) / 64, want.Max.X * UnitsPerEm}, {float64(got.Max.Y) / 64, want.Max.Y * UnitsPerEm},
		} {
			if math.Abs(pair[0]-pair[1]) > 1.5 {
				t.Errorf("code %#x stands in %v, want %v", g.Code, got, want)
			}
		}
	}
	if n, err := f.GlyphIndex(&buf, 'b'); n != 0 || err != nil {
		t.Errorf("a code between two: glyph %d, %v", n, err)
	}
}

func TestFontOfBlanks(t *testing.T) {
	f, err := sfnt.Parse(Write([]Glyph{{Code: ' ', Advance: 600}}, Info{Ascent: 1, Weight: 400}))
	if err != nil {
		t.Fatal(err)
	}
	if n := f.NumGlyphs(); n != 2 {
		t.Errorf("%d glyphs, want 2", n)
	}
}

// A curve keeps its shape: every point of the TrueType contour's curve lies near the cubic.
func TestCubicStaysItself(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		coordinate := rapid.Float64Range(-1, 1.5)
		pt := func(name string) geom.Point {
			return geom.Pt(coordinate.Draw(rt, name+"x"), coordinate.Draw(rt, name+"y"))
		}
		var p geom.Path
		p.Move(pt("a"))
		p.Cubic(pt("b"), pt("c"), pt("d"))
		cs := contours(p)
		if len(cs) == 0 {
			return
		}
		scaled := p.Transform(geom.Transform{K: UnitsPerEm})
		c := cs[0]
		at := func(n node) geom.Point { return geom.Pt(float64(n.x), float64(-n.y)) }
		from := at(c[0])
		for i := 1; i < len(c); i++ {
			if c[i].on {
				from = at(c[i])
				continue
			}
			next := c[(i+1)%len(c)]
			to := at(next)
			if !next.on {
				to = at(c[i]).Add(to).Mul(0.5)
			} else if i+1 == len(c) {
				break // the closing side
			}
			middle := from.Add(at(c[i]).Mul(2)).Add(to).Mul(0.25)
			if d := scaled.DistanceTo(middle); d > 3 {
				rt.Errorf("%.2f units beside the curve", d)
			}
			from = to
		}
	})
}

func TestTidyLeavesOutWhatIsImplied(t *testing.T) {
	c := tidy([]node{{0, 0, true}, {0, 0, true}, {10, 0, false}, {15, 5, true}, {20, 10, false}, {0, 20, true}, {0, 0, true}})
	if len(c) != 4 {
		t.Errorf("%v: want start, two controls and one corner", c)
	}
}

func TestGlyphsAreLaidOutEvenly(t *testing.T) {
	file := Write([]Glyph{{Code: 65, Outline: ring(), Advance: 9}}, Info{Ascent: 1, Weight: 400})
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		if offset := binary.BigEndian.Uint32(file[12+16*i+8:]); offset%4 != 0 {
			t.Errorf("table %s begins at %d", file[12+16*i:12+16*i+4], offset)
		}
	}
}
