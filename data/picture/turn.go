package picture

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"

	xdraw "golang.org/x/image/draw"
)

// way is how a picture is to be turned to be seen: an EXIF orientation, 1 to 8. 2 and 4 are
// mirrored left to right and upside down, 3 stands on its head, 6 and 8 lie on their left and
// right side, 5 and 7 do so mirrored.
type way int

const upright way = 1

// orientationOf reads the orientation from EXIF data; upright where they say nothing sensible.
func orientationOf(exif []byte) way {
	if len(exif) < 8 {
		return upright
	}
	var order binary.ByteOrder
	switch string(exif[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return upright
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return upright
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < 12 {
			break
		}
		const orientation, short = 0x0112, 3
		if order.Uint16(entries) == orientation && order.Uint16(entries[2:]) == short {
			if w := way(order.Uint16(entries[8:])); w >= 1 && w <= 8 {
				return w
			}
			return upright
		}
		entries = entries[12:]
	}
	return upright
}

// turned returns img turned to be seen.
func turned(img image.Image, w way) image.Image {
	if w == upright {
		return img
	}
	from, opaque := pixels(img)
	fw, fh := img.Bounds().Dx(), img.Bounds().Dy()
	at := image.Rect(0, 0, fw, fh)
	if w >= 5 {
		at = image.Rect(0, 0, fh, fw)
	}
	out, stride := make([]byte, len(from)), 4*at.Dx()
	for y := range fh {
		for x := range fw {
			tx, ty := x, y
			switch w {
			case 2:
				tx = fw - 1 - x
			case 3:
				tx, ty = fw-1-x, fh-1-y
			case 4:
				ty = fh - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = fh-1-y, x
			case 7:
				tx, ty = fh-1-y, fw-1-x
			case 8:
				tx, ty = y, fw-1-x
			}
			copy(out[ty*stride+4*tx:][:4], from[4*(y*fw+x):])
		}
	}
	if opaque {
		return &image.RGBA{Pix: out, Stride: stride, Rect: at} // the one that is encoded fast
	}
	return &image.NRGBA{Pix: out, Stride: stride, Rect: at}
}

// pixels returns img as rows of red, green, blue and alpha, not multiplied, and whether all of it
// is opaque.
func pixels(img image.Image) (pix []byte, opaque bool) {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	at := image.Rect(0, 0, w, h)
	if o, ok := img.(interface{ Opaque() bool }); ok && o.Opaque() {
		out := image.NewRGBA(at) // the fast way; without alpha both are the same
		draw.Draw(out, at, img, b.Min, draw.Src)
		return out.Pix, true
	}
	out := image.NewNRGBA(at)
	for y := range h {
		for x := range w {
			out.SetNRGBA(x, y, color.NRGBAModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA))
		}
	}
	return out.Pix, false
}

// band is how many rows or columns are scaled at a time: the scaler needs 32 bytes for each pixel
// between its two passes.
const band = 128

// scaledDown returns img with its longer side MaxSide pixels long. It is scaled first across,
// then down, in bands; along the other axis nothing changes, so the bands leave no seams.
func scaledDown(img image.Image) *image.RGBA {
	b := img.Bounds()
	k := float64(MaxSide) / float64(max(b.Dx(), b.Dy()))
	w, h := max(1, int(float64(b.Dx())*k+0.5)), max(1, int(float64(b.Dy())*k+0.5))
	across := image.NewRGBA(image.Rect(0, 0, w, b.Dy()))
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), band))
	for y := 0; y < b.Dy(); y += band {
		n := min(band, b.Dy()-y)
		from := image.Rect(0, 0, b.Dx(), n)
		draw.Draw(strip, from, img, image.Pt(b.Min.X, b.Min.Y+y), draw.Src)
		xdraw.CatmullRom.Scale(across, image.Rect(0, y, w, y+n), strip, from, xdraw.Src, nil)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := 0; x < w; x += band {
		n := min(band, w-x)
		xdraw.CatmullRom.Scale(out, image.Rect(x, 0, x+n, h), across, image.Rect(x, 0, x+n, b.Dy()), xdraw.Src, nil)
	}
	return out
}
