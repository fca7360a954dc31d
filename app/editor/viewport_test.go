package editor_test

import (
	"math"
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

func near(a, b geom.Point) bool { return a.Dist(b) < 1e-6 }

func TestZoomHoldsThePointer(t *testing.T) {
	b := newBoard(t, small())
	at := geom.Pt(320, 210)
	for _, dy := range []float64{25, 50, 25, -25, 75} {
		before, zoom := b.e.View().ToScene(at), b.e.View().Zoom()
		b.e.Wheel(at, 0, dy, editor.Mods{Ctrl: true})
		v := b.e.View()
		if !near(v.ToScene(at), before) {
			t.Errorf("wheel %v: the point under the pointer went from %v to %v", dy, before, v.ToScene(at))
		}
		if want := zoom * math.Pow(1.1, dy/25); math.Abs(v.Zoom()-want) > 1e-9 {
			t.Errorf("wheel %v: zoom %v, want %v", dy, v.Zoom(), want)
		}
	}
}

func TestZoomStaysInBounds(t *testing.T) {
	b := newBoard(t, small())
	for range 100 {
		b.e.Wheel(geom.Pt(100, 100), 0, 100, editor.Mods{Ctrl: true})
	}
	if z := b.e.View().Zoom(); math.Abs(z-editor.MaxZoom) > 1e-9 {
		t.Errorf("zoom %v, want %v", z, editor.MaxZoom)
	}
	if b.e.Action("view.zoomIn").Enabled() {
		t.Error("zooming in is offered at the largest zoom")
	}
	for range 100 {
		b.e.Wheel(geom.Pt(100, 100), 0, -100, editor.Mods{Ctrl: true})
	}
	if z := b.e.View().Zoom(); math.Abs(z-editor.MinZoom) > 1e-9 {
		t.Errorf("zoom %v, want %v", z, editor.MinZoom)
	}
	b.e.ZoomTo(math.NaN(), geom.Pt(0, 0))
	if math.IsNaN(b.e.View().Zoom()) {
		t.Error("the zoom is no number any more")
	}
}

func TestPan(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(b *board)
		want geom.Point
	}{
		{"wheel", func(b *board) { b.e.Wheel(geom.Pt(9, 9), -30, -50, editor.Mods{}) }, geom.Pt(-30, -50)},
		{"wheel with Shift", func(b *board) { b.e.Wheel(geom.Pt(9, 9), 0, -50, editor.Mods{Shift: true}) }, geom.Pt(-50, 0)},
		{"middle button", func(b *board) {
			b.e.Press(b.at("a1"), editor.Middle, editor.Mods{}, 1)
			b.move(b.at("a1"), b.at("a1").Add(geom.Pt(40, 30)))
			b.release(geom.Pt(0, 0).Add(b.at("a1")))
		}, geom.Pt(40, 30)},
		{"Space", func(b *board) {
			b.keys("Space")
			from := b.at("a1")
			b.drag(from, from.Add(geom.Pt(40, -20)))
			b.e.KeyUp(editor.KeySpace)
		}, geom.Pt(40, -20)},
		{"hand tool", func(b *board) {
			b.run("tool.hand")
			from := b.at("a1")
			b.drag(from, from.Add(geom.Pt(-10, 5)))
			b.run("tool.select")
		}, geom.Pt(-10, 5)},
		{"desk", func(b *board) { b.drag(geom.Pt(1100, 700), geom.Pt(1080, 710)) }, geom.Pt(-20, 10)},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.e.Select(ref("card", "b1"))
			start := b.e.View().Transform
			b.never(func() { c.do(b) })
			got := b.e.View().Transform
			if !near(got.D.Sub(start.D), c.want) || got.K != start.K {
				t.Errorf("the picture moved by %v, want %v", got.D.Sub(start.D), c.want)
			}
			b.wantSelected("b1")
			from := b.at("a1")
			b.drag(from, from.Add(geom.Pt(1, 1)))
			b.wantSelected("a1") // the tool is the old one again
		})
	}
}

func TestPaperStaysInReach(t *testing.T) {
	b := newBoard(t, small())
	seen := geom.R(0, 0, 1200, 800)
	for _, d := range []geom.Point{geom.Pt(9999, 0), geom.Pt(-9999, 0), geom.Pt(0, 9999), geom.Pt(0, -9999), geom.Pt(-1e12, 1e12)} {
		b.e.Wheel(geom.Pt(10, 10), d.X, d.Y, editor.Mods{})
		part := b.e.View().Transform.ApplyRect(b.e.Scene().Bounds).Intersect(seen)
		if part.W() < 50 || part.H() < 50 {
			t.Errorf("after panning by %v only %v of the paper is in sight", d, part)
		}
	}
}

func TestFit(t *testing.T) {
	b := newBoard(t, small())
	b.e.Wheel(geom.Pt(10, 10), -300, 0, editor.Mods{Ctrl: true})
	b.keys("Shift+1")
	whole := func(w, h float64) {
		t.Helper()
		r := b.e.View().Transform.ApplyRect(b.e.Scene().Bounds)
		if !geom.R(0, 0, w, h).ContainsRect(r) || math.Abs(r.Center().X-w/2) > 1e-6 {
			t.Errorf("the paper is at %v on a board of %v × %v", r, w, h)
		}
	}
	whole(1200, 800)
	b.e.Resize(geom.Size{W: 500, H: 300}, 0.75)
	whole(500, 300)
	b.e.Select(ref("card", "b1"))
	b.keys("Shift+2")
	r := b.e.View().Transform.ApplyRect(b.rect("b1"))
	if !geom.R(0, 0, 500, 300).ContainsRect(r) || r.Center().Dist(geom.Pt(250, 150)) > 1e-6 {
		t.Errorf("the selection is at %v", r)
	}
	b.keys("Ctrl+0")
	if z := b.e.View().Zoom(); z != 1 {
		t.Errorf("zoom %v, want 1", z)
	}
	b.keys("Ctrl+=", "Ctrl+-")
	if z := b.e.View().Zoom(); math.Abs(z-1) > 1e-9 {
		t.Errorf("zoom %v after in and out, want 1", z)
	}
}

func TestDeviceScale(t *testing.T) {
	b := newBoard(t, small())
	b.e.Resize(geom.Size{W: 2400, H: 1600}, 2)
	b.keys("Ctrl+0")
	if k := b.e.View().Transform.K; math.Abs(k-2*96.0/72) > 1e-9 {
		t.Errorf("a point is %v pixels at 100 %% and scale 2", k)
	}
}

func TestSameSizeMovesNothing(t *testing.T) {
	b := newBoard(t, small())
	b.run("view.fit")
	v := b.e.View()
	b.e.Select(ref(journey.KindLane, "P"))
	b.run("edit.delete") // the paper is smaller now
	before := b.e.View()
	b.e.Resize(v.Size, v.Scale)
	if got := b.e.View(); got != before {
		t.Errorf("the view moved from %+v to %+v", before, got)
	}
	b.e.Resize(geom.Size{W: v.Size.W, H: v.Size.H - 40}, v.Scale)
	if b.e.View() == before {
		t.Error("another size must fit the paper again")
	}
}
