package measure

import (
	"jejak/app/editor/measure"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/insight"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// offer is a metric that a value can be of: one of the project, or one that is made first.
type offer struct {
	metric journey.ID
	ready  edits.Ready
	own    bool // a new one of the user's own
	name   string
}

// offered are the metrics that are ready and not in the project yet.
func (l *Leaf) offered(p journey.Project) []offer {
	have := map[string]bool{}
	for _, m := range p.MetricsInOrder() {
		if r, ok := edits.Of(m); ok {
			have[r.Key] = true
		}
	}
	var list []offer
	for _, r := range edits.Offered {
		if !have[r.Key] {
			list = append(list, offer{ready: r, name: r.Name(l.o.Words)})
		}
	}
	return list
}

// metricItems are the metrics a value can be of, each with the places where it can be measured.
func (l *Leaf) metricItems() []menu.Item {
	p := l.project()
	var items []menu.Item
	put := func(o offer) {
		items = append(items, menu.Item{Label: short(o.name), Sub: l.placeItems(o)})
	}
	for _, m := range p.MetricsInOrder() {
		put(offer{metric: m.ID, name: measure.Name(m, l.o.Words)})
	}
	more := l.offered(p)
	if len(items) > 0 && len(more) > 0 {
		items = append(items, menu.Line())
	}
	for _, o := range more {
		put(o)
	}
	items = append(items, menu.Line())
	put(offer{own: true, name: l.t("inspector.metric.own")})
	return items
}

func short(s string) string { return look.Shorten(s, look.TextSize, look.Regular, 260) }

// placeItems are the places of the map in hand: the map, and each stage with its touchpoints.
func (l *Leaf) placeItems(o offer) []menu.Item {
	p := l.project()
	x := journey.NewIndex(p, l.o.Editor.MapID())
	pick := func(label, icon string, at journey.Ref) menu.Item {
		return menu.Item{Label: short(label), Icon: icon, Run: func() { l.record(o, at) }}
	}
	items := []menu.Item{pick(l.t("measure.place.map"), "map", journey.RefTo(x.Map))}
	if len(x.Stages) > 0 {
		items = append(items, menu.Line())
	}
	cards := map[journey.ID][]menu.Item{}
	for _, at := range series.Places(x) {
		if at.Lane == journey.LaneTouchpoints {
			cards[at.Stage] = append(cards[at.Stage], pick(insight.Name(p, at.Ref, l.o.Words), "touchpoint", at.Ref))
		}
	}
	for _, s := range x.Stages {
		item := pick(insight.Name(p, journey.RefTo(s), l.o.Words), "stage", journey.RefTo(s))
		if touch := cards[s.ID]; len(touch) > 0 {
			item.Run = nil
			item.Sub = append([]menu.Item{pick(l.t("measure.place.stage"), "stage", journey.RefTo(s)), menu.Line()}, touch...)
		}
		items = append(items, item)
	}
	return items
}

// record adds a value without a number yet, shows it, and gives the field for the number the keyboard.
func (l *Leaf) record(o offer, at journey.Ref) {
	metric, id := o.metric, journey.ID("")
	err := l.o.Change(edit.Label{Key: edit.LabelAddMeasurement, Count: 1}, func(tx *edit.Tx) (err error) {
		switch {
		case o.own:
			metric, err = edit.AddMetric(tx, l.t("inspector.metric.new"), journey.OwnMetric)
		case metric == "":
			metric, err = o.ready.Take(tx, l.o.Words)
		}
		if err == nil {
			id, err = edits.Record(tx, metric, at, l.o.Today())
		}
		return err
	})
	if err != nil {
		return // told there
	}
	l.Choose(measure.Key{Metric: metric, At: at})
	l.detail.choose(id)
	l.detail.focus()
}
