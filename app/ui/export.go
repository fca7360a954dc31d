package ui

import (
	"os"
	"path/filepath"
	"strings"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/export/printer"
	"jejak/app/ui/ask"
	ui "jejak/app/ui/export"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/project"
)

// What is remembered of exports.
const (
	prefExports    = "exports.settings" // by map
	prefExportOpen = "exports.open"     // whether a file is opened when it is done
)

// exportActions bring maps out of the program. Those of the usual formats are the editor's.
func (w *Window) exportActions() []*editor.Action {
	act := func(id editor.ActionID, icon string, do func(), key editor.Shortcut) *editor.Action {
		return &editor.Action{ID: id, Menu: "file", Group: 2, Icon: icon, Window: true, Do: does(do), Shortcuts: []editor.Shortcut{key},
			When: func() bool { return w.open() && w.ed.MapID() != "" }}
	}
	return []*editor.Action{
		act("file.export", "", func() { w.openExport("", false) }, editor.Shortcut{Key: "E", Mods: editor.Mods{Ctrl: true, Shift: true}}),
		act("file.print", "print", func() { w.openExport("", true) }, editor.Shortcut{Key: "P", Mods: editor.Mods{Ctrl: true}}),
	}
}

// openExport opens the window in which the map that is shown is exported, or printed.
func (w *Window) openExport(f export.Format, print bool) { w.exportOf(export.TheMap, f, print) }

// exportCast begins with sheets of personas.
func (w *Window) exportCast(what export.Cast, who []journey.ID) {
	w.exportWith(func(o *ui.Options) { o.Cast, o.Who = what, who })
}

// exportOf begins with sheets about the map; with the map itself it begins with what was chosen last.
func (w *Window) exportOf(s export.Subject, f export.Format, print bool) {
	w.exportWith(func(o *ui.Options) { o.Format, o.Print, o.Subject = f, print, s })
}

// exportWith opens the window with what is set in its options.
func (w *Window) exportWith(set func(*ui.Options)) {
	if !w.open() || w.ed.MapID() == "" {
		return
	}
	w.ed.Settle()
	prefs := w.app.Preferences()
	p, mapID := w.ed.Document().Project(), w.ed.MapID()
	name := strings.TrimSuffix(w.file.Name(), project.Extension)
	if len(p.MapsInOrder()) > 1 {
		if m, ok := p.Maps.Get(mapID); ok && m.Title != "" {
			name = m.Title
		}
	}
	o := ui.Options{
		Canvas: w.win.Canvas(), Words: w.words, Do: w.do, Project: p, MapID: mapID, Faces: picture.Measurer(),
		Memory: export.Memory{
			Load:  func() []string { return prefs.StringList(prefExports) },
			Store: func(list []string) { prefs.SetStringList(prefExports, list) },
		},
		Opens: func() bool { return prefs.Bool(prefExportOpen) }, SetOpen: func(on bool) { prefs.SetBool(prefExportOpen, on) },
		Creator: "Jejak " + Version, Name: printer.FileName(name), Pick: w.file.Picker().Save, Ask: func(q ask.Question) *ask.Dialog { return w.desk.Show(q) },
		Cache: cacheFolder, Done: w.exported, GoTo: w.goTo, Lens: w.lens(),
		Closed: func() { w.exporting = nil; w.focusBoard() }, Pair: w.pairs.IsOver(mapID),
	}
	set(&o)
	w.exporting = ui.Open(o)
}

// cacheFolder is where the program keeps what it can make anew.
func cacheFolder() (string, error) {
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "jejak"), err
}

// exported tells of a file that was written, or opens it.
func (w *Window) exported(path string, open bool) {
	if open {
		w.openFile(path)
		return
	}
	w.ask("check", w.f("ui.exported", words.Args{"Name": filepath.Base(path)}), filepath.Dir(path), nil,
		ask.Answer{Text: w.t("ui.done"), Cancel: true},
		ask.Answer{Text: w.t("ui.export.open"), Primary: true, Run: func() { w.openFile(path) }})
}

// openFile shows a file in the program that the desktop has for it.
func (w *Window) openFile(path string) {
	go func() {
		err := printer.System{}.Open(path)
		if err != nil {
			w.do(func() { w.fail(w.t("ui.export.open.failed"), err) })
		}
	}()
}
