package ui

import (
	"os"
	"slices"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
)

// What the window remembers between runs.
const (
	prefWidth    = "window.width"
	prefHeight   = "window.height"
	prefDark     = "window.dark"
	prefLanguage = "window.language"
)

// panelsKey shows and hides the panels.
var panelsKey = editor.Shortcut{Key: "\\", Mods: editor.Mods{Ctrl: true}}

// ownItems are the items of a menu that are about this window and no map.
func (w *Window) ownItems(name string) []menu.Item {
	switch name {
	case "view":
		var langs []menu.Item
		for _, l := range words.Languages {
			langs = append(langs, menu.Item{Label: w.t("ui.language." + l), Checked: l == w.words.Lang(),
				Run: func() { w.setLanguage(l) }})
		}
		return []menu.Item{
			menu.Line(),
			{Label: w.t("ui.language"), Sub: langs},
		}
	case "help":
		return []menu.Item{menu.Line(), {Label: w.t("ui.about"), Icon: "info", Run: w.about}}
	}
	return nil
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
		ask.Answer{Text: w.t("ui.ok"), Primary: true, Cancel: true})
}
