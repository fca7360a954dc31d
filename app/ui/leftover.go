package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/assets/words"
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
	await(w, w.t("ask.leftover.looking"), ask.Errand[[]session.Leftover]{
		Work: func() ([]session.Leftover, error) {
			list, err := session.Leftovers("")
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
			return list, err
		},
		Then: func(list []session.Leftover, err error) {
			then(len(list))
			w.offer(list, path)
			if err != nil { // what was found is offered all the same
				fyne.LogError("look for unsaved work", err)
				w.say("warning", w.t("ask.leftover.unseen"), w.t("ask.leftover.unseen.text"))
			}
		},
		Left: func() { then(0) },
		Late: func(list []session.Leftover, _ error) { release(list) },
	})
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
	name := l.Name
	if name == "" {
		name = w.t("ui.untitled")
	}
	opts = append(opts, w.savingOptions()...)
	mine, own := true, []session.Leftover(nil) // it is that of the file at path, else what of rest is
	await(w, w.f("ask.opening", words.Args{"Name": name}), ask.Errand[*session.Session]{
		Work: func() (*session.Session, error) {
			w.parted.Wait()
			if path != "" {
				at := project.RealPath(path)
				mine = isAt(l, at)
				own = slices.DeleteFunc(slices.Clone(rest), func(o session.Leftover) bool { return !isAt(o, at) })
			}
			return session.Recover(l, opts...)
		},
		Then: func(s *session.Session, err error) {
			var used *session.InUseError
			switch {
			case err == nil:
				w.use(s, name)
				if p := s.Path(); p != "" {
					w.remember(filepath.Clean(p))
				}
				if mine {
					release(rest)
				} else {
					w.next(path, rest, own)
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
		},
		Left: func() {
			w.parting = nil
			release(rest)
		},
		Late: func(s *session.Session, err error) {
			if err == nil {
				err = s.Suspend()
			} else {
				err = errors.Join(err, l.Release())
			}
			if err != nil {
				fyne.LogError("leave unsaved work that nobody waits for", err)
			}
		},
	})
}

// next asks whether the file at path is to be opened now that other work was restored, and offers
// its own, if there is some.
func (w *Window) next(path string, rest, own []session.Leftover) {
	release(slices.DeleteFunc(rest, func(l session.Leftover) bool {
		return slices.ContainsFunc(own, func(o session.Leftover) bool { return o.Session == l.Session })
	}))
	w.desk.Next(path, w.fileName(), func() {
		if len(own) > 0 {
			w.offer(own, path)
			return
		}
		w.leaveThen(func() { w.openPath(path) })
	}, func() { release(own) })
}
