package float

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Shield keeps presses and the wheel on a box from reaching what is under it.
type Shield struct{ widget.BaseWidget }

// NewShield returns a shield; put it between the ground of a box and what is in it.
func NewShield() *Shield {
	s := &Shield{}
	s.ExtendBaseWidget(s)
	return s
}

// MouseDown implements desktop.Mouseable.
func (s *Shield) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements desktop.Mouseable.
func (s *Shield) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable.
func (s *Shield) Tapped(*fyne.PointEvent) {}

// Dragged implements fyne.Draggable.
func (s *Shield) Dragged(*fyne.DragEvent) {}

// DragEnd implements fyne.Draggable.
func (s *Shield) DragEnd() {}

// Scrolled implements fyne.Scrollable.
func (s *Shield) Scrolled(*fyne.ScrollEvent) {}

// MouseIn implements desktop.Hoverable.
func (s *Shield) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (s *Shield) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Shield) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (s *Shield) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
