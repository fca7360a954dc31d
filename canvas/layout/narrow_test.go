package layout

import (
	"testing"

	"jejak/canvas/scene"
	"jejak/data/journey"
)

// TestNarrowColumns: in the narrowest column there is still room for a word of a card's text, with
// its icon above and its signs beside that, and nothing leaves the paper.
func TestNarrowColumns(t *testing.T) {
	p := journey.Project{}
	p = p.With(journey.Map{ID: "map", Title: "narrow"})
	p = p.With(journey.Stage{ID: "wide", MapID: "map", Rank: "a", Width: 600})
	p = p.With(journey.Stage{ID: "stage", MapID: "map", Rank: "b", Width: 60})
	for kind, title := range map[journey.LaneKind]string{
		journey.LaneTouchpoints: "AAAAAAAA©", journey.LanePains: "waiting", journey.LaneOpportunities: "faster",
		journey.LaneQuotes: "never again", journey.LaneActions: "queues",
	} {
		lane := journey.ID("lane " + string(kind))
		p = p.With(journey.Lane{ID: lane, MapID: "map", Rank: journey.Rank(kind), LaneKind: kind, Title: string(kind)})
		p = p.With(journey.Card{ID: "card " + lane, MapID: "map", StageID: "stage", LaneID: lane, Rank: "a", Title: title,
			Severity: 3, Owner: "front desk", LoyaltyBreaker: true, MomentOfTruth: true})
	}
	if f := journey.Validate(p); len(f) > 0 {
		t.Fatal(f)
	}
	s := arrange(p)
	sound(t, s)
	for _, it := range s.Items {
		tx, ok := it.Mark.(*scene.Text)
		if !ok || it.From.Kind != journey.KindCard {
			continue
		}
		if end := tx.At.X + tx.Line.Width*tx.Size; end > s.Bounds.Max.X-36-4 {
			t.Errorf("%q of %v ends at %g, outside its column", tx.Text, it.From, end)
		}
	}
}
