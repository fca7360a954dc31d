package insight

import (
	"fmt"
	"math"
	"testing"

	"jejak/data/journey"
)

// value measures something; a target that is no number is none.
func value(id, metric, kind, at, date string, v, target float64) journey.Record {
	m := journey.Measurement{ID: journey.ID(id), MetricID: journey.ID(metric), Date: date, Value: &v,
		At: journey.Ref{Kind: journey.Kind(kind), ID: journey.ID(at)}}
	if !math.IsNaN(target) {
		m.Target = &target
	}
	return m
}

var none = math.NaN()

func TestTarget(t *testing.T) {
	check(t, RuleTarget, []ruleCase{
		{"nothing measured", nil, nil},
		{"no target", records{value("v1", "sat", "stage", "s1", "", 10, none)}, nil},
		{"reached, or just so", records{value("v1", "sat", "stage", "s1", "", 81, 80), value("v2", "wait", "stage", "s1", "", 5, 5)}, nil},
		{"too low where higher is better", records{value("v1", "sat", "stage", "s1", "", 70, 80)}, []string{"v1 s1 sat 70 < 80"}},
		{"too high where lower is better", records{value("v1", "wait", "stage", "s1", "", 12, 5), value("v2", "sat", "stage", "s1", "", 90, 80)},
			[]string{"v1 s1 wait 12 < 5"}},
		{"the newest counts", records{value("v1", "sat", "stage", "s1", "2024-03-01", 60, 80), value("v2", "sat", "stage", "s1", "2024-05-01", 85, 80),
			value("v3", "wait", "stage", "s1", "2024-05-01", 9, 5), value("v4", "wait", "stage", "s1", "2024-03-01", 1, 5)},
			[]string{"v3 s1 wait 9 < 5"}},
		{"a newer one without a value does not", records{value("v1", "sat", "stage", "s1", "2024-03-01", 60, 80),
			journey.Measurement{ID: "v2", MetricID: "sat", At: journey.Ref{Kind: journey.KindStage, ID: "s1"}, Date: "2024-05-01"}},
			[]string{"v1 s1 sat 60 < 80"}},
		{"the map, then stages and touchpoints in order, metrics in theirs", records{touch("t1", "s1"),
			value("v1", "wait", "stage", "s2", "", 9, 5), value("v2", "sat", "card", "t1", "", 1, 2), value("v3", "wait", "card", "t1", "", 2, 1),
			value("v4", "sat", "map", "m", "", 50, 60), value("v5", "sat", "map", "m2", "", 1, 2)},
			[]string{"v4 m sat 50 < 60", "v2 t1 sat 1 < 2", "v3 t1 wait 2 < 1", "v1 s2 wait 9 < 5"}},
	})
}

func TestMeasures(t *testing.T) {
	r := Map(of(value("v1", "sat", "stage", "s1", "", 70, 80), value("v2", "wait", "stage", "s1", "", 4, 5),
		value("v3", "cvr", "stage", "s2", "", 40, none), value("v4", "sat", "map", "m", "", 3, 0)), "m", today)
	got := ""
	for _, m := range r.Measures {
		share, ok := m.Share()
		got += fmt.Sprintln(m.Ref.ID, m.At.ID, m.Metric.ID, m.Value, m.HasTarget, m.Variance, m.Good, share, ok)
	}
	want := `v4 m sat 3 true 3 true 0 false
v1 s1 sat 70 true -10 false -12.5 true
v2 s1 wait 4 true -1 true -20 true
v3 s2 cvr 40 false 0 false 0 false
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestDropOff(t *testing.T) {
	cycle := journey.Map{ID: "m", Rank: "a0", Title: "Bike", Type: journey.CurrentState, Cycle: true}
	check(t, RuleDropOff, []ruleCase{
		{"nothing measured", nil, nil},
		{"one stage", records{value("v1", "cvr", "stage", "s1", "", 40, none)}, []string{"s1 s2 v1 cvr 60"}},
		{"the greater of two", records{value("v1", "cvr", "stage", "s1", "", 40, none), value("v2", "cvr", "stage", "s2", "", 25, none)},
			[]string{"s2 s3 v2 cvr 75"}},
		{"two equal ones", records{value("v1", "cvr", "stage", "s1", "", 50, none), value("v2", "cvr", "stage", "s2", "", 50, none)},
			[]string{"s1 s2 v1 cvr 50", "s2 s3 v2 cvr 50"}},
		{"all go on", records{value("v1", "cvr", "stage", "s1", "", 100, none)}, nil},
		{"behind the last stage is nothing", records{value("v1", "cvr", "stage", "s3", "", 10, none)}, nil},
		{"in a cycle the first is", records{cycle, value("v1", "cvr", "stage", "s3", "", 10, none)}, []string{"s3 s1 v1 cvr 90"}},
		{"other metrics, other places, impossible rates", records{touch("t1", "s1"), value("v1", "sat", "stage", "s1", "", 40, none),
			value("v2", "cvr", "map", "m", "", 4, none), value("v3", "cvr", "card", "t1", "", 4, none), value("v4", "cvr", "stage", "s2", "", 140, none)}, nil},
	})
}

func TestDropOffs(t *testing.T) {
	r := Map(of(value("v1", "cvr", "stage", "s1", "2024-01-01", 90, none), value("v2", "cvr", "stage", "s1", "2024-02-01", 40, none),
		value("v3", "cvr", "stage", "s2", "", 25, none)), "m", today)
	got := ""
	for _, d := range r.DropOffs {
		got += fmt.Sprintln(d.Stage.ID, d.Next.ID, d.Ref.ID, d.Metric.ID, d.Percent, d.Left)
	}
	// 40 of 100 go on to the second stage, 25 % of them, that is 10, to the third
	if want := "s1 s2 v2 cvr 60 40\ns2 s3 v3 cvr 75 10\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}

// Funnel is what the report has, also where a later measurement says nothing.
func TestFunnelIsThatOfTheReport(t *testing.T) {
	p := of(value("v1", "cvr", "stage", "s1", "2024-01-01", 90, none), value("v2", "cvr", "stage", "s1", "2024-02-01", 40, none),
		journey.Measurement{ID: "v4", MetricID: "cvr", At: journey.Ref{Kind: journey.KindStage, ID: "s1"}, Date: "2024-03-01"},
		value("v3", "cvr", "stage", "s2", "", 25, none))
	got, want := fmt.Sprint(Funnel(p, journey.NewIndex(p, "m"))), fmt.Sprint(Map(p, "m", today).DropOffs)
	if got != want || len(Map(p, "m", today).DropOffs) != 2 {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The answers are worked out by hand from the ranges of the built-in metrics.
func TestJudge(t *testing.T) {
	up, down := journey.HigherIsBetter, journey.LowerIsBetter
	for _, c := range []struct {
		name          string
		better        journey.Direction
		value, target float64
		variance      float64
		good          bool
	}{
		{"NPS at its least", up, -100, 50, -150, false},
		{"NPS at its most", up, 100, 50, 50, true},
		{"NPS below nought above a target further below", up, -10, -30, 20, true},
		{"NPS of nought with a target of nought", up, 0, 0, 0, true},
		{"CES 1 to 7, ease, short of the target", up, 5.25, 5.5, -0.25, false},
		{"CES 1 to 7, ease, above it", up, 6, 5.5, 0.5, true},
		{"CES 1 to 5, effort, above the target", down, 3, 2, 1, false},
		{"CES 1 to 5, effort, below it", down, 1.5, 2, -0.5, true},
		{"a share of 100 %", up, 100, 100, 0, true},
		{"a metric that does not say: higher is better", "", 1, 2, -1, false},
		{"minutes to an answer", down, 12, 5, 7, false},
	} {
		m := value("v", "x", "map", "m", "", c.value, c.target).(journey.Measurement)
		got, ok := Judge(journey.Metric{ID: "x", Direction: c.better}, m)
		if !ok || got.Variance != c.variance || got.Good != c.good || !got.HasTarget {
			t.Errorf("%s: %v, variance %v, good %v", c.name, ok, got.Variance, got.Good)
		}
	}
	if _, ok := Judge(journey.Metric{}, journey.Measurement{}); ok {
		t.Error("something was measured where nothing was")
	}
	if _, ok := Judge(journey.Metric{}, value("v", "x", "map", "m", "", math.Inf(1), 1).(journey.Measurement)); ok {
		t.Error("infinity is a value")
	}
	if m, ok := Judge(journey.Metric{}, value("v", "x", "map", "m", "", 1, none).(journey.Measurement)); !ok || m.HasTarget || m.Good {
		t.Errorf("without a target: %+v", m)
	}
}
