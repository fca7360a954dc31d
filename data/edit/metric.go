package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddMetric adds a metric after the others. A built-in standard brings its range, unit, direction
// and decimals; a metric of one's own starts without a range, higher being better.
func AddMetric(tx *Tx, name string, s journey.Standard) (journey.ID, error) {
	const do = "add metric"
	m := s.Metric()
	m.ID, m.Name = tx.NewID(), record.CleanTitle(name)
	if m.Name == "" {
		m.Name = string(s)
	}
	return insert(tx, do, m, tx.project.MetricsInOrder(), "")
}

// RemoveMetric removes a metric with all its measurements.
func RemoveMetric(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindMetric, id) }

// AddMeasurement adds a value of a metric at a map, stage or card. date is "YYYY-MM-DD" or empty.
func AddMeasurement(tx *Tx, metricID journey.ID, at journey.Ref, value float64, date string) (journey.ID, error) {
	m := journey.Measurement{ID: tx.NewID(), MetricID: metricID, At: at, Value: &value, Date: date}
	if err := putChecked(tx, "add measurement", nil, m); err != nil {
		return "", err
	}
	return m.ID, nil
}

// RemoveMeasurement removes one value of a metric.
func RemoveMeasurement(tx *Tx, id journey.ID) error {
	return removeOne(tx, journey.KindMeasurement, id)
}
