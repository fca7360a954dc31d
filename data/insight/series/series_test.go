package series

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func num(v float64) *float64 { return &v }

func ref(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }

func at(id journey.ID, where journey.Ref, metric journey.ID, date string, v, target *float64) journey.Measurement {
	return journey.Measurement{ID: id, MetricID: metric, At: where, Date: date, Value: v, Target: target}
}

func shop(more ...journey.Record) journey.Project {
	return journey.FromRecords(append([]journey.Record{
		journey.Info{ID: "i"}, journey.Map{ID: "m", Rank: "a", Type: journey.CurrentState}, journey.Map{ID: "n", Rank: "b", Type: journey.FutureState},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a"}, journey.Stage{ID: "s2", MapID: "m", Rank: "b"},
		journey.Step{ID: "p1", StageID: "s1", Rank: "a"},
		journey.Lane{ID: "t", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints}, journey.Lane{ID: "x", MapID: "m", Rank: "b", LaneKind: journey.LaneText},
		journey.Card{ID: "c1", MapID: "m", StageID: "s1", StepID: "p1", LaneID: "t", Rank: "a"},
		journey.Card{ID: "c2", MapID: "m", StageID: "s1", LaneID: "x", Rank: "a"},
		journey.Card{ID: "c3", MapID: "m", StageID: "s2", LaneID: "t", Rank: "a"},
		journey.Metric{ID: "sat", Rank: "a"}, journey.Metric{ID: "nps", Rank: "b", Standard: journey.NPS},
	}, more...))
}

func TestOfFollowsTheJourney(t *testing.T) {
	m, s1, s2 := ref(journey.KindMap, "m"), ref(journey.KindStage, "s1"), ref(journey.KindStage, "s2")
	c1, c2, c3 := ref(journey.KindCard, "c1"), ref(journey.KindCard, "c2"), ref(journey.KindCard, "c3")
	p := shop(
		at("v1", c3, "sat", "2026-01-01", num(1), nil), at("v2", c1, "sat", "2026-01-01", num(1), nil),
		at("v3", s2, "sat", "", num(1), nil), at("v4", c2, "nps", "", num(1), nil),
		at("v5", m, "nps", "2026-02-01", num(1), nil), at("v6", m, "sat", "2026-02-01", num(1), nil), at("v7", m, "nps", "2026-01-01", num(1), nil),
		at("v8", s1, "sat", "2026-01-01", num(1), nil), at("v9", ref(journey.KindMap, "n"), "sat", "", num(1), nil),
		at("w1", m, "nps", "", num(1), nil), at("w0", m, "nps", "2026-01-01", num(1), nil),
	)
	got := ""
	for _, s := range Of(p, "m") {
		got += fmt.Sprint(s.At.ID, " ", s.Metric.ID)
		for _, v := range s.Values {
			got += " " + string(v.ID)
		}
		got += "\n"
	}
	want := "m sat v6\nm nps w1 v7 w0 v5\ns1 sat v8\nc2 nps v4\nc1 sat v2\ns2 sat v3\nc3 sat v1\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if list := Of(p, "nowhere"); list != nil {
		t.Errorf("a map that is not there: %v", list)
	}
}

func TestLatestIsTheNewestWithAValue(t *testing.T) {
	m := ref(journey.KindMap, "m")
	s := Series{journey.Metric{ID: "sat"}, m, []journey.Measurement{at("a", m, "sat", "2026-01-01", num(60), num(80)),
		at("b", m, "sat", "2026-02-01", num(85), num(80)), at("c", m, "sat", "2026-03-01", nil, num(90))}}
	got, judged, ok := s.Latest()
	if !ok || got.ID != "b" || judged.Variance != 5 || !judged.Good || s.Numbers() != 2 {
		t.Errorf("%v %+v, %d numbers", got.ID, judged, s.Numbers())
	}
	s.Values = s.Values[2:]
	if _, _, ok := s.Latest(); ok || s.Numbers() != 0 {
		t.Error("a value where there is none")
	}
}

func TestChart(t *testing.T) {
	m := ref(journey.KindMap, "m")
	for _, c := range []struct {
		name   string
		values []journey.Measurement
		want   string
	}{
		{"nothing", nil, "[] 0 0"},
		{"no value", []journey.Measurement{at("a", m, "x", "2026-01-01", nil, num(4))}, "[] 0 0"},
		{"one stands in the middle", []journey.Measurement{at("a", m, "x", "", num(4), nil)}, "[0.5:0.5] 3 5"},
		{"by date", []journey.Measurement{at("a", m, "x", "2026-01-01", num(10), nil), at("b", m, "x", "2026-01-11", num(30), nil), at("c", m, "x", "2026-02-10", num(20), nil)},
			"[0:0 0.25:1 1:0.5] 10 30"},
		{"a date is missing", []journey.Measurement{at("a", m, "x", "", num(10), nil), at("b", m, "x", "2026-01-11", num(30), nil), at("c", m, "x", "2026-02-10", num(20), nil)},
			"[0:0 0.5:1 1:0.5] 10 30"},
		{"one day", []journey.Measurement{at("a", m, "x", "2026-01-01", num(1), nil), at("b", m, "x", "2026-01-01", num(2), nil)}, "[0:0 1:1] 1 2"},
		{"all the same", []journey.Measurement{at("a", m, "x", "2026-01-01", num(7), nil), at("b", m, "x", "2026-01-02", num(7), nil)}, "[0:0.5 1:0.5] 6 8"},
		{"the newest target belongs to it", []journey.Measurement{at("a", m, "x", "2026-01-01", num(10), num(99)), at("b", m, "x", "2026-01-02", num(20), num(30))},
			"[0:0 1:0.5] 10 30 target 1"},
	} {
		got := Series{journey.Metric{ID: "x"}, m, c.values}.Chart()
		text := "["
		for i, p := range got.Points {
			if i > 0 {
				text += " "
			}
			text += fmt.Sprintf("%g:%g", p.X, p.Y)
		}
		text += fmt.Sprintf("] %g %g", got.Low, got.High)
		if got.HasTarget {
			text += fmt.Sprintf(" target %g", got.Target)
		}
		if text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

// Whatever was measured, the picture stays in its square and runs from left to right.
func TestChartStaysInItsSquare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-100, 100))
		var s Series
		for i := range rapid.IntRange(0, 9).Draw(t, "n") {
			m := journey.Measurement{Value: num(v.Draw(t, "v")), Date: rapid.SampledFrom([]string{"", "2026-01-01", "2026-05-01", "nonsense"}).Draw(t, "date")}
			if rapid.Bool().Draw(t, "target") {
				m.Target = num(v.Draw(t, "t"))
			}
			m.ID = journey.ID(fmt.Sprint(i))
			s.Values = append(s.Values, m)
		}
		slices.SortStableFunc(s.Values, func(a, b journey.Measurement) int { return cmp.Compare(a.Date, b.Date) })
		c, x := s.Chart(), 0.0
		for i, p := range c.Points {
			if !(p.Y >= -1e-9 && p.Y <= 1+1e-9 && p.X >= x && p.X <= 1) {
				t.Fatalf("point %d at %v %v", i, p.X, p.Y)
			}
			x = p.X
		}
		if c.HasTarget && !(c.Target >= -1e-9 && c.Target <= 1+1e-9) {
			t.Fatalf("target at %v", c.Target)
		}
	})
}

func TestTexts(t *testing.T) {
	share := journey.Metric{Unit: "%", Min: num(0), Max: num(100)}
	nps := journey.Metric{Standard: journey.NPS, Min: num(-100), Max: num(100)}
	ces := journey.Metric{Standard: journey.CES, Min: num(1), Max: num(7), Decimals: 1}
	clv := journey.Metric{Unit: "Rp", Min: num(0)}
	debt := journey.Metric{Max: num(0)}
	en, id := words.In("en"), words.In("id")
	for _, c := range []struct{ got, want string }{
		{Value(en, share, 72), "72 %"}, {Value(en, nps, 47), "+47"}, {Value(en, nps, -12), "−12"}, {Value(en, nps, 0), "0"}, {Value(en, nps, 0.2), "0"},
		{Value(en, ces, 5.25), "5.2 / 7"}, {Value(id, ces, 5.5), "5,5 / 7"}, {Value(en, clv, 1234567), "1,234,567 Rp"}, {Value(id, clv, 1234567), "1.234.567 Rp"},
		{Variance(en, share, 3), "+3"}, {Variance(en, share, -8.4), "−8"}, {Variance(en, share, 0.2), "±0"}, {Variance(id, ces, -0.25), "−0,2"}, {Variance(id, ces, 0), "±0,0"},
		{Range(en, share), "0 to 100 %"}, {Range(id, nps), "−100 sampai 100"}, {Range(en, clv), "0 Rp or more"}, {Range(en, debt), "0 or less"}, {Range(en, journey.Metric{}), ""},
		{Outside(en, nps, 101), "+101 is more than this metric can be: −100 to 100."}, {Outside(en, nps, -100), ""}, {Outside(en, nps, 100), ""},
		{Outside(id, ces, 0.5), "0,5 / 7 kurang dari yang mungkin untuk metrik ini: 1 sampai 7."}, {Outside(en, journey.Metric{}, 1e9), ""},
		{Date(en, "2026-05-03"), "3 May 2026"}, {Date(id, "2026-05-03"), "3 Mei 2026"}, {Date(en, ""), ""}, {Date(en, "soon"), "soon"},
		{Plain(en, -1234.5), "−1234.5"}, {Plain(id, 1234.5), "1234,5"}, {Number(en, -0.001, 1), "0.0"}, {Number(en, math.NaN(), 1), "–"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestFullProject(t *testing.T) {
	p, n := journeytest.Full(), 0
	for _, m := range p.MapsInOrder() {
		for _, s := range Of(p, m.ID) {
			n += len(s.Values)
			s.Chart()
		}
	}
	if n != p.Measurements.Len() {
		t.Errorf("%d of %d measurements", n, p.Measurements.Len())
	}
}
