package ui

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/ui/start"
	"jejak/assets/words"
)

// shownRecent is how many files the start screen lists.
const shownRecent = 5

// startScreen is what the window shows while no project is open.
func (w *Window) startScreen() fyne.CanvasObject {
	o := start.Options{Name: "Jejak", About: w.t("ui.start.about"), Open: w.t("ui.start.open"),
		OnOpen: w.whenFree(func() { w.file.Choose() }), Recent: w.t("ui.recent"), None: w.t("ui.recent.none"),
		Gallery: w.gallery.Ways(start.Margin, w.whenFree, w.strayKey)}
	for i, path := range w.file.Recent().Paths() {
		if i == shownRecent {
			break
		}
		o.Files = append(o.Files, start.File{Name: filepath.Base(path), Folder: shortFolder(filepath.Dir(path)),
			Date: w.lastChange(path), Open: w.whenFree(func() { w.file.Open(path) })})
	}
	for _, l := range words.Languages {
		o.Languages = append(o.Languages, start.Language{Name: w.t("ui.language." + l), On: l == w.words.Lang(),
			Choose: func() { w.setLanguage(l) }})
	}
	return start.Screen(o)
}

// whenFree makes of run what does nothing while a dialog asks or a file is being opened.
func (w *Window) whenFree(run func()) func() {
	return func() {
		if !w.modal() && !w.file.Busy() {
			run()
		}
	}
}

// shortFolder writes ~ for the folder of the user.
func shortFolder(dir string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" {
		return dir
	}
	if rest, ok := strings.CutPrefix(dir, home); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		return "~" + rest
	}
	return dir
}

// lastChange is the day on which a file was changed; empty if that is not known yet.
func (w *Window) lastChange(path string) string {
	at := w.file.Recent().Date(path)
	if at.IsZero() {
		return ""
	}
	return w.day(at.Local())
}

func (w *Window) day(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + w.t("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}
