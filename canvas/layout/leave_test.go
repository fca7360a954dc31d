package layout_test

import (
	"testing"

	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// leaving is a map with two personas, two lanes that are shown and one that is hidden.
func leaving() journey.Project {
	recs := []journey.Record{
		journey.Map{ID: "m", Rank: "a", Title: "Buying"},
		journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "First"},
		journey.Lane{ID: "l1", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints, Title: "Touchpoints"},
		journey.Lane{ID: "l2", MapID: "m", Rank: "b", LaneKind: journey.LaneEmotions, Title: "Emotions"},
		journey.Lane{ID: "l3", MapID: "m", Rank: "c", LaneKind: journey.LaneText, Title: "Notes", Hidden: true},
		journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l1", Rank: "a", Title: "Card", MomentOfTruth: true},
		journey.Card{ID: "n", MapID: "m", StageID: "s", LaneID: "l3", Rank: "a", Title: "Secret"},
	}
	for _, id := range []journey.ID{"p1", "p2"} {
		recs = append(recs, journey.Persona{ID: id, Rank: journey.Rank(id), Name: "Persona " + string(id)},
			journey.Appearance{ID: "a" + id, MapID: "m", PersonaID: id, Rank: journey.Rank(id)},
			journey.Point{ID: "o" + id, MapID: "m", PersonaID: id, At: journey.Ref{Kind: journey.KindCard, ID: "c"}, Value: 1})
	}
	return journey.FromRecords(recs)
}

func TestLeaveOut(t *testing.T) {
	faces := text.NewLibrary(text.WithoutSystemFonts())
	says := func(o layout.Options) map[string]int {
		o.Measurer = faces
		n := map[string]int{}
		for _, it := range layout.Arrange(leaving(), "m", o).Items {
			if x, ok := it.Mark.(*scene.Text); ok {
				n[x.Text]++
			}
		}
		return n
	}
	ids := func(list ...journey.ID) map[journey.ID]bool {
		m := map[journey.ID]bool{}
		for _, id := range list {
			m[id] = true
		}
		return m
	}
	const moment = "moment of truth"
	for name, c := range map[string]struct {
		options layout.Options
		want    map[string]int
	}{
		"all of it":  {layout.Options{}, map[string]int{"Touchpoints": 1, "Emotions": 1, "Notes": 0, "Secret": 0, "Persona p1": 2, "Persona p2": 2, moment: 1}},
		"no legend":  {layout.Options{NoLegend: true}, map[string]int{"Persona p1": 1, "Persona p2": 1, moment: 0}},
		"no boxes":   {layout.Options{NoPersonas: true}, map[string]int{"Persona p1": 1, "Persona p2": 1, moment: 1}},
		"a persona":  {layout.Options{Leave: ids("p1")}, map[string]int{"Persona p1": 0, "Persona p2": 2}},
		"a lane":     {layout.Options{Leave: ids("l1")}, map[string]int{"Touchpoints": 0, "Card": 0, "Emotions": 1}},
		"hidden one": {layout.Options{Show: ids("l3")}, map[string]int{"Notes": 1, "Secret": 1}},
		"both":       {layout.Options{Show: ids("l3"), Leave: ids("l3")}, map[string]int{"Notes": 0}},
	} {
		t.Run(name, func(t *testing.T) {
			got := says(c.options)
			for s, n := range c.want {
				if got[s] != n {
					t.Errorf("%q stands there %d times, want %d", s, got[s], n)
				}
			}
		})
	}
}

// TestLeavingKeepsColours: whoever is left keeps the colour and the marker of the whole map.
func TestLeavingKeepsColours(t *testing.T) {
	curve := func(o layout.Options) (c scene.Color) {
		o.Measurer = text.NewLibrary(text.WithoutSystemFonts())
		for _, it := range layout.Arrange(leaving(), "m", o).Items {
			if f, ok := it.Mark.(*scene.Fill); ok && it.From == (journey.Ref{Kind: journey.KindPoint, ID: "op2"}) {
				return f.Color
			}
		}
		t.Fatal("the point is not drawn")
		return c
	}
	whole := curve(layout.Options{})
	if got := curve(layout.Options{Leave: map[journey.ID]bool{"p1": true}}); got != whole {
		t.Errorf("colour %v without the other persona, %v with them", got, whole)
	}
}
