package measure

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/exchange/values"
	"jejak/data/insight"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// takenRow is one row of a table and what becomes of it.
type takenRow struct {
	widget.BaseWidget
	t   *Take
	row values.Row
}

func newTakenRow(t *Take) *takenRow {
	r := &takenRow{t: t}
	r.ExtendBaseWidget(r)
	return r
}

func (r *takenRow) set(row values.Row) {
	r.row = row
	r.Refresh()
}

// metric is the metric of the row as it is or will be.
func (r *takenRow) metric() journey.Metric {
	if m, ok := r.t.o.Project.Metrics.Get(r.row.Metric.ID); ok {
		return m
	}
	return r.row.Metric.Standard.Metric()
}

// cells is what the row holds, as it stands in the table.
func (r *takenRow) cells() string {
	for i, line := range r.t.table.Lines {
		if line == r.row.Line {
			var list []string
			for _, cell := range r.t.table.Rows[i] {
				if cell != "" {
					list = append(list, strings.Join(strings.Fields(cell), " "))
				}
			}
			return strings.Join(list, " · ")
		}
	}
	return ""
}

// note is what there is to say of a row: why it does not fit, that its value cannot be, or its source.
func (r *takenRow) note() (text string, bad bool) {
	w := r.t.o.Words
	if s := r.row.Text(w); s != "" {
		return s, true
	}
	if r.row.Outside != series.Within && r.row.Value != nil {
		return series.Outside(w, r.metric(), *r.row.Value), true
	}
	return r.row.Source, false
}

// value is the number with what it was before, where that changes.
func (r *takenRow) value() string {
	w, m := r.t.o.Words, r.metric()
	if r.row.Value == nil {
		return "–"
	}
	text := series.Value(w, m, *r.row.Value)
	if old, ok := r.t.o.Project.Measurements.Get(r.row.Old); ok && r.row.Fate == values.Changes && old.Value != nil && *old.Value != *r.row.Value {
		text = series.Bare(w, m, *old.Value) + " → " + text
	}
	return text
}

// CreateRenderer implements fyne.Widget.
func (r *takenRow) CreateRenderer() fyne.WidgetRenderer {
	v := &takenRenderer{r: r, icon: canvas.NewImageFromResource(nil), rule: canvas.NewRectangle(color.Transparent)}
	v.icon.FillMode = canvas.ImageFillContain
	v.Refresh()
	return v
}

type takenRenderer struct {
	r     *takenRow
	icon  *canvas.Image
	rule  *canvas.Rectangle
	texts []fyne.CanvasObject
	drawn fyne.Size // for which they were made
}

func (v *takenRenderer) Destroy()           {}
func (v *takenRenderer) MinSize() fyne.Size { return fyne.NewSize(300, takenHigh) }
func (v *takenRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{v.rule, v.icon}, v.texts...)
}

// Layout draws for another size. Fyne asks for it also where only the objects are others than before.
func (v *takenRenderer) Layout(s fyne.Size) {
	if s != v.drawn {
		v.draw(s)
	}
}

func (v *takenRenderer) draw(s fyne.Size) {
	v.texts, v.drawn = nil, s
	r, t := v.r, look.Now()
	w := r.t.o.Words
	v.rule.Move(fyne.NewPos(takePad, s.Height-1))
	v.rule.Resize(fyne.NewSize(s.Width-2*takePad, 1))
	put := func(text string, x, width float32, face fyne.Resource, ink color.Color, right bool) {
		o := canvas.NewText(look.Shorten(text, look.TextSize-0.5, face, width), ink)
		o.TextSize, o.FontSource = look.TextSize-0.5, face
		m := o.MinSize()
		if right {
			x += width - m.Width
		}
		o.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		o.Resize(m)
		v.texts = append(v.texts, o)
	}
	put(strconv.Itoa(r.row.Line), takePad-4, 40, look.Regular, t.Second, true)
	v.icon.Move(fyne.NewPos(takePad+50, (s.Height-15)/2))
	v.icon.Resize(fyne.NewSquareSize(15))
	const from, valueWide, dateWide, targetWide = takePad + 76, 128, 92, 76
	rest := s.Width - from - takePad - valueWide - dateWide - targetWide - 3*12
	noteWide := max(180, rest*0.55)
	what := rest - noteWide - 12
	x := float32(from)
	note, bad := r.note()
	noteInk := t.Second
	if bad {
		noteInk = t.Bad
	}
	if r.row.Fate == values.Refused {
		put(r.cells(), x, s.Width*0.42, look.Regular, t.Second, false)
		x += s.Width*0.42 + 12
		put(note, x, s.Width-x-takePad, look.Regular, noteInk, false)
		return
	}
	ink := t.Ink
	if r.row.Fate == values.Same {
		ink = t.Second
	}
	name := r.t.metricName(r.row.Metric) + " · " + insight.Name(r.t.o.Project, r.row.At, w)
	put(name, x, what, look.Medium, ink, false)
	x += what + 12
	put(series.Date(w, r.row.Date), x, dateWide, look.Regular, t.Second, false)
	x += dateWide
	put(r.value(), x, valueWide, look.SemiBold, ink, true)
	x += valueWide + 12
	if r.row.Target != nil {
		put(series.Bare(w, r.metric(), *r.row.Target), x, targetWide, look.Regular, t.Second, true)
	}
	x += targetWide + 16
	put(note, x, s.Width-x-takePad, look.Regular, noteInk, false)
}

func (v *takenRenderer) Refresh() {
	t := look.Now()
	v.rule.FillColor = t.Hairline
	name, ink := "plus", t.Good
	switch v.r.row.Fate {
	case values.Changes:
		name, ink = "edit", t.AccentInk
	case values.Same:
		name, ink = "check", t.Second
	case values.Refused:
		name, ink = "warning", t.Bad
	}
	if res := look.Icon(name, ink); v.icon.Resource != res {
		v.icon.Resource = res
		v.icon.Refresh()
	}
	v.draw(v.r.Size())
	canvas.Refresh(v.r)
}
