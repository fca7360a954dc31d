package insight

import (
	"cmp"
	"math"
	"slices"

	"jejak/data/journey"
)

// Measure is the newest value of a metric at a map, stage or touchpoint.
type Measure struct {
	Ref       journey.Ref // the measurement
	At        journey.Ref
	Metric    journey.Ref
	Value     float64
	Target    float64 // 0 if there is none
	HasTarget bool
	Variance  float64 // value − target; 0 if there is none
	Good      bool    // the target is reached, by the direction of the metric
}

// Share returns the variance in percent of the target; false without a target other than 0.
func (m Measure) Share() (float64, bool) {
	if !m.HasTarget || m.Target == 0 {
		return 0, false
	}
	return m.Variance / math.Abs(m.Target) * 100, true
}

// DropOff is how many of those who were in a stage did not go on to the next.
type DropOff struct {
	Stage, Next journey.Ref
	Ref         journey.Ref // the measurement of the conversion rate at Stage
	Metric      journey.Ref
	Percent     float64 // 100 − conversion rate
	Left        float64 // percent of those in the first measured stage who go on from this one
}

// measuresAt returns the newest measurement with a value of each metric at a place, metrics in
// their order. Of two of one day the one with the greater ID is the newer.
func measuresAt(p journey.Project, at journey.Ref, ids []journey.ID, f findings) []Measure {
	newest := map[journey.ID]journey.Measurement{}
	for _, id := range ids {
		m, ok := p.Measurements.Get(id)
		if !ok || m.Value == nil || !isNumber(*m.Value) || !p.Metrics.Has(m.MetricID) {
			continue
		}
		had, there := newest[m.MetricID]
		if !there || cmp.Or(cmp.Compare(m.Date, had.Date), cmp.Compare(m.ID, had.ID)) > 0 {
			newest[m.MetricID] = m
		}
	}
	if len(newest) == 0 {
		return nil
	}
	var metrics []journey.Metric
	for id := range newest {
		metric, _ := p.Metrics.Get(id)
		metrics = append(metrics, metric)
	}
	slices.SortFunc(metrics, journey.Compare)
	list := make([]Measure, 0, len(metrics))
	for _, metric := range metrics {
		m, _ := Judge(metric, newest[metric.ID])
		if m.HasTarget && !m.Good {
			f.add(Finding{Rule: RuleTarget, Refs: []journey.Ref{m.Ref, at, m.Metric}, Value: m.Value, Than: m.Target})
		}
		list = append(list, m)
	}
	return list
}

// Judge holds what was measured of a metric against its target. It is false without a value.
func Judge(metric journey.Metric, got journey.Measurement) (Measure, bool) {
	m := Measure{Ref: journey.RefTo(got), At: got.At, Metric: journey.RefTo(metric)}
	if got.Value == nil || !isNumber(*got.Value) {
		return m, false
	}
	m.Value = *got.Value
	if got.Target == nil || !isNumber(*got.Target) {
		return m, true
	}
	m.HasTarget, m.Target = true, *got.Target
	m.Variance = m.Value - m.Target
	m.Good = m.Variance >= 0
	if metric.Direction == journey.LowerIsBetter {
		m.Good = m.Variance <= 0
	}
	return m, true
}

func isNumber(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// dropOffs tells of the greatest drop-off of each metric.
func dropOffs(p journey.Project, chapters []*chapter, cycle bool, f findings) []DropOff {
	stages, measures := make([]journey.Ref, len(chapters)), make([][]Measure, len(chapters))
	for i, ch := range chapters {
		stages[i], measures[i] = journey.RefTo(ch.stage), ch.measures
	}
	all := fallOff(p, stages, measures, cycle)
	worst := map[journey.ID]float64{}
	for _, d := range all {
		worst[d.Metric.ID] = max(worst[d.Metric.ID], d.Percent)
	}
	for _, d := range all {
		if d.Percent > 0 && d.Percent == worst[d.Metric.ID] {
			f.add(Finding{Rule: RuleDropOff, Refs: []journey.Ref{d.Stage, d.Next, d.Ref, d.Metric}, Value: d.Percent})
		}
	}
	return all
}

// Funnel returns the drop-offs of the map of x, which must be made of p: metrics in their order, of
// each the stages in theirs.
func Funnel(p journey.Project, x *journey.Index) []DropOff {
	stages, measures := make([]journey.Ref, len(x.Stages)), make([][]Measure, len(x.Stages))
	for i, stage := range x.Stages {
		at := journey.RefTo(stage)
		var ids []journey.ID
		for _, m := range x.Measurements[at] {
			ids = append(ids, m.ID)
		}
		stages[i], measures[i] = at, measuresAt(p, at, ids, findings{})
	}
	return fallOff(p, stages, measures, x.Map.Cycle)
}

// fallOff reads the conversion rates at the stages: each is the share of those in a stage who go on
// to the next.
func fallOff(p journey.Project, stages []journey.Ref, measures [][]Measure, cycle bool) []DropOff {
	byMetric := map[journey.ID][]DropOff{}
	left := map[journey.ID]float64{}
	for i, list := range measures {
		next := i + 1
		if next == len(stages) && cycle {
			next = 0
		}
		for _, m := range list {
			metric, _ := p.Metrics.Get(m.Metric.ID)
			if m.At.Kind != journey.KindStage || metric.Standard != journey.ConversionRate || m.Value < 0 || m.Value > 100 ||
				next == len(stages) || next == i {
				continue
			}
			if _, had := left[metric.ID]; !had {
				left[metric.ID] = 100
			}
			left[metric.ID] *= m.Value / 100
			byMetric[metric.ID] = append(byMetric[metric.ID], DropOff{Stage: m.At, Next: stages[next],
				Ref: m.Ref, Metric: m.Metric, Percent: 100 - m.Value, Left: left[metric.ID]})
		}
	}
	if len(byMetric) == 0 {
		return nil
	}
	var all []DropOff
	for _, metric := range p.MetricsInOrder() {
		all = append(all, byMetric[metric.ID]...)
	}
	return all
}
