package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

var update = flag.Bool("update", false, "write testdata anew")

// fonts are the embedded ones alone, so that files are the same on every machine.
var fonts = text.NewLibrary(text.WithoutSystemFonts())

func pageOf(marks ...scene.Mark) scene.Page {
	s := &scene.Scene{Title: "Buying a bike <& more>", Bounds: geom.R(0, 0, 200, 100)}
	for _, m := range marks {
		s.Items = append(s.Items, scene.Item{Bounds: geom.R(0, 0, 200, 100), Mark: m})
	}
	s.Seal()
	return scene.Page{Scene: s, Size: geom.Size{W: 220, H: 120}, View: s.Bounds, Place: geom.Transform{K: 1, D: geom.Pt(10, 10)}}
}

func textMark(s string, style text.Style) *scene.Text {
	line := fonts.Break(s, text.Spec{Style: style, Size: 9}, 0).Lines[0]
	return &scene.Text{Line: line, Text: s, At: geom.Pt(12, 24), Size: 9, Color: scene.RGB(0x1B1F2A)}
}

func written(t interface {
	Helper()
	Fatal(...any)
}, p scene.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wellFormed returns the names of all elements, and fails if s is not XML.
func wellFormed(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) []string {
	t.Helper()
	var names []string
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, s)
		}
		if e, ok := tok.(xml.StartElement); ok {
			names = append(names, e.Name.Local)
		}
	}
}

func TestGolden(t *testing.T) {
	blue := scene.RGB(0x2D6CB5)
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	curve := geom.Polyline(geom.Pt(100, 50))
	curve.Cubic(geom.Pt(120, 50), geom.Pt(120, 80.125), geom.Pt(140, 80))
	curve.Quad(geom.Pt(150, 80), geom.Pt(160, -0.5))
	got := written(t, pageOf(
		&scene.Shadow{Rect: geom.R(10, 10, 50, 30), Corner: 6, Blur: 4, Dy: 1, Color: scene.RGB(0x101828).Alpha(0.1)},
		&scene.Fill{Path: geom.RoundRect(geom.R(10, 10, 50, 30), 6), Color: scene.RGB(0xFFFFFF)},
		&scene.Fill{Path: geom.RectPath(geom.R(10, 10, 3, 30)), Color: blue.Alpha(0.5)},
		&scene.Fill{Path: geom.Circle(geom.Pt(80, 20), 5), Gradient: &scene.Gradient{Y0: 15, Y1: 25, From: blue, To: blue.Alpha(0)}},
		&scene.Stroke{Path: curve, Pen: scene.Pen{Width: 0.75, Dash: []float64{4, 2.5}}, Color: blue},
		textMark("Yay", text.SemiBold),
		&scene.Picture{Rect: geom.R(60, 60, 20, 20), Key: "a", Data: b.Bytes(), Alt: "a \"shop\""},
		&scene.Picture{Rect: geom.R(90, 60, 20, 20), Key: "b", Data: []byte("not a picture")},
	))
	const file = "testdata/marks.svg"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	wellFormed(t, got)
}

// A glyph is defined once, however often it is used.
func TestGlyphsAreShared(t *testing.T) {
	names := wellFormed(t, written(t, pageOf(textMark("banana", text.Regular), textMark("bandana", text.Regular))))
	count := map[string]int{}
	for _, n := range names {
		count[n]++
	}
	if count["use"] != 13 || count["path"] != 4 { // b a n d
		t.Errorf("%d uses of %d outlines, want 13 of 4", count["use"], count["path"])
	}
}

func TestAnyTextIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"", "<&>\"'", "\x00\x1b\x7f", "a\xe2", "\ufffe\uffff", "]]>", "😀👨‍👩‍👧", "مرحبا", "--><!--", "\u2028 \u200b",
		})).Draw(t, "text")
		page := pageOf(&scene.Text{Text: s, Line: fonts.Break(s, text.Spec{Size: 9}, 0).Lines[0], Size: 9, Color: scene.RGB(0)},
			&scene.Picture{Alt: s, Rect: geom.R(0, 0, 1, 1)})
		page.Label, page.Scene.Title = s, s
		wellFormed(t, written(t, page))
	})
}

func TestAbsurdNumbers(t *testing.T) {
	values := []float64{0, 1, -1, 1e-300, 1e18, -1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	rapid.Check(t, func(t *rapid.T) {
		v := func(name string) float64 { return rapid.SampledFrom(values).Draw(t, name) }
		r := geom.R(v("x"), v("y"), v("w"), v("h"))
		c := scene.RGB(0x336699).Alpha(v("alpha"))
		p := []geom.Path{geom.RectPath(r), geom.RoundRect(r, v("radius")), geom.Polyline(r.Min, r.Max)}[rapid.IntRange(0, 2).Draw(t, "path")]
		mark := textMark("a", text.Regular)
		mark.At, mark.Size = r.Min, v("size")
		page := pageOf(
			&scene.Fill{Path: p, Color: c},
			&scene.Fill{Path: p, Gradient: &scene.Gradient{Y0: v("y0"), Y1: v("y1"), From: c, To: c}},
			&scene.Stroke{Path: p, Pen: scene.Pen{Width: v("width"), Dash: []float64{v("on"), v("off")}}, Color: c},
			mark,
			&scene.Picture{Rect: r},
			&scene.Shadow{Rect: r, Corner: v("corner"), Blur: v("blur"), Dy: v("dy"), Color: c},
		)
		if rapid.Bool().Draw(t, "absurd page") {
			page.Size = geom.Size{W: v("pw"), H: v("ph")}
			page.Place = geom.Transform{K: v("k"), D: r.Min}
		}
		s := written(t, page)
		wellFormed(t, s)
		for _, bad := range []string{"NaN", "Inf", "e+", `width="-`, `height="-`} {
			if strings.Contains(s, bad) {
				t.Fatalf("%q in\n%s", bad, s)
			}
		}
	})
}

func TestPageWithoutScene(t *testing.T) {
	s := written(t, scene.Page{Size: geom.Size{W: 10, H: 10}, Place: geom.Transform{K: 1}, Label: "empty"})
	wellFormed(t, s)
	if !strings.Contains(s, "<title id=\"title\">empty</title>") {
		t.Errorf("no title in\n%s", s)
	}
}

func writtenAsText(t *testing.T, p scene.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.WriteWith(&b, p, svg.Options{Text: true, Clear: true}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Text that is text says what it says, each character in its place, with the font in the file.
func TestTextAsText(t *testing.T) {
	s := writtenAsText(t, pageOf(textMark("Tanya <harga> & tunggu", text.SemiBold), textMark("AVATAR", text.Regular)))
	names := wellFormed(t, s)
	for _, want := range []string{">Tanya &lt;harga&gt; &amp; tunggu</text>", ">AVATAR</text>", "@font-face{font-family:f1;src:url(data:font/ttf;base64,AAEAAAA", "font-family:f2"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%.600s", want, s)
		}
	}
	if slices.Contains(names, "use") || strings.Contains(s, `fill="#fff"/>`) {
		t.Error("there are outlines, or a ground")
	}
	at := strings.Index(s, ">AVATAR</text>")
	line := s[strings.LastIndex(s[:at], "<text"):at]
	if xs := strings.Fields(strings.Split(strings.Split(line, ` x="`)[1], `"`)[0]); len(xs) != 6 {
		t.Errorf("%d places for 6 letters: %s", len(xs), line)
	}
}

// What one glyph for each character can not show stays as outlines, with its text beside them.
func TestJoinedTextStaysAsOutlines(t *testing.T) {
	s := writtenAsText(t, pageOf(textMark("q\u0307\u0323", text.Regular), textMark("👩‍👩‍👧", text.Regular)))
	wellFormed(t, s)
	if strings.Contains(s, "<text") || !strings.Contains(s, "<use") || !strings.Contains(s, "aria-label=\"👩‍👩‍👧\"") {
		t.Errorf("got\n%.800s", s)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk is full") }

func TestWriteError(t *testing.T) {
	if err := svg.Write(full{}, pageOf()); err == nil || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("error %v", err)
	}
}
