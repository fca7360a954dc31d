package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// cell is the text that is typed in a cell of the table. Enter, Tab and the arrows up and down end it
// and go on to another cell, Esc leaves the cell as it was.
type cell struct {
	widget.Entry
	t     *Table
	rim   *look.Outline
	box   fyne.CanvasObject
	shift bool // held
	over  bool // it has ended
}

func newCell(t *Table, text string) *cell {
	c := &cell{t: t, rim: look.NewOutline()}
	c.Wrapping, c.Scroll = fyne.TextWrapOff, container.ScrollHorizontalOnly
	c.ExtendBaseWidget(c)
	c.SetText(text)
	c.box = container.NewStack(c.rim, c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *cell) FocusGained() {
	c.rim.Light(true)
	c.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable: what was typed is kept; a date that is none is dropped.
func (c *cell) FocusLost() {
	c.Entry.FocusLost()
	c.shift = false
	if !c.over {
		c.t.end(true, true)
	}
}

// AcceptsTab implements fyne.Tabbable.
func (c *cell) AcceptsTab() bool { return true }

// TypedKey implements fyne.Focusable.
func (c *cell) TypedKey(ev *fyne.KeyEvent) {
	done := func(then func()) {
		if c.t.end(true, false) {
			c.t.l.o.Canvas.Focus(c.t)
			then()
		}
	}
	r := c.t.l.r
	row, column := r.Cursor()
	switch ev.Name {
	case fyne.KeyEscape:
		c.t.end(false, false)
		c.t.l.o.Canvas.Focus(c.t)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		below := c.t.below(1)
		done(func() {
			if below != "" {
				c.t.goTo(below, column)
			}
		})
	case fyne.KeyUp:
		above := c.t.below(-1)
		done(func() {
			if above != "" && row > 0 {
				c.t.goTo(above, column)
			}
		})
	case fyne.KeyTab:
		by := 1
		if c.held() {
			by = -1
		}
		done(func() { r.Side(by, true) })
	default:
		c.Entry.TypedKey(ev)
	}
}

func (c *cell) held() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return c.shift
}

// KeyDown implements desktop.Keyable.
func (c *cell) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		c.shift = true
	}
	c.Entry.KeyDown(ev)
	look.PassHeld(c, ev, true)
}

// KeyUp implements desktop.Keyable.
func (c *cell) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		c.shift = false
	}
	c.Entry.KeyUp(ev)
	look.PassHeld(c, ev, false)
}

// TypedShortcut implements fyne.Shortcutable. What a text has no use for is the window's.
func (c *cell) TypedShortcut(s fyne.Shortcut) {
	if look.PassShortcut(c, s) {
		return
	}
	if cs, ok := s.(*desktop.CustomShortcut); ok && cs.KeyName == fyne.KeyZ {
		s = &fyne.ShortcutRedo{}
	}
	c.Entry.TypedShortcut(s)
}
