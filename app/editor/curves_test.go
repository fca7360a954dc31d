package editor_test

import (
	"testing"

	"jejak/app/editor/curve"
	"jejak/data/edit"
	"jejak/data/journey"
)

func TestCurves(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	who := b.doc.Project().AppearancesOf(b.e.MapID())
	if len(who) == 0 || len(b.e.Curves()) != len(who) {
		t.Fatalf("%d curves of %d personas", len(b.e.Curves()), len(who))
	}
	id := who[0].PersonaID
	set := func(v curve.Visibility) func() {
		return func() {
			if err := b.e.SetCurves(map[journey.ID]curve.Visibility{id: v}); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.once(edit.LabelCurves, set(curve.Hidden))
	if got := b.e.Curves()[id]; got != curve.Hidden {
		t.Errorf("the curve is %v, want hidden", got)
	}
	b.never(set(curve.Hidden))
	b.once(edit.LabelCurves, set(curve.Focused))
	if got := b.e.Curves()[id]; got != curve.Focused {
		t.Errorf("the curve is %v, want in focus", got)
	}
}
