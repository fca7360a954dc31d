package board

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// ghosts are pictures of what is being dragged, painted as it stands on the map: the same text, at
// the same size, broken at the same places. They are kept while they are dragged.
type ghosts struct {
	scene *scene.Scene
	view  geom.Transform
	have  map[journey.Ref]*ghost
}

type ghost struct {
	picture *canvas.Image
	size    image.Point
}

// ghostRim is how many pixels beyond its body a thing may paint: rims, badges.
const ghostRim = 3

// under remembers what the pictures are of. With another scene or zoom they are made anew.
func (g *ghosts) under(s *scene.Scene, view geom.Transform) {
	if g.scene != s || g.view.K != view.K {
		g.have = map[journey.Ref]*ghost{}
	}
	g.scene, g.view = s, view
}

// of is the picture of a thing; nil if it is not drawn.
func (g *ghosts) of(ref journey.Ref) *ghost {
	if p, ok := g.have[ref]; ok {
		return p
	}
	if g.scene == nil {
		return nil
	}
	body := g.scene.Find(ref, scene.PartBody)
	if body == nil {
		return nil
	}
	alone := &scene.Scene{Bounds: g.scene.Bounds}
	g.scene.Visible(body.Bounds, func(it *scene.Item) {
		if _, shadow := it.Mark.(*scene.Shadow); it.From == ref && !shadow {
			alone.Items = append(alone.Items, *it)
		}
	})
	alone.Seal()
	k := g.view.K
	size := image.Pt(int(math.Ceil(body.Bounds.W()*k))+2*ghostRim, int(math.Ceil(body.Bounds.H()*k))+2*ghostRim)
	view := geom.Transform{K: k, D: body.Bounds.Min.Mul(-k).Add(geom.Pt(ghostRim, ghostRim))}
	img := canvas.NewImageFromImage(raster.Tile(alone, view, image.Rectangle{Max: size}, scene.Color{}))
	img.ScaleMode = canvas.ImageScaleFastest
	img.FillMode = canvas.ImageFillStretch
	p := &ghost{img, size}
	g.have[ref] = p
	return p
}

// ghost draws a thing under the pointer; behind it, how many more go with it.
func (v *overlay) ghost(g editor.Ghost) {
	if g.Ref == (journey.Ref{}) {
		v.piece(g)
		return
	}
	lone := g.Kind == journey.KindCard
	corner := float32(v.ghosts.view.K / v.scale * cardCorner)
	if lone {
		for i := min(g.Count, 3) - 1; i >= 0; i-- {
			off := float64(i) * 4 * v.scale
			c := v.rect(g.Rect.Move(geom.Pt(off, off)), white, look.Light.Border, 1, corner)
			if i == 0 {
				c.Shadow = canvas.Shadow{Color: shade, BlurRadius: 14, Offset: fyne.NewPos(0, 6), Variant: canvas.DropShadow}
			}
			c.Refresh()
		}
	}
	if g.Kind == journey.KindLane || g.Kind == journey.KindStep { // these have no ground of their own
		c := v.rect(g.Rect.Inset(-2*v.scale), white, look.Light.Border, 1, corner)
		c.Shadow = canvas.Shadow{Color: shade, BlurRadius: 14, Offset: fyne.NewPos(0, 6), Variant: canvas.DropShadow}
		c.Refresh()
	}
	p := v.ghosts.of(g.Ref)
	if p == nil {
		return
	}
	at := geom.Pt(math.Round(g.Rect.Min.X)-ghostRim, math.Round(g.Rect.Min.Y)-ghostRim)
	p.picture.Move(v.pos(at))
	p.picture.Resize(fyne.NewSize(float32(float64(p.size.X)/v.scale), float32(float64(p.size.Y)/v.scale)))
	v.box.Objects = append(v.box.Objects, p.picture)
}

// piece draws what is not on the map yet as a plain tile with its title.
func (v *overlay) piece(g editor.Ghost) {
	c := v.rect(g.Rect, white, look.Accent, 1.5, 6)
	c.Shadow = canvas.Shadow{Color: shade, BlurRadius: 14, Offset: fyne.NewPos(0, 6), Variant: canvas.DropShadow}
	c.Refresh()
	const size = 12
	room := c.Size().Width - 16
	left := geom.Pt(g.Rect.Min.X, g.Rect.Center().Y)
	v.text(look.Shorten(g.Title, size, look.Medium, room), v.pos(left).AddXY(8, 0), ink, size)
}

// cardCorner is the corner of cards on the map, in points.
const cardCorner = 6
