package tab

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// drag is a tab on its way to another place.
type drag struct {
	tab   *Tab
	moved fyne.Delta // since the press
	live  bool       // it has left its place; less is a click
	off   bool       // given up, until the button is let go
	to    int        // before which tab it would go; len(tabs): last
}

// dragFrom is how far, in units of Fyne, the pointer must move for a click to become a drag.
const dragFrom = 6

// Dragged implements fyne.Draggable.
func (t *Tab) Dragged(ev *fyne.DragEvent) {
	r := t.row
	if r.Renaming() {
		return
	}
	if r.drag.tab != t {
		r.drag = drag{tab: t}
	}
	d := &r.drag
	d.moved.DX += ev.Dragged.DX
	d.moved.DY += ev.Dragged.DY
	if d.off || !d.live && max(d.moved.DX, -d.moved.DX) < dragFrom {
		return
	}
	if !d.live {
		d.live, t.dragged = true, true
		r.o.Hint(&t.Button, false)
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
			c.Focus(t) // so that Esc comes here
		}
	}
	r.scrollTo(ev.Position.X + t.Position().X)
	r.follow(ev.Position.X + t.Position().X)
}

// DragEnd implements fyne.Draggable.
func (t *Tab) DragEnd() {
	r, d := t.row, t.row.drag
	r.drag = drag{}
	r.mark.Hide()
	r.strip.Refresh()
	if d.tab != t || !d.live || d.off {
		return
	}
	before := journey.ID("")
	if d.to < len(r.items) {
		before = r.items[d.to].ID
	}
	if from := r.index(t.item.ID); d.to != from && d.to != from+1 {
		r.o.Move(t.item.ID, before)
	}
	r.o.Left()
}

// cancel leaves the dragged tab where it was.
func (r *Row) cancel() {
	r.drag.off = true
	r.mark.Hide()
	r.strip.Refresh()
	r.o.Left()
}

// follow marks the place between the tabs nearest to a place of the strip.
func (r *Row) follow(x float32) {
	to := len(r.tabs)
	for i, t := range r.tabs {
		if x < t.Position().X+t.Size().Width/2 {
			to = i
			break
		}
	}
	r.drag.to = to
	at := float32(0)
	if to > 0 {
		last := r.tabs[to-1]
		at = last.Position().X + last.Size().Width
	}
	y := (r.strip.Size().Height - height) / 2
	r.mark.FillColor, r.mark.CornerRadius = look.Now().Accent, 1.5
	r.mark.Resize(fyne.NewSize(3, height-4))
	r.mark.Move(fyne.NewPos(max(0, at-0.5), y+2))
	r.mark.Show()
	r.strip.Refresh()
}

// scrollTo moves the tabs on where the pointer comes near an end of the row.
func (r *Row) scrollTo(x float32) {
	const edge, step = 24, 10
	off, wide := r.scroll.Offset.X, r.scroll.Size().Width
	switch {
	case x-off < edge:
		off = max(0, off-step)
	case x-off > wide-edge:
		off = min(max(0, r.strip.MinSize().Width-wide), off+step)
	}
	if off != r.scroll.Offset.X {
		r.scroll.ScrollToOffset(fyne.NewPos(off, 0))
	}
}
