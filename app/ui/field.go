package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// field is a line or a box of text in a panel. It tells what was typed when it is left, and on
// Enter where it has one line; Esc puts back what stood there.
type field struct {
	widget.Entry
	rim    *look.Outline
	was    string
	lines  int // as high as this at least
	commit func(string)
	after  func()               // after Enter or Esc: who gets the keyboard; may be nil
	keys   func(*fyne.KeyEvent) // of a dialog: takes Enter and Esc in place of the field; may be nil
}

func newField(value string, lines int, commit func(string)) *field {
	f := &field{was: value, commit: commit, lines: lines, rim: look.NewOutline()}
	// Also what is one line wraps, so that all of it can be read; Enter ends it all the same.
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.Scroll = container.ScrollVerticalOnly
	f.ExtendBaseWidget(f)
	f.SetText(value)
	f.grow()
	return f
}

// grow makes a box as high as its text needs, as far as a panel can bear.
func (f *field) grow() {
	const inner = rightWidth - 54 // the width of a line in a panel
	rows := len(look.Wrap(f.Text, look.TextSize, look.Regular, inner))
	f.SetMinRowsVisible(max(f.lines, min(rows, 8)))
}

// show puts another value in, unless somebody is typing.
func (f *field) show(value string, typing bool) {
	if typing || value == f.was {
		return
	}
	f.was = value
	f.SetText(value)
	f.grow()
}

// framed is the field with its frame.
func (f *field) framed() fyne.CanvasObject { return container.NewStack(f.rim, f) }

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.rim.Light(true)
	f.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.rim.Light(false)
	f.Entry.FocusLost()
	f.keep()
}

func (f *field) keep() {
	if f.lines == 1 && strings.Contains(f.Text, "\n") {
		f.SetText(strings.Join(strings.Fields(f.Text), " "))
	}
	if f.Text != f.was {
		f.was = f.Text
		f.grow()
		f.commit(f.Text)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field, also from a box.
func (f *field) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case f.keys != nil && (ev.Name == fyne.KeyEscape || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		f.keys(ev)
	case ev.Name == fyne.KeyEscape:
		f.SetText(f.was)
		f.leave()
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && f.lines == 1:
		f.keep()
		f.leave()
	default:
		f.Entry.TypedKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+Enter commits a box, Ctrl+Shift+Z does again.
func (f *field) TypedShortcut(s fyne.Shortcut) {
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

func (f *field) leave() {
	if f.after != nil {
		f.after()
	}
}
