package file

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

// Begin offers what a crash has left over, and then opens the file at path, if there is one.
func (f *File) Begin(path string) {
	f.findLeftovers(path, func(found int) {
		if path != "" && found == 0 {
			f.Open(path)
		}
	})
}

// Recover offers what is left over when a person asks for it.
func (f *File) Recover() {
	if f.o.Modal() || f.opening {
		return
	}
	f.findLeftovers("", func(found int) {
		if found == 0 {
			f.o.Desk.Say("recent", f.t("ask.recover.none"), f.t("ask.recover.none.text"))
		}
	})
}

// findLeftovers looks for work that is left over, tells then how much there is, and offers it:
// that of the file at path first, which is opened when nothing was restored.
func (f *File) findLeftovers(path string, then func(found int)) {
	await(f, f.t("ask.leftover.looking"), ask.Errand[[]session.Leftover]{
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
			f.offer(list, path)
			if err != nil { // what was found is offered all the same
				fyne.LogError("look for unsaved work", err)
				f.o.Desk.Say("warning", f.t("ask.leftover.unseen"), f.t("ask.leftover.unseen.text"))
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
func (f *File) offer(list []session.Leftover, path string) {
	if len(list) == 0 {
		return
	}
	rest := func(l session.Leftover) []session.Leftover {
		return slices.DeleteFunc(slices.Clone(list), func(o session.Leftover) bool { return o.Session == l.Session })
	}
	open := func() {
		if path != "" {
			f.Leave(func() { f.Open(path) })
		}
	}
	f.o.Desk.Leftovers(list, time.Now(), ask.Fates{
		Restore: func(l session.Leftover) {
			f.Leave(func() { f.restore(l, rest(l), path) })
		},
		Discard: func(l session.Leftover) {
			if err := l.Discard(); err != nil {
				f.fail(f.t("ask.discard.failed"), err)
			}
			if list := rest(l); len(list) > 0 {
				f.offer(list, path)
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
func (f *File) restore(l session.Leftover, rest []session.Leftover, path string, opts ...session.Option) {
	name := l.Name
	if name == "" {
		name = f.t("ui.untitled")
	}
	opts = append(opts, f.savingOptions()...)
	mine, own := true, []session.Leftover(nil) // it is that of the file at path, else what of rest is
	await(f, f.f("ask.opening", words.Args{"Name": name}), ask.Errand[*session.Session]{
		Work: func() (*session.Session, error) {
			f.parted.Wait()
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
				f.use(s, name)
				if p := s.Path(); p != "" {
					f.remember(filepath.Clean(p))
				}
				if mine {
					release(rest)
				} else {
					f.next(path, rest, own)
				}
			case errors.As(err, &used):
				f.o.Desk.InUse(used, time.Now(), ask.Entries{
					Anyway: func() { f.restore(l, rest, path, session.Anyway()) },
					Cancel: func() { f.offer(append([]session.Leftover{l}, rest...), path) },
				})
			default:
				f.parting = nil
				l.Err = err
				f.offer(append(rest, l), path)
				f.fail(f.t("ask.leftover.failed"), err)
			}
		},
		Left: func() {
			f.parting = nil
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
func (f *File) next(path string, rest, own []session.Leftover) {
	release(slices.DeleteFunc(rest, func(l session.Leftover) bool {
		return slices.ContainsFunc(own, func(o session.Leftover) bool { return o.Session == l.Session })
	}))
	f.o.Desk.Next(path, f.Name(), func() {
		if len(own) > 0 {
			f.offer(own, path)
			return
		}
		f.Leave(func() { f.Open(path) })
	}, func() { release(own) })
}
