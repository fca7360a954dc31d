package action

import (
	"testing"

	"jejak/app/editor/desk"
)

func TestShortcutText(t *testing.T) {
	for _, c := range []struct {
		s         Shortcut
		text, mac string
	}{
		{Shortcut{Key: "z", Mods: desk.Mods{Ctrl: true, Shift: true}}, "Ctrl+Shift+Z", "⇧⌘Z"},
		{Shortcut{Key: KeyLeft, Mods: desk.Mods{Ctrl: true}}, "Ctrl+←", "⌘←"},
		{Shortcut{Key: KeyReturn, Mods: desk.Mods{Alt: true}}, "Alt+Enter", "⌥Enter"},
		{Shortcut{Key: KeyF2}, "F2", "F2"},
		{Shortcut{Key: "="}, "+", "+"},
	} {
		if got := c.s.text(false); got != c.text {
			t.Errorf("%+v is %q, want %q", c.s, got, c.text)
		}
		if got := c.s.text(true); got != c.mac {
			t.Errorf("%+v is %q on a Mac, want %q", c.s, got, c.mac)
		}
	}
}

func TestEnabled(t *testing.T) {
	yes, no := func() bool { return true }, func() bool { return false }
	for _, c := range []struct {
		a              Action
		ready, enabled bool
	}{
		{Action{}, true, true},
		{Action{When: yes, Allowed: no}, true, false},
		{Action{When: no, Allowed: yes}, false, false},
		{Action{When: yes, Allowed: yes}, true, true},
	} {
		if c.a.Ready() != c.ready || c.a.Enabled() != c.enabled {
			t.Errorf("ready %v, enabled %v", c.a.Ready(), c.a.Enabled())
		}
	}
}
