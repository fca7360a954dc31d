package journey

// Metric returns a metric as it is measured by default: its range, direction, unit and decimals, without
// an ID or a name. One of the user's own has no range, and higher is better.
func (s Standard) Metric() Metric {
	m := Metric{Standard: s, Direction: HigherIsBetter}
	limits := func(low, high float64) { m.Min, m.Max = &low, &high }
	switch s {
	case CSAT, ConversionRate, RepurchaseRate:
		limits(0, 100)
		m.Unit = "%"
	case NPS:
		limits(-100, 100)
	case CES:
		limits(1, 7)
		m.Decimals = 1
	}
	return m
}
