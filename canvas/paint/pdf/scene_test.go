package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

var testDate = time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC)

// sketch builds a scene by hand.
type sketch struct {
	scene.Scene
	lib text.Measurer
}

// embedded sets text in the embedded faces only, so that it is the same on every machine.
var embedded = sync.OnceValue(func() *text.Library { return text.NewLibrary(text.WithoutSystemFonts()) })

func newSketch() *sketch { return &sketch{lib: embedded()} }

func (s *sketch) add(r geom.Rect, m scene.Mark) {
	s.Items = append(s.Items, scene.Item{Bounds: r, Mark: m})
	s.Bounds = s.Bounds.Union(r)
}

func (s *sketch) fill(p geom.Path, c scene.Color) {
	s.add(p.Bounds(), &scene.Fill{Path: p, Color: c})
}

func (s *sketch) stroke(p geom.Path, c scene.Color, width float64, dash ...float64) {
	s.add(p.Bounds().Inset(-width), &scene.Stroke{Path: p, Color: c, Pen: scene.Pen{Width: width, Dash: dash}})
}

// text sets a paragraph with its first base line at y and returns the base line behind it.
func (s *sketch) text(x, y, width float64, str string, spec text.Spec, c scene.Color) float64 {
	p := s.lib.Break(str, spec, width)
	for _, l := range p.Lines {
		box := geom.R(x, y-l.Ascent*spec.Size, l.Width*spec.Size, (l.Ascent+l.Descent)*spec.Size)
		s.add(box, &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(x, y), Size: spec.Size, Color: c})
		y += spec.Size * 1.4
	}
	return y
}

func (s *sketch) page(label string) scene.Page {
	if len(s.Items) == 0 {
		s.Bounds = geom.R(0, 0, 100, 100)
	}
	s.Bounds.Min = geom.Point{}
	s.Bounds.Max = s.Bounds.Max.Add(geom.Pt(10, 10))
	s.Seal()
	return scene.Page{
		Scene: &s.Scene,
		Size:  geom.Size{W: s.Bounds.W(), H: s.Bounds.H()},
		View:  s.Bounds,
		Place: geom.Transform{K: 1},
		Label: label,
	}
}

var phrases = strings.Fields("Pelanggan membuka aplikasi dan mencari menu kopi favorit lalu memilih ukuran " +
	"membayar dengan dompet digital menunggu di kedai sambil membaca ulasan mengambil pesanan di meja barista " +
	"waiting for the order she compares prices asks a friend and leaves a review about the service")

// journeyScene is like a map of n touchpoints: a card of ten marks and three lines of text each.
func journeyScene(n int) *sketch {
	s := newSketch()
	ink, soft := scene.RGB(0x1F2937), scene.RGB(0x6B7280)
	hues := []scene.Color{scene.RGB(0x2563EB), scene.RGB(0x059669), scene.RGB(0xD97706), scene.RGB(0xDB2777)}
	cols := int(math.Ceil(math.Sqrt(float64(n) * 1.5)))
	s.fill(geom.RectPath(geom.R(0, 0, float64(cols)*168+24, float64(n/cols+1)*120+24)), scene.RGB(0xFFFFFF))
	seed := uint32(7)
	next := func(k int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % k
	}
	for i := range n {
		x, y := 16+float64(i%cols)*168, 16+float64(i/cols)*120
		hue := hues[i%cols*len(hues)/cols]
		h := 72 + 8*float64(next(5))
		card := geom.R(x, y, 152, h)
		s.add(card.Inset(-8), &scene.Shadow{Rect: card, Corner: 6, Blur: 5, Dy: 1.5, Color: scene.RGB(0x111827).Alpha(0.14)})
		s.fill(geom.RoundRect(card, 6), scene.RGB(0xFFFFFF))
		s.stroke(geom.RoundRect(card, 6), scene.RGB(0xE5E7EB), 0.75)
		s.fill(geom.RoundRect(geom.R(x, y, 3, h), 1.5), hue)
		s.fill(geom.Circle(geom.Pt(x+16, y+16), 8), hue.Alpha(0.15))
		icon := geom.Polyline(geom.Pt(x+12, y+16), geom.Pt(x+15, y+19), geom.Pt(x+20, y+13))
		s.stroke(icon, hue, 1.25)
		s.fill(geom.RoundRect(geom.R(x+12, y+h-18, 46, 11), 5.5), hue.Alpha(0.12))
		s.stroke(geom.Polyline(geom.Pt(x+12, y+h-24), geom.Pt(x+140, y+h-24)), scene.RGB(0xE5E7EB), 0.5)
		phrase := func(k int) string {
			out := make([]string, k)
			for j := range out {
				out[j] = phrases[next(len(phrases))]
			}
			return strings.Join(out, " ")
		}
		s.text(x+30, y+19, 0, phrase(2), text.Spec{Style: text.SemiBold, Size: 9}, ink)
		s.text(x+12, y+34, 132, phrase(8), text.Spec{Size: 7.5}, soft)
		s.text(x+17, y+h-10, 0, phrase(1), text.Spec{Style: text.Medium, Size: 6}, hue)
	}
	return s
}

// testPicture is a PNG with something to see in it.
func testPicture(t testing.TB, w, h int, alpha bool) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			a := uint8(255)
			if alpha {
				a = uint8(255 * x / w)
			}
			img.SetNRGBA(x, y, color.NRGBA{uint8(255 * y / h), uint8(128 * x / w), 160, a})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func written(t testing.TB, pages ...scene.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	d := Document{Title: "Ngopi pagi ☕ (uji) \\ 1", Author: "Sari Ayu", Lang: "id", Creator: "Jejak 1.0", Date: testDate, Pages: pages}
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJourneySize(t *testing.T) {
	out := written(t, journeyScene(1000).page("Peta"))
	if len(out) > 350<<10 {
		t.Errorf("1,000 touchpoints take %d KB, want at most 350", len(out)>>10)
	}
	t.Logf("1,000 touchpoints: %d bytes", len(out))
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		page := journeyScene(n).page("Peta")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			var size int
			for b.Loop() {
				size = len(written(b, page))
			}
			b.ReportMetric(float64(size)/1024, "KB")
		})
	}
}

func journeyID(i int) journey.ID { return journey.ID(fmt.Sprintf("00000000-0000-4000-8000-%012d", i)) }
