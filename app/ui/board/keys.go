package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/editor"
)

// Shortcut is a shortcut as Fyne names it: a few have types of their own.
func Shortcut(s editor.Shortcut) fyne.Shortcut {
	if s.Mods == (editor.Mods{Ctrl: true}) {
		switch s.Key {
		case "Z":
			return &fyne.ShortcutUndo{}
		case "Y":
			return &fyne.ShortcutRedo{}
		case "X":
			return &fyne.ShortcutCut{}
		case "C":
			return &fyne.ShortcutCopy{}
		case "V":
			return &fyne.ShortcutPaste{}
		case "A":
			return &fyne.ShortcutSelectAll{}
		}
	}
	var m fyne.KeyModifier
	if s.Mods.Ctrl {
		m |= fyne.KeyModifierShortcutDefault
	}
	if s.Mods.Shift {
		m |= fyne.KeyModifierShift
	}
	if s.Mods.Alt {
		m |= fyne.KeyModifierAlt
	}
	return &desktop.CustomShortcut{KeyName: KeyName(s.Key), Modifier: m}
}

// AcceptsTab implements fyne.Tabbable: Tab walks the cards.
func (b *Board) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (b *Board) FocusGained() {}

// FocusLost implements fyne.Focusable. A key that is held now will go up somewhere else.
func (b *Board) FocusLost() {
	b.keys = editor.Mods{}
	b.ed.KeyUp(editor.KeySpace)
}

// TypedRune implements fyne.Focusable: a letter begins to write on what is selected.
func (b *Board) TypedRune(r rune) { b.ed.TypeRune(r) }

// TypedKey implements fyne.Focusable. Keys without Ctrl or Alt come here, repeats included; no
// menu ever sees them.
func (b *Board) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		return // held, not typed: see KeyDown
	}
	k, ok := Key(ev.Name)
	if !ok {
		return
	}
	m := b.mods()
	if !b.ed.KeyDown(k, m) && b.o.Shortcut != nil {
		b.o.Shortcut(k, m)
	}
	b.setCursor(b.ed.Cursor())
}

// TypedShortcut implements fyne.Shortcutable: keys with Ctrl or Alt that no menu took.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	ks, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return
	}
	k, ok := Key(ks.Key())
	if !ok {
		return
	}
	m := Mods(ks.Mod())
	if !b.ed.KeyDown(k, m) && b.o.Shortcut != nil {
		b.o.Shortcut(k, m)
	}
}

// KeyDown implements desktop.Keyable.
func (b *Board) KeyDown(ev *fyne.KeyEvent) {
	b.track(ev.Name, true)
	if b.o.Held != nil {
		b.o.Held(ev.Name, true)
	}
	if ev.Name == fyne.KeySpace {
		b.ed.KeyDown(editor.KeySpace, b.mods())
		b.setCursor(b.ed.Cursor())
	}
}

// KeyUp implements desktop.Keyable.
func (b *Board) KeyUp(ev *fyne.KeyEvent) {
	b.track(ev.Name, false)
	if b.o.Held != nil {
		b.o.Held(ev.Name, false)
	}
	if k, ok := Key(ev.Name); ok {
		b.ed.KeyUp(k)
		b.setCursor(b.ed.Cursor())
	}
}

func (b *Board) track(name fyne.KeyName, down bool) {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		b.keys.Shift = down
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		b.keys.Ctrl = down
	case desktop.KeyAltLeft, desktop.KeyAltRight:
		b.keys.Alt = down
	}
}

// named are the keys whose names differ between Fyne and the editor.
var named = map[fyne.KeyName]editor.Key{
	fyne.KeyLeft: editor.KeyLeft, fyne.KeyRight: editor.KeyRight, fyne.KeyUp: editor.KeyUp,
	fyne.KeyDown: editor.KeyDown, fyne.KeyTab: editor.KeyTab, fyne.KeyEscape: editor.KeyEscape,
	fyne.KeyDelete: editor.KeyDelete, fyne.KeyBackspace: editor.KeyBackspace, fyne.KeyF2: editor.KeyF2,
	fyne.KeyReturn: editor.KeyReturn, fyne.KeyEnter: editor.KeyReturn, fyne.KeySpace: editor.KeySpace,
	fyne.KeyHome: editor.KeyHome, fyne.KeyEnd: editor.KeyEnd,
	fyne.KeyPageUp: editor.KeyPageUp, fyne.KeyPageDown: editor.KeyPageDown,
	fyne.KeyEqual: "=", fyne.KeyPlus: "+", fyne.KeyMinus: "-", fyne.KeyBackslash: "\\",
	fyne.KeyComma: ",", fyne.KeyPeriod: ".", fyne.KeySlash: "/", fyne.KeyLeftBracket: "[",
	fyne.KeyRightBracket: "]", fyne.KeyApostrophe: "'", fyne.KeySemicolon: ";",
}

// Key turns Fyne's name of a key into the editor's; false: the editor has none for it.
func Key(name fyne.KeyName) (editor.Key, bool) {
	if k, ok := named[name]; ok {
		return k, true
	}
	if len(name) == 1 && (name[0] >= 'A' && name[0] <= 'Z' || name[0] >= '0' && name[0] <= '9') {
		return editor.Key(name), true
	}
	if len(name) >= 2 && name[0] == 'F' {
		return editor.Key(name), true // F1 … F12
	}
	return "", false
}

// KeyName turns the editor's name of a key into Fyne's.
func KeyName(k editor.Key) fyne.KeyName {
	for name, own := range named {
		if own == k && name != fyne.KeyEnter {
			return name
		}
	}
	return fyne.KeyName(k)
}
