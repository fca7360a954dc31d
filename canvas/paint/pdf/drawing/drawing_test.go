package drawing

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/text/colr"
)

func solid(r geom.Rect, c colr.Color) colr.Layer {
	return colr.Layer{Path: geom.RectPath(r), Fill: colr.Fill{Color: c}}
}

// resources writes those of a form, and what they add to a file.
func resources(f *Form) (dict string, added []string) {
	add := func(s string) int {
		added = append(added, s)
		return len(added)
	}
	dict = f.Resources(add, func(s string, data []byte) int { return add(s + " stream " + string(data)) })
	return dict, added
}

func TestSolid(t *testing.T) {
	f := New([]colr.Layer{
		solid(geom.R(0, -0.5, 0.5, 0.5), colr.Color{R: 255, A: 1}),
		solid(geom.R(0, -0.25, 0.5, 0.25), colr.Color{R: 255, A: 0.5}),
		solid(geom.R(0, 0, 1, 0.1), colr.Color{A: 0.001}), // not to be seen
		solid(geom.R(0.1, 0, 0.1, 0.1), colr.Color{R: 51, G: 51, B: 51, A: 1}),
	})
	const want = `1 0 0 rg
0 -500 m
500 -500 l
500 0 l
0 0 l
h
f
/a.5 gs
0 -250 m
500 -250 l
500 0 l
0 0 l
h
f
/a1 gs
.2 g
100 0 m
200 0 l
200 100 l
100 100 l
h
f
`
	if string(f.Ops) != want {
		t.Errorf("%s", f.Ops)
	}
	if dict, added := resources(f); dict != "<</ExtGState<</a.5<</ca .5>>/a1<</ca 1>>>>>>" || added != nil {
		t.Errorf("%s, %v", dict, added)
	}
}

func TestBlend(t *testing.T) {
	stops := []colr.Stop{{At: 0, Color: colr.Color{R: 255, A: 1}}, {At: 0.5, Color: colr.Color{G: 255, A: 1}}, {At: 1, Color: colr.Color{B: 255, A: 1}}}
	faded := []colr.Stop{{At: 0, Color: colr.Color{R: 255, A: 1}}, {At: 1, Color: colr.Color{R: 255, A: 0}}}
	square := geom.RectPath(geom.R(0, -1, 1, 1))
	f := New([]colr.Layer{
		{Path: square, Fill: colr.Fill{Kind: colr.Linear, Stops: stops, Place: geom.Identity}},
		{Path: square, Fill: colr.Fill{Kind: colr.Radial, Stops: faded, Place: geom.Affine{XX: 0.5, YY: 0.5, DX: 0.5, DY: -0.5}, Focus: geom.Pt(0.25, 0)}},
	})
	if ops := string(f.Ops); !strings.Contains(ops, "W n\n1000 0 0 1000 0 0 cm\n/s0 sh\nQ\n") || !strings.Contains(ops, "500 0 0 500 500 -500 cm\n/m1 gs\n/s1 sh\nQ\n") {
		t.Errorf("%s", ops)
	}
	dict, added := resources(f)
	if dict != "<</ExtGState<</m1<</SMask<</S/Luminosity/G 4 0 R>>>>>>/Shading<</s0 1 0 R/s1 2 0 R>>>>" {
		t.Error(dict)
	}
	for i, want := range []string{
		"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Extend[true true]/Function <</FunctionType 3/Domain[0 1]/Functions[" +
			"<</FunctionType 2/N 1/Domain[0 1]/C0[1 0 0]/C1[0 1 0]>><</FunctionType 2/N 1/Domain[0 1]/C0[0 1 0]/C1[0 0 1]>>]/Bounds[.5]/Encode[0 1 0 1]>>>>",
		"/ShadingType 3/ColorSpace/DeviceRGB/Coords[.25 0 0 0 0 1]", "/ShadingType 3/ColorSpace/DeviceGray", "/BBox[-1.1 -1.1 1.1 1.1]",
	} {
		if i >= len(added) || !strings.Contains(added[i], want) {
			t.Errorf("object %d of %q lacks %s", i, added, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{{0, 3, "0"}, {-0.0001, 3, "0"}, {0.5, 3, ".5"}, {-0.25, 3, "-.25"}, {10.5, 3, "10.5"}, {-10, 0, "-10"}, {100, 0, "100"}, {0.4, 0, "0"}} {
		got := number(c.v, c.decimals)
		if got == "-" || got == "" {
			t.Errorf("%v is nothing", c.v)
		}
		if got != c.want {
			t.Errorf("%v is %s, want %s", c.v, got, c.want)
		}
	}
}

// TestCurvesRunAsBefore: what is put together lies nowhere farther off than may be, and a curve
// that was cut is one again.
func TestCurvesRunAsBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pt := func(name string) geom.Point {
			return geom.Pt(rapid.Float64Range(-500, 500).Draw(t, name+"x"), rapid.Float64Range(-500, 500).Draw(t, name+"y"))
		}
		var quads []quad
		at := pt("start")
		for i := range rapid.IntRange(1, 8).Draw(t, "quads") {
			c := pt(fmt.Sprint("c", i))
			if i > 0 && rapid.Bool().Draw(t, "smooth") {
				before := quads[i-1]
				c = at.Add(at.Sub(before.control).Mul(rapid.Float64Range(0.3, 2).Draw(t, "speed")))
			}
			to := pt(fmt.Sprint("p", i))
			quads = append(quads, quad{at, c, to})
			at = to
		}
		f := &Form{}
		f.curves(quads)
		got := geom.Path{Verbs: []geom.Verb{geom.MoveTo}, Points: []geom.Point{quads[0].from}}
		for _, line := range strings.Split(strings.TrimSpace(string(f.Ops)), "\n") {
			var a, b, c geom.Point
			if strings.HasSuffix(line, " c") {
				if _, err := fmt.Sscanf(line, "%g %g %g %g %g %g c", &a.X, &a.Y, &b.X, &b.Y, &c.X, &c.Y); err != nil {
					t.Fatal(err)
				}
				got.Cubic(a, b, c)
			} else {
				if _, err := fmt.Sscanf(line, "%g %g l", &a.X, &a.Y); err != nil {
					t.Fatal(err)
				}
				got.Line(a)
			}
		}
		for _, q := range quads {
			for k := range 9 {
				if d := got.DistanceTo(q.at(float64(k) / 8)); d > 3*slack+1 {
					t.Fatalf("a point is %v off", d)
				}
			}
		}
	})
	// A curve of the third degree, cut in four as makers of fonts do.
	p0, p1, p2, p3 := geom.Pt(0, 0), geom.Pt(300, 0), geom.Pt(500, 200), geom.Pt(500, 500)
	speed := func(t float64) geom.Point {
		u := 1 - t
		return p1.Sub(p0).Mul(3 * u * u).Add(p2.Sub(p1).Mul(6 * u * t)).Add(p3.Sub(p2).Mul(3 * t * t))
	}
	var quads []quad
	for i := range 4 {
		t0, t1 := float64(i)/4, float64(i+1)/4
		from, to := cubicAt(p0, p1, p2, p3, t0), cubicAt(p0, p1, p2, p3, t1)
		quads = append(quads, quad{from, from.Add(speed(t0).Mul(0.125)).Add(to.Sub(speed(t1).Mul(0.125))).Mul(0.5), to})
	}
	f := &Form{}
	f.curves(quads)
	if n := strings.Count(string(f.Ops), "c\n"); n > 2 {
		t.Errorf("%d curves:\n%s", n, f.Ops)
	}
}
