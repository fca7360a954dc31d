package ui

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/session"
	"jejak/app/ui/ask"
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
		w.newFile()
	case "file.open":
		w.pickOpen(func(path string) { w.leaveThen(func() { w.openPath(path) }) })
	case "file.save":
		w.save(nil)
	case "file.saveAs":
		w.saveAs(nil)
	case "file.exportPDF":
		w.openExport(export.PDF, false)
	case "file.exportPNG":
		w.openExport(export.PNG, false)
	case "file.close":
		w.leaveThen(w.close)
	case "app.quit":
		w.quit()
	}
}

// Can reports whether an action of the window has anything to do.
func (w *Window) Can(id editor.ActionID) bool {
	switch id {
	case "file.save":
		return w.session != nil && !w.session.ReadOnly()
	case "file.saveAs", "file.close":
		return w.session != nil
	case "file.exportPDF", "file.exportPNG":
		return w.session != nil && w.ed.MapID() != ""
	}
	return !w.opening
}

// use shows a session in place of the one there was. name is that of a project without a file.
func (w *Window) use(s *session.Session, name string) {
	leave := w.part()
	w.session, w.name, w.told = s, name, nil
	w.stop = s.OnState(func(session.State) {
		w.do(func() {
			if w.session == s {
				w.showTitle()
				w.raise()
			}
		})
	})
	w.inspector.Forget()
	w.ed.SetDocument(s.Document())
	w.ed.SetLocked(s.ReadOnly())
	leave()
	giveBack()
	w.show()
	w.focusBoard()
}

// openPath opens a project file. The window goes on answering while it is read.
func (w *Window) openPath(path string) { w.openWith(path) }

func (w *Window) openWith(path string, opts ...session.Option) {
	if w.opening {
		return
	}
	current := ""
	if w.session != nil && !w.session.ReadOnly() && len(opts) == 0 {
		current = w.session.Path()
	}
	asked := len(opts) > 0 // for that way into it
	opts = append(opts, w.savingOptions()...)
	await(w, w.f("ask.opening", words.Args{"Name": filepath.Base(path)}), ask.Errand[*session.Session]{
		Work: func() (*session.Session, error) {
			if current != "" && project.RealPath(path) == project.RealPath(current) {
				return nil, nil // it is worked on already
			}
			w.parted.Wait() // for its lock, if it is the file that was left
			return session.Open(path, opts...)
		},
		Then: func(s *session.Session, err error) {
			switch {
			case err != nil:
				w.notOpened(path, err)
			case s == nil && w.parting != nil: // its edits were given up
				w.parting = nil
				w.reload()
			case s != nil:
				w.opened(path, s)
				if s.ReadOnly() && !asked {
					newer := &project.SaveError{Path: path, Reason: project.Newer}
					w.say("info", w.f("ask.newer", words.Args{"Name": filepath.Base(path)}), w.sentence(newer))
				}
			}
		},
		Left: func() { w.parting = nil },
		Late: func(s *session.Session, err error) {
			if err != nil || s == nil {
				return
			}
			if err := s.Discard(); err != nil {
				fyne.LogError("leave a file that nobody waits for", err)
			}
		},
	})
}

func (w *Window) opened(path string, s *session.Session) {
	name := ""
	if s.Path() == "" { // a copy
		base := filepath.Base(path)
		name = w.f("ask.copy", words.Args{"Name": strings.TrimSuffix(base, filepath.Ext(base))})
	}
	w.use(s, name)
	w.remember(path)
}

// notOpened tells why, and offers the ways into a file that somebody else works on.
func (w *Window) notOpened(path string, err error) {
	var used *session.InUseError
	if !errors.As(err, &used) {
		w.parting = nil
		var open *project.OpenError
		if errors.As(err, &open) && open.Reason == project.Missing {
			w.recent.Missing(path)
		}
		w.fail(w.t("ui.open.failed"), err)
		return
	}
	with := func(o session.Option) func() { return func() { w.openWith(path, o) } }
	w.desk.InUse(used, time.Now(), ask.Entries{
		Look: with(session.ReadOnly()), Copy: with(session.Copy()), Anyway: with(session.Anyway()),
		Cancel: func() { w.parting = nil },
	})
}

func (w *Window) fromTemplate(name string) {
	data, _ := templates.JSON(name, w.words.Lang())
	w.fromJSON(data, w.t("ui.untitled"))
}

func (w *Window) openSample(name string) {
	data, _ := samples.Named(name, w.words.Lang())
	w.fromJSON(data, w.t("sample."+name))
}

// fromJSON starts a project that has no file yet.
func (w *Window) fromJSON(data []byte, name string) {
	w.leaveThen(func() {
		p, _, err := exchange.ReadJSON(bytes.NewReader(data))
		if err == nil {
			err = w.start(exchange.Renew(p, nil), name)
		}
		if err != nil {
			w.parting = nil
			w.fail(w.t("ui.new.failed"), err)
		}
	})
}

func (w *Window) start(p journey.Project, name string) error {
	s, err := session.New(p, w.savingOptions()...)
	if err != nil {
		return err
	}
	w.use(s, name)
	return nil
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

// withExtension gives a name the extension it lacks.
func withExtension(path, ext string) string {
	if strings.EqualFold(filepath.Ext(path), ext) {
		return path
	}
	return path + ext
}
