package matrix

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/board"
	"jejak/app/ui/look"
	"jejak/canvas/geom"
	sheet "jejak/canvas/matrix"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// The place of the paper in the leaf, in units of Fyne, and how large a point of it is drawn.
const (
	rim      = 14
	zoomMost = 1.65
	zoomLow  = 1.3
	wideAt   = 1200 // from here on it is drawn in the greatest size
)

// Sheet is the paper with what moves over it.
type Sheet struct {
	widget.BaseWidget
	l      *Leaf
	keys   editor.Mods // held, where the driver cannot be asked
	down   bool
	bubble *bubble

	painted *sheet.Plan // what the picture shows
	scale   float32     // device pixels per unit when it was painted
	cursor  desktop.StandardCursor
}

var (
	_ fyne.Focusable         = (*Sheet)(nil)
	_ fyne.Tabbable          = (*Sheet)(nil)
	_ fyne.Draggable         = (*Sheet)(nil)
	_ fyne.Scrollable        = (*Sheet)(nil)
	_ fyne.SecondaryTappable = (*Sheet)(nil)
	_ desktop.Mouseable      = (*Sheet)(nil)
	_ desktop.Hoverable      = (*Sheet)(nil)
	_ desktop.Keyable        = (*Sheet)(nil)
	_ desktop.Cursorable     = (*Sheet)(nil)
	_ fyne.Accessible        = (*Sheet)(nil)
)

func newSheet(l *Leaf) *Sheet {
	s := &Sheet{l: l, cursor: desktop.DefaultCursor}
	s.bubble = newBubble(l)
	s.ExtendBaseWidget(s)
	return s
}

// zoom is how many units of Fyne a point of the paper takes.
func (s *Sheet) zoom() float64 {
	w := float64(s.Size().Width)
	return min(max(zoomMost*w/wideAt, zoomLow), zoomMost)
}

// Resize implements fyne.CanvasObject.
func (s *Sheet) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	z := s.zoom()
	s.l.m.Resize(geom.Size{W: max(float64(size.Width-2*rim)/z, 120), H: max(float64(size.Height-2*rim)/z, 120)})
}

// point is a place of the widget on the paper.
func (s *Sheet) point(p fyne.Position) geom.Point {
	z := s.zoom()
	return geom.Pt(float64(p.X-rim)/z, float64(p.Y-rim)/z)
}

// place is a rectangle of the paper in the widget.
func (s *Sheet) place(r geom.Rect) (fyne.Position, fyne.Size) {
	z := s.zoom()
	return fyne.NewPos(float32(r.Min.X*z)+rim, float32(r.Min.Y*z)+rim), fyne.NewSize(float32(r.W()*z), float32(r.H()*z))
}

func (s *Sheet) mods() editor.Mods {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return board.Mods(d.CurrentKeyModifiers())
	}
	return s.keys
}

// MouseDown implements desktop.Mouseable.
func (s *Sheet) MouseDown(ev *desktop.MouseEvent) {
	s.l.o.Canvas.Focus(s)
	s.bubble.away()
	m := board.Mods(ev.Modifier)
	switch ev.Button {
	case desktop.MouseButtonPrimary:
		s.down = true
		s.l.m.Press(s.point(ev.Position), m.Ctrl || m.Shift)
	case desktop.MouseButtonSecondary:
		s.l.m.Point(s.point(ev.Position))
	}
	s.aim(ev.Position)
}

// MouseUp implements desktop.Mouseable.
func (s *Sheet) MouseUp(ev *desktop.MouseEvent) {
	if s.down && ev.Button == desktop.MouseButtonPrimary {
		s.release(ev.Position)
	}
}

// release ends a press. Where a drag ends beside everything that takes a button, DragEnd alone tells.
func (s *Sheet) release(at fyne.Position) {
	s.down = false
	s.l.m.Release(s.point(at))
	s.aim(at)
}

// Dragged implements fyne.Draggable.
func (s *Sheet) Dragged(ev *fyne.DragEvent) {
	if s.down {
		s.l.m.Move(s.point(ev.Position))
		s.bubble.at = ev.Position
		s.aim(ev.Position)
	}
}

// DragEnd implements fyne.Draggable. Fyne takes the focus away after a drag that ends elsewhere.
func (s *Sheet) DragEnd() {
	if s.down {
		s.release(s.bubble.at)
	}
	s.l.o.Canvas.Focus(s)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (s *Sheet) TappedSecondary(ev *fyne.PointEvent) { s.l.o.Menu(ev.AbsolutePosition) }

// MouseIn implements desktop.Hoverable.
func (s *Sheet) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (s *Sheet) MouseMoved(ev *desktop.MouseEvent) {
	if s.down {
		return
	}
	before, _ := s.l.m.Hovered()
	s.l.m.Move(s.point(ev.Position))
	s.aim(ev.Position)
	ref, over := s.l.m.Hovered()
	if ref != before {
		if s.bubble.away(); ref.ID != "" {
			s.bubble.soon(ref, over)
		}
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Sheet) MouseOut() {
	s.l.m.Leave()
	s.bubble.away()
}

// aim chooses the pointer.
func (s *Sheet) aim(at fyne.Position) {
	s.cursor = desktop.DefaultCursor
	if c := s.l.m.Plan().ChipAt(s.point(at)); c != nil || s.l.m.Dragging() {
		s.cursor = desktop.PointerCursor
	}
}

// Cursor implements desktop.Cursorable.
func (s *Sheet) Cursor() desktop.Cursor { return s.cursor }

// Scrolled implements fyne.Scrollable.
func (s *Sheet) Scrolled(ev *fyne.ScrollEvent) {
	by := 1
	if ev.Scrolled.DY > 0 {
		by = -1
	}
	s.bubble.away()
	s.l.m.Scroll(s.point(ev.Position), by)
}

// AcceptsTab implements fyne.Tabbable: Tab walks the cards.
func (s *Sheet) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (s *Sheet) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (s *Sheet) FocusLost() { s.keys = editor.Mods{} }

// TypedRune implements fyne.Focusable.
func (s *Sheet) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Sheet) TypedKey(ev *fyne.KeyEvent) {
	k, ok := board.Key(ev.Name)
	if !ok {
		return
	}
	s.bubble.away()
	m := s.mods()
	switch {
	case s.l.m.Key(k, m):
	case k == editor.KeyEscape: // nothing is being dragged: back to the map
		s.l.o.Close()
	default:
		s.l.o.Shortcut(k, m)
	}
}

// KeyDown implements desktop.Keyable.
func (s *Sheet) KeyDown(ev *fyne.KeyEvent) { s.held(ev.Name, true) }

// KeyUp implements desktop.Keyable.
func (s *Sheet) KeyUp(ev *fyne.KeyEvent) { s.held(ev.Name, false) }

func (s *Sheet) held(name fyne.KeyName, down bool) {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		s.keys.Shift = down
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		s.keys.Ctrl = down
	}
	s.l.o.Held(name, down)
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Sheet) AccessibilityLabel() string {
	return s.l.o.Words.T("matrix.title." + string(s.l.m.Kind()))
}

// AccessibilityRole implements fyne.Accessible.
func (s *Sheet) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{s: s, paper: canvas.NewRectangle(white), picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest},
		ghost: &canvas.Image{ScaleMode: canvas.ImageScaleFastest, Translucency: 0.12}}
	r.paper.CornerRadius = 8
	r.paper.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x38}, BlurRadius: 18, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	return r
}

var (
	white = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	wash  = color.NRGBA{R: 0x5B, G: 0x5B, B: 0xD6, A: 0x1c}
	faint = color.NRGBA{R: 0x5B, G: 0x5B, B: 0xD6, A: 0x70}
	veil  = color.NRGBA{R: 255, G: 255, B: 255, A: 0xb4}
)

type sheetRenderer struct {
	s       *Sheet
	paper   *canvas.Rectangle
	picture *canvas.Image
	rects   []*canvas.Rectangle
	used    int
	ghost   *canvas.Image
	count   *canvas.Text // of what goes along
	of      *sheet.Chip  // whose picture the ghost is
	objects []fyne.CanvasObject
	laid    fyne.Size // for which all stands where it does
}

func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 160) }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout puts all in its place. Fyne asks for it before it draws, whenever there is another object
// than in the picture before: were they made anew here, it would draw for ever.
func (r *sheetRenderer) Layout(size fyne.Size) {
	if size != r.laid {
		r.put()
	}
}

// Refresh paints the paper if it has changed and puts what moves over it.
func (r *sheetRenderer) Refresh() {
	r.put()
	canvas.Refresh(r.s)
}

func (r *sheetRenderer) put() {
	s := r.s
	size := s.Size()
	r.laid = size
	if size.Width < 2*rim+40 || size.Height < 2*rim+40 {
		return
	}
	plan := s.l.m.Plan()
	r.paint(plan)
	r.paper.Move(fyne.NewPos(rim, rim))
	r.paper.Resize(size.SubtractWidthHeight(2*rim, 2*rim))
	at, full := s.place(plan.Scene.Bounds)
	r.picture.Move(at)
	r.picture.Resize(full)
	r.objects = append(r.objects[:0], r.paper, r.picture)
	r.used = 0
	o := s.l.m.Overlay()
	for _, l := range o.Lifted {
		r.rect(l.Inset(-1), veil, color.NRGBA{}, 0)
	}
	if o.Target != nil {
		r.rect(*o.Target, wash, faint, 1.25)
	}
	if o.Hover != nil {
		r.rect(o.Hover.Inset(-1), color.NRGBA{}, faint, 1.25)
	}
	for _, sel := range o.Selected {
		r.rect(sel.Inset(-1), color.NRGBA{}, look.Accent, 2)
	}
	if o.Ghost != nil {
		r.lift(o.Ghost.Chip, o.Ghost.Rect, o.Ghost.Count)
	}
	r.objects = append(r.objects, s.bubble.objects()...)
}

// paint makes the picture anew if it shows something else.
func (r *sheetRenderer) paint(plan *sheet.Plan) {
	s := r.s
	device := s.l.o.Canvas.Scale()
	if plan == s.painted && device == s.scale {
		return
	}
	s.painted, s.scale, r.of = plan, device, nil
	r.picture.Image = raster.Image(plan.Scene, plan.Scene.Bounds, s.zoom()*float64(device), scene.RGB(0xFFFFFF))
	r.picture.Refresh()
}

// rect puts a rectangle about a place of the paper.
func (r *sheetRenderer) rect(at geom.Rect, fill, stroke color.Color, width float32) {
	if r.used == len(r.rects) {
		r.rects = append(r.rects, canvas.NewRectangle(color.Transparent))
	}
	c := r.rects[r.used]
	r.used++
	c.FillColor, c.StrokeColor, c.StrokeWidth, c.CornerRadius = fill, stroke, width, 7
	pos, size := r.s.place(at)
	c.Move(pos)
	c.Resize(size)
	c.Refresh()
	r.objects = append(r.objects, c)
}

// lift puts what is dragged under the pointer, and how many go along.
func (r *sheetRenderer) lift(chip sheet.Chip, at geom.Rect, n int) {
	const around = 5
	s := r.s
	if r.of == nil || *r.of != chip {
		r.of = &chip
		r.ghost.Image = raster.Image(alone(s.painted.Scene, chip), chip.Rect.Inset(-around), s.zoom()*float64(s.scale), scene.Color{})
		r.ghost.Refresh()
	}
	pos, size := s.place(at.Inset(-around))
	r.ghost.Move(pos)
	r.ghost.Resize(size)
	r.objects = append(r.objects, r.ghost)
	if n < 2 {
		return
	}
	if r.count == nil {
		r.count = canvas.NewText("", white)
		r.count.TextSize, r.count.FontSource = look.SmallSize, look.SemiBold
	}
	corner := geom.R(at.Max.X-8, at.Min.Y-8, 16, 16)
	r.rect(corner, look.Accent, color.NRGBA{}, 0)
	r.count.Text = strconv.Itoa(n)
	pos, size = s.place(corner)
	m := r.count.MinSize()
	r.count.Move(pos.AddXY((size.Width-m.Width)/2, (size.Height-m.Height)/2))
	r.count.Resize(m)
	r.count.Refresh()
	r.objects = append(r.objects, r.count)
}

// alone is a scene of one chip without what lies under it.
func alone(of *scene.Scene, chip sheet.Chip) *scene.Scene {
	s := &scene.Scene{Bounds: of.Bounds}
	for _, it := range of.Items {
		if it.From == chip.Ref && chip.Rect.Inset(-10).ContainsRect(it.Bounds) {
			s.Items = append(s.Items, it)
		}
	}
	s.Seal()
	return s
}
