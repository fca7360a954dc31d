package board

import (
	"image"
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// The measures of the minimap, in units of Fyne.
const (
	miniWide, miniHigh = 208, 150 // the picture takes no more
	miniRim            = 6
	miniGap            = 14 // to the right and lower rim of the board
	miniRest           = 150 * time.Millisecond
)

// minimap is the whole map small, with what of it is in view as a frame. It comes where not all of
// the map is in sight, and moves the view.
type minimap struct {
	widget.BaseWidget
	b  *Board
	on bool

	ground, frame *canvas.Rectangle
	picture       *canvas.Image
	of            *scene.Scene // what the picture shows
	asked         *scene.Scene // what is being painted, or is about to be
	timer         *time.Timer  // until it is painted; nil: not waiting

	size fyne.Size  // of the picture
	k    float64    // units of Fyne per point
	seen geom.Rect  // what is in view, in units of Fyne from the picture's corner
	hold geom.Point // from the middle of the frame to where it was taken
}

var (
	_ fyne.Draggable     = (*minimap)(nil)
	_ fyne.Scrollable    = (*minimap)(nil)
	_ desktop.Mouseable  = (*minimap)(nil)
	_ desktop.Cursorable = (*minimap)(nil)
)

func newMinimap(b *Board) *minimap {
	m := &minimap{b: b, on: true}
	m.ground, m.frame = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	m.ground.CornerRadius = 8
	m.ground.StrokeWidth = 1
	m.frame.StrokeWidth, m.frame.CornerRadius = 1.5, 2
	m.frame.StrokeColor, m.frame.FillColor = look.Accent, color.NRGBA{R: 0x5B, G: 0x5B, B: 0xD6, A: 0x22}
	m.picture = &canvas.Image{ScaleMode: canvas.ImageScaleFastest}
	m.dress()
	m.ExtendBaseWidget(m)
	m.Hide()
	return m
}

func (m *minimap) dress() {
	p := look.Now()
	m.ground.FillColor, m.ground.StrokeColor = p.Panel, p.Border
	m.ground.Shadow = canvas.Shadow{Color: shade, BlurRadius: 16, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
}

// Minimap reports whether the minimap is shown where not all of the map is in sight.
func (b *Board) Minimap() bool { return b.mini.on }

// ShowMinimap shows or hides the minimap.
func (b *Board) ShowMinimap(on bool) {
	b.mini.on = on
	b.mini.follow(b.ed.Scene(), b.ed.View())
}

// follow brings the minimap to what the board shows.
func (m *minimap) follow(s *scene.Scene, v editor.Viewport) {
	if !m.on || s == nil || v.Size.W <= 0 || v.Visible().ContainsRect(s.Bounds) ||
		m.b.Size().Width < 2*miniWide || m.b.Size().Height < 2*miniHigh {
		if m.Visible() {
			m.Hide()
		}
		return
	}
	m.k = math.Min(miniWide/s.Bounds.W(), miniHigh/s.Bounds.H())
	m.size = fyne.NewSize(float32(math.Max(24, s.Bounds.W()*m.k)), float32(math.Max(16, s.Bounds.H()*m.k)))
	board, outer := m.b.Size(), m.size.AddWidthHeight(2*miniRim, 2*miniRim)
	m.Move(fyne.NewPos(board.Width-outer.Width-miniGap, board.Height-outer.Height-miniGap))
	m.Resize(outer)
	seen := v.Visible()
	m.seen = geom.Rect{Min: seen.Min.Mul(m.k), Max: seen.Max.Mul(m.k)}
	m.lay()
	if !m.Visible() {
		m.Show()
	}
	m.want(s)
}

// lay puts picture and frame; the frame stays within the rim.
func (m *minimap) lay() {
	m.ground.Resize(m.Size())
	m.picture.Move(fyne.NewPos(miniRim, miniRim))
	if m.picture.Size() != m.size {
		m.picture.Resize(m.size)
	}
	r := m.seen.Intersect(geom.R(-2, -2, float64(m.size.Width)+4, float64(m.size.Height)+4))
	if r.W() < 3 || r.H() < 3 {
		c := r.Center()
		r = geom.R(c.X-1.5, c.Y-1.5, math.Max(3, r.W()), math.Max(3, r.H()))
	}
	m.frame.Move(fyne.NewPos(miniRim+float32(r.Min.X), miniRim+float32(r.Min.Y)))
	m.frame.Resize(fyne.NewSize(float32(r.W()), float32(r.H())))
}

// want has the picture painted anew, once edits have come to rest for a moment.
func (m *minimap) want(s *scene.Scene) {
	if m.of == s || m.asked == s {
		return
	}
	wait := miniRest
	if m.of == nil || m.of.MapID != s.MapID {
		m.picture.Image, wait = nil, 0
	}
	m.asked = s
	if m.timer != nil {
		m.timer.Stop()
	}
	scale := m.b.scale()
	most := image.Pt(int(float64(m.size.Width)*scale), int(float64(m.size.Height)*scale))
	m.timer = time.AfterFunc(wait, func() {
		k := math.Min(float64(most.X)/s.Bounds.W(), float64(most.Y)/s.Bounds.H())
		img := m.b.o.Paint(s, k, 0, 0, max(1, most.X), max(1, most.Y))
		m.b.o.Do(func() {
			if m.asked != s {
				return // there is a newer one on its way
			}
			m.of, m.picture.Image = s, img
			m.picture.Refresh()
		})
	})
}

// settled reports whether the picture is current.
func (m *minimap) settled() bool { return !m.Visible() || m.of == m.asked }

// MouseDown implements desktop.Mouseable: beside the frame the view goes there; the frame itself is
// taken where it is.
func (m *minimap) MouseDown(ev *desktop.MouseEvent) {
	m.b.o.Canvas.Focus(m.b)
	at := geom.Pt(float64(ev.Position.X-miniRim), float64(ev.Position.Y-miniRim))
	m.hold = geom.Point{}
	if m.seen.Contains(at) {
		m.hold = at.Sub(m.seen.Center())
		return
	}
	m.lookAt(at)
}

// MouseUp implements desktop.Mouseable.
func (m *minimap) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (m *minimap) Dragged(ev *fyne.DragEvent) {
	m.lookAt(geom.Pt(float64(ev.Position.X-miniRim), float64(ev.Position.Y-miniRim)).Sub(m.hold))
}

// DragEnd implements fyne.Draggable; Fyne may have taken the focus away.
func (m *minimap) DragEnd() { m.b.o.Canvas.Focus(m.b) }

func (m *minimap) lookAt(at geom.Point) {
	if m.k > 0 {
		m.b.ed.LookAt(at.Mul(1 / m.k))
	}
}

// Scrolled implements fyne.Scrollable: the wheel is the board's.
func (m *minimap) Scrolled(ev *fyne.ScrollEvent) {
	ev.Position = ev.Position.Add(m.Position())
	m.b.Scrolled(ev)
}

// Cursor implements desktop.Cursorable.
func (m *minimap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (m *minimap) CreateRenderer() fyne.WidgetRenderer { return &miniRenderer{m} }

type miniRenderer struct{ m *minimap }

func (r *miniRenderer) Destroy()           {}
func (r *miniRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *miniRenderer) Layout(fyne.Size)   { r.m.lay() }

func (r *miniRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.ground, r.m.picture, r.m.frame}
}

func (r *miniRenderer) Refresh() {
	r.m.dress()
	canvas.Refresh(r.m)
}
