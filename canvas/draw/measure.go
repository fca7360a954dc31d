package draw

import (
	"cmp"
	"math"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// number writes v as the language of the map does, with that many decimals.
func (d *Drawing) number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	decimals = min(max(decimals, 0), 4)
	tag := language.English
	if d.Words.Lang() == "id" {
		tag = language.Indonesian
	}
	return message.NewPrinter(tag).Sprint(number.Decimal(v, number.Scale(decimals)))
}

// valueText writes a value of a metric with its unit: "4.1 %", "3.2 / 5", "+47".
func (d *Drawing) valueText(m journey.Metric, v float64, unit bool) string {
	s := d.number(v, m.Decimals)
	if m.Standard == journey.NPS && v > 0 {
		s = "+" + s
	}
	switch {
	case !unit && m.Unit != "%":
		return s
	case m.Unit != "":
		return s + " " + m.Unit
	case m.Max != nil && (m.Standard == journey.CSAT || m.Standard == journey.CES):
		return s + " / " + d.number(*m.Max, 0)
	}
	return s
}

// side tells the colour of a value: which side of its target it is on.
func (d *Drawing) side(m journey.Metric, ms journey.Measurement) scene.Color {
	if ms.Value == nil || ms.Target == nil {
		return d.Palette.Ink
	}
	good := *ms.Value >= *ms.Target
	if m.Direction == journey.LowerIsBetter {
		good = *ms.Value <= *ms.Target
	}
	if good {
		return d.Palette.Good
	}
	return d.Palette.Bad
}

func metricName(m journey.Metric) string { return cmp.Or(m.Name, string(m.Standard)) }

func (d *Drawing) aimText(m journey.Metric, ms journey.Measurement) string {
	if ms.Target == nil {
		return ""
	}
	return d.Words.F("map.target", map[string]any{"Value": d.valueText(m, *ms.Target, false)})
}

// MeasureBlock is a number that matters, its name above and its target beside it.
// It stands under the number where there is no room beside it.
func (d *Drawing) MeasureBlock(ms journey.Measurement, w float64) Block {
	ref := journey.RefTo(ms)
	m, _ := d.Project.Metrics.Get(ms.MetricID)
	name := d.Set(metricName(m), d.Style.MetricName, w-4)
	big := d.Style.MetricValue
	big.Color = d.side(m, ms)
	value := "–"
	if ms.Value != nil {
		value = d.valueText(m, *ms.Value, true)
	} else {
		big.Spec.Style, big.Color = text.Regular, d.Palette.Second
	}
	number := d.Set(value, big, w-trendRoom).Tight()
	aim := d.Set(d.aimText(m, ms), d.Style.MetricAim, w-4).Tight()
	nh := Height(name, d.Style.MetricName)
	below := len(aim.Lines) > 1 || len(number.Lines) > 1 || 2+number.Width()+trendRoom+aim.Width() > w
	vh := Height(number, big)
	h := nh + 2 + vh
	if below {
		h += Height(aim, d.Style.MetricAim)
	}
	return Block{Ref: ref, Height: h, Draw: func(r geom.Rect) {
		d.Target(ref, scene.PartBody, r)
		x, y := r.Min.X+2, r.Min.Y
		d.Write(ref, name, d.Style.MetricName, x, y)
		y += nh + 2
		d.Write(ref, number, big, x, y)
		switch {
		case below:
			d.Write(ref, aim, d.Style.MetricAim, x, y+vh)
		case aim.Text != "":
			d.WriteLine(ref, aim, aim.Lines[0], d.Style.MetricAim, x+number.Width()+trendRoom, y+Baseline(big))
		}
		d.trend(ref, m, ms, x, y, number.Width(), big)
	}}
}

// trendRoom is what the sign behind a number takes, its gaps included.
const trendRoom = 14

// trend tells by a sign which side of the target a value is on, for whom colour does not tell. It is
// as high as the capitals of the small text beside it, and stands on the same line.
func (d *Drawing) trend(ref journey.Ref, m journey.Metric, ms journey.Measurement, x, y, w float64, big style.Voice) {
	if ms.Value == nil || ms.Target == nil || *ms.Value == *ms.Target {
		return
	}
	high := d.Style.MetricAim.Spec.Size * capHeight
	half := high * 0.58
	left, base := x+w+3.6, y+Baseline(big)
	foot, tip := base, base-high
	if *ms.Value < *ms.Target {
		foot, tip = tip, foot
	}
	d.Fill(ref, geom.Polygon(geom.Pt(left, foot), geom.Pt(left+2*half, foot), geom.Pt(left+half, tip)), big.Color)
}

// measureLine is a measurement in one short line of text.
func (d *Drawing) measureLine(ms journey.Measurement) string {
	m, _ := d.Project.Metrics.Get(ms.MetricID)
	parts := []string{metricName(m)}
	if ms.Value != nil {
		parts = append(parts, d.valueText(m, *ms.Value, true))
	}
	if aim := d.aimText(m, ms); aim != "" {
		parts = append(parts, aim)
	}
	return strings.Join(parts, " ")
}
