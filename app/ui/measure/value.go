package measure

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// valueRow is one value in the list of all values of a series.
type valueRow struct {
	widget.BaseWidget
	words  *words.Table
	series series.Series
	value  journey.Measurement
	on     bool
}

func newValueRow(w *words.Table) *valueRow {
	r := &valueRow{words: w}
	r.ExtendBaseWidget(r)
	return r
}

func (r *valueRow) set(s series.Series, m journey.Measurement, on bool) {
	r.series, r.value, r.on = s, m, on
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *valueRow) CreateRenderer() fyne.WidgetRenderer {
	v := &valueRenderer{r: r, ground: canvas.NewRectangle(color.Transparent)}
	v.ground.CornerRadius = 5
	v.Refresh()
	return v
}

type valueRenderer struct {
	r      *valueRow
	ground *canvas.Rectangle
	texts  []fyne.CanvasObject
}

func (v *valueRenderer) Destroy()           {}
func (v *valueRenderer) MinSize() fyne.Size { return fyne.NewSize(200, valueHeight) }
func (v *valueRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{v.ground}, v.texts...)
}

func (v *valueRenderer) Layout(s fyne.Size) {
	v.ground.Resize(s)
	v.texts = nil
	r, t := v.r, look.Now()
	put := func(text string, x, width float32, face fyne.Resource, ink color.Color, right bool) float32 {
		o := canvas.NewText(look.Shorten(text, look.TextSize-0.5, face, width), ink)
		o.TextSize, o.FontSource = look.TextSize-0.5, face
		m := o.MinSize()
		if right {
			x += width - m.Width
		}
		o.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		o.Resize(m)
		v.texts = append(v.texts, o)
		return x + m.Width
	}
	got := verdict(r.series, r.value)
	date := series.Date(r.words, r.value.Date)
	if date == "" {
		date = r.words.T("measure.undated")
	}
	put(date, 10, 106, look.Regular, t.Second, false)
	if !got.told {
		put("–", 116, 90, look.Regular, t.Second, true)
	} else {
		put(series.Value(r.words, r.series.Metric, got.judged.Value), 116, 90, look.SemiBold, got.ink(t), true)
	}
	if side, text, tick := got.variance(r.words); text != "" {
		end := put(side+" "+text, 222, 84, look.Medium, got.ink(t), false)
		if tick {
			put("✓", end+4, 14, look.SemiBold, got.ink(t), false)
		}
	}
	put(r.value.Source, 316, s.Width-326, look.Regular, t.Second, false)
}

func (v *valueRenderer) Refresh() {
	v.ground.FillColor = color.Transparent
	if v.r.on {
		v.ground.FillColor = look.Now().Tint
	}
	v.Layout(v.r.Size())
	canvas.Refresh(v.r)
}
