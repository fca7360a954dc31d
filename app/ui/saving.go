package ui

import (
	"errors"
	"image/color"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
)

// prefManual: the user's file is saved when a person says so, and only then.
const prefManual = "save.manual"

func (w *Window) manual() bool { return w.app.Preferences().Bool(prefManual) }

// savingOptions are those that every session is opened with.
func (w *Window) savingOptions() []session.Option {
	if w.manual() {
		return []session.Option{session.Manual()}
	}
	return nil
}

// savingItems are the items of the file menu about saving.
func (w *Window) savingItems() []menu.Item {
	return []menu.Item{
		{Label: w.t("ask.manual"), Checked: w.manual(), Run: w.toggleManual},
		{Label: w.t("ask.recover"), Icon: "recent", Disabled: w.opening, Run: w.recover},
	}
}

func (w *Window) toggleManual() {
	w.app.Preferences().SetBool(prefManual, !w.manual())
	if w.session != nil {
		w.session.SetManual(w.manual())
	}
	w.refreshMenus()
}

// settle takes over what is being typed, on the board and in the panels.
func (w *Window) settle() {
	w.focusBoard()
	w.ed.Settle()
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
	w.settle()
	w.waitFor(w.session, w.session.Save(), then)
}

// saveAs asks for a name and writes the project there.
func (w *Window) saveAs(then func()) {
	if w.session == nil {
		return
	}
	w.settle()
	s := w.session
	w.pickSave(w.t("ui.saveAs"), w.fileName(), extension, func(path string) {
		w.waitFor(s, s.SaveAs(path), func() {
			w.ed.SetLocked(s.ReadOnly())
			w.show()
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
			if w.session != s {
				return // it was left meanwhile, and what became of that has been told
			}
			w.showTitle()
			switch {
			case err != nil && s.State().Kind != session.Saved: // else a later save went well meanwhile
				w.notSaved(err, then, nil)
			case then != nil:
				then()
			}
		})
	}()
}

// notSaved asks what is to be done about a save that failed. then is what was to follow it, nil if
// nothing; keep leaves the project without saving, nil if nobody wants to leave it.
func (w *Window) notSaved(err error, then, keep func()) {
	w.told = err
	again := func() { w.save(then) }
	if keep != nil {
		again = func() { w.leaveThen(then) }
	}
	w.desk.NotSaved(err, w.session.State().Unsaved, ask.Ways{
		Again: again, SaveAs: func() { w.saveAs(then) }, Reload: w.reload, Keep: keep,
	})
}

// raise asks about a save that failed by itself where trying again by itself cannot help: once,
// and when nobody is in the middle of something.
func (w *Window) raise() {
	if w.session == nil || w.opening {
		return
	}
	st := w.session.State()
	if st.Kind == session.Saved {
		w.told = nil
		w.desk.Saved()
	}
	if st.Kind != session.Failed || !ask.NeedsPerson(st.Err) || w.modal() || w.ed.Dragging() || w.ed.Editing() != nil || w.typing() != nil {
		return
	}
	if w.told != nil && ask.Reason(w.words, w.told) == ask.Reason(w.words, st.Err) {
		return
	}
	w.notSaved(st.Err, nil, nil)
}

// reload gives up the edits and shows what the file holds, once that has been read.
func (w *Window) reload() {
	if w.opening {
		return
	}
	w.ed.Settle()
	s := w.session
	await(w, w.f("ask.opening", words.Args{"Name": w.fileName()}), ask.Errand[*session.Reading]{
		Work: s.Read,
		Then: func(r *session.Reading, err error) {
			if err == nil {
				w.ed.Settle()
				err = s.Reload(r)
			}
			switch {
			case errors.Is(err, session.ErrSaving): // since it was read
				w.reload()
				return
			case err != nil:
				w.fail(w.t("ui.open.failed"), err)
				return
			}
			w.ed.SetLocked(s.ReadOnly())
			w.told = nil
			w.show()
			w.focusBoard()
		},
		Left: func() {},
		Late: func(r *session.Reading, err error) {
			if err == nil {
				err = r.Drop()
			}
			if err != nil {
				fyne.LogError("read a file that nobody waits for", err)
			}
		},
	})
}

// await runs an errand during which nothing else is opened.
func await[T any](w *Window, title string, e ask.Errand[T]) {
	w.opening = true
	then, left := e.Then, e.Left
	e.Then = func(got T, err error) { w.opening = false; then(got, err) }
	e.Left = func() { w.opening = false; left() }
	ask.Send(w.desk, w.do, title, e)
}

// saveState says in words how the user's file stands to the work, and in which colour.
func (w *Window) saveState() (string, func(*look.Theme) color.NRGBA) {
	st := w.session.State()
	switch {
	case st.Kind == session.Saving:
		return w.t("ui.saving"), look.Second
	case st.Kind == session.Failed:
		return w.f("ask.state.failed", words.Args{"Reason": ask.Reason(w.words, st.Err)}), look.Bad
	case st.ReadOnly:
		return w.t("ask.state.look"), look.Second
	case st.Kind == session.Saved:
		return w.f("ui.saved", words.Args{"Time": st.At.Local().Format("15:04")}), look.Good
	case w.session.Path() == "":
		return w.t("ui.unsaved"), look.Second
	}
	return w.t("ui.changed"), look.Second
}
