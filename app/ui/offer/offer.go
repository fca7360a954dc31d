// Package offer is how the actions of the editor are offered to a person: in the menus, in the palette
// of commands, on the sheet of keys, and by their keys. All of it belongs to Fyne's goroutine.
package offer

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/board"
	"jejak/app/ui/menu"
	"jejak/app/ui/tab"
	"jejak/assets/words"
	"jejak/data/journey"
)

// Order is that of the menus.
var Order = []string{"file", "edit", "insert", "map", "project", "view", "help"}

// Lens begins the names of the actions that look at some of the map only: they have a menu of their own.
const Lens = "lens."

// Options are what an Offer asks of its window.
type Options struct {
	Editor  *editor.Editor
	Words   func() *words.Table
	Open    func() bool                           // a project is open
	Enabled func(*editor.Action) bool             // it would do something now
	Run     func(editor.ActionID)                 // does it
	Native  func(*editor.Action, editor.Shortcut) // does it for the desktop's menus; nil: menus are the window's
	After   func(editor.ActionID) []menu.Item     // what stands in a menu below an action
	Own     func(menu string) []menu.Item         // what stands last in a menu
	Context func() []menu.Item                    // what stands first in the menu of what is selected
}

// Offer is the actions of one window as they are offered.
type Offer struct{ o Options }

// New returns the offer of a window.
func New(o Options) *Offer { return &Offer{o} }

// Menus are those of the bar, in the language of now.
func (f *Offer) Menus() []menu.Menu {
	var list []menu.Menu
	for _, name := range Order {
		list = append(list, menu.Menu{Title: f.t("ui.menu." + name), Items: func() []menu.Item { return f.Items(name) }})
	}
	return list
}

// Items are those of a menu in the bar, as things are now.
func (f *Offer) Items(name string) []menu.Item {
	var actions, lanes []*editor.Action
	var lenses []menu.Item
	for _, a := range f.o.Editor.Actions() {
		switch {
		case a.Menu != name:
		case strings.HasPrefix(string(a.ID), Lens):
			lenses = append(lenses, f.Item(a))
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
		items = append(items, f.Item(a))
		items = append(items, f.o.After(a.ID)...)
	}
	if len(lanes) > 0 {
		sub := menu.Item{Label: f.t("palette.lane"), Icon: "lane", Disabled: !f.o.Enabled(lanes[0]), Sub: f.Lanes()}
		items = append(items, sub)
	}
	if len(lenses) > 0 {
		items = append(items, menu.Item{Label: f.t("lens.menu"), Icon: "eye", Sub: lenses, Disabled: !f.o.Open()})
	}
	return append(items, f.o.Own(name)...)
}

// Lanes are the kinds of lane that can be added.
func (f *Offer) Lanes() []menu.Item {
	var items []menu.Item
	for _, kind := range journey.LaneKinds {
		a := f.o.Editor.Action(editor.LaneAction(kind))
		items = append(items, menu.Item{Label: f.t("map.lane." + string(kind)), Shortcut: a.ShortcutText(),
			Disabled: !f.o.Enabled(a), Run: func() { f.o.Run(a.ID) }})
	}
	return items
}

// Selected are the items of the menu of what is selected; none: there is nothing to do with it.
func (f *Offer) Selected() []menu.Item {
	var items []menu.Item
	for _, name := range []string{"edit", "map"} {
		group := -1
		for _, a := range f.o.Editor.Actions() {
			if a.Menu != name || !a.Enabled() || Searches(a) || tab.OfMap(a) && len(f.o.Editor.Selection()) > 0 {
				continue
			}
			if len(items) > 0 && a.Group != group {
				items = append(items, menu.Line())
			}
			group = a.Group
			items = append(items, f.Item(a))
		}
	}
	if more := f.o.Context(); len(more) > 0 {
		items = append(append(more, menu.Line()), items...)
	}
	return items
}

// Item is an action in a menu.
func (f *Offer) Item(a *editor.Action) menu.Item {
	item := menu.Item{
		Label: a.Label(), Icon: icon(a), Shortcut: a.ShortcutText(), Disabled: !f.o.Enabled(a),
		Quit: a.ID == "app.quit", Run: func() { f.o.Run(a.ID) },
		Checked: a.On != nil && a.On(),
	}
	if len(a.Shortcuts) > 0 {
		s := a.Shortcuts[0]
		item.Keys = board.Shortcut(s)
		if f.o.Native != nil {
			item.Run = func() { f.o.Native(a, s) } // the desktop does not tell a click from its key
		}
	}
	return item
}

// icon is the drawing for an action.
func icon(a *editor.Action) string {
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

// OwnsText reports whether an action means the text while one is being typed.
func OwnsText(a *editor.Action) bool {
	return (a.Menu == "edit" || a.Menu == "map" || a.Menu == "insert") && !Searches(a)
}

// Searches reports whether an action finds something, wherever the keyboard is.
func Searches(a *editor.Action) bool { return strings.HasPrefix(string(a.ID), "find.") }

// By is the action that a shortcut means now; nil: none. While a text is being typed, typing says so,
// what means the text is none.
func (f *Offer) By(s editor.Shortcut, typing bool) *editor.Action {
	for _, a := range f.o.Editor.Actions() {
		if slices.Contains(a.Shortcuts, s) && f.o.Enabled(a) && !(typing && OwnsText(a)) {
			return a
		}
	}
	return nil
}

// TextShortcut is a shortcut as a field of text takes it, with the clipboard that it cuts to, copies to
// and pastes from.
func TextShortcut(s editor.Shortcut, clipboard fyne.Clipboard) fyne.Shortcut {
	switch sc := board.Shortcut(s).(type) {
	case *fyne.ShortcutCut:
		sc.Clipboard = clipboard
		return sc
	case *fyne.ShortcutCopy:
		sc.Clipboard = clipboard
		return sc
	case *fyne.ShortcutPaste:
		sc.Clipboard = clipboard
		return sc
	default:
		return sc
	}
}

func (f *Offer) t(key string) string { return f.o.Words().T(key) }
