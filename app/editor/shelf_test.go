package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Each map is found again as it was left: what is seen of it, and what is selected.
func TestMapsAreFoundAsTheyWereLeft(t *testing.T) {
	b := newBoard(t, small().With(journey.Map{ID: "other", Rank: "z", Title: "Other", Type: journey.FutureState}))
	card := ref(journey.KindCard, "a1")
	b.e.Select(card)
	b.e.ZoomTo(1.5, geom.Pt(100, 100))
	left := b.e.View()
	b.e.ShowMap("other")
	if len(b.e.Selection()) != 0 || b.e.View() == left {
		t.Errorf("a map never seen has %v selected and is seen as %+v", b.e.Selection(), b.e.View())
	}
	b.run("view.fit")
	b.events = 0
	b.e.ShowMap("map")
	if b.events&editor.SelectionChanged == 0 {
		t.Error("nobody is told that another map is what is looked at")
	}
	if got := b.e.Selection(); len(got) != 1 || got[0] != card || b.e.View() != left {
		t.Errorf("%v is selected, and seen is %+v, want %+v", got, b.e.View(), left)
	}
	b.e.Resize(geom.Size{W: 600, H: 500}, 0.75)
	b.e.ShowMap("other")
	if r := b.e.View().Transform.ApplyRect(b.e.Scene().Bounds); r.Center().Dist(geom.Pt(300, 250)) > 1e-6 && r.W() < 600 {
		t.Errorf("a map that was fitted is at %v on the smaller board", r)
	}
	if len(b.changes) != 0 {
		t.Errorf("%d changes by looking", len(b.changes))
	}
}

// What is gone when its map is shown again is not selected any more, and another document knows
// nothing of the maps of the last.
func TestWhatIsGoneIsNotSelectedAgain(t *testing.T) {
	p := small().With(journey.Map{ID: "other", Rank: "z", Title: "Other", Type: journey.FutureState})
	b := newBoard(t, p)
	b.e.Select(ref(journey.KindCard, "a1"))
	b.e.ShowMap("other")
	if _, err := b.doc.Do(edit.Label{Key: edit.LabelRemoveCards}, func(tx *edit.Tx) error {
		return edit.RemoveCards(tx, []journey.ID{"a1"})
	}); err != nil {
		t.Fatal(err)
	}
	b.e.ShowMap("map")
	if got := b.e.Selection(); len(got) != 0 {
		t.Errorf("%v is selected", got)
	}
	b.e.Wheel(geom.Pt(5, 5), -200, -90, editor.Mods{})
	b.e.ShowMap("other")
	b.e.SetDocument(edit.NewDocument(p, nil))
	seen := b.e.View()
	b.e.ShowMap("other")
	b.e.ShowMap("map")
	if b.e.View() != seen || b.e.MapID() != "map" {
		t.Errorf("seen is %+v, want all of the paper as at first, %+v", b.e.View(), seen)
	}
}
