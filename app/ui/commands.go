package ui

import (
	"jejak/app/editor"
	"jejak/app/editor/command"
	ui "jejak/app/ui/command"
	"jejak/app/ui/sheet"
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
		Actions: w.offer.Commands(), Recent: recent, Closed: w.focusBoard,
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

// showSheet shows all keys, and what the pointer does.
func (w *Window) showSheet() {
	sheet.Show(w.win.Canvas(), w.offer.Sheet(), w.focusBoard)
}
