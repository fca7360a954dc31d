package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// pull is a piece of the palette with what lets it be dragged onto the board. It takes no clicks:
// those are the button's.
type pull struct {
	widget.BaseWidget
	p     *Palette
	tile  *tile
	moved fyne.Delta // since the press
	state pullState
}

type pullState uint8

const (
	resting  pullState = iota
	starting           // pressed, and hardly moved
	carrying
	refused // it can not be had now
)

// pullFrom is how far, in units of Fyne, the pointer must move for a click to become a drag. Fyne
// itself takes less for one.
const pullFrom = 6

func (p *Palette) newPull(t *tile) *pull {
	w := &pull{p: p, tile: t}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer implements fyne.Widget.
func (w *pull) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(w.tile.button)
}

// Dragged implements fyne.Draggable.
func (w *pull) Dragged(ev *fyne.DragEvent) {
	if w.state == resting {
		w.state, w.moved = starting, fyne.Delta{}
	}
	w.moved.DX += ev.Dragged.DX
	w.moved.DY += ev.Dragged.DY
	if w.state == starting && max(w.moved.DX, -w.moved.DX, w.moved.DY, -w.moved.DY) >= pullFrom {
		w.state = refused
		w.p.o.Away()
		if w.p.o.Free() && w.p.o.Board.BeginPiece(w.tile.piece) {
			w.state = carrying
		}
	}
	if w.state == carrying {
		w.p.o.Board.DragPiece(ev.AbsolutePosition)
	}
}

// DragEnd implements fyne.Draggable. A drag that went nowhere was a click.
func (w *pull) DragEnd() {
	state := w.state
	w.state = resting
	switch state {
	case starting:
		w.tile.button.Tapped(nil)
	case carrying:
		w.p.o.Board.DropPiece()
	}
}
