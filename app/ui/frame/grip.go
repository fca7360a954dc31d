package frame

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// gripWidth is how wide the border of a panel is to the pointer, in units of Fyne.
const gripWidth = 7

// grip is the border of a panel, to be dragged left and right. It shows when the pointer is over it.
type grip struct {
	widget.BaseWidget
	drag  func(by float32) // how far the pointer is from where it was pressed
	start func()           // the border was taken hold of
	end   func()           // and let go
	reset func()           // a double click

	from          float32 // on the canvas, where the pointer was pressed
	held, hovered bool
}

// newGrip returns a border. None of the functions may be nil.
func newGrip(start func(), drag func(by float32), end, reset func()) *grip {
	g := &grip{start: start, drag: drag, end: end, reset: reset}
	g.ExtendBaseWidget(g)
	return g
}

// Cursor implements desktop.Cursorable.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn implements desktop.Hoverable.
func (g *grip) MouseIn(*desktop.MouseEvent) { g.hovered = true; g.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (g *grip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (g *grip) MouseOut() { g.hovered = false; g.Refresh() }

// MouseDown implements desktop.Mouseable.
func (g *grip) MouseDown(ev *desktop.MouseEvent) { g.from = ev.AbsolutePosition.X }

// MouseUp implements desktop.Mouseable.
func (g *grip) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable. It reckons from the press: the border moves under the pointer.
func (g *grip) Dragged(ev *fyne.DragEvent) {
	if !g.held {
		g.held = true
		g.start()
		g.Refresh()
	}
	g.drag(ev.AbsolutePosition.X - g.from)
}

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() {
	if g.held {
		g.held = false
		g.Refresh()
		g.end()
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (g *grip) DoubleTapped(*fyne.PointEvent) { g.reset() }

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{g: g, line: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type gripRenderer struct {
	g    *grip
	line *canvas.Rectangle
}

func (r *gripRenderer) Destroy()                     {}
func (r *gripRenderer) MinSize() fyne.Size           { return fyne.NewSize(gripWidth, 20) }
func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *gripRenderer) Layout(s fyne.Size) {
	r.line.Move(fyne.NewPos((s.Width-2)/2, 0))
	r.line.Resize(fyne.NewSize(2, s.Height))
}

func (r *gripRenderer) Refresh() {
	r.line.FillColor = color.Transparent
	if r.g.hovered || r.g.held {
		r.line.FillColor = look.Now().Accent
	}
	r.line.Refresh()
}
