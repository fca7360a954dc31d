package colr

import (
	"encoding/binary"
	"math"
	"testing"

	"jejak/canvas/geom"
)

// square is the shape of every glyph of these tests: 100 units wide, placed by its number.
func square(glyph uint32) geom.Path {
	return geom.RectPath(geom.R(float64(glyph)/10, -0.1, 0.1, 0.1))
}

// cpal is a palette of red, half transparent green, and blue.
func cpal() []byte {
	b := be(u16(0), u16(3), u16(1), u16(3), u32(14), u16(0))
	return append(b, 0, 0, 255, 255, 0, 255, 0, 128, 255, 0, 0, 255)
}

func u16(v int) []byte { return binary.BigEndian.AppendUint16(nil, uint16(v)) }
func u24(v int) []byte { return u32(v)[1:] }
func u32(v int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(v)) }
func u8(v int) []byte  { return []byte{byte(v)} }

// f2 is a number with 14 bits behind the point.
func f2(v float64) []byte { return u16(int(int16(math.Round(v * (1 << 14))))) }

func be(parts ...[]byte) []byte {
	var b []byte
	for _, p := range parts {
		b = append(b, p...)
	}
	return b
}

// version1 is a table whose glyph 5 is painted by paint, with layers for what takes several.
func version1(paint []byte, layers ...[]byte) []byte {
	const header = 34
	list := be(u32(1), u16(5), u32(10), paint)
	var offsets, bodies []byte
	for _, l := range layers {
		offsets = append(offsets, u32(4+4*len(layers)+len(bodies))...)
		bodies = append(bodies, l...)
	}
	return be(u16(1), u16(0), u32(0), u32(0), u16(0), u32(header), u32(header+len(list)), u32(0), u32(0), u32(0),
		list, u32(len(layers)), offsets, bodies)
}

// in is glyph filled with paint.
func in(glyph int, paint []byte) []byte { return be(u8(10), u24(6), u16(glyph), paint) }

func solidOf(color int, alpha float64) []byte { return be(u8(2), u16(color), f2(alpha)) }

func line(stops ...[]byte) []byte {
	b := be(u8(0), u16(len(stops)))
	return append(b, be(stops...)...)
}

func stop(at float64, color int, alpha float64) []byte { return be(f2(at), u16(color), f2(alpha)) }

func draw(t *testing.T, table []byte) []Layer {
	t.Helper()
	c, err := Read(table, cpal(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	if !c.Has(5) || c.Has(4) || c.Has(6) {
		t.Error("Has is wrong")
	}
	return c.Draw(5, square)
}

func one(t *testing.T, table []byte) Layer {
	t.Helper()
	l := draw(t, table)
	if len(l) != 1 {
		t.Fatalf("%d layers, want 1", len(l))
	}
	return l[0]
}

var red, green, blue = Color{R: 255, A: 1}, Color{G: 255, A: 128.0 / 255}, Color{B: 255, A: 1}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-3 }

func nearRect(a, b geom.Rect) bool {
	return near(a.Min.X, b.Min.X) && near(a.Min.Y, b.Min.Y) && near(a.Max.X, b.Max.X) && near(a.Max.Y, b.Max.Y)
}

func TestVersion0(t *testing.T) {
	table := be(u16(0), u16(1), u32(14), u32(20), u16(3), u16(5), u16(1), u16(2), u16(9), u16(0), u16(1), u16(0), u16(2), u16(1))
	l := draw(t, table)
	if len(l) != 2 || l[0].Fill.Color != red || l[1].Fill.Color != green || !nearRect(l[1].Path.Bounds(), geom.R(0.2, -0.1, 0.1, 0.1)) {
		t.Errorf("%+v", l)
	}
}

func TestSolidAndLayers(t *testing.T) {
	l := draw(t, version1(be(u8(1), u8(2), u32(0)), in(1, solidOf(0, 0.5)), in(2, solidOf(2, 1))))
	if len(l) != 2 || l[0].Fill.Color != red.alpha(0.5) || l[1].Fill.Color != blue || !nearRect(l[0].Path.Bounds(), square(1).Bounds()) {
		t.Errorf("%+v", l)
	}
	if got := one(t, version1(in(1, solidOf(0xffff, 1)))).Fill.Color; got != (Color{A: 1}) {
		t.Errorf("the colour of the text is %v", got)
	}
}

func (c Color) alpha(a float64) Color {
	c.A = a
	return c
}

func TestTransforms(t *testing.T) {
	child := in(0, solidOf(0, 1)) // from 0,−0.1 to 0.1,0
	for name, c := range map[string]struct {
		paint []byte
		want  geom.Rect
	}{
		"move":             {be(u8(14), u24(8), u16(200), u16(-100&0xffff), child), geom.R(0.2, 0, 0.1, 0.1)},
		"scale":            {be(u8(16), u24(8), f2(1.5), f2(0.5), child), geom.R(0, -0.05, 0.15, 0.05)},
		"scale about":      {be(u8(18), u24(12), f2(0.5), f2(0.5), u16(100), u16(100), child), geom.R(0.05, -0.1, 0.05, 0.05)},
		"scale evenly":     {be(u8(20), u24(6), f2(0.5), child), geom.R(0, -0.05, 0.05, 0.05)},
		"… about":          {be(u8(22), u24(10), f2(0.5), u16(100), u16(0), child), geom.R(0.05, -0.05, 0.05, 0.05)},
		"turn to the left": {be(u8(24), u24(6), f2(0.5), child), geom.R(-0.1, -0.1, 0.1, 0.1)},
		"turn about":       {be(u8(26), u24(10), f2(1), u16(100), u16(0), child), geom.R(0.1, 0, 0.1, 0.1)},
		"skew":             {be(u8(28), u24(8), f2(-0.25), f2(0), child), geom.R(0, -0.1, 0.2, 0.1)},
		"skew about":       {be(u8(30), u24(12), f2(-0.25), f2(0), u16(0), u16(100), child), geom.R(-0.1, -0.1, 0.2, 0.1)},
		"matrix":           {be(u8(12), u24(7), u24(7+len(child)-4), child, u32(2<<16), u32(0), u32(0), u32(1<<16), u32(100<<16), u32(50<<16)), geom.R(0.1, -0.15, 0.2, 0.1)},
		"varies":           {be(u8(17), u24(12), f2(1.5), f2(0.5), u32(0), child), geom.R(0, -0.05, 0.15, 0.05)},
	} {
		if name == "matrix" { // its offset counts from the start of its own table
			c.paint = be(u8(12), u24(7), u24(7+len(child)), child, u32(2<<16), u32(0), u32(0), u32(1<<16), u32(100<<16), u32(50<<16))
		}
		if got := one(t, version1(c.paint)).Path.Bounds(); !nearRect(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// linear is a blend from p0 to p1, even along p0–p2.
func linear(line []byte, p ...int) []byte {
	b := be(u8(4), u24(16))
	for _, v := range p {
		b = append(b, u16(v&0xffff)...)
	}
	return append(b, line...)
}

// at is what a fill shows at a place of the glyph, in em with y down.
func at(t *testing.T, f Fill, p geom.Point) Color {
	t.Helper()
	back, ok := f.Place.Invert()
	if !ok {
		t.Fatal("the blend can not be placed")
	}
	return f.At(f.Along(back.Apply(p)))
}

// alike allows for rounding.
func alike(a, b Color) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) <= 3 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B) && math.Abs(a.A-b.A) < 0.01
}

func TestLinear(t *testing.T) {
	two := line(stop(0, 0, 1), stop(1, 2, 1))
	f := one(t, version1(in(0, linear(two, 0, 0, 100, 0, 0, 100)))).Fill
	if f.Kind != Linear || !alike(at(t, f, geom.Pt(-1, 3)), red) || !alike(at(t, f, geom.Pt(0.2, 3)), blue) || !alike(at(t, f, geom.Pt(0.05, -9)), (Color{R: 128, B: 128, A: 1})) {
		t.Errorf("%+v", f)
	}
	// Even along a slant: what counts is the way across it.
	f = one(t, version1(in(0, linear(two, 0, 0, 100, 0, 100, 100)))).Fill
	if got := at(t, f, geom.Pt(0.3, -0.3)); !alike(got, red) {
		t.Errorf("along the slant it is %v", got)
	}
	if got := at(t, f, geom.Pt(0.1, 0)); !alike(got, blue) {
		t.Errorf("at its end it is %v", got)
	}
	// Stops inside: the blend is from the first to the last, whatever their order.
	f = one(t, version1(in(0, linear(line(stop(0.75, 2, 1), stop(0.25, 0, 1)), 0, 0, 100, 0, 0, 100)))).Fill
	if f.Stops[0].At != 0 || f.Stops[1].At != 1 || !alike(at(t, f, geom.Pt(0.024, 0)), red) || !alike(at(t, f, geom.Pt(0.0751, 0)), blue) {
		t.Errorf("%+v", f)
	}
	// Over no distance it is one colour.
	for name, p := range map[string][]byte{
		"no way":      linear(two, 5, 5, 5, 5, 0, 9),
		"only along":  linear(two, 0, 0, 100, 0, 200, 0),
		"equal stops": linear(line(stop(0.5, 0, 1), stop(0.5, 2, 1)), 0, 0, 100, 0, 0, 100),
		"a sweep":     be(u8(8), u24(12), u16(0), u16(0), f2(0), f2(1), two),
	} {
		f := one(t, version1(in(0, p))).Fill
		if f.Kind != Solid || f.Color.R < 127 || f.Color.B < 127 || f.Color != f.Mean() {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

func TestRadial(t *testing.T) {
	two := line(stop(0, 0, 1), stop(1, 2, 1))
	radial := func(line []byte, x0, y0, r0, x1, y1, r1 int) []byte {
		return be(u8(6), u24(16), u16(x0), u16(y0), u16(r0), u16(x1), u16(y1), u16(r1), line)
	}
	f := one(t, version1(in(0, radial(two, 50, 50, 0, 50, 50, 50)))).Fill
	if f.Kind != Radial || !alike(at(t, f, geom.Pt(0.05, -0.05)), red) || !alike(at(t, f, geom.Pt(0.1, -0.05)), blue) || !alike(at(t, f, geom.Pt(0.075, -0.05)), (Color{R: 128, B: 128, A: 1})) {
		t.Errorf("%+v", f)
	}
	// The focus lies beside the middle.
	f = one(t, version1(in(0, radial(two, 70, 50, 0, 50, 50, 50)))).Fill
	if !alike(at(t, f, geom.Pt(0.07, -0.05)), red) || !alike(at(t, f, geom.Pt(0, -0.05)), blue) || !alike(at(t, f, geom.Pt(0.1, -0.05)), blue) {
		t.Errorf("%+v", f)
	}
	// From the outside in.
	f = one(t, version1(in(0, radial(two, 50, 50, 50, 50, 50, 10)))).Fill
	if !alike(at(t, f, geom.Pt(0.05, -0.05)), blue) || !alike(at(t, f, geom.Pt(0.1, -0.05)), red) || !near(f.Inner, 0.2) {
		t.Errorf("%+v", f)
	}
	// Neither circle holds the other: the focus is brought inside.
	f = one(t, version1(in(0, radial(two, 300, 0, 10, 0, 0, 50)))).Fill
	if f.Kind == Radial && math.Hypot(f.Focus.X, f.Focus.Y)+f.Inner > 1 {
		t.Errorf("%+v", f)
	}
}

func TestBlendTakesTransforms(t *testing.T) {
	two := line(stop(0, 0, 1), stop(1, 2, 0.5))
	shrunk := be(u8(16), u24(8), f2(0.5), f2(1), linear(two, 0, 0, 100, 0, 0, 100))
	f := one(t, version1(in(0, shrunk))).Fill
	if !alike(at(t, f, geom.Pt(0.051, 0)), blue.alpha(0.5)) {
		t.Errorf("%+v", f)
	}
}

func TestComposite(t *testing.T) {
	a, b := in(1, solidOf(0, 1)), in(2, solidOf(2, 1))
	of := func(source []byte, mode int, backdrop []byte) []byte {
		return be(u8(32), u24(8), u8(mode), u24(8+len(source)), source, backdrop)
	}
	colors := func(p []byte) (list []Color) {
		for _, l := range draw(t, version1(p)) {
			list = append(list, l.Fill.Color)
		}
		return list
	}
	for name, c := range map[string]struct {
		paint []byte
		want  []Color
	}{
		"clear":         {of(a, 0, b), nil},
		"source":        {of(a, 1, b), []Color{red}},
		"backdrop":      {of(a, 2, b), []Color{blue}},
		"over":          {of(a, 3, b), []Color{blue, red}},
		"under":         {of(a, 4, b), []Color{red, blue}},
		"through":       {of(a, 5, solidOf(2, 0.25)), []Color{red.alpha(0.25)}},
		"let through":   {of(solidOf(2, 0.25), 6, b), []Color{blue.alpha(0.25)}},
		"mixed colours": {of(a, 20, b), []Color{blue}},
		"deep":          {of(of(a, 5, solidOf(2, 0.5)), 3, of(b, 5, solidOf(0, 0.5))), []Color{blue.alpha(0.5), red.alpha(0.5)}},
	} {
		got := colors(c.paint)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i].R != c.want[i].R || got[i].B != c.want[i].B || !near(got[i].A, c.want[i].A) {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
	}
}

// TestEndless: what goes in circles or grows without end is cut off.
func TestEndless(t *testing.T) {
	draw(t, version1(be(u8(11), u16(5))))                                   // itself
	draw(t, version1(be(u8(1), u8(255), u32(0)), be(u8(1), u8(1), u32(0)))) // a layer that is itself
	// Each composite leads to the next one twice: two to the power of a thousand ways.
	var chain []byte
	for range 1000 {
		chain = append(chain, be(u8(32), u24(8), u8(3), u24(8))...)
	}
	if n := len(draw(t, version1(append(chain, in(1, solidOf(0, 1))...)))); n > maxSteps {
		t.Errorf("%d layers", n)
	}
	// Far outside nothing is drawn.
	far := be(u8(14), u24(8), u16(32767), u16(0), in(1, solidOf(0, 1)))
	for range 40 {
		far = be(u8(16), u24(8), f2(1.99), f2(1.99), far)
	}
	if l := draw(t, version1(far)); len(l) != 0 {
		t.Errorf("%d layers far outside", len(l))
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ colr, cpal []byte }{
		"nothing":         {nil, nil},
		"no palette":      {version1(solidOf(0, 1)), nil},
		"empty palette":   {version1(solidOf(0, 1)), make([]byte, 14)},
		"another version": {append(u16(2), make([]byte, 40)...), cpal()},
	} {
		if _, err := Read(c.colr, c.cpal, 1000); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	if _, err := Read(version1(solidOf(0, 1)), cpal(), 0); err == nil {
		t.Error("a font without units is read")
	}
}

// FuzzDraw: whatever the tables hold, drawing comes to an end, and what is drawn is sound.
func FuzzDraw(f *testing.F) {
	two := line(stop(0, 0, 1), stop(1, 2, 0.5))
	f.Add(version1(in(0, linear(two, 0, 0, 100, 0, 0, 100))), cpal(), uint32(5))
	f.Add(version1(be(u8(1), u8(2), u32(0)), in(1, solidOf(0, 0.5)), in(2, be(u8(6), u24(16), u16(0), u16(0), u16(0), u16(9), u16(9), u16(9), two))), cpal(), uint32(5))
	f.Add(version1(be(u8(32), u24(8), u8(5), u24(8+5), solidOf(0, 1), solidOf(1, 0.5))), cpal(), uint32(5))
	f.Add(version1(be(u8(12), u24(7), u24(7), in(1, solidOf(0, 1)))), cpal(), uint32(5))
	f.Add(be(u16(0), u16(1), u32(14), u32(20), u16(3), u16(5), u16(1), u16(2), u16(9), u16(0), u16(1), u16(0), u16(2), u16(1)), cpal(), uint32(5))
	f.Fuzz(func(t *testing.T, colr, cpal []byte, glyph uint32) {
		table, err := Read(colr, cpal, 1000)
		if err != nil {
			return
		}
		for _, g := range []uint32{glyph, 5} {
			for _, l := range table.Draw(g, square) {
				sound(t, l)
			}
		}
	})
}

func sound(t *testing.T, l Layer) {
	if !finite(l.Path.Bounds()) {
		t.Fatalf("it reaches to %v", l.Path.Bounds())
	}
	if l.Fill.Kind == Solid {
		if a := l.Fill.Color.A; !(a > 0 && a <= 1) {
			t.Fatalf("its opacity is %v", a)
		}
		return
	}
	s := l.Fill.Stops
	if len(s) < 2 || s[0].At != 0 || s[len(s)-1].At != 1 {
		t.Fatalf("stops %v", s)
	}
	if !usable(l.Fill.Place) || !(l.Fill.Inner >= 0 && l.Fill.Inner < 1) || !(math.Hypot(l.Fill.Focus.X, l.Fill.Focus.Y)+l.Fill.Inner < 1) {
		t.Fatalf("placed by %+v", l.Fill)
	}
	if v := l.Fill.Along(geom.Pt(0.3, 0.4)); math.IsNaN(v) {
		t.Fatalf("%+v has no colour at a place", l.Fill)
	}
}
