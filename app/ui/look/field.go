package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Field is a line or a box of text in a panel. It tells what was typed when it is left, and on
// Enter where it has one line; Esc puts back what stood there.
type Field struct {
	widget.Entry
	rim    *Outline
	was    string  // what was put in, or told last
	before string  // what was the time before
	lines  int     // as high as this at least
	width  float32 // of a line, in which the height is reckoned
	mixed  bool
	tight  bool
	caret  Caret
	over   *wheel
	commit func(string)
	Ask    bool                    // only Enter tells what was typed; leaving the field does not
	Wheel  func(*fyne.ScrollEvent) // of the panel it is in, so that it scrolls here too; may be nil
	Lost   func()                  // after the focus went elsewhere and what was typed was told; may be nil
	Escape func()                  // on Esc, in place of putting back what stood there; may be nil
	After  func()                  // after Enter or Esc: who gets the keyboard; may be nil
	Keys   func(*fyne.KeyEvent)    // of a dialog: takes Enter and Esc in place of the field; may be nil
}

// NewField returns a field that is at least so many lines high; in one of several, Enter makes a
// new line. width is that of a line of its text; commit is told what was typed.
func NewField(value string, lines int, width float32, commit func(string)) *Field {
	f := &Field{was: value, commit: commit, lines: lines, width: width, rim: NewOutline()}
	// Also what is one line wraps, so that all of it can be read; Enter ends it all the same.
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.Scroll = container.ScrollVerticalOnly
	f.ExtendBaseWidget(f)
	f.SetText(value)
	f.grow()
	return f
}

// Tight makes the field no higher than its text, however many lines it may have.
func (f *Field) Tight() *Field {
	f.tight = true
	f.grow()
	return f
}

// mostRows is how many rows of a text are shown at once; more are scrolled.
const mostRows = 8

// grow makes a box as high as its text needs, as far as a panel can bear.
func (f *Field) grow() {
	rows, least := len(Wrap(f.Text, TextSize, Regular, f.width)), f.lines
	if f.tight {
		least = 1
	}
	f.SetMinRowsVisible(max(least, min(rows, mostRows)))
	if f.over != nil {
		f.over.Hidden = f.Wheel == nil || rows > mostRows
	}
}

// SetValue puts another value in, unless somebody is typing.
func (f *Field) SetValue(value string, typing bool) {
	if typing || value == f.was && value == f.Text && !f.mixed {
		return
	}
	if f.mixed {
		f.mixed = false
		f.SetPlaceHolder("")
	}
	f.was = value
	f.SetText(value)
	f.grow()
}

// SetMixed shows, unless somebody is typing, that the field is about things that differ: it is
// empty, and what is typed into it is meant for all of them.
func (f *Field) SetMixed(word string, typing bool) {
	if typing {
		return
	}
	f.mixed, f.was = true, ""
	f.SetPlaceHolder(word)
	f.SetText("")
	f.grow()
}

// SetWidth says how wide the field will be, frame included.
func (f *Field) SetWidth(width float32) {
	if width -= fieldPad; width != f.width {
		f.width = width
		f.grow()
	}
}

// fieldPad is what a field needs beside its text.
const fieldPad = 24

// Commit has another function told what was typed.
func (f *Field) Commit(commit func(string)) { f.commit = commit }

// Touched reports whether something else stands in the field than what was put in, or told last.
func (f *Field) Touched() bool { return f.Text != f.was }

// Refuse is called by whoever was told what was typed, and can not use it: Esc puts back what stood
// there before, and leaving the field tells it again.
func (f *Field) Refuse() { f.was = f.before }

// Keep tells what was typed, as if the field had been left.
func (f *Field) Keep() { f.keep() }

// Put puts another text in as the one that stood there, whoever is typing.
func (f *Field) Put(value string) {
	f.was = value
	f.SetText(value)
	f.grow()
}

// Framed is the field with its frame.
func (f *Field) Framed() fyne.CanvasObject {
	f.over = newWheel(f)
	f.over.Hidden = f.Wheel == nil
	return container.NewStack(f.rim, f, f.over)
}

// wheel lies over a field and hands the wheel to the panel: Fyne's own text would take it, also
// where it has nothing to scroll.
type wheel struct {
	widget.BaseWidget
	f *Field
}

func newWheel(f *Field) *wheel {
	w := &wheel{f: f}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if w.f.Wheel != nil {
		w.f.Wheel(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// FocusGained implements fyne.Focusable.
func (f *Field) FocusGained() {
	f.rim.Light(true)
	f.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() {
	f.rim.Light(false)
	f.Entry.FocusLost()
	if !f.Ask {
		f.keep()
	}
	if f.Lost != nil {
		f.Lost()
	}
}

func (f *Field) keep() {
	if f.lines == 1 && strings.Contains(f.Text, "\n") {
		f.SetText(strings.Join(strings.Fields(f.Text), " "))
	}
	if f.Text != f.was {
		f.before, f.was = f.was, f.Text
		f.grow()
		f.commit(f.Text)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field, also from a box.
func (f *Field) AcceptsTab() bool { return false }

// TypedRune implements fyne.Focusable.
func (f *Field) TypedRune(r rune) { f.caret.Type(&f.Entry, r) }

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case f.Keys != nil && (ev.Name == fyne.KeyEscape || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		f.Keys(ev)
	case ev.Name == fyne.KeyEscape && f.Escape != nil:
		f.Escape()
	case ev.Name == fyne.KeyEscape:
		f.SetText(f.was)
		f.leave()
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && f.lines == 1:
		f.keep()
		f.leave()
	default:
		f.caret.Mend(&f.Entry)
		f.Entry.TypedKey(ev)
		Pass(f, ev)
	}
}

// KeyDown implements desktop.Keyable.
func (f *Field) KeyDown(ev *fyne.KeyEvent) {
	f.Entry.KeyDown(ev)
	PassHeld(f, ev, true)
}

// KeyUp implements desktop.Keyable.
func (f *Field) KeyUp(ev *fyne.KeyEvent) {
	f.Entry.KeyUp(ev)
	PassHeld(f, ev, false)
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+Enter commits a box, Ctrl+Shift+Z does again.
// What a text has no use for is the window's.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if PassShortcut(f, s) {
		return
	}
	f.caret.Mend(&f.Entry)
	if cs, ok := s.(*desktop.CustomShortcut); ok {
		switch cs.KeyName {
		case fyne.KeyReturn, fyne.KeyEnter:
			f.keep()
			f.leave()
			return
		case fyne.KeyZ:
			s = &fyne.ShortcutRedo{}
		}
	}
	f.Entry.TypedShortcut(s)
}

func (f *Field) leave() {
	if f.After != nil {
		f.After()
	}
}
