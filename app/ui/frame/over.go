package frame

import "fyne.io/fyne/v2"

// OverBoard lays out what lies over the board: marks and invitations all over it, the panel that
// searches, the last of the objects, at the top right.
type OverBoard struct{}

// MinSize implements fyne.Layout.
func (OverBoard) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (OverBoard) Layout(o []fyne.CanvasObject, size fyne.Size) {
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
