package edit

import (
	"slices"
	"testing"

	"jejak/data/journey"
)

func names[T journey.Record](list []T) []journey.ID {
	var ids []journey.ID
	for _, rec := range list {
		ids = append(ids, rec.RecordID())
	}
	return ids
}

func TestMoveAmongSiblings(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"},
		journey.Stage{ID: "a", MapID: "m", Rank: "a0"}, journey.Stage{ID: "b", MapID: "m", Rank: "a1"},
		journey.Stage{ID: "c", MapID: "m", Rank: "a2"},
	})
	type ids = []journey.ID
	for _, c := range []struct {
		id, before journey.ID
		want       ids
		touched    int
	}{
		{"a", "", ids{"b", "c", "a"}, 1},
		{"c", "a", ids{"c", "a", "b"}, 1},
		{"a", "c", ids{"b", "a", "c"}, 1},
		{"b", "b", ids{"a", "b", "c"}, 0},
		{"b", "c", ids{"a", "b", "c"}, 0},
		{"c", "", ids{"a", "b", "c"}, 0},
	} {
		d := NewDocument(p, nil)
		change := do(t, d, "", func(tx *Tx) error { return MoveStage(tx, c.id, c.before) })
		if got := names(change.After.StagesOf("m")); !slices.Equal(got, c.want) || change.Diff.Len() != c.touched {
			t.Errorf("%s before %q: %v with %d touched, want %v with %d", c.id, c.before, got, change.Diff.Len(), c.want, c.touched)
		}
	}
}

// Ranks from elsewhere that leave no room are made anew, and the order is as asked for.
func TestOddRanksAreMadeAnew(t *testing.T) {
	for name, ranks := range map[string][3]journey.Rank{
		"equal":      {"a0", "a0", "a0"},
		"empty":      {"", "", ""},
		"neighbours": {"q", "q0", "q00"},
		"foreign":    {" ", "!", "~~~"},
	} {
		p := journey.FromRecords([]journey.Record{
			journey.Tag{ID: "a", Rank: ranks[0]}, journey.Tag{ID: "b", Rank: ranks[1]}, journey.Tag{ID: "c", Rank: ranks[2]},
		})
		for _, before := range []journey.ID{"a", "b", "c", ""} {
			want := names(p.TagsInOrder())
			at := len(want)
			if before != "" {
				at = slices.Index(want, before)
			}
			want = slices.Insert(want, at, "new")
			d := NewDocument(p, nil)
			c := do(t, d, "", func(tx *Tx) error {
				_, err := insert(tx, "add", journey.Tag{ID: "new"}, tx.Project().TagsInOrder(), before)
				return err
			})
			if got := names(c.After.TagsInOrder()); !slices.Equal(got, want) {
				t.Errorf("%s, before %q: %v, want %v", name, before, got, want)
			}
		}
	}
}

func TestMoveStepTakesItsCards(t *testing.T) {
	d := NewDocument(board(), nil)
	c := do(t, d, "", func(tx *Tx) error { return MoveStep(tx, "p1", "s1", "") })
	if card, _ := c.After.Cards.Get("d"); card.StageID != "s1" || card.StepID != "p1" {
		t.Errorf("the card is at %v", card.Cell())
	}
	if found := journey.Validate(c.After); found != nil {
		t.Errorf("found %+v", found)
	}
	if _, err := d.Do(Label{}, func(tx *Tx) error { return MoveStep(tx, "p1", "x", "") }); err == nil {
		t.Error("a step went to another map")
	}
}
