package journey

import "testing"

// What the built-in metrics are is written down in docs/method.md.
func TestBuiltInMetrics(t *testing.T) {
	for _, c := range []struct {
		standard  Standard
		low, high float64
		unit      string
		decimals  int
	}{
		{CES, 1, 7, "", 1}, {CSAT, 0, 100, "%", 0}, {NPS, -100, 100, "", 0}, {ConversionRate, 0, 100, "%", 0}, {RepurchaseRate, 0, 100, "%", 0},
	} {
		m := c.standard.Metric()
		if m.Standard != c.standard || *m.Min != c.low || *m.Max != c.high || m.Unit != c.unit || m.Decimals != c.decimals || m.Direction != HigherIsBetter {
			t.Errorf("%s: %+v, %v to %v", c.standard, m, *m.Min, *m.Max)
		}
	}
	if m := OwnMetric.Metric(); m.Min != nil || m.Max != nil || m.Unit != "" || m.Direction != HigherIsBetter {
		t.Errorf("%+v", m)
	}
}
