package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// pull is a tile of the palette with what lets it be dragged onto the board. It takes no clicks:
// those are the button's.
type pull struct {
	widget.BaseWidget
	w     *Window
	tile  *paletteTile
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

func (w *Window) newPull(t *paletteTile) *pull {
	p := &pull{w: w, tile: t}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *pull) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.tile.button)
}

// Dragged implements fyne.Draggable.
func (p *pull) Dragged(ev *fyne.DragEvent) {
	if p.state == resting {
		p.state, p.moved = starting, fyne.Delta{}
	}
	p.moved.DX += ev.Dragged.DX
	p.moved.DY += ev.Dragged.DY
	if p.state == starting && max(p.moved.DX, -p.moved.DX, p.moved.DY, -p.moved.DY) >= pullFrom {
		p.state = refused
		p.w.tips.Away()
		if !p.w.modal() && p.w.session != nil && p.w.board.BeginPiece(p.tile.piece) {
			p.state = carrying
		}
	}
	if p.state == carrying {
		p.w.board.DragPiece(ev.AbsolutePosition)
	}
}

// DragEnd implements fyne.Draggable. A drag that went nowhere was a click.
func (p *pull) DragEnd() {
	state := p.state
	p.state = resting
	switch state {
	case starting:
		p.tile.button.Tapped(nil)
	case carrying:
		p.w.board.DropPiece()
	}
}
