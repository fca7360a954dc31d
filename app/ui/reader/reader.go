// Package reader shows a sheet that is read: a scene as wide as there is room, to be scrolled, what can
// be touched on it marked under the pointer or by keys, and chosen.
//
// All of it belongs to the goroutine of the window; painting is done elsewhere.
package reader

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/app/ui/paper"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// The measures of the sheet in the window, in units of Fyne.
const (
	rim     = 20
	largest = 1.7 // units for a point
	stride  = 60  // a press of an arrow
)

// Reader shows a scene as wide as there is room, to be scrolled. What can be touched on it is marked
// under the pointer, or by the arrow keys, and chosen.
type Reader struct {
	widget.BaseWidget
	canvas fyne.Canvas
	choose func(journey.Ref)
	leave  func()

	scene  *scene.Scene // nil: nothing yet
	tiles  *paper.Tiles
	ground *canvas.Rectangle
	mark   *canvas.Rectangle
	clip   *fyne.Container
	area   *area
	scroll *container.Scroll
	at     *scene.Target // marked; nil: nothing
	k      float32       // units for a point
	x      float32       // of the paper
}

// New returns a reader that shows nothing yet. do runs a function on the goroutine of the window;
// choose is told what is chosen on the sheet, leave of Esc.
func New(c fyne.Canvas, do func(func()), choose func(journey.Ref), leave func()) *Reader {
	s := &Reader{canvas: c, choose: choose, leave: leave, k: 1, tiles: paper.NewTiles(do, paper.PaintTile)}
	s.ground = canvas.NewRectangle(color.White)
	s.ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x40}, BlurRadius: 18, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	s.ground.Hide()
	s.mark = canvas.NewRectangle(color.Transparent)
	s.mark.CornerRadius = 5
	s.mark.Hide()
	s.area = &area{s: s}
	s.area.ExtendBaseWidget(s.area)
	s.scroll = container.NewVScroll(s.area)
	s.scroll.OnScrolled = func(fyne.Position) { s.place() }
	s.clip = container.NewWithoutLayout(s.ground, s.tiles.Box(), s.mark)
	s.ExtendBaseWidget(s)
	return s
}

// Area is who takes the keyboard.
func (s *Reader) Area() fyne.Focusable { return s.area }

// Offset is how far the sheet is scrolled.
func (s *Reader) Offset() float32 { return s.scroll.Offset.Y }

// SetOffset scrolls the sheet so far down.
func (s *Reader) SetOffset(y float32) { s.scroll.Offset.Y = y }

// Scene is what is shown; nil: nothing yet.
func (s *Reader) Scene() *scene.Scene { return s.scene }

// Clear lets go of what is painted.
func (s *Reader) Clear() { s.tiles.Show(nil, geom.Transform{K: 1}, geom.Size{}, 1) }

// Set shows another scene, scrolled as it was.
func (s *Reader) Set(sc *scene.Scene) {
	s.scene, s.at = sc, nil
	s.mark.Hide()
	s.lay(s.Size())
}

// lay places all for a size.
func (s *Reader) lay(size fyne.Size) {
	s.scroll.Resize(size)
	if s.scene == nil || size.Width <= 0 {
		return
	}
	w, h := float32(s.scene.Bounds.W()), float32(s.scene.Bounds.H())
	s.k = min((size.Width-2*rim)/w, largest)
	s.x = (size.Width - w*s.k) / 2
	s.area.least = fyne.NewSize(size.Width, h*s.k+2*rim)
	s.scroll.Refresh()
	s.place()
}

// place puts paper and mark where the sheet is scrolled to, and paints what is seen.
func (s *Reader) place() {
	if s.scene == nil {
		return
	}
	size, scale := s.Size(), paper.Scale(s.canvas)
	top := rim - s.scroll.Offset.Y
	s.ground.Move(fyne.NewPos(s.x, top))
	s.ground.Resize(fyne.NewSize(float32(s.scene.Bounds.W())*s.k, float32(s.scene.Bounds.H())*s.k))
	s.ground.Show()
	view := geom.Transform{K: float64(s.k) * scale, D: geom.Pt(float64(s.x)*scale, float64(top)*scale)}
	s.tiles.Show(s.scene, view, geom.Size{W: float64(size.Width) * scale, H: float64(size.Height) * scale}, scale)
	s.show()
	canvas.Refresh(s.clip)
}

// show marks what is under the pointer or was gone to with keys.
func (s *Reader) show() {
	if s.at == nil {
		s.mark.Hide()
		return
	}
	t := look.Now()
	s.mark.FillColor, s.mark.StrokeColor, s.mark.StrokeWidth = color.NRGBA{R: t.Accent.R, G: t.Accent.G, B: t.Accent.B, A: 0x1e}, t.Accent, 1
	r := s.seen(s.at.Bounds.Inset(-3))
	s.mark.Move(r.at)
	s.mark.Resize(r.size)
	s.mark.Show()
	canvas.Refresh(s.mark)
}

type seen struct {
	at   fyne.Position
	size fyne.Size
}

func (s *Reader) seen(r geom.Rect) seen {
	return seen{fyne.NewPos(s.x+float32(r.Min.X)*s.k, rim-s.scroll.Offset.Y+float32(r.Min.Y)*s.k),
		fyne.NewSize(float32(r.W())*s.k, float32(r.H())*s.k)}
}

// under is what can be touched at a place of the area.
func (s *Reader) under(p fyne.Position) *scene.Target {
	if s.scene == nil {
		return nil
	}
	at := geom.Pt(float64((p.X-s.x)/s.k), float64((p.Y-rim)/s.k))
	if hits := s.scene.HitTest(at, 0); len(hits) > 0 {
		return hits[0]
	}
	return nil
}

// step marks the next thing that can be touched, or the one before.
func (s *Reader) step(by int) {
	if s.scene == nil || len(s.scene.Targets) == 0 {
		return
	}
	i := -1
	for k := range s.scene.Targets {
		if &s.scene.Targets[k] == s.at {
			i = k
		}
	}
	if i += by; s.at == nil && by < 0 {
		i = len(s.scene.Targets) - 1
	}
	s.at = &s.scene.Targets[max(0, min(i, len(s.scene.Targets)-1))]
	r := s.seen(s.at.Bounds)
	if over := r.at.Y - rim; over < 0 {
		s.move(over)
	} else if below := r.at.Y + r.size.Height + rim - s.Size().Height; below > 0 {
		s.move(below)
	}
	s.show()
}

func (s *Reader) move(by float32) {
	most := max(0, s.area.least.Height-s.Size().Height)
	s.scroll.Offset.Y = max(0, min(s.scroll.Offset.Y+by, most))
	s.scroll.Refresh()
	s.place()
}

// key answers to the keyboard.
func (s *Reader) key(ev *fyne.KeyEvent) {
	page := s.Size().Height * 0.85
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyRight:
		s.step(1)
	case fyne.KeyUp, fyne.KeyLeft:
		s.step(-1)
	case fyne.KeyPageDown, fyne.KeySpace:
		s.move(page)
	case fyne.KeyPageUp:
		s.move(-page)
	case fyne.KeyHome:
		s.move(-math.MaxFloat32)
	case fyne.KeyEnd:
		s.move(math.MaxFloat32)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.at != nil {
			s.choose(s.at.Ref)
		}
	case fyne.KeyEscape:
		s.leave()
	default:
		look.Pass(s, ev)
	}
}

// Settled reports whether all that is seen is painted.
func (s *Reader) Settled() bool { return s.scene == nil || s.tiles.Settled() }

// CreateRenderer implements fyne.Widget.
func (s *Reader) CreateRenderer() fyne.WidgetRenderer {
	clip := container.NewClip(s.clip)
	clip.ExtendBaseWidget(clip)
	return &readerRenderer{s: s, clip: clip}
}

type readerRenderer struct {
	s    *Reader
	clip *container.Clip
}

func (r *readerRenderer) Destroy()           {}
func (r *readerRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.clip, r.s.scroll}
}

func (r *readerRenderer) Layout(size fyne.Size) {
	r.clip.Resize(size)
	r.s.clip.Resize(size)
	r.s.lay(size)
}

func (r *readerRenderer) Refresh() { r.s.lay(r.s.Size()) }

// area is what is scrolled: it hears pointer and keys for the sheet.
type area struct {
	widget.BaseWidget
	s     *Reader
	least fyne.Size
}

var (
	_ fyne.Focusable     = (*area)(nil)
	_ desktop.Hoverable  = (*area)(nil)
	_ desktop.Cursorable = (*area)(nil)
	_ fyne.Tappable      = (*area)(nil)
)

// MinSize implements fyne.CanvasObject.
func (a *area) MinSize() fyne.Size { return a.least }

// Tapped implements fyne.Tappable.
func (a *area) Tapped(ev *fyne.PointEvent) {
	if t := a.s.under(ev.Position); t != nil {
		a.s.choose(t.Ref)
	}
}

// MouseIn implements desktop.Hoverable.
func (a *area) MouseIn(ev *desktop.MouseEvent) { a.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (a *area) MouseMoved(ev *desktop.MouseEvent) {
	if t := a.s.under(ev.Position); t != a.s.at {
		a.s.at = t
		a.s.show()
		canvas.Refresh(a.s.mark)
	}
}

// MouseOut implements desktop.Hoverable.
func (a *area) MouseOut() { a.s.at = nil; a.s.show() }

// Cursor implements desktop.Cursorable.
func (a *area) Cursor() desktop.Cursor {
	if a.s.at != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained implements fyne.Focusable.
func (a *area) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (a *area) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (a *area) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (a *area) TypedKey(ev *fyne.KeyEvent) { a.s.key(ev) }

// CreateRenderer implements fyne.Widget.
func (a *area) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
