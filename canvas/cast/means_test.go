package cast

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
)

// felt is a map of so many stages and what personas feel in them: by persona, by stage.
func felt(stages int, values map[journey.ID][][]float64) journey.Project {
	recs := []journey.Record{journey.Map{ID: "m", Rank: "a"}}
	n := 0
	id := func() journey.ID { n++; return journey.ID(rune('A' + n)) }
	for i := range stages {
		recs = append(recs, journey.Stage{ID: journey.ID(rune('0' + i)), MapID: "m", Rank: journey.Rank(rune('a' + i))})
	}
	for who, byStage := range values {
		recs = append(recs, journey.Persona{ID: who, Rank: journey.Rank(who)}, journey.Appearance{ID: id(), MapID: "m", PersonaID: who, Rank: journey.Rank(who)})
		for i, list := range byStage {
			for k, v := range list {
				at := journey.Ref{Kind: journey.KindStage, ID: journey.ID(rune('0' + i))}
				if k > 0 { // one persona feels one thing at one place
					step := journey.Step{ID: id(), StageID: at.ID, Rank: journey.Rank(rune('a' + k))}
					recs, at = append(recs, step), journey.RefTo(step)
				}
				recs = append(recs, journey.Point{ID: id(), MapID: "m", PersonaID: who, At: at, Value: v})
			}
		}
	}
	return journey.FromRecords(recs)
}

func TestDistances(t *testing.T) {
	type want struct {
		most, least int
		distance    float64
		furthest    bool
	}
	none := want{-1, -1, 0, false}
	for _, c := range []struct {
		name   string
		stages int
		feel   map[journey.ID][][]float64
		who    []journey.ID
		want   []want
	}{
		{"two", 2, map[journey.ID][][]float64{"p": {{1}, {-1}}, "q": {{0.5}, {2}}}, []journey.ID{"p", "q"},
			[]want{{0, 1, 0.5, false}, {1, 0, 3, true}}},
		{"means of a stage", 1, map[journey.ID][][]float64{"p": {{2, 0}}, "q": {{-1}}}, []journey.ID{"q", "p"}, []want{{1, 0, 2, true}}},
		{"the same", 2, map[journey.ID][][]float64{"p": {{1}, {0}}, "q": {{1}, {0}}}, []journey.ID{"p", "q"},
			[]want{{0, 0, 0, false}, {0, 0, 0, false}}},
		{"three", 1, map[journey.ID][][]float64{"p": {{0}}, "q": {{1}}, "r": {{-1.5}}}, []journey.ID{"p", "q", "r"}, []want{{1, 2, 2.5, true}}},
		{"gaps", 3, map[journey.ID][][]float64{"p": {{1}, {}, {-2}}, "q": {{}, {1}, {2}}}, []journey.ID{"p", "q"},
			[]want{none, none, {1, 0, 4, true}}},
		{"equally far", 2, map[journey.ID][][]float64{"p": {{1}, {-1}}, "q": {{-1}, {1}}}, []journey.ID{"p", "q"},
			[]want{{0, 1, 2, true}, {1, 0, 2, true}}},
		{"one alone", 1, map[journey.ID][][]float64{"p": {{1}}}, []journey.ID{"p"}, []want{none}},
		{"somebody who is not on the map", 1, map[journey.ID][][]float64{"p": {{1}}}, []journey.ID{"p", "x"}, []want{none}},
		{"no stages", 0, map[journey.ID][][]float64{"p": {}}, []journey.ID{"p"}, nil},
	} {
		got := Distances(felt(c.stages, c.feel), "m", c.who)
		if len(got) != len(c.want) {
			t.Errorf("%s: %d stages, want %d", c.name, len(got), len(c.want))
			continue
		}
		for i, w := range c.want {
			g := got[i]
			if g.Most != w.most || g.Least != w.least || math.Abs(g.Distance-w.distance) > 1e-9 || g.Furthest != w.furthest || g.Unsettled != (w.most < 0) {
				t.Errorf("%s, stage %d: %+v, want %+v", c.name, i, g, w)
			}
		}
	}
}

// Whoever is asked for, a distance is never negative nor larger than the scale, and turning the
// order round changes none.
func TestDistancesHoldTheirLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.SliceOfN(rapid.Float64Range(-2, 2), 0, 3)
		feel := map[journey.ID][][]float64{}
		for _, id := range []journey.ID{"p", "q", "r"} {
			feel[id] = rapid.SliceOfN(value, 3, 3).Draw(t, string(id))
		}
		p := felt(3, feel)
		a, b := Distances(p, "m", []journey.ID{"p", "q", "r"}), Distances(p, "m", []journey.ID{"r", "q", "p"})
		for i := range a {
			if a[i].Distance < 0 || a[i].Distance > 4 || math.Abs(a[i].Distance-b[i].Distance) > 1e-9 || a[i].Unsettled != b[i].Unsettled {
				t.Fatalf("stage %d: %+v and %+v", i, a[i], b[i])
			}
			two := Distances(p, "m", []journey.ID{"p", "q"})
			if !two[i].Unsettled && two[i].Distance > a[i].Distance+1e-9 {
				t.Fatalf("two of three are further apart than all: %+v, %+v", two[i], a[i])
			}
		}
	})
}
