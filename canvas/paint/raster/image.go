package raster

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"runtime"
	"sync"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/scene"
)

// MaxPixels is how many pixels an image may have: a little more than A0 at 240 dots per inch.
const MaxPixels = 100_000_000

// SizeError says that an image would have more than MaxPixels, or no size at all.
type SizeError struct {
	Width, Height float64 // pixels that were asked for
}

func (e *SizeError) Error() string {
	return fmt.Sprintf("an image of %.0f×%.0f pixels can not be made: at most %d megapixels", e.Width, e.Height, MaxPixels/1_000_000)
}

// painters are kept for the buffers they have grown.
var painters = sync.Pool{New: func() any { return new(Painter) }}

// Tile paints the pixels px of s as seen through view, which brings points of the scene to pixels.
// Tiles of one view fit without a seam. The image has px's size and its origin at 0,0; bg is laid
// under the scene. A nil scene gives the plain ground. Safe for concurrent use.
func Tile(s *scene.Scene, view geom.Transform, px image.Rectangle, bg scene.Color) *image.RGBA {
	if px.Dx() <= 0 || px.Dy() <= 0 || px.Dx() > MaxPixels/px.Dy() {
		return image.NewRGBA(image.Rectangle{})
	}
	img := image.NewRGBA(px)
	paintInto(img, px, s, view, bg)
	img.Rect = img.Rect.Sub(px.Min)
	return img
}

// paintInto paints the part clip of img.
func paintInto(img *image.RGBA, clip image.Rectangle, s *scene.Scene, view geom.Transform, bg scene.Color) {
	p := painters.Get().(*Painter)
	defer func() {
		p.img = nil // the pool must not keep images alive
		painters.Put(p)
	}()
	p.reset(img, clip, view)
	ground := inkOf(bg)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		ground.blendRow(p.row(y, clip.Min.X, clip.Max.X), 255)
	}
	if s == nil || !sane(view) {
		return
	}
	// Hairlines and glyphs are moved by up to a pixel, so marks just outside may reach in.
	paint.Scene(s, view.Invert().ApplyRect(pixelRect(clip.Inset(-2))), p)
}

func sane(t geom.Transform) bool {
	finite := func(v float64) bool { return math.Abs(v) < math.MaxFloat64 }
	return t.K > 0 && finite(t.K) && finite(1/t.K) && finite(t.D.X) && finite(t.D.Y)
}

// Image paints the part view of s, scale pixels to a point, on bg. An image that would be larger
// than MaxPixels, or has no size, has no pixels.
func Image(s *scene.Scene, view geom.Rect, scale float64, bg scene.Color) *image.RGBA {
	w, h, err := extent(view.W()*scale, view.H()*scale)
	if err != nil {
		return image.NewRGBA(image.Rectangle{})
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	inStrips(img, img.Rect, s, geom.Transform{K: scale, D: view.Min.Mul(-scale)}, bg)
	return img
}

// extent rounds a size up to whole pixels.
func extent(w, h float64) (int, int, error) {
	// Rounding of inches must not add a row of nothing.
	wide, high := math.Ceil(w-1e-6), math.Ceil(h-1e-6)
	if !(wide >= 1 && high >= 1 && wide*high <= MaxPixels) {
		return 0, 0, &SizeError{w, h}
	}
	return int(wide), int(high), nil
}

// inStrips paints the part box of img on all cores.
func inStrips(img *image.RGBA, box image.Rectangle, s *scene.Scene, view geom.Transform, bg scene.Color) {
	const high = 256
	var wg sync.WaitGroup
	gate := make(chan struct{}, runtime.GOMAXPROCS(0))
	for y := box.Min.Y; y < box.Max.Y; y += high {
		gate <- struct{}{}
		wg.Go(func() {
			defer func() { <-gate }()
			strip := image.Rect(box.Min.X, y, box.Max.X, min(y+high, box.Max.Y))
			paintInto(img, strip, s, view, bg)
		})
	}
	wg.Wait()
}

// Page paints a sheet of paper at dpi dots per inch, white or transparent around and under what
// stands on it. The error is a *SizeError if the image would be too large.
func Page(page scene.Page, dpi float64, transparent bool) (*image.RGBA, error) {
	k := dpi / 72
	w, h, err := extent(page.Size.W*k, page.Size.H*k)
	if err != nil {
		return nil, err
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	bg := scene.RGB(0xFFFFFF)
	if transparent {
		bg = scene.Color{}
	}
	inStrips(img, img.Rect, nil, geom.Transform{K: 1}, bg)
	for _, win := range page.Windows() {
		view := geom.Transform{K: win.Place.K * k, D: win.Place.D.Mul(k)}
		if box, ok := cover(view.ApplyRect(win.View)); ok {
			inStrips(img, box.Intersect(img.Rect), win.Scene, view, scene.Color{})
		}
	}
	return img, nil
}

// PNG writes a sheet of paper as a PNG file. The error is a *SizeError if the image would be too
// large; nothing is written then.
func PNG(w io.Writer, page scene.Page, dpi float64, transparent bool) error {
	img, err := Page(page, dpi, transparent)
	if err != nil {
		return fmt.Errorf("painting %q at %g dpi: %w", page.Label, dpi, err)
	}
	if err := png.Encode(&densityWriter{to: w, dpi: dpi}, img); err != nil {
		return fmt.Errorf("writing PNG: %w", err)
	}
	return nil
}
