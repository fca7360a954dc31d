package export

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/app/ui/paper"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// preview is one page on a calm ground, as large as there is room for, or larger and moved about.
type preview struct {
	widget.BaseWidget
	canvas fyne.Canvas
	paint  func(pg scene.Page, scale float64, px image.Rectangle, then func(*image.RGBA))
	turn   func(by int) // shows another page
	zoomed func()       // told when the size has changed

	page  scene.Page
	shown bool    // there is a page
	zoom  float64 // over what has room; 1: all of it
	mid   geom.Point
	// what of the page was painted last, in its points
	img  *image.RGBA
	part geom.Rect
}

const (
	rim      = 26  // around the page, in units of Fyne
	mostZoom = 16  // times what has room
	mostUnit = 8.0 // units of Fyne to a point
)

func newPreview(c fyne.Canvas, paint func(scene.Page, float64, image.Rectangle, func(*image.RGBA)), turn func(int), zoomed func()) *preview {
	p := &preview{canvas: c, paint: paint, turn: turn, zoomed: zoomed, zoom: 1}
	p.ExtendBaseWidget(p)
	return p
}

// set shows a page. Another page of the same size is looked at in the same place.
func (p *preview) set(pg scene.Page) {
	if !p.shown || pg.Size != p.page.Size {
		p.zoom = 1
		p.mid = geom.Pt(pg.Size.W/2, pg.Size.H/2)
	}
	p.page, p.shown = pg, true
	p.img = nil
	p.repaint()
	p.zoomed()
}

// clear shows no page.
func (p *preview) clear() {
	p.shown, p.img = false, nil
	p.Refresh()
	p.zoomed()
}

// fit is how many units of Fyne a point takes where all of the page is seen.
func (p *preview) fit() float64 {
	s := p.Size()
	w, h := float64(s.Width)-2*rim, float64(s.Height)-2*rim
	if !p.shown || w <= 0 || h <= 0 {
		return 1
	}
	return math.Min(math.Min(w/p.page.Size.W, h/p.page.Size.H), 2)
}

// unit is how many units of Fyne a point takes now.
func (p *preview) unit() float64 {
	fit := p.fit()
	return math.Min(fit*p.zoom, math.Max(mostUnit, fit))
}

// origin is where the page begins, on whole pixels.
func (p *preview) origin() geom.Point {
	k := paper.Scale(p.canvas)
	u, s := p.unit(), p.Size()
	along := func(size, room, mid float64) float64 {
		at := (room - size) / 2
		if size > room-2*rim {
			at = math.Max(math.Min(room/2-mid, rim), room-rim-size)
		}
		return math.Round(at*k) / k
	}
	return geom.Pt(along(p.page.Size.W*u, float64(s.Width), p.mid.X*u), along(p.page.Size.H*u, float64(s.Height), p.mid.Y*u))
}

// percent is how large the page is seen, 100 being its size on paper at 96 dots per inch.
func (p *preview) percent() int { return int(math.Round(p.unit() * 72 / 96 * 100)) }

// fits reports whether all of the page is seen.
func (p *preview) fits() bool { return p.zoom == 1 }

// zoomTo changes the size; at, in units of Fyne, stays where it is.
func (p *preview) zoomTo(zoom float64, at geom.Point) {
	if !p.shown {
		return
	}
	o, u := p.origin(), p.unit()
	under := at.Sub(o).Mul(1 / u)
	p.zoom = math.Max(1, math.Min(zoom, mostZoom))
	if p.zoom < 1.02 {
		p.zoom = 1
	}
	s := p.Size()
	p.mid = under.Sub(at.Sub(geom.Pt(float64(s.Width)/2, float64(s.Height)/2)).Mul(1 / p.unit()))
	p.within()
	p.repaint()
	p.zoomed()
}

// middle is the middle of the view.
func (p *preview) middle() geom.Point {
	return geom.Pt(float64(p.Size().Width)/2, float64(p.Size().Height)/2)
}

// within keeps the middle of the view on the page.
func (p *preview) within() {
	u, s := p.unit(), p.Size()
	keep := func(v, size, room float64) float64 {
		half := (room/2 - rim) / u
		if 2*half >= size {
			return size / 2
		}
		return math.Max(half, math.Min(v, size-half))
	}
	p.mid = geom.Pt(keep(p.mid.X, p.page.Size.W, float64(s.Width)), keep(p.mid.Y, p.page.Size.H, float64(s.Height)))
}

// pan moves the page by units of Fyne; false: there is nothing to move that way.
func (p *preview) pan(dx, dy float64) bool {
	before := p.mid
	u := p.unit()
	p.mid = p.mid.Sub(geom.Pt(dx/u, dy/u))
	p.within()
	if p.mid == before {
		return false
	}
	p.repaint()
	return true
}

// repaint has what is seen of the page painted sharp. What was painted before is shown until then.
func (p *preview) repaint() {
	p.Refresh()
	s := p.Size()
	if !p.shown || s.Width < 2 || s.Height < 2 {
		return
	}
	k := paper.Scale(p.canvas)
	scale, o := p.unit()*k, p.origin()
	seen := geom.R(-o.X*k, -o.Y*k, float64(s.Width)*k, float64(s.Height)*k).
		Intersect(geom.R(0, 0, math.Ceil(p.page.Size.W*scale), math.Ceil(p.page.Size.H*scale)))
	if seen.Empty() {
		return
	}
	px := image.Rect(int(math.Floor(seen.Min.X)), int(math.Floor(seen.Min.Y)), int(math.Ceil(seen.Max.X)), int(math.Ceil(seen.Max.Y)))
	p.paint(p.page, scale, px, func(img *image.RGBA) {
		p.img = img
		p.part = geom.R(float64(px.Min.X)/scale, float64(px.Min.Y)/scale, float64(px.Dx())/scale, float64(px.Dy())/scale)
		p.Refresh()
	})
}

// Resize implements fyne.CanvasObject.
func (p *preview) Resize(s fyne.Size) {
	if s == p.Size() {
		return
	}
	p.BaseWidget.Resize(s)
	if p.shown {
		p.within()
		p.repaint()
		p.zoomed()
	}
}

// Scrolled implements fyne.Scrollable: the wheel moves the page, or turns it where all of it is seen;
// with Ctrl it changes the size.
func (p *preview) Scrolled(ev *fyne.ScrollEvent) {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		p.zoomTo(p.zoom*math.Pow(1.0075, float64(ev.Scrolled.DY)), geom.Pt(float64(ev.Position.X), float64(ev.Position.Y)))
		return
	}
	if !p.shown || p.pan(float64(ev.Scrolled.DX)*2, float64(ev.Scrolled.DY)*2) {
		return
	}
	switch {
	case ev.Scrolled.DY < 0:
		p.turn(1)
	case ev.Scrolled.DY > 0:
		p.turn(-1)
	}
}

// Dragged implements fyne.Draggable.
func (p *preview) Dragged(ev *fyne.DragEvent) { p.pan(float64(ev.Dragged.DX), float64(ev.Dragged.DY)) }

// DragEnd implements fyne.Draggable.
func (p *preview) DragEnd() {}

// DoubleTapped implements fyne.DoubleTappable: near, and back.
func (p *preview) DoubleTapped(ev *fyne.PointEvent) {
	at := geom.Pt(float64(ev.Position.X), float64(ev.Position.Y))
	if p.fits() {
		p.zoomTo(3, at)
	} else {
		p.zoomTo(1, at)
	}
}

// Cursor implements desktop.Cursorable.
func (p *preview) Cursor() desktop.Cursor {
	if p.fits() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer implements fyne.Widget.
func (p *preview) CreateRenderer() fyne.WidgetRenderer {
	r := &previewRenderer{p: p, ground: canvas.NewRectangle(color.Transparent), sheet: canvas.NewRectangle(color.White), img: canvas.NewImageFromImage(nil)}
	r.img.ScaleMode, r.img.FillMode = canvas.ImageScaleFastest, canvas.ImageFillStretch
	r.sheet.Shadow = canvas.Shadow{BlurRadius: 14, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	r.Refresh()
	return r
}

type previewRenderer struct {
	p             *preview
	ground, sheet *canvas.Rectangle
	img           *canvas.Image
}

func (r *previewRenderer) Destroy()           {}
func (r *previewRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 140) }

func (r *previewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.sheet, r.img}
}

func (r *previewRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.sheet.Hidden, r.img.Hidden = !r.p.shown, !r.p.shown || r.p.img == nil
	if !r.p.shown {
		return
	}
	p := r.p
	o, u := p.origin(), p.unit()
	place := func(obj fyne.CanvasObject, part geom.Rect) {
		obj.Move(fyne.NewPos(float32(o.X+part.Min.X*u), float32(o.Y+part.Min.Y*u)))
		obj.Resize(fyne.NewSize(float32(part.W()*u), float32(part.H()*u)))
	}
	place(r.sheet, geom.R(0, 0, p.page.Size.W, p.page.Size.H))
	place(r.img, p.part)
}

func (r *previewRenderer) Refresh() {
	t := look.Now()
	r.ground.FillColor = t.Desk
	r.sheet.Shadow.Color = t.Shadow
	if r.p.img != nil && r.img.Image != image.Image(r.p.img) {
		r.img.Image = r.p.img
		r.img.Refresh()
	}
	r.Layout(r.p.Size())
	r.ground.Refresh()
	r.sheet.Refresh()
	canvas.Refresh(r.p)
}
