package outline

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// list is as high as all lines together and holds widgets for those in sight.
type list struct {
	widget.BaseWidget
	p    *Outline
	rows []*row // in use or hidden, in the order of the lines
}

func newList(p *Outline) *list {
	l := &list{p: p}
	l.ExtendBaseWidget(l)
	return l
}

// MinSize implements fyne.CanvasObject.
func (l *list) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(60, float32(len(l.p.lines))*lineHeight+2*listPad)
}

// Resize implements fyne.CanvasObject.
func (l *list) Resize(s fyne.Size) {
	l.BaseWidget.Resize(s)
	l.place()
}

// place has the rows show the lines that are in sight.
func (l *list) place() {
	width, height := l.p.scroll.Size().Width, l.p.scroll.Size().Height
	if width <= 0 || height <= 0 {
		return
	}
	first := int(math.Floor(float64((l.p.scroll.Offset.Y - listPad) / lineHeight)))
	first = max(0, min(first, len(l.p.lines)))
	n := min(int(height/lineHeight)+2, len(l.p.lines)-first)
	more := len(l.rows) < n
	for len(l.rows) < n {
		l.rows = append(l.rows, newRow(l.p))
	}
	for i, r := range l.rows {
		if i >= n {
			r.Hide()
			continue
		}
		r.node = l.p.lines[first+i]
		r.Move(fyne.NewPos(linePad, float32(first+i)*lineHeight+listPad))
		r.Show()
		if size := fyne.NewSize(width-2*linePad, lineHeight); r.Size() != size {
			r.Resize(size)
		}
		r.Refresh()
	}
	if w := l.p.rename; w != nil {
		if i := l.p.index(w.ref); i >= 0 {
			x := float32(linePad)
			for _, r := range l.rows {
				if r.Visible() && r.node.ref == w.ref {
					x += r.indent() + signSize
				}
			}
			h := max(lineHeight, w.box.MinSize().Height)
			w.box.Move(fyne.NewPos(x, float32(i)*lineHeight+listPad-(h-lineHeight)/2))
			w.box.Resize(fyne.NewSize(width-linePad-x, h))
		}
		more = true
	}
	if more {
		l.Refresh()
	}
	canvas.Refresh(l)
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) Destroy()           {}
func (r *listRenderer) Layout(fyne.Size)   {}
func (r *listRenderer) MinSize() fyne.Size { return r.l.MinSize() }
func (r *listRenderer) Refresh()           { canvas.Refresh(r.l) }

func (r *listRenderer) Objects() []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, 0, len(r.l.rows)+1)
	for _, w := range r.l.rows {
		list = append(list, w)
	}
	if w := r.l.p.rename; w != nil {
		list = append(list, w.box)
	}
	return list
}
