package desk

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Bodies returns everything that stands for a record as a whole: one thing, but for a lane on a ring,
// whose name stands in every panel.
func (a *Atlas) Bodies(ref journey.Ref) []*scene.Target {
	body := a.Body(ref)
	if body == nil {
		return nil
	}
	if ref.Kind != journey.KindLane || a.scene.Grid.Ring == nil {
		return []*scene.Target{body}
	}
	var list []*scene.Target
	for i := range a.scene.Targets {
		if t := &a.scene.Targets[i]; t.Ref == ref && t.Part == body.Part {
			list = append(list, t)
		}
	}
	return list
}

// Nearest returns the target of a record and part that is nearest to a scene point, nil if it is not
// drawn.
func (a *Atlas) Nearest(ref journey.Ref, part scene.Part, p geom.Point) *scene.Target {
	best := a.Find(ref, part)
	if best == nil || a.scene.Grid.Ring == nil {
		return best
	}
	for i := range a.scene.Targets {
		t := &a.scene.Targets[i]
		if t.Ref == ref && t.Part == part && t.Bounds.Center().Dist(p) < best.Bounds.Center().Dist(p) {
			best = t
		}
	}
	return best
}
