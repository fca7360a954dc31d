package ui

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// parting is a way to leave a session: Close, Discard or Suspend.
type parting func(*session.Session) error

// leaveThen does something that needs the open project out of the way: at once if its file holds
// everything, else after saving it, and asking where it must be asked. The project stays open
// until then puts something in its place.
func (w *Window) leaveThen(then func()) {
	if w.opening {
		return
	}
	w.settle()
	w.parting = nil
	s := w.session
	switch {
	case s == nil, !s.Edited() && s.State().Kind != session.Saving:
		then()
	case s.State().Kind != session.Saving && (s.Path() == "" || s.ReadOnly() || w.manual()):
		w.askToLeave(then)
	default:
		w.saveToLeave(then)
	}
}

func (w *Window) askToLeave(then func()) {
	w.desk.Leave(w.fileName(), w.session.Path() == "", func() { w.save(func() { w.leaveThen(then) }) }, func() {
		w.parting = (*session.Session).Discard
		then()
	})
}

// saveToLeave waits for the save, with a bar if it takes long, and asks if it fails.
func (w *Window) saveToLeave(then func()) {
	s := w.session
	w.opening = true
	over := false // or waited for no more
	done := w.desk.Slow(w.do, w.f("ask.saving", words.Args{"Name": w.fileName()}), ask.Answer{Run: func() {
		over, w.opening = true, false
	}})
	saved := s.Save()
	go func() {
		err := <-saved
		w.do(func() {
			if over {
				return
			}
			done()
			w.opening = false
			w.showTitle()
			switch {
			case err == nil:
				w.leaveThen(then) // there may be more by now
			case errors.Is(err, session.ErrUntitled):
				w.askToLeave(then)
			default:
				w.notSaved(err, then, func() {
					w.parting = (*session.Session).Suspend
					then()
				})
			}
		})
	}()
}

// close gives up the open project, if there is one, and shows the start screen.
func (w *Window) close() {
	leave := w.part()
	if w.session != nil {
		w.session, w.stop, w.name = nil, nil, ""
		w.ed.SetDocument(edit.NewDocument(journey.Project{}, nil))
	}
	leave()
	w.show()
}

// part returns what leaves the open project, in the background. It must be called when the editor
// shows another document: whoever leaves a session owns its document.
func (w *Window) part() (leave func()) {
	s, how, name := w.session, w.parting, ""
	if how == nil {
		how = (*session.Session).Close
	}
	w.parting = nil
	if s == nil {
		return func() {}
	}
	name = w.fileName()
	w.stop()
	return func() {
		w.parted.Go(func() {
			err := how(s)
			if err == nil {
				return
			}
			kept := s.Suspend() // does nothing if it is closed already
			w.do(func() {
				if kept != nil {
					w.fail(w.t("ui.close.failed"), errors.Join(err, kept))
					return
				}
				w.say("warning", w.f("ask.save.kept", words.Args{"Name": name}),
					w.f("ask.save.kept.text", words.Args{"Reason": w.sentence(err)}))
			})
		})
	}
}

// quit closes the window after asking what must be asked.
func (w *Window) quit() {
	if w.desk.Open() > 0 {
		return // a question is open already
	}
	w.leaveThen(func() {
		size := w.win.Canvas().Size()
		w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
		w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
		w.close()
		w.opening = true // nothing may begin any more
		closed := false
		end := func() {
			if !closed {
				closed = true
				w.win.SetCloseIntercept(nil)
				w.win.Close()
			}
		}
		done := w.desk.Slow(w.do, w.t("ask.closing"), ask.Answer{Text: w.t("ask.close.now"), Run: end})
		go func() {
			w.parted.Wait()
			w.do(func() {
				done()
				end()
			})
		}()
	})
}

// end leaves what is still open when the window has gone without being asked to: the desktop or a
// signal ended the program. What is not in the file is offered again at the next start.
func (w *Window) end() {
	const enough = 5 * time.Second // whoever ends programs waits no longer than that
	s := w.session
	w.session = nil
	gone := make(chan struct{})
	if s != nil {
		w.ed.Settle()
		w.stop()
	}
	go func() {
		defer close(gone)
		if s != nil {
			leave := (*session.Session).Close
			if s.Edited() {
				leave = (*session.Session).Suspend
			}
			if err := leave(s); err != nil {
				fyne.LogError("leave the project", err) // nobody is there to be shown a dialog
			}
		}
		w.parted.Wait()
	}()
	select {
	case <-gone:
	case <-time.After(enough): // the working copy holds every edit all the same
	}
}
