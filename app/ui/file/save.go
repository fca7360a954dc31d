package file

import (
	"errors"
	"image/color"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/project"
)

// prefManual: the user's file is saved when a person says so, and only then.
const prefManual = "save.manual"

func (f *File) manual() bool { return f.o.Prefs.Bool(prefManual) }

// savingOptions are those that every session is opened with.
func (f *File) savingOptions() []session.Option {
	if f.manual() {
		return []session.Option{session.Manual()}
	}
	return nil
}

// SavingItems are the items of the file menu about saving.
func (f *File) SavingItems() []menu.Item {
	return []menu.Item{
		{Label: f.t("ask.manual"), Checked: f.manual(), Run: f.toggleManual},
		{Label: f.t("ask.recover"), Icon: "recent", Disabled: f.opening, Run: f.Recover},
	}
}

func (f *File) toggleManual() {
	f.o.Prefs.SetBool(prefManual, !f.manual())
	if f.session != nil {
		f.session.SetManual(f.manual())
	}
	f.o.Menus()
}

// settle takes over what is being typed, on the board and in the panels.
func (f *File) settle() {
	f.o.Focus()
	f.o.Editor.Settle()
}

// Save writes the project to its file, asks for one if it has none, and goes on with then if that
// went well. then may be nil.
func (f *File) Save(then func()) {
	if f.session == nil {
		return
	}
	if f.session.Path() == "" {
		f.SaveAs(then)
		return
	}
	f.settle()
	f.waitFor(f.session, f.session.Save(), then)
}

// SaveAs asks for a name and writes the project there.
func (f *File) SaveAs(then func()) {
	if f.session == nil {
		return
	}
	f.settle()
	s := f.session
	f.picker.Save(f.t("ui.saveAs"), f.Name(), project.Extension, func(path string) {
		f.waitFor(s, s.SaveAs(path), func() {
			f.o.Editor.SetLocked(s.ReadOnly())
			f.o.Show()
			f.remember(path)
			if then != nil {
				then()
			}
		})
	})
}

// waitFor waits for a save without holding up the window.
func (f *File) waitFor(s *session.Session, done <-chan error, then func()) {
	go func() {
		err := <-done
		f.o.Do(func() {
			if f.session != s {
				return // it was left meanwhile, and what became of that has been told
			}
			f.o.Titled()
			switch {
			case err != nil && s.State().Kind != session.Saved: // else a later save went well meanwhile
				f.notSaved(err, then, nil)
			case then != nil:
				then()
			}
		})
	}()
}

// notSaved asks what is to be done about a save that failed. then is what was to follow it, nil if
// nothing; keep leaves the project without saving, nil if nobody wants to leave it.
func (f *File) notSaved(err error, then, keep func()) {
	f.told = err
	again := func() { f.Save(then) }
	if keep != nil {
		again = func() { f.Leave(then) }
	}
	f.o.Desk.NotSaved(err, f.session.State().Unsaved, ask.Ways{
		Again: again, SaveAs: func() { f.SaveAs(then) }, Reload: f.reload, Keep: keep,
	})
}

// Raise asks about a save that failed by itself where trying again by itself cannot help: once,
// and when nobody is in the middle of something.
func (f *File) Raise() {
	if f.session == nil || f.opening {
		return
	}
	st := f.session.State()
	if st.Kind == session.Saved {
		f.told = nil
		f.o.Desk.Saved()
	}
	if st.Kind != session.Failed || !ask.NeedsPerson(st.Err) || f.o.Modal() || f.o.Editor.Dragging() || f.o.Editor.Editing() != nil || f.o.Typing() {
		return
	}
	if f.told != nil && ask.Reason(f.o.Words(), f.told) == ask.Reason(f.o.Words(), st.Err) {
		return
	}
	f.notSaved(st.Err, nil, nil)
}

// reload gives up the edits and shows what the file holds, once that has been read.
func (f *File) reload() {
	if f.opening {
		return
	}
	f.o.Editor.Settle()
	s := f.session
	await(f, f.f("ask.opening", words.Args{"Name": f.Name()}), ask.Errand[*session.Reading]{
		Work: s.Read,
		Then: func(r *session.Reading, err error) {
			if err == nil {
				f.o.Editor.Settle()
				err = s.Reload(r)
			}
			switch {
			case errors.Is(err, session.ErrSaving): // since it was read
				f.reload()
				return
			case err != nil:
				f.fail(f.t("ui.open.failed"), err)
				return
			}
			f.o.Editor.SetLocked(s.ReadOnly())
			f.told = nil
			f.o.Show()
			f.o.Focus()
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
func await[T any](f *File, title string, e ask.Errand[T]) {
	f.opening = true
	then, left := e.Then, e.Left
	e.Then = func(got T, err error) { f.opening = false; then(got, err) }
	e.Left = func() { f.opening = false; left() }
	ask.Send(f.o.Desk, f.o.Do, title, e)
}

// State says in words how the user's file stands to the work, and in which colour.
func (f *File) State() (string, func(*look.Theme) color.NRGBA) {
	st := f.session.State()
	switch {
	case st.Kind == session.Saving:
		return f.t("ui.saving"), look.Second
	case st.Kind == session.Failed:
		return f.f("ask.state.failed", words.Args{"Reason": ask.Reason(f.o.Words(), st.Err)}), look.Bad
	case st.ReadOnly:
		return f.t("ask.state.look"), look.Second
	case st.Kind == session.Saved:
		return f.f("ui.saved", words.Args{"Time": st.At.Local().Format("15:04")}), look.Good
	case f.session.Path() == "":
		return f.t("ui.unsaved"), look.Second
	}
	return f.t("ui.changed"), look.Second
}
