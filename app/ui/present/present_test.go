package present

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/data/journey/journeytest"
)

// newStage is a presentation in a window of 1600×1000. left counts how often it asked to end.
func newStage(t *testing.T) (s *Stage, left *int) {
	t.Helper()
	test.NewTempApp(t)
	p := journeytest.Big(60)
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	left = new(int)
	s = New(Options{
		Scene: layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{}), Canvas: w.Canvas(), Words: words.In("en"),
		Do: func(func()) {}, Leave: func() { *left++ }, Mods: func() editor.Mods { return editor.Mods{} },
	})
	w.SetPadded(false)
	w.SetContent(s)
	w.Resize(fyne.NewSize(1600, 1000))
	t.Cleanup(s.End)
	return s, left
}

func press(s *Stage, names ...fyne.KeyName) {
	for _, n := range names {
		s.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestStepsThroughTheStages(t *testing.T) {
	s, left := newStage(t)
	whole := s.view
	if !whole.Visible().ContainsRect(s.o.Scene.Bounds) || s.strength != 0 {
		t.Errorf("it begins with %v, faded by %v", whole.Visible(), s.strength)
	}
	press(s, fyne.KeyRight)
	if step, _ := s.Step(); step != 1 || s.strength != 1 || s.view == whole {
		t.Errorf("%v, faded by %v", s, s.strength)
	}
	if c := s.clear.Frame.Center(); !s.view.Visible().Contains(c) {
		t.Errorf("the stage lies at %v, in sight is %v", c, s.view.Visible())
	}
	s.Tapped(nil)
	press(s, fyne.KeyPageDown, fyne.KeyPageUp)
	if step, _ := s.Step(); step != 2 {
		t.Errorf("%v, want the third", s)
	}
	press(s, fyne.KeyHome)
	if s.view != whole || s.strength != 0 {
		t.Error("Home does not show the whole map")
	}
	press(s, fyne.KeyEscape, fyne.KeyEscape)
	if *left != 1 {
		t.Errorf("asked to end %d times, want once", *left)
	}
}

func TestFreeMode(t *testing.T) {
	s, _ := newStage(t)
	press(s, fyne.KeyRight)
	zoom, at := s.Zoom(), geom.Pt(800, 500)
	held := s.view.ToScene(at)
	ev := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 50)}
	ev.Position = fyne.NewPos(800, 500)
	s.Scrolled(ev)
	if s.Zoom() <= zoom || s.strength != 0 || !s.show.Free() {
		t.Errorf("the wheel leaves a zoom of %v, faded by %v", s.Zoom(), s.strength)
	}
	if s.view.ToScene(at).Dist(held) > 1e-6 {
		t.Error("the zoom is not about the pointer")
	}
	before := s.view.Transform.D
	s.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-30, 20)})
	if d := s.view.Transform.D.Sub(before); d.Dist(geom.Pt(-30, 20)) > 1e-6 {
		t.Errorf("a drag moved the view by %v", d)
	}
	press(s, fyne.KeyRight)
	if s.show.Free() || s.strength != 1 {
		t.Error("a step does not end the free mode")
	}
}

func TestBlackScreen(t *testing.T) {
	s, _ := newStage(t)
	for _, want := range []bool{true, false} {
		press(s, fyne.KeyB)
		if s.black.Visible() != want {
			t.Errorf("black: %v, want %v", s.black.Visible(), want)
		}
	}
}
