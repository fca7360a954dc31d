package float

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// Query is one line in which a person types what to look for. It tells of every letter.
type Query struct {
	widget.Entry
	rim  *look.Outline
	held fyne.KeyModifier // for drivers that can not be asked
	// Keys is offered every key that types nothing, with the modifiers that are held, before the
	// line takes it; true: it was used. May be nil.
	Keys func(k fyne.KeyName, m fyne.KeyModifier) bool
	Tabs bool // Keys is offered Tab too, which else goes to the next control
}

// NewQuery returns a line. hint stands in it while it is empty.
func NewQuery(hint string, changed func(string)) *Query {
	q := &Query{rim: look.NewOutline()}
	q.Wrapping = fyne.TextWrapOff
	q.Scroll = container.ScrollHorizontalOnly
	q.ExtendBaseWidget(q)
	q.SetPlaceHolder(hint)
	q.OnChanged = changed
	return q
}

// Framed is the line with its frame.
func (q *Query) Framed() fyne.CanvasObject { return container.NewStack(q.rim, q) }

// Fill puts a text in, all of it selected, so that typing replaces it.
func (q *Query) Fill(s string) {
	if s != q.Text {
		q.SetText(s)
	}
	q.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusGained implements fyne.Focusable.
func (q *Query) FocusGained() {
	q.rim.Light(true)
	q.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (q *Query) FocusLost() {
	q.rim.Light(false)
	q.held = 0
	q.Entry.FocusLost()
}

// AcceptsTab implements fyne.Tabbable.
func (q *Query) AcceptsTab() bool { return q.Tabs }

// TypedKey implements fyne.Focusable.
func (q *Query) TypedKey(ev *fyne.KeyEvent) {
	if q.Keys != nil && q.Keys(ev.Name, q.mods()) {
		return
	}
	q.Entry.TypedKey(ev)
	look.Pass(q, ev)
}

func (q *Query) mods() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return q.held
}

// KeyDown implements desktop.Keyable.
func (q *Query) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		q.held |= fyne.KeyModifierShift
	}
	q.Entry.KeyDown(ev)
	look.PassHeld(q, ev, true)
}

// KeyUp implements desktop.Keyable.
func (q *Query) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		q.held &^= fyne.KeyModifierShift
	}
	q.Entry.KeyUp(ev)
	look.PassHeld(q, ev, false)
}

// TypedShortcut implements fyne.Shortcutable. What a text has no use for is the window's.
func (q *Query) TypedShortcut(s fyne.Shortcut) {
	if look.PassShortcut(q, s) {
		return
	}
	if cs, ok := s.(*desktop.CustomShortcut); ok {
		if q.Keys != nil && q.Keys(cs.KeyName, cs.Modifier) {
			return
		}
		if cs.KeyName == fyne.KeyZ {
			s = &fyne.ShortcutRedo{}
		}
	}
	q.Entry.TypedShortcut(s)
}
