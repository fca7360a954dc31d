package desk_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func bigScene() *scene.Scene {
	p := journeytest.Big(100)
	return layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{})
}

func seenFrom(zoom, x, y float64) desk.Viewport {
	v := desk.NewViewport()
	v.Size = geom.Size{W: 1200, H: 800}
	v.Transform = geom.Transform{K: zoom * v.Unit()}
	v.Transform.D = geom.Pt(x, y).Mul(-v.Transform.K)
	return v
}

func TestStripsComeWhereTheMapsOwnAreGone(t *testing.T) {
	s := bigScene()
	g := s.Grid
	for _, c := range []struct {
		name       string
		v          desk.Viewport
		head, side bool
	}{
		{"top left", seenFrom(1, 0, 0), false, false},
		{"scrolled down", seenFrom(1, 0, g.Headers.Max.Y+10), true, false},
		{"scrolled right", seenFrom(1, g.Labels.Max.X+10, 0), false, true},
		{"both", seenFrom(1, g.Labels.Max.X+10, g.Headers.Max.Y+10), true, true},
		{"too small to read", seenFrom(0.2, g.Labels.Max.X+10, g.Headers.Max.Y+10), false, false},
	} {
		st := desk.StripsOf(s, c.v)
		if head, side := !st.Head.Empty(), !st.Side.Empty(); head != c.head || side != c.side {
			t.Errorf("%s: headers %v, labels %v", c.name, head, side)
		}
		if st.Holds(journey.KindStage) != c.head || st.Holds(journey.KindLane) != c.side {
			t.Errorf("%s: it does not know what it holds", c.name)
		}
	}
	if st := desk.StripsOf(nil, seenFrom(1, 0, 0)); st != (desk.Strips{}) {
		t.Errorf("no scene has %+v", st)
	}
}

// Up to a zoom at which strips would grow too large, what stands in them is drawn where and as large
// as the map would draw it, but for the way it is held.
func TestStripsAreLikeTheMap(t *testing.T) {
	s := bigScene()
	v := seenFrom(1, s.Grid.Labels.Max.X+33, s.Grid.Headers.Max.Y+44)
	st := desk.StripsOf(s, v)
	if st.K != v.Transform.K {
		t.Fatalf("a scale of %v, the map's is %v", st.K, v.Transform.K)
	}
	for _, target := range s.Targets {
		if target.Part != scene.PartBody || !st.Holds(target.Ref.Kind) {
			continue
		}
		got, want := st.Body(target.Ref.Kind, target.Bounds), v.Transform.ApplyRect(target.Bounds)
		if target.Ref.Kind == journey.KindLane {
			got, want = geom.R(0, got.Min.Y, got.W(), got.H()), geom.R(0, want.Min.Y, want.W(), want.H())
		} else {
			got, want = geom.R(got.Min.X, 0, got.W(), got.H()), geom.R(want.Min.X, 0, want.W(), want.H())
		}
		if got.Min.Dist(want.Min) > 1e-6 || got.Max.Dist(want.Max) > 1e-6 {
			t.Errorf("%v is at %v, want %v", target.Ref, got, want)
		}
	}
}

func TestStripsLaws(t *testing.T) {
	s := bigScene()
	rapid.Check(t, func(t *rapid.T) {
		v := seenFrom(rapid.Float64Range(0.1, 4).Draw(t, "zoom"), rapid.Float64Range(-100, s.Bounds.Max.X).Draw(t, "x"), rapid.Float64Range(-100, s.Bounds.Max.Y).Draw(t, "y"))
		st := desk.StripsOf(s, v)
		left, top := st.Insets()
		if left > v.Size.W/2 || top > v.Size.H/2 {
			t.Fatalf("the strips take %v × %v of the board", left, top)
		}
		at := geom.Pt(rapid.Float64Range(0, 1199).Draw(t, "px"), rapid.Float64Range(0, 799).Draw(t, "py"))
		under, on := st.Under(at)
		switch head, side := st.Head.Contains(at), st.Side.Contains(at); {
		case on != (head || side):
			t.Fatalf("a strip at %v: %v", at, on)
		case !on && under != at:
			t.Fatalf("no strip, yet %v became %v", at, under)
		case head && !side:
			if p := v.ToScene(under); math.Abs(st.HeadY(p.Y)-at.Y) > 1e-6 || under.X != at.X {
				t.Fatalf("%v became %v", at, under)
			}
		case side && !head:
			if p := v.ToScene(under); math.Abs(st.SideX(p.X)-at.X) > 1e-6 || under.Y != at.Y {
				t.Fatalf("%v became %v", at, under)
			}
		}
		for _, target := range s.Targets {
			k := target.Ref.Kind
			if target.Part != scene.PartBody || k != journey.KindStage && k != journey.KindLane || !st.Holds(k) {
				continue
			}
			text := target.Bounds.Inset(6)
			text.Max = text.Min.Add(geom.Pt(20, 10))
			p, b := st.Text(k, target.Bounds, text), st.Body(k, target.Bounds)
			if p.X < b.Min.X-1e-6 || p.Y < b.Min.Y-1e-6 {
				t.Fatalf("the words of %v begin at %v, before it begins at %v", target.Ref, p, b.Min)
			}
		}
	})
}
