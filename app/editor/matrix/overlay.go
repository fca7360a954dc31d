package matrix

import (
	"jejak/canvas/geom"
	"jejak/canvas/matrix"
	"jejak/data/journey"
)

// Overlay is what is drawn over the plan, in its points.
type Overlay struct {
	Selected []geom.Rect
	Hover    *geom.Rect
	Lifted   []geom.Rect // stand pale where they were
	Target   *geom.Rect  // where what is dragged would stand
	Ghost    *Ghost
}

// Ghost is a chip under the pointer.
type Ghost struct {
	Chip  matrix.Chip
	Rect  geom.Rect // where it is now
	Count int       // of the cards that go along, itself included
}

// Overlay returns what is to be drawn over the plan now.
func (m *Matrix) Overlay() Overlay {
	var o Overlay
	plan := m.Plan()
	selected := map[journey.Ref]bool{}
	for _, ref := range m.o.Selection() {
		selected[ref] = true
	}
	for i := range plan.Chips {
		c := &plan.Chips[i]
		switch {
		case selected[c.Ref]:
			o.Selected = append(o.Selected, c.Rect)
		case c.Ref == m.hover && o.Hover == nil:
			o.Hover = &c.Rect
		}
	}
	p := m.press
	if p == nil || !p.moved {
		return o
	}
	list := m.dragged(p.chip.Ref)
	for _, e := range list {
		if c := plan.ChipOf(e.Ref()); c != nil {
			o.Lifted = append(o.Lifted, c.Rect)
		}
	}
	o.Selected = nil
	o.Ghost = &Ghost{Chip: *p.chip, Rect: p.chip.Rect.Move(p.now.Sub(p.at)), Count: len(list)}
	if to, ok := m.target(p.now); ok {
		r := plan.Tray
		if to.Rated() {
			r = plan.CellRect(to)
		}
		o.Target = &r
	}
	return o
}

// Hovered returns what the pointer is over and where; the zero Ref: nothing.
func (m *Matrix) Hovered() (journey.Ref, geom.Rect) {
	if o := m.hover; o != (journey.Ref{}) {
		for _, c := range m.Plan().Chips {
			if c.Ref == o {
				return o, c.Rect
			}
		}
	}
	return journey.Ref{}, geom.Rect{}
}

// Dragging reports whether a chip is being dragged.
func (m *Matrix) Dragging() bool { return m.press != nil && m.press.moved }
