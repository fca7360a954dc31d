package ui

import (
	"encoding/json"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"jejak/app/ui/clipboard"
	"jejak/assets/brand"
	"jejak/assets/words"
)

// AppID names the program to the desktop and is where its preferences are kept.
const AppID = "id.jejak.desktop"

// Run opens the window and returns when it is closed. path names the project to open; empty: the
// start screen. A project that cannot be opened is told in a dialog of the window. It must be
// called from the main goroutine, once.
func Run(path string) error {
	// Where there is an X server its driver is the better one, also under Wayland (menus, text
	// size). The choice is the driver's own variable, read when the first window is made.
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") != "" && os.Getenv("FYNE_PLATFORM") == "" {
		if err := os.Setenv("FYNE_PLATFORM", "x11"); err != nil {
			return err
		}
	}
	if dir, err := os.UserCacheDir(); err == nil {
		// Fyne keeps a cache below it and complains aloud where the folder is not there yet.
		if err := os.MkdirAll(dir, 0o755); err != nil {
			fyne.LogError("make the cache folder", err)
		}
	}
	spareGarbage()
	app.SetMetadata(fyne.AppMetadata{ID: AppID, Name: "Jejak", Version: Version, Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(AppID)
	a.SetIcon(fyne.NewStaticResource("jejak.png", brand.Icon))
	w := newWindow(a, fyne.Do)
	w.ed.Subscribe(resting())
	w.clip.Use(clipboard.Display)
	translateFyne(w.words)
	w.file.Hold()
	a.Lifecycle().SetOnStarted(func() { w.file.Begin(path) })
	endWhenLeft(a)
	if watching != nil {
		watching(w)
	}
	w.win.ShowAndRun()
	w.clip.Close()
	w.file.End()
	return nil
}

// endWhenLeft ends the program when its terminal goes; the toolkit sees to the other signals.
func endWhenLeft(a fyne.App) {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		<-hup
		fyne.Do(a.Quit)
	}()
}

// watching is set in programs that are built for the tests in a real window: see watch.go.
var watching func(*Window)

// Version is that of the program; the linker may set it.
var Version = "0.1.0"

// translateFyne gives Fyne's own dialogs and menus the language of the window.
func translateFyne(t *words.Table) {
	table := map[string]string{}
	for _, key := range []string{"Advanced", "Cancel", "Confirm", "Copy", "Create Folder", "Cut", "Enter filename",
		"Error", "Favourites", "File", "Folder", "New Folder", "No", "OK", "Open", "Paste", "Quit", "Redo", "Save",
		"Select all", "Show Hidden Files", "Undo", "Yes"} {
		table[key] = t.T("ui.fyne." + key)
	}
	for _, name := range []string{"name", "parent"} { // of the dialog of files
		table[strings.Join([]string{"file", name}, ".")] = t.T("ui.fyne." + name)
	}
	data, err := json.Marshal(table)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("translate the toolkit", err) // its dialogs stay English; all else works
	}
}
