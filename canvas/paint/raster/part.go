package raster

import (
	"image"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// PagePart paints the pixels px of a sheet of paper, scale pixels to a point, on white: what a window
// shows of it. Parts of one scale fit without a seam. The image has px's size and its origin at 0,0;
// one that would have more than MaxPixels has none. Safe for concurrent use.
func PagePart(page scene.Page, scale float64, px image.Rectangle) *image.RGBA {
	if px.Dx() <= 0 || px.Dy() <= 0 || px.Dx() > MaxPixels/px.Dy() {
		return image.NewRGBA(image.Rectangle{})
	}
	img := image.NewRGBA(px)
	inStrips(img, px, nil, geom.Transform{K: 1}, scene.RGB(0xFFFFFF))
	for _, win := range page.Windows() {
		view := geom.Transform{K: win.Place.K * scale, D: win.Place.D.Mul(scale)}
		if box, ok := cover(view.ApplyRect(win.View)); ok {
			inStrips(img, box.Intersect(px), win.Scene, view, scene.Color{})
		}
	}
	img.Rect = img.Rect.Sub(px.Min)
	return img
}
