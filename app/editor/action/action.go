// Package action is what a menu, a toolbar, a key or a palette can have done: a name, a shortcut, and
// whether it can be done now.
package action

import (
	"fmt"
	"runtime"
	"strings"

	"jejak/app/editor/desk"
)

// ID names an action for ever: menus, keys, tests and, later, scripts use it.
type ID string

// Shortcut is a key with its modifiers.
type Shortcut struct {
	Key  Key
	Mods desk.Mods
}

// Action is one thing a person can have done, from a menu, a toolbar, a key or a palette alike.
type Action struct {
	ID        ID
	Menu      string // "file", "edit", "insert", "map", "view" or "help"
	Group     int    // within a menu: a line stands between groups
	Icon      string // name of an icon; empty: none
	Shortcuts []Shortcut
	Window    bool // run by the Host

	Name    func() string
	When    func() bool  // whether there is something to do; nil: always
	Allowed func() bool  // whether it may be done; nil: always
	On      func() bool  // whether it stands with a tick in a menu; nil: never
	Do      func() error // does it unasked: Editor.Run is the way
}

// Label returns the action's name as it stands in a menu now: "Undo move 3 cards".
func (a *Action) Label() string { return a.Name() }

// Enabled reports whether the action would do something now.
func (a *Action) Enabled() bool {
	return a.Ready() && (a.Allowed == nil || a.Allowed())
}

// Ready reports whether there is something to do, whether or not it may be done.
func (a *Action) Ready() bool { return a.When == nil || a.When() }

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
		KeyPageUp: "PgUp", KeyPageDown: "PgDn",
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

// Is reports whether a key with its modifiers is the shortcut.
func (s Shortcut) Is(k Key, m desk.Mods) bool {
	return s.Mods == m && strings.EqualFold(string(s.Key), string(k))
}

// DisabledError is what Run answers for an action that has nothing to do now.
type DisabledError struct{ ID ID }

func (e *DisabledError) Error() string { return fmt.Sprintf("run %s: not enabled now", e.ID) }

// Gate is a Host that knows when its actions have nothing to do. A Host without it can always.
type Gate interface{ Can(id ID) bool }
