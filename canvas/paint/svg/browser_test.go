package svg_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejak/assets/samples"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey/journeytest"
)

// TestBrowsersShowWhatTheScreenDoes has Chromium show maps and texts in the scripts of the world, as
// outlines and as text, and compares them with what our own painter paints. JEJAK_KEEP names a folder
// for the pictures.
func TestBrowsersShowWhatTheScreenDoes(t *testing.T) {
	if os.Getenv("JEJAK_SOAK") == "" {
		t.Skip("make soak installs a browser and runs this")
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is missing: install the package chromium")
	}
	sheets := scriptSheets(t)
	for _, name := range samples.Names {
		for _, lang := range []string{"en", "id"} {
			data, ok := samples.Named(name, lang)
			if !ok {
				t.Fatalf("no sample %s", name)
			}
			p, _, err := exchange.ReadJSON(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			sheets[name+"."+lang] = page.Paginate(layout.Printable(p, p.MapsInOrder()[0].ID, layout.Options{}), page.Options{}).Pages[0]
		}
	}
	full := journeytest.Full()
	sheets["everything"] = page.Paginate(layout.Printable(full, full.MapsInOrder()[0].ID, layout.Options{}), page.Options{}).Pages[0]
	profile := t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		want, err := raster.Page(sheets[name], 96, false)
		if err != nil {
			t.Fatal(err)
		}
		for kind, asText := range map[string]bool{"outlines": false, "text": true} {
			got := shownBy(t, browser, profile, sheets[name], svg.Options{Text: asText})
			mean, worst, at := apart(want, got)
			if mean > 0.008 || worst > 0.25 {
				t.Errorf("%s as %s differs from the screen by %.4f in the mean and %.3f at %v", name, kind, mean, worst, at)
			}
			t.Logf("%s as %s: mean %.4f, worst %.3f at %v", name, kind, mean, worst, at)
			if dir := os.Getenv("JEJAK_KEEP"); dir != "" {
				keep(t, filepath.Join(dir, name+"."+kind+".png"), got)
				keep(t, filepath.Join(dir, name+".screen.png"), want)
			}
		}
	}
}

// shownBy is a page as a browser shows it, a pixel for each of 96 to the inch.
func shownBy(t *testing.T, browser, profile string, sheet scene.Page, o svg.Options) image.Image {
	t.Helper()
	dir := t.TempDir()
	file, shot := filepath.Join(dir, "a.svg"), filepath.Join(dir, "a.png")
	var b bytes.Buffer
	if err := svg.WriteWith(&b, sheet, o); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	w, h := math.Ceil(sheet.Size.W*96/72), math.Ceil(sheet.Size.H*96/72)
	args := []string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1", "--force-color-profile=srgb",
		"--user-data-dir=" + profile, fmt.Sprintf("--window-size=%.0f,%.0f", math.Max(w, 600), h+200), "--screenshot=" + shot, "file://" + file}
	if out, err := exec.Command(browser, args...).CombinedOutput(); err != nil {
		t.Fatalf("chromium: %v %s", err, out)
	}
	in, err := os.Open(shot)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	img, err := png.Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() < int(w)-1 || img.Bounds().Dy() < int(h)-1 {
		t.Fatalf("a picture of %v for a page of %v", img.Bounds(), sheet.Size)
	}
	return img
}

// scriptSheets are pages with the texts that other programs are known to break on, by script.
func scriptSheets(t *testing.T) map[string]scene.Page {
	t.Helper()
	data, err := os.ReadFile("../pdf/testdata/nasty.txt")
	if err != nil {
		t.Fatal(err)
	}
	const lead, size, width = 26, 14, 560
	lib := text.Default()
	drawn := map[string]*scene.Scene{}
	for line := range strings.Lines(string(data)) {
		kind, quoted, _ := strings.Cut(line, "\t")
		var s string
		if err := json.Unmarshal([]byte(quoted), &s); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if drawn[kind] == nil {
			drawn[kind] = &scene.Scene{Title: kind}
		}
		sc := drawn[kind]
		p := lib.Break(s, text.Spec{Size: size}, width)
		for _, l := range p.Lines[:min(2, len(p.Lines))] {
			y := sc.Bounds.Max.Y
			sc.Items = append(sc.Items, scene.Item{Bounds: geom.R(0, y, width+40, lead),
				Mark: &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(20, y+lead*0.7), Size: size, Color: scene.RGB(0x1B1F2A)}})
			sc.Bounds = geom.R(0, 0, width+40, y+lead)
		}
	}
	sheets := map[string]scene.Page{}
	for kind, sc := range drawn {
		sc.Seal()
		sheets["script "+kind] = scene.Page{Scene: sc, Size: geom.Size{W: sc.Bounds.W(), H: sc.Bounds.H()}, View: sc.Bounds, Place: geom.Transform{K: 1}}
	}
	return sheets
}

// apart compares two pictures by squares of eight pixels, so that the smoothing of edges does not
// count: the mean and the largest difference, 0 to 1.
func apart(a, b image.Image) (mean, worst float64, at image.Point) {
	const side = 8
	sum := func(img image.Image, x0, y0 int) (sum [3]float64) {
		o := img.Bounds().Min
		for y := range side {
			for x := range side {
				r, g, b, _ := img.At(o.X+x0+x, o.Y+y0+y).RGBA()
				sum[0], sum[1], sum[2] = sum[0]+float64(r), sum[1]+float64(g), sum[2]+float64(b)
			}
		}
		return sum
	}
	w, h := min(a.Bounds().Dx(), b.Bounds().Dx())/side, min(a.Bounds().Dy(), b.Bounds().Dy())/side
	for y := range h {
		for x := range w {
			one, other := sum(a, x*side, y*side), sum(b, x*side, y*side)
			d := 0.0
			for i := range one {
				d += math.Abs(one[i]-other[i]) / 3 / side / side / 0xFFFF
			}
			mean += d
			if d > worst {
				worst, at = d, image.Pt(x*side, y*side)
			}
		}
	}
	return mean / float64(w*h), worst, at
}

func keep(t *testing.T, path string, img image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
