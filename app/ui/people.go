package ui

import (
	"jejak/app/editor"
	"jejak/app/export"
	store "jejak/app/library"
	"jejak/app/ui/ask"
	"jejak/app/ui/cast"
	"jejak/app/ui/leaf"
	"jejak/app/ui/library"
	"jejak/app/ui/picture"
	"jejak/app/ui/sign"
	"jejak/data/journey"
	"jejak/data/project"
)

// newCast makes the personas in place of the board.
func (w *Window) newCast() leaf.Leaf {
	w.cast = cast.New(cast.Options{
		Canvas: w.win.Canvas(), Words: w.words, Faces: picture.Measurer(), Do: w.do,
		Project: func() journey.Project { return w.ed.Document().Project() }, MapID: w.ed.MapID, Locked: w.ed.Locked,
		Edit: w.openPersona, Add: w.addPersona, Library: func() { w.openLibrary("") }, File: w.personasOfFile,
		Keep:   w.keepPersona,
		Export: func(what export.Cast, who []journey.ID) { w.exportCast(what, who) },
		GoTo:   func(ref journey.Ref) { w.leaves.Turn(leaf.Map); w.goTo(ref) }, Hint: w.hint, Close: func() { w.turn(leaf.Map) },
	}, w.castState())
	return w.cast
}

// castState is what was looked at of the personas last.
func (w *Window) castState() cast.State {
	if w.cast == nil {
		return cast.State{}
	}
	return w.cast.State
}

// addPersona adds a persona and shows all about it.
func (w *Window) addPersona() {
	w.openPersona("")
	w.manager.Add()
}

// libraryOptions is the window as the library of personas sees it.
func (w *Window) libraryOptions() library.Options {
	dir, err := store.Folder()
	if err != nil {
		dir = "." // without a home: what is done there tells its trouble
	}
	return library.Options{
		Canvas: w.win.Canvas(), Words: w.words, Faces: picture.Measurer(), Do: w.do, Library: store.At(dir), Read: project.Read,
		Project: func() journey.Project { return w.ed.Document().Project() }, MapID: w.ed.MapID, Locked: w.ed.Locked, Change: w.edit,
		Ask:   func(q ask.Question) *ask.Dialog { return w.desk.Show(q) },
		Wait:  func() func() { return w.slow("clip.working") },
		Done:  func(id journey.ID) { w.shownPersona(id) },
		Color: func(p journey.Project, id journey.ID) sign.Face { return sign.FaceOf(p, "", id) },
		Closed: func() {
			w.library = nil
			w.focusBoard()
		},
	}
}

// keepPersona puts a persona of the project into the library.
func (w *Window) keepPersona(id journey.ID) {
	w.ed.Settle()
	library.Keep(w.libraryOptions(), w.ed.Document().Project(), id)
}

// personaPage shows the page of a persona.
func (w *Window) personaPage(id journey.ID) {
	if w.manager != nil {
		w.manager.Close()
	}
	w.turn(personas)
	w.shownPersona(id)
}

// shownPersona has the page of a persona that came into the project shown where pages are.
func (w *Window) shownPersona(id journey.ID) {
	if w.leaves.Open() == personas {
		w.cast.Show(id)
	}
}

// openLibrary opens the library of personas, or the personas of a project file.
func (w *Window) openLibrary(path string) {
	w.ed.Settle()
	w.library = library.Open(w.libraryOptions(), path)
}

// personasOfFile asks for a project file and opens the personas of it.
func (w *Window) personasOfFile() {
	w.file.Picker().Open(func(path string) {
		if path != "" {
			w.openLibrary(path)
		}
	})
}

// comparePersonas shows the personas of the map side by side.
func (w *Window) comparePersonas() {
	w.turn(personas)
	var ids []journey.ID
	for _, a := range w.ed.Document().Project().AppearancesOf(w.ed.MapID()) {
		ids = append(ids, a.PersonaID)
	}
	if w.leaves.Open() == personas && len(ids) > 1 {
		w.cast.Compare(ids...)
	}
}

// peopleActions look at personas, and fetch them from elsewhere.
func (w *Window) peopleActions() []*editor.Action {
	always := func() bool { return true } // also of a project that is only looked at
	act := func(id editor.ActionID, icon string, do func()) *editor.Action {
		return &editor.Action{ID: id, Menu: "project", Group: 1, Icon: icon, When: w.open, Allowed: always, Do: does(do)}
	}
	return []*editor.Action{
		act("persona.compare", "persona", w.comparePersonas),
		act("persona.library", "sample", func() { w.openLibrary("") }),
		act("persona.file", "file", w.personasOfFile),
	}
}
