package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// chunk is one part of a PNG.
type chunk struct {
	kind string
	body []byte
	raw  []byte // with length, kind and checksum
}

// chunks calls f for each part of a PNG up to the end mark, and reports whether it came there.
func chunks(data []byte, f func(chunk)) bool {
	for rest := data[min(len(pngMagic), len(data)):]; len(rest) >= 12; {
		n := binary.BigEndian.Uint32(rest)
		if uint64(n)+12 > uint64(len(rest)) {
			return false
		}
		c := chunk{kind: string(rest[4:8]), body: rest[8 : 8+n], raw: rest[:12+n]}
		f(c)
		if c.kind == "IEND" {
			return true
		}
		rest = rest[12+n:]
	}
	return false
}

// stripPNG keeps the parts that a PNG cannot be seen without. Texts, EXIF data, times, colour
// profiles, further frames and what follows the end are not among them.
func stripPNG(data []byte) ([]byte, bool) {
	out := bytes.NewBuffer(make([]byte, 0, len(data)))
	out.WriteString(pngMagic)
	ended := chunks(data, func(c chunk) {
		switch c.kind {
		case "IHDR", "PLTE", "tRNS", "IDAT", "IEND":
			out.Write(c.raw)
		}
	})
	return out.Bytes(), ended
}

// plainPNG reports whether a PNG has eight bits a channel at most and is not interlaced, as
// gofpdf wants it.
func plainPNG(data []byte, _ image.Image) bool {
	plain := false
	chunks(data, func(c chunk) {
		if c.kind == "IHDR" && len(c.body) == 13 {
			plain = c.body[8] <= 8 && c.body[12] == 0
		}
	})
	return plain
}

// orientationOfPNG reads the EXIF data of a PNG.
func orientationOfPNG(data []byte) way {
	w := upright
	chunks(data, func(c chunk) {
		if c.kind == "eXIf" && w == upright {
			w = orientationOf(c.body)
		}
	})
	return w
}

// eightBits returns img with eight bits a channel.
func eightBits(img image.Image) image.Image {
	b := img.Bounds()
	at := image.Rect(0, 0, b.Dx(), b.Dy())
	var out draw.Image
	switch img.(type) {
	case *image.Gray16:
		out = image.NewGray(at)
	case *image.RGBA64, *image.NRGBA64:
		out = image.NewNRGBA(at)
	default:
		return img
	}
	draw.Draw(out, at, img, b.Min, draw.Src)
	return out
}
