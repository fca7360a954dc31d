package ui

import (
	"bytes"
	"errors"
	"image/color"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/session"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/project"
)

const extension = project.Extension

// Do is what the editor asks of its window.
func (w *Window) Do(id editor.ActionID) {
	switch id {
	case "file.new":
		w.leaveThen(w.newFile)
	case "file.open":
		w.leaveThen(func() { w.pickOpen(w.openPath) })
	case "file.save":
		w.save(nil)
	case "file.saveAs":
		w.saveAs(nil)
	case "file.exportPDF":
		w.export(picture.PDF, "ui.export.pdf")
	case "file.exportPNG":
		w.export(picture.PNG, "ui.export.png")
	case "file.close":
		w.leaveThen(w.close)
	case "app.quit":
		w.quit()
	}
}

// Can reports whether an action of the window has anything to do.
func (w *Window) Can(id editor.ActionID) bool {
	switch id {
	case "file.save", "file.saveAs", "file.exportPDF", "file.exportPNG", "file.close":
		return w.session != nil
	}
	return !w.opening
}

// use shows a session in place of the one there was.
func (w *Window) use(s *session.Session, name string) {
	w.close()
	w.session, w.name = s, name
	cancel := s.OnState(func(session.State) {
		w.do(func() {
			if w.session == s {
				w.showTitle()
			}
		})
	})
	w.stop = cancel
	w.inspector.filled = false
	w.ed.SetDocument(s.Document())
	w.show()
	w.focusBoard()
}

// close gives up the open project, if there is one, and shows the start screen.
func (w *Window) close() {
	if w.session == nil {
		return
	}
	w.stop()
	s := w.session
	w.session, w.stop, w.name = nil, nil, ""
	if err := s.Close(); err != nil {
		w.fail(w.t("ui.close.failed"), err)
	}
	w.show()
}

// openPath opens a project file. The window goes on answering while it is read.
func (w *Window) openPath(path string) {
	if w.opening {
		return
	}
	w.opening = true
	go func() {
		s, err := session.Open(path)
		w.do(func() {
			w.opening = false
			if err != nil {
				w.fail(w.t("ui.open.failed"), err)
				return
			}
			w.use(s, "")
			w.remember(path)
		})
	}()
}

// newFile lets a person choose a template; with one there is nothing to choose.
func (w *Window) newFile() {
	if len(templates.Names) == 1 {
		w.fromTemplate(templates.Names[0])
		return
	}
	var choices []choice
	for _, name := range templates.Names {
		choices = append(choices, choice{text: w.t("template." + name), run: func() { w.fromTemplate(name) }})
	}
	w.ask("template", w.t("ui.new"), "", nil, append(choices, choice{text: w.t("ui.cancel"), cancel: true})...)
}

func (w *Window) fromTemplate(name string) {
	data, _ := templates.JSON(name, w.words.Lang())
	w.fromJSON(data, w.t("ui.untitled"))
}

func (w *Window) openSample() {
	w.fromJSON(samples.JSON(w.words.Lang()), w.t("ui.sample"))
}

// fromJSON starts a project that has no file yet.
func (w *Window) fromJSON(data []byte, name string) {
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err == nil {
		err = w.start(exchange.Renew(p, nil), name)
	}
	if err != nil {
		w.fail(w.t("ui.new.failed"), err)
	}
}

func (w *Window) start(p journey.Project, name string) error {
	s, err := session.New(p)
	if err != nil {
		return err
	}
	w.use(s, name)
	return nil
}

// save writes the project to its file, asks for one if it has none, and goes on with then if that
// went well. then may be nil.
func (w *Window) save(then func()) {
	if w.session == nil {
		return
	}
	if w.session.Path() == "" {
		w.saveAs(then)
		return
	}
	w.ed.Settle()
	w.waitFor(w.session, w.session.Save(), then)
}

// saveAs asks for a name and writes the project there.
func (w *Window) saveAs(then func()) {
	if w.session == nil {
		return
	}
	w.ed.Settle()
	s := w.session
	w.pickSave(w.t("ui.saveAs"), w.fileName(), extension, func(path string) {
		w.waitFor(s, s.SaveAs(path), func() {
			w.remember(path)
			if then != nil {
				then()
			}
		})
	})
}

// waitFor waits for a save without holding up the window.
func (w *Window) waitFor(s *session.Session, done <-chan error, then func()) {
	go func() {
		err := <-done
		w.do(func() {
			if err != nil {
				w.fail(w.t("ui.save.failed"), err)
				return
			}
			if w.session == s {
				w.showTitle()
			}
			if then != nil {
				then()
			}
		})
	}()
}

// saveState says in words whether the project is saved, and in which colour.
func (w *Window) saveState() (string, func(*look.Theme) color.NRGBA) {
	switch st := w.session.State(); st.Kind {
	case session.Saving:
		return w.t("ui.saving"), look.Second
	case session.Saved:
		return w.f("ui.saved", words.Args{"Time": st.At.Local().Format("15:04")}), look.Good
	case session.Failed:
		return w.t("ui.changed"), look.Bad
	}
	if w.session.Path() == "" {
		return w.t("ui.unsaved"), look.Second
	}
	return w.t("ui.changed"), look.Second
}

// leaveThen does something that needs the open project out of the way: at once if nothing would
// be lost, else after asking.
func (w *Window) leaveThen(then func()) {
	if w.session != nil {
		w.ed.Settle()
	}
	if w.session == nil || !w.session.Edited() {
		then()
		return
	}
	w.ask("save", w.f("ui.leave", words.Args{"Name": w.fileName()}), w.t("ui.leave.text"), nil,
		choice{text: w.t("ui.leave.drop"), danger: true, run: func() { w.drop(); then() }},
		choice{text: w.t("ui.cancel"), cancel: true},
		choice{text: w.t("ui.save"), primary: true, run: func() { w.save(then) }})
}

// drop gives up what the file does not hold.
func (w *Window) drop() {
	if w.session == nil {
		return
	}
	if err := w.session.Discard(); err != nil {
		w.fail(w.t("ui.close.failed"), err)
	}
}

// quit closes the window after asking what must be asked.
func (w *Window) quit() {
	if len(w.dialogs) > 0 {
		return // a question is open already
	}
	w.leaveThen(func() {
		size := w.win.Canvas().Size()
		w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
		w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
		if w.session != nil {
			s := w.session
			w.stop()
			w.session = nil
			if err := s.Close(); err != nil {
				fyne.LogError("close the project", err) // the window is going: nobody can be shown a dialog
			}
		}
		w.win.SetCloseIntercept(nil)
		w.win.Close()
	})
}

// dropped opens a project file that was dropped onto the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if w.modal() || len(files) == 0 {
		return
	}
	path := files[0].Path()
	w.leaveThen(func() { w.openPath(path) })
}

// fail tells in one clear sentence what went wrong.
func (w *Window) fail(title string, err error) {
	w.say("warning", title, w.sentence(err))
}

// sentence is what a person reads for an error.
func (w *Window) sentence(err error) string {
	var keyed interface{ Key() string }
	if !errors.As(err, &keyed) {
		return w.f("ui.trouble", words.Args{"Error": err.Error()})
	}
	args := words.Args{}
	var open *project.OpenError
	var save *project.SaveError
	switch {
	case errors.As(err, &open):
		args["Name"] = filepath.Base(open.Path)
	case errors.As(err, &save):
		args["Name"] = filepath.Base(save.Path)
	}
	return w.f(keyed.Key(), args)
}

// withExtension gives a name the extension it lacks.
func withExtension(path, ext string) string {
	if strings.EqualFold(filepath.Ext(path), ext) {
		return path
	}
	return path + ext
}
