package board

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
)

// BeginPiece begins to drag a piece from a palette beside the board, which gets the focus: Escape
// ends the drag. It is false if that piece can not be had now. DragPiece follows the pointer until
// DropPiece.
func (b *Board) BeginPiece(p editor.Piece) bool {
	if b.down || !b.ed.BeginPalette(p) {
		return false
	}
	b.o.Canvas.Focus(b)
	b.piece = true
	b.setCursor(b.ed.Cursor())
	return true
}

// DragPiece tells where on the canvas the pointer is.
func (b *Board) DragPiece(at fyne.Position) {
	if !b.carries() {
		return
	}
	b.last = b.pixels(at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b)))
	b.ed.DragPalette(b.last, b.mods())
	b.setCursor(b.ed.Cursor())
	b.startTicker()
}

// DropPiece lets go where the pointer was last.
func (b *Board) DropPiece() {
	if !b.carries() {
		return
	}
	b.piece = false
	b.stopTicker()
	b.o.Canvas.Focus(b) // Fyne has taken it away where the pointer is not over the board
	b.ed.DropPalette(b.last, b.mods())
	b.setCursor(b.ed.Cursor())
}

// Free is what of the board is seen beside it too: a piece on its way from a palette. It goes over
// all else in the window, from its top left corner on.
func (b *Board) Free() fyne.CanvasObject { return b.free.box }

// drawFree draws what is seen beside the board too.
func (b *Board) drawFree(o editor.Overlay) {
	if len(o.Ghosts) == 0 && len(b.free.box.Objects) == 0 {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(b).Subtract(driver.AbsolutePositionForObject(b.free.box))
	for i := range o.Ghosts {
		g := &o.Ghosts[i]
		g.Rect = g.Rect.Move(b.pixels(at))
	}
	b.free.draw(o, b.scale())
}

// carries reports whether a piece is being dragged: Escape may have ended that.
func (b *Board) carries() bool {
	if b.piece && !b.ed.Dragging() {
		b.piece = false
		b.stopTicker()
		b.setCursor(b.ed.Cursor())
	}
	return b.piece
}
