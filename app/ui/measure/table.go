package measure

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/measure"
)

// table is the lines of the leaf. It has the keyboard as one thing: the arrows walk, Enter writes.
type table struct {
	widget.List
	l *Leaf
}

func newTable(l *Leaf) *table {
	t := &table{l: l}
	t.HideSeparators = true
	t.Length = func() int { return len(l.lines) }
	t.CreateItem = func() fyne.CanvasObject { return newTableRow(l.o.Words, l.pressed) }
	t.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.lines) {
			line := l.lines[i]
			o.(*row).Set(line, !line.Head && line.Key() == l.state.Key)
		}
	}
	t.OnSelected = func(i widget.ListItemID) {
		t.UnselectAll()
		if i < len(l.lines) && !l.lines[i].Head {
			l.Choose(l.lines[i].Key())
		}
		l.o.Canvas.Focus(t)
	}
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained implements fyne.Focusable: what is chosen is seen by its ground.
func (t *table) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (t *table) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (t *table) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *table) TypedKey(ev *fyne.KeyEvent) {
	const page = 10
	by, from := 0, measure.Find(t.l.lines, t.l.state.Key)
	switch ev.Name {
	case fyne.KeyUp:
		by = -1
	case fyne.KeyDown:
		by = 1
	case fyne.KeyPageUp:
		by = -page
	case fyne.KeyPageDown:
		by = page
	case fyne.KeyHome:
		from, by = -1, 1
	case fyne.KeyEnd:
		from, by = -1, -1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		t.l.detail.focus()
	case fyne.KeyInsert:
		t.l.detail.add()
	case fyne.KeyDelete, fyne.KeyBackspace:
		t.l.detail.remove()
	case fyne.KeyEscape:
		if t.l.state.Key != (measure.Key{}) {
			t.l.Choose(measure.Key{})
		} else {
			t.l.o.Close()
		}
	}
	if by == 0 {
		return
	}
	if i := measure.Next(t.l.lines, from, by); i >= 0 && i < len(t.l.lines) && !t.l.lines[i].Head {
		t.l.Choose(t.l.lines[i].Key())
	}
}

// TypedShortcut implements fyne.Shortcutable: a table can be pasted and copied, the rest is the window's.
func (t *table) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutPaste:
		t.l.o.Paste()
	case *fyne.ShortcutCopy:
		t.l.copyAll()
	case *fyne.ShortcutUndo:
		t.l.o.Run("edit.undo")
	case *fyne.ShortcutRedo:
		t.l.o.Run("edit.redo")
	case *fyne.ShortcutCut, *fyne.ShortcutSelectAll: // they mean nothing here, and must not mean the map
	default:
		if c, ok := t.l.o.Canvas.(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
	}
}
