package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"

	xdraw "golang.org/x/image/draw"
)

// RoundSide is the most, in pixels, that a picture made by Round is high and wide.
const RoundSide = 512

// Circle is a part of a picture: what is no farther than R from X, Y, in pixels from its upper left
// corner.
type Circle struct{ X, Y, R float64 }

// Within returns the circle moved, and made smaller where it must be, so that it lies inside a
// picture of that size.
func (c Circle) Within(width, height int) Circle {
	w, h := float64(width), float64(height)
	c.R = math.Max(0.5, math.Min(c.R, math.Min(w, h)/2))
	c.X = math.Max(c.R, math.Min(c.X, w-c.R))
	c.Y = math.Max(c.R, math.Min(c.Y, h-c.R))
	return c
}

// Round cuts a circle out of a picture that was decoded: a PNG, clear outside the circle. The circle
// is brought within the picture first. Work for a goroutine of its own if the picture is large.
func Round(img image.Image, c Circle) (Picture, error) {
	b := img.Bounds()
	if b.Empty() || math.IsNaN(c.X+c.Y+c.R) || math.IsInf(c.X+c.Y+c.R, 0) {
		return Picture{}, &Error{Reason: Damaged, Err: fmt.Errorf("it is %d by %d pixels large", b.Dx(), b.Dy())}
	}
	c = c.Within(b.Dx(), b.Dy())
	from := image.Rect(
		b.Min.X+int(math.Floor(c.X-c.R)), b.Min.Y+int(math.Floor(c.Y-c.R)),
		b.Min.X+int(math.Ceil(c.X+c.R)), b.Min.Y+int(math.Ceil(c.Y+c.R)),
	).Intersect(b)
	side := min(RoundSide, max(from.Dx(), from.Dy()))
	out := image.NewNRGBA(image.Rect(0, 0, side, side))
	xdraw.CatmullRom.Scale(out, out.Bounds(), img, from, xdraw.Src, nil)
	middle, rim := float64(side)/2, float64(side)/2
	for y := range side {
		for x := range side {
			in := rim - math.Hypot(float64(x)+0.5-middle, float64(y)+0.5-middle) + 0.5
			if in >= 1 {
				continue
			}
			px := out.NRGBAAt(x, y)
			px.A = uint8(math.Round(float64(px.A) * math.Max(0, in)))
			if px.A == 0 {
				px = color.NRGBA{} // what is cut away is not kept
			}
			out.SetNRGBA(x, y, px)
		}
	}
	var buf bytes.Buffer
	if err := pngFormat.encode(&buf, out); err != nil {
		return Picture{}, fmt.Errorf("write picture: %w", err)
	}
	return Picture{Media: pngFormat.media, Width: side, Height: side, Data: buf.Bytes()}, nil
}
