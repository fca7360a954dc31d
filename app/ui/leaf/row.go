package leaf

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
)

// Row is the row of tabs with which a person turns from one leaf to another.
type Row struct {
	leaves *Leaves
	tabs   map[ID]*look.Button
	box    *fyne.Container
}

// NewRow returns a row of tabs. name and icon say what stands on one; pressed is called with what
// was pressed.
func NewRow(l *Leaves, tab func(ID) *look.Button, pressed func(ID)) *Row {
	r := &Row{leaves: l, tabs: map[ID]*look.Button{}}
	var list []fyne.CanvasObject
	for _, id := range l.All() {
		b := tab(id)
		b.OnTapped = func() { pressed(id) }
		r.tabs[id] = b
		list = append(list, b)
	}
	r.box = look.HBox(2, list...)
	r.Mark(false)
	return r
}

// Object is the row.
func (r *Row) Object() fyne.CanvasObject { return r.box }

// Tab returns the tab of a leaf; nil if there is none.
func (r *Row) Tab(id ID) *look.Button { return r.tabs[id] }

// Mark shows which leaf is open, and whether there is anything to turn to.
func (r *Row) Mark(able bool) {
	for id, b := range r.tabs {
		b.SetEnabled(able)
		b.SetOn(able && id == r.leaves.Open())
	}
}
