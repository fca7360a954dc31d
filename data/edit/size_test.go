package edit

import (
	"errors"
	"math"
	"testing"

	"jejak/data/journey"
)

// columns is a map of two stages, the second with two steps, and a card in the first.
func columns() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState},
		journey.Stage{ID: "A", MapID: "map", Rank: "a"}, journey.Stage{ID: "B", MapID: "map", Rank: "b"},
		journey.Step{ID: "s", StageID: "B", Rank: "a"}, journey.Step{ID: "t", StageID: "B", Rank: "b"},
		journey.Lane{ID: "L", MapID: "map", Rank: "a", LaneKind: journey.LaneText},
		journey.Card{ID: "c", MapID: "map", StageID: "A", LaneID: "L", Rank: "a", Span: 1},
		journey.Card{ID: "d", MapID: "map", StageID: "B", StepID: "t", LaneID: "L", Rank: "a"},
	})
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(tx *Tx, v float64) error
		get  func(p journey.Project) float64
		want map[float64]float64
	}{
		{"stage", func(tx *Tx, v float64) error { return SetWidth(tx, journey.Ref{Kind: journey.KindStage, ID: "A"}, v) },
			func(p journey.Project) float64 { s, _ := p.Stages.Get("A"); return s.Width },
			map[float64]float64{200: 200, 3: LeastWidth, 1e9: MostSize, 0: 0}},
		{"step", func(tx *Tx, v float64) error { return SetWidth(tx, journey.Ref{Kind: journey.KindStep, ID: "t"}, v) },
			func(p journey.Project) float64 { s, _ := p.Steps.Get("t"); return s.Width },
			map[float64]float64{90.5: 90.5, 59: LeastWidth, 0: 0}},
		{"lane", func(tx *Tx, v float64) error { return SetHeight(tx, "L", v) },
			func(p journey.Project) float64 { l, _ := p.Lanes.Get("L"); return l.Height },
			map[float64]float64{20: 20, math.Inf(1): MostSize, 0: 0}},
	} {
		for v, want := range c.want {
			d := NewDocument(columns(), nil)
			if _, err := d.Do(Label{Key: LabelWidth}, func(tx *Tx) error { return c.do(tx, v) }); err != nil {
				t.Fatal(err)
			}
			if got := c.get(d.Project()); got != want {
				t.Errorf("%s set to %v is %v, want %v", c.name, v, got, want)
			}
			if f := journey.Validate(d.Project()); len(f) > 0 {
				t.Errorf("%s: %v", c.name, f)
			}
		}
		for _, v := range []float64{-1, math.NaN()} {
			wantRefused(t, c.name, Range, func(tx *Tx) error { return c.do(tx, v) })
		}
	}
	wantRefused(t, "width of a card", Unknown, func(tx *Tx) error {
		return SetWidth(tx, journey.Ref{Kind: journey.KindCard, ID: "c"}, 90)
	})
	wantRefused(t, "no such stage", NotThere, func(tx *Tx) error {
		return SetWidth(tx, journey.Ref{Kind: journey.KindStage, ID: "nowhere"}, 90)
	})
	wantRefused(t, "no such card", NotThere, func(tx *Tx) error { return SetSpan(tx, "nobody", 2) })
}

func wantRefused(t *testing.T, name string, why Reason, f func(*Tx) error) {
	t.Helper()
	d := NewDocument(columns(), nil)
	_, err := d.Do(Label{Key: LabelWidth}, f)
	var refused *Error
	if !errors.As(err, &refused) || refused.Reason != why {
		t.Errorf("%s: %v, want %s", name, err, why)
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		card journey.ID
		n    int
		want int
	}{{"c", 2, 2}, {"c", 9, 3}, {"c", 0, 1}, {"c", -4, 1}, {"d", 5, 0}} {
		d := NewDocument(columns(), nil)
		if _, err := d.Do(Label{Key: LabelSpan}, func(tx *Tx) error { return SetSpan(tx, c.card, c.n) }); err != nil {
			t.Fatal(err)
		}
		if got, _ := d.Project().Cards.Get(c.card); got.Span != c.want {
			t.Errorf("%s over %d columns covers %d, want %d", c.card, c.n, got.Span, c.want)
		}
		if _, changed := d.UndoLabel(); changed != (c.card == "c" && c.want > 1) {
			t.Errorf("%s over %d: a step of the history: %v", c.card, c.n, changed)
		}
	}
}
