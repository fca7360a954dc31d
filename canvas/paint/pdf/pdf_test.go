package pdf

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

func TestWriteRefuses(t *testing.T) {
	nan := math.NaN()
	good := func() scene.Page { return journeyScene(1).page("") }
	withMark := func(m scene.Mark) scene.Page {
		s := newSketch()
		s.add(geom.R(0, 0, 100, 100), m)
		return s.page("")
	}
	bent := geom.Polyline(geom.Pt(1, 1), geom.Pt(2, nan))
	headless := geom.Path{Verbs: []geom.Verb{geom.LineTo}, Points: []geom.Point{{}}}
	short := geom.Path{Verbs: []geom.Verb{geom.MoveTo, geom.CubicTo}, Points: []geom.Point{{}, {}}}
	change := func(f func(*scene.Page)) scene.Page { p := good(); f(&p); return p }
	line := embedded().Break("Halo", text.Spec{Size: 10}, 0).Lines[0]
	for name, page := range map[string]scene.Page{
		"no scene":        {Size: geom.Size{W: 10, H: 10}, View: geom.R(0, 0, 1, 1), Place: geom.Transform{K: 1}},
		"no size":         change(func(p *scene.Page) { p.Size.W = 0 }),
		"size NaN":        change(func(p *scene.Page) { p.Size.H = nan }),
		"size Inf":        change(func(p *scene.Page) { p.Size.H = math.Inf(1) }),
		"no view":         change(func(p *scene.Page) { p.View = geom.Rect{} }),
		"scale 0":         change(func(p *scene.Page) { p.Place.K = 0 }),
		"scale NaN":       change(func(p *scene.Page) { p.Place.K = nan }),
		"fill NaN":        withMark(&scene.Fill{Path: bent, Color: scene.RGB(0)}),
		"fill headless":   withMark(&scene.Fill{Path: headless, Color: scene.RGB(0)}),
		"fill short":      withMark(&scene.Fill{Path: short, Color: scene.RGB(0)}),
		"stroke NaN":      withMark(&scene.Stroke{Path: bent, Pen: scene.Pen{Width: 1}, Color: scene.RGB(0)}),
		"pen NaN":         withMark(&scene.Stroke{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Pen: scene.Pen{Width: nan}, Color: scene.RGB(0)}),
		"dash Inf":        withMark(&scene.Stroke{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Pen: scene.Pen{Width: 1, Dash: []float64{math.Inf(1)}}, Color: scene.RGB(0)}),
		"text NaN":        withMark(&scene.Text{Line: line, At: geom.Pt(nan, 0), Size: 10, Color: scene.RGB(0)}),
		"text size Inf":   withMark(&scene.Text{Line: line, Size: math.Inf(1), Color: scene.RGB(0)}),
		"picture NaN":     withMark(&scene.Picture{Rect: geom.R(nan, 0, 1, 1)}),
		"shadow NaN":      withMark(&scene.Shadow{Rect: geom.R(0, 0, 9, 9), Blur: nan, Color: scene.RGB(0)}),
		"gradient NaN":    withMark(&scene.Fill{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Gradient: &scene.Gradient{Y1: nan}}),
		"gradient no hue": withMark(&scene.Fill{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Gradient: &scene.Gradient{Y1: 9, From: scene.Color{A: nan}}}),
	} {
		var b bytes.Buffer
		if err := Write(&b, Document{Title: "Uji", Pages: []scene.Page{good(), page}}); err == nil {
			t.Errorf("%s: written without an error", name)
		} else if !strings.Contains(err.Error(), "page 2") {
			t.Errorf("%s: %v does not name the page", name, err)
		}
		if b.Len() > 0 {
			t.Errorf("%s: %d bytes were written all the same", name, b.Len())
		}
	}
	if err := Write(&bytes.Buffer{}, Document{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("empty document: %v, want ErrEmpty", err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	w.Close()
	if err := Write(w, Document{Pages: []scene.Page{good()}}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("closed file: %v, want os.ErrClosed", err)
	}
}

// everyMark is a page with all that can be painted.
func everyMark(t testing.TB) *sketch {
	s := journeyScene(6)
	s.stroke(geom.Polyline(geom.Pt(20, 300), geom.Pt(200, 320)), scene.RGB(0x336699), 2, 6, 3)
	var curve geom.Path
	curve.Move(geom.Pt(20, 340))
	curve.Quad(geom.Pt(60, 280), geom.Pt(100, 340))
	curve.Cubic(geom.Pt(120, 380), geom.Pt(150, 300), geom.Pt(200, 340))
	s.stroke(curve, scene.RGB(0xCC3366).Alpha(0.5), 3)
	box := func(x float64) geom.Rect { return geom.R(x, 360, 60, 40) }
	red, blue := scene.RGB(0xC43E7A), scene.RGB(0x2563EB)
	for i, g := range []scene.Gradient{
		{Y0: 360, Y1: 400, From: red, To: blue},
		{Y0: 360, Y1: 400, From: red.Alpha(0.8), To: blue.Alpha(0)},
		{Y0: 400, Y1: 360, From: red.Alpha(0.1), To: blue.Alpha(0.9)},
		{Y0: 360, Y1: 400, From: red.Alpha(0.4), To: blue.Alpha(0.4)},
	} {
		path := geom.RoundRect(box(20+70*float64(i)), 8)
		s.add(path.Bounds(), &scene.Fill{Path: path, Gradient: &g})
	}
	for i, data := range [][]byte{
		testPicture(t, 40, 30, false), testPicture(t, 40, 30, true), testPicture(t, 40, 20, false),
		testPicture(t, 900, 600, false), []byte("no picture at all"),
	} {
		s.add(box(400+70*float64(i)), &scene.Picture{Rect: box(400 + 70*float64(i)), Key: journeyID(i), Data: data})
	}
	s.text(20, 430, 400, "Perjalanan: “ﬁnal” — 100 % ☕👩‍👩‍👧 مرحبا e\u0301", text.Spec{Style: text.Bold, Size: 14, Tracking: 0.05}, red)
	s.text(20, 450, 400, "Miring dan pucat", text.Spec{Style: text.Italic, Size: 9}, blue.Alpha(0.6))
	return s
}

func TestSameInputSameBytes(t *testing.T) {
	page := everyMark(t).page("Peta")
	first := written(t, page, page)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if !bytes.Equal(first, written(t, everyMark(t).page("Peta"), page)) {
				t.Error("the same document gave other bytes")
			}
		})
	}
	wg.Wait()
}

func TestEveryMarkIsSane(t *testing.T) {
	s := everyMark(t)
	// A blend without height, things without size or colour, and more of a line than there is.
	s.add(geom.R(0, 0, 9, 9), &scene.Fill{Path: geom.RectPath(geom.R(0, 0, 9, 9)), Gradient: &scene.Gradient{Y0: 4, Y1: 4, To: scene.RGB(0)}})
	s.add(geom.R(0, 0, 9, 9), &scene.Fill{Path: geom.Circle(geom.Pt(5, 5), 4), Gradient: &scene.Gradient{Y0: 0, Y1: 9}})
	s.add(geom.R(0, 0, 9, 9), &scene.Fill{})
	s.add(geom.R(0, 0, 9, 9), &scene.Stroke{Color: scene.RGB(0), Pen: scene.Pen{Width: 1}})
	s.add(geom.R(0, 0, 9, 9), &scene.Picture{Rect: geom.R(3, 3, 0, 0)})
	s.add(geom.R(0, 0, 9, 9), &scene.Shadow{Rect: geom.R(3, 3, 1, 1), Blur: 30, Corner: 50, Color: scene.RGB(0)})
	s.add(geom.R(0, 0, 9, 9), &scene.Shadow{Rect: geom.R(3, 3, 5, 5), Blur: -1, Corner: -1, Color: scene.RGB(0)})
	s.add(geom.R(0, 0, 9, 9), &scene.Text{})
	line := geom.Polyline(geom.Pt(1, 1), geom.Pt(8, 8))
	for _, dash := range [][]float64{{0}, {0, 0}, {-1, 2}, {1}, {1, 2, 3}, {0, 4}} {
		s.stroke(line, scene.RGB(0).Alpha(0.3), 1, dash...)
	}
	s.stroke(line, scene.RGB(0).Alpha(0), 1)
	s.stroke(line, scene.RGB(0).Alpha(math.NaN()), 1)
	s.stroke(line, scene.RGB(0).Alpha(7), 1)
	s.stroke(line, scene.RGB(0), 0)
	s.stroke(line, scene.RGB(0), -1)
	page := s.page("Peta")
	small := page
	small.Size, small.Place = geom.Size{W: 200, H: 150}, geom.Transform{K: 0.2, D: geom.Pt(10, 10)}
	large := page
	large.Size, large.Place = geom.Size{W: 40000, H: 20000}, geom.Transform{K: 45}
	out := written(t, page, small, large)
	balanced(t, out)
	sane(t, out)
	info := tool(t, "poppler-utils", "pdfinfo", "-l", "3", saved(t, out))
	if !strings.Contains(info, "200 x 150 pts") {
		t.Errorf("page 2 has another size:\n%s", info)
	}
	if ops := string(opened(t, out).List[firstPage+4].Body); !strings.Contains(ops, "/UserUnit 3") ||
		!strings.Contains(ops, "/MediaBox [0 0 13333.333 6666.667 ]") {
		t.Errorf("page 3 is wider than readers show: %s", ops)
	}
}

func TestWhatTheFileSaysOfItself(t *testing.T) {
	pages := []scene.Page{journeyScene(1).page("Peta 1 ☕"), journeyScene(1).page(""), journeyScene(1).page("Peta (2)")}
	d := Document{Title: "Kopi ☕ (1)\x00\n\\", Author: "Sari & <Budi>", Lang: "id", Creator: "Jejak 1.0", Date: testDate, Pages: pages}
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	sane(t, b.Bytes())
	path := saved(t, b.Bytes())
	info := tool(t, "poppler-utils", "pdfinfo", "-isodates", path)
	for _, want := range []string{"Kopi ☕ (1) \\", "Sari & <Budi>", "Jejak 1.0", "2026-03-14T09:26:53Z", "Pages:           3", "PDF version:     1.7"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, info)
		}
	}
	if xmp := tool(t, "poppler-utils", "pdfinfo", "-meta", path); !strings.Contains(xmp, "Sari &amp; &lt;Budi&gt;") || !strings.Contains(xmp, "<rdf:li>id</rdf:li>") {
		t.Errorf("XMP: %s", xmp)
	}
	if outline := tool(t, "mupdf-tools", "mutool", "show", path, "outline"); strings.Count(outline, "Peta") != 2 || !strings.Contains(outline, "Peta 1 ☕") {
		t.Errorf("bookmarks: %s", outline)
	}
	catalog := string(opened(t, b.Bytes()).List[0].Body)
	for _, ob := range opened(t, b.Bytes()).List {
		if bytes.Contains(ob.Body, []byte("/Type/Catalog")) {
			catalog = string(ob.Body)
		}
	}
	for _, want := range []string{"/Lang(id)", "/DisplayDocTitle true", "/Metadata", "/PageMode/UseOutlines"} {
		if !strings.Contains(catalog, want) {
			t.Errorf("the catalogue does not say %s: %s", want, catalog)
		}
	}
	d = Document{Lang: "x) /Bad (", Title: string([]byte{0xFF, 0xFE, 'a'}), Pages: pages[1:2]}
	b.Reset()
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	sane(t, b.Bytes())
	if bytes.Contains(b.Bytes(), []byte("/Bad")) || bytes.Contains(b.Bytes(), []byte("CreationDate")) {
		t.Error("a broken language or a date that was not given is in the file")
	}
	if time.Now().Year() > 2000 && bytes.Contains(b.Bytes(), []byte(time.Now().Format("20060102"))) {
		t.Error("the clock is in the file")
	}
}

func TestManyPages(t *testing.T) {
	var pages []scene.Page
	for i := range 300 {
		p := journeyScene(i%7 + 1).page(strings.Repeat("Peta ", i%3))
		p.Size.W += float64(i)
		pages = append(pages, p)
	}
	out := written(t, pages...)
	balanced(t, out)
	sane(t, out)
	if info := tool(t, "poppler-utils", "pdfinfo", saved(t, out)); !strings.Contains(info, "Pages:           300") {
		t.Error(info)
	}
}
