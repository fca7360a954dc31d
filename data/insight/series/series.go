// Package series is what was measured over time: the values of one metric at one place, one after the
// other, the picture they make, and how they are written.
//
// All of it is pure: it may be called from any goroutine.
package series

import (
	"cmp"
	"math"
	"slices"

	"jejak/data/insight"
	"jejak/data/journey"
)

// Series is every measurement of one metric at one place.
type Series struct {
	Metric journey.Metric
	At     journey.Ref           // a map, stage or card
	Values []journey.Measurement // oldest first, those without a date before all
}

// Of returns the series of a map: the map's own, then stage by stage the stage's and those of its cards
// in the order of the journey; at one place metrics in their order. A map that is not there has none.
func Of(p journey.Project, mapID journey.ID) []Series {
	if p.Measurements.Len() == 0 {
		return nil
	}
	x := journey.NewIndex(p, mapID)
	if x.Map.ID == "" {
		return nil
	}
	metrics := p.MetricsInOrder()
	var list []Series
	for _, at := range Places(x) {
		list = append(list, at.series(x, metrics)...)
	}
	return list
}

// Place is where something can be measured.
type Place struct {
	Ref   journey.Ref
	Stage journey.ID       // that it belongs to; empty: the map
	Lane  journey.LaneKind // of a card
}

// Places returns the places of a map in the order of the journey: the map, then each stage with its cards.
func Places(x *journey.Index) []Place {
	list := []Place{{Ref: journey.RefTo(x.Map)}}
	for _, s := range x.Stages {
		list = append(list, Place{Ref: journey.RefTo(s), Stage: s.ID})
		columns := []journey.ID{""}
		for _, step := range x.Steps[s.ID] {
			columns = append(columns, step.ID)
		}
		for _, step := range columns {
			for _, lane := range x.Lanes {
				for _, c := range x.Cards[journey.CellKey{StageID: s.ID, StepID: step, LaneID: lane.ID}] {
					list = append(list, Place{journey.RefTo(c), s.ID, lane.LaneKind})
				}
			}
		}
	}
	return list
}

func (at Place) series(x *journey.Index, metrics []journey.Metric) []Series {
	all := x.Measurements[at.Ref]
	if len(all) == 0 {
		return nil
	}
	byMetric := map[journey.ID][]journey.Measurement{}
	for _, m := range all {
		byMetric[m.MetricID] = append(byMetric[m.MetricID], m)
	}
	var list []Series
	for _, metric := range metrics {
		if values := byMetric[metric.ID]; len(values) > 0 {
			slices.SortStableFunc(values, func(a, b journey.Measurement) int {
				return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
			})
			list = append(list, Series{metric, at.Ref, values})
		}
	}
	return list
}

// Latest returns the newest measurement with a value, held against its target; false if there is none.
func (s Series) Latest() (journey.Measurement, insight.Measure, bool) {
	for _, m := range slices.Backward(s.Values) {
		if got, ok := insight.Judge(s.Metric, m); ok {
			return m, got, true
		}
	}
	return journey.Measurement{}, insight.Measure{}, false
}

// Numbers counts the measurements with a value.
func (s Series) Numbers() int {
	n := 0
	for _, m := range s.Values {
		if _, ok := insight.Judge(s.Metric, m); ok {
			n++
		}
	}
	return n
}

// Side says where a value lies to the range of its metric.
type Side int8

// The sides.
const (
	Below  Side = -1
	Within Side = 0
	Above  Side = 1
)

// Beyond says whether a value lies outside the range of a metric.
func Beyond(m journey.Metric, v float64) Side {
	switch {
	case m.Min != nil && v < *m.Min:
		return Below
	case m.Max != nil && v > *m.Max:
		return Above
	}
	return Within
}

// finite reports whether v is a number that can be drawn.
func finite(v *float64) bool { return v != nil && !math.IsNaN(*v) && !math.IsInf(*v, 0) }
