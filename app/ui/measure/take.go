package measure

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/measure"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/exchange/values"
	"jejak/data/journey"
)

// TakeOptions says what a Take works with. All of it must be there.
type TakeOptions struct {
	Canvas  fyne.Canvas
	Words   *words.Table
	Project journey.Project
	MapID   journey.ID
	Today   string
	Name    string // of the file; empty: it was pasted
	Change  func(edit.Label, func(*edit.Tx) error) error
	Done    func(n int) // so many values were taken over; the dialog has gone
	Closed  func()      // gives the keyboard back
}

// Take is the dialog in which a person sees what becomes of a table, row by row, says what stands in
// its columns, and takes its values over.
type Take struct {
	o       TakeOptions
	table   values.Table
	mapping values.Mapping
	plan    values.Plan
	only    values.Fate // what is listed; empty: all
	rows    []values.Row

	popup   *widget.PopUp
	before  func(*fyne.KeyEvent)
	closed  bool
	columns *fyne.Container
	header  *look.Check
	making  *look.Check
	marks   []*look.Button
	orders  []*look.Button
	tabs    []*look.Button
	list    *widget.List
	note    *look.Label
	primary *look.Button
}

// fates are the tabs over the rows.
var fates = []values.Fate{"", values.Adds, values.Changes, values.Same, values.Refused}

// The measures of the dialog, in units of Fyne.
const (
	takeWidth  = 1080
	takeHeight = 740
	takePad    = 20
	columnWide = 158
	takenHigh  = 34
)

// OpenTake shows the dialog with a table.
func OpenTake(o TakeOptions, table values.Table) *Take {
	t := &Take{o: o, table: table, before: o.Canvas.OnTypedKey()}
	t.mapping = values.Guess(o.Project, o.MapID, table)
	t.popup = widget.NewModalPopUp(t.content(), o.Canvas)
	size := o.Canvas.Size()
	t.popup.Resize(fyne.NewSize(min(takeWidth, size.Width-32), min(takeHeight, size.Height-32)))
	o.Canvas.SetOnTypedKey(t.key)
	t.popup.Show()
	t.update()
	o.Canvas.Unfocus()
	return t
}

func (t *Take) t(key string) string { return t.o.Words.T(key) }

// Plan returns what becomes of the table.
func (t *Take) Plan() values.Plan { return t.plan }

func (t *Take) content() fyne.CanvasObject {
	title := t.t("measure.take.title")
	if t.o.Name != "" {
		title += " · " + t.o.Name
	}
	shut := look.NewButton(look.Quiet, "close", "", t.Close)
	head := look.Pad(container.NewBorder(nil, nil, nil, shut, look.NewLabel(title, 16, look.SemiBold, look.Ink)), 10, 12, 10, takePad)

	t.columns = look.HBox(10)
	strip := container.NewHScroll(look.Pad(t.columns, 0, takePad, 8, takePad))
	t.header = look.NewCheck(t.t("measure.take.header"), func(on bool) { t.set(func(g *values.Mapping) { g.Header = on }) })
	t.making = look.NewCheck(t.t("measure.take.make"), func(on bool) { t.set(func(g *values.Mapping) { g.Make = on }) })
	segments := func(caption string, names []string, put func(g *values.Mapping, i int)) (fyne.CanvasObject, []*look.Button) {
		var list []*look.Button
		var objects []fyne.CanvasObject
		for i, name := range names {
			b := look.NewButton(look.Segment, "", name, func() { t.set(func(g *values.Mapping) { put(g, i) }) })
			list, objects = append(list, b), append(objects, b)
		}
		return look.HBox(8, look.NewLabel(caption, look.SmallSize, look.Regular, look.Second).Wide(), look.HBox(0, objects...)), list
	}
	marks, markButtons := segments(t.t("measure.take.decimals"), []string{t.t("measure.take.auto"), "1.5", "1,5"}, func(g *values.Mapping, i int) { g.Mark = values.Marks[i] })
	orders, orderButtons := segments(t.t("measure.take.dates"), []string{t.t("measure.take.auto"), t.t("measure.take.day"), t.t("measure.take.month")},
		func(g *values.Mapping, i int) { g.Order = values.Orders[i] })
	t.marks, t.orders = markButtons, orderButtons
	checks := look.Grid(10, t.header, t.making)
	options := container.New(look.NewFlow(takeWidth-2*takePad, 14), marks, orders)

	var tabs []fyne.CanvasObject
	for _, f := range fates {
		b := look.NewButton(look.Tab, "", "", func() { t.only = f; t.show() })
		t.tabs, tabs = append(t.tabs, b), append(tabs, b)
	}
	t.list = widget.NewList(func() int { return len(t.rows) }, func() fyne.CanvasObject { return newTakenRow(t) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if i < len(t.rows) {
				o.(*takenRow).set(t.rows[i])
			}
		})
	t.list.HideSeparators = true
	t.list.OnSelected = func(widget.ListItemID) { t.list.UnselectAll() }
	t.note = look.NewLabel("", look.SmallSize, look.Regular, look.Second)
	t.primary = look.NewButton(look.Primary, "", "", t.accept)
	foot := look.Pad(container.NewBorder(nil, nil, nil, look.HBox(8, look.NewButton(look.Outlined, "", t.t("ui.cancel"), t.Close), t.primary), t.note), 10, 16, 10, takePad)

	caption := look.Pad(look.NewLabel(t.t("measure.take.columns"), look.SmallSize, look.Medium, look.Second), 10, 0, 6, takePad)
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(560, 300))
	return container.NewStack(wide, container.New(pile{8}, head, look.Hairline(), caption, strip, look.Pad(look.VBox(8, checks, options), 4, takePad, 10, takePad), look.Hairline(),
		look.Pad(look.HBox(2, tabs...), 6, takePad, 6, takePad-8), look.Hairline(), t.list, look.Hairline(), foot))
}

// set changes how the table is read.
func (t *Take) set(f func(*values.Mapping)) {
	f(&t.mapping)
	t.update()
}

// update says anew what becomes of the table.
func (t *Take) update() {
	t.plan = values.Resolve(t.o.Project, t.o.MapID, t.table, t.mapping, t.o.Today)
	if t.only != "" && t.plan.Count(t.only) == 0 {
		t.only = ""
	}
	t.drawColumns()
	t.show()
}

// drawColumns shows each column with an example and what stands in it.
func (t *Take) drawColumns() {
	t.columns.Objects = nil
	var list []fyne.CanvasObject
	for i, c := range t.mapping.Columns {
		var b *look.Button
		b = look.NewButton(look.Outlined, "chevron-down", look.Shorten(t.columnName(c), look.TextSize, look.Regular, columnWide-44), func() {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(0, b.Size().Height+3)
			menu.Show(t.o.Canvas, at, t.columnItems(i))
		})
		head, sample := t.example(i)
		list = append(list, look.VBox(3, look.Room(look.NewLabel(head, look.SmallSize, look.SemiBold, look.Ink), fyne.NewSize(columnWide, 16)),
			look.Room(look.NewLabel(sample, look.SmallSize, look.Regular, look.Second), fyne.NewSize(columnWide, 16)), look.Room(b, fyne.NewSize(columnWide, 30))))
	}
	t.columns.Objects = look.HBox(10, list...).Objects
	t.columns.Refresh()
}

// example is what a column is called and what stands in it first.
func (t *Take) example(i int) (head, sample string) {
	rows := t.table.Rows
	if t.mapping.Header && len(rows) > 0 {
		if i < len(rows[0]) {
			head = rows[0][i]
		}
		rows = rows[1:]
	}
	if head == "" {
		head = t.o.Words.F("measure.take.column", words.Args{"Number": i + 1})
	}
	for _, row := range rows {
		if i < len(row) && row[i] != "" {
			return head, strings.Join(strings.Fields(row[i]), " ")
		}
	}
	return head, "–"
}

// columnName is what stands in a column.
func (t *Take) columnName(c values.Column) string {
	name := t.t("measure.column." + string(c.Field))
	if c.Metric != (values.Metric{}) {
		return t.metricName(c.Metric)
	}
	return name
}

// metricName is what a metric of the table is called, there or not.
func (t *Take) metricName(m values.Metric) string {
	if rec, ok := t.o.Project.Metrics.Get(m.ID); ok {
		return measure.Name(rec, t.o.Words)
	}
	return edits.NameIn(t.o.Words)(m)
}

// columnItems are what can stand in a column: the fields, and the values of one metric.
func (t *Take) columnItems(i int) []menu.Item {
	now := t.mapping.Columns[i]
	put := func(label string, c values.Column) menu.Item {
		return menu.Item{Label: label, Checked: c == now, Run: func() {
			t.set(func(g *values.Mapping) {
				g.Columns = slices.Clone(g.Columns)
				if c.Field != values.Nothing && c.Metric == (values.Metric{}) {
					for j, other := range g.Columns {
						if other == c {
							g.Columns[j] = values.Column{Field: values.Nothing} // it stands in one column only
						}
					}
				}
				g.Columns[i] = c
			})
		}}
	}
	var items []menu.Item
	for _, f := range values.Fields {
		items = append(items, put(t.t("measure.column."+string(f)), values.Column{Field: f}))
		if f == values.Nothing {
			items = append(items, menu.Line())
		}
	}
	var metrics []menu.Item
	have := map[journey.Standard]bool{}
	for _, m := range t.o.Project.MetricsInOrder() {
		have[m.Standard] = true
		metrics = append(metrics, put(short(measure.Name(m, t.o.Words)), values.Column{Field: values.ValueField, Metric: values.Metric{ID: m.ID}}))
	}
	for _, s := range journey.Standards[1:] {
		if !have[s] {
			m := values.Metric{Standard: s}
			metrics = append(metrics, put(t.metricName(m), values.Column{Field: values.ValueField, Metric: m}))
		}
	}
	return append(items, menu.Line(), menu.Item{Label: t.t("measure.take.of"), Sub: metrics})
}

// show lists the rows of the tab that is chosen.
func (t *Take) show() {
	t.header.Set(t.mapping.Header)
	t.making.Set(t.mapping.Make)
	for i, b := range t.marks {
		b.SetOn(t.mapping.Mark == values.Marks[i])
	}
	for i, b := range t.orders {
		b.SetOn(t.mapping.Order == values.Orders[i])
	}
	t.rows = t.plan.Rows
	if t.only != "" {
		t.rows = slices.DeleteFunc(slices.Clone(t.plan.Rows), func(r values.Row) bool { return r.Fate != t.only })
	}
	for i, f := range fates {
		n := t.plan.Count(f)
		if f == "" {
			n = len(t.plan.Rows)
		}
		key := "measure.fate.all"
		if f != "" {
			key = "measure.fate." + string(f)
		}
		t.tabs[i].Text = t.o.Words.F(key, words.Args{"Count": n})
		t.tabs[i].SetOn(f == t.only)
		t.tabs[i].SetEnabled(f == "" || n > 0)
		t.tabs[i].Refresh()
	}
	n := t.plan.Count(values.Adds) + t.plan.Count(values.Changes)
	t.primary.Text = t.o.Words.N("measure.take.yes", n, nil)
	t.primary.SetEnabled(n > 0)
	t.primary.Refresh()
	note := ""
	if left := t.plan.Count(values.Refused); left > 0 {
		note = t.o.Words.N("measure.take.left", left, nil)
	}
	t.note.SetText(note)
	t.list.Refresh()
	t.list.ScrollToTop()
	t.popup.Content.Refresh()
}

// accept takes the values over in one step.
func (t *Take) accept() {
	n := t.plan.Count(values.Adds) + t.plan.Count(values.Changes)
	if n == 0 {
		return
	}
	plan, name := t.plan, edits.NameIn(words.In(t.o.Project.Info().Language))
	if t.o.Change(edit.Label{Key: edits.LabelImport, Count: n}, func(tx *edit.Tx) error { return edits.Import(tx, plan, name) }) != nil {
		return // told there
	}
	t.Close()
	t.o.Done(n)
}

func (t *Take) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		t.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		t.accept()
	}
}

// Close takes the dialog away. Closing twice does nothing.
func (t *Take) Close() {
	if t.closed {
		return
	}
	t.closed = true
	t.popup.Hide()
	t.o.Canvas.SetOnTypedKey(t.before)
	t.o.Closed()
}
