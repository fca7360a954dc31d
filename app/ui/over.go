package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/empty"
	"jejak/app/ui/frame"
	"jejak/assets/words"
)

// newOver makes what lies over the board, in the words and colours of now.
func (w *Window) newOver() fyne.CanvasObject {
	if w.search.Panel().IsOpen() {
		w.search.Panel().Build()
	}
	w.glass.Build()
	w.guide = empty.NewGuide(empty.Options{
		Editor: w.ed, Words: func() *words.Table { return w.words }, Open: w.open, Modal: w.modal, Focus: w.focusBoard,
		Run: w.run, Change: w.edit,
	})
	w.leaves.Build()
	w.over = container.New(frame.OverBoard{}, w.search.Marks(), w.guide.Layer().Object(), w.glass.Object(), w.leaves.Object(), w.search.Panel().Object())
	return w.over
}

// layOver lays out anew what lies over the board.
func (w *Window) layOver() {
	if w.over != nil {
		w.over.Refresh()
	}
}
