package present

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor/action"
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// three is a map of three stages, the second of two steps, and two lanes.
func three() *scene.Scene {
	s := &scene.Scene{MapID: "m", Bounds: geom.R(0, 0, 1000, 600)}
	for _, c := range []struct {
		stage, step journey.ID
		x0, x1      float64
	}{{"a", "", 150, 350}, {"b", "b1", 350, 450}, {"b", "b2", 450, 550}, {"c", "", 550, 960}} {
		s.Grid.Columns = append(s.Grid.Columns, scene.Column{StageID: c.stage, StepID: c.step, X0: c.x0, X1: c.x1})
	}
	s.Grid.Rows = []scene.Row{{LaneID: "t", Y0: 150, Y1: 350}, {LaneID: "p", Y0: 350, Y1: 560}}
	s.Grid.Headers, s.Grid.Labels = geom.R(150, 100, 810, 46), geom.R(36, 150, 110, 410)
	s.Seal()
	return s
}

func screen() desk.Viewport {
	v := desk.NewViewport()
	v.Size = geom.Size{W: 1600, H: 1000}
	return v
}

func TestKeysStep(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []action.Key
		at   int
		row  int
	}{
		{"start", nil, 0, -1},
		{"next", []action.Key{"Right", "Space", "PageDown"}, 3, -1},
		{"to the end and no further", []action.Key{"Right", "Right", "Right", "Right", "Right", "Right"}, 4, -1},
		{"back", []action.Key{"Right", "Right", "Left"}, 1, -1},
		{"back and no further", []action.Key{"PageUp", "Left"}, 0, -1},
		{"end and home", []action.Key{"End", "Home"}, 0, -1},
		{"end", []action.Key{"End"}, 4, -1},
		{"a digit", []action.Key{"2"}, 2, -1},
		{"a digit without a stage", []action.Key{"2", "7"}, 2, -1},
		{"nought", []action.Key{"2", "Down", "0"}, 0, -1},
		{"lanes", []action.Key{"1", "Down", "Down", "Down"}, 1, 1},
		{"a lane along the stages", []action.Key{"1", "Down", "Right"}, 2, 0},
		{"out of the lanes", []action.Key{"1", "Down", "Up", "Up"}, 1, -1},
		{"a letter that means nothing", []action.Key{"Q"}, 0, -1},
		{"light again first", []action.Key{"1", "B", "Right"}, 1, -1},
	} {
		s := New(three())
		for _, k := range c.keys {
			s.Press(k)
		}
		if s.at != c.at || s.row != c.row {
			t.Errorf("%s: step %d, lane %d, want %d, %d", c.name, s.at, s.row, c.at, c.row)
		}
	}
}

func TestWhatIsClear(t *testing.T) {
	s := New(three())
	if _, faded := s.Clear(); faded {
		t.Error("the whole map is faded")
	}
	s.Go(2)
	if c, faded := s.Clear(); !faded || c.Frame.Min.X != 350 || c.Frame.Max.X != 550 || c.Frame.Max.Y != 560 || c.Labels != three().Grid.Labels {
		t.Errorf("of the second stage %v is clear", c)
	}
	s.Do(Down)
	want := Clear{
		Frame:  geom.Rect{Min: geom.Pt(350, 150), Max: geom.Pt(550, 350)},
		Labels: geom.Rect{Min: geom.Pt(36, 150), Max: geom.Pt(146, 350)},
		Header: geom.Rect{Min: geom.Pt(350, 100), Max: geom.Pt(550, 150)},
	}
	if c, _ := s.Clear(); c != want {
		t.Errorf("of its first lane %v is clear, want %v", c, want)
	}
	s.Do(Free)
	if _, faded := s.Clear(); faded || !s.Free() {
		t.Error("something is faded while the view is free")
	}
	s.Do(Next)
	if s.Free() {
		t.Error("a step has not ended the free mode")
	}
}

func TestBlack(t *testing.T) {
	s := New(three())
	for _, want := range []bool{true, false} {
		if c, changed := s.Press("B"); c != Black || !changed || s.Black() != want {
			t.Errorf("black is %v, want %v", s.Black(), want)
		}
	}
	if c, changed := s.Press("Escape"); c != Leave || changed {
		t.Errorf("Escape is %v", c)
	}
}

func TestStagesAreFramed(t *testing.T) {
	s := New(three())
	for n := range 5 {
		v := s.View(screen())
		seen := v.Transform.ApplyRect(s.frame())
		if !geom.R(0, 0, 1600, 1000).ContainsRect(seen) {
			t.Errorf("step %d shows %v of the screen", n, seen)
		}
		if v.Zoom() > mostZoom+1e-9 {
			t.Errorf("step %d has a zoom of %v", n, v.Zoom())
		}
		s.Do(Next)
	}
}

func TestNoStages(t *testing.T) {
	empty := &scene.Scene{Bounds: geom.R(0, 0, 100, 100)}
	empty.Seal()
	s := New(empty)
	for _, c := range []Command{Next, Last, Down, Up, Back, Free, Black} {
		s.Do(c)
	}
	if step, of := s.At(); step != 0 || of != 1 {
		t.Errorf("step %d of %d", step, of)
	}
}

// A way between two views begins and ends at them, and what stands still is one point of the
// screen: its scene point does not change.
func TestBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) desk.Viewport {
			v := screen()
			v.Transform.K = rapid.Float64Range(0.1, 5).Draw(t, name+" k")
			v.Transform.D = geom.Pt(rapid.Float64Range(-3000, 3000).Draw(t, name+" x"), rapid.Float64Range(-3000, 3000).Draw(t, name+" y"))
			return v
		}
		a, b := draw("a"), draw("b")
		if Between(a, b, 0) != a || Between(a, b, 1) != b {
			t.Fatal("it does not begin or end at its ends")
		}
		share := rapid.Float64Range(0, 1).Draw(t, "t")
		m := Between(a, b, share)
		lo, hi := math.Min(a.Transform.K, b.Transform.K), math.Max(a.Transform.K, b.Transform.K)
		if m.Transform.K < lo-1e-9 || m.Transform.K > hi+1e-9 {
			t.Fatalf("the zoom %v is not between %v and %v", m.Transform.K, lo, hi)
		}
		if math.Abs(a.Transform.K-b.Transform.K) < 0.01 {
			return
		}
		p := b.Transform.D.Sub(a.Transform.D).Mul(1 / (a.Transform.K - b.Transform.K))
		if q := m.ToView(p); q.Dist(a.ToView(p)) > 1e-4*(1+math.Abs(q.X)+math.Abs(q.Y)) {
			t.Fatalf("what stands still went from %v to %v", a.ToView(p), q)
		}
	})
}

// The ground is never seen at one side alone, and what is framed stays in sight for that.
func TestNoBarAtOneSide(t *testing.T) {
	for _, size := range []geom.Size{{W: 1600, H: 1000}, {W: 1920, H: 800}, {W: 900, H: 1200}} {
		s, v := New(three()), screen()
		v.Size = size
		for step := 1; step <= 3; step++ {
			s.Go(step)
			to := s.View(v)
			paper, frame := to.Transform.ApplyRect(s.scene.Bounds), to.Transform.ApplyRect(s.frame())
			left, right := math.Max(0, paper.Min.X), math.Max(0, size.W-paper.Max.X)
			if math.Abs(left-right) > 1e-6 {
				t.Errorf("%v, step %d: %v of the ground at the left, %v at the right", size, step, left, right)
			}
			if frame.W() <= size.W && (frame.Min.X < -1e-6 || frame.Max.X > size.W+1e-6) {
				t.Errorf("%v, step %d: the frame reaches from %v to %v", size, step, frame.Min.X, frame.Max.X)
			}
		}
	}
}
