package raster

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// PagePart paints the pixels px of a sheet of paper, scale pixels to a point, on white: what a window
// shows of it. Parts of one scale fit without a seam. The image has px's size and its origin at 0,0;
// one that would have more than MaxPixels has none. Safe for concurrent use.
func PagePart(page scene.Page, scale float64, px image.Rectangle) *image.RGBA {
	return pagePart(page, scale, px, scene.RGB(0xFFFFFF))
}

func pagePart(page scene.Page, scale float64, px image.Rectangle, bg scene.Color) *image.RGBA {
	if px.Dx() <= 0 || px.Dy() <= 0 || px.Dx() > MaxPixels/px.Dy() {
		return image.NewRGBA(image.Rectangle{})
	}
	img := image.NewRGBA(px)
	inStrips(img, px, nil, geom.Transform{K: 1}, bg)
	for _, win := range page.Windows() {
		view := geom.Transform{K: win.Place.K * scale, D: win.Place.D.Mul(scale)}
		if box, ok := cover(view.ApplyRect(win.View)); ok {
			inStrips(img, box.Intersect(px), win.Scene, view, scene.Color{})
		}
	}
	img.Rect = img.Rect.Sub(px.Min)
	return img
}

// PNGEach is PNG for whoever waits: each is told before each part of the work, so many done of so
// many, and its error ends it.
func PNGEach(w io.Writer, page scene.Page, dpi float64, transparent bool, each func(done, of int) error) error {
	k := dpi / 72
	wide, high, err := extent(page.Size.W*k, page.Size.H*k)
	if err != nil {
		return fmt.Errorf("painting %q at %g dpi: %w", page.Label, dpi, err)
	}
	bg := scene.RGB(0xFFFFFF)
	if transparent {
		bg = scene.Color{}
	}
	const rows = 512
	parts := (high + rows - 1) / rows
	img := image.NewRGBA(image.Rect(0, 0, wide, high))
	for i := range parts {
		if err := each(i, 2*parts); err != nil { // packing takes as long as painting
			return err
		}
		px := image.Rect(0, i*rows, wide, min((i+1)*rows, high))
		draw.Draw(img, px, pagePart(page, k, px, bg), image.Point{}, draw.Src)
	}
	if err := each(parts, 2*parts); err != nil {
		return err
	}
	if err := png.Encode(&densityWriter{to: w, dpi: dpi}, img); err != nil {
		return fmt.Errorf("writing PNG: %w", err)
	}
	return nil
}
