package measure

import (
	"image/color"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor/measure"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/manage"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/exchange/values"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// book is the metrics of the open dialog.
type book struct{ h *manage.Host }

// Metrics returns what a manager shows of metrics.
func Metrics(h *manage.Host) manage.Subject {
	b := &book{h}
	return manage.Subject{
		Title: h.T("measure.metrics.title"), Empty: h.T("measure.metrics.empty"), Add: h.T("measure.metrics.add"),
		List: b.list, Lead: b.lead, Form: b.form, Offers: b.offers,
		New: func() (edit.Label, func(*edit.Tx) (journey.ID, error)) { return b.own() },
		Move: func(id, before journey.ID) (edit.Label, func(*edit.Tx) error) {
			return edit.Label{Key: edits.LabelMoveMetric, Name: b.get(id).Name}, func(tx *edit.Tx) error { return edits.MoveMetric(tx, id, before) }
		},
		Remove: b.remove,
	}
}

func (b *book) get(id journey.ID) journey.Metric {
	m, _ := b.h.Project().Metrics.Get(id)
	return m
}

// own adds a metric of the user's own.
func (b *book) own() (edit.Label, func(*edit.Tx) (journey.ID, error)) {
	name := b.h.T("inspector.metric.new")
	return edit.Label{Key: edit.LabelAddMetric}, func(tx *edit.Tx) (journey.ID, error) { return edit.AddMetric(tx, name, journey.OwnMetric) }
}

// offers are the metrics that are ready and not there yet, and one of the user's own.
func (b *book) offers() []menu.Item {
	have := map[string]bool{}
	for _, m := range b.h.Project().MetricsInOrder() {
		if r, ok := edits.Of(m); ok {
			have[r.Key] = true
		}
	}
	var items []menu.Item
	for i, r := range edits.Offered {
		if i > 0 && r.Standard == "" && edits.Offered[i-1].Standard != "" {
			items = append(items, menu.Line())
		}
		items = append(items, menu.Item{Label: r.Name(b.h.Words), Disabled: have[r.Key], Run: func() {
			b.h.Make(edit.Label{Key: edit.LabelAddMetric, Name: r.Name(b.h.Words)}, func(tx *edit.Tx) (journey.ID, error) { return r.Take(tx, b.h.Words) })
		}})
	}
	return append(items, menu.Line(), menu.Item{Label: b.h.T("inspector.metric.own"), Run: func() { b.h.Make(b.own()) }})
}

// uses counts the measurements of each metric.
func uses(p journey.Project) map[journey.ID]int {
	n := map[journey.ID]int{}
	for m := range p.Measurements.All() {
		n[m.MetricID]++
	}
	return n
}

func (b *book) list(p journey.Project) []manage.Item {
	n := uses(p)
	var items []manage.Item
	for _, m := range p.MetricsInOrder() {
		items = append(items, manage.Item{ID: m.ID, Name: measure.Name(m, b.h.Words), Note: b.h.Words.N("measure.values", n[m.ID], nil)})
	}
	return items
}

// lead shows which way is the good one.
func (b *book) lead(id journey.ID) (fyne.CanvasObject, func(p journey.Project)) {
	img := canvas.NewImageFromResource(nil)
	img.FillMode = canvas.ImageFillContain
	return look.Pad(img, 5, 5, 5, 5), func(p journey.Project) {
		m, _ := p.Metrics.Get(id)
		name := "arrow-up"
		if m.Direction == journey.LowerIsBetter {
			name = "arrow-down"
		}
		if res := look.Icon(name, look.Now().AccentInk); img.Resource != res {
			img.Resource = res
			img.Refresh()
		}
	}
}

// form puts all about a metric into a form.
func (b *book) form(f *manage.Form, id journey.ID) {
	type m = journey.Metric
	w := b.h.Words
	manage.Text(f, "measure.field.name", 1, func(r m) string { return r.Name }, func(r *m, s string) { r.Name = s })
	b.about(f, id)
	if scales := edits.ScalesOf(b.get(id).Standard); len(scales) > 0 {
		b.scales(f, id, scales)
	}
	manage.Segments(f, "measure.field.direction", []string{string(journey.HigherIsBetter), string(journey.LowerIsBetter)},
		func(v string) string { return capital(measure.Better(journey.Direction(v), w)) },
		func(r m) string { return string(r.Direction) },
		func(r *m, s string) {
			if s != "" { // one of them is always so
				r.Direction = journey.Direction(s)
			}
		})
	bound := func(at func(*m) **float64) (func(m) string, func(*m, string)) {
		return func(r m) string { return plain(w, *at(&r)) }, func(r *m, s string) {
			mark := values.Point
			if w.Lang() == "id" {
				mark = values.Comma
			}
			if v, ok := values.ParseNumber(s, r.Unit, mark); ok {
				*at(r) = &v
			} else if s == "" {
				*at(r) = nil
			}
		}
	}
	least, setLeast := bound(func(r *m) **float64 { return &r.Min })
	most, setMost := bound(func(r *m) **float64 { return &r.Max })
	manage.Pair(f, "measure.field.least", least, setLeast, "measure.field.most", most, setMost)
	manage.Pair(f, "measure.field.unit", func(r m) string { return r.Unit }, func(r *m, s string) { r.Unit = s },
		"measure.field.decimals", func(r m) string { return series.Plain(w, float64(r.Decimals)) }, func(r *m, s string) {
			if v, ok := values.ParseNumber(s, "", values.Point); ok && v >= 0 && v <= 4 {
				r.Decimals = int(v)
			}
		})
	manage.Text(f, "measure.field.formula", 2, func(r m) string {
		if ready, ok := edits.Of(r); ok && r.Formula == "" {
			return ready.Formula(w)
		}
		return r.Formula
	}, func(r *m, s string) {
		if ready, ok := edits.Of(*r); ok && ready.Standard != "" && s == ready.Formula(w) {
			s = "" // it is told in every language
		}
		r.Formula = s
	})
}

// capital begins a text with a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// about explains a metric that is known: what it tells, how it is reckoned, and where that is from.
func (b *book) about(f *manage.Form, id journey.ID) {
	r, ok := edits.Of(b.get(id))
	if !ok {
		return
	}
	w := b.h.Words
	text := func(s string) fyne.CanvasObject {
		t := look.NewText(s, look.Second)
		t.Resize(fyne.NewSize(manage.FormWidth-28, 0))
		return t
	}
	inner := look.VBox(6, text(r.About(w)), look.HBox(0, look.NewLabel(r.Formula(w), look.TextSize, look.SemiBold, look.Ink).Wide()),
		text(w.F("measure.from", words.Args{"Source": r.Source(w)})))
	f.Put(look.Gap(4))
	f.Put(container.NewStack(look.NewGround(func(t *look.Theme) color.NRGBA { return t.Ground }), look.Pad(inner, 10, 14, 10, 14)))
}

// scales is the ways in which a built-in metric is measured.
func (b *book) scales(f *manage.Form, id journey.ID, list []edits.Scale) {
	f.Caption("measure.field.scale")
	row := container.New(look.NewFlow(manage.FormWidth, 0))
	buttons := make([]*look.Button, len(list))
	for i, s := range list {
		buttons[i] = look.NewButton(look.Segment, "", b.h.T("measure.scale."+s.Key), func() {
			_ = b.h.Change(edit.Label{Key: edits.LabelScale, Name: measure.Name(b.get(id), b.h.Words)}, func(tx *edit.Tx) error { return edits.SetScale(tx, id, s) }) // told there
		})
		row.Add(buttons[i])
	}
	f.Put(row)
	f.OnUpdate(func(p journey.Project) {
		m, _ := p.Metrics.Get(id)
		for i, s := range list {
			buttons[i].SetOn(s.Is(m))
		}
	})
}

// remove asks whether a metric may go with its values, and removes it.
func (b *book) remove(id journey.ID) {
	m, n := b.get(id), uses(b.h.Project())[id]
	name := measure.Name(m, b.h.Words)
	gone := func() {
		_ = b.h.Change(edit.Label{Key: edits.LabelRemoveMetric, Name: name}, func(tx *edit.Tx) error { return edit.RemoveMetric(tx, id) }) // told there
	}
	if n == 0 {
		gone()
		return
	}
	b.h.Ask(ask.Question{Icon: "trash", Title: b.h.Words.F("measure.metrics.delete", words.Args{"Name": name}),
		Text: b.h.Words.N("measure.metrics.delete.text", n, nil) + " " + b.h.T("manage.undo"),
		Answers: []ask.Answer{{Text: b.h.T("ui.cancel"), Cancel: true},
			{Text: b.h.T("measure.metrics.delete.yes"), Primary: true, Run: gone}}})
}
