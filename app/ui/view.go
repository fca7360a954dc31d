package ui

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/ui/look"
	"jejak/assets/words"
)

// What the window remembers between runs.
const (
	prefWidth    = "window.width"
	prefHeight   = "window.height"
	prefDark     = "window.dark"
	prefLanguage = "window.language"
	prefRecent   = "file.recent"
)

const mostRecent = 8

// ownItems are the items of a menu that are about this window and no map.
func (w *Window) ownItems(menu string) []*fyne.MenuItem {
	switch menu {
	case "view":
		panels := fyne.NewMenuItem(w.t("ui.panels"), w.togglePanels)
		panels.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyBackslash, Modifier: fyne.KeyModifierShortcutDefault}
		panels.Checked = !w.panelsOff
		dark := fyne.NewMenuItem(w.t("ui.dark"), w.toggleDark)
		dark.Checked = w.app.Preferences().Bool(prefDark)
		language := fyne.NewMenuItem(w.t("ui.language"), nil)
		var langs []*fyne.MenuItem
		for _, l := range words.Languages {
			item := fyne.NewMenuItem(w.t("ui.language."+l), func() { w.setLanguage(l) })
			item.Checked = l == w.words.Lang()
			langs = append(langs, item)
		}
		language.ChildMenu = fyne.NewMenu("", langs...)
		return []*fyne.MenuItem{fyne.NewMenuItemSeparator(), panels, dark, language}
	case "help":
		return []*fyne.MenuItem{fyne.NewMenuItem(w.t("ui.about"), w.about)}
	}
	return nil
}

func (w *Window) togglePanels() {
	if w.session == nil || w.modal() {
		return
	}
	w.panelsOff = !w.panelsOff
	w.buildMenus()
	w.show()
	w.focusBoard()
}

func (w *Window) toggleDark() {
	if w.modal() {
		return
	}
	dark := !w.app.Preferences().Bool(prefDark)
	w.app.Preferences().SetBool(prefDark, dark)
	w.app.Settings().SetTheme(look.NewTheme(dark))
	w.build()
	w.focusBoard()
}

// language is the one chosen, or that of the desktop.
func (w *Window) language() string {
	if l := w.app.Preferences().String(prefLanguage); l != "" {
		return l
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return words.In(v).Lang()
		}
	}
	return words.Languages[0]
}

func (w *Window) setLanguage(l string) {
	if w.modal() || l == w.words.Lang() {
		return
	}
	w.app.Preferences().SetString(prefLanguage, l)
	w.words = words.In(l)
	w.ed.SetWords(w.words)
	translateFyne(w.words)
	w.build()
	w.focusBoard()
}

func otherLanguage(now string) string {
	i := slices.Index(words.Languages, now)
	return words.Languages[(i+1)%len(words.Languages)]
}

func (w *Window) about() {
	if w.modal() {
		return
	}
	version := w.app.Metadata().Version
	w.ask("map", "Jejak", w.f("ui.about.text", words.Args{"Version": version}), nil,
		choice{text: w.t("ui.ok"), primary: true, cancel: true})
}

// recent lists the files opened last, the latest first, as far as they are still there.
func (w *Window) recent() []string {
	return slices.DeleteFunc(w.app.Preferences().StringList(prefRecent), func(p string) bool {
		_, err := os.Stat(p)
		return err != nil
	})
}

// remember puts a file on top of the recent ones.
func (w *Window) remember(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	list := slices.DeleteFunc(w.recent(), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	w.app.Preferences().SetStringList(prefRecent, list[:min(len(list), mostRecent)])
	w.buildMenus()
}

func (w *Window) recentItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.t("ui.recent"), nil)
	var files []*fyne.MenuItem
	for _, path := range w.recent() {
		files = append(files, fyne.NewMenuItem(filepath.Base(path), func() {
			if !w.modal() {
				w.leaveThen(func() { w.openPath(path) })
			}
		}))
	}
	if len(files) == 0 {
		none := fyne.NewMenuItem(w.t("ui.recent.none"), nil)
		none.Disabled = true
		files = append(files, none)
	}
	item.ChildMenu = fyne.NewMenu("", files...)
	return item
}
