package fragment

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// Every card gets a cell of the map, or of a stage or lane that is copied along or told missing.
func TestEveryCardHasACell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, other := journeytest.Random(t), journeytest.Random(t)
		mapID, refs := anyRefs(t, p)
		f := Copy(p, mapID, refs)
		if rapid.Bool().Draw(t, "same project") {
			other = p
		}
		maps := other.MapsInOrder()
		if f.IsEmpty() || len(maps) == 0 {
			return
		}
		to := journey.NewIndex(other, rapid.SampledFrom(maps).Draw(t, "to").ID)
		var at journey.CellKey
		if len(to.Stages) > 0 && rapid.Bool().Draw(t, "column") {
			at = rapid.SampledFrom(to.Columns()).Draw(t, "at")
		}
		if len(to.Lanes) > 0 && rapid.Bool().Draw(t, "row") {
			at.LaneID = rapid.SampledFrom(to.Lanes).Draw(t, "lane").ID
		}
		fit := f.Fit(to, at)
		along := map[journey.Ref]bool{}
		for _, ref := range f.Chosen() {
			along[ref] = true
		}
		for _, s := range fit.MissingStages {
			along[journey.RefTo(s)] = true
		}
		for _, l := range fit.MissingLanes {
			along[journey.RefTo(l)] = true
		}
		for c := range f.Project().Cards.All() {
			cell := fit.Cell(c)
			if (cell.StageID == "") != along[journey.Ref{Kind: journey.KindStage, ID: c.StageID}] ||
				(cell.LaneID == "") != along[journey.Ref{Kind: journey.KindLane, ID: c.LaneID}] {
				t.Fatalf("%+v goes to %+v, %v goes along", c.Cell(), cell, along)
			}
			step, ok := other.Steps.Get(cell.StepID)
			if cell.StepID != "" && (!ok || step.StageID != cell.StageID) {
				t.Fatalf("step %s is not of stage %s", cell.StepID, cell.StageID)
			}
			if cell.StageID != "" && other.MapOf(journey.Ref{Kind: journey.KindStage, ID: cell.StageID}) != to.Map.ID ||
				cell.LaneID != "" && other.MapOf(journey.Ref{Kind: journey.KindLane, ID: cell.LaneID}) != to.Map.ID {
				t.Fatalf("%+v is not on the map", cell)
			}
		}
	})
}
