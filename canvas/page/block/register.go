package block

import (
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Register finds what belongs to a record of a scene: where it is touched, its links and notes.
type Register struct {
	bodies map[journey.Ref]*scene.Target // of cards and stages
	links  map[journey.Ref][]scene.Link
	notes  map[journey.Ref][]scene.Note
}

// NewRegister lists what belongs to the records of a scene, which must stay as it is.
func NewRegister(s *scene.Scene) *Register {
	x := &Register{map[journey.Ref]*scene.Target{}, map[journey.Ref][]scene.Link{}, map[journey.Ref][]scene.Note{}}
	for i := range s.Targets {
		t := &s.Targets[i]
		if t.Part == scene.PartBody && (t.Ref.Kind == journey.KindCard || t.Ref.Kind == journey.KindStage) {
			x.bodies[t.Ref] = t
		}
	}
	for _, l := range s.Links {
		x.links[l.From] = append(x.links[l.From], l)
	}
	for _, n := range s.Notes {
		x.notes[n.At] = append(x.notes[n.At], n)
	}
	return x
}
