package file

import (
	"errors"
	"sync"
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

// Leave does something that needs the open project out of the way: at once if its file holds
// everything, else after saving it, and asking where it must be asked. The project stays open
// until then puts something in its place.
func (f *File) Leave(then func()) {
	if f.opening {
		return
	}
	f.settle()
	f.parting = nil
	s := f.session
	switch {
	case s == nil, !s.Edited() && s.State().Kind != session.Saving:
		then()
	case s.State().Kind != session.Saving && (s.Path() == "" || s.ReadOnly() || f.manual()):
		f.askToLeave(then)
	default:
		f.saveToLeave(then)
	}
}

func (f *File) askToLeave(then func()) {
	f.o.Desk.Leave(f.Name(), f.session.Path() == "", func() { f.Save(func() { f.Leave(then) }) }, func() {
		f.parting = (*session.Session).Discard
		then()
	})
}

// saveToLeave waits for the save, with a bar if it takes long, and asks if it fails.
func (f *File) saveToLeave(then func()) {
	s := f.session
	f.opening = true
	over := false // or waited for no more
	done := f.o.Desk.Slow(f.o.Do, f.f("ask.saving", words.Args{"Name": f.Name()}), ask.Answer{Run: func() {
		over, f.opening = true, false
	}})
	saved := s.Save()
	go func() {
		err := <-saved
		f.o.Do(func() {
			if over {
				return
			}
			done()
			f.opening = false
			f.o.Titled()
			switch {
			case err == nil:
				f.Leave(then) // there may be more by now
			case errors.Is(err, session.ErrUntitled):
				f.askToLeave(then)
			default:
				f.notSaved(err, then, func() {
					f.parting = (*session.Session).Suspend
					then()
				})
			}
		})
	}()
}

// Close gives up the open project, if there is one, and shows the start screen.
func (f *File) Close() {
	leave := f.part()
	if f.session != nil {
		f.session, f.stop, f.name = nil, nil, ""
		f.o.Editor.SetDocument(edit.NewDocument(journey.Project{}, nil))
	}
	leave()
	f.o.Show()
}

// part returns what leaves the open project, in the background. It must be called when the editor
// shows another document: whoever leaves a session owns its document.
func (f *File) part() (leave func()) {
	s, how, name := f.session, f.parting, ""
	if how == nil {
		how = (*session.Session).Close
	}
	f.parting = nil
	if s == nil {
		return func() {}
	}
	name = f.Name()
	f.stop()
	return func() {
		f.parted.Go(func() {
			err := how(s)
			if err == nil {
				return
			}
			kept := s.Suspend() // does nothing if it is closed already
			f.o.Do(func() {
				if kept != nil {
					f.fail(f.t("ui.close.failed"), errors.Join(err, kept))
					return
				}
				f.o.Desk.Say("warning", f.f("ask.save.kept", words.Args{"Name": name}),
					f.f("ask.save.kept.text", words.Args{"Reason": f.sentence(err)}))
			})
		})
	}
}

// Rest lets nothing begin any more, waits for what is being left, with a dialog if it takes long, and
// then calls end, once.
func (f *File) Rest(end func()) {
	f.opening = true
	var once sync.Once
	done := f.o.Desk.Slow(f.o.Do, f.t("ask.closing"), ask.Answer{Text: f.t("ask.close.now"), Run: func() { once.Do(end) }})
	go func() {
		f.Wait()
		f.o.Do(func() {
			done()
			once.Do(end)
		})
	}()
}

// Wait returns when what was left is closed. It may be called on any goroutine.
func (f *File) Wait() { f.parted.Wait() }

// End leaves what is still open when the window has gone without being asked to: the desktop or a
// signal ended the program. What is not in the file is offered again at the next start.
func (f *File) End() {
	const enough = 5 * time.Second // whoever ends programs waits no longer than that
	s := f.session
	f.session = nil
	gone := make(chan struct{})
	if s != nil {
		f.o.Editor.Settle()
		f.stop()
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
		f.parted.Wait()
	}()
	select {
	case <-gone:
	case <-time.After(enough): // the working copy holds every edit all the same
	}
}
