package ui

import "jejak/app/editor"

const prefMinimap = "view.minimap"

// minimapActions show and hide the minimap.
func (w *Window) minimapActions() []*editor.Action {
	w.board.ShowMinimap(w.app.Preferences().BoolWithFallback(prefMinimap, true))
	return []*editor.Action{{ID: "view.minimap", Menu: "view", Group: 3, Window: true,
		When: w.open, On: w.board.Minimap, Do: does(func() {
			w.board.ShowMinimap(!w.board.Minimap())
			w.app.Preferences().SetBool(prefMinimap, w.board.Minimap())
		})}}
}
