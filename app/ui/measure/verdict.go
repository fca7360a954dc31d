package measure

import (
	"image/color"

	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// reading is a value held against its target, ready to be shown.
type reading struct {
	metric journey.Metric
	judged insight.Measure
	told   bool // there is a value
}

func verdict(s series.Series, m journey.Measurement) reading {
	judged, ok := insight.Judge(s.Metric, m)
	return reading{s.Metric, judged, ok}
}

// latest is the newest value of a series.
func latest(s series.Series) (journey.Measurement, reading) {
	m, judged, ok := s.Latest()
	return m, reading{s.Metric, judged, ok}
}

// ink is the colour of the value.
func (r reading) ink(t *look.Theme) color.NRGBA {
	switch {
	case !r.judged.HasTarget:
		return t.Ink
	case r.judged.Good:
		return t.Good
	}
	return t.Bad
}

// variance says how far the value is from its target, and on which side: "▲ +3"; and whether that is
// good, for whom colour does not tell, by a tick behind it. Empty without a target.
func (r reading) variance(w *words.Table) (side, text string, tick bool) {
	if !r.told || !r.judged.HasTarget {
		return "", "", false
	}
	switch {
	case r.judged.Variance > 0:
		side = "▲"
	case r.judged.Variance < 0:
		side = "▼"
	}
	return side, series.Variance(w, r.metric, r.judged.Variance), r.judged.Good
}

// outside says in words that the value cannot be; empty if it can.
func (r reading) outside(w *words.Table) string {
	if !r.told {
		return ""
	}
	return series.Outside(w, r.metric, r.judged.Value)
}
