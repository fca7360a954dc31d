package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynecontainer "fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/paper"
	"jejak/canvas/geom"
)

// Options says what a Board works with.
type Options struct {
	Editor *editor.Editor
	Canvas fyne.Canvas  // where the board is shown
	Do     func(func()) // runs a function on the goroutine of the window; nil: fyne.Do
	Paint  paper.Paint  // nil: paper.PaintTile
	// Shortcut is offered keys with modifiers that no menu took; true: used.
	Shortcut func(editor.Key, editor.Mods) bool
	// Held is told of every key that goes down or up, and of a press of the mouse as a key without
	// a name. nil: nobody.
	Held func(name fyne.KeyName, down bool)
	// Menu is asked for a context menu at a place of the canvas. nil: none.
	Menu func(at fyne.Position)
	// Painted is told when sharp tiles came onto the screen. nil: nobody.
	Painted func()
}

// Board is the one focusable widget in which a map is seen and changed. Object wraps it: that is
// what goes into a window.
type Board struct {
	widget.BaseWidget
	o      Options
	ed     *editor.Editor
	desk   *canvas.Rectangle
	paper  *canvas.Rectangle
	tiles  *paper.Tiles
	under  *overlay // what lies over the picture and under the strips
	strips *paper.Strips
	over   *overlay
	free   *overlay // over the whole window
	mini   *minimap
	writer *writer
	object fyne.CanvasObject

	cursor   editor.Cursor
	down     bool // a button is pressed
	piece    bool // a piece of a palette is being dragged
	pressed  desktop.MouseButton
	press    geom.Point
	when     time.Time
	clicks   int
	last     geom.Point
	ticker   *time.Ticker // nil: not scrolling
	stopTick func()
	keys     editor.Mods // what KeyDown and KeyUp told, for drivers that can not be asked
}

var (
	_ fyne.Focusable     = (*Board)(nil)
	_ fyne.Tabbable      = (*Board)(nil)
	_ fyne.Draggable     = (*Board)(nil)
	_ fyne.Scrollable    = (*Board)(nil)
	_ fyne.Shortcutable  = (*Board)(nil)
	_ desktop.Mouseable  = (*Board)(nil)
	_ desktop.Hoverable  = (*Board)(nil)
	_ desktop.Keyable    = (*Board)(nil)
	_ desktop.Cursorable = (*Board)(nil)
)

// New returns a board for an editor.
func New(o Options) *Board {
	if o.Do == nil {
		o.Do = fyne.Do
	}
	if o.Paint == nil {
		o.Paint = paper.PaintTile
	}
	b := &Board{o: o, ed: o.Editor}
	b.desk = canvas.NewRectangle(look.Now().Desk)
	b.paper = canvas.NewRectangle(white)
	b.paper.Shadow = canvas.Shadow{Color: shade, BlurRadius: 18, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	b.tiles = paper.NewTiles(o.Do, o.Paint)
	b.tiles.OnSwap = func() {
		if o.Painted != nil {
			o.Painted()
		}
	}
	b.under, b.over, b.free = newOverlay(), newOverlay(), newOverlay()
	b.strips = paper.NewStrips(o.Do)
	b.strips.Painted = func() { b.strips.Show(b.ed.Scene(), b.ed.View(), b.scale()) }
	b.mini = newMinimap(b)
	b.writer = newWriter(b)
	b.ExtendBaseWidget(b)
	clip := fynecontainer.NewClip(fynecontainer.NewStack(b, &fyne.Container{Objects: []fyne.CanvasObject{b.mini}}, b.writer.layer))
	clip.ExtendBaseWidget(clip) // NewClip leaves that to the first painting; before it nothing inside can have the focus
	b.object = clip
	b.ed.Subscribe(b.changed)
	return b
}

// Object is the board with what lies over it, clipped to its place.
func (b *Board) Object() fyne.CanvasObject { return b.object }

// Settled reports whether all that is in view is sharp and current.
func (b *Board) Settled() bool { return b.tiles.Settled() && b.strips.Settled() && b.mini.settled() }

// scale is how many device pixels a unit of Fyne has.
func (b *Board) scale() float64 { return paper.Scale(b.o.Canvas) }

func (b *Board) pixels(p fyne.Position) geom.Point {
	s := b.scale()
	return geom.Pt(float64(p.X)*s, float64(p.Y)*s)
}

// changed hears the editor.
func (b *Board) changed(ev editor.Event) {
	if ev&(editor.SceneChanged|editor.ViewChanged) != 0 {
		b.look()
	}
	if ev&(editor.SceneChanged|editor.ViewChanged|editor.OverlayChanged) != 0 {
		for _, v := range []*overlay{b.under, b.over} {
			v.ghosts.under(b.ed.Scene(), b.ed.View().Transform)
		}
		low, high, free := layers(b.ed.Overlay())
		b.under.draw(low, b.scale())
		b.over.draw(high, b.scale())
		b.drawFree(free)
	}
	if ev&(editor.EditingChanged|editor.ViewChanged|editor.SceneChanged) != 0 {
		b.writer.follow(b.ed.Editing(), b.scale())
	}
}

// look brings paper and tiles to where the editor's view wants them.
func (b *Board) look() {
	s, view, scale := b.ed.Scene(), b.ed.View(), b.scale()
	b.tiles.Show(s, view.Transform, view.Size, scale)
	b.strips.Show(s, view, scale)
	b.mini.follow(s, view)
	if s == nil {
		b.paper.Hide()
		return
	}
	b.paper.Show()
	w, h := s.Bounds.W()*view.Transform.K, s.Bounds.H()*view.Transform.K
	b.paper.Move(b.tiles.Origin())
	b.paper.Resize(fyne.NewSize(float32(w/scale), float32(h/scale)))
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{b} }

type boardRenderer struct{ b *Board }

func (r *boardRenderer) Destroy()           {}
func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.desk, r.b.paper, r.b.tiles.Box(), r.b.under.box, r.b.strips.Box(), r.b.over.box}
}

func (r *boardRenderer) Layout(size fyne.Size) {
	b := r.b
	b.desk.Resize(size)
	s := b.scale()
	b.ed.Resize(geom.Size{W: float64(size.Width) * s, H: float64(size.Height) * s}, s)
	b.look()
}

func (r *boardRenderer) Refresh() {
	r.b.desk.FillColor = look.Now().Desk
	r.b.desk.Refresh()
	r.b.look()
	canvas.Refresh(r.b)
}

// mods asks the driver, which knows better than what keys went up and down here.
func (b *Board) mods() editor.Mods {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return Mods(d.CurrentKeyModifiers())
	}
	return b.keys
}

// Mods turns Fyne's modifiers into the editor's.
func Mods(m fyne.KeyModifier) editor.Mods {
	return editor.Mods{
		Shift: m&fyne.KeyModifierShift != 0,
		Ctrl:  m&fyne.KeyModifierShortcutDefault != 0,
		Alt:   m&fyne.KeyModifierAlt != 0,
	}
}
