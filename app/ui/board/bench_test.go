package board

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/paper/papertest"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// newTestBoard is a board of 1500×900 in a window, with a map on it.
func newTestBoard(tb testing.TB, p journey.Project) (*Board, *papertest.Desk) {
	tb.Helper()
	test.NewTempApp(tb)
	d := papertest.NewDesk()
	library := text.NewLibrary()
	ed := editor.New(edit.NewDocument(p, nil), editor.Options{Words: words.In("en"), Measurer: library,
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) {
			done(layout.Arrange(p, id, layout.Options{Sheet: style.New(""), Words: words.In("en"), Measurer: library}))
		}})
	w := test.NewWindow(nil)
	blank := image.NewRGBA(image.Rect(0, 0, 256, 256))
	b := New(Options{Editor: ed, Canvas: w.Canvas(), Do: d.Do,
		Paint: func(*scene.Scene, float64, int, int, int, int) *image.RGBA { return blank }})
	w.SetPadded(false)
	w.SetContent(b.Object())
	w.Resize(fyne.NewSize(1500, 900))
	tb.Cleanup(w.Close)
	d.Until(tb, b.Settled)
	return b, d
}

// These measure what a step costs the goroutine of the window. Tiles are painted elsewhere, and
// are blank here.

func benchmarkBoard(b *testing.B, step func(bd *Board, i int)) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bd, _ := newTestBoard(b, journeytest.Big(n))
			bd.ed.ZoomTo(1, geom.Pt(700, 400))
			bd.ed.LookAt(bd.ed.Scene().Bounds.Center()) // headers and labels stand at the rim
			i := 0
			for b.Loop() {
				step(bd, i)
				i++
			}
		})
	}
}

func BenchmarkBoardPan(b *testing.B) {
	benchmarkBoard(b, func(bd *Board, i int) {
		dy := float32(3)
		if i/50%2 == 1 {
			dy = -3
		}
		bd.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(700, 400)}, Scrolled: fyne.NewDelta(dy, dy)})
	})
}

func BenchmarkBoardZoom(b *testing.B) {
	benchmarkBoard(b, func(bd *Board, i int) { bd.ed.ZoomTo(0.5+float64(i%40)/40, geom.Pt(700, 400)) })
}

func BenchmarkBoardDrag(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bd, _ := newTestBoard(b, journeytest.Big(n))
			bd.ed.ZoomTo(1, geom.Pt(0, 0))
			var at geom.Point
			for _, t := range bd.ed.Scene().Targets {
				if t.Ref.Kind == journey.KindCard && t.Part == scene.PartBody {
					bd.ed.Reveal(t.Ref)
					at = bd.ed.View().Transform.Apply(t.Bounds.Center())
					break
				}
			}
			if at == (geom.Point{}) {
				b.Fatal("there is no card")
			}
			down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
			down.Position = fyne.NewPos(float32(at.X), float32(at.Y))
			bd.MouseDown(down)
			bd.stopTicker()
			i := 0
			for b.Loop() {
				ev := &fyne.DragEvent{}
				ev.Position = fyne.NewPos(float32(at.X)+float32(i*7%300), float32(at.Y)-float32(i*5%200))
				bd.Dragged(ev)
				i++
			}
			if len(bd.ed.Overlay().Ghosts) == 0 {
				b.Fatal("no card was dragged")
			}
			bd.DragEnd()
		})
	}
}
