// Package picture makes pictures ready for a PDF file: bare, upright, and no finer than paper shows.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"

	xdraw "golang.org/x/image/draw"

	"jejak/canvas/paint"
)

// printDPI is how many pixels an inch of paper is given; of more nothing is seen.
const printDPI = 300

// Prepare returns data that gofpdf can not stumble over: a plain PNG with eight bits a channel
// (kind "png"), or an upright JPEG without what cameras add (kind "jpg"), scaled by k. format is what
// raw is, as package image calls it. It is an error if raw can not be read.
func Prepare(raw []byte, format string, k float64) (kind string, data []byte, err error) {
	img, err := paint.DecodePicture(raw)
	if err != nil {
		return "", nil, err
	}
	if format == "jpeg" && k == 1 {
		if plain, ok := plainJPEG(raw, img.ColorModel()); ok {
			return "jpg", plain, nil
		}
	}
	if format == "jpeg" {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, turn(shrink(img, k), orientation(raw)), &jpeg.Options{Quality: 90}); err != nil {
			return "", nil, fmt.Errorf("write picture: %w", err)
		}
		return "jpg", b.Bytes(), nil
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, shrink(img, k)); err != nil {
		return "", nil, fmt.Errorf("write picture: %w", err)
	}
	return "png", b.Bytes(), nil
}

// Scale returns the factor that a picture of size pixels is scaled with when it stands on w by h points
// of paper; it is 1 if its pixels are not much finer than what is seen.
func Scale(size image.Point, w, h float64) float64 {
	k := math.Max(w/72*printDPI/float64(size.X), h/72*printDPI/float64(size.Y))
	if k > 0.7 {
		return 1
	}
	return k
}

// shrink returns img scaled by k, as plain pixels.
func shrink(img image.Image, k float64) *image.NRGBA {
	b := img.Bounds()
	w := max(1, int(math.Round(float64(b.Dx())*k)))
	h := max(1, int(math.Round(float64(b.Dy())*k)))
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == b.Dx() && h == b.Dy() {
		draw.Draw(out, out.Rect, img, b.Min, draw.Src)
	} else {
		xdraw.CatmullRom.Scale(out, out.Rect, img, b, xdraw.Src, nil)
	}
	return out
}
