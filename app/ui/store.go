package ui

import (
	"image"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/channel"
	"jejak/app/ui/manage"
	"jejak/app/ui/persona"
	"jejak/app/ui/tag"
	"jejak/data/journey"
)

// storeActions open what looks after the personas, channels and tags of the project.
func (w *Window) storeActions() []*editor.Action {
	both := editor.Mods{Ctrl: true, Shift: true}
	always := func() bool { return true } // also one that is only looked at is looked through
	act := func(id editor.ActionID, icon string, do func(), key editor.Key) *editor.Action {
		return &editor.Action{ID: id, Menu: "project", Icon: icon, When: w.open, Allowed: always, Do: does(do),
			Shortcuts: []editor.Shortcut{{Key: key, Mods: both}}}
	}
	return []*editor.Action{
		act("map.personas", "persona", w.openPersonas, "P"),
		act("map.channels", "channel", w.openChannels, "H"),
		act("map.tags", "tag", w.openTags, "T"),
	}
}

// manageHost is the window as a manager sees it.
func (w *Window) manageHost() *manage.Host {
	can := func(id editor.ActionID) func() bool {
		return func() bool { a := w.ed.Action(id); return a != nil && a.Enabled() }
	}
	run := func(id editor.ActionID) func() {
		return func() {
			if can(id)() {
				_ = w.ed.Run(id) // the editor keeps the trouble; the status line tells it
			}
		}
	}
	return &manage.Host{
		Canvas: w.win.Canvas(), Words: w.words,
		Project: func() journey.Project { return w.ed.Document().Project() }, MapID: w.ed.MapID,
		Change: w.edit, Ask: func(q ask.Question) { w.desk.Show(q) },
		Undo: run("edit.undo"), Redo: run("edit.redo"), CanUndo: can("edit.undo"), CanRedo: can("edit.redo"),
		Closed: func() { w.manager = nil; w.focusBoard() },
	}
}

// chosen is what is selected of a kind.
func (w *Window) chosen(kind journey.Kind) journey.ID {
	return manage.Chosen(w.ed.Document().Project(), w.ed.Selection(), kind)
}

func (w *Window) openPersonas() { w.openPersona(w.chosen(journey.KindPersona)) }

// openPersona shows all about a persona.
func (w *Window) openPersona(id journey.ID) {
	h := w.manageHost()
	w.manager = manage.Open(h, persona.Subject(h, persona.Options{Pick: w.pickPortrait, Page: w.personaPage, Keep: w.keepPersona}), id)
}

func (w *Window) openChannels() {
	h := w.manageHost()
	w.manager = manage.Open(h, channel.Subject(h), w.chosen(journey.KindChannel))
}

func (w *Window) openTags() {
	h := w.manageHost()
	w.manager = manage.Open(h, tag.Subject(h, tag.Options{Select: w.selectTagged}), w.chosen(journey.KindTag))
}

// selectTagged closes the tags and selects cards.
func (w *Window) selectTagged(cards []journey.Ref) {
	if w.manager != nil {
		w.manager.Close()
	}
	w.ed.Select(cards...)
	if len(cards) > 0 {
		w.ed.Reveal(cards[0])
	}
}

// pickPortrait asks for a picture and reads it.
func (w *Window) pickPortrait(then func(img image.Image, name string)) {
	w.file.Picker().Pictures(func(paths []string) {
		if len(paths) == 0 {
			return
		}
		path := paths[0]
		done := w.slow("clip.working")
		go func() {
			img, err := persona.Portrait(path)
			w.do(func() {
				done()
				if err != nil {
					w.fail(w.t("persona.portrait.failed"), err)
					return
				}
				name := filepath.Base(path)
				then(img, strings.TrimSuffix(name, filepath.Ext(name)))
			})
		}()
	})
}

// managed offers a shortcut to the manager that is open; true: it was for it.
func (w *Window) managed(s fyne.Shortcut) bool {
	return w.manager != nil && w.manager.Open() && w.desk.Open() == 0 && w.manager.Shortcut(s)
}
