package paper

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/editor"
	"jejak/app/editor/desk"
	"jejak/app/editor/present"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Pane shows a scene through a view to somebody who only looks. Beneath the tiles lies a small
// picture of the whole, so that a moving view never comes to where nothing is painted.
type Pane struct {
	do     func(func())
	box    *fyne.Container
	paper  *canvas.Rectangle
	whole  *canvas.Image
	back   *fyne.Container // of the tiles: those that are seen, and over them those to come
	shown  *Tiles
	coming *Tiles // nil: nothing is on its way
	paint  Paint
	veils  *fyne.Container
	sheets []*canvas.Rectangle // of the veils
	strips *Strips
	scene  *scene.Scene
	scale  float64
	view   editor.Viewport // shown last
}

// NewPane returns a pane that shows nothing. do runs a function on the goroutine of the window;
// nil is fyne.Do. A nil paint is PaintTile.
func NewPane(do func(func()), paint Paint) *Pane {
	if do == nil {
		do = fyne.Do
	}
	if paint == nil {
		paint = PaintTile
	}
	p := &Pane{do: do, paint: paint, paper: canvas.NewRectangle(white), back: container(), scale: 1, strips: NewStrips(do)}
	p.paper.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x60}, BlurRadius: 24, Offset: fyne.NewPos(0, 6), Variant: canvas.DropShadow}
	p.whole = &canvas.Image{ScaleMode: canvas.ImageScaleFastest}
	p.whole.Hide()
	p.shown = NewTiles(do, paint)
	p.back.Objects = []fyne.CanvasObject{p.shown.box}
	p.veils = container()
	p.box = &fyne.Container{Objects: []fyne.CanvasObject{p.paper, p.whole, p.back, p.strips.box, p.veils}}
	return p
}

// Object is what goes into a window.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// wholePixels bounds the small picture of the whole.
const wholePixels = 3_000_000

// SetScene shows another scene, which must not be nil.
func (p *Pane) SetScene(s *scene.Scene) {
	p.scene = s
	k := math.Min(1.5, math.Sqrt(wholePixels/math.Max(1, s.Bounds.W()*s.Bounds.H())))
	go func() {
		img := p.paint(s, k, 0, 0, int(math.Ceil(s.Bounds.W()*k)), int(math.Ceil(s.Bounds.H()*k)))
		p.do(func() {
			if p.scene == s {
				p.whole.Image = img
				p.whole.Show()
				p.whole.Refresh()
			}
		})
	}()
	p.strips.Painted = func() { p.strips.Show(p.scene, p.view, p.scale) }
}

// Aim begins to paint what a view shows, while another one is still Glided through.
func (p *Pane) Aim(v editor.Viewport, scale float64) {
	p.drop()
	p.coming = NewTiles(p.do, p.paint)
	p.coming.Show(p.scene, v.Transform, v.Size, scale)
}

// drop forgets tiles that are on their way.
func (p *Pane) drop() {
	if p.coming != nil {
		p.coming.Show(nil, geom.Transform{K: 1}, geom.Size{}, 1)
		p.back.Remove(p.coming.box)
		p.coming = nil
	}
}

// Glide shows a view on the way to another with what is painted already.
func (p *Pane) Glide(v editor.Viewport, scale float64) {
	p.shown.glide(v.Transform, v.Size, scale)
	p.place(v, scale)
}

// Show shows a view, and paints what it needs.
func (p *Pane) Show(v editor.Viewport, scale float64) {
	if p.coming != nil && p.coming.view.K == v.Transform.K {
		old := p.shown
		p.shown, p.coming = p.coming, nil
		p.shown.Show(p.scene, v.Transform, v.Size, scale)
		p.back.Objects = []fyne.CanvasObject{p.shown.box}
		if !p.shown.Settled() { // what there is stays beneath until all of it is sharp
			old.glide(v.Transform, v.Size, scale)
			p.back.Objects = []fyne.CanvasObject{old.box, p.shown.box}
			p.shown.OnSwap = func() {
				p.back.Objects = []fyne.CanvasObject{p.shown.box}
				canvas.Refresh(p.box)
			}
		}
	} else {
		p.drop()
		p.shown.Show(p.scene, v.Transform, v.Size, scale)
	}
	p.place(v, scale)
}

// place puts what lies under and over the tiles.
func (p *Pane) place(v editor.Viewport, scale float64) {
	p.scale, p.view = scale, v
	at := v.Transform.ApplyRect(p.scene.Bounds)
	at = at.Move(geom.Pt(math.Round(at.Min.X), math.Round(at.Min.Y)).Sub(at.Min))
	p.rect(p.paper, at)
	p.rect(p.whole, at)
	p.strips.Show(p.scene, v, scale)
	canvas.Refresh(p.box)
}

// Veil fades the paper but for what is clear; strength 0 is not at all.
func (p *Pane) Veil(v editor.Viewport, clear present.Clear, strength float64) {
	c := color.NRGBA{R: 255, G: 255, B: 255, A: uint8(math.Round(255 * 0.84 * math.Max(0, math.Min(strength, 1))))}
	var list []geom.Rect
	if c.A > 0 {
		list = around(v.Transform.ApplyRect(p.scene.Bounds).Intersect(geom.R(0, 0, v.Size.W, v.Size.H)), seenClear(p.scene, v, clear))
	}
	p.veils.Objects = p.veils.Objects[:0]
	for i, r := range list {
		if i == len(p.sheets) {
			p.sheets = append(p.sheets, canvas.NewRectangle(c))
		}
		p.sheets[i].FillColor = c
		p.rect(p.sheets[i], geom.Rect{Min: rounded(r.Min), Max: rounded(r.Max)}) // sheets that met within a pixel would show a seam
		p.veils.Objects = append(p.veils.Objects, p.sheets[i])
	}
	canvas.Refresh(p.veils)
}

func rounded(p geom.Point) geom.Point { return geom.Pt(math.Round(p.X), math.Round(p.Y)) }

// seenClear is where what is clear is seen, in view pixels: labels and headers where their strips
// are, and the rest clear of these.
func seenClear(s *scene.Scene, v editor.Viewport, c present.Clear) []geom.Rect {
	st := desk.StripsOf(s, v)
	left, top := st.Insets()
	at := func(k journey.Kind, r geom.Rect) geom.Rect {
		if st.Holds(k) {
			return st.Frame(k, r)
		}
		return v.Transform.ApplyRect(r).Intersect(geom.Rect{Min: geom.Pt(left, top), Max: geom.Pt(v.Size.W, v.Size.H)})
	}
	return []geom.Rect{at(journey.KindCard, c.Frame), at(journey.KindLane, c.Labels), at(journey.KindStage, c.Header)}
}

// around covers r but for the holes with rectangles that do not overlap.
func around(r geom.Rect, holes []geom.Rect) []geom.Rect {
	xs, ys := []float64{r.Min.X, r.Max.X}, []float64{r.Min.Y, r.Max.Y}
	for i, h := range holes {
		h = h.Intersect(r)
		holes[i] = h
		if !h.Empty() {
			xs, ys = append(xs, h.Min.X, h.Max.X), append(ys, h.Min.Y, h.Max.Y)
		}
	}
	slices.Sort(xs)
	slices.Sort(ys)
	xs, ys = slices.Compact(xs), slices.Compact(ys)
	var list []geom.Rect
	for j := range len(ys) - 1 {
		open := false // the last rectangle of the row goes on
		for i := range len(xs) - 1 {
			cell := geom.Rect{Min: geom.Pt(xs[i], ys[j]), Max: geom.Pt(xs[i+1], ys[j+1])}
			switch {
			case slices.ContainsFunc(holes, func(h geom.Rect) bool { return h.Contains(cell.Center()) }):
				open = false
			case open:
				list[len(list)-1].Max.X = cell.Max.X
			default:
				list, open = append(list, cell), true
			}
		}
	}
	return list
}

// Settled reports whether all that is in view is sharp.
func (p *Pane) Settled() bool { return p.coming == nil && p.shown.Settled() && p.strips.Settled() }

func (p *Pane) rect(o fyne.CanvasObject, r geom.Rect) {
	o.Move(fyne.NewPos(float32(r.Min.X/p.scale), float32(r.Min.Y/p.scale)))
	o.Resize(fyne.NewSize(float32(r.W()/p.scale), float32(r.H()/p.scale)))
}

// Scale is how many device pixels a unit of Fyne has on a canvas.
func Scale(c fyne.Canvas) float64 {
	const far = 4096
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0))
	if x <= 0 {
		return 1
	}
	return float64(x) / far
}
