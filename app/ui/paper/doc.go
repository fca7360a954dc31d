// Package paper shows a scene through a view: in tiles that are painted on other goroutines, with
// stage headers and lane labels at the rim where the map's own are scrolled out.
//
// All of it belongs to the goroutine of the window; only painting is done elsewhere.
package paper

import (
	"image/color"

	"fyne.io/fyne/v2"

	"jejak/canvas/scene"
)

var white = color.NRGBA{R: 255, G: 255, B: 255, A: 255}

func nrgba(c scene.Color) color.NRGBA {
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(c.A*255 + 0.5)}
}

func container() *fyne.Container { return &fyne.Container{} }
