package editor

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"jejak/assets/words"
	"jejak/data/edit"
)

// ActionID names an action for ever: menus, keys, tests and, later, scripts use it.
type ActionID string

// Shortcut is a key with its modifiers.
type Shortcut struct {
	Key  Key
	Mods Mods
}

// Action is one thing a person can have done, from a menu, a toolbar, a key or a palette alike.
type Action struct {
	ID        ActionID
	Menu      string // "file", "edit", "insert", "map" or "view"
	Group     int    // within a menu: a line stands between groups
	Icon      string // name of an icon; empty: none
	Shortcuts []Shortcut
	Window    bool // run by the Host

	label   func() string
	enabled func() bool // nil: always
	allowed func() bool // nil: always; asked first
	run     func() error
}

// Label returns the action's name as it stands in a menu now: "Undo move 3 cards".
func (a *Action) Label() string { return a.label() }

// Enabled reports whether the action would do something now.
func (a *Action) Enabled() bool {
	return (a.allowed == nil || a.allowed()) && (a.enabled == nil || a.enabled())
}

// ShortcutText returns the first shortcut as a person reads it, such as "Ctrl+Shift+Z"; empty
// if there is none.
func (a *Action) ShortcutText() string {
	if len(a.Shortcuts) == 0 {
		return ""
	}
	return a.Shortcuts[0].Text()
}

// Text returns the shortcut as a person reads it on this computer.
func (s Shortcut) Text() string { return s.text(runtime.GOOS == "darwin") }

func (s Shortcut) text(mac bool) string {
	signs := map[Key]string{
		KeyLeft: "←", KeyRight: "→", KeyUp: "↑", KeyDown: "↓", "-": "−", "=": "+",
		KeyEscape: "Esc", KeyDelete: "Del", KeyReturn: "Enter",
	}
	key := strings.ToUpper(string(s.Key))
	if sign, ok := signs[s.Key]; ok {
		key = sign
	} else if len(s.Key) > 1 {
		key = string(s.Key)
	}
	var b strings.Builder
	held := func(on bool, name, sign string) {
		switch {
		case on && mac:
			b.WriteString(sign)
		case on:
			b.WriteString(name + "+")
		}
	}
	if mac {
		held(s.Mods.Alt, "", "⌥")
		held(s.Mods.Shift, "", "⇧")
		held(s.Mods.Ctrl, "", "⌘")
	} else {
		held(s.Mods.Ctrl, "Ctrl", "")
		held(s.Mods.Alt, "Alt", "")
		held(s.Mods.Shift, "Shift", "")
	}
	return b.String() + key
}

func (s Shortcut) is(k Key, m Mods) bool {
	return s.Mods == m && strings.EqualFold(string(s.Key), string(k))
}

// DisabledError is what Run answers for an action that has nothing to do now.
type DisabledError struct{ ID ActionID }

func (e *DisabledError) Error() string { return fmt.Sprintf("run %s: not enabled now", e.ID) }

// Gate is a Host that knows when its actions have nothing to do. A Host without it can always.
type Gate interface{ Can(id ActionID) bool }

// Actions lists all actions, menu by menu.
func (e *Editor) Actions() []*Action { return slices.Clone(e.actions) }

// Action returns the action of that ID; nil if there is none.
func (e *Editor) Action(id ActionID) *Action { return e.byID[id] }

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
		return &DisabledError{id}
	}
	return a.run()
}

// runKey runs the enabled action of a shortcut.
func (e *Editor) runKey(k Key, m Mods) bool {
	for _, a := range e.actions {
		if !slices.ContainsFunc(a.Shortcuts, func(s Shortcut) bool { return s.is(k, m) }) {
			continue
		}
		switch {
		case a.Enabled():
			e.tell(nil)
			// do tells of a refused edit; there is nobody else to tell
			_ = e.Run(a.ID)
			return true
		case changes(a.Menu, a.ID) && (a.enabled == nil || a.enabled()):
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
