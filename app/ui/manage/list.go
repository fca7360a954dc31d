package manage

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// list is the lines at the left of the dialog. It has the keyboard as one thing: the arrows walk.
type list struct {
	widget.BaseWidget
	m       *Manager
	items   []Item
	rows    []*row
	leads   map[journey.ID]lead
	chosen  journey.ID
	focused bool
	scroll  *container.Scroll
	mark    *canvas.Rectangle // where a dragged line would go
	to      int               // before which line that is
}

// lead is the picture in front of a line.
type lead struct {
	o      fyne.CanvasObject
	update func(p journey.Project)
}

func newList(m *Manager) *list {
	l := &list{m: m, leads: map[journey.ID]lead{}, mark: canvas.NewRectangle(color.Transparent)}
	l.mark.Hide()
	l.ExtendBaseWidget(l)
	l.scroll = container.NewVScroll(l)
	return l
}

func (l *list) index(id journey.ID) int {
	return slices.IndexFunc(l.items, func(it Item) bool { return it.ID == id })
}

// set shows lines, made anew only where there are others.
func (l *list) set(p journey.Project, items []Item, chosen journey.ID) {
	same := slices.EqualFunc(items, l.items, func(a, b Item) bool { return a.ID == b.ID })
	l.items, l.chosen = items, chosen
	if !same {
		l.rows = make([]*row, len(items))
		for i, it := range items {
			if _, ok := l.leads[it.ID]; !ok {
				o, update := l.m.s.Lead(it.ID)
				l.leads[it.ID] = lead{o, update}
			}
			l.rows[i] = newRow(l, it.ID, l.leads[it.ID].o)
		}
	}
	for i, it := range items {
		l.leads[it.ID].update(p)
		l.rows[i].show(it, it.ID == chosen)
	}
	l.scroll.Refresh() // and the list with it
	l.reveal()
}

// reveal scrolls so that the chosen line is in sight.
func (l *list) reveal() {
	i := l.index(l.chosen)
	if i < 0 || l.scroll.Size().Height <= 0 {
		return
	}
	y0, y1, off := float32(i)*rowHeight, float32(i+1)*rowHeight, l.scroll.Offset.Y
	off = max(0, min(max(off, y1-l.scroll.Size().Height), y0))
	if off != l.scroll.Offset.Y {
		l.scroll.ScrollToOffset(fyne.NewPos(0, off))
	}
}

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	to := l.index(l.chosen)
	switch ev.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(l.items) - 1
	case fyne.KeyDelete, fyne.KeyBackspace:
		l.m.Remove()
		return
	case fyne.KeyInsert:
		l.m.Add()
		return
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		l.m.form.focus()
		return
	default:
		l.m.Key(ev)
		return
	}
	if to >= 0 && to < len(l.items) {
		l.m.Choose(l.items[to].ID)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (l *list) TypedShortcut(s fyne.Shortcut) { l.m.Shortcut(s) }

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

const rowHeight = 46

func (v *listRenderer) Destroy() {}

func (v *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, float32(len(v.l.items))*rowHeight)
}

func (v *listRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(v.l.rows)+1)
	for _, r := range v.l.rows {
		objects = append(objects, r)
	}
	return append(objects, v.l.mark)
}

func (v *listRenderer) Layout(s fyne.Size) {
	for i, r := range v.l.rows {
		r.Move(fyne.NewPos(0, float32(i)*rowHeight))
		r.Resize(fyne.NewSize(s.Width, rowHeight))
	}
}

func (v *listRenderer) Refresh() {
	v.Layout(v.l.Size())
	for _, r := range v.l.rows {
		r.Refresh()
	}
	v.l.mark.FillColor, v.l.mark.CornerRadius = look.Now().Accent, 1.5
	canvas.Refresh(v.l)
}

// drop is where a line goes that is let go at a height of the list: before the line of that number.
func (l *list) drop(y float32) int {
	return max(0, min(int((y+rowHeight/2)/rowHeight), len(l.items)))
}
