package editor

import (
	"fmt"
	"slices"

	"jejak/assets/words"
	"jejak/data/edit"
)

// Actions lists all actions, menu by menu.
func (e *Editor) Actions() []*Action { return slices.Clone(e.actions) }

// Action returns the action of that ID; nil if there is none.
func (e *Editor) Action(id ActionID) *Action { return e.byID[id] }

// Add puts an action of the window's own among the editor's, last in its menu's group: menus, keys
// and the list of commands show it like any other. Its name is "action." + ID in the table of words
// unless it brings one.
func (e *Editor) Add(a *Action) {
	if a.Name == nil {
		a.Name = func() string { return e.words.T("action." + string(a.ID)) }
	}
	if a.Allowed == nil && changes(a.Menu, a.ID) {
		a.Allowed = func() bool { return !e.locked }
	}
	e.actions = append(e.actions, a)
	e.byID[a.ID] = a
}

// Run does an action. Text that is being edited is kept first. It answers *DisabledError for what
// is not Enabled, and the trouble of an edit that was refused.
func (e *Editor) Run(id ActionID) error {
	defer e.enter()()
	a := e.byID[id]
	if a == nil {
		return fmt.Errorf("run %s: there is no such action", id)
	}
	if a.Menu != "view" {
		e.cancelGesture()
		e.Settle()
	}
	if !a.Enabled() {
		return &DisabledError{ID: id}
	}
	return a.Do()
}

// runKey runs the enabled action of a shortcut.
func (e *Editor) runKey(k Key, m Mods) bool {
	for _, a := range e.actions {
		if !slices.ContainsFunc(a.Shortcuts, func(s Shortcut) bool { return s.Is(k, m) }) {
			continue
		}
		switch {
		case a.Enabled():
			e.tell(nil)
			// do tells of a refused edit; there is nobody else to tell
			_ = e.Run(a.ID)
			return true
		case changes(a.Menu, a.ID) && a.Ready():
			return e.Refuse()
		}
	}
	return false
}

func (e *Editor) can(id ActionID) func() bool {
	return func() bool {
		if g, ok := e.options.Host.(Gate); ok {
			return g.Can(id)
		}
		return e.options.Host != nil
	}
}

// named returns the text of an action, with the name of a step of the history in it if there is
// one: "Undo: Move 3 cards".
func (e *Editor) named(key string, step func() (edit.Label, bool)) string {
	l, ok := step()
	if !ok {
		return e.words.T(key)
	}
	return e.words.F(key+".named", words.Args{"Name": l.Text(e.words)})
}
