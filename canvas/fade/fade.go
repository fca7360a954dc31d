// Package fade draws a map as it is seen through a lens: some records stay as they are, the rest
// is pale. What is drawn already is only coloured anew, so everything stays in its place.
package fade

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// Strength is the share of its colour that the pale part keeps.
const Strength = 0.28

// kinds are what steps back. What holds a map together (stages, steps, lanes, the title) stays as
// it is, unless some of its kind are among the strong.
var kinds = map[journey.Kind]bool{
	journey.KindCard: true, journey.KindPoint: true, journey.KindLink: true, journey.KindMeasurement: true,
}

// Through returns a drawn map as it is seen when only some of its records stay strong. s is not
// changed; what can be touched is the same. A nil scene gives nil.
func Through(s *scene.Scene, strong map[journey.Ref]bool, paper scene.Color) *scene.Scene {
	if s == nil {
		return nil
	}
	also := map[journey.Kind]bool{}
	for ref := range strong {
		also[ref.Kind] = true
	}
	f := *s
	f.Items = make([]scene.Item, 0, len(s.Items))
	for _, it := range s.Items {
		// A curve is drawn for its persona, who is also shown beside the title.
		back := kinds[it.From.Kind] || also[it.From.Kind] || it.Layer > 0
		if !back || strong[it.From] {
			f.Items = append(f.Items, it)
			continue
		}
		mark, veil := pale(it.Mark, paper)
		it.Mark = mark
		f.Items = append(f.Items, it)
		if veil != nil {
			f.Items = append(f.Items, scene.Item{From: it.From, Bounds: it.Bounds, Layer: it.Layer, Mark: veil})
		}
	}
	f.Seal()
	return &f
}

// pale returns a mark in pale colours, and for a picture, whose colours are its own, what lies over
// it.
func pale(m scene.Mark, paper scene.Color) (mark, veil scene.Mark) {
	thin := func(c scene.Color) scene.Color {
		mixed := style.Mix(paper, c, Strength)
		mixed.A = c.A
		return mixed
	}
	switch m := m.(type) {
	case *scene.Fill:
		f := *m
		f.Color = thin(m.Color)
		if m.Gradient != nil {
			g := *m.Gradient
			g.From, g.To = thin(g.From), thin(g.To)
			f.Gradient = &g
		}
		return &f, nil
	case *scene.Stroke:
		s := *m
		s.Color = thin(m.Color)
		return &s, nil
	case *scene.Text:
		t := *m
		if m.Line.Coloured() {
			t.Color.A *= Strength // pictograms take no colour, but fade
		} else {
			t.Color = thin(m.Color)
		}
		return &t, nil
	case *scene.Shadow:
		s := *m
		s.Color.A *= Strength
		return &s, nil
	case *scene.Picture:
		path := m.Clip
		if len(path.Verbs) == 0 {
			path = geom.RectPath(m.Rect)
		}
		return m, &scene.Fill{Path: path, Color: paper.Alpha(1 - Strength)}
	}
	return m, nil
}
