package register

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/priority"
	data "jejak/data/register"
)

// drop opens a menu below a button of the bar.
func (l *Leaf) drop(under fyne.CanvasObject, items []menu.Item) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
	menu.Show(l.o.Canvas, at, items)
}

// ask shows something else.
func (l *Leaf) ask(change func(*data.Query)) func() {
	return func() {
		q := l.r.Query()
		change(&q)
		l.r.Ask(q, l.r.Here())
		l.o.Canvas.Focus(l.table)
	}
}

// pickStatus chooses the status whose actions are shown.
func (l *Leaf) pickStatus(b *look.Button) {
	q := l.r.Query()
	items := []menu.Item{{Label: l.o.Words.T("register.any"), Checked: q.Status == "", Run: l.ask(func(q *data.Query) { q.Status = "" })}, menu.Line()}
	for _, s := range journey.Statuses {
		items = append(items, menu.Item{Label: data.StatusName(s, l.o.Words), Checked: q.Status == s, Run: l.ask(func(q *data.Query) { q.Status = s })})
	}
	l.drop(b, items)
}

// pickText chooses one of the owners or departments there are.
func (l *Leaf) pickText(b *look.Button, c data.Column) {
	at := func(q *data.Query) *string {
		if c == data.Owner {
			return &q.Owner
		}
		return &q.Department
	}
	q := l.r.Query()
	known := data.Known(l.r.All(), c)
	items := []menu.Item{{Label: l.o.Words.T("register.any"), Checked: *at(&q) == "", Run: l.ask(func(q *data.Query) { *at(q) = "" })}}
	if len(known) > 0 {
		items = append(items, menu.Line())
	}
	for _, name := range known {
		items = append(items, menu.Item{Label: name, Checked: *at(&q) == name, Run: l.ask(func(q *data.Query) { *at(q) = name })})
	}
	l.drop(b, items)
}

// then runs f and gives the keyboard back to the table.
func (t *Table) then(f func()) func() {
	return func() {
		f()
		t.l.o.Canvas.Focus(t)
	}
}

// statuses are the items of what a status can be.
func (t *Table) statuses() []menu.Item {
	var now journey.Status
	if row, ok := t.l.r.Row(); ok {
		now = row.Action.Status
	}
	var items []menu.Item
	for _, s := range journey.Statuses {
		items = append(items, menu.Item{Label: data.StatusName(s, t.l.o.Words), Checked: s == now, Run: t.then(func() { t.l.r.SetStatus(s) })})
	}
	return items
}

// answers are the items of what an action can answer: the pains and opportunities of each map.
func (t *Table) answers() []menu.Item {
	p, w := t.l.o.Editor.Document().Project(), t.l.o.Words
	row, _ := t.l.r.Row()
	items := []menu.Item{{Label: w.T("register.answers.none"), Checked: row.Action.CardID == "", Run: t.then(func() { t.l.r.Answer("") })}}
	maps := p.MapsInOrder()
	for _, m := range maps {
		var list []menu.Item
		for _, k := range priority.Kinds {
			var cards []menu.Item
			for _, e := range priority.Of(p, m.ID, k).Entries {
				cards = append(cards, menu.Item{Label: look.Shorten(insight.Name(p, e.Ref(), w), look.TextSize, look.Regular, 340),
					Icon: map[priority.Kind]string{priority.Pains: "pain", priority.Chances: "opportunity"}[k], Checked: e.Card.ID == row.Action.CardID,
					Run: t.then(func() { t.l.r.Answer(e.Card.ID) })})
			}
			if len(list) > 0 && len(cards) > 0 {
				list = append(list, menu.Line())
			}
			list = append(list, cards...)
		}
		switch {
		case len(list) == 0:
		case len(maps) == 1:
			items = append(append(items, menu.Line()), list...)
		default:
			items = append(items, menu.Item{Label: insight.Name(p, journey.RefTo(m), w), Icon: "map", Sub: list})
		}
	}
	return items
}

// choose opens the list for the cell the keyboard is at.
func (t *Table) choose() {
	i, c := t.l.r.Cursor()
	for _, sp := range t.spans {
		if sp.column != c || i < 0 {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.list).AddXY(sp.x+2, float32(i+1)*rowHeight)
		items := t.statuses()
		if c == data.Answers {
			items = t.answers()
		}
		menu.Show(t.l.o.Canvas, at, items)
	}
}

// menu shows what can be done with the rows that are selected.
func (t *Table) menu(at fyne.Position) {
	l, w := t.l, t.l.o.Words
	l.o.Away()
	n := len(l.r.Selected())
	if n == 0 {
		return
	}
	row, _ := l.r.Row()
	items := []menu.Item{
		{Label: w.T("register.edit"), Icon: "edit", Disabled: n > 1, Shortcut: "Enter", Run: func() { l.o.Canvas.Focus(t); l.r.Type() }},
		{Label: data.Status.Heading(w), Sub: t.statuses()},
		{Label: data.Answers.Heading(w), Sub: t.answers()},
		{Label: w.T("register.show"), Icon: "map", Disabled: n > 1 || row.Card.ID == "", Run: func() { l.o.GoTo(journey.RefTo(row.Card)) }},
		menu.Line(),
		{Label: w.T("register.duplicate"), Icon: "duplicate", Shortcut: "Ctrl+D", Run: t.then(l.r.Duplicate)},
		{Label: w.T("register.copy"), Icon: "copy", Shortcut: "Ctrl+C", Run: l.copy},
		menu.Line(),
		{Label: w.N("register.remove", n, words.Args{}), Icon: "trash", Shortcut: "Del", Run: t.then(l.r.Remove)},
	}
	menu.Show(l.o.Canvas, at, items)
}
