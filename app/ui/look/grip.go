package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// GripWidth is how wide the border of a panel is to the pointer, in units of Fyne.
const GripWidth = 7

// Grip is the border of a panel, to be dragged left and right. It shows when the pointer is over it.
type Grip struct {
	widget.BaseWidget
	drag  func(by float32) // how far the pointer is from where it was pressed
	start func()           // the border was taken hold of
	end   func()           // and let go
	reset func()           // a double click

	from          float32 // on the canvas, where the pointer was pressed
	held, hovered bool
}

// NewGrip returns a border. None of the functions may be nil.
func NewGrip(start func(), drag func(by float32), end, reset func()) *Grip {
	g := &Grip{start: start, drag: drag, end: end, reset: reset}
	g.ExtendBaseWidget(g)
	return g
}

// Cursor implements desktop.Cursorable.
func (g *Grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn implements desktop.Hoverable.
func (g *Grip) MouseIn(*desktop.MouseEvent) { g.hovered = true; g.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (g *Grip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (g *Grip) MouseOut() { g.hovered = false; g.Refresh() }

// MouseDown implements desktop.Mouseable.
func (g *Grip) MouseDown(ev *desktop.MouseEvent) { g.from = ev.AbsolutePosition.X }

// MouseUp implements desktop.Mouseable.
func (g *Grip) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable. It reckons from the press: the border moves under the pointer.
func (g *Grip) Dragged(ev *fyne.DragEvent) {
	if !g.held {
		g.held = true
		g.start()
		g.Refresh()
	}
	g.drag(ev.AbsolutePosition.X - g.from)
}

// DragEnd implements fyne.Draggable.
func (g *Grip) DragEnd() {
	if g.held {
		g.held = false
		g.Refresh()
		g.end()
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (g *Grip) DoubleTapped(*fyne.PointEvent) { g.reset() }

// CreateRenderer implements fyne.Widget.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{g: g, line: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type gripRenderer struct {
	g    *Grip
	line *canvas.Rectangle
}

func (r *gripRenderer) Destroy()                     {}
func (r *gripRenderer) MinSize() fyne.Size           { return fyne.NewSize(GripWidth, 20) }
func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *gripRenderer) Layout(s fyne.Size) {
	r.line.Move(fyne.NewPos((s.Width-2)/2, 0))
	r.line.Resize(fyne.NewSize(2, s.Height))
}

func (r *gripRenderer) Refresh() {
	r.line.FillColor = color.Transparent
	if r.g.hovered || r.g.held {
		r.line.FillColor = Now().Accent
	}
	r.line.Refresh()
}
