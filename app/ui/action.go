package ui

import "jejak/app/editor"

// register puts the actions that belong to the window among the editor's, each noun's from its own
// file.
func (w *Window) register() {
	for _, list := range [][]*editor.Action{
		w.panelActions(),
		w.search.Actions(),
		w.commandActions(),
		w.clipActions(),
		w.maps.Actions(),
		w.newBlueprints().Actions(),
		w.formActions(),
		w.templateActions(),
		w.curves.Actions(),
		w.storeActions(),
		w.exportActions(),
		w.presentActions(),
		w.lensActions(),
		w.tell.Actions(),
		w.dashboardActions(),
		w.minimapActions(),
		w.leafActions(),
		w.measureActions(),
		w.answerActions(),
		w.peopleActions(),
		w.pairActions(),
		{{ID: "view.dark", Menu: "view", Group: 3, Window: true,
			On: func() bool { return w.app.Preferences().Bool(prefDark) }, Do: does(w.toggleDark)}},
	} {
		for _, a := range list {
			w.ed.Add(a)
		}
	}
}

// open reports whether there is a project in the window.
func (w *Window) open() bool { return w.file.IsOpen() }

// does makes an action of what cannot fail, or tells of its trouble itself.
func does(f func()) func() error {
	return func() error { f(); return nil }
}
