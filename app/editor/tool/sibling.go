package tool

import (
	"slices"

	"jejak/data/journey"
)

// siblings returns the IDs of the stages or lanes of the map, or the steps of a stage, in order, and where the only selected
// one is among them; −1 if none is, or several are.
func siblings(b Board, k journey.Kind) ([]journey.ID, int) {
	sel := b.Selection()
	if len(sel) != 1 || sel[0].Kind != k {
		return nil, -1
	}
	id, p := sel[0].ID, b.Project()
	var ids []journey.ID
	switch k {
	case journey.KindStage:
		ids = idsOf(p.StagesOf(b.Map()))
	case journey.KindStep:
		s, _ := p.Steps.Get(id)
		ids = idsOf(p.StepsOf(s.StageID))
	default:
		ids = idsOf(p.LanesOf(b.Map()))
	}
	return ids, slices.Index(ids, id)
}

func idsOf[T journey.Record](list []T) []journey.ID {
	ids := make([]journey.ID, len(list))
	for i, r := range list {
		ids[i] = r.RecordID()
	}
	return ids
}

// CanShift reports whether Shift would do something.
func CanShift(b Board, k journey.Kind, by int) bool {
	ids, i := siblings(b, k)
	return i >= 0 && i+by >= 0 && i+by < len(ids)
}

// Shift moves the selected stage, step or lane past its neighbour.
func Shift(b Board, k journey.Kind, by int) error {
	ids, i := siblings(b, k)
	var before journey.ID
	switch {
	case by < 0:
		before = ids[i-1]
	case i+2 < len(ids):
		before = ids[i+2]
	}
	ref := journey.Ref{Kind: k, ID: ids[i]}
	if k == journey.KindStep {
		s, _ := b.Project().Steps.Get(ids[i])
		return MoveStep(b, ids[i], s.StageID, before)
	}
	return MoveHeader(b, ref, before)
}
