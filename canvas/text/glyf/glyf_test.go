package glyf

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"math"
	"testing"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"jejak/assets/fonts"
	"jejak/canvas/geom"
)

// tables takes the tables of outlines out of a font.
func tables(t testing.TB, file []byte) (*Table, *font.Face) {
	t.Helper()
	ld, err := ot.NewLoader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	raw := func(tag string) []byte {
		b, err := ld.RawTable(ot.MustNewTag(tag))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	o, err := Read(raw("glyf"), raw("loca"), raw("head"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := font.NewFont(ld)
	if err != nil {
		t.Fatal(err)
	}
	return o, font.NewFace(f)
}

// TestAsAnotherReader: the outlines are those that the parser of go-text finds, composed glyphs
// included.
func TestAsAnotherReader(t *testing.T) {
	r, err := gzip.NewReader(bytes.NewReader(fonts.NotoColorEmoji))
	if err != nil {
		t.Fatal(err)
	}
	emoji, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file []byte
		last int
	}{"Inter": {fonts.InterRegular, 2700}, "Noto Emoji": {fonts.NotoEmoji, 1500}, "Noto Color Emoji": {emoji, 20_000}} {
		o, other := tables(t, c.file)
		drawn := 0
		for g := 0; g < c.last; g += 3 {
			got := o.Outline(uint32(g))
			want, _ := other.GlyphDataOutline(uint16(g))
			if len(got.Verbs) == 0 && len(want.Segments) == 0 {
				continue
			}
			drawn++
			var p geom.Path
			at := func(s ot.SegmentPoint) geom.Point {
				return geom.Pt(float64(s.X)/float64(o.Upem()), -float64(s.Y)/float64(o.Upem()))
			}
			for _, s := range want.Segments {
				switch s.Op {
				case ot.SegmentOpMoveTo:
					p.Move(at(s.Args[0]))
				case ot.SegmentOpLineTo:
					p.Line(at(s.Args[0]))
				case ot.SegmentOpQuadTo:
					p.Quad(at(s.Args[0]), at(s.Args[1]))
				}
			}
			if a, b := area(got), area(p); math.Abs(a-b) > 1e-4 {
				t.Errorf("%s: glyph %d covers %v, want %v", name, g, a, b)
			}
			if a, b := got.Bounds(), p.Bounds(); a.Min.Dist(b.Min) > 1e-3 || a.Max.Dist(b.Max) > 1e-3 {
				t.Errorf("%s: glyph %d lies in %v, want %v", name, g, a, b)
			}
		}
		if drawn < 400 {
			t.Errorf("%s: %d glyphs were drawn", name, drawn)
		}
	}
}

// area is twice the area within a path, counted as it winds.
func area(p geom.Path) float64 {
	sum := 0.0
	line := func(a, b geom.Point) { sum += a.X*b.Y - b.X*a.Y }
	var start, at geom.Point
	i := 0
	for _, v := range p.Verbs {
		n := [...]int{1, 1, 2, 3, 0}[v]
		if v == geom.MoveTo {
			line(at, start) // what was not closed is closed
			start, at = p.Points[i], p.Points[i]
		} else if n > 0 {
			one := geom.Path{Verbs: []geom.Verb{geom.MoveTo, v}, Points: append([]geom.Point{at}, p.Points[i:i+n]...)}
			one.Flatten(1e-4, line)
			at = p.Points[i+n-1]
		}
		i += n
	}
	line(at, start)
	return sum
}

// head is a table head of 1000 units, with short places of glyphs.
func head() []byte {
	b := make([]byte, 54)
	binary.BigEndian.PutUint16(b[18:], 1000)
	return b
}

// places is a table loca of short places.
func places(ends ...int) []byte {
	b := []byte{0, 0}
	for _, e := range ends {
		b = binary.BigEndian.AppendUint16(b, uint16(e/2))
	}
	return b
}

// TestControlsAlone: a contour need not have a point on its curve.
func TestControlsAlone(t *testing.T) {
	glyph := []byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0,
		0, 0, 3, 0xe8, 0, 0, 0xfc, 0x18, // x: 0, +1000, 0, −1000
		0, 0, 0, 0, 3, 0xe8, 0, 0} // y: 0, 0, +1000, 0
	o, err := Read(glyph, places(len(glyph)), head())
	if err != nil {
		t.Fatal(err)
	}
	p := o.Outline(0)
	if len(p.Verbs) != 6 || p.Verbs[4] != geom.QuadTo || p.Points[0] != geom.Pt(0, -0.5) || p.Points[len(p.Points)-1] != p.Points[0] {
		t.Errorf("%+v", p)
	}
}

// TestDamaged: parts that hold themselves, and descriptions that end too soon, are empty.
func TestDamaged(t *testing.T) {
	self := []byte{0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0}
	if o, err := Read(self, places(len(self)), head()); err != nil || len(o.Outline(0).Verbs) != 0 {
		t.Errorf("a glyph that holds itself is drawn, or %v", err)
	}
	cut := []byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 1, 1}
	if o, err := Read(cut, places(len(cut)), head()); err != nil || len(o.Outline(0).Verbs) != 0 {
		t.Errorf("a glyph that is cut off is drawn, or %v", err)
	}
	for name, c := range map[string][2][]byte{"no head": {places(2), nil}, "no places": {nil, head()}, "no units": {places(2), make([]byte, 54)}} {
		if _, err := Read(nil, c[0], c[1]); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzOutline: whatever the tables hold, a glyph is a path or empty.
func FuzzOutline(f *testing.F) {
	f.Add([]byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 9}, places(28), false)
	f.Add([]byte{0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0}, places(16, 16), true)
	f.Fuzz(func(t *testing.T, glyf, loca []byte, long bool) {
		h := head()
		if long {
			h[51] = 1
		}
		o, err := Read(glyf, loca, h)
		if err != nil {
			return
		}
		for g := range uint32(4) {
			p := o.Outline(g)
			if len(p.Verbs) > 0 && p.Verbs[0] != geom.MoveTo {
				t.Fatalf("glyph %d begins with %v", g, p.Verbs[0])
			}
			for _, q := range p.Points {
				if math.IsNaN(q.X) || math.IsNaN(q.Y) {
					t.Fatalf("glyph %d has %v", g, q)
				}
			}
		}
	})
}
