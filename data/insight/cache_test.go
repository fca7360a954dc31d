package insight

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2024-06-01"

// TestCacheEqualsFresh: after any edits the cache tells what a fresh look tells, of every map and
// of one that comes and goes.
func TestCacheEqualsFresh(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		ids := []journey.ID{"nowhere"}
		for _, m := range p.MapsInOrder() {
			ids = append(ids, m.ID)
		}
		mapID := rapid.SampledFrom(ids).Draw(t, "map")
		c := NewCache(p, mapID, today)
		for range rapid.IntRange(1, 3).Draw(t, "edits") {
			q := journeytest.Random(t)
			d := part(t, journey.Between(p, q))
			p = applied(t, p, d)
			c.Update(d, p)
			same(t, c.Report(), Map(p, mapID, today))
		}
	})
}

// part leaves out some of what a diff does: what is left may break references, which a damaged
// file may, too.
func part(t *rapid.T, d journey.Diff) journey.Diff {
	if rapid.Bool().Draw(t, "whole") {
		return d
	}
	var kept journey.Diff
	keep := func() bool { return rapid.IntRange(0, 3).Draw(t, "keep") > 0 }
	for _, rec := range d.Removed {
		if keep() {
			kept.Removed = append(kept.Removed, rec)
		}
	}
	for _, u := range d.Updated {
		if keep() {
			kept.Updated = append(kept.Updated, u)
		}
	}
	for _, rec := range d.Added {
		if keep() {
			kept.Added = append(kept.Added, rec)
		}
	}
	return kept
}

type failing interface{ Fatalf(string, ...any) }

func applied(t failing, p journey.Project, d journey.Diff) journey.Project {
	q, err := p.Apply(d)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return q
}

func same(t failing, got, want Report) {
	if reflect.DeepEqual(got, want) {
		return
	}
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range g.NumField() {
		name := g.Type().Field(i).Name
		if name == "found" || name == "stages" {
			continue
		}
		if a, b := g.Field(i).Interface(), w.Field(i).Interface(); !reflect.DeepEqual(a, b) {
			t.Fatalf("%s:\ngot  %+v\nwant %+v", name, a, b)
		}
	}
	for _, rule := range Rules {
		if a, b := got.Of(rule), want.Of(rule); !reflect.DeepEqual(a, b) {
			t.Fatalf("%s:\ngot  %+v\nwant %+v", rule, a, b)
		}
	}
	t.Fatalf("reports differ: %+v, want %+v", got, want)
}

// BenchmarkMap10000 looks at a map of 10,000 touchpoints as a whole.
func BenchmarkMap10000(b *testing.B) {
	p := journeytest.Big(10_000)
	mapID := p.MapsInOrder()[0].ID
	b.ReportAllocs()
	for b.Loop() {
		Map(p, mapID, today)
	}
}

// BenchmarkEdit10000 changes a touchpoint of such a map and asks again; each time one of another
// stage.
func BenchmarkEdit10000(b *testing.B) {
	p := journeytest.Big(10_000)
	mapID := p.MapsInOrder()[0].ID
	cards := journey.NewIndex(p, mapID).CardsInOrder()
	c := NewCache(p, mapID, today)
	c.Report()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		from, _ := p.Cards.Get(cards[i*997%len(cards)].ID)
		to := from
		to.MomentOfTruth = !to.MomentOfTruth
		p = p.With(to)
		c.Update(journey.Diff{Updated: []journey.Update{{From: from, To: to}}}, p)
		c.Report()
	}
}
