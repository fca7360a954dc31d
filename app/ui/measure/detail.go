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
	"jejak/assets/words"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/exchange/values"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// detail is all values of the series that is chosen: their course, the list of them, and fields for the
// one in hand.
type detail struct {
	l       *Leaf
	object  *fyne.Container
	title   *look.Label
	about   *look.Label
	chart   *Chart
	fields  map[string]*look.Field
	message *look.Label
	list    *widget.List
	gone    *look.Button
	more    *look.Button
	place   *look.Button

	series series.Series
	chosen journey.ID // the value in hand
}

// The measures of the detail, in units of Fyne.
const (
	detailHeight = 286
	valuesWidth  = 456
	valueHeight  = 28
)

func newDetail(l *Leaf) *detail {
	d := &detail{l: l, fields: map[string]*look.Field{}}
	d.title = look.NewLabel("", 15, look.SemiBold, look.Ink)
	d.about = look.NewLabel("", look.SmallSize, look.Regular, look.Second)
	d.chart = newChart(l.o.Words, true, d.choose)
	d.message = look.NewLabel("", look.SmallSize, look.Regular, look.Bad)
	d.place = look.NewButton(look.Quiet, "map", "", func() { l.o.Show(d.series.At) })
	d.place.Hint, d.place.OnHint = l.t("measure.show"), l.o.Hint
	shut := look.NewButton(look.Quiet, "close", "", func() { l.Choose(measure.Key{}); l.o.Canvas.Focus(l.table) })
	d.more = look.NewButton(look.Outlined, "plus", l.t("measure.more"), d.add)
	d.gone = look.NewButton(look.Quiet, "trash", "", d.remove)
	d.gone.Hint, d.gone.OnHint = l.t("measure.remove"), l.o.Hint
	d.list = widget.NewList(func() int { return len(d.series.Values) },
		func() fyne.CanvasObject { return newValueRow(l.o.Words) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if n := len(d.series.Values); i < n {
				m := d.series.Values[n-1-i] // the newest first
				o.(*valueRow).set(d.series, m, m.ID == d.chosen)
			}
		})
	d.list.HideSeparators = true
	d.list.OnSelected = func(i widget.ListItemID) {
		d.list.UnselectAll()
		if n := len(d.series.Values); i < n {
			d.choose(d.series.Values[n-1-i].ID)
		}
	}
	field := func(key string, width float32, commit func(string)) fyne.CanvasObject {
		f := look.NewField("", 1, width, commit)
		f.After = func() { l.o.Canvas.Focus(l.table) }
		d.fields[key] = f
		return look.VBox(3, look.Caption(l.t("measure.column."+key)), f.Framed())
	}
	row := container.New(shares{[]float32{122, 84, 84, 0}, 8},
		field("date", 122, d.setDate), field("value", 84, d.setNumber(func(m *journey.Measurement) **float64 { return &m.Value })),
		field("target", 84, d.setNumber(func(m *journey.Measurement) **float64 { return &m.Target })), field("source", 142, d.setSource))
	values := container.NewBorder(look.VBox(6, row, d.message), nil, nil, nil, d.list)
	right := look.Room(look.Pad(values, 0, 0, 8, 0), fyne.NewSize(valuesWidth, 0))
	head := container.NewBorder(nil, nil, nil, look.HBox(4, d.more, d.gone, d.place, shut), look.VBox(1, d.title, d.about))
	body := container.NewBorder(look.Pad(head, 10, 0, 6, 0), nil, nil, look.Pad(right, 0, 0, 0, 16), d.chart)
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, detailHeight))
	d.object = container.NewStack(look.PanelGround(), room, container.New(pile{1}, look.Hairline(), look.Pad(body, 0, 14, 4, rowPad)))
	return d
}

// update brings the detail up to date with the project.
func (d *detail) update() {
	i := measure.Find(d.l.lines, d.l.state.Key)
	d.object.Hidden = i < 0
	if i < 0 {
		d.series = series.Series{}
		return
	}
	line := d.l.lines[i]
	d.series = line.Series
	if _, ok := d.value(); !ok {
		d.chosen = d.series.Values[len(d.series.Values)-1].ID
	}
	d.title.SetText(measure.Name(line.Metric, d.l.o.Words) + " · " + line.Place)
	about, ink := measure.About(line.Metric, d.l.o.Words), look.Second
	m, _ := d.value()
	if outside := verdict(d.series, m).outside(d.l.o.Words); outside != "" {
		about, ink = outside, look.Bad
	}
	d.about.SetText(about)
	d.about.SetColor(ink)
	d.chart.Set(d.series, d.chosen)
	d.fill()
	locked := d.l.o.Editor.Locked()
	for _, b := range []*look.Button{d.more, d.gone} {
		b.SetEnabled(!locked)
	}
	for _, f := range d.fields {
		if locked {
			f.Disable()
		} else {
			f.Enable()
		}
	}
	d.list.Refresh()
	d.object.Refresh()
}

// value is the measurement in hand.
func (d *detail) value() (journey.Measurement, bool) {
	i := slices.IndexFunc(d.series.Values, func(m journey.Measurement) bool { return m.ID == d.chosen })
	if i < 0 {
		return journey.Measurement{}, false
	}
	return d.series.Values[i], true
}

// fill puts the value in hand into the fields.
func (d *detail) fill() {
	m, ok := d.value()
	if !ok {
		return
	}
	w := d.l.o.Words
	number := func(v *float64) string {
		if v == nil {
			return ""
		}
		return series.Plain(w, *v)
	}
	put := func(key, s string) {
		f := d.fields[key]
		f.SetValue(s, d.l.o.Canvas.Focused() == fyne.Focusable(f) && f.Touched())
	}
	put("date", series.Date(w, m.Date))
	put("value", number(m.Value))
	put("target", number(m.Target))
	put("source", m.Source)
}

// choose takes another value in hand.
func (d *detail) choose(id journey.ID) {
	d.keep()
	d.chosen = id
	d.message.SetText("")
	d.update()
}

// keep takes over what is being typed.
func (d *detail) keep() {
	for _, f := range d.fields {
		if d.l.o.Canvas.Focused() == fyne.Focusable(f) {
			f.Keep()
		}
	}
}

// focus gives the field for the number the keyboard.
func (d *detail) focus() {
	if !d.object.Hidden && !d.l.o.Editor.Locked() {
		f := d.fields["value"]
		d.l.o.Canvas.Focus(f)
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// change changes the value in hand; it is undone by one step back.
func (d *detail) change(f func(*journey.Measurement)) {
	id := d.chosen
	d.message.SetText("")
	_ = d.l.o.Change(edit.Label{Key: edit.LabelUpdate}, func(tx *edit.Tx) error { return edit.Update(tx, id, f) }) // told there
	d.refill()
}

// refill shows what the project holds, whatever was typed.
func (d *detail) refill() {
	m, ok := d.value()
	if !ok {
		return
	}
	w := d.l.o.Words
	for key, s := range map[string]string{"date": series.Date(w, m.Date), "source": m.Source, "value": plain(w, m.Value), "target": plain(w, m.Target)} {
		d.fields[key].Put(s)
	}
}

func plain(w *words.Table, v *float64) string {
	if v == nil {
		return ""
	}
	return series.Plain(w, *v)
}

// refuse says why what was typed is not taken.
func (d *detail) refuse(key, what string) {
	d.message.SetText(d.l.o.Words.F("measure.problem."+key, words.Args{"What": what}))
	d.refill()
}

func (d *detail) setDate(s string) {
	day, ok := values.ParseDate(s)
	if s = strings.TrimSpace(s); s == "" {
		day, ok = "", true
	}
	if !ok {
		d.refuse(string(values.BadDate), s)
		return
	}
	d.change(func(m *journey.Measurement) { m.Date = day })
}

func (d *detail) setNumber(at func(*journey.Measurement) **float64) func(string) {
	return func(s string) {
		mark := values.Point
		if d.l.o.Words.Lang() == "id" {
			mark = values.Comma
		}
		v, ok := values.ParseNumber(s, d.series.Metric.Unit, mark)
		empty := strings.TrimSpace(s) == ""
		if !ok && !empty {
			d.refuse(string(values.BadNumber), strings.TrimSpace(s))
			return
		}
		d.change(func(m *journey.Measurement) {
			if m.Value == nil && m.Date == "" && at(m) == &m.Value {
				m.Date = d.l.o.Today() // of a template: it is measured now
			}
			if *at(m) = &v; empty {
				*at(m) = nil
			}
		})
	}
}

func (d *detail) setSource(s string) {
	d.change(func(m *journey.Measurement) { m.Source = s })
}

// add adds a value of today to the series.
func (d *detail) add() {
	if d.object.Hidden || d.l.o.Editor.Locked() {
		return
	}
	d.keep()
	k, id := d.l.state.Key, journey.ID("")
	if d.l.o.Change(edit.Label{Key: edit.LabelAddMeasurement, Count: 1}, func(tx *edit.Tx) (err error) {
		id, err = edits.Record(tx, k.Metric, k.At, d.l.o.Today())
		return err
	}) == nil {
		d.choose(id)
		d.focus()
	}
}

// remove takes the value in hand away.
func (d *detail) remove() {
	id := d.chosen
	if d.object.Hidden || d.l.o.Editor.Locked() || id == "" {
		return
	}
	d.chosen = ""
	_ = d.l.o.Change(edit.Label{Key: edit.LabelRemove, Count: 1}, func(tx *edit.Tx) error { return edit.RemoveMeasurement(tx, id) }) // told there
	d.l.o.Canvas.Focus(d.l.table)
}

// shares gives objects widths of their own; one of 0 takes what is left.
type shares struct {
	widths []float32
	gap    float32
}

// MinSize implements fyne.Layout.
func (s shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(100, h)
}

// Layout implements fyne.Layout.
func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width - s.gap*float32(len(objects)-1)
	for _, w := range s.widths {
		left -= w
	}
	x := float32(0)
	for i, o := range objects {
		w := s.widths[i]
		if w == 0 {
			w = max(0, left)
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + s.gap
	}
}
