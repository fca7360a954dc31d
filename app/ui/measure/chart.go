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

// Chart draws the values of a series over time, its target as a dashed line. A small one fits into a
// line of the table; a large one has its scale and dates beside it and tells which value was tapped.
type Chart struct {
	widget.BaseWidget
	words  *words.Table
	series series.Series
	large  bool
	chosen journey.ID
	tapped func(journey.ID)
}

// The measures of a chart, in units of Fyne.
const (
	sparkPad  = 5
	scaleRoom = 62 // at the left of a large one
	datesRoom = 22 // below it
	hitRadius = 14
)

func newChart(w *words.Table, large bool, tapped func(journey.ID)) *Chart {
	c := &Chart{words: w, large: large, tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows a series, one value marked.
func (c *Chart) Set(s series.Series, chosen journey.ID) {
	c.series, c.chosen = s, chosen
	c.Refresh()
}

// box is where the values are drawn.
func (c *Chart) box(s fyne.Size) (pos fyne.Position, size fyne.Size) {
	if !c.large {
		return fyne.NewPos(sparkPad, sparkPad+3), fyne.NewSize(s.Width-2*sparkPad, s.Height-2*sparkPad-6)
	}
	return fyne.NewPos(scaleRoom, 14), fyne.NewSize(s.Width-scaleRoom-16, s.Height-14-datesRoom-8)
}

// Tapped implements fyne.Tappable.
func (c *Chart) Tapped(ev *fyne.PointEvent) {
	if c.tapped == nil {
		return
	}
	pos, size := c.box(c.Size())
	best, id := float32(hitRadius*hitRadius), journey.ID("")
	for _, p := range c.series.Chart().Points {
		dx, dy := pos.X+float32(p.X)*size.Width-ev.Position.X, pos.Y+float32(1-p.Y)*size.Height-ev.Position.Y
		if d := dx*dx + dy*dy; d < best {
			best, id = d, p.Measurement.ID
		}
	}
	if id != "" {
		c.tapped(id)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{c: c}
	r.draw(c.Size())
	return r
}

type chartRenderer struct {
	c       *Chart
	objects []fyne.CanvasObject
	drawn   fyne.Size // for which they were made
}

func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *chartRenderer) MinSize() fyne.Size {
	if r.c.large {
		return fyne.NewSize(200, 110)
	}
	return fyne.NewSize(60, 28)
}

// Layout draws for another size. Fyne asks for it also where only the objects are others than before.
func (r *chartRenderer) Layout(s fyne.Size) {
	if s != r.drawn {
		r.draw(s)
	}
}

func (r *chartRenderer) Refresh() {
	r.draw(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *chartRenderer) line(x1, y1, x2, y2, width float32, c color.Color) {
	l := canvas.NewLine(c)
	l.StrokeWidth = width
	l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
	r.objects = append(r.objects, l)
}

func (r *chartRenderer) dot(x, y, radius float32, fill, rim color.Color, width float32) {
	d := canvas.NewCircle(fill)
	d.StrokeColor, d.StrokeWidth = rim, width
	d.Move(fyne.NewPos(x-radius, y-radius))
	d.Resize(fyne.NewSquareSize(2 * radius))
	r.objects = append(r.objects, d)
}

// text writes small type; along is the share of its width that lies left of x.
func (r *chartRenderer) text(s string, x, y, along float32, c color.Color) {
	t := canvas.NewText(s, c)
	t.TextSize, t.FontSource = look.SmallSize, look.Regular
	m := t.MinSize()
	t.Move(fyne.NewPos(x-along*m.Width, y-m.Height/2))
	t.Resize(m)
	r.objects = append(r.objects, t)
}

// draw makes all lines, dots and texts anew.
func (r *chartRenderer) draw(s fyne.Size) {
	r.objects, r.drawn = nil, s
	c, t := r.c, look.Now()
	chart := c.series.Chart()
	if len(chart.Points) == 0 || s.Width < 20 || !c.large && len(chart.Points) < 2 {
		return
	}
	pos, size := c.box(s)
	x := func(v float64) float32 { return pos.X + float32(v)*size.Width }
	y := func(v float64) float32 { return pos.Y + float32(1-v)*size.Height }
	if c.large {
		r.scale(chart, pos, size)
	}
	if chart.HasTarget {
		const dash, gap = 4, 3
		for at := pos.X; at < pos.X+size.Width; at += dash + gap {
			r.line(at, y(chart.Target), min(at+dash, pos.X+size.Width), y(chart.Target), 1, t.Second)
		}
	}
	width := float32(1.5)
	if c.large {
		width = 2
	}
	for i := 1; i < len(chart.Points); i++ {
		a, b := chart.Points[i-1], chart.Points[i]
		r.line(x(a.X), y(a.Y), x(b.X), y(b.Y), width, t.AccentInk)
	}
	for i, p := range chart.Points {
		last := i == len(chart.Points)-1
		ink := verdict(c.series, p.Measurement).ink(t)
		switch {
		case c.large && p.Measurement.ID == c.chosen:
			r.dot(x(p.X), y(p.Y), 6, t.Panel, ink, 3)
		case c.large:
			r.dot(x(p.X), y(p.Y), 4, ink, t.Panel, 1)
		case last:
			r.dot(x(p.X), y(p.Y), 3, ink, ink, 0)
		}
	}
}

// scale draws the least and the greatest value, the target and the dates about a large chart.
func (r *chartRenderer) scale(chart series.Chart, pos fyne.Position, size fyne.Size) {
	c, t := r.c, look.Now()
	m := c.series.Metric
	last := chart.Points[len(chart.Points)-1].Measurement
	r.line(pos.X, pos.Y, pos.X+size.Width, pos.Y, 1, t.Hairline)
	r.line(pos.X, pos.Y+size.Height, pos.X+size.Width, pos.Y+size.Height, 1, t.Hairline)
	apart := chart.HasTarget && chart.Target*float64(size.Height) > 15 && (1-chart.Target)*float64(size.Height) > 15
	number := func(v float64, at float32) { r.text(series.Bare(c.words, m, v), pos.X-10, at, 1, t.Second) }
	number(chart.High, pos.Y)
	number(chart.Low, pos.Y+size.Height)
	if apart {
		number(*last.Target, pos.Y+float32(1-chart.Target)*size.Height)
	}
	foot := pos.Y + size.Height + 17
	first := chart.Points[0].Measurement
	if len(chart.Points) == 1 {
		r.text(series.Date(c.words, first.Date), pos.X+size.Width/2, foot, 0.5, t.Second)
		return
	}
	r.text(series.Date(c.words, first.Date), pos.X, foot, 0, t.Second)
	r.text(series.Date(c.words, last.Date), pos.X+size.Width, foot, 1, t.Second)
}
