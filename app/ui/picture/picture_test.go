package picture

import (
	"testing"

	"jejak/canvas/scene"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestArrangerAnswersTheNewestQuestion(t *testing.T) {
	calls := make(chan func(), 16)
	a := NewArranger(func(f func()) { calls <- f })
	p := journeytest.Big(20)
	id := p.MapsInOrder()[0].ID
	last := make(chan *scene.Scene, 1)
	for range 5 {
		a.Arrange(p, id, func(*scene.Scene) {})
	}
	a.Arrange(p, id, func(s *scene.Scene) { last <- s })
	if a.Settled() {
		t.Error("settled before an answer")
	}
	for {
		(<-calls)()
		select {
		case s := <-last:
			if s == nil || s.MapID != id {
				t.Fatal("the answer is not the map that was asked for")
			}
			if !a.Settled() {
				t.Error("not settled after the last answer")
			}
			if n := len(calls); n != 0 {
				t.Errorf("%d answers came after the newest", n)
			}
			return
		default:
		}
	}
}

func TestNoMapNoPicture(t *testing.T) {
	if Of(journey.Project{}, "nowhere") != nil {
		t.Error("a map that is not there has a picture")
	}
}
