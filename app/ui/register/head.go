package register

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	data "jejak/data/register"
)

// head is the row of headings: a click orders the rows.
type head struct {
	widget.BaseWidget
	t    *Table
	over data.Column
}

func newHead(t *Table) *head {
	h := &head{t: t}
	h.ExtendBaseWidget(h)
	return h
}

func (h *head) at(x float32) data.Column {
	for _, sp := range h.t.spans {
		if x < sp.x+sp.width {
			return sp.column
		}
	}
	return ""
}

// Tapped implements fyne.Tappable.
func (h *head) Tapped(ev *fyne.PointEvent) {
	h.t.keep()
	if c := h.at(ev.Position.X); c != "" {
		h.t.l.r.Sort(c)
	}
	h.t.l.o.Canvas.Focus(h.t)
}

// MouseIn implements desktop.Hoverable.
func (h *head) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (h *head) MouseMoved(ev *desktop.MouseEvent) {
	if c := h.at(ev.Position.X); c != h.over {
		h.over = c
		h.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (h *head) MouseOut() { h.over = ""; h.Refresh() }

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{h: h, ground: canvas.NewRectangle(color.Transparent), way: canvas.NewImageFromResource(nil)}
	r.way.FillMode = canvas.ImageFillContain
	for range data.Columns {
		r.texts = append(r.texts, canvas.NewText("", color.Black))
	}
	return r
}

type headRenderer struct {
	h      *head
	ground *canvas.Rectangle
	way    *canvas.Image // which way the rows are ordered
	texts  []*canvas.Text
}

func (r *headRenderer) Destroy()           {}
func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(60, headHeight) }
func (r *headRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *headRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.ground, r.way}
	for _, t := range r.texts {
		list = append(list, t)
	}
	return list
}

func (r *headRenderer) Refresh() {
	t, q := look.Now(), r.h.t.l.r.Query()
	r.ground.FillColor = t.Ground
	r.ground.Resize(r.h.Size())
	r.way.Hidden = true
	for i, text := range r.texts {
		text.Hidden = i >= len(r.h.t.spans)
		if text.Hidden {
			continue
		}
		sp := r.h.t.spans[i]
		ink := t.Second
		if sp.column == r.h.over || sp.column == q.By {
			ink = t.AccentInk
		}
		room := sp.width - cellPad - 6
		if sp.column == q.By {
			room -= 16
		}
		text.TextSize, text.FontSource, text.Color = 12, look.SemiBold, ink
		text.Text = look.Shorten(sp.column.Heading(r.h.t.l.o.Words), 12, look.SemiBold, room)
		m := text.MinSize()
		text.Move(fyne.NewPos(sp.x+cellPad, (headHeight-m.Height)/2))
		text.Resize(m)
		text.Refresh()
		if sp.column == q.By {
			name := "arrow-up"
			if q.Down {
				name = "arrow-down"
			}
			r.way.Hidden = false
			r.way.Resource = look.Icon(name, t.AccentInk)
			r.way.Move(fyne.NewPos(sp.x+cellPad+m.Width+4, (headHeight-12)/2))
			r.way.Resize(fyne.NewSquareSize(12))
			r.way.Refresh()
		}
	}
	r.ground.Refresh()
	canvas.Refresh(r.h)
}
