package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/board"
)

// menus are the menus in the bar, made of the editor's actions.
type menus struct {
	main  *fyne.MainMenu
	items map[editor.ActionID]*fyne.MenuItem
	stale bool
}

var menuOrder = []string{"file", "edit", "insert", "map", "view", "help"}

// buildMenus makes the menu bar anew.
func (w *Window) buildMenus() {
	m := &menus{items: map[editor.ActionID]*fyne.MenuItem{}}
	w.menus = m
	byMenu := map[string][]*editor.Action{}
	for _, a := range w.ed.Actions() {
		byMenu[a.Menu] = append(byMenu[a.Menu], a)
	}
	var list []*fyne.Menu
	for _, name := range menuOrder {
		actions := byMenu[name]
		slices.SortStableFunc(actions, func(a, b *editor.Action) int { return a.Group - b.Group })
		var items []*fyne.MenuItem
		for i, a := range actions {
			if i > 0 && actions[i-1].Group != a.Group {
				items = append(items, fyne.NewMenuItemSeparator())
			}
			items = append(items, w.menuItem(a))
			if a.ID == "file.open" {
				items = append(items, w.recentItem())
			}
		}
		items = append(items, w.ownItems(name)...)
		if len(items) > 0 {
			list = append(list, fyne.NewMenu(w.t("ui.menu."+name), items...))
		}
	}
	m.main = fyne.NewMainMenu(list...)
	w.refreshMenus()
	w.win.SetMainMenu(m.main)
	for _, a := range w.ed.Actions() {
		for _, s := range a.Shortcuts {
			if sc := fyneShortcut(s); sc != nil && (s.Mods.Ctrl || s.Mods.Alt) {
				w.win.Canvas().AddShortcut(sc, func(fyne.Shortcut) { w.fromKey(a, s) })
			}
		}
	}
}

func (w *Window) menuItem(a *editor.Action) *fyne.MenuItem {
	item := fyne.NewMenuItem(a.Label(), nil)
	item.Action = func() { w.run(a.ID) }
	if len(a.Shortcuts) > 0 {
		s := a.Shortcuts[0]
		item.Shortcut = fyneShortcut(s)
		item.Action = func() { w.fromKey(a, s) }
	}
	item.IsQuit = a.ID == "app.quit"
	w.menus.items[a.ID] = item
	return item
}

// refreshMenus brings labels and what is enabled up to date. The bar is drawn anew only if one of
// them has changed.
func (w *Window) refreshMenus() {
	if w.menus == nil || w.menus.main == nil {
		return
	}
	w.menus.stale = false
	changed := false
	for id, item := range w.menus.items {
		a := w.ed.Action(id)
		label, disabled := a.Label(), !w.enabled(a)
		if item.Label != label || item.Disabled != disabled {
			item.Label, item.Disabled, changed = label, disabled, true
		}
	}
	if changed {
		w.menus.main.Refresh()
	}
}

// enabled reports whether an action would do something; without a project only the window's do.
func (w *Window) enabled(a *editor.Action) bool {
	return (a.Window || w.session != nil) && a.Enabled()
}

// run does an action, from wherever it was asked for.
func (w *Window) run(id editor.ActionID) {
	a := w.ed.Action(id)
	if a == nil || w.modal() || !w.enabled(a) {
		return
	}
	w.focusBoard()
	if err := w.ed.Run(id); err != nil {
		w.showStatus() // the editor keeps the trouble; the status line tells it
	}
	w.showStatus()
}

// fromKey does the action of a shortcut, unless the keyboard belongs to a text: there undo, copy
// and the rest mean the text. Fyne asks the menus first, so they must hand it back.
func (w *Window) fromKey(a *editor.Action, s editor.Shortcut) {
	if w.modal() {
		return
	}
	focused := w.win.Canvas().Focused()
	typing, ok := focused.(fyne.Shortcutable)
	if ok && focused != fyne.Focusable(w.board) && ownsText(a.Menu) {
		typing.TypedShortcut(w.textShortcut(s))
		return
	}
	w.run(a.ID)
}

func ownsText(menu string) bool { return menu == "edit" || menu == "map" || menu == "insert" }

// shortcut is offered the keys that neither menu nor editor used.
func (w *Window) shortcut(k editor.Key, m editor.Mods) bool {
	for _, a := range w.ed.Actions() {
		for _, s := range a.Shortcuts {
			if s.Mods == m && s.Key == k && w.enabled(a) {
				w.run(a.ID)
				return true
			}
		}
	}
	return false
}

// fyneShortcut is a shortcut as Fyne names it: a few have types of their own.
func fyneShortcut(s editor.Shortcut) fyne.Shortcut {
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
	return &desktop.CustomShortcut{KeyName: board.KeyName(s.Key), Modifier: m}
}

// textShortcut is a shortcut as a field of text takes it.
func (w *Window) textShortcut(s editor.Shortcut) fyne.Shortcut {
	switch sc := fyneShortcut(s).(type) {
	case *fyne.ShortcutCut:
		sc.Clipboard = w.app.Clipboard()
		return sc
	case *fyne.ShortcutCopy:
		sc.Clipboard = w.app.Clipboard()
		return sc
	case *fyne.ShortcutPaste:
		sc.Clipboard = w.app.Clipboard()
		return sc
	default:
		return sc
	}
}

// contextMenu shows what can be done with what is selected.
func (w *Window) contextMenu(at fyne.Position) {
	if w.session == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, menu := range []string{"edit", "map"} {
		group := -1
		for _, a := range w.ed.Actions() {
			if a.Menu != menu || !a.Enabled() {
				continue
			}
			if len(items) > 0 && a.Group != group {
				items = append(items, fyne.NewMenuItemSeparator())
			}
			group = a.Group
			item := fyne.NewMenuItem(a.Label(), func() { w.run(a.ID) })
			if len(a.Shortcuts) > 0 {
				item.Shortcut = fyneShortcut(a.Shortcuts[0])
			}
			items = append(items, item)
		}
	}
	if len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), at)
	}
}
