package paper

import (
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"

	"jejak/app/ui/paper/papertest"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// plain is a scene with one filled rectangle for each given.
func plain(mapID string, w, h float64, rects ...geom.Rect) *scene.Scene {
	s := &scene.Scene{MapID: "m", Bounds: geom.R(0, 0, w, h), Title: mapID}
	for i, r := range rects {
		c := scene.Color{R: uint8(40 * (i + 1)), G: 20, B: 200, A: 1}
		s.Items = append(s.Items, scene.Item{Bounds: r, Mark: &scene.Fill{Path: geom.RectPath(r), Color: c}})
	}
	s.Seal()
	return s
}

var board1500 = geom.Size{W: 1500, H: 900}

func newTestTiles(t testing.TB) (*Tiles, *papertest.Desk) {
	t.Helper()
	test.NewTempApp(t)
	d := papertest.NewDesk()
	return NewTiles(d.Do, PaintTile), d
}

func TestTilesShowWhatOnePaintingShows(t *testing.T) {
	s := plain("a", 1200, 800, geom.R(100, 90, 300, 200), geom.R(700, 300, 411, 333))
	for _, k := range []float64{0.37, 1, 4.0 / 3, 2.5} {
		tl, d := newTestTiles(t)
		view := geom.Transform{K: k, D: geom.Pt(31, -47)}
		tl.Show(s, view, board1500, 1)
		d.Until(t, tl.Settled)
		got := tl.Seen()
		want := PaintTile(s, k, 0, 0, int(math.Ceil(1200*k)), int(math.Ceil(800*k)))
		for y := 0; y < 900; y += 7 {
			for x := 0; x < 1500; x += 7 {
				p := image.Pt(x-31, y+47)
				w := color.RGBA{}
				if p.In(want.Rect) {
					w = want.RGBAAt(p.X, p.Y)
				}
				if g := got.RGBAAt(x, y); g != w {
					t.Fatalf("k %v: pixel %d,%d is %v, one painting has %v", k, x, y, g, w)
				}
			}
		}
	}
}

func TestPanPaintsOnlyWhatComesIntoSight(t *testing.T) {
	tl, d := newTestTiles(t)
	painted := 0
	var mu sync.Mutex
	tl.crew.paint = func(s *scene.Scene, k float64, px, py, w, h int) *image.RGBA {
		mu.Lock()
		painted++
		mu.Unlock()
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	s := plain("a", 4000, 3000)
	tl.Show(s, geom.Transform{K: 1}, board1500, 1)
	// 6 × 4 in view and one more on the sides where there is paper
	const first = 7 * 5
	count := func() int { mu.Lock(); defer mu.Unlock(); return painted }
	d.Until(t, func() bool { return tl.Settled() && count() == first })
	tl.Show(s, geom.Transform{K: 1, D: geom.Pt(-10, -10)}, board1500, 1)
	if !tl.Settled() || count() != first {
		t.Errorf("a pan of ten pixels painted %d tiles more", count()-first)
	}
	tl.Show(s, geom.Transform{K: 1, D: geom.Pt(-300, 0)}, board1500, 1)
	d.Until(t, func() bool { return tl.Settled() && count() == first+2*5 })
}

func TestZoomKeepsOldTilesUntilSharpOnesAreReady(t *testing.T) {
	tl, d := newTestTiles(t)
	s := plain("a", 2000, 1500, geom.R(10, 10, 500, 500))
	tl.Show(s, geom.Transform{K: 1}, board1500, 1)
	d.Until(t, tl.Settled)
	old := tl.shown
	tl.Show(s, geom.Transform{K: 2, D: geom.Pt(-20, -20)}, board1500, 1)
	if tl.shown != old || tl.Settled() {
		t.Fatal("the old tiles are gone before there are new ones")
	}
	corner := old.tiles[tileAt{0, 0}].view
	if got := corner.Size(); got.Width != 512 || got.Height != 512 {
		t.Errorf("an old tile is %v, want it scaled to 512", got)
	}
	right := old.tiles[tileAt{1, 0}].view
	if corner.Position().X+corner.Size().Width != right.Position().X {
		t.Error("a seam opened between old tiles")
	}
	d.Until(t, tl.Settled)
	if tl.shown == old || tl.shown.k != 2 {
		t.Error("sharp tiles have not come")
	}
}

func TestNewSceneUploadsOnlyWhatLooksDifferent(t *testing.T) {
	tl, d := newTestTiles(t)
	before := plain("a", 2000, 1500, geom.R(10, 10, 100, 100))
	after := plain("a", 2000, 1500, geom.R(10, 10, 100, 100), geom.R(300, 10, 50, 50))
	tl.Show(before, geom.Transform{K: 1}, board1500, 1)
	d.Until(t, tl.Settled)
	was := map[tileAt]any{}
	for at, x := range tl.shown.tiles {
		was[at] = x.view
	}
	tl.Show(after, geom.Transform{K: 1}, board1500, 1)
	d.Until(t, tl.Settled)
	for y := range 4 {
		for x := range 6 {
			at := tileAt{x, y}
			if kept := tl.shown.tiles[at].view == was[at]; kept == (at == tileAt{1, 0}) {
				t.Errorf("tile %v: kept its texture: %v", at, kept)
			}
		}
	}
}

func TestAnotherMapLeavesNothingOfTheFirst(t *testing.T) {
	tl, d := newTestTiles(t)
	tl.Show(plain("a", 500, 500), geom.Transform{K: 1}, board1500, 1)
	d.Until(t, tl.Settled)
	other := plain("b", 500, 500)
	other.MapID = "n"
	tl.Show(other, geom.Transform{K: 1}, board1500, 1)
	if tl.shown != nil {
		t.Error("the first map is still shown")
	}
	d.Until(t, tl.Settled)
	tl.Show(nil, geom.Transform{K: 1}, board1500, 1)
	if tl.shown != nil || tl.next != nil || len(tl.box.Objects) != 0 {
		t.Error("no scene, yet something is shown")
	}
}

func BenchmarkPanStep(b *testing.B) { benchmarkShow(b, func(i int) float64 { return 1 }) }
func BenchmarkZoomStep(b *testing.B) {
	benchmarkShow(b, func(i int) float64 { return 1 + float64(i%20)/20 })
}

// benchmarkShow measures what a step costs the goroutine of the window; painting is left out.
func benchmarkShow(b *testing.B, k func(int) float64) {
	tl, d := newTestTiles(b)
	blank := image.NewRGBA(image.Rect(0, 0, side, side))
	tl.crew.paint = func(*scene.Scene, float64, int, int, int, int) *image.RGBA { return blank }
	s := plain("a", 6000, 4000)
	tl.Show(s, geom.Transform{K: 1}, board1500, 1)
	d.Until(b, tl.Settled)
	i := 0
	for b.Loop() {
		tl.Show(s, geom.Transform{K: k(i), D: geom.Pt(-float64(i%900), -float64(i%500))}, board1500, 1)
		i++
	}
}
