package leaf

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
)

// Row is the row of tabs with which a person turns from one leaf to another. Where it has no room for
// their names, the tabs of those that are not shown have their icons alone.
type Row struct {
	leaves *Leaves
	order  []ID
	tabs   map[ID]*look.Button
	names  map[ID]string
	box    *fyne.Container
	rest   fyne.CanvasObject
}

// NewRow returns a row of tabs with rest beside it, which gets what is left. tab makes the tab of a
// leaf; pressed is called with what was pressed.
func NewRow(l *Leaves, tab func(ID) *look.Button, pressed func(ID), rest fyne.CanvasObject) *Row {
	r := &Row{leaves: l, order: l.All(), tabs: map[ID]*look.Button{}, names: map[ID]string{}, rest: rest}
	r.box = container.New(r)
	for _, id := range r.order {
		b := tab(id)
		b.OnTapped = func() { pressed(id) }
		r.tabs[id], r.names[id] = b, b.Text
		r.box.Objects = append(r.box.Objects, b)
	}
	r.box.Objects = append(r.box.Objects, rest)
	r.Mark(false)
	return r
}

// Object is the row with what is beside it.
func (r *Row) Object() fyne.CanvasObject { return r.box }

// Tab returns the tab of a leaf; nil if there is none.
func (r *Row) Tab(id ID) *look.Button { return r.tabs[id] }

// Mark shows which leaf is open, and whether there is anything to turn to.
func (r *Row) Mark(able bool) {
	changed := false
	for id, b := range r.tabs {
		on := able && id == r.leaves.Open()
		changed = changed || b.On != on
		b.SetEnabled(able)
		b.SetOn(on)
	}
	if changed {
		r.box.Refresh()
	}
}

const (
	tabGap    = 2   // between tabs
	restGap   = 12  // behind them
	restLeast = 110 // of what is beside them, before the tabs lose their names
)

// name gives the tabs their names, or those that are not shown none, and returns how wide they are.
func (r *Row) name(all bool) float32 {
	var wide float32
	for _, id := range r.order {
		b, text := r.tabs[id], ""
		if all || b.On {
			text = r.names[id]
		}
		if b.Text != text {
			b.Text = text
			b.Refresh()
		}
		wide += b.MinSize().Width + tabGap
	}
	return wide
}

// MinSize implements fyne.Layout.
func (r *Row) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(len(r.order))*(30+tabGap), 30)
}

// Layout implements fyne.Layout.
func (r *Row) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if r.name(true)+restGap+restLeast > size.Width {
		r.name(false)
	}
	x := float32(0)
	for _, id := range r.order {
		m := r.tabs[id].MinSize()
		r.tabs[id].Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		r.tabs[id].Resize(m)
		x += m.Width + tabGap
	}
	m := r.rest.MinSize()
	r.rest.Move(fyne.NewPos(x+restGap, (size.Height-m.Height)/2))
	r.rest.Resize(fyne.NewSize(max(size.Width-x-restGap, 0), m.Height))
}
