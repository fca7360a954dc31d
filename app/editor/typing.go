package editor

import (
	"unicode"

	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// canType reports whether a letter begins to write on what is selected: one card, or one point.
func (e *Editor) canType() bool {
	k := e.last().Kind
	return e.text == nil && e.gesture == nil && !e.locked && e.canRename() && (k == journey.KindCard || k == journey.KindPoint)
}

// types reports whether a key writes on what is selected rather than being a shortcut: letters do,
// and signs without Shift.
func (e *Editor) types(k Key, m Mods) bool {
	r := []rune(string(k))
	if k == KeySpace {
		return e.awaits() && m == (Mods{})
	}
	if len(r) != 1 || m.Ctrl || m.Alt {
		return false
	}
	if e.awaits() {
		return true
	}
	return e.canType() && (unicode.IsLetter(r[0]) || !m.Shift)
}

// TypeRune tells what a key on the board types, after its KeyDown if it has one. With one card
// or point selected its text opens in place with only this in it, as in a spreadsheet; what
// stood there stays until the text is committed. What was added a moment ago, and is not drawn yet, keeps
// what is typed for its text. It is false if the rune means nothing.
func (e *Editor) TypeRune(r rune) bool {
	defer e.enter()()
	if e.awaits() && !e.heard && unicode.IsPrint(r) {
		e.draft.typed = append(e.draft.typed, r)
		return true
	}
	if e.heard || !unicode.IsPrint(r) || r == ' ' || !e.canType() {
		return false
	}
	e.openText(e.last(), "")
	if e.text == nil {
		return false
	}
	e.text.typed = string(r)
	return true
}

// CommitAndGo ends the editing in place, writes s, and goes on to the next cell as Tab does in a
// spreadsheet, or back: it opens the first text of that cell, or a new card in an empty one, which
// goes again if nothing is typed. From the header of a stage, step or lane it goes to the next of
// them. At the end of the map the editing ends.
func (e *Editor) CommitAndGo(s string, back bool) {
	defer e.enter()()
	if e.text == nil {
		return
	}
	by := 1
	if back {
		by = -1
	}
	next := e.beside(e.text.ref, by)
	e.CommitText(s)
	if next != nil && e.text == nil && e.draft == nil {
		next()
	}
}

// beside returns what opens the text beside that of a record, nil if there is none.
func (e *Editor) beside(ref journey.Ref, by int) func() {
	if e.scene == nil {
		return nil
	}
	grid := &e.scene.Grid
	if ref.Kind != journey.KindCard {
		list := desk.Borders(grid, ref.Kind)
		for i, b := range list {
			if k := i + by; b.Ref == ref && k >= 0 && k < len(list) && list[k].Ref.Kind == ref.Kind {
				return func() { e.write(list[k].Ref) }
			}
		}
		return nil
	}
	cell, _, ok := e.atlas.Stand(ref.ID)
	if !ok {
		return nil
	}
	next := desk.NextCell(grid, cell, by)
	if next == nil {
		return nil
	}
	return func() {
		p := e.project()
		for i := range next.Cards {
			id := next.Cards[i]
			if by < 0 {
				id = next.Cards[len(next.Cards)-1-i]
			}
			if p.Cards.Has(id) {
				e.write(desk.CardRef(id))
				return
			}
		}
		if at := tool.PlaceOf(grid, next); tool.Stands(p, at) {
			// add tells of a refused edit
			_ = e.insertCard(at)
		}
	}
}

// write selects a record and opens its title.
func (e *Editor) write(ref journey.Ref) {
	if e.project().Has(ref) {
		e.choose([]journey.Ref{ref})
		e.openText(ref, scene.PartTitle)
	}
}
