package scene_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// drawScene makes items and targets anywhere, outside the paper too.
func drawScene(t *rapid.T) *scene.Scene {
	coordinate := rapid.OneOf(rapid.Float64Range(-400, 2400), rapid.Map(rapid.IntRange(-3, 15), func(i int) float64 { return float64(i) * 160 }))
	side := rapid.OneOf(rapid.Float64Range(0, 300), rapid.SampledFrom([]float64{0, 160, 2000}))
	pt := func() geom.Point { return geom.Pt(coordinate.Draw(t, "x"), coordinate.Draw(t, "y")) }
	rect := func() geom.Rect {
		p := pt()
		return geom.R(p.X, p.Y, side.Draw(t, "w"), side.Draw(t, "h"))
	}
	s := &scene.Scene{Bounds: geom.R(0, 0, side.Draw(t, "paper")+1, side.Draw(t, "paper")+1)}
	for range rapid.IntRange(0, 20).Draw(t, "items") {
		s.Items = append(s.Items, scene.Item{Bounds: rect(), Mark: &scene.Fill{}})
	}
	parts := []scene.Part{scene.PartBody, scene.PartTitle, scene.PartCurve}
	for range rapid.IntRange(0, 20).Draw(t, "targets") {
		target := scene.Target{
			Part:   rapid.SampledFrom(parts).Draw(t, "part"),
			Ref:    journey.Ref{Kind: journey.KindCard, ID: journey.ID(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "id"))},
			Bounds: rect(),
		}
		if target.Part == scene.PartCurve {
			target.Path = geom.Polyline(pt(), pt())
			if rapid.Bool().Draw(t, "curved") {
				target.Path.Quad(pt(), pt())
			}
			target.Bounds = target.Path.Bounds()
		}
		s.Targets = append(s.Targets, target)
	}
	s.Seal()
	return s
}

func drawView(t *rapid.T) geom.Rect {
	c := rapid.Float64Range(-500, 2500)
	side := rapid.Float64Range(0, 1500)
	return geom.R(c.Draw(t, "view.x"), c.Draw(t, "view.y"), side.Draw(t, "view.w"), side.Draw(t, "view.h"))
}

func TestVisibleIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, view := drawScene(t), drawView(t)
		var got, want []*scene.Item
		s.Visible(view, func(it *scene.Item) { got = append(got, it) })
		for i := range s.Items {
			if s.Items[i].Bounds.Overlaps(view) {
				want = append(want, &s.Items[i])
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%d items, want %d", len(got), len(want))
		}
	})
}

func TestHitTestIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		p := drawView(t).Min
		if len(s.Targets) > 0 && rapid.Bool().Draw(t, "aimed") {
			p = rapid.SampledFrom(s.Targets).Draw(t, "at").Bounds.Min
		}
		slack := rapid.Float64Range(0, 200).Draw(t, "slack")
		var want []*scene.Target
		for i := len(s.Targets) - 1; i >= 0; i-- {
			target := &s.Targets[i]
			hit := target.Bounds.Contains(p)
			if len(target.Path.Verbs) > 0 {
				hit = target.Path.DistanceTo(p) <= slack
			}
			if hit {
				want = append(want, target)
			}
		}
		if got := s.HitTest(p, slack); !slices.Equal(got, want) {
			t.Fatalf("%d targets at %v, want %d", len(got), p, len(want))
		}
	})
}

func TestWithinIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, view := drawScene(t), drawView(t)
		var want []*scene.Target
		for i := range s.Targets {
			target := &s.Targets[i]
			if target.Part == scene.PartBody && view.ContainsRect(target.Bounds) {
				want = append(want, target)
			}
		}
		if got := s.Within(view, scene.PartBody); !slices.Equal(got, want) {
			t.Fatalf("%d targets, want %d", len(got), len(want))
		}
	})
}

func TestFind(t *testing.T) {
	card := func(id string) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: journey.ID(id)} }
	s := &scene.Scene{Targets: []scene.Target{
		{Ref: card("a"), Part: scene.PartBody, Bounds: geom.R(0, 0, 1, 1)},
		{Ref: card("a"), Part: scene.PartTitle, Bounds: geom.R(1, 0, 1, 1)},
		{Ref: card("a"), Part: scene.PartBody, Bounds: geom.R(2, 0, 1, 1)},
	}}
	s.Seal()
	if got := s.Find(card("a"), scene.PartBody); got != &s.Targets[2] {
		t.Errorf("found %v, want the topmost", got)
	}
	if got := s.Find(card("b"), scene.PartBody); got != nil {
		t.Errorf("found %v, want nothing", got)
	}
}

// Before Seal, and without anything in it, a scene is empty rather than broken.
func TestEmptyScene(t *testing.T) {
	for name, s := range map[string]*scene.Scene{"not sealed": {}, "sealed": func() *scene.Scene { s := &scene.Scene{}; s.Seal(); return s }()} {
		s.Visible(geom.R(0, 0, 100, 100), func(*scene.Item) { t.Errorf("%s: an item came from nowhere", name) })
		if hits := s.HitTest(geom.Pt(1, 1), 3); len(hits) > 0 {
			t.Errorf("%s: hits %v", name, hits)
		}
	}
}

// A paper or a mark of absurd size must cost little and break nothing, and what is sane beside it
// must still be found.
func TestAbsurdSizes(t *testing.T) {
	sane := geom.R(10, 10, 20, 20)
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e9, 1e300, -1e300} {
		for _, bounds := range []geom.Rect{geom.R(0, 0, v, 100), geom.R(0, 0, 100, v), geom.R(v, v, v, v), geom.R(0, 0, v, v)} {
			s := &scene.Scene{
				Bounds:  bounds,
				Items:   []scene.Item{{Bounds: bounds}, {Bounds: sane}, {Bounds: geom.R(v, 0, 5, 5)}},
				Targets: []scene.Target{{Bounds: bounds}, {Bounds: sane}},
			}
			s.Seal()
			found := false
			s.Visible(geom.R(0, 0, 50, 50), func(it *scene.Item) { found = found || it == &s.Items[1] })
			if !found {
				t.Errorf("bounds %v: the item is not found", bounds)
			}
			if hits := s.HitTest(geom.Pt(15, 15), 2); len(hits) == 0 || hits[0] != &s.Targets[1] {
				t.Errorf("bounds %v: hits %v", bounds, hits)
			}
			s.Visible(geom.R(v, v, v, v), func(*scene.Item) {})
			s.HitTest(geom.Pt(v, v), v)
		}
	}
}
