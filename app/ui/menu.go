package ui

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/editor"
	"jejak/app/ui/board"
	"jejak/app/ui/leaf"
	"jejak/app/ui/menu"
	"jejak/app/ui/tab"
)

// nativeMenus: on macOS menus belong to the bar of the desktop.
const nativeMenus = runtime.GOOS == "darwin"

var menuOrder = []string{"file", "edit", "insert", "map", "project", "view", "help"}

// buildMenus makes the menu bar anew, in the language of the window.
func (w *Window) buildMenus() {
	var list []menu.Menu
	for _, name := range menuOrder {
		list = append(list, menu.Menu{Title: w.t("ui.menu." + name), Items: func() []menu.Item { return w.items(name) }})
	}
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

// items are those of a menu in the bar, as things are now.
func (w *Window) items(name string) []menu.Item {
	var actions, lanes []*editor.Action
	var lenses []menu.Item
	for _, a := range w.ed.Actions() {
		switch {
		case a.Menu != name:
		case strings.HasPrefix(string(a.ID), lensPrefix):
			lenses = append(lenses, w.item(a))
		case name == "insert" && a.Icon == "lane":
			lanes = append(lanes, a)
		default:
			actions = append(actions, a)
		}
	}
	slices.SortStableFunc(actions, func(a, b *editor.Action) int { return a.Group - b.Group })
	var items []menu.Item
	for i, a := range actions {
		if i > 0 && actions[i-1].Group != a.Group {
			items = append(items, menu.Line())
		}
		items = append(items, w.item(a))
		if a.ID == "file.open" {
			items = append(items, w.file.RecentItem())
		}
		if a.ID == "file.saveAs" {
			items = append(items, w.file.SavingItems()...)
		}
	}
	if len(lanes) > 0 {
		sub := menu.Item{Label: w.t("palette.lane"), Icon: "lane", Disabled: !w.enabled(lanes[0]), Sub: w.laneItems()}
		items = append(items, sub)
	}
	if len(lenses) > 0 {
		items = append(items, menu.Item{Label: w.t("lens.menu"), Icon: "eye", Sub: lenses, Disabled: !w.open()})
	}
	return append(items, w.ownItems(name)...)
}

// item is an action in a menu.
func (w *Window) item(a *editor.Action) menu.Item {
	item := menu.Item{
		Label: a.Label(), Icon: iconOf(a), Shortcut: a.ShortcutText(), Disabled: !w.enabled(a),
		Quit: a.ID == "app.quit", Run: func() { w.run(a.ID) },
		Checked: a.On != nil && a.On(),
	}
	if len(a.Shortcuts) > 0 {
		s := a.Shortcuts[0]
		item.Keys = board.Shortcut(s)
		if nativeMenus {
			item.Run = func() { w.fromMenuKey(a, s) } // the desktop does not tell a click from its key
		}
	}
	return item
}

// iconOf is the drawing for an action.
func iconOf(a *editor.Action) string {
	names := map[string]string{
		"file.new": "file", "file.open": "folder", "edit.delete": "trash", "insert.card": "touchpoint",
		"view.zoomIn": "zoom-in", "view.zoomOut": "zoom-out", "tool.select": "cursor",
		"card.left": "arrow-left", "card.right": "arrow-right", "card.up": "arrow-up", "card.down": "arrow-down",
		"stage.left": "arrow-left", "stage.right": "arrow-right", "lane.up": "arrow-up", "lane.down": "arrow-down",
	}
	if name, ok := names[string(a.ID)]; ok {
		return name
	}
	return a.Icon
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
	if searches(a) {
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
	for _, a := range w.ed.Actions() {
		if slices.Contains(a.Shortcuts, s) && w.enabled(a) && !(w.typing() != nil && ownsText(a)) {
			w.run(a.ID)
			return
		}
	}
}

// fromMenuKey does the action of a shortcut that the desktop's menus took, and hands it back where
// it means the text that is being typed.
func (w *Window) fromMenuKey(a *editor.Action, s editor.Shortcut) {
	if typing := w.typing(); typing != nil && ownsText(a) && !w.modal() {
		typing.TypedShortcut(w.textShortcut(s))
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

// ownsText reports whether an action means the text while one is being typed.
func ownsText(a *editor.Action) bool {
	return (a.Menu == "edit" || a.Menu == "map" || a.Menu == "insert") && !searches(a)
}

// searches reports whether an action finds something, wherever the keyboard is.
func searches(a *editor.Action) bool { return strings.HasPrefix(string(a.ID), "find.") }

// shortcut is offered the keys that the editor did not use.
func (w *Window) shortcut(k editor.Key, m editor.Mods) bool {
	if k == "F10" && m == (editor.Mods{}) {
		w.openMenus()
		return true
	}
	if k == editor.KeyEscape && w.glass.Leave() {
		return true
	}
	for _, a := range w.ed.Actions() {
		if slices.Contains(a.Shortcuts, editor.Shortcut{Key: k, Mods: m}) && w.enabled(a) {
			w.run(a.ID)
			return true
		}
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

// textShortcut is a shortcut as a field of text takes it.
func (w *Window) textShortcut(s editor.Shortcut) fyne.Shortcut {
	switch sc := board.Shortcut(s).(type) {
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
	if !w.open() || w.modal() {
		return
	}
	var items []menu.Item
	for _, name := range []string{"edit", "map"} {
		group := -1
		for _, a := range w.ed.Actions() {
			if a.Menu != name || !a.Enabled() || searches(a) || tab.OfMap(a) && len(w.ed.Selection()) > 0 {
				continue
			}
			if len(items) > 0 && a.Group != group {
				items = append(items, menu.Line())
			}
			group = a.Group
			items = append(items, w.item(a))
		}
	}
	if more := w.answerItems(); len(more) > 0 {
		items = append(append(more, menu.Line()), items...)
	}
	if len(items) > 0 {
		w.tips.Away()
		menu.Show(w.win.Canvas(), at, items)
	}
}
