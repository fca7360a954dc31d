package editor

import (
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Piece is something that a palette offers: a card, a stage, a step, a lane of a kind, a channel of
// the project.
type Piece = tool.Piece

// BeginPalette begins to drag a piece from a palette beside the board. It is false, and nothing
// runs, if that piece can not be had now. DragPalette follows the pointer, in pixels of the board
// also while it is beside it; Overlay shows ghost and marks, Cursor the pointer; Escape on the
// board and CancelPalette end it without a trace.
func (e *Editor) BeginPalette(p Piece) bool {
	defer e.enter()()
	e.Settle()
	if e.gesture != nil || e.mapID == "" || e.Refuse() {
		return false
	}
	g := tool.NewInsertion(grip{e}, p)
	if g == nil {
		return false
	}
	e.pointer, e.mods, e.gesture = geom.Pt(-1, -1), Mods{}, g
	e.setHover(journey.Ref{})
	e.note(OverlayChanged)
	return true
}

// DragPalette tells where the pointer is.
func (e *Editor) DragPalette(at geom.Point, m Mods) { e.Drag(at, m) }

// DropPalette lets go: the piece is put there, or nowhere if it can not stand there. Text that it
// has opens in place.
func (e *Editor) DropPalette(at geom.Point, m Mods) { e.Release(at, m) }

// CancelPalette ends the drag without a trace.
func (e *Editor) CancelPalette() {
	defer e.enter()()
	e.cancelGesture()
}
