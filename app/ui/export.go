package ui

import (
	"net/url"
	"path/filepath"
	"strings"

	"jejak/app/ui/ask"
	"jejak/app/ui/picture"
	"jejak/assets/words"
)

// export asks for a name and writes the map that is shown.
func (w *Window) export(f picture.Format, title string) {
	if w.session == nil || w.ed.MapID() == "" {
		return
	}
	w.ed.Settle()
	p, mapID := w.ed.Document().Project(), w.ed.MapID()
	name := strings.TrimSuffix(w.fileName(), extension)
	w.pickSave(w.t(title), name+f.Ext, f.Ext, func(path string) {
		done := w.desk.Wait(w.f("ui.exporting", words.Args{"Name": filepath.Base(path)}))
		go func() {
			err := picture.Write(path, f, p, mapID)
			w.do(func() {
				done()
				if err != nil {
					w.say("warning", w.t("ui.export.failed"), w.sentence(err))
					return
				}
				w.exported(path)
			})
		}()
	})
}

func (w *Window) exported(path string) {
	w.ask("check", w.f("ui.exported", words.Args{"Name": filepath.Base(path)}), filepath.Dir(path), nil,
		ask.Answer{Text: w.t("ui.done"), Cancel: true},
		ask.Answer{Text: w.t("ui.export.open"), Primary: true, Run: func() {
			if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
				w.fail(w.t("ui.export.open.failed"), err)
			}
		}})
}
