package desk_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

func number(t *rapid.T, lo, hi int, label string) float64 {
	return float64(rapid.IntRange(lo*4, hi*4).Draw(t, label)) / 4
}

func viewport(t *rapid.T) desk.Viewport {
	v := desk.NewViewport()
	v.Size = geom.Size{W: number(t, 1, 3000, "w"), H: number(t, 1, 2000, "h")}
	v.Scale = number(t, 1, 3, "scale")
	v.Transform = geom.Transform{K: v.Unit(), D: geom.Pt(number(t, -5000, 5000, "dx"), number(t, -5000, 5000, "dy"))}
	return v
}

func TestViewportLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := viewport(t)
		at := geom.Pt(number(t, 0, 3000, "x"), number(t, 0, 2000, "y"))
		z := v.Zoomed(number(t, 0, 10, "zoom"), at)
		if z.Zoom() < desk.MinZoom-1e-9 || z.Zoom() > desk.MaxZoom+1e-9 {
			t.Fatalf("zoom %v", z.Zoom())
		}
		if a, b := v.ToScene(at), z.ToScene(at); a.Dist(b) > 1e-6 {
			t.Fatalf("zooming moved what is under the pointer from %v to %v", a, b)
		}
		paper := geom.R(0, 0, number(t, 1, 9000, "paper w"), number(t, 1, 9000, "paper h"))
		r := z.Reached(paper)
		part := r.Transform.ApplyRect(paper).Intersect(geom.R(0, 0, v.Size.W, v.Size.H))
		if part.Empty() {
			t.Fatalf("the paper is out of reach: %+v", r)
		}
		if again := r.Reached(paper); again.Transform.D.Dist(r.Transform.D) > 1e-6 {
			t.Fatalf("reaching twice moves twice: %v, %v", r.Transform.D, again.Transform.D)
		}
		f := v.Fitted(paper, 1)
		if f.Zoom() > 1+1e-9 {
			t.Fatalf("fitted at %v", f.Zoom())
		}
		seen := f.Transform.ApplyRect(paper)
		if f.Zoom() > desk.MinZoom+1e-9 && !geom.R(0, 0, v.Size.W, v.Size.H).Inset(-1e-6).ContainsRect(seen) {
			t.Fatalf("fitted paper at %v on %v", seen, v.Size)
		}
	})
}

func TestShowing(t *testing.T) {
	v := desk.NewViewport()
	v.Size = geom.Size{W: 400, H: 300}
	for name, r := range map[string]geom.Rect{
		"right": geom.R(900, 10, 50, 50), "left": geom.R(-90, 10, 50, 50), "below": geom.R(30, 700, 50, 50), "above": geom.R(30, -70, 50, 50),
	} {
		if s := v.Showing(r, 0, 0).Transform.ApplyRect(r); !geom.R(0, 0, 400, 300).ContainsRect(s) {
			t.Errorf("%s: at %v", name, s)
		}
	}
	if in := geom.R(60, 60, 30, 30); v.Showing(in, 0, 0) != v {
		t.Error("what is in sight moves the view")
	}
}

func TestBetween(t *testing.T) {
	list := []desk.Stretch{{ID: "a", From: 0, To: 10}, {ID: "b", From: 14, To: 24}}
	for _, c := range []struct {
		v    float64
		i    int
		mark float64
	}{{-5, 0, 0}, {4, 0, 0}, {5, 1, 12}, {18, 1, 12}, {19, 2, 24}, {99, 2, 24}} {
		if i, mark := desk.Between(list, c.v); i != c.i || mark != c.mark {
			t.Errorf("at %v: before %d, mark at %v; want %d, %v", c.v, i, mark, c.i, c.mark)
		}
	}
}

func TestStagesTakeTheirSteps(t *testing.T) {
	g := scene.Grid{Columns: []scene.Column{{StageID: "a", StepID: "1", X0: 0, X1: 5}, {StageID: "a", StepID: "2", X0: 5, X1: 9}, {StageID: "b", X0: 9, X1: 20}}}
	got := desk.Stages(&g)
	if len(got) != 2 || got[0] != (desk.Stretch{ID: "a", From: 0, To: 9}) || got[1] != (desk.Stretch{ID: "b", From: 9, To: 20}) {
		t.Errorf("%+v", got)
	}
}

func TestInsertion(t *testing.T) {
	cell := &scene.Cell{
		Rect: geom.R(0, 0, 100, 100), Cards: []journey.ID{"a", "b"},
		Slots: []geom.Rect{geom.R(10, 10, 80, 20), geom.R(10, 40, 80, 20), geom.R(10, 70, 80, 20)},
	}
	for _, c := range []struct {
		y    float64
		i    int
		mark float64
	}{{0, 0, 6}, {19, 0, 6}, {21, 1, 35}, {51, 2, 65}, {99, 2, 65}} {
		i := desk.SlotAt(cell, geom.Pt(50, c.y))
		m := desk.Insertion(cell, i)
		if i != c.i || m[0] != geom.Pt(10, c.mark) || m[1] != geom.Pt(90, c.mark) {
			t.Errorf("at %v: before %d, mark %v; want %d at %v", c.y, i, m, c.i, c.mark)
		}
	}
}

func TestFeelingAndHeight(t *testing.T) {
	row := &scene.Row{Up: 100, Down: 180}
	for v, y := range map[float64]float64{2: 100, 1: 120, 0: 140, -2: 180} {
		if got := desk.Height(row, v); got != y {
			t.Errorf("%v lies at %v, want %v", v, got, y)
		}
		if got := desk.Feeling(row, y); got != v {
			t.Errorf("%v means %v, want %v", y, got, v)
		}
	}
	if desk.Feeling(row, -999) != 2 || desk.Feeling(row, 999) != -2 {
		t.Error("a feeling goes beyond its ends")
	}
}

// The preview passes through its points and, as the curve of the map, never beyond its neighbours.
func TestSmooth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		pts := make([]geom.Point, n)
		lo, hi := math.Inf(1), math.Inf(-1)
		for i := range pts {
			pts[i] = geom.Pt(float64(i)*40, number(t, -200, 200, "y"))
			lo, hi = min(lo, pts[i].Y), max(hi, pts[i].Y)
		}
		line := desk.Smooth(pts, 0.5)
		if line[0] != pts[0] || line[len(line)-1].Dist(pts[n-1]) > 1e-6 {
			t.Fatalf("the line runs from %v to %v", line[0], line[len(line)-1])
		}
		for i, p := range line {
			if p.Y < lo-1e-6 || p.Y > hi+1e-6 {
				t.Fatalf("%v is beyond %v … %v", p, lo, hi)
			}
			if i > 0 && p.X < line[i-1].X-1e-9 {
				t.Fatalf("the line turns back at %v", p)
			}
		}
	})
	if desk.Smooth(nil, 0.5) != nil {
		t.Error("a curve through nothing")
	}
}

func TestNeighbour(t *testing.T) {
	things := []desk.Framed{
		{Rect: geom.R(0, 0, 10, 10)}, {Rect: geom.R(20, 1, 10, 10)}, {Rect: geom.R(12, 30, 10, 10)}, {Rect: geom.R(0, 60, 10, 10)},
	}
	for _, c := range []struct {
		from     int
		way      geom.Point
		expected int
	}{{0, geom.Pt(1, 0), 1}, {1, geom.Pt(-1, 0), 0}, {0, geom.Pt(0, 1), 2}, {3, geom.Pt(0, -1), 2}, {0, geom.Pt(-1, 0), -1}, {0, geom.Pt(0, -1), -1}} {
		if got := desk.Neighbour(things, c.from, c.way); got != c.expected {
			t.Errorf("from %d by %v: %d, want %d", c.from, c.way, got, c.expected)
		}
	}
}

func TestAtlasOfNothing(t *testing.T) {
	a := desk.NewAtlas(nil)
	if a.Find(desk.CardRef("x"), scene.PartBody) != nil || a.Body(desk.StageRef("x")) != nil || len(a.InOrder()) != 0 || a.Rank("x") != -1 {
		t.Error("an atlas of no scene finds something")
	}
	if _, _, ok := a.Stand("x"); ok {
		t.Error("a card stands nowhere")
	}
}

// Where cards stand side by side the nearest tells, and the mark lies above the one it is before.
func TestInsertionSideBySide(t *testing.T) {
	cell := &scene.Cell{
		Rect: geom.R(0, 0, 200, 100), Cards: []journey.ID{"a", "b", "c"},
		Slots: []geom.Rect{geom.R(10, 10, 80, 20), geom.R(110, 10, 80, 20), geom.R(10, 40, 80, 20), geom.R(10, 66, 80, 20)},
	}
	for _, c := range []struct {
		at geom.Point
		i  int
	}{{geom.Pt(20, 12), 0}, {geom.Pt(20, 28), 1}, {geom.Pt(150, 12), 1}, {geom.Pt(150, 28), 2}, {geom.Pt(20, 42), 2}, {geom.Pt(30, 95), 3}} {
		if i := desk.SlotAt(cell, c.at); i != c.i {
			t.Errorf("at %v: before %d, want %d", c.at, i, c.i)
		}
	}
	if m := desk.Insertion(cell, 1); m[0] != geom.Pt(110, 6) || m[1] != geom.Pt(190, 6) {
		t.Errorf("the mark before the second is %v", m)
	}
}
