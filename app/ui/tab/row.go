// Package tab is the row of the project's maps: one tab for each, to choose, rename in place,
// drag into another order, and reach through a list where there are more than fit.
//
// All of it belongs to the goroutine of the window.
package tab

import (
	"image/color"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/data/journey"
)

// Item is what a tab shows.
type Item struct {
	ID    journey.ID
	Name  string // on the tab
	Title string // what is renamed
	Hint  string // for the tip and the list

	Paired bool // it is compared with another map, or another with it
}

// Options is what a Row tells and asks. All functions must be there.
type Options struct {
	Choose func(id journey.ID)
	Rename func(id journey.ID, title string)
	Move   func(id, before journey.ID) // before is empty: last
	Remove func(id journey.ID)
	Add    func()
	Menu   func(id journey.ID, at fyne.Position) // of the right button
	Hint   func(b *look.Button, on bool)
	Left   func() // a name is written or dropped: who gets the keyboard

	AddHint, ListHint string
	Now               func() time.Time // nil: the clock
}

// Row is the row of tabs.
type Row struct {
	widget.BaseWidget
	o      Options
	items  []Item
	chosen journey.ID
	tabs   []*Tab
	name   *nameField // nil: nothing is renamed

	strip  *fyne.Container // the tabs and the mark
	mark   *canvas.Rectangle
	scroll *container.Scroll
	list   *look.Button // opens the list of all maps
	add    *look.Button
	drag   drag
}

// NewRow returns an empty row.
func NewRow(o Options) *Row {
	if o.Now == nil {
		o.Now = time.Now
	}
	r := &Row{o: o, mark: canvas.NewRectangle(color.Transparent)}
	r.mark.Hide()
	r.strip = container.New(stripLayout{r})
	r.scroll = container.NewHScroll(r.strip)
	r.add = look.NewButton(look.Quiet, "plus", "", o.Add)
	r.add.Hint, r.add.OnHint = o.AddHint, o.Hint
	r.list = look.NewButton(look.Quiet, "chevron-down", "", r.openList)
	r.list.Hint, r.list.OnHint = o.ListHint, o.Hint
	r.ExtendBaseWidget(r)
	return r
}

// Set brings the row up to date. What is being renamed or dragged is dropped if the maps are
// others now. It reports whether anything changed.
func (r *Row) Set(items []Item, chosen journey.ID) bool {
	if slices.Equal(items, r.items) && chosen == r.chosen {
		return false
	}
	if !slices.Equal(items, r.items) {
		r.drop()
		r.drag = drag{}
		r.items = slices.Clone(items)
		r.tabs = make([]*Tab, len(items))
		for i, it := range items {
			r.tabs[i] = newTab(r, it)
		}
		r.list.Text = strconv.Itoa(len(items))
	}
	r.chosen = chosen
	for _, t := range r.tabs {
		t.SetOn(t.item.ID == chosen)
	}
	r.fill()
	r.reveal()
	return true
}

// Names returns what is on each tab, for the tests of others.
func (r *Row) Names() []string {
	names := make([]string, len(r.items))
	for i, it := range r.items {
		names[i] = it.Name
	}
	return names
}

// Rename opens the name of a map in its tab.
func (r *Row) Rename(id journey.ID) {
	r.drop()
	i := r.index(id)
	if i < 0 {
		return
	}
	r.name = newNameField(r, r.items[i])
	r.fill()
	r.reveal()
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r.name)
		r.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// Renaming reports whether a name is being written.
func (r *Row) Renaming() bool { return r.name != nil }

// drop ends renaming and keeps the old name.
func (r *Row) drop() {
	if r.name != nil {
		r.name.over = true
		r.name = nil
		r.fill()
	}
}

func (r *Row) index(id journey.ID) int {
	return slices.IndexFunc(r.items, func(it Item) bool { return it.ID == id })
}

// fill puts the tabs into the strip, the field in place of the one that is renamed.
func (r *Row) fill() {
	objects := make([]fyne.CanvasObject, 0, len(r.tabs)+1)
	for _, t := range r.tabs {
		if r.name != nil && r.name.id == t.item.ID {
			objects = append(objects, r.name.framed)
		} else {
			objects = append(objects, t)
		}
	}
	r.strip.Objects = append(objects, r.mark)
	r.strip.Refresh()
	r.Refresh()
}

// reveal scrolls so that the chosen tab is in sight.
func (r *Row) reveal() {
	i := r.index(r.chosen)
	if i < 0 || r.scroll.Size().Width <= 0 {
		return
	}
	o := r.strip.Objects[i]
	x0, x1 := o.Position().X, o.Position().X+o.Size().Width
	off := r.scroll.Offset.X
	if x1 > off+r.scroll.Size().Width {
		off = x1 - r.scroll.Size().Width
	}
	off = max(0, min(off, x0))
	if off != r.scroll.Offset.X {
		r.scroll.ScrollToOffset(fyne.NewPos(off, 0))
	}
}

// step chooses the tab so many places on and gives it the keyboard.
func (r *Row) step(from journey.ID, by int) {
	i := r.index(from)
	if i < 0 || i+by < 0 || i+by >= len(r.items) {
		return
	}
	id := r.items[i+by].ID
	r.o.Choose(id)
	if i = r.index(id); i >= 0 {
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
			c.Focus(r.tabs[i])
		}
	}
}

// openList shows all maps, for a row that has no room for them.
func (r *Row) openList() {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(r)
	if c == nil {
		return
	}
	at := driver.AbsolutePositionForObject(r.list).AddXY(0, r.list.Size().Height+4)
	menu.Show(c, at, r.List())
}

// List returns all maps as the items of a menu.
func (r *Row) List() []menu.Item {
	items := make([]menu.Item, len(r.items))
	for i, it := range r.items {
		items[i] = menu.Item{Label: look.Shorten(it.Hint, look.TextSize, look.Regular, 360), Checked: it.ID == r.chosen,
			Run: func() { r.o.Choose(it.ID) }}
	}
	return items
}

// Wide is how wide the row is with all tabs in it.
func (r *Row) Wide() float32 { return r.strip.MinSize().Width + r.add.MinSize().Width + 2*gap }

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *Row }

const (
	gap    = 2
	height = 30
)

func (v *rowRenderer) Destroy()           {}
func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(180, height) }
func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.r.scroll, v.r.list, v.r.add}
}

// Layout puts the tabs, then the button of the list if they do not all fit, then the plus.
func (v *rowRenderer) Layout(s fyne.Size) {
	r := v.r
	y := (s.Height - height) / 2
	need, plus := r.strip.MinSize().Width, r.add.MinSize().Width
	room := s.Width - plus - 2*gap
	over := need > room
	r.list.Hidden = !over
	end := min(need, room)
	if over {
		w := r.list.MinSize().Width
		end = room - w - gap
		r.list.Resize(fyne.NewSize(w, height))
		r.list.Move(fyne.NewPos(end+gap, y))
		r.add.Move(fyne.NewPos(end+2*gap+w, y))
	} else {
		r.add.Move(fyne.NewPos(end+gap, y))
	}
	r.add.Resize(fyne.NewSize(plus, height))
	wide := fyne.NewSize(max(end, 0), s.Height)
	grown := r.scroll.Size() != wide
	r.scroll.Move(fyne.NewPos(0, 0))
	r.scroll.Resize(wide)
	if grown {
		r.reveal()
	}
}

func (v *rowRenderer) Refresh() {
	v.Layout(v.r.Size())
	v.r.list.Refresh()
	canvas.Refresh(v.r)
}

// stripLayout stands the tabs beside each other, and leaves the mark and a dragged tab alone.
type stripLayout struct{ r *Row }

func (l stripLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, height)
	for _, o := range objects {
		if o != l.r.mark {
			s.Width += o.MinSize().Width + gap
		}
	}
	return s
}

func (l stripLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	x, y := float32(0), (s.Height-height)/2
	for _, o := range objects {
		if o == l.r.mark {
			continue
		}
		w := o.MinSize().Width
		o.Resize(fyne.NewSize(w, height))
		o.Move(fyne.NewPos(x, y))
		x += w + gap
	}
}
