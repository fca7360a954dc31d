package board

import (
	"image"
	"image/color"

	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// groundOf is the colour that most of a part of the scene has, seen through a view: what a text
// stands on.
func groundOf(s *scene.Scene, view geom.Transform, r geom.Rect) color.NRGBA {
	px := image.Rect(int(r.Min.X), int(r.Min.Y), int(r.Max.X)+1, int(r.Max.Y)+1)
	img := raster.Tile(s, view, px, scene.RGB(0xFFFFFF))
	count := map[color.RGBA]int{}
	most := color.RGBA{R: 255, G: 255, B: 255, A: 255}
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y += 2 {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x += 2 {
			c := img.RGBAAt(x, y)
			count[c]++
			if count[c] > count[most] {
				most = c
			}
		}
	}
	return color.NRGBA(most) // opaque: the tile has a ground
}

// mixed is a with the share t of b in it.
func mixed(a, b color.NRGBA, t float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return color.NRGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 255}
}
