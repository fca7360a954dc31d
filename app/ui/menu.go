package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/editor"
	"jejak/app/ui/board"
	"jejak/app/ui/leaf"
	"jejak/app/ui/menu"
	"jejak/app/ui/offer"
	"jejak/assets/words"
)

// nativeMenus: on macOS menus belong to the bar of the desktop.
const nativeMenus = runtime.GOOS == "darwin"

// newOffer makes what offers the actions of the editor to a person.
func (w *Window) newOffer() *offer.Offer {
	o := offer.Options{
		Editor: w.ed, Words: func() *words.Table { return w.words }, Open: w.open, Enabled: w.enabled, Run: w.run,
		Own: w.ownItems, Context: w.answerItems,
		After: func(id editor.ActionID) []menu.Item {
			switch id {
			case "file.open":
				return []menu.Item{w.file.RecentItem()}
			case "file.saveAs":
				return w.file.SavingItems()
			}
			return nil
		},
	}
	if nativeMenus {
		o.Native = w.fromMenuKey
	}
	return offer.New(o)
}

// buildMenus makes the menu bar anew, in the language of the window.
func (w *Window) buildMenus() {
	list := w.offer.Menus()
	if nativeMenus {
		w.native, list = menu.NewDesktop(w.win, list), nil
	}
	w.menus = menu.NewBar(w.win.Canvas(), "Jejak", list)
	w.refreshMenus()
}

// refreshMenus brings the menus of the desktop up to date. The window's own ask when they open.
func (w *Window) refreshMenus() {
	if nativeMenus {
		w.native.Refresh()
	}
}

// enabled reports whether an action would do something; without a project only the window's do.
func (w *Window) enabled(a *editor.Action) bool {
	return (a.Window || w.open()) && a.Enabled()
}

// run does an action, from wherever it was asked for.
func (w *Window) run(id editor.ActionID) {
	a := w.ed.Action(id)
	if a == nil || w.modal() || !w.enabled(a) {
		return
	}
	w.tips.Away()
	if offer.Searches(a) {
		w.leaves.Turn(leaf.Map)
	}
	w.focusBoard()
	if err := w.ed.Run(id); err != nil {
		w.showStatus() // the editor keeps the trouble; the status line tells it
	}
	w.showStatus()
}

// bindKeys has the canvas answer to the shortcuts. It is asked when neither the board nor a text
// has the keyboard, and for what a text has no use for.
func (w *Window) bindKeys() {
	for _, a := range w.ed.Actions() {
		for _, s := range a.Shortcuts {
			if s.Mods.Ctrl || s.Mods.Alt {
				w.win.Canvas().AddShortcut(board.Shortcut(s), func(fyne.Shortcut) { w.fromKey(s) })
			}
		}
	}
	w.win.Canvas().SetOnTypedKey(w.strayKey)
	if c, ok := w.win.Canvas().(desktop.Canvas); ok {
		c.SetOnKeyDown(func(ev *fyne.KeyEvent) { w.held(ev.Name, true) })
		c.SetOnKeyUp(func(ev *fyne.KeyEvent) { w.held(ev.Name, false) })
	}
	w.app.Lifecycle().SetOnExitedForeground(w.tap.Cancel)
}

// fromKey does what a shortcut means now, unless the keyboard belongs to a text: there undo, copy
// and the rest mean the text.
func (w *Window) fromKey(s editor.Shortcut) {
	if w.modal() {
		w.managed(board.Shortcut(s))
		return
	}
	if a := w.offer.By(s, w.typing() != nil); a != nil {
		w.run(a.ID)
	}
}

// fromMenuKey does the action of a shortcut that the desktop's menus took, and hands it back where
// it means the text that is being typed.
func (w *Window) fromMenuKey(a *editor.Action, s editor.Shortcut) {
	if typing := w.typing(); typing != nil && offer.OwnsText(a) && !w.modal() {
		typing.TypedShortcut(offer.TextShortcut(s, w.app.Clipboard()))
		return
	}
	w.run(a.ID)
}

// typing is the text that has the keyboard; nil if none has.
func (w *Window) typing() fyne.Shortcutable {
	focused := w.win.Canvas().Focused()
	if focused == fyne.Focusable(w.board) || focused == fyne.Focusable(w.outline) || tabular(focused) {
		return nil
	}
	typing, _ := focused.(fyne.Shortcutable)
	return typing
}

// shortcut is offered the keys that the editor did not use.
func (w *Window) shortcut(k editor.Key, m editor.Mods) bool {
	if k == "F10" && m == (editor.Mods{}) {
		w.openMenus()
		return true
	}
	if k == editor.KeyEscape && w.glass.Leave() {
		return true
	}
	if a := w.offer.By(editor.Shortcut{Key: k, Mods: m}, false); a != nil {
		w.run(a.ID)
		return true
	}
	return false
}

// openMenus opens the first menu for the keyboard.
func (w *Window) openMenus() {
	if !w.modal() {
		w.tips.Away()
		w.menus.Open(0)
	}
}

// held hears of keys that go down and up: tapping Alt opens the menus.
func (w *Window) held(name fyne.KeyName, down bool) {
	if down {
		w.tap.Down(name)
	} else if w.tap.Up(name) {
		w.openMenus()
	}
}

// contextMenu shows what can be done with what is selected.
func (w *Window) contextMenu(at fyne.Position) {
	if !w.open() || w.modal() {
		return
	}
	items := w.offer.Selected()
	if len(items) > 0 {
		w.tips.Away()
		menu.Show(w.win.Canvas(), at, items)
	}
}
