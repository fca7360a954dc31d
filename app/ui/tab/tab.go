package tab

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/ui/look"
)

// Tab is one map in the row.
type Tab struct {
	look.Button
	row     *Row
	item    Item
	pressed time.Time // when it was pressed last
	twice   bool      // it was pressed twice in a row
	dragged bool
}

const (
	widest = 170 // of the text on a tab, in units of Fyne
	wider  = 280 // of the same where there are few tabs
	// twiceWithin is how fast two presses follow each other to be a double click.
	twiceWithin = 400 * time.Millisecond
)

func newTab(r *Row, it Item) *Tab {
	t := &Tab{row: r, item: it}
	room := float32(widest)
	if len(r.items) <= 3 {
		room = wider
	}
	t.Kind, t.Text = look.Tab, look.Shorten(it.Name, look.TextSize, look.SemiBold, room)
	t.Hint, t.OnHint, t.Whole = it.Hint, r.o.Hint, t
	if it.Paired {
		t.Icon = "pair"
	}
	t.ExtendBaseWidget(t)
	return t
}

// MouseDown implements desktop.Mouseable. A tab is chosen when it is pressed, without waiting
// whether a second click follows.
func (t *Tab) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	now := t.row.o.Now()
	t.twice = now.Sub(t.pressed) < twiceWithin
	t.pressed, t.dragged = now, false
	if !t.On {
		t.row.o.Choose(t.item.ID)
	}
}

// MouseUp implements desktop.Mouseable: two clicks open the name.
func (t *Tab) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary && t.twice && !t.dragged {
		t.twice, t.pressed = false, time.Time{}
		t.row.Rename(t.item.ID)
	}
}

// Tapped implements fyne.Tappable.
func (t *Tab) Tapped(*fyne.PointEvent) {
	t.row.o.Hint(&t.Button, false)
	if !t.row.Renaming() {
		t.row.o.Choose(t.item.ID)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *Tab) TappedSecondary(ev *fyne.PointEvent) {
	t.row.o.Hint(&t.Button, false)
	t.row.o.Choose(t.item.ID)
	t.row.o.Menu(t.item.ID, ev.AbsolutePosition)
}

// TypedKey implements fyne.Focusable.
func (t *Tab) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		if t.row.drag.tab != nil {
			t.row.cancel()
		} else {
			t.row.o.Left()
		}
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.row.o.Choose(t.item.ID)
	case fyne.KeyLeft:
		t.row.step(t.item.ID, -1)
	case fyne.KeyRight:
		t.row.step(t.item.ID, 1)
	case fyne.KeyF2:
		t.row.Rename(t.item.ID)
	case fyne.KeyDelete, fyne.KeyBackspace:
		t.row.o.Remove(t.item.ID)
	default:
		look.Pass(t, ev)
	}
}
