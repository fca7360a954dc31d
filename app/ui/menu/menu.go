// Package menu is the menu bar of the window and the menus that fold out of it or come up under
// the pointer. It draws them itself: the toolkit's own are too faint to read and know no icons.
//
// All of it belongs to the goroutine of the window.
package menu

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// Menu is a named list in the bar.
type Menu struct {
	Title string
	Items func() []Item // asked each time the menu opens, so that it shows what can be done then
}

// Item is a line of a menu. An Item without a label is the line between two groups.
type Item struct {
	Label    string
	Icon     string // a name of assets/icons; empty: none
	Shortcut string // as a person reads it; the menu only shows it
	Checked  bool
	Disabled bool
	Sub      []Item // opens beside it; Run is not called then
	Run      func() // called when the menu is gone

	Keys fyne.Shortcut // for the bar of macOS, which answers to it; nil: none
	Quit bool          // macOS has a place of its own for it
}

// Line is the line between two groups.
func Line() Item { return Item{} }

func (i *Item) line() bool { return i.Label == "" }

// can reports whether the item can be chosen.
func (i *Item) can() bool { return !i.line() && !i.Disabled }

// Desktop is a bar that the desktop draws and answers to.
type Desktop struct {
	win   fyne.Window
	menus []Menu
	shown string
}

// NewDesktop returns the bar of a window; Refresh puts it up.
func NewDesktop(w fyne.Window, menus []Menu) *Desktop { return &Desktop{win: w, menus: menus} }

// Refresh brings the bar up to date. It is made anew only if something in it has changed.
func (d *Desktop) Refresh() {
	list := make([]*fyne.Menu, len(d.menus))
	now := ""
	for i, m := range d.menus {
		items := m.Items()
		list[i] = native(m.Title, items)
		now += m.Title + seen(items)
	}
	if now != d.shown {
		d.shown = now
		d.win.SetMainMenu(fyne.NewMainMenu(list...))
	}
}

// seen is all that a person sees of items.
func seen(items []Item) string {
	s := ""
	for _, it := range items {
		s += fmt.Sprintf("\x00%s %t %t(%s)", it.Label, it.Checked, it.Disabled, seen(it.Sub))
	}
	return s
}

func native(title string, items []Item) *fyne.Menu {
	m := fyne.NewMenu(title)
	for _, it := range items {
		if it.line() {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		n := fyne.NewMenuItem(it.Label, it.Run)
		n.Checked, n.Disabled, n.IsQuit, n.Shortcut = it.Checked, it.Disabled, it.Quit, it.Keys
		if len(it.Sub) > 0 {
			n.ChildMenu = native("", it.Sub)
		}
		m.Items = append(m.Items, n)
	}
	return m
}
