package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/data/project"
)

// begin offers what a crash has left over, and then opens the file at path, if there is one.
func (w *Window) begin(path string) {
	w.findLeftovers(path, func(found int) {
		if path != "" && found == 0 {
			w.openPath(path)
		}
	})
}

// recover offers what is left over when a person asks for it.
func (w *Window) recover() {
	if w.modal() || w.opening {
		return
	}
	w.findLeftovers("", func(found int) {
		if found == 0 {
			w.say("recent", w.t("ask.recover.none"), w.t("ask.recover.none.text"))
		}
	})
}

// findLeftovers looks for work that is left over, tells then how much there is, and offers it:
// that of the file at path first, which is opened when nothing was restored.
func (w *Window) findLeftovers(path string, then func(found int)) {
	w.opening = true
	go func() {
		list, err := session.Leftovers("")
		w.do(func() {
			w.opening = false
			if err != nil {
				fyne.LogError("look for unsaved work", err) // what was found is offered all the same
			}
			if path != "" {
				mine := project.RealPath(path)
				slices.SortStableFunc(list, func(a, b session.Leftover) int {
					switch first, second := isAt(a, mine), isAt(b, mine); {
					case first == second:
						return 0
					case first:
						return -1
					}
					return 1
				})
			}
			then(len(list))
			w.offer(list, path)
		})
	}()
}

func isAt(l session.Leftover, path string) bool {
	return l.Path != "" && project.RealPath(l.Path) == path
}

// offer asks what is to become of work that is left over, until nothing of it is left, or later.
func (w *Window) offer(list []session.Leftover, path string) {
	if len(list) == 0 {
		return
	}
	rest := func(l session.Leftover) []session.Leftover {
		return slices.DeleteFunc(slices.Clone(list), func(o session.Leftover) bool { return o.Session == l.Session })
	}
	open := func() {
		if path != "" {
			w.leaveThen(func() { w.openPath(path) })
		}
	}
	w.desk.Leftovers(list, time.Now(), ask.Fates{
		Restore: func(l session.Leftover) {
			w.leaveThen(func() { w.restore(l, rest(l), path) })
		},
		Discard: func(l session.Leftover) {
			if err := l.Discard(); err != nil {
				w.fail(w.t("ask.discard.failed"), err)
			}
			if list := rest(l); len(list) > 0 {
				w.offer(list, path)
			} else {
				open()
			}
		},
		Later: func() {
			release(list)
			open()
		},
	})
}

// release leaves work for the next who asks for it.
func release(list []session.Leftover) {
	for _, l := range list {
		if err := l.Release(); err != nil {
			fyne.LogError("leave unsaved work for later", err) // the end of the program does it too
		}
	}
}

// restore goes on with work that was left over.
func (w *Window) restore(l session.Leftover, rest []session.Leftover, path string, opts ...session.Option) {
	w.opening = true
	name := l.Name
	if name == "" {
		name = w.t("ui.untitled")
	}
	done := w.desk.Slow(w.do, name, nil)
	opts = append(opts, w.savingOptions()...)
	go func() {
		w.parted.Wait()
		s, err := session.Recover(l, opts...)
		w.do(func() {
			done()
			w.opening = false
			var used *session.InUseError
			switch {
			case err == nil:
				release(rest)
				w.use(s, name)
				if p := s.Path(); p != "" {
					w.remember(filepath.Clean(p))
				}
			case errors.As(err, &used):
				w.desk.InUse(used, time.Now(), ask.Entries{
					Anyway: func() { w.restore(l, rest, path, session.Anyway()) },
					Cancel: func() { w.offer(append([]session.Leftover{l}, rest...), path) },
				})
			default:
				w.parting = nil
				l.Err = err
				w.offer(append(rest, l), path)
				w.fail(w.t("ask.leftover.failed"), err)
			}
		})
	}()
}
