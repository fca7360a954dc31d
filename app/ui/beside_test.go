package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/leaf"
	"jejak/app/ui/tell"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// BenchmarkWindowBeside is what the goroutine of the window does while something is open beside the
// board or in its place: for an edit, until that is seen; at most at a time, which is how long the
// window does not answer; for a card that is selected, a movement of a card that is dragged, and a
// notch of the wheel.
func BenchmarkWindowBeside(b *testing.B) {
	on := func(id leaf.ID) func(*stopwatch) { return func(s *stopwatch) { s.turn(id) } }
	page := func(name string) func(*stopwatch) { return func(s *stopwatch) { s.tell.Turn(name) } }
	for _, beside := range []struct {
		name string
		open func(*stopwatch)
	}{
		{"parts", page(tell.Parts)},
		{"findings", page(tell.Findings)},
		{"guide", page(tell.Steps)},
		{"lens", func(s *stopwatch) { s.glass.Toggle(lens.Proof) }},
		{"priorities", on(priorities)},
		{"register", on(actions)},
		{"measures", on(measures)},
		{"dashboard", on(told)},
		{"personas", on(personas)},
		{"comparison", on(comparison)},
	} {
		b.Run(beside.name, func(b *testing.B) {
			onWindow(b, func(b *testing.B, s *stopwatch) {
				card, at := s.card()
				stages := s.ed.Document().Project().StagesOf(card.MapID)
				home := max(0, indexOf(stages, card.StageID))
				beside.open(s)
				s.rest()
				s.busy, s.longest = 0, 0
				var edits, selecting, dragging, panning time.Duration
				n := 0
				for ; b.Loop(); n++ {
					s.busy = 0
					for _, i := range []int{(home + 1) % len(stages), home} {
						s.run(func() {
							to := edit.Place{StageID: stages[i].ID, LaneID: card.LaneID}
							_, err := s.ed.Document().Do(edit.Label{Key: edit.LabelMoveCards, Count: 1}, func(tx *edit.Tx) error {
								return edit.MoveCards(tx, []journey.ID{card.ID}, to)
							})
							if err != nil {
								b.Fatal(err)
							}
						})
						s.rest()
					}
					edits += s.busy
					selecting += clock(func() { s.ed.Select(journey.RefTo(card)) })
					s.ed.Select()
					dragging += s.drags(at)
					panning += s.pans()
				}
				s.busy = edits
				s.told(2 * n)
				for name, d := range map[string]time.Duration{"ms-select": selecting, "ms-drag": dragging, "ms-pan": panning} {
					b.ReportMetric(d.Seconds()*1000/float64(n), name)
				}
			})
		})
	}
}

func indexOf(stages []journey.Stage, id journey.ID) int {
	for i, st := range stages {
		if st.ID == id {
			return i
		}
	}
	return -1
}

func clock(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// drags drags what is at a place of the board about and lets go of it where it was. It returns what a
// movement takes.
func (s *stopwatch) drags(at geom.Point) time.Duration {
	const steps = 20
	s.board.MouseDown(mouse(at))
	took := clock(func() {
		for i := range steps {
			ev := &fyne.DragEvent{}
			ev.Position = fyne.NewPos(float32(at.X)+float32(i*7), float32(at.Y)+float32(i*5))
			s.board.Dragged(ev)
			s.drain()
		}
	})
	s.ed.KeyDown(editor.KeyEscape, editor.Mods{})
	s.board.DragEnd()
	s.rest()
	return took / steps
}

// pans turns the wheel there and back, and returns what a notch takes.
func (s *stopwatch) pans() time.Duration {
	const steps = 20
	took := clock(func() {
		for i := range steps {
			by := float32(3)
			if i >= steps/2 {
				by = -3
			}
			ev := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(by, by)}
			ev.Position = fyne.NewPos(500, 400)
			s.board.Scrolled(ev)
			s.drain()
		}
	})
	s.rest()
	return took / steps
}
