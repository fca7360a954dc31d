package ui

import (
	"jejak/app/ui/legend"
	"jejak/data/journey"
)

// newCurves makes what looks after the curves of the map.
func (w *Window) newCurves() *legend.Curves {
	return &legend.Curves{Editor: w.ed, Open: w.open, Modal: w.modal, Change: w.change, Told: w.showStatus}
}

// newLegend makes the row of the map's personas.
func (w *Window) newLegend() *legend.Row {
	return legend.NewRow(legend.Options{
		Words: w.words, Set: w.curves.Set, Hint: w.hint, Left: w.focusBoard, Move: w.curves.Move,
		Edit: func(id journey.ID) {
			if !w.modal() {
				w.openPersona(id)
			}
		},
	})
}
