package draw

import (
	"cmp"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// number writes v as the language of the map does, with that many decimals.
func (d *Drawing) number(v float64, decimals int) string { return series.Number(d.Words, v, decimals) }

// reading is one measurement as it is told on the map.
type reading struct {
	ref      journey.Ref
	metric   journey.Metric
	name     string
	value    string // "4.1 %"; "–" without one
	variance string // "−1.9"; empty without a target
	aim      string // "target 6 %"; empty without one
	told     bool   // there is a value
	judged   insight.Measure
	past     series.Series // everything measured of it at the place
}

func (d *Drawing) reading(ms journey.Measurement) reading {
	m, _ := d.Project.Metrics.Get(ms.MetricID)
	r := reading{ref: journey.RefTo(ms), metric: m, name: cmp.Or(m.Name, string(m.Standard)), value: "–"}
	r.judged, r.told = insight.Judge(m, ms)
	if r.told {
		r.value = series.Value(d.Words, m, r.judged.Value)
	}
	if r.judged.HasTarget {
		r.variance = series.Variance(d.Words, m, r.judged.Variance)
	}
	if ms.Target != nil {
		aim := series.Bare(d.Words, m, *ms.Target)
		if m.Unit == "%" {
			aim = series.Value(d.Words, m, *ms.Target)
		}
		r.aim = d.Words.F("map.target", map[string]any{"Value": aim})
	}
	r.past = series.Series{Metric: m, At: ms.At}
	for _, other := range d.Index.Measurements[ms.At] {
		if other.MetricID == ms.MetricID {
			r.past.Values = append(r.past.Values, other)
		}
	}
	return r
}

// color tells which side of its target a value is on.
func (r reading) color(p style.Palette) scene.Color {
	switch {
	case !r.told:
		return p.Second
	case !r.judged.HasTarget:
		return p.Ink
	case r.judged.Good:
		return p.Good
	}
	return p.Bad
}

// What a sign takes, its gaps included, and what is between the parts of a line.
const (
	trendRoom = 14
	tickRoom  = 10
	partGap   = 6
	valueGap  = 8
	sparkGap  = 4
	sparkHigh = 18
	sparkWide = 112
)

// MeasureBlock is a number that matters: its name above; beside it how far it is from its target, and
// whether that is good, by sign and colour; the values until then as a small chart below. What has no
// room beside the number stands under it.
func (d *Drawing) MeasureBlock(ms journey.Measurement, w float64) Block {
	r := d.reading(ms)
	name := d.Set(r.name, d.Style.MetricName, w-4)
	big := d.Style.MetricValue
	big.Color = r.color(d.Palette)
	if !r.told {
		big.Spec.Style = text.Regular
	}
	number := d.Set(r.value, big, w-trendRoom).Tight()
	far := d.Style.MetricAim
	far.Spec.Style, far.Color = text.SemiBold, big.Color
	variance := d.Set(r.variance, far, w-4-tickRoom).Tight()
	room := 0.0
	if r.variance != "" {
		room = variance.Width() + partGap
		if r.judged.Good {
			room += tickRoom
		}
	}
	aim := d.Set(r.aim, d.Style.MetricAim, w-4).Tight()
	stacked := room > 0.6*w // a number of many digits: the target goes below
	if !stacked && aim.Width()+room > w-4 {
		aim = d.Set(r.aim, d.Style.MetricAim, w-4-room).Tight()
	}
	nh, vh := Height(name, d.Style.MetricName), Height(number, big)
	below := len(aim.Lines) > 1 || len(number.Lines) > 1 || 2+number.Width()+trendRoom+room+aim.Width() > w
	h := nh + 2 + vh
	switch {
	case stacked:
		below = true
		h += Height(aim, d.Style.MetricAim) + Height(variance, far)
	case below:
		h += max(Height(aim, d.Style.MetricAim), Height(variance, far))
	}
	chart := r.past.Chart()
	sparkY := h + sparkGap
	if len(chart.Points) > 1 {
		h = sparkY + sparkHigh
	}
	return Block{Ref: r.ref, Height: h, Draw: func(b geom.Rect) {
		d.Target(r.ref, scene.PartBody, b)
		x, y := b.Min.X+2, b.Min.Y
		d.Write(r.ref, name, d.Style.MetricName, x, y)
		y += nh + 2
		d.Write(r.ref, number, big, x, y)
		d.trend(r, x+number.Width()+3.6, y+Baseline(big), big.Color)
		at, line := x+number.Width()+trendRoom, y+Baseline(big)-Baseline(far)
		if r.judged.Variance == 0 {
			at -= trendRoom - valueGap // no sign stands between
		}
		if below {
			at, line = x, y+vh
		}
		if r.variance != "" {
			d.Write(r.ref, variance, far, at, line)
			at += variance.Width() + partGap
			if r.judged.Good {
				d.reached(r.ref, at-partGap+3, line+Baseline(far), big.Color)
				at += tickRoom
			}
		}
		if stacked {
			at, line = x, line+Height(variance, far)
		}
		d.Write(r.ref, aim, d.Style.MetricAim, at, line)
		if len(chart.Points) > 1 {
			d.spark(r.ref, chart, geom.R(x+2, b.Min.Y+sparkY+2, min(w-8, sparkWide), sparkHigh-4), big.Color)
		}
	}}
}

// trend says by a sign on which side of the target a value is, for whom colour does not tell. It is
// as high as the capitals of the small text beside it, and stands on the same line.
func (d *Drawing) trend(r reading, left, base float64, c scene.Color) {
	if !r.judged.HasTarget || r.judged.Variance == 0 {
		return
	}
	high := d.Style.MetricAim.Spec.Size * capHeight
	half := high * 0.58
	foot, tip := base, base-high
	if r.judged.Variance < 0 {
		foot, tip = tip, foot
	}
	d.Fill(r.ref, geom.Polygon(geom.Pt(left, foot), geom.Pt(left+2*half, foot), geom.Pt(left+half, tip)), c)
}

// reached says by a tick that a target is reached, where above may be as bad as below.
func (d *Drawing) reached(ref journey.Ref, left, base float64, c scene.Color) {
	high := d.Style.MetricAim.Spec.Size * capHeight
	d.Stroke(ref, geom.Polyline(geom.Pt(left, base-0.42*high), geom.Pt(left+0.36*high, base-0.06*high), geom.Pt(left+1.02*high, base-0.92*high)), 1.2, c)
}

// spark draws values over time in a rectangle: a line with a dot at its end, the target dashed.
func (d *Drawing) spark(ref journey.Ref, c series.Chart, r geom.Rect, end scene.Color) {
	y := func(v float64) float64 { return r.Max.Y - v*r.H() }
	if c.HasTarget {
		d.Line(ref, r.Min.X, y(c.Target), r.Max.X, y(c.Target), 0.8, style.Mix(d.Palette.Paper, d.Palette.Second, 0.75), 2.4, 2)
	}
	points := make([]geom.Point, len(c.Points))
	for i, p := range c.Points {
		points[i] = geom.Pt(r.Min.X+p.X*r.W(), y(p.Y))
	}
	d.Stroke(ref, geom.Polyline(points...), 1.3, d.Palette.Second)
	d.Fill(ref, geom.Circle(points[len(points)-1], 2.4), end)
}

// measureLine is a measurement in one short line of text.
func (d *Drawing) measureLine(ms journey.Measurement) string {
	r := d.reading(ms)
	parts := []string{r.name}
	if r.told {
		parts = append(parts, r.value)
	}
	if r.variance != "" {
		parts = append(parts, "("+r.variance+")")
	}
	if r.aim != "" {
		parts = append(parts, r.aim)
	}
	return strings.Join(parts, " ")
}

// measureRow writes measurements side by side in small type, in as many lines as they need, and
// returns where they end. One that is wider than a line is broken.
func (d *Drawing) measureRow(list []journey.Measurement, x, y, width float64) float64 {
	const gap = 18
	small := d.Style.CardMeta
	strong := d.Style.CardTitle
	at := x
	for _, ms := range list {
		r := d.reading(ms)
		name := d.SetLine(r.name, small)
		big := strong
		big.Color = r.color(d.Palette)
		far := small
		far.Spec.Style, far.Color = text.SemiBold, big.Color
		value, variance, aim := d.SetLine(r.value, big), d.SetLine(r.variance, far), d.SetLine(r.aim, small)
		w := name.Width() + 5 + value.Width()
		if r.variance != "" {
			w += trendRoom - 1 + variance.Width() + 3
			if r.judged.Good {
				w += tickRoom
			}
		}
		if r.aim != "" {
			w += partGap + aim.Width()
		}
		if at > x && at+w > x+width {
			at, y = x, y+big.Lead+2
		}
		if w > width {
			y += d.Write(r.ref, d.Set(d.measureLine(ms), small, width), small, x, y) + 2
			continue
		}
		base := y + Baseline(big)
		from := at
		line := base - Baseline(small)
		d.Write(r.ref, name, small, at, line)
		at += name.Width() + 5
		d.Write(r.ref, value, big, at, y)
		at += value.Width()
		if r.variance != "" {
			d.trend(r, at+4, base, big.Color)
			at += trendRoom - 1
			d.Write(r.ref, variance, far, at, line)
			at += variance.Width() + 3
			if r.judged.Good {
				d.reached(r.ref, at, base, big.Color)
				at += tickRoom
			}
		}
		if r.aim != "" {
			d.Write(r.ref, aim, small, at+partGap, line)
			at += partGap + aim.Width()
		}
		d.Target(r.ref, scene.PartBody, geom.R(from, y, at-from, big.Lead))
		at += gap
	}
	if at > x {
		y += strong.Lead
	}
	return y
}
