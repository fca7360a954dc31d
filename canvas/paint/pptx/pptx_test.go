package pptx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/canvas/deck"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/paint/pptx"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var faces = text.NewLibrary(text.WithoutSystemFonts())

func slides(p journey.Project, id journey.ID) []scene.Page {
	src := layout.Printable(p, id, layout.Options{Measurer: faces})
	return deck.Slides(p, id, src, deck.Options{Measurer: faces}).Pages
}

func sample(t testing.TB) []scene.Page {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	return slides(p, p.MapsInOrder()[0].ID)
}

type tester interface {
	Helper()
	Fatalf(string, ...any)
}

func written(t tester, pages ...scene.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pptx.Write(&b, pptx.Document{Title: "Kopi & <teh>", Author: "Sari", Lang: "id", Pages: pages}); err != nil {
		t.Fatalf("%v", err)
	}
	return b.Bytes()
}

// unpacked returns the parts of a presentation and fails if one is no XML, an ID of a shape stands
// twice on a slide, or a relation leads nowhere.
func unpacked(t tester, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(b)
	}
	for name, body := range parts {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		ids := map[string]bool{}
		d := xml.NewDecoder(strings.NewReader(body))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range e.Attr {
				if e.Name.Local == "cNvPr" && a.Name.Local == "id" {
					if ids[a.Value] {
						t.Fatalf("%s: two shapes %s", name, a.Value)
					}
					ids[a.Value] = true
				}
				if e.Name.Local == "Relationship" && a.Name.Local == "Target" {
					dir := filepath.Dir(filepath.Dir(name))
					if to := filepath.Join(dir, a.Value); parts[to] == "" {
						t.Fatalf("%s leads to %s, which is not there", name, to)
					}
				}
			}
		}
	}
	return parts
}

func TestSampleBecomesSlides(t *testing.T) {
	parts := unpacked(t, written(t, sample(t)...))
	n := 0
	var all strings.Builder
	for name, body := range parts {
		if strings.HasPrefix(name, "ppt/slides/slide") {
			n++
			all.WriteString(body)
		}
	}
	if n != 11 {
		t.Errorf("%d slides, want cover, glance, curves, two personas, five stages, actions", n)
	}
	for _, want := range []string{
		"<a:t>Consideration</a:t>", `<p:ph type="title"/>`, "<p:grpSp>", `prst="roundRect"`, "<a:custGeom>", "<a:gradFill", "<a:custDash>",
		`name="Eye test with the optometrist"`, "How Rina Maharani feels",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %s on the slides", want)
		}
	}
	if !bytes.Equal(written(t, sample(t)...), written(t, sample(t)...)) {
		t.Error("the same map gave other bytes")
	}
}

func TestPicturesAreKeptOnce(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	s := &scene.Scene{Bounds: geom.R(0, 0, 100, 100)}
	for i := range 3 {
		r := geom.R(float64(i)*30, 0, 20, 20)
		s.Items = append(s.Items, scene.Item{Bounds: r, Mark: &scene.Picture{Rect: r, Data: b.Bytes(), Alt: "a \"shop\""}})
	}
	s.Items = append(s.Items, scene.Item{Bounds: geom.R(0, 50, 9, 9), Mark: &scene.Picture{Rect: geom.R(0, 50, 9, 9), Data: []byte("none")}})
	s.Seal()
	parts := unpacked(t, written(t, scene.Page{Scene: s, Size: geom.Size{W: 100, H: 100}, View: s.Bounds, Place: geom.Transform{K: 1}}))
	if parts["ppt/media/image1.png"] == "" || parts["ppt/media/image2.png"] != "" || strings.Count(parts["ppt/slides/slide1.xml"], "<p:pic>") != 3 {
		t.Errorf("parts of three equal pictures: %d", len(parts))
	}
}

func TestAnyMapBecomesSlides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			unpacked(t, written(t, slides(p, m.ID)...))
		}
	})
}

func TestAbsurdNumbers(t *testing.T) {
	values := []float64{0, 1, -1, 1e18, math.Inf(1), math.NaN()}
	rapid.Check(t, func(t *rapid.T) {
		v := func(name string) float64 { return rapid.SampledFrom(values).Draw(t, name) }
		r := geom.R(v("x"), v("y"), v("w"), v("h"))
		s := &scene.Scene{Bounds: geom.R(0, 0, 100, 100)}
		line := faces.Break("a", text.Spec{Size: 9}, 0).Lines[0]
		for _, m := range []scene.Mark{
			&scene.Fill{Path: geom.RectPath(r), Color: scene.RGB(0).Alpha(v("alpha"))}, &scene.Stroke{Path: geom.RectPath(r), Pen: scene.Pen{Width: v("width"), Dash: []float64{v("on"), v("off")}}, Color: scene.RGB(0)},
			&scene.Text{Line: line, Text: "a\x00<", At: r.Min, Size: v("size"), Color: scene.RGB(0)}, &scene.Picture{Rect: r}, &scene.Shadow{Rect: r},
		} {
			s.Items = append(s.Items, scene.Item{Bounds: geom.R(0, 0, 100, 100), Mark: m})
		}
		s.Seal()
		pg := scene.Page{Scene: s, Size: geom.Size{W: 100, H: 100}, View: s.Bounds, Place: geom.Transform{K: 1}}
		for name, body := range unpacked(t, written(t, pg)) {
			if strings.Contains(body, "NaN") || strings.Contains(body, "Inf\"") || strings.Contains(body, "-9223372036854775808") {
				t.Fatalf("%s: %s", name, body)
			}
		}
	})
}

func TestWriteRefuses(t *testing.T) {
	if err := pptx.Write(io.Discard, pptx.Document{}); !errors.Is(err, pptx.ErrEmpty) {
		t.Errorf("error %v", err)
	}
	if err := pptx.Write(io.Discard, pptx.Document{Pages: []scene.Page{{Size: geom.Size{W: 1e5, H: 10}}}}); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("error %v", err)
	}
}

// LibreOffice opens the slides and finds their text.
func TestLibreOfficeOpensIt(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing: install the package libreoffice-impress")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.pptx"), written(t, sample(t)...), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "a.pptx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "a.pdf"), "-").Output()
	if err != nil {
		t.Skipf("pdftotext is missing: install the package poppler-utils (%v)", err)
	}
	if pages := strings.Count(string(out), "\f"); pages != 11 {
		t.Errorf("%d slides", pages)
	}
	for _, want := range []string{"Buying a first pair of glasses", "How it feels", "Eye test with the optometrist", "What we will do", "Reserve a frame by WhatsApp"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("LibreOffice does not show %q", want)
		}
	}
}
