package register

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/assets/words"
	data "jejak/data/register"
)

// strip says how far the team has come, with a bar.
type strip struct {
	widget.BaseWidget
	p          data.Progress
	text, late string
}

func newStrip() *strip {
	s := &strip{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *strip) set(w *words.Table, p data.Progress, hidden int) {
	s.p = p
	s.text, s.late = "", ""
	if p.Total > 0 {
		s.text = w.F("register.done", words.Args{"Done": p.Done, "Total": p.Total})
	}
	if p.Late > 0 {
		s.late = w.N("register.late", p.Late, nil)
	}
	if hidden > 0 {
		if s.text != "" {
			s.text += "  ·  "
		}
		s.text += w.N("register.hidden", hidden, nil)
	}
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{s: s, track: canvas.NewRectangle(color.Transparent), done: canvas.NewRectangle(color.Transparent),
		doing: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black), late: canvas.NewText("", color.Black)}
	for _, rect := range []*canvas.Rectangle{r.track, r.done, r.doing} {
		rect.CornerRadius = 3
	}
	r.text.TextSize, r.text.FontSource = 12, look.Regular
	r.late.TextSize, r.late.FontSource = 12, look.SemiBold
	return r
}

type stripRenderer struct {
	s                  *strip
	track, done, doing *canvas.Rectangle
	text, late         *canvas.Text
}

func (r *stripRenderer) Destroy()           {}
func (r *stripRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 28) }

func (r *stripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.doing, r.done, r.text, r.late}
}

func (r *stripRenderer) Layout(size fyne.Size) {
	x := float32(0)
	if r.s.p.Total > 0 {
		wide := min(120, size.Width/3)
		share := func(n int) float32 { return wide * float32(n) / float32(r.s.p.Total) }
		y := (size.Height - 6) / 2
		for rect, w := range map[*canvas.Rectangle]float32{r.track: wide, r.done: share(r.s.p.Done), r.doing: share(r.s.p.Done + r.s.p.Doing)} {
			rect.Move(fyne.NewPos(0, y))
			rect.Resize(fyne.NewSize(w, 6))
		}
		x = wide + 10
	} else {
		for _, rect := range []*canvas.Rectangle{r.track, r.done, r.doing} {
			rect.Resize(fyne.NewSize(0, 6))
		}
	}
	late := r.late.MinSize()
	if r.s.late != "" {
		r.late.Move(fyne.NewPos(x, (size.Height-late.Height)/2))
		r.late.Resize(late)
		x += late.Width + 12
	}
	r.text.Text = look.Shorten(r.s.text, 12, look.Regular, size.Width-x-8)
	m := r.text.MinSize()
	r.text.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
	r.text.Resize(m)
}

func (r *stripRenderer) Refresh() {
	t := look.Now()
	pale := t.Good
	pale.A = 0x59
	r.track.FillColor, r.done.FillColor, r.doing.FillColor = t.Hairline, t.Good, pale
	r.late.Text, r.late.Color, r.late.Hidden = r.s.late, t.Bad, r.s.late == ""
	r.text.Color = t.Second
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}
