package ui

import "jejak/app/editor"

// register puts the actions that belong to the window among the editor's, each noun's from its own
// file.
func (w *Window) register() {
	for _, a := range []*editor.Action{
		{ID: "view.panels", Menu: "view", Group: 3, Window: true, Shortcuts: []editor.Shortcut{panelsKey},
			When: w.open, On: func() bool { return !w.panelsOff }, Do: does(w.togglePanels)},
		{ID: "view.dark", Menu: "view", Group: 3, Window: true,
			On: func() bool { return w.app.Preferences().Bool(prefDark) }, Do: does(w.toggleDark)},
	} {
		w.ed.Add(a)
	}
}

// open reports whether there is a project in the window.
func (w *Window) open() bool { return w.session != nil }

// does makes an action of what cannot fail, or tells of its trouble itself.
func does(f func()) func() error {
	return func() error { f(); return nil }
}
