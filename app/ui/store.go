package ui

import (
	"bytes"
	"image"
	"os"
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
	"jejak/data/picture"
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

// selectedID is what is selected of a kind, or what the one card that is selected names.
func (w *Window) selectedID(kind journey.Kind) journey.ID {
	sel := w.ed.Selection()
	if len(sel) != 1 {
		return ""
	}
	if sel[0].Kind == kind {
		return sel[0].ID
	}
	p := w.ed.Document().Project()
	if c, ok := p.Cards.Get(sel[0].ID); ok && sel[0].Kind == journey.KindCard {
		switch {
		case kind == journey.KindChannel:
			return c.ChannelID
		case kind == journey.KindTag && len(c.TagIDs) > 0:
			return c.TagIDs[0]
		}
	}
	if pt, ok := p.Points.Get(sel[0].ID); ok && sel[0].Kind == journey.KindPoint && kind == journey.KindPersona {
		return pt.PersonaID
	}
	return ""
}

func (w *Window) openPersonas() { w.openPersona(w.selectedID(journey.KindPersona)) }

// openPersona shows all about a persona.
func (w *Window) openPersona(id journey.ID) {
	h := w.manageHost()
	w.manager = manage.Open(h, persona.Subject(h, persona.Options{Pick: w.pickPortrait, Page: w.personaPage, Keep: w.keepPersona}), id)
}

func (w *Window) openChannels() {
	h := w.manageHost()
	w.manager = manage.Open(h, channel.Subject(h), w.selectedID(journey.KindChannel))
}

func (w *Window) openTags() {
	h := w.manageHost()
	w.manager = manage.Open(h, tag.Subject(h, tag.Options{Select: w.selectTagged}), w.selectedID(journey.KindTag))
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
			img, err := readPicture(path)
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

// readPicture reads a file as a project would keep it.
func readPicture(path string) (image.Image, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > picture.MaxBytes {
		return nil, &picture.Error{Reason: picture.Bytes}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	pic, err := picture.Decode(data)
	if err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(pic.Data))
	return img, err
}

// managed offers a shortcut to the manager that is open; true: it was for it.
func (w *Window) managed(s fyne.Shortcut) bool {
	return w.manager != nil && w.manager.Open() && w.desk.Open() == 0 && w.manager.Shortcut(s)
}
