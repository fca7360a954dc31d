package measure

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/measure"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight/series"
)

// column is a column of the table with where it stands.
type column struct {
	key   string // of its caption
	width float32
	right bool    // numbers end at one line
	least float32 // the width of the table from which on it is shown
}

// columns are those behind the place, which takes what is left.
var columns = []column{
	{"measure.column.value", 92, true, 0},
	{"measure.column.target", 78, true, 0},
	{"measure.variance", 104, false, 0},
	{"measure.column.date", 92, false, 580},
	{"measure.column.source", 150, false, 880},
	{"measure.course", 118, false, 700},
}

const (
	rowHeight = 38
	rowPad    = 18
	columnGap = 14
)

// place is where a column stands in a table so wide; false: it is not shown.
func places(width float32) (x []float32, shown []bool, room float32) {
	x, shown = make([]float32, len(columns)), make([]bool, len(columns))
	at := width - rowPad
	for i := len(columns) - 1; i >= 0; i-- {
		if shown[i] = width >= columns[i].least; shown[i] {
			at -= columns[i].width
			x[i] = at
			at -= columnGap
		}
	}
	return x, shown, at
}

// header is the captions over the table.
type header struct {
	widget.BaseWidget
	words *words.Table
}

func newHeader(w *words.Table) *header {
	h := &header{words: w}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	r := &headerRenderer{h: h}
	r.Refresh()
	return r
}

type headerRenderer struct {
	h     *header
	texts []fyne.CanvasObject
	drawn fyne.Size // for which they were made
}

func (r *headerRenderer) Destroy()                     {}
func (r *headerRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 30) }
func (r *headerRenderer) Objects() []fyne.CanvasObject { return r.texts }

// Layout draws for another size. Fyne asks for it also where only the objects are others than before.
func (r *headerRenderer) Layout(s fyne.Size) {
	if s != r.drawn {
		r.draw(s)
	}
}

func (r *headerRenderer) draw(s fyne.Size) {
	r.texts, r.drawn = nil, s
	put := func(key string, x, width float32, right bool) {
		t := canvas.NewText(look.Shorten(r.h.words.T(key), look.SmallSize, look.Medium, width), look.Now().Second)
		t.TextSize, t.FontSource = look.SmallSize, look.Medium
		m := t.MinSize()
		if right {
			x += width - m.Width
		}
		t.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		t.Resize(m)
		r.texts = append(r.texts, t)
	}
	x, shown, room := places(s.Width)
	put("measure.column.place", rowPad, room-rowPad, false)
	for i, c := range columns {
		if shown[i] {
			put(c.key, x[i], c.width, c.right)
		}
	}
}

func (r *headerRenderer) Refresh() { r.draw(r.h.Size()); canvas.Refresh(r.h) }

// row is one line of the table, filled again and again.
type row struct {
	widget.BaseWidget
	words *words.Table
	line  measure.Line
	on    bool
	chart *Chart
	more  *look.Button // of a head: what can be done with the metric
	add   *look.Button
	do    func(measure.Line, *look.Button) // what is pressed on a head
}

func newTableRow(w *words.Table, do func(measure.Line, *look.Button)) *row {
	r := &row{words: w, chart: newChart(w, false, nil), do: do}
	r.add = look.NewButton(look.Quiet, "plus", "", func() { r.do(r.line, r.add) })
	r.more = look.NewButton(look.Quiet, "edit", "", func() { r.do(r.line, r.more) })
	r.ExtendBaseWidget(r)
	return r
}

// Set shows another line.
func (r *row) Set(l measure.Line, on bool) {
	r.line, r.on = l, on
	r.chart.Set(l.Series, "")
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil)}
	v.icon.FillMode = canvas.ImageFillContain
	v.ground.CornerRadius = 6
	v.Refresh()
	return v
}

type rowRenderer struct {
	r            *row
	ground, rule *canvas.Rectangle
	icon         *canvas.Image
	texts        []fyne.CanvasObject
	drawn        fyne.Size // for which they were made
}

func (v *rowRenderer) Destroy()           {}
func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(200, rowHeight) }

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	list := append([]fyne.CanvasObject{v.ground, v.rule, v.icon}, v.texts...)
	if v.r.line.Head {
		return append(list, v.r.add, v.r.more)
	}
	return append(list, v.r.chart)
}

// write puts one line of text; it returns where it ends.
func (v *rowRenderer) write(s string, x, y, width, size float32, face fyne.Resource, ink color.Color, right bool) float32 {
	if s == "" || width <= 0 {
		return x
	}
	t := canvas.NewText(look.Shorten(s, size, face, width), ink)
	t.TextSize, t.FontSource = size, face
	m := t.MinSize()
	if right {
		x += width - m.Width
	}
	t.Move(fyne.NewPos(x, y-m.Height/2))
	t.Resize(m)
	v.texts = append(v.texts, t)
	return x + m.Width
}

// Layout draws for another size. Fyne asks for it also where only the objects are others than before.
func (v *rowRenderer) Layout(s fyne.Size) {
	if s != v.drawn {
		v.draw(s)
	}
}

func (v *rowRenderer) draw(s fyne.Size) {
	v.texts, v.drawn = nil, s
	r, t := v.r, look.Now()
	v.ground.Move(fyne.NewPos(8, 1))
	v.ground.Resize(fyne.NewSize(s.Width-16, s.Height-2))
	v.rule.Move(fyne.NewPos(rowPad, 0))
	v.rule.Resize(fyne.NewSize(s.Width-2*rowPad, 1))
	mid := s.Height / 2
	if r.line.Head {
		name := measure.Name(r.line.Metric, r.words)
		x := v.write(name, rowPad, mid+3, s.Width*0.45, look.TextSize, look.SemiBold, t.Ink, false)
		v.write(measure.About(r.line.Metric, r.words), x+12, mid+3.5, s.Width-x-100, look.SmallSize, look.Regular, t.Second, false)
		for i, b := range []*look.Button{r.more, r.add} {
			b.Move(fyne.NewPos(s.Width-rowPad-30-float32(i)*32, mid-12))
			b.Resize(fyne.NewSize(30, 28))
		}
		return
	}
	x, shown, room := places(s.Width)
	v.icon.Move(fyne.NewPos(rowPad, mid-8))
	v.icon.Resize(fyne.NewSquareSize(16))
	end := v.write(r.line.Place, rowPad+26, mid, room-rowPad-26, look.TextSize, look.Regular, t.Ink, false)
	v.write(r.line.Within, end+10, mid+0.5, room-end-10, look.SmallSize, look.Regular, t.Second, false)
	m, got := latest(r.line.Series)
	if !got.told {
		v.write("–", x[0], mid, columns[0].width, look.TextSize, look.Regular, t.Second, true)
		if n := len(r.line.Series.Values); n > 0 {
			m = r.line.Series.Values[n-1]
		}
	} else {
		if got.outside(r.words) != "" {
			v.write("!", x[0]-2, mid, 10, look.TextSize, look.SemiBold, t.Bad, false)
		}
		v.write(series.Value(r.words, r.line.Metric, got.judged.Value), x[0], mid, columns[0].width, look.TextSize, look.SemiBold, got.ink(t), true)
	}
	if m.Target != nil {
		v.write(series.Bare(r.words, r.line.Metric, *m.Target), x[1], mid, columns[1].width, look.TextSize, look.Regular, t.Second, true)
	}
	if side, text, tick := got.variance(r.words); text != "" {
		ink := got.ink(t)
		v.write(side, x[2]+8, mid, 14, 10, look.Regular, ink, false)
		at := v.write(text, x[2]+24, mid, columns[2].width-40, look.TextSize, look.Medium, ink, false)
		if tick {
			v.write("✓", at+5, mid, 16, look.TextSize, look.SemiBold, ink, false)
		}
	}
	if shown[3] {
		v.write(series.Date(r.words, m.Date), x[3], mid, columns[3].width, look.SmallSize, look.Regular, t.Second, false)
	}
	if shown[4] {
		v.write(m.Source, x[4], mid, columns[4].width, look.SmallSize, look.Regular, t.Second, false)
	}
	r.chart.Hidden = !shown[5]
	if shown[5] {
		r.chart.Move(fyne.NewPos(x[5], 1))
		r.chart.Resize(fyne.NewSize(columns[5].width, s.Height-2))
	}
}

func (v *rowRenderer) Refresh() {
	r, t := v.r, look.Now()
	v.ground.FillColor, v.rule.FillColor = color.Transparent, t.Hairline
	if r.on {
		v.ground.FillColor = t.Tint
	}
	v.icon.Hidden = r.line.Head
	if r.line.Icon != "" {
		if res := look.Icon(r.line.Icon, t.Second); v.icon.Resource != res {
			v.icon.Resource = res
			v.icon.Refresh()
		}
	}
	v.rule.Hidden = !r.line.Head
	r.add.Hidden, r.more.Hidden, r.chart.Hidden = !r.line.Head, !r.line.Head, r.line.Head
	v.draw(r.Size())
	canvas.Refresh(r)
}
