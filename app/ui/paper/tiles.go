package paper

import (
	"bytes"
	"image"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// side is the edge of a tile in device pixels.
const side = 256

// keep is how many tiles beyond the visible ones stay in memory on every side.
const keep = 2

// tileAt names a tile by its column and row.
type tileAt struct{ x, y int }

// level is the paper painted at one magnification from one scene.
type level struct {
	scene *scene.Scene
	k     float64 // device pixels per point
	box   *fyne.Container
	tiles map[tileAt]*tile
}

type tile struct {
	at      tileAt
	w, h    int // device pixels; less than side at the right and lower rim
	view    *canvas.Image
	pixels  *image.RGBA // nil until painted
	queued  bool
	visible bool
}

// paper is the size of the sheet in pixels at this level.
func (l *level) paper() (w, h int) {
	return int(math.Ceil(l.scene.Bounds.W()*l.k - 1e-6)), int(math.Ceil(l.scene.Bounds.H()*l.k - 1e-6))
}

// Tiles shows one scene through one view. While sharp tiles are being painted it goes on showing
// what it had, moved and scaled.
type Tiles struct {
	box    *fyne.Container // holds the boxes of both levels
	shown  *level          // what is on the screen
	next   *level          // what is being painted; nil: nothing
	view   geom.Transform  // scene to device pixels
	size   geom.Size       // device pixels
	scale  float64         // device pixels per unit of Fyne
	crew   *crew
	OnSwap func() // after sharp tiles replaced others; may be nil
}

// newTiles returns tiles that show nothing. do runs a function on the goroutine of the window.
func NewTiles(do func(func()), paint Paint) *Tiles {
	t := &Tiles{box: container(), scale: 1, view: geom.Transform{K: 1}}
	t.crew = newCrew(do, paint, t.painted)
	return t
}

// Box is what goes into a window.
func (t *Tiles) Box() fyne.CanvasObject { return t.box }

// Origin is where in the box the corner of the paper is.
func (t *Tiles) Origin() fyne.Position { return t.units(t.view.D) }

// Show sets what is to be seen. Moving costs the move of a container; a new magnification scales
// the tiles there are; a new scene changes nothing until it is painted.
func (t *Tiles) Show(s *scene.Scene, view geom.Transform, size geom.Size, scale float64) {
	view.D = geom.Pt(math.Round(view.D.X), math.Round(view.D.Y))
	rescaled := view.K != t.view.K || scale != t.scale
	t.view, t.size, t.scale = view, size, scale
	if s == nil {
		t.drop(&t.next)
		t.drop(&t.shown)
		canvas.Refresh(t.box)
		return
	}
	if t.shown != nil && t.shown.scene.MapID != s.MapID {
		t.drop(&t.shown) // another map: its picture must not be taken for this one
	}
	switch {
	case t.shown != nil && t.shown.scene == s && t.shown.k == view.K:
		t.drop(&t.next)
	case t.next != nil && t.next.scene == s && t.next.k == view.K:
	default:
		t.drop(&t.next)
		t.halt(t.shown)
		t.next = &level{scene: s, k: view.K, box: container(), tiles: map[tileAt]*tile{}}
	}
	if t.shown != nil {
		t.place(t.shown, rescaled)
	}
	t.want()
}

// glide moves and scales what there is, and paints nothing: for a view that is on its way elsewhere.
func (t *Tiles) glide(view geom.Transform, size geom.Size, scale float64) {
	view.D = geom.Pt(math.Round(view.D.X), math.Round(view.D.Y))
	rescaled := view.K != t.view.K || scale != t.scale
	t.view, t.size, t.scale = view, size, scale
	t.drop(&t.next)
	t.halt(t.shown)
	if t.shown != nil {
		t.place(t.shown, rescaled)
	}
}

// drop forgets a level and stops painting it.
func (t *Tiles) drop(l **level) {
	if *l == nil {
		return
	}
	t.crew.forget(*l)
	t.box.Remove((*l).box)
	*l = nil
}

// halt stops painting a level that goes on being shown for a while: the next one needs the crew.
func (t *Tiles) halt(l *level) {
	if l == nil {
		return
	}
	t.crew.forget(l)
	for at, tl := range l.tiles {
		if tl.pixels == nil {
			delete(l.tiles, at) // asked for again if this level should be wanted again
		}
	}
}

// place puts the box of a level, and its tiles when they are scaled.
func (t *Tiles) place(l *level, rescaled bool) {
	l.box.Move(t.units(t.view.D))
	if !rescaled {
		return
	}
	t.shed(l, 0) // what can not be seen is not worth a texture upload
	for _, tl := range l.tiles {
		t.put(l, tl)
	}
}

// put places one tile in its box. Edges are rounded alike for neighbours, so no seam opens.
func (t *Tiles) put(l *level, tl *tile) {
	f := t.view.K / l.k
	at := func(px int) float64 { return math.Round(float64(px) * f) }
	x0, y0 := at(tl.at.x*side), at(tl.at.y*side)
	x1, y1 := at(tl.at.x*side+tl.w), at(tl.at.y*side+tl.h)
	tl.view.Move(t.units(geom.Pt(x0, y0)))
	tl.view.Resize(fyne.NewSize(float32((x1-x0)/t.scale), float32((y1-y0)/t.scale)))
}

func (t *Tiles) units(px geom.Point) fyne.Position {
	return fyne.NewPos(float32(px.X/t.scale), float32(px.Y/t.scale))
}

// span returns the tiles of l that lie in view, and margin more on every side, as half-open ranges.
func (t *Tiles) span(l *level, margin int) (x0, y0, x1, y1 int) {
	w, h := l.paper()
	step := side * t.view.K / l.k
	clamp := func(v float64, n int) int { return int(math.Max(0, math.Min(v, float64(n)))) }
	cols, rows := (w+side-1)/side, (h+side-1)/side
	m := float64(margin)
	return clamp(math.Floor(-t.view.D.X/step)-m, cols), clamp(math.Floor(-t.view.D.Y/step)-m, rows),
		clamp(math.Ceil((t.size.W-t.view.D.X)/step)+m, cols), clamp(math.Ceil((t.size.H-t.view.D.Y)/step)+m, rows)
}

// want asks for the tiles that are not painted yet, those in view first.
func (t *Tiles) want() {
	l := t.next
	if l == nil {
		l = t.shown
	}
	if l == nil || t.size.W <= 0 || t.size.H <= 0 {
		return
	}
	vx0, vy0, vx1, vy1 := t.span(l, 0)
	x0, y0, x1, y1 := t.span(l, 1)
	w, h := l.paper()
	var near, far []*tile
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			tl := l.tiles[tileAt{x, y}]
			if tl == nil {
				tl = &tile{at: tileAt{x, y}, w: min(side, w-x*side), h: min(side, h-y*side)}
				l.tiles[tl.at] = tl
			}
			tl.visible = x >= vx0 && x < vx1 && y >= vy0 && y < vy1
			if tl.pixels != nil || tl.queued {
				continue
			}
			tl.queued = true
			if tl.visible {
				near = append(near, tl)
			} else {
				far = append(far, tl)
			}
		}
	}
	t.shed(l, keep)
	if len(near)+len(far) > 0 {
		t.crew.add(l, near, far)
	}
	t.swap()
}

// shed forgets tiles farther than margin from the view.
func (t *Tiles) shed(l *level, margin int) {
	x0, y0, x1, y1 := t.span(l, margin)
	for at, tl := range l.tiles {
		if at.x >= x0 && at.x < x1 && at.y >= y0 && at.y < y1 {
			continue
		}
		if tl.view != nil {
			l.box.Remove(tl.view)
		}
		delete(l.tiles, at)
	}
}

// painted takes tiles from the crew, on the goroutine of the window.
func (t *Tiles) painted(done []finished) {
	for _, d := range done {
		if d.level != t.shown && d.level != t.next {
			continue
		}
		tl := d.level.tiles[d.at]
		if tl == nil || tl.pixels != nil {
			continue
		}
		tl.pixels, tl.queued = d.pixels, false
		if d.level == t.shown {
			t.show(d.level, tl)
		}
	}
	// Not Container.Refresh: that would upload every texture again.
	canvas.Refresh(t.box)
	t.swap()
}

// show puts a painted tile on the screen.
func (t *Tiles) show(l *level, tl *tile) {
	if tl.view == nil {
		tl.view = &canvas.Image{Image: tl.pixels, ScaleMode: canvas.ImageScaleFastest}
	}
	t.put(l, tl)
	l.box.Add(tl.view)
}

// swap puts the next level on the screen once all of it that is in view is painted. Tiles that
// look the same as before keep their texture.
func (t *Tiles) swap() {
	l := t.next
	if l == nil {
		return
	}
	x0, y0, x1, y1 := t.span(l, 0)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if tl := l.tiles[tileAt{x, y}]; tl == nil || tl.pixels == nil {
				return
			}
		}
	}
	old := t.shown
	for at, tl := range l.tiles {
		if tl.pixels == nil {
			continue
		}
		if old != nil && old.k == l.k {
			if was := old.tiles[at]; was != nil && was.view != nil && same(was.pixels, tl.pixels) {
				tl.view, tl.pixels = was.view, was.pixels
			}
		}
		if tl.view == nil {
			tl.view = &canvas.Image{Image: tl.pixels, ScaleMode: canvas.ImageScaleFastest}
		}
		t.put(l, tl)
		l.box.Objects = append(l.box.Objects, tl.view)
	}
	l.box.Move(t.units(t.view.D))
	t.crew.forget(old)
	t.shown, t.next = l, nil
	t.box.Objects = []fyne.CanvasObject{l.box}
	canvas.Refresh(t.box)
	if t.OnSwap != nil {
		t.OnSwap()
	}
}

func same(a, b *image.RGBA) bool {
	return a != nil && a.Rect == b.Rect && bytes.Equal(a.Pix, b.Pix)
}

// Settled reports whether all that is in view is sharp and current.
func (t *Tiles) Settled() bool {
	if t.shown == nil || t.next != nil {
		return false
	}
	x0, y0, x1, y1 := t.span(t.shown, 0)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if tl := t.shown.tiles[tileAt{x, y}]; tl == nil || tl.pixels == nil {
				return false
			}
		}
	}
	return true
}

// Seen is what is shown, put together in device pixels of the view; nil if nothing is.
func (t *Tiles) Seen() *image.RGBA {
	if t.shown == nil {
		return nil
	}
	img := image.NewRGBA(image.Rect(0, 0, int(t.size.W), int(t.size.H)))
	for _, tl := range t.shown.tiles {
		if tl.pixels == nil || tl.view == nil {
			continue
		}
		at := t.shown.box.Position().Add(tl.view.Position())
		px := image.Pt(int(math.Round(float64(at.X)*t.scale)), int(math.Round(float64(at.Y)*t.scale)))
		draw.Draw(img, tl.pixels.Rect.Add(px), tl.pixels, tl.pixels.Rect.Min, draw.Src)
	}
	return img
}
