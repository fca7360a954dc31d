package board

import (
	"fyne.io/fyne/v2"

	"jejak/canvas/geom"
)

// Inside returns where on the board, in its pixels, a place of the canvas is, and whether it is on
// it at all.
func (b *Board) Inside(at fyne.Position) (geom.Point, bool) {
	to := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	size := b.Size()
	return b.pixels(to), to.X >= 0 && to.Y >= 0 && to.X < size.Width && to.Y < size.Height
}

// Middle returns the middle of the board, in its pixels.
func (b *Board) Middle() geom.Point {
	size := b.Size()
	return b.pixels(fyne.NewPos(size.Width/2, size.Height/2))
}
