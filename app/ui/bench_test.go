package ui

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// stopwatch is a whole window with a map of so many touchpoints. What other goroutines send to the
// window runs on the benchmark's, and the time that takes is counted apart from the waiting.
type stopwatch struct {
	*Window
	b       *testing.B
	mu      sync.Mutex
	queue   []func()
	wake    chan struct{}
	busy    time.Duration // of the goroutine of the window
	longest time.Duration // it was held up at a time
}

// onWindow runs a benchmark on windows of three sizes.
func onWindow(b *testing.B, f func(b *testing.B, s *stopwatch)) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.Setenv("XDG_CACHE_HOME", b.TempDir())
			b.Setenv("XDG_RUNTIME_DIR", b.TempDir())
			b.Setenv("LANG", "en_US.UTF-8")
			s := &stopwatch{b: b, wake: make(chan struct{}, 1)}
			s.Window = newWindow(test.NewTempApp(b), s.send)
			s.win.Resize(fyne.NewSize(1500, 900))
			b.Cleanup(func() {
				s.ed.Settle()
				s.file.Close()
				s.file.Wait()
			})
			s.file.Make("big", "", func() (journey.Project, error) { return journeytest.Big(n), nil }, nil)
			if !s.open() {
				b.Fatal("the project is not open")
			}
			s.rest()
			s.ed.ZoomTo(1, geom.Pt(0, 0))
			s.ed.LookAt(s.ed.Scene().Bounds.Center())
			s.rest()
			s.busy, s.longest = 0, 0
			f(b, s)
		})
	}
}

func (s *stopwatch) send(f func()) {
	s.mu.Lock()
	s.queue = append(s.queue, f)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// run does something on the goroutine of the window.
func (s *stopwatch) run(f func()) {
	start := time.Now()
	f()
	d := time.Since(start)
	s.busy += d
	s.longest = max(s.longest, d)
}

// rest runs what comes until the map is laid out, and sharp on the board.
func (s *stopwatch) rest() {
	for !s.arrange.Settled() || s.ed.Scene() == nil || !s.board.Settled() {
		if !s.drain() {
			<-s.wake
		}
	}
}

// drain runs what has come, and reports whether anything had.
func (s *stopwatch) drain() bool {
	s.mu.Lock()
	queue := s.queue
	s.queue = nil
	s.mu.Unlock()
	for _, f := range queue {
		s.run(f)
	}
	return len(queue) > 0
}

// told reports what the goroutine of the window did for each of n steps.
func (s *stopwatch) told(n int) {
	s.b.ReportMetric(s.busy.Seconds()*1000/float64(n), "ms-busy/op")
	s.b.ReportMetric(s.longest.Seconds()*1000, "ms-longest")
}

// card is a card in sight, and its middle on the board.
func (s *stopwatch) card() (journey.Card, geom.Point) {
	for _, t := range s.ed.Scene().Targets {
		if t.Ref.Kind == journey.KindCard && t.Part == scene.PartBody {
			s.ed.Reveal(t.Ref)
			s.rest()
			c, _ := s.ed.Document().Project().Cards.Get(t.Ref.ID)
			return c, s.ed.View().Transform.Apply(t.Bounds.Center())
		}
	}
	s.b.Fatal("there is no card")
	return journey.Card{}, geom.Point{}
}

func mouse(at geom.Point) *desktop.MouseEvent {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(float32(at.X), float32(at.Y))
	return ev
}

// BenchmarkWindowPan is a notch of the wheel.
func BenchmarkWindowPan(b *testing.B) {
	onWindow(b, func(b *testing.B, s *stopwatch) {
		for i := 0; b.Loop(); i++ {
			dy := float32(3)
			if i/50%2 == 1 {
				dy = -3
			}
			ev := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(dy, dy)}
			ev.Position = fyne.NewPos(500, 400)
			s.board.Scrolled(ev)
			s.drain()
		}
	})
}

// BenchmarkWindowZoom is a step of zooming about the pointer.
func BenchmarkWindowZoom(b *testing.B) {
	onWindow(b, func(b *testing.B, s *stopwatch) {
		for i := 0; b.Loop(); i++ {
			s.ed.ZoomTo(0.5+float64(i%40)/40, geom.Pt(500, 400))
			s.drain()
		}
	})
}

// BenchmarkWindowSharp is what passes from the end of a zoom until all that is in sight is sharp.
func BenchmarkWindowSharp(b *testing.B) {
	onWindow(b, func(b *testing.B, s *stopwatch) {
		n := 0
		for ; b.Loop(); n++ {
			s.run(func() { s.ed.ZoomTo(0.8+float64(n%7)/14, geom.Pt(500, 400)) })
			s.rest()
		}
		s.told(n)
	})
}

// BenchmarkWindowDrag is a movement of a card that is dragged.
func BenchmarkWindowDrag(b *testing.B) {
	onWindow(b, func(b *testing.B, s *stopwatch) {
		_, at := s.card()
		s.board.MouseDown(mouse(at))
		for i := 0; b.Loop(); i++ {
			ev := &fyne.DragEvent{}
			ev.Position = fyne.NewPos(float32(at.X)+float32(i*7%300), float32(at.Y)+float32(i*5%200))
			s.board.Dragged(ev)
			s.drain()
		}
		s.ed.KeyDown(editor.KeyEscape, editor.Mods{})
		s.board.DragEnd()
	})
}

// BenchmarkWindowSelect selects 1,000 cards, as many as there are on a smaller map.
func BenchmarkWindowSelect(b *testing.B) {
	onWindow(b, func(b *testing.B, s *stopwatch) {
		var refs []journey.Ref
		for c := range s.ed.Document().Project().Cards.All() {
			if refs = append(refs, journey.RefTo(c)); len(refs) == 1000 {
				break
			}
		}
		for b.Loop() {
			s.ed.Select(refs...)
			b.StopTimer()
			s.ed.Select()
			b.StartTimer()
		}
	})
}

// BenchmarkWindowEdit moves a card to another stage and back, and waits until that is seen. What
// the goroutine of the window does for it is counted apart: everybody hears of the edit, and the new
// picture and its tiles are put up.
func BenchmarkWindowEdit(b *testing.B) {
	onWindow(b, func(b *testing.B, s *stopwatch) {
		card, _ := s.card()
		stages := s.ed.Document().Project().StagesOf(card.MapID)
		n := 0
		for ; b.Loop(); n++ {
			to := edit.Place{StageID: stages[(n+1)%2].ID, LaneID: card.LaneID}
			s.run(func() {
				_, err := s.ed.Document().Do(edit.Label{Key: edit.LabelMoveCards, Count: 1}, func(tx *edit.Tx) error {
					return edit.MoveCards(tx, []journey.ID{card.ID}, to)
				})
				if err != nil {
					b.Fatal(err)
				}
			})
			s.rest()
		}
		s.told(n)
	})
}
