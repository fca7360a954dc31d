package picture

import (
	"encoding/binary"
	"image"
	"image/color"
)

// plainJPEG returns a JPEG without the segments cameras add (place, thumbnail, comments). It
// fails if the picture has to be turned or has a colour model that readers disagree about.
func plainJPEG(data []byte, model color.Model) ([]byte, bool) {
	if model != color.YCbCrModel && model != color.GrayModel {
		return nil, false
	}
	out := append(make([]byte, 0, len(data)), 0xFF, 0xD8)
	ok := true
	rest := segments(data, func(marker byte, body []byte) {
		switch {
		case marker == 0xE1 && exifOrientation(body) > 1:
			ok = false
		case marker == 0xEE: // tells how colours are stored
		case marker >= 0xE0 && marker <= 0xEF, marker == 0xFE:
			return
		}
		out = append(out, 0xFF, marker)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	})
	return append(out, rest...), ok && rest != nil
}

// segments calls each for the segments before the picture itself, which it returns; nil if there
// is none.
func segments(data []byte, each func(marker byte, body []byte)) []byte {
	if len(data) < 2 || data[0] != 0xFF || data[1] != 0xD8 {
		return nil
	}
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xFF {
			return nil
		}
		marker := data[at+1]
		if marker == 0xFF { // padding
			at++
			continue
		}
		n := int(binary.BigEndian.Uint16(data[at+2:]))
		if n < 2 || at+2+n > len(data) {
			return nil
		}
		if marker == 0xDA { // the scan: everything behind it is the picture
			return data[at:]
		}
		each(marker, data[at+4:at+2+n])
		at += 2 + n
	}
	return nil
}

// orientation returns how a JPEG is to be turned: 1 (not at all) to 8, as EXIF counts.
func orientation(data []byte) int {
	o := 1
	segments(data, func(marker byte, body []byte) {
		if marker == 0xE1 && o == 1 {
			o = exifOrientation(body)
		}
	})
	return o
}

// exifOrientation reads tag 0x0112 from the first directory of an EXIF segment.
func exifOrientation(b []byte) int {
	if len(b) < 14 || string(b[:6]) != "Exif\x00\x00" {
		return 1
	}
	b = b[6:]
	var order binary.ByteOrder = binary.LittleEndian
	if string(b[:2]) == "MM" {
		order = binary.BigEndian
	}
	at := order.Uint32(b[4:])
	if at > uint32(len(b)-2) {
		return 1
	}
	n := int(order.Uint16(b[at:]))
	for i := range n {
		field := int(at) + 2 + 12*i
		if field+12 > len(b) {
			return 1
		}
		if order.Uint16(b[field:]) != 0x0112 {
			continue
		}
		if v := int(order.Uint16(b[field+8:])); v >= 1 && v <= 8 {
			return v
		}
		return 1
	}
	return 1
}

// turn returns img as it was held when it was taken.
func turn(img *image.NRGBA, orientation int) *image.NRGBA {
	if orientation <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		out = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			sx, sy := x, y
			switch orientation {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, h-1-x
			case 7:
				sx, sy = w-1-y, h-1-x
			case 8:
				sx, sy = w-1-y, x
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(sx, sy):][:4])
		}
	}
	return out
}
