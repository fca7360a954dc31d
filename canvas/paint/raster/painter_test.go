package raster_test

import (
	"image"
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

var _ paint.Painter = (*raster.Painter)(nil)

// one paints a single mark black on nothing, one pixel to a point, and returns its opacities.
func one(w, h int, m scene.Mark) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	paint.Mark(m, raster.New(img, geom.Transform{K: 1}))
	return img
}

// area is the sum of all opacity, in pixels.
func area(img *image.RGBA) float64 {
	sum := 0
	for i := 3; i < len(img.Pix); i += 4 {
		sum += int(img.Pix[i])
	}
	return float64(sum) / 255
}

var black = scene.RGB(0)

func TestFillArea(t *testing.T) {
	star := geom.Polygon(geom.Pt(50, 10), geom.Pt(74, 83), geom.Pt(11, 38), geom.Pt(89, 38), geom.Pt(26, 83))
	var hole geom.Path
	hole.Append(geom.RectPath(geom.R(10, 10, 60, 60)))
	hole.Append(geom.Polygon(geom.Pt(20, 20), geom.Pt(20, 40), geom.Pt(40, 40), geom.Pt(40, 20)))
	var twice geom.Path
	twice.Append(geom.RectPath(geom.R(10, 10, 60, 60)))
	twice.Append(geom.RectPath(geom.R(20, 20, 20, 20)))
	open := geom.Polyline(geom.Pt(10, 10), geom.Pt(50, 10), geom.Pt(10, 50))
	for _, c := range []struct {
		name string
		path geom.Path
		want float64
	}{
		{"rect on pixels", geom.RectPath(geom.R(10, 10, 20, 5)), 100},
		{"rect between pixels", geom.RectPath(geom.R(10.25, 10.5, 20.5, 5.25)), 20.5 * 5.25},
		{"rect within a pixel", geom.RectPath(geom.R(10.25, 10.25, 0.5, 0.5)), 0.25},
		{"rect across the border", geom.RectPath(geom.R(-10, -10, 20, 20)), 100},
		{"triangle, open", open, 800},
		{"circle", geom.Circle(geom.Pt(50, 50), 30), math.Pi * 900},
		{"rounded", geom.RoundRect(geom.R(10, 10, 50, 40), 8), 2000 - (4-math.Pi)*64},
		{"hole wound the other way", hole, 3600 - 400},
		{"overlap wound the same way", twice, 3600},
		{"star, its middle too", star, 1854},
		{"nothing", geom.Path{}, 0},
		{"no area", geom.Polygon(geom.Pt(1, 1), geom.Pt(50, 50)), 0},
	} {
		got := area(one(100, 100, &scene.Fill{Path: c.path, Color: black}))
		if math.Abs(got-c.want) > 0.004*c.want+0.02 {
			t.Errorf("%s: area %.2f, want %.2f", c.name, got, c.want)
		}
	}
}

// The area of a convex polygon is what coverage sums to, wherever it lies between the pixels.
func TestFillAreaOfTriangles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(2, 78)
		a, b, c := geom.Pt(v.Draw(t, "ax"), v.Draw(t, "ay")), geom.Pt(v.Draw(t, "bx"), v.Draw(t, "by")), geom.Pt(v.Draw(t, "cx"), v.Draw(t, "cy"))
		want := math.Abs((b.X-a.X)*(c.Y-a.Y)-(c.X-a.X)*(b.Y-a.Y)) / 2
		got := area(one(80, 80, &scene.Fill{Path: geom.Polygon(a, b, c), Color: black}))
		// Each pixel of the outline may be off by a rounding and by half a sub line at its ends.
		outline := a.Dist(b) + b.Dist(c) + c.Dist(a)
		if math.Abs(got-want) > 0.02*outline+0.1 {
			t.Fatalf("area %v, want %v", got, want)
		}
	})
}

func TestStrokeArea(t *testing.T) {
	bent := geom.Polyline(geom.Pt(20, 20), geom.Pt(70, 20), geom.Pt(70, 70))
	for _, c := range []struct {
		name  string
		path  geom.Path
		width float64
		dash  []float64
		want  float64
	}{
		{"slanted, with its caps", geom.Polyline(geom.Pt(20, 20), geom.Pt(60, 50)), 6, nil, 300 + math.Pi*9},
		{"thick and level", geom.Polyline(geom.Pt(20, 50), geom.Pt(60, 50)), 8, nil, 320 + math.Pi*16},
		{"thin and level", geom.Polyline(geom.Pt(20, 50.3), geom.Pt(60, 50.3)), 1, nil, 40 + math.Pi/4},
		{"thinner than a pixel", geom.Polyline(geom.Pt(20, 50), geom.Pt(60, 50)), 0.5, nil, 0.5 * (40 + math.Pi/4)},
		{"bent", bent, 4, nil, 100*4 + 2*math.Pi - 4 + math.Pi},
		{"ring", geom.Circle(geom.Pt(50, 50), 20), 4, nil, 2 * math.Pi * 20 * 4},
		{"rounded", geom.RoundRect(geom.R(20, 20, 50, 40), 10), 2, nil, 2 * (180 - 80 + 20*math.Pi)},
		{"square", geom.RectPath(geom.R(20, 20, 40, 40)), 4, nil, 4*40*4 - 4 + math.Pi},
		{"ring thicker than its hole", geom.Circle(geom.Pt(50, 50), 3), 10, nil, math.Pi * 64},
		{"dashed", geom.Polyline(geom.Pt(10, 30), geom.Pt(89, 30)), 4, []float64{6, 10}, 5 * (24 + math.Pi*4)},
		{"dashed and thin", geom.Polyline(geom.Pt(10, 30), geom.Pt(89, 30)), 1, []float64{6, 10}, 5 * (6 + math.Pi/4)},
		{"dotted", geom.Polyline(geom.Pt(30, 10), geom.Pt(30, 89)), 4, []float64{0, 10}, 8 * math.Pi * 4},
		{"too fine to see", geom.Polyline(geom.Pt(10, 30), geom.Pt(90, 30)), 4, []float64{0.1, 0.3}, 0.25 * (320 + math.Pi*4)},
		{"no length", geom.Polyline(geom.Pt(30, 30), geom.Pt(30, 30)), 8, nil, math.Pi * 16},
		{"no width", bent, 0, nil, 0},
	} {
		got := area(one(100, 100, &scene.Stroke{Path: c.path, Pen: scene.Pen{Width: c.width, Dash: c.dash}, Color: black}))
		if math.Abs(got-c.want) > 0.02*c.want+0.02 {
			t.Errorf("%s: area %.2f, want %.2f", c.name, got, c.want)
		}
	}
}

// Where a translucent stroke crosses itself, turns or has a cap, it is as translucent as elsewhere.
func TestStrokeIsNeverBlendedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(5, 75)
		var p geom.Path
		p.Move(geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")))
		for range rapid.IntRange(1, 5).Draw(t, "segments") {
			p.Cubic(geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")), geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")), geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")))
			p.Line(geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")))
		}
		img := one(80, 80, &scene.Stroke{Path: p, Pen: scene.Pen{Width: rapid.Float64Range(1, 9).Draw(t, "width")}, Color: black.Alpha(0.5)})
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] > 128 {
				t.Fatalf("pixel %d,%d has the opacity %d", i/4%80, i/4/80, img.Pix[i])
			}
		}
	})
}

// A thick stroke covers every point that is nearer than half its width, and none farther.
func TestStrokeCoversItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(10, 70)
		var p geom.Path
		p.Move(geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")))
		p.Cubic(geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")), geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")), geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")))
		p.Line(geom.Pt(v.Draw(t, "x"), v.Draw(t, "y")))
		width := rapid.Float64Range(3, 12).Draw(t, "width")
		img := one(80, 80, &scene.Stroke{Path: p, Pen: scene.Pen{Width: width}, Color: black})
		for y := range 80 {
			for x := range 80 {
				far := p.DistanceTo(geom.Pt(float64(x)+0.5, float64(y)+0.5))
				a := img.RGBAAt(x, y).A
				// DistanceTo is good to a quarter, half a pixel's diagonal is 0.71.
				if far < width/2-1.1 && a != 255 || far > width/2+1.1 && a != 0 {
					t.Fatalf("pixel %d,%d is %v from the line of width %v and has the opacity %d", x, y, far, width, a)
				}
			}
		}
	})
}

// Hairlines are one whole row of pixels, wherever they lie.
func TestHairlinesAreCrisp(t *testing.T) {
	for _, y := range []float64{10, 10.2, 10.5, 10.8} {
		img := one(40, 20, &scene.Stroke{Path: geom.Polyline(geom.Pt(5, y), geom.Pt(35, y)), Pen: scene.Pen{Width: 1}, Color: black})
		rows := 0
		for j := range 20 {
			switch img.RGBAAt(20, j).A {
			case 255:
				rows++
			case 0:
			default:
				t.Errorf("line at %v: row %d has the opacity %d", y, j, img.RGBAAt(20, j).A)
			}
		}
		if rows != 1 {
			t.Errorf("line at %v: %d rows are black", y, rows)
		}
	}
}

func TestGradient(t *testing.T) {
	red, blue := scene.RGB(0xFF0000), scene.RGB(0x0000FF)
	img := one(3, 100, &scene.Fill{Path: geom.RectPath(geom.R(0, 0, 3, 100)),
		Gradient: &scene.Gradient{Y0: 20, Y1: 80, From: red, To: blue}})
	for _, c := range []struct {
		y    int
		want color.RGBA
	}{
		{0, color.RGBA{255, 0, 0, 255}},
		{20, color.RGBA{253, 0, 2, 255}},
		{49, color.RGBA{130, 0, 125, 255}},
		{99, color.RGBA{0, 0, 255, 255}},
	} {
		if got := img.RGBAAt(1, c.y); got != c.want {
			t.Errorf("row %d is %v, want %v", c.y, got, c.want)
		}
	}
	// Fading out keeps the hue.
	img = one(3, 100, &scene.Fill{Path: geom.Circle(geom.Pt(1, 50), 50), Gradient: &scene.Gradient{Y0: 0, Y1: 100, From: red, To: scene.Color{}}})
	if c := img.RGBAAt(1, 50); c.G != 0 || c.B != 0 || c.R != c.A || c.A < 120 || c.A > 130 {
		t.Errorf("half faded red is %v", c)
	}
}

func TestBlending(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 2, 2))
	p := raster.New(img, geom.Transform{K: 1})
	all := geom.RectPath(geom.R(0, 0, 2, 2))
	p.Fill(&scene.Fill{Path: all, Color: scene.RGB(0xFFFFFF)})
	p.Fill(&scene.Fill{Path: all, Color: scene.RGB(0xFF0000).Alpha(0.5)})
	if got, want := img.RGBAAt(1, 1), (color.RGBA{255, 127, 127, 255}); got != want {
		t.Errorf("half red on white is %v, want %v", got, want)
	}
	// However often something is laid over, no channel passes its opacity.
	rapid.Check(t, func(t *rapid.T) {
		img := image.NewRGBA(image.Rect(0, 0, 1, 1))
		p := raster.New(img, geom.Transform{K: 1})
		for range rapid.IntRange(1, 20).Draw(t, "layers") {
			c := scene.RGB(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "rgb")).Alpha(rapid.Float64Range(0, 1).Draw(t, "alpha"))
			p.Fill(&scene.Fill{Path: geom.RectPath(geom.R(0, 0, rapid.Float64Range(0, 1).Draw(t, "w"), 1)), Color: c})
			if px := img.RGBAAt(0, 0); px.R > px.A || px.G > px.A || px.B > px.A {
				t.Fatalf("%v is not premultiplied", px)
			}
		}
	})
}

func TestShadow(t *testing.T) {
	paintOne := func(r geom.Rect, corner, blur float64) *image.RGBA {
		return one(200, 200, &scene.Shadow{Rect: r, Corner: corner, Blur: blur, Dy: 5, Color: black})
	}
	for _, c := range []struct {
		name         string
		r            geom.Rect
		corner, blur float64
	}{
		{"card", geom.R(50, 40, 100, 60), 6, 8},
		{"small", geom.R(90, 80, 7, 5), 3, 8},
		{"long and thin", geom.R(20, 80, 160, 4), 2, 8},
		{"sharp", geom.R(50, 40, 100, 60), 6, 0},
	} {
		img := paintOne(c.r, c.corner, c.blur)
		k := math.Min(c.corner, math.Min(c.r.W(), c.r.H())/2)
		want := c.r.W()*c.r.H() - (4-math.Pi)*k*k
		if got := area(img); math.Abs(got-want) > 0.03*want+1 {
			t.Errorf("%s: area %.1f, want %.1f: blurring takes nothing away", c.name, got, want)
		}
		// It is symmetric about the middle of the rectangle, moved down by 5.
		x0, x1 := int(c.r.Min.X), int(c.r.Max.X)-1
		y0, y1 := int(c.r.Min.Y)+5, int(c.r.Max.Y)+4
		for d := -12; d < 12; d++ {
			l, r := img.RGBAAt(x0+d, y0+2), img.RGBAAt(x1-d, y0+2)
			u, v := img.RGBAAt(x0+2, y0+d), img.RGBAAt(x0+2, y1-d)
			if l != r || u != v {
				t.Errorf("%s: not symmetric %d from its sides: %v %v %v %v", c.name, d, l, r, u, v)
			}
		}
	}
	soft := paintOne(geom.R(50, 40, 100, 60), 0, 8)
	if edge := soft.RGBAAt(50, 75).A; edge < 120 || edge > 155 {
		t.Errorf("the opacity at the edge of a blurred shape is %d, want about half", edge)
	}
}
