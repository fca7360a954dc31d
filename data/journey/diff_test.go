package journey_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func same(a, b journey.Project) bool {
	return a.Len() == b.Len() && journey.Between(a, b).IsEmpty()
}

// The diff between two projects makes the second out of the first, and turned round the first
// out of the second.
func TestDiffLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := journeytest.Random(t), journeytest.Random(t)
		d := journey.Between(a, b)
		there, err := a.Apply(d)
		if err != nil || !same(there, b) {
			t.Fatalf("apply: %v, left over %+v", err, journey.Between(there, b))
		}
		back, err := there.Apply(d.Reverse())
		if err != nil || !same(back, a) {
			t.Fatalf("apply in reverse: %v, left over %+v", err, journey.Between(back, a))
		}
		if !d.IsEmpty() && !same(a, b) {
			if got, err := b.Apply(d); err == nil {
				t.Fatalf("a diff applied where it does not fit gave %d records", got.Len())
			}
		}
	})
}

func TestApplyRefusesWhatDoesNotFit(t *testing.T) {
	tag := journey.Tag{ID: "t", Name: "one"}
	other := journey.Tag{ID: "t", Name: "two"}
	p := journey.FromRecords([]journey.Record{tag})
	for name, d := range map[string]journey.Diff{
		"add what is there":          {Added: []journey.Record{tag}},
		"remove what is not there":   {Removed: []journey.Record{journey.Tag{ID: "x"}}},
		"remove what is different":   {Removed: []journey.Record{other}},
		"update what is different":   {Updated: []journey.Update{{From: other, To: tag}}},
		"update to another ID":       {Updated: []journey.Update{{From: tag, To: journey.Tag{ID: "y"}}}},
		"fit first and then not fit": {Updated: []journey.Update{{From: tag, To: other}}, Added: []journey.Record{tag}},
	} {
		got, err := p.Apply(d)
		if err == nil {
			t.Errorf("%s: no error", name)
		}
		if !same(got, p) {
			t.Errorf("%s: the project changed", name)
		}
	}
}

func TestEqual(t *testing.T) {
	one, again, two := 1.0, 1.0, 2.0
	nan, nan2 := math.NaN(), math.NaN()
	for _, c := range []struct {
		name string
		a, b journey.Record
		want bool
	}{
		{"nil slice and empty slice", journey.Card{TagIDs: nil}, journey.Card{TagIDs: []journey.ID{}}, true},
		{"other slice", journey.Card{TagIDs: []journey.ID{"a"}}, journey.Card{TagIDs: []journey.ID{"b"}}, false},
		{"same bytes", journey.Image{Data: []byte("a")}, journey.Image{Data: []byte("a")}, true},
		{"same number elsewhere", journey.Measurement{Value: &one}, journey.Measurement{Value: &again}, true},
		{"other number", journey.Measurement{Value: &one}, journey.Measurement{Value: &two}, false},
		{"number and none", journey.Measurement{Value: &one}, journey.Measurement{}, false},
		{"none and number", journey.Measurement{}, journey.Measurement{Value: &one}, false},
		{"no number", journey.Measurement{Value: &nan}, journey.Measurement{Value: &nan2}, true},
		{"no number and number", journey.Point{Value: nan}, journey.Point{Value: 1}, false},
		{"both no number", journey.Point{Value: nan}, journey.Point{Value: nan2}, true},
		{"other place", journey.Point{At: journey.Ref{Kind: journey.KindCard, ID: "a"}}, journey.Point{}, false},
		{"other kind", journey.Step{ID: "a"}, journey.Stage{ID: "a"}, false},
		{"nothing", nil, nil, true},
		{"something and nothing", journey.Step{}, nil, false},
	} {
		if got := journey.Equal(c.a, c.b); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A Table shares; what was taken earlier must not change.
func TestTableIsImmutable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SampledFrom([]journey.ID{"a", "b", "c", "d", "e"})
		var table journey.Table[journey.Tag]
		model := map[journey.ID]string{}
		type moment struct {
			table journey.Table[journey.Tag]
			model map[journey.ID]string
		}
		var past []moment
		for range 30 {
			id := ids.Draw(t, "id")
			if rapid.Bool().Draw(t, "remove") {
				table = table.Without(id)
				delete(model, id)
			} else {
				name := rapid.String().Draw(t, "name")
				table = table.With(journey.Tag{ID: id, Name: name})
				model[id] = name
			}
			copied := map[journey.ID]string{}
			for k, v := range model {
				copied[k] = v
			}
			past = append(past, moment{table, copied})
		}
		for _, m := range past {
			if m.table.Len() != len(m.model) {
				t.Fatalf("%d records, want %d", m.table.Len(), len(m.model))
			}
			for tag := range m.table.All() {
				if m.model[tag.ID] != tag.Name {
					t.Fatalf("%s is %q, want %q", tag.ID, tag.Name, m.model[tag.ID])
				}
			}
		}
	})
}
