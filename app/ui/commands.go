package ui

import (
	"strings"

	"jejak/app/editor"
	"jejak/app/editor/command"
	ui "jejak/app/ui/command"
	"jejak/app/ui/sheet"
	"jejak/assets/words"
	"jejak/data/journey"
)

// prefCommands remembers the commands chosen last.
const prefCommands = "command.recent"

// commandActions show all there is to do: as a list to choose from, and as a sheet of keys.
func (w *Window) commandActions() []*editor.Action {
	return []*editor.Action{
		{ID: "help.commands", Menu: "help", Icon: "command", Window: true, Do: does(w.showCommands),
			Shortcuts: []editor.Shortcut{{Key: "K", Mods: editor.Mods{Ctrl: true}}}},
		{ID: "help.shortcuts", Menu: "help", Icon: "keyboard", Window: true, Do: does(w.showSheet),
			Shortcuts: []editor.Shortcut{{Key: "F1"}}},
	}
}

// showCommands opens the palette of commands.
func (w *Window) showCommands() {
	recent := w.app.Preferences().StringList(prefCommands)
	w.commands = ui.Show(ui.Options{
		Canvas: w.win.Canvas(), Hint: w.t("command.hint"), Nothing: w.t("command.nothing"), Foot: w.t("command.foot"),
		Actions: w.commandItems(), Recent: recent, Closed: w.focusBoard,
		Places: func() []*command.Item {
			if !w.open() {
				return nil
			}
			return command.Places(w.ed.Document().Project(), w.words)
		},
		Chosen: func(it *command.Item) {
			if it.Place {
				w.goTo(it.Ref())
				return
			}
			w.app.Preferences().SetStringList(prefCommands, command.Remember(recent, it.ID))
			w.run(actionID(it.ID))
		},
	})
}

// commandItems are the actions in the order of the menus. Each is found by its English name too.
func (w *Window) commandItems() []*command.Item {
	var items []*command.Item
	for _, name := range menuOrder {
		for _, a := range w.ed.Actions() {
			if a.Menu != name || a.ID == "help.commands" {
				continue
			}
			it := &command.Item{ID: string(a.ID), Title: w.titleOf(a), Other: w.english(a), Off: !w.enabled(a),
				Detail: a.ShortcutText(), Icon: iconOf(a)}
			if it.Icon == "" {
				it.Icon = "chevron-right"
			}
			items = append(items, it)
		}
	}
	return items
}

// titleOf is what an action is called outside its menu: one that adds says so.
func (w *Window) titleOf(a *editor.Action) string {
	if a.Menu == "insert" {
		return w.f("command.insert", words.Args{"Name": a.Label()})
	}
	return a.Label()
}

// english is what an action is called in English; empty if it has no fixed name.
func (w *Window) english(a *editor.Action) string {
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

// showSheet shows all keys, and what the pointer does.
func (w *Window) showSheet() {
	sheet.Show(w.win.Canvas(), w.sheetPage(), w.focusBoard)
}

// sheetPage is what stands on the sheet: the actions as they are, and what belongs to no action.
func (w *Window) sheetPage() sheet.Page {
	page := sheet.Page{Title: w.t("sheet.title")}
	for _, name := range menuOrder {
		g := sheet.Group{Title: w.t("ui.menu." + name)}
		for _, a := range w.ed.Actions() {
			if a.Menu == name && len(a.Shortcuts) > 0 {
				g.Rows = append(g.Rows, sheet.Row{Keys: sheet.Keys(a.Shortcuts), Text: w.plainName(a)})
			}
		}
		page.Groups = append(page.Groups, g)
	}
	for _, part := range sheet.Parts {
		g := sheet.Group{Title: w.t("sheet." + part.Name)}
		for _, row := range part.Rows {
			g.Rows = append(g.Rows, sheet.Row{Keys: []string{w.t("sheet." + part.Name + "." + row + ".keys")},
				Text: w.t("sheet." + part.Name + "." + row)})
		}
		page.Groups = append(page.Groups, g)
	}
	return page
}

// plainName is an action's name without what it is about now: "Undo", not "Undo move 3 cards".
func (w *Window) plainName(a *editor.Action) string {
	switch a.ID {
	case "edit.undo", "edit.redo":
		return w.t("action." + string(a.ID))
	}
	return strings.TrimSuffix(a.Label(), "…")
}
