package ui

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/ui/picture"
	"jejak/app/ui/start"
	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/exchange"
)

// shownRecent is how many files the start screen lists.
const shownRecent = 5

// startScreen is what the window shows while no project is open.
func (w *Window) startScreen() fyne.CanvasObject {
	free := func(run func()) func() {
		return func() {
			if !w.modal() && !w.opening {
				run()
			}
		}
	}
	o := start.Options{Name: "Jejak", About: w.t("ui.start.about"), Recent: w.t("ui.recent"), Do: w.do}
	for _, name := range templates.Names[:1] {
		data, _ := templates.JSON(name, w.words.Lang())
		o.Ways = append(o.Ways, start.Way{Icon: "template", Title: w.t("template." + name), About: w.t("template." + name + ".about"),
			Picture: thumb(data), Run: free(func() { w.fromTemplate(name) })})
	}
	o.Ways = append(o.Ways,
		start.Way{Icon: "sample", Title: w.t("ui.start.sample"), About: w.t("ui.start.sample.about"),
			Picture: thumb(samples.JSON(w.words.Lang())), Run: free(w.openSample)},
		start.Way{Icon: "folder", Title: w.t("ui.start.open"), About: w.t("ui.start.open.about"),
			Run: free(func() { w.pickOpen(w.openPath) })})
	for i, path := range w.recent.Paths() {
		if i == shownRecent {
			break
		}
		o.Files = append(o.Files, start.File{Name: filepath.Base(path), Folder: shortFolder(filepath.Dir(path)),
			Date: w.lastChange(path), Open: free(func() { w.openPath(path) })})
	}
	for _, l := range words.Languages {
		o.Languages = append(o.Languages, start.Language{Name: w.t("ui.language." + l), On: l == w.words.Lang(),
			Choose: func() { w.setLanguage(l) }})
	}
	return start.Screen(o)
}

// thumb paints a project of the program's own, which can always be read.
func thumb(data []byte) func(width, height int) image.Image {
	return func(width, height int) image.Image {
		p, _, err := exchange.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return nil
		}
		return picture.Thumb(p, width, height)
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
	at := w.recent.Date(path)
	if at.IsZero() {
		return ""
	}
	return w.day(at.Local())
}

func (w *Window) day(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + w.t("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}
