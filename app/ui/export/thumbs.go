package export

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/app/ui/paper"
	"jejak/canvas/scene"
)

// thumbs is the strip of all pages, small and one below the other. It holds objects only for those
// that are seen, for there may be a thousand.
type thumbs struct {
	widget.BaseWidget
	canvas fyne.Canvas
	paint  func(i int, pg scene.Page, scale float64, then func(*image.RGBA))
	choose func(i int)

	pages   []scene.Page
	images  map[int]*image.RGBA
	at      int
	hovered int // −1: none
	offset  float32
}

// The measures of the strip, in units of Fyne.
const (
	thumbsWidth = 124
	thumbRoom   = 92 // the largest side of a page
	thumbGap    = 30 // from page to page, with the number
	thumbPad    = 14
)

func newThumbs(c fyne.Canvas, paint func(int, scene.Page, float64, func(*image.RGBA)), choose func(int)) *thumbs {
	t := &thumbs{canvas: c, paint: paint, choose: choose, images: map[int]*image.RGBA{}, hovered: -1}
	t.ExtendBaseWidget(t)
	return t
}

// set shows pages. The pictures of the old ones go.
func (t *thumbs) set(pages []scene.Page) {
	t.pages, t.images = pages, map[int]*image.RGBA{}
	t.at = min(t.at, max(len(pages)-1, 0))
	t.scroll(0)
}

// show marks the page that is looked at and brings it into sight.
func (t *thumbs) show(i int) {
	t.at = i
	y := float32(thumbPad) + float32(i)*t.step()
	if over := t.offset - y + thumbPad; over > 0 {
		t.offset -= over
	}
	if under := y + t.step() - t.offset - t.Size().Height; under > 0 {
		t.offset += under
	}
	t.scroll(0)
}

// unit is how many units of Fyne a point takes: the same for all pages, so that they compare.
func (t *thumbs) unit() float64 {
	most := 1.0
	for i := range t.pages {
		most = math.Max(most, math.Max(t.pages[i].Size.W, t.pages[i].Size.H))
	}
	return thumbRoom / most
}

// step is how far it is from page to page.
func (t *thumbs) step() float32 {
	high := 0.0
	for i := range t.pages {
		high = math.Max(high, t.pages[i].Size.H)
	}
	return float32(high*t.unit()) + thumbGap
}

func (t *thumbs) scroll(by float32) {
	all := float32(len(t.pages))*t.step() + thumbPad
	t.offset = max(0, min(t.offset+by, all-t.Size().Height))
	t.Refresh()
}

// pageAt is the page at a place; −1: none.
func (t *thumbs) pageAt(p fyne.Position) int {
	i := int((p.Y + t.offset - thumbPad/2) / t.step())
	if len(t.pages) == 0 || i < 0 || i >= len(t.pages) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (t *thumbs) Tapped(ev *fyne.PointEvent) {
	if i := t.pageAt(ev.Position); i >= 0 {
		t.choose(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *thumbs) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (t *thumbs) MouseMoved(ev *desktop.MouseEvent) {
	if i := t.pageAt(ev.Position); i != t.hovered {
		t.hovered = i
		t.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (t *thumbs) MouseOut() { t.hovered = -1; t.Refresh() }

// Scrolled implements fyne.Scrollable.
func (t *thumbs) Scrolled(ev *fyne.ScrollEvent) { t.scroll(-2 * ev.Scrolled.DY) }

// Resize implements fyne.CanvasObject.
func (t *thumbs) Resize(s fyne.Size) {
	if s != t.Size() {
		t.BaseWidget.Resize(s)
		t.scroll(0)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *thumbs) CreateRenderer() fyne.WidgetRenderer {
	r := &thumbsRenderer{t: t, bar: canvas.NewRectangle(color.Transparent)}
	r.bar.CornerRadius = 2
	r.Refresh()
	return r
}

type thumbsRenderer struct {
	t       *thumbs
	bar     *canvas.Rectangle // how far down
	objects []fyne.CanvasObject
}

func (r *thumbsRenderer) Destroy()                     {}
func (r *thumbsRenderer) Layout(fyne.Size)             {}
func (r *thumbsRenderer) MinSize() fyne.Size           { return fyne.NewSize(thumbsWidth, 100) }
func (r *thumbsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *thumbsRenderer) Refresh() {
	t, now := r.t, look.Now()
	size := t.Size()
	r.objects = r.objects[:0]
	step, u, k := t.step(), t.unit(), paper.Scale(t.canvas)
	first := max(0, int((t.offset-thumbPad)/step))
	for i := first; i < len(t.pages); i++ {
		top := thumbPad + float32(i)*step - t.offset
		if top > size.Height {
			break
		}
		w, h := float32(t.pages[i].Size.W*u), float32(t.pages[i].Size.H*u)
		at := fyne.NewPos((thumbsWidth-w)/2, top+step-thumbGap-h)
		sheet := canvas.NewRectangle(color.White)
		sheet.StrokeColor, sheet.StrokeWidth = now.Border, 1
		ink, face := now.Second, look.Regular
		switch {
		case i == t.at:
			sheet.StrokeColor, sheet.StrokeWidth = now.AccentInk, 2
			ink, face = now.AccentInk, look.SemiBold
		case i == t.hovered:
			sheet.StrokeColor = now.Second
		}
		out := sheet.StrokeWidth
		sheet.Move(at.SubtractXY(out, out))
		sheet.Resize(fyne.NewSize(w+2*out, h+2*out))
		r.objects = append(r.objects, sheet)
		if img := t.images[i]; img != nil {
			pic := canvas.NewImageFromImage(img)
			pic.ScaleMode, pic.FillMode = canvas.ImageScaleFastest, canvas.ImageFillStretch
			pic.Move(at)
			pic.Resize(fyne.NewSize(w, h))
			r.objects = append(r.objects, pic)
		} else {
			pages := t.pages
			t.paint(i, t.pages[i], u*k, func(img *image.RGBA) {
				if len(pages) == len(t.pages) && &pages[0] == &t.pages[0] {
					t.images[i] = img
					t.Refresh()
				}
			})
		}
		number := canvas.NewText(strconv.Itoa(i+1), ink)
		number.TextSize, number.FontSource = look.SmallSize, face
		m := number.MinSize()
		number.Move(fyne.NewPos((thumbsWidth-m.Width)/2, top+step-thumbGap+5))
		number.Resize(m)
		r.objects = append(r.objects, number)
	}
	if all := float32(len(t.pages))*step + thumbPad; all > size.Height && size.Height > 0 {
		r.bar.FillColor = now.Border
		r.bar.Move(fyne.NewPos(thumbsWidth-7, t.offset/all*size.Height))
		r.bar.Resize(fyne.NewSize(4, max(16, size.Height/all*size.Height)))
		r.objects = append(r.objects, r.bar)
	}
	canvas.Refresh(t)
}
