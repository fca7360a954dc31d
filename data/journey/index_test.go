package journey_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// An Index holds exactly the records of its map, each once, each group in order.
func TestIndexHoldsItsMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		indexed := map[journey.Ref]int{}
		for _, m := range p.MapsInOrder() {
			x := journey.NewIndex(p, m.ID)
			if x.Map != m {
				t.Fatalf("map %q, want %q", x.Map.ID, m.ID)
			}
			count(indexed, x.Appearances)
			count(indexed, x.Stages)
			count(indexed, x.Lanes)
			count(indexed, x.Links)
			for id, g := range x.Steps {
				count(indexed, g)
				inOrder(t, g)
				if !slices.EqualFunc(g, p.StepsOf(id), func(a, b journey.Step) bool { return a == b }) {
					t.Fatalf("steps of %s differ from StepsOf", id)
				}
			}
			for cell, g := range x.Cards {
				count(indexed, g)
				inOrder(t, g)
				if len(g) != len(p.CardsIn(cell)) {
					t.Fatalf("cards of %v differ from CardsIn", cell)
				}
			}
			for _, g := range x.Points {
				count(indexed, g)
			}
			for _, g := range x.Measurements {
				count(indexed, g)
			}
			for _, g := range x.Actions {
				count(indexed, g)
				inOrder(t, g)
			}
			for _, g := range x.Comments {
				count(indexed, g)
			}
			inOrder(t, x.Stages)
			inOrder(t, x.Lanes)
			inOrder(t, x.Appearances)
			if got, want := len(x.CardsInOrder()), cardsOn(p, m.ID); got != want {
				t.Fatalf("%d cards in order, want %d", got, want)
			}
		}
		for rec := range p.Records() {
			ref, want := journey.RefTo(rec), 1
			if p.MapOf(ref) == "" || ref.Kind == journey.KindMap {
				want = 0
			}
			if indexed[ref] != want {
				t.Fatalf("%v is indexed %d times, want %d", ref, indexed[ref], want)
			}
		}
	})
}

func count[T journey.Record](seen map[journey.Ref]int, list []T) {
	for _, rec := range list {
		seen[journey.RefTo(rec)]++
	}
}

func inOrder[T journey.Record](t *rapid.T, list []T) {
	if !slices.IsSortedFunc(list, journey.Compare) {
		t.Fatalf("not in order: %+v", list)
	}
}

func cardsOn(p journey.Project, mapID journey.ID) int {
	n := 0
	for c := range p.Cards.All() {
		if c.MapID == mapID {
			n++
		}
	}
	return n
}

func TestIndexPicksTheLatestMeasurements(t *testing.T) {
	p := journeytest.Full()
	old := first[journey.Measurement](p)
	metric := first[journey.Metric](p)
	value := func(v float64) *float64 { return &v }
	second := journey.Metric{ID: "second", Rank: "Zz"} // before the first
	p = p.With(second)
	for _, m := range []journey.Measurement{
		{ID: "m1", MetricID: metric.ID, At: old.At, Value: value(75), Date: "2024-05-01"},
		{ID: "m2", MetricID: metric.ID, At: old.At, Value: value(1), Date: ""},
		{ID: "m3", MetricID: second.ID, At: old.At, Value: value(4), Date: "2020-01-01"},
	} {
		p = p.With(m)
	}
	latest := journey.NewIndex(p, p.MapsInOrder()[0].ID).Latest[old.At]
	if len(latest) != 2 || latest[0].ID != "m3" || latest[1].ID != "m1" {
		t.Errorf("latest: %+v", latest)
	}
}

func TestColumns(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"},
		journey.Stage{ID: "plain", MapID: "m", Rank: "a0"},
		journey.Stage{ID: "divided", MapID: "m", Rank: "a1"},
		journey.Step{ID: "second", StageID: "divided", Rank: "a1"},
		journey.Step{ID: "first", StageID: "divided", Rank: "a0"},
		journey.Stage{ID: "foreign", MapID: "other"},
	})
	want := []journey.CellKey{
		{StageID: "plain"},
		{StageID: "divided", StepID: "first"},
		{StageID: "divided", StepID: "second"},
	}
	if got := journey.NewIndex(p, "m").Columns(); !slices.Equal(got, want) {
		t.Errorf("columns %v, want %v", got, want)
	}
}

func TestIndexOfAMapThatIsNotThere(t *testing.T) {
	x := journey.NewIndex(journeytest.Full(), "x")
	if x.Map.ID != "" || len(x.Stages)+len(x.Lanes)+len(x.Cards)+len(x.Columns()) != 0 {
		t.Errorf("not empty: %+v", x)
	}
}

func TestTiesAreBrokenByID(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Tag{ID: "b", Rank: "a0"}, journey.Tag{ID: "c", Rank: ""}, journey.Tag{ID: "a", Rank: "a0"},
	})
	var got []journey.ID
	for _, tag := range p.TagsInOrder() {
		got = append(got, tag.ID)
	}
	if want := []journey.ID{"c", "a", "b"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

func BenchmarkIndex(b *testing.B) {
	p := journeytest.Big(10_000)
	mapID := p.MapsInOrder()[0].ID
	for b.Loop() {
		journey.NewIndex(p, mapID)
	}
}

func BenchmarkValidate(b *testing.B) {
	p := journeytest.Big(10_000)
	for b.Loop() {
		journey.Validate(p)
	}
}
