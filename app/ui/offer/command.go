package offer

import (
	"jejak/app/editor"
	"jejak/app/editor/command"
	"jejak/assets/words"
	"jejak/data/journey"
)

// Commands are the actions in the order of the menus, without the one that shows them. Each is found
// by its English name too.
func (f *Offer) Commands() []*command.Item {
	var items []*command.Item
	for _, name := range Order {
		for _, a := range f.o.Editor.Actions() {
			if a.Menu != name || a.ID == "help.commands" {
				continue
			}
			it := &command.Item{ID: string(a.ID), Title: f.title(a), Other: english(a), Off: !f.o.Enabled(a),
				Detail: a.ShortcutText(), Icon: icon(a)}
			if it.Icon == "" {
				it.Icon = "chevron-right"
			}
			items = append(items, it)
		}
	}
	return items
}

// title is what an action is called outside its menu: one that adds says so.
func (f *Offer) title(a *editor.Action) string {
	if a.Menu == "insert" {
		return f.o.Words().F("command.insert", words.Args{"Name": a.Label()})
	}
	return a.Label()
}

// english is what an action is called in English; empty if it has no fixed name.
func english(a *editor.Action) string {
	en := words.In("en")
	for _, kind := range journey.LaneKinds {
		if editor.LaneAction(kind) == a.ID {
			return en.F("action.insert.lane", words.Args{"Kind": en.T("map.lane." + string(kind))})
		}
	}
	if !en.Has("action." + string(a.ID)) {
		return ""
	}
	return en.T("action." + string(a.ID))
}
