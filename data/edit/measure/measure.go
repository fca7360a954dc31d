// Package measure is the edits of what is measured: metrics that are ready to be taken, their order and
// scales, values by hand and many values out of a table.
//
// They work on a Tx like those of package edit.
package measure

import (
	"slices"

	"jejak/data/edit"
	"jejak/data/exchange/values"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// The steps of a history, as keys of assets/words. Import counts values.
const (
	LabelMoveMetric   = "history.moveMetric"
	LabelRemoveMetric = "history.removeMetric"
	LabelScale        = "history.scaleMetric"
	LabelImport       = "history.importValues"
)

// MoveMetric puts a metric before another one, or last if before is empty. An *edit.Error refuses
// metrics that are not there.
func MoveMetric(tx *edit.Tx, id, before journey.ID) error {
	const do = "move metric"
	all := tx.Project().MetricsInOrder()
	from := slices.IndexFunc(all, func(m journey.Metric) bool { return m.ID == id })
	if from < 0 {
		return &edit.Error{Do: do, Reason: edit.NotThere, Ref: journey.Ref{Kind: journey.KindMetric, ID: id}}
	}
	if id == before {
		return nil
	}
	moved := all[from]
	all = slices.Delete(all, from, from+1)
	to := len(all)
	if before != "" {
		if to = slices.IndexFunc(all, func(m journey.Metric) bool { return m.ID == before }); to < 0 {
			return &edit.Error{Do: do, Reason: edit.NotThere, Ref: journey.Ref{Kind: journey.KindMetric, ID: before}}
		}
	}
	if to == from {
		return nil
	}
	var a, b journey.Rank
	if to > 0 {
		a = all[to-1].Rank
	}
	if to < len(all) {
		b = all[to].Rank
	}
	if b == "" || a < b {
		return rank(tx, id, journey.RankBetween(a, b))
	}
	// Two of one rank leave no room between them: all get ranks of their own.
	all = slices.Insert(all, to, moved)
	for i, r := range journey.RanksBetween("", "", len(all)) {
		if err := rank(tx, all[i].ID, r); err != nil {
			return err
		}
	}
	return nil
}

func rank(tx *edit.Tx, id journey.ID, r journey.Rank) error {
	return edit.Update(tx, id, func(m *journey.Metric) { m.Rank = r })
}

// Record adds a measurement without a value yet, with the target of the one before it at that place.
// date is "YYYY-MM-DD" or empty.
func Record(tx *edit.Tx, metric journey.ID, at journey.Ref, date string) (journey.ID, error) {
	aim := lastTarget(tx.Project(), metric, at, date)
	id, err := edit.AddMeasurement(tx, metric, at, 0, date)
	if err != nil {
		return "", err
	}
	return id, edit.Update(tx, id, func(m *journey.Measurement) { m.Value, m.Target = nil, aim })
}

// lastTarget is what was aimed at last, up to a date; nil if nothing was.
func lastTarget(p journey.Project, metric journey.ID, at journey.Ref, date string) *float64 {
	for _, s := range series.Of(p, p.MapOf(at)) {
		if s.Metric.ID != metric || s.At != at {
			continue
		}
		for _, m := range slices.Backward(s.Values) {
			if m.Target != nil && (date == "" || m.Date <= date) {
				v := *m.Target
				return &v
			}
		}
	}
	return nil
}

// Import does what a plan says: it makes the metrics that are missing, adds values and changes those
// that are there. name says what a metric that is made is called. The first refusal ends it.
func Import(tx *edit.Tx, plan values.Plan, name func(values.Metric) string) error {
	made := map[values.Metric]journey.ID{}
	for _, m := range plan.Made {
		id, err := edit.AddMetric(tx, name(m), m.Standard)
		if err != nil {
			return err
		}
		made[values.Fold(m)] = id
	}
	for _, r := range plan.Rows {
		if r.Fate != values.Adds && r.Fate != values.Changes {
			continue
		}
		id := r.Old
		if r.Fate == values.Adds {
			metric := r.Metric.ID
			if metric == "" {
				metric = made[values.Fold(r.Metric)]
			}
			var err error
			if id, err = edit.AddMeasurement(tx, metric, r.At, 0, r.Date); err != nil {
				return err
			}
		}
		if err := edit.Update(tx, id, func(m *journey.Measurement) {
			if r.Value != nil || r.Fate == values.Adds {
				m.Value = r.Value
			}
			if r.Target != nil {
				m.Target = r.Target
			}
			if r.Source != "" {
				m.Source = r.Source
			}
		}); err != nil {
			return err
		}
	}
	return nil
}
