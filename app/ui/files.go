package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/ask"
	"jejak/app/ui/file"
	"jejak/assets/words"
)

// makeFile makes what looks after the open project.
func (w *Window) makeFile() *file.File {
	return file.New(file.Options{
		Window: w.win, Prefs: w.app.Preferences(), Editor: w.ed, Desk: w.desk, Do: w.do,
		Words: func() *words.Table { return w.words },
		Comes: func() {
			w.inspector.Forget()
			w.leaves.Reset()
			giveBack()
		},
		Show: w.show, Titled: w.showTitle, Menus: w.refreshMenus, Focus: w.focusBoard, Modal: w.modal,
		Typing: func() bool { return w.typing() != nil },
		Listed: func() {
			w.refreshMenus()
			if !w.open() && !w.modal() {
				w.show()
			}
		},
	})
}

// Do is what the editor asks of its window.
func (w *Window) Do(id editor.ActionID) {
	switch id {
	case "file.new":
		w.newFile()
	case "file.open":
		w.file.Choose()
	case "file.save":
		w.file.Save(nil)
	case "file.saveAs":
		w.file.SaveAs(nil)
	case "file.exportPDF":
		w.openExport(export.PDF, false)
	case "file.exportPNG":
		w.openExport(export.PNG, false)
	case "file.close":
		w.file.Leave(w.file.Close)
	case "app.quit":
		w.quit()
	}
}

// Can reports whether an action of the window has anything to do.
func (w *Window) Can(id editor.ActionID) bool {
	switch id {
	case "file.save":
		return w.open() && !w.file.Session().ReadOnly()
	case "file.saveAs", "file.close":
		return w.open()
	case "file.exportPDF", "file.exportPNG":
		return w.open() && w.ed.MapID() != ""
	}
	return !w.file.Busy()
}

// quit closes the window after asking what must be asked.
func (w *Window) quit() {
	if w.desk.Open() > 0 {
		return // a question is open already
	}
	w.file.Leave(func() {
		size := w.win.Canvas().Size()
		w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
		w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
		w.file.Close()
		w.file.Rest(func() {
			w.win.SetCloseIntercept(nil)
			w.win.Close()
		})
	})
}

// ask shows a dialog. body may be nil.
func (w *Window) ask(icon, title, text string, body fyne.CanvasObject, answers ...ask.Answer) *ask.Dialog {
	return w.desk.Show(ask.Question{Icon: icon, Title: title, Text: text, Body: body, Answers: answers})
}

// say shows one sentence and an OK.
func (w *Window) say(icon, title, text string) { w.desk.Say(icon, title, text) }

// fail tells in one clear sentence what went wrong.
func (w *Window) fail(title string, err error) { w.say("warning", title, w.sentence(err)) }

// sentence is what a person reads for an error.
func (w *Window) sentence(err error) string { return ask.Sentence(w.words, err) }
