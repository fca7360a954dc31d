package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/empty"
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
	w.over = container.New(overBoard{}, w.search.Marks(), w.guide.Layer().Object(), w.glass.Object(), w.leaves.Object(), w.search.Panel().Object())
	return w.over
}

// layOver lays out anew what lies over the board.
func (w *Window) layOver() {
	if w.over != nil {
		w.over.Refresh()
	}
}

// overBoard lays out what lies over the board: marks and invitations all over it, the panel that
// searches at the top right.
type overBoard struct{}

// MinSize implements fyne.Layout.
func (overBoard) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (overBoard) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const rim = 12
	panel := o[len(o)-1]
	for _, all := range o[:len(o)-1] {
		all.Resize(size)
	}
	m := panel.MinSize()
	s := fyne.NewSize(min(m.Width, size.Width-2*rim), min(m.Height, size.Height-2*rim))
	panel.Resize(s)
	panel.Move(fyne.NewPos(size.Width-s.Width-rim, rim))
}
