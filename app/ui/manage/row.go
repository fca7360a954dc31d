package manage

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// row is a line of the list: a picture, a name, and a second voice under it. It is dragged to
// another place of the list.
type row struct {
	widget.BaseWidget
	l              *list
	id             journey.ID
	lead           fyne.CanvasObject
	name, note     *look.Label
	item           Item
	chosen, hovers bool
	moved          float32 // by a drag, since the press
}

// dragFrom is how far, in units of Fyne, the pointer must move for a click to become a drag.
const dragFrom = 6

func newRow(l *list, id journey.ID, lead fyne.CanvasObject) *row {
	r := &row{l: l, id: id, lead: lead, name: look.NewLabel("", look.TextSize, look.Medium, look.Ink),
		note: look.NewLabel("", look.SmallSize, look.Regular, look.Second)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(it Item, chosen bool) {
	r.item, r.chosen = it, chosen
	r.name.SetText(it.Name)
	r.note.SetText(it.Note)
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(*fyne.PointEvent) {
	r.l.m.Canvas.Focus(r.l)
	r.l.m.Choose(r.id)
}

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(*desktop.MouseEvent) { r.hovers = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.hovers = false; r.Refresh() }

// Dragged implements fyne.Draggable.
func (r *row) Dragged(ev *fyne.DragEvent) {
	r.moved += ev.Dragged.DY
	if !r.l.mark.Visible() && max(r.moved, -r.moved) < dragFrom {
		return
	}
	l := r.l
	l.to = l.drop(r.Position().Y + ev.Position.Y)
	l.mark.Resize(fyne.NewSize(l.Size().Width-16, 3))
	l.mark.Move(fyne.NewPos(8, float32(l.to)*rowHeight-1.5))
	l.mark.Show()
	l.Refresh()
}

// DragEnd implements fyne.Draggable.
func (r *row) DragEnd() {
	l, live := r.l, r.l.mark.Visible()
	r.moved = 0
	l.mark.Hide()
	l.Refresh()
	from := l.index(r.id)
	if !live || from < 0 || l.to == from || l.to == from+1 {
		return
	}
	before := journey.ID("")
	if l.to < len(l.items) {
		before = l.items[l.to].ID
	}
	l.m.chosen = r.id
	l.m.move(r.id, before)
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent)}
	v.Refresh()
	return v
}

type rowRenderer struct {
	r      *row
	ground *canvas.Rectangle
}

func (v *rowRenderer) Destroy()           {}
func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(100, rowHeight) }

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.ground, v.r.lead, v.r.name, v.r.note}
}

func (v *rowRenderer) Layout(s fyne.Size) {
	v.ground.Move(fyne.NewPos(0, 1))
	v.ground.Resize(fyne.NewSize(s.Width-4, s.Height-2))
	v.r.lead.Move(fyne.NewPos(10, (s.Height-LeadSide)/2))
	v.r.lead.Resize(fyne.NewSquareSize(LeadSide))
	x := float32(10 + LeadSide + 10)
	y := float32(5)
	if v.r.item.Note == "" {
		y = (s.Height - 18) / 2
	}
	v.r.name.Move(fyne.NewPos(x, y))
	v.r.name.Resize(fyne.NewSize(s.Width-x-14, 18))
	v.r.note.Move(fyne.NewPos(x, y+18))
	v.r.note.Resize(fyne.NewSize(s.Width-x-14, 16))
}

func (v *rowRenderer) Refresh() {
	t := look.Now()
	g := v.ground
	g.CornerRadius, g.StrokeWidth, g.FillColor, g.StrokeColor = 7, 0, t.Panel, t.Panel
	if v.r.hovers {
		g.FillColor = t.Ground
	}
	if v.r.chosen {
		g.FillColor = t.Tint
		if v.r.l.focused {
			g.StrokeColor, g.StrokeWidth = t.AccentInk, 1.5
		}
	}
	v.Layout(v.r.Size())
	g.Refresh()
	v.r.name.Refresh()
	v.r.note.Refresh()
	canvas.Refresh(v.r)
}
