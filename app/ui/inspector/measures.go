package inspector

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/data/edit"
	"jejak/data/journey"
)

// measures are the values of metrics at the map, stage or card that is shown.
func (g *group) measures() {
	in := g.in
	var known belongings[journey.Measurement]
	list := func(p journey.Project) []journey.ID {
		at := in.one()
		return known.of(p.Measurements, at, func() []journey.Measurement {
			var found []journey.Measurement
			for m := range p.Measurements.All() {
				if m.At == at {
					found = append(found, m)
				}
			}
			slices.SortFunc(found, func(a, b journey.Measurement) int {
				return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.ID, b.ID)) // the newest first
			})
			return found
		})
	}
	count := func(p journey.Project) string { return some(len(list(p))) }
	g.section("measures", false, count, func(g *group) {
		g.rows(list, in.measure)
		var add *look.Button
		add = look.NewButton(look.Outlined, "plus", in.t("inspector.measures.add"), func() {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(add).AddXY(0, add.Size().Height+2)
			menu.Show(in.o.Canvas, at, in.metricItems())
		})
		g.add(look.Gap(4), add)
	})
}

// measure is one value of a metric.
func (in *Inspector) measure(g *group, id journey.ID) {
	s := just[journey.Measurement](g, id)
	name := look.NewLabel("", look.TextSize, look.Medium, look.Ink)
	unit := look.NewLabel("", look.SmallSize, look.Regular, look.Second)
	g.add(newEnds(look.VBox(0, name, unit), in.remove(in.t("inspector.measures.remove"),
		edit.Label{Key: edit.LabelRemove, Count: 1}, journey.Ref{Kind: journey.KindMeasurement, ID: id})))
	g.update = append(g.update, func(p journey.Project) {
		if len(s.now) == 0 {
			return
		}
		m, _ := p.Metrics.Get(s.now[0].MetricID)
		name.SetText(m.Name)
		unit.SetText(in.scale(m))
	})
	value := func(key string, at func(*journey.Measurement) **float64) func(*group) {
		return func(g *group) {
			number(g, s, key, "", -math.MaxFloat64, math.MaxFloat64, func(m *journey.Measurement) amount {
				if v := *at(m); v != nil {
					return amount{*v, true}
				}
				return amount{}
			}, func(tx *edit.Tx, id journey.ID, a amount) error {
				return edit.Update(tx, id, func(m *journey.Measurement) {
					*at(m) = nil
					if a.said {
						*at(m) = &a.value
					}
				})
			})
		}
	}
	g.pair(value("measured", func(m *journey.Measurement) **float64 { return &m.Value }),
		value("target", func(m *journey.Measurement) **float64 { return &m.Target }))
	g.pair(func(g *group) {
		date(g, s, "date", func(m *journey.Measurement) *string { return &m.Date })
	}, func(g *group) {
		text(g, s, "source", 1, func(m *journey.Measurement) *string { return &m.Source })
	})
	g.section("metric", false, nil, func(g *group) { in.metric(g, s) })
}

// metric is what a value is one of.
func (in *Inspector) metric(g *group, of *subject[journey.Measurement]) {
	s := &subject[journey.Metric]{in: in}
	g.load = func(p journey.Project) {
		if s.ids = nil; len(of.now) > 0 {
			s.ids = []journey.ID{of.now[0].MetricID}
		}
		s.read(p)
	}
	limit := func(key string, at func(*journey.Metric) **float64) func(*group) {
		return func(g *group) {
			number(g, s, key, "", -math.MaxFloat64, math.MaxFloat64, func(m *journey.Metric) amount {
				if v := *at(m); v != nil {
					return amount{*v, true}
				}
				return amount{}
			}, func(tx *edit.Tx, id journey.ID, a amount) error {
				return edit.Update(tx, id, func(m *journey.Metric) {
					*at(m) = nil
					if a.said {
						*at(m) = &a.value
					}
				})
			})
		}
	}
	text(g, s, "name", 1, func(m *journey.Metric) *string { return &m.Name })
	g.pair(func(g *group) { text(g, s, "unit", 1, func(m *journey.Metric) *string { return &m.Unit }) }, func(g *group) {
		number(g, s, "decimals", "0", 0, 4, func(m *journey.Metric) amount { return amount{float64(m.Decimals), true} },
			func(tx *edit.Tx, id journey.ID, a amount) error {
				return edit.Update(tx, id, func(m *journey.Metric) { m.Decimals = int(a.value) })
			})
	})
	g.pair(limit("least", func(m *journey.Metric) **float64 { return &m.Min }), limit("most", func(m *journey.Metric) **float64 { return &m.Max }))
	wordsOf(g, s, "better", "direction", journey.Directions, func(m *journey.Metric) *journey.Direction { return &m.Direction })
	text(g, s, "formula", 2, func(m *journey.Metric) *string { return &m.Formula })
}

// scale says in what a metric is measured: "0 to 100 %".
func (in *Inspector) scale(m journey.Metric) string {
	if m.Min == nil || m.Max == nil {
		return m.Unit
	}
	text := in.f("inspector.measures.range", map[string]any{"Least": amount{*m.Min, true}.text(), "Most": amount{*m.Max, true}.text()})
	if m.Unit != "" {
		text += " " + m.Unit
	}
	return text
}

// metricItems are the metrics a value can be of: those of the project, then the built-in ones that it
// has not got yet.
func (in *Inspector) metricItems() []menu.Item {
	p := in.o.Editor.Document().Project()
	have := map[journey.Standard]bool{}
	var items []menu.Item
	for _, m := range p.MetricsInOrder() {
		have[m.Standard] = true
		items = append(items, menu.Item{Label: m.Name, Run: func() { in.addMeasure(m.ID, m.Standard) }})
	}
	first := true
	for _, s := range journey.Standards {
		if s == journey.OwnMetric || have[s] {
			continue
		}
		if first && len(items) > 0 {
			items = append(items, menu.Line())
		}
		first = false
		items = append(items, menu.Item{Label: in.t("inspector.metric." + string(s)), Run: func() { in.addMeasure("", s) }})
	}
	return append(items, menu.Line(), menu.Item{Label: in.t("inspector.metric.own"), Run: func() { in.addMeasure("", journey.OwnMetric) }})
}

// addMeasure adds a value of a metric, which is made if metric is empty. It stands in the middle of
// its range until somebody says what was measured.
func (in *Inspector) addMeasure(metric journey.ID, s journey.Standard) {
	at := in.one()
	today := in.o.Now().Format("2006-01-02")
	// Change tells of the trouble
	_ = in.o.Change(edit.Label{Key: edit.LabelAddMeasurement, Count: 1}, func(tx *edit.Tx) error {
		if metric == "" {
			name := ""
			if s == journey.OwnMetric {
				name = in.t("inspector.metric.new")
			} else {
				name = in.t("inspector.metric." + string(s))
			}
			made, err := edit.AddMetric(tx, name, s)
			if err != nil {
				return err
			}
			metric = made
		}
		id, err := edit.AddMeasurement(tx, metric, at, 0, today)
		if err != nil {
			return err
		}
		return edit.Update(tx, id, func(m *journey.Measurement) { m.Value = nil })
	})
}

// some is a count as a note; nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
