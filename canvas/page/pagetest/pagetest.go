// Package pagetest reads pages as the laws of sheets and slides need them: where each card stands.
package pagetest

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Shown is a card as a page shows it.
type Shown struct {
	Page int // from 0
	At   geom.Rect
	K    float64 // its scale
}

// CardsOn lists where cards stand whole, on which pages.
func CardsOn(pages []scene.Page) map[journey.Ref][]Shown {
	on := map[journey.Ref][]Shown{}
	for i, pg := range pages {
		for _, w := range pg.Windows() {
			if w.Role != scene.Content {
				continue
			}
			for _, t := range w.Scene.Targets {
				if t.Ref.Kind == journey.KindCard && t.Part == scene.PartBody && w.View.Inset(-0.5).ContainsRect(t.Bounds) {
					on[t.Ref] = append(on[t.Ref], Shown{i, w.Place.ApplyRect(t.Bounds), w.Place.K})
				}
			}
		}
	}
	return on
}

// Seen reports whether anything is drawn for a record: a thought without words is not.
func Seen(s *scene.Scene, ref journey.Ref) bool {
	for i := range s.Items {
		if s.Items[i].From == ref {
			return true
		}
	}
	return false
}
