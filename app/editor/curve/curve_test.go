package curve

import (
	"maps"
	"testing"

	"jejak/data/edit"
	"jejak/data/journey"
)

// cast is a map with three personas on it, and one persona who is on none.
func cast() journey.Project {
	recs := []journey.Record{journey.Info{ID: "i"}, journey.Map{ID: "m", Title: "M"}}
	for _, id := range []journey.ID{"p", "q", "r", "s"} {
		recs = append(recs, journey.Persona{ID: id, Name: string(id)})
		if id != "s" {
			recs = append(recs, journey.Appearance{ID: "at-" + id, MapID: "m", PersonaID: id})
		}
	}
	return journey.FromRecords(recs)
}

func TestSet(t *testing.T) {
	type seen = map[journey.ID]Visibility
	for _, c := range []struct {
		name       string
		want, then seen
		changed    int
	}{
		{"one hidden", seen{"p": Hidden}, seen{"p": Hidden, "q": Shown, "r": Shown}, 1},
		{"one hidden, one in focus", seen{"p": Hidden, "q": Focused}, seen{"p": Hidden, "q": Focused, "r": Shown}, 2},
		{"as they are", seen{"p": Shown}, seen{"p": Shown, "q": Shown, "r": Shown}, 0},
		{"who is not on the map", seen{"s": Hidden}, seen{"p": Shown, "q": Shown, "r": Shown}, 0},
	} {
		doc := edit.NewDocument(cast(), nil)
		if got := len(Changed(doc.Project(), "m", c.want)); got != c.changed {
			t.Errorf("%s: %d appearances to change, want %d", c.name, got, c.changed)
		}
		if _, err := doc.Do(edit.Label{Key: edit.LabelCurves}, func(tx *edit.Tx) error { return Set(tx, "m", c.want) }); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := Of(doc.Project(), "m"); !maps.Equal(got, c.then) {
			t.Errorf("%s: %v, want %v", c.name, got, c.then)
		}
	}
}

func TestOnlyTakesTheFocusFromOthers(t *testing.T) {
	doc := edit.NewDocument(cast(), nil)
	for _, id := range []journey.ID{"p", "q"} {
		if _, err := doc.Do(edit.Label{Key: edit.LabelCurves}, func(tx *edit.Tx) error {
			return Set(tx, "m", Only(tx.Project(), "m", id))
		}); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := Of(doc.Project(), "m"), (map[journey.ID]Visibility{"p": Shown, "q": Focused, "r": Shown}); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
