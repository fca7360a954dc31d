package measure

import (
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/exchange/values"
	"jejak/data/journey"
)

// Ready is a metric that is ready to be taken. What a person reads for it stands in assets/words under
// "measure.ready." + Key: its name; and with ".about", ".formula" and ".source" behind: what it tells,
// how it is reckoned, and where that is from. Those with a unit in words have it under ".unit".
type Ready struct {
	Key      string
	Standard journey.Standard // empty: suggested, but not built in

	unit     bool
	least    bool // it cannot be less than nought
	lower    bool // lower is better
	decimals int
}

// Offered lists the built-in metrics, then the suggested ones.
var Offered = []Ready{
	{Key: "CES", Standard: journey.CES}, {Key: "CSAT", Standard: journey.CSAT}, {Key: "NPS", Standard: journey.NPS},
	{Key: "CVR", Standard: journey.ConversionRate}, {Key: "repurchase", Standard: journey.RepurchaseRate},
	{Key: "CLV", unit: true, least: true}, {Key: "response", unit: true, least: true, lower: true, decimals: 1},
}

// Of returns what is known of a metric: of the built-in ones by their standard, of the suggested ones
// by the formula that they were taken with, in any language. False: it is the user's own.
func Of(m journey.Metric) (Ready, bool) {
	for _, r := range Offered {
		if r.Standard != "" && r.Standard == m.Standard {
			return r, true
		}
		for _, lang := range words.Languages {
			if r.Standard == "" && m.Standard == "" && m.Formula != "" && m.Formula == r.Formula(words.In(lang)) {
				return r, true
			}
		}
	}
	return Ready{}, false
}

// Name, About, Formula and Source are what a person reads of it in a language.
func (r Ready) Name(w *words.Table) string    { return w.T("measure.ready." + r.Key) }
func (r Ready) About(w *words.Table) string   { return w.T("measure.ready." + r.Key + ".about") }
func (r Ready) Formula(w *words.Table) string { return w.T("measure.ready." + r.Key + ".formula") }
func (r Ready) Source(w *words.Table) string  { return w.T("measure.ready." + r.Key + ".source") }

// Metric returns it as it will be, without an ID. The formula of a built-in one stays unsaid: it is
// told in the language of whoever reads it, until somebody writes one of their own.
func (r Ready) Metric(w *words.Table) journey.Metric {
	m := r.Standard.Metric()
	m.Name = r.Name(w)
	if r.Standard != "" {
		return m
	}
	m.Formula, m.Decimals = r.Formula(w), r.decimals
	if r.unit {
		m.Unit = w.T("measure.ready." + r.Key + ".unit")
	}
	if r.least {
		m.Min = new(float64)
	}
	if r.lower {
		m.Direction = journey.LowerIsBetter
	}
	return m
}

// Take adds it after the other metrics, in the words of a language.
func (r Ready) Take(tx *edit.Tx, w *words.Table) (journey.ID, error) {
	id, err := edit.AddMetric(tx, r.Name(w), r.Standard)
	if err != nil || r.Standard != "" {
		return id, err
	}
	like := r.Metric(w)
	return id, edit.Update(tx, id, func(m *journey.Metric) {
		m.Unit, m.Min, m.Max, m.Direction, m.Decimals, m.Formula = like.Unit, like.Min, like.Max, like.Direction, like.Decimals, like.Formula
	})
}

// Scale is a way in which a built-in metric is measured. Its words are "measure.scale." + Key.
type Scale struct {
	Key       string
	Min, Max  float64
	Unit      string
	Decimals  int
	Direction journey.Direction
}

// ScalesOf returns the ways of measuring a built-in metric, the usual one first; nil where there is one.
func ScalesOf(s journey.Standard) []Scale {
	up, down := journey.HigherIsBetter, journey.LowerIsBetter
	switch s {
	case journey.CES:
		return []Scale{{"CES.ease7", 1, 7, "", 1, up}, {"CES.ease5", 1, 5, "", 1, up}, {"CES.effort5", 1, 5, "", 1, down}}
	case journey.CSAT:
		return []Scale{{"CSAT.share", 0, 100, "%", 0, up}, {"CSAT.mean5", 1, 5, "", 1, up}}
	}
	return nil
}

// Is reports whether a metric is measured so.
func (s Scale) Is(m journey.Metric) bool {
	return m.Min != nil && m.Max != nil && *m.Min == s.Min && *m.Max == s.Max && m.Direction == s.Direction
}

// SetScale has a metric measured so. Its values stay as they are.
func SetScale(tx *edit.Tx, id journey.ID, s Scale) error {
	return edit.Update(tx, id, func(m *journey.Metric) {
		m.Min, m.Max, m.Unit, m.Decimals, m.Direction = &s.Min, &s.Max, s.Unit, s.Decimals, s.Direction
	})
}

// NameIn returns what Import calls the metrics that it makes, in a language.
func NameIn(w *words.Table) func(values.Metric) string {
	return func(m values.Metric) string {
		if m.Standard != "" {
			return Ready{Key: keyOf(m.Standard)}.Name(w)
		}
		return m.Name
	}
}

func keyOf(s journey.Standard) string {
	for _, r := range Offered {
		if r.Standard == s {
			return r.Key
		}
	}
	return ""
}
