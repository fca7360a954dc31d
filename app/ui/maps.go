package ui

import (
	"jejak/app/ui/ask"
	"jejak/app/ui/pair"
	"jejak/app/ui/tab"
	"jejak/assets/words"
	"jejak/data/journey"
)

// newMaps makes what looks after the maps of the project, and their tabs.
func (w *Window) newMaps() *tab.Maps {
	return tab.NewMaps(tab.MapsOptions{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: func() *words.Table { return w.words }, Change: w.edit,
		Ask: func(q ask.Question) { w.desk.Show(q) }, Run: w.run, Item: w.offer.Item, Hint: w.hint,
		Away: func() { w.tips.Away() }, Open: w.open, Modal: w.modal, Focus: w.focusBoard,
		Update: func() { w.bar.show(w) },
		Pair:   func(id journey.ID) string { return pair.Told(w.ed.Document().Project(), id, w.words) },
	})
}
