package insight

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2024-06-01"

// TestCacheEqualsFresh: after any edits, a few records at a time, the cache tells what a fresh look
// tells, of every map and of one that comes and goes.
func TestCacheEqualsFresh(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		ids := []journey.ID{"nowhere"}
		for _, m := range p.MapsInOrder() {
			ids = append(ids, m.ID, m.ID, m.ID)
		}
		mapID := rapid.SampledFrom(ids).Draw(t, "map")
		c := NewCache(p, mapID, today)
		same(t, c.Report(), Map(p, mapID, today))
		edit := func(d journey.Diff) {
			p = applied(t, p, d)
			c.Update(d, p)
			same(t, c.Report(), Map(p, mapID, today))
		}
		for range rapid.IntRange(1, 2).Draw(t, "rounds") {
			aim := journey.Between(p, journeytest.Random(t))
			for range rapid.IntRange(1, 12).Draw(t, "edits") {
				var d journey.Diff
				d, aim = some(t, aim)
				edit(d)
				if rapid.IntRange(0, 3).Draw(t, "undo") == 0 {
					edit(d.Reverse())
					edit(d)
				}
			}
		}
	})
}

// TestCacheOfOneRecord: of a map that holds everything, each record changes in each of its fields,
// goes, and comes back.
func TestCacheOfOneRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom([]journey.Project{journeytest.Full(), busy()}).Draw(t, "project")
		mapID := p.MapsInOrder()[0].ID
		c := NewCache(p, mapID, today)
		c.Report()
		var recs []journey.Record
		for rec := range p.Records() {
			recs = append(recs, rec)
		}
		for range 20 {
			rec := rapid.SampledFrom(recs).Draw(t, "record")
			now, there := p.Get(journey.RefTo(rec))
			var d journey.Diff
			switch {
			case !there:
				d.Added = []journey.Record{rec}
			case rapid.Bool().Draw(t, "goes"):
				d.Removed = []journey.Record{now}
			default:
				to := other(t, now)
				d.Updated = []journey.Update{{From: now, To: to}}
			}
			p = applied(t, p, d)
			c.Update(d, p)
			same(t, c.Report(), Map(p, mapID, today))
		}
	})
}

// busy is base with what the rules speak of.
func busy() journey.Project {
	return of(touch("t1", "s1", via("web")), touch("t2", "s2/s2a", via("shop"), ends(journey.OutcomePartly)), touch("t3", "s2/s2b"),
		pain("p1", "s1", 2, 3), pain("p2", "s3", 1, 5), chance("o1", "s2", 5, 1, "s1"), chance("o2", "s3", 4, 2, "s2"),
		act("a1", "p1", journey.StatusPlanned, "2024-01-01"), act("a2", "o1", journey.StatusIdea, ""),
		feel("ana", "card", "t1", 1), feel("ana", "step", "s2a", -1), feel("ana", "stage", "s3", 0), feel("budi", "card", "t3", -2),
		value("v1", "sat", "stage", "s1", "2024-01-01", 50, 60), value("v2", "wait", "card", "t2", "", 4, 5), value("v3", "cvr", "stage", "s2", "", 40, none),
		value("v4", "sat", "map", "m", "", 1, 2), in(journey.LaneText, "n1", "s1"))
}

// other changes what the rules look at in a record: to which other one it belongs, and what it says.
func other(t *rapid.T, rec journey.Record) journey.Record {
	stage := rapid.SampledFrom([]journey.ID{"s1", "s2", "s3"}).Draw(t, "stage")
	lane := rapid.SampledFrom([]journey.ID{"touchpoints", "pain points", "opportunities", "text"}).Draw(t, "lane")
	rank := rapid.SampledFrom([]journey.Rank{"", "a1", "z"}).Draw(t, "rank")
	at := rapid.SampledFrom([]journey.Ref{{Kind: "stage", ID: "s1"}, {Kind: "card", ID: "t2"}, {Kind: "step", ID: "s2b"}, {Kind: "map", ID: "m"}}).Draw(t, "at")
	v := rapid.Float64Range(-2, 2).Draw(t, "value")
	yes := rapid.Bool().Draw(t, "yes")
	switch r := rec.(type) {
	case journey.Map:
		r.Cycle = !r.Cycle
		return r
	case journey.Stage:
		r.Rank, r.Outcome = rank, rapid.SampledFrom(journey.Outcomes).Draw(t, "outcome")
		if r.Goal == "" {
			r.Goal = "Something"
		} else if yes {
			r.Goal = ""
		}
		return r
	case journey.Step:
		r.Rank, r.StageID = rank, stage
		return r
	case journey.Lane:
		if r.Rank = rank; yes {
			r.LaneKind = rapid.SampledFrom(journey.LaneKinds).Draw(t, "kind")
		}
		return r
	case journey.Card:
		r.Rank, r.StageID, r.LaneID, r.StepID = rank, stage, lane, ""
		r.LoyaltyBreaker, r.GoalID = yes, stage
		return r
	case journey.Point:
		r.At, r.Value = at, v
		return r
	case journey.Measurement:
		r.At, r.Value = at, &v
		return r
	case journey.Action:
		r.CardID = rapid.SampledFrom([]journey.ID{"", "p1", "p2", "o2"}).Draw(t, "card")
		r.Status = rapid.SampledFrom(journey.Statuses).Draw(t, "status")
		return r
	case journey.Metric:
		r.Rank, r.Direction = rank, rapid.SampledFrom(journey.Directions).Draw(t, "direction")
		return r
	case journey.Channel:
		r.Rank = rank
		return r
	case journey.Persona:
		r.ChannelIDs = []journey.ID{"call"}
		return r
	case journey.Appearance:
		r.Rank = rank
		return r
	}
	return rec
}

// some takes up to three of the changes of a diff, and returns them and the rest. What they leave
// may break references, which a damaged file may, too.
func some(t *rapid.T, d journey.Diff) (taken, rest journey.Diff) {
	rest = d
	for range rapid.IntRange(1, 3).Draw(t, "changes") {
		if rest.Len() == 0 {
			break
		}
		i := rapid.IntRange(0, rest.Len()-1).Draw(t, "change")
		switch a, u := len(rest.Added), len(rest.Updated); {
		case i < a:
			taken.Added, rest.Added = append(taken.Added, rest.Added[i]), without(rest.Added, i)
		case i < a+u:
			taken.Updated, rest.Updated = append(taken.Updated, rest.Updated[i-a]), without(rest.Updated, i-a)
		default:
			taken.Removed, rest.Removed = append(taken.Removed, rest.Removed[i-a-u]), without(rest.Removed, i-a-u)
		}
	}
	return taken, rest
}

func without[T any](list []T, i int) []T { return slices.Delete(slices.Clone(list), i, i+1) }

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
