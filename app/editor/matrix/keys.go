package matrix

import (
	"slices"

	"jejak/app/editor/action"
	"jejak/app/editor/desk"
	"jejak/data/priority"
)

// Key hears a key that is not held with Alt; true: it was for the matrix. Arrows move what is
// selected by a cell, Tab goes to the next card, Delete takes the values away, Esc drops a drag.
func (m *Matrix) Key(k action.Key, mods desk.Mods) bool {
	switch {
	case k == action.KeyEscape:
		return m.Cancel()
	case mods.Ctrl || mods.Alt:
		return false
	case k == action.KeyTab:
		by := 1
		if mods.Shift {
			by = -1
		}
		m.next(by)
		return true
	case k == action.KeyLeft:
		return m.step(-1, 0)
	case k == action.KeyRight:
		return m.step(1, 0)
	case k == action.KeyUp:
		return m.step(0, 1)
	case k == action.KeyDown:
		return m.step(0, -1)
	case k == action.KeyDelete, k == action.KeyBackspace:
		var rated []priority.Entry
		for _, e := range m.selected() {
			if e.At != (priority.Cell{}) {
				rated = append(rated, e)
			}
		}
		m.rate(rated, func(priority.Entry) priority.Cell { return priority.Cell{} })
		return true
	}
	return false
}

// step moves what is selected by a cell, as far as there is one. What is not rated is put in the
// middle first. Without a selection the first card is selected.
func (m *Matrix) step(columns, rows int) bool {
	list := m.selected()
	if len(list) == 0 {
		m.next(1)
		return true
	}
	w, h := m.kind.Size()
	to := func(e priority.Entry) priority.Cell {
		if !e.At.Rated() {
			return priority.Cell{Column: (w + 1) / 2, Row: (h + 1) / 2}
		}
		return priority.Cell{Column: min(max(e.At.Column+columns, 1), w), Row: min(max(e.At.Row+rows, 1), h)}
	}
	if slices.ContainsFunc(list, func(e priority.Entry) bool { return to(e) != e.At }) {
		m.rate(list, to)
	}
	return true
}

// next selects the card behind the one that is selected, in the order of the list, round and round.
func (m *Matrix) next(by int) {
	entries := m.Plan().Matrix.Entries
	if len(entries) == 0 {
		return
	}
	i := -1
	if list := m.selected(); len(list) > 0 {
		last := list[len(list)-1].Ref()
		i = slices.IndexFunc(entries, func(e priority.Entry) bool { return e.Ref() == last })
	} else if by < 0 {
		i = 0
	}
	n := len(entries)
	m.o.Select(entries[((i+by)%n+n)%n].Ref())
	m.reveal()
	m.tell()
}

// reveal scrolls the tray to the card that is selected.
func (m *Matrix) reveal() {
	list := m.selected()
	if len(list) == 0 || list[0].Number > 0 || m.Plan().ChipOf(list[0].Ref()) != nil {
		return
	}
	i := slices.IndexFunc(m.Plan().Matrix.Unrated(), func(e priority.Entry) bool { return e.Ref() == list[0].Ref() })
	m.from = max(i, 0)
}
