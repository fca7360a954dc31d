package pdf

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"jejak/assets/samples"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/journey/journeytest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// rendered returns what poppler and MuPDF paint of the first page.
func rendered(t *testing.T, out []byte, dpi string) map[string]image.Image {
	t.Helper()
	return renderedPage(t, out, dpi, 1)
}

// renderedPage returns the same of any page; the first is 1.
func renderedPage(t *testing.T, out []byte, dpi string, number int) map[string]image.Image {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(file, out, 0o644); err != nil {
		t.Fatal(err)
	}
	images := map[string]image.Image{}
	for _, c := range []struct{ pkg, name, out string }{
		{"poppler-utils", "pdftoppm", "pdftoppm.png"}, {"mupdf-tools", "mutool", "mutool.png"},
	} {
		path, err := exec.LookPath(c.name)
		if err != nil {
			t.Skipf("%s is missing: install the package %s", c.name, c.pkg)
		}
		target := filepath.Join(dir, c.out)
		n := strconv.Itoa(number)
		args := []string{"-r", dpi, "-png", "-singlefile", "-f", n, "-l", n, file, target[:len(target)-4]}
		if c.name == "mutool" {
			args = []string{"draw", "-q", "-r", dpi, "-o", target, file, n}
		}
		if b, err := exec.Command(path, args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v %s", c.name, err, b)
		}
		f, err := os.Open(target)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if images[c.name], err = png.Decode(f); err != nil {
			t.Fatal(err)
		}
	}
	return images
}

// difference compares two pictures by squares of eight pixels, so that the smoothing of edges
// does not count: the mean and the largest difference, 0 to 1.
func difference(a, b image.Image) (mean, worst float64, at image.Point) {
	const side = 8
	sum := func(img image.Image, x0, y0 int) (r, g, bl float64) {
		o := img.Bounds().Min
		for y := range side {
			for x := range side {
				cr, cg, cb, _ := img.At(o.X+x0+x, o.Y+y0+y).RGBA()
				r, g, bl = r+float64(cr), g+float64(cg), bl+float64(cb)
			}
		}
		return r, g, bl
	}
	w, h := min(a.Bounds().Dx(), b.Bounds().Dx())/side, min(a.Bounds().Dy(), b.Bounds().Dy())/side
	for y := range h {
		for x := range w {
			r0, g0, b0 := sum(a, x*side, y*side)
			r1, g1, b1 := sum(b, x*side, y*side)
			d := (math.Abs(r0-r1) + math.Abs(g0-g1) + math.Abs(b0-b1)) / 3 / side / side / 0xFFFF
			mean += d
			if d > worst {
				worst, at = d, image.Pt(x*side, y*side)
			}
		}
	}
	return mean / float64(w*h), worst, at
}

func sample(t testing.TB, lang string) *scene.Scene {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON(lang)))
	if err != nil {
		t.Fatal(err)
	}
	return layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{})
}

func onPage(s *scene.Scene, paper page.Paper) scene.Page {
	return page.Paginate(page.Source{Scene: s}, page.Options{Paper: paper}).Pages[0]
}

// On paper a map looks as it does on the screen, whoever shows it.
func TestPaperLooksLikeTheScreen(t *testing.T) {
	full := journeytest.Full()
	a4, err := page.PaperNamed("A4", true)
	if err != nil {
		t.Fatal(err)
	}
	everything := everyMark(t)
	for name, sheet := range map[string]scene.Page{
		"sample":      onPage(sample(t, "id"), page.Paper{}),
		"sample A4":   onPage(sample(t, "en"), a4),
		"every kind":  onPage(layout.Arrange(full, full.MapsInOrder()[0].ID, layout.Options{}), page.Paper{}),
		"every mark":  everything.page(""),
		"a part only": {Scene: &everything.Scene, Size: geom.Size{W: 300, H: 200}, View: geom.R(30, 30, 200, 150), Place: geom.Transform{K: 1.3, D: geom.Pt(-20, -30)}},
	} {
		want, err := raster.Page(sheet, 96, false)
		if err != nil {
			t.Fatal(err)
		}
		for reader, got := range rendered(t, written(t, sheet), "96") {
			mean, worst, at := difference(want, got)
			t.Logf("%s, %s: mean %.4f, worst %.3f at %v", name, reader, mean, worst, at)
			if d := want.Bounds().Size().Sub(got.Bounds().Size()); d.X > 1 || d.X < -1 || d.Y > 1 || d.Y < -1 {
				t.Errorf("%s: %s paints %v pixels, the screen %v", name, reader, got.Bounds().Size(), want.Bounds().Size())
			}
			if mean > 0.008 || worst > 0.2 {
				t.Errorf("%s: %s differs from the screen by %.4f in the mean and %.3f at %v", name, reader, mean, worst, at)
			}
		}
	}
}

func TestSampleIsSane(t *testing.T) {
	for _, lang := range []string{"en", "id"} {
		out := written(t, onPage(sample(t, lang), page.Paper{}))
		balanced(t, out)
		sane(t, out)
		if len(out) > 100<<10 {
			t.Errorf("the sample takes %d KB", len(out)>>10)
		}
	}
}

// The content of a small page is as it was looked at once.
func TestContentIsAsBefore(t *testing.T) {
	out := written(t, everyMark(t).page(""))
	got := []byte(quoted(contentOf(t, out, 0)))
	path := filepath.Join("testdata", "marks.content")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the content differs from %s; look at both, then run with -update", path)
	}
}

// quoted writes the codes in strings as numbers.
func quoted(ops string) string {
	var b []byte
	in := false
	for i := 0; i < len(ops); i++ {
		switch c := ops[i]; {
		case c == '(' && !in:
			in = true
			b = append(b, '<')
		case c == ')' && in:
			in = false
			b = append(b, '>')
		case in:
			b = appendHex16(b, uint16(c)<<8|uint16(ops[i+1]))
			i++
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func TestLargeMap(t *testing.T) {
	p := journeytest.Big(1000)
	s := layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{})
	out := written(t, onPage(s, page.Paper{}))
	t.Logf("%d bytes", len(out))
	if len(out) > 300<<10 {
		t.Errorf("1,000 touchpoints take %d KB, want at most 300", len(out)>>10)
	}
	sane(t, out)
}

func BenchmarkMap(b *testing.B) {
	p := journeytest.Big(1000)
	sheet := onPage(layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{}), page.Paper{})
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(len(written(b, sheet)))/1024, "KB")
	}
}
