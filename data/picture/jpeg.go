package picture

import (
	"bytes"
	"encoding/binary"
)

// The markers of a JPEG that matter here.
const (
	markRST0  = 0xd0
	markRST7  = 0xd7
	markSOI   = 0xd8
	markEOI   = 0xd9
	markSOS   = 0xda
	markAPP0  = 0xe0
	markAPP1  = 0xe1
	markAPP14 = 0xee
	markAPP15 = 0xef
	markCOM   = 0xfe
)

// segment is one part of a JPEG.
type segment struct {
	mark byte
	body []byte // without marker and length
	raw  []byte // with them, and for a scan with the pixels that follow
}

// segments calls f for each part of a JPEG from behind its first marker up to the end mark, and
// reports whether it came there without anything odd on the way.
func segments(data []byte, f func(segment)) bool {
	for i := 2; i+1 < len(data); {
		if data[i] != 0xff {
			return false
		}
		mark := data[i+1]
		if mark == 0xff { // fill bytes may stand before a marker
			i++
			continue
		}
		if mark == markEOI {
			return true
		}
		if mark == 0 || mark == 1 || mark >= markRST0 && mark <= markSOI || i+4 > len(data) {
			return false
		}
		n := int(binary.BigEndian.Uint16(data[i+2:]))
		end := i + 2 + n
		if n < 2 || end > len(data) {
			return false
		}
		s := segment{mark: mark, body: data[i+4 : end]}
		if mark == markSOS {
			end = scanEnd(data, end)
		}
		s.raw = data[i:end]
		f(s)
		i = end
	}
	return false
}

// scanEnd returns where the pixels that begin at i end: at the next marker that is not part of
// them.
func scanEnd(data []byte, i int) int {
	for {
		k := bytes.IndexByte(data[i:], 0xff)
		if k < 0 || i+k+1 >= len(data) {
			return len(data)
		}
		i += k
		if next := data[i+1]; next != 0 && (next < markRST0 || next > markRST7) {
			return i
		}
		i += 2
	}
}

// stripJPEG drops comments and what applications and cameras add, such as the place, small
// copies of the picture, and whole films behind the end. Of that it keeps, cut short, the two
// marks that say how the colours are meant.
func stripJPEG(data []byte) ([]byte, bool) {
	out := bytes.NewBuffer(make([]byte, 0, len(data)))
	out.Write([]byte{0xff, markSOI})
	ended := segments(data, func(s segment) {
		switch {
		case s.mark == markAPP0 && bytes.HasPrefix(s.body, []byte("JFIF\x00")) && len(s.body) >= 14:
			body := append([]byte{0xff, markAPP0, 0, 16}, s.body[:12]...)
			out.Write(append(body, 0, 0)) // no small copy
		case s.mark == markAPP14 && bytes.HasPrefix(s.body, []byte("Adobe")) && len(s.body) >= 12:
			out.Write(append([]byte{0xff, markAPP14, 0, 14}, s.body[:12]...))
		case s.mark >= markAPP0 && s.mark <= markAPP15, s.mark == markCOM:
		default:
			out.Write(s.raw)
		}
	})
	out.Write([]byte{0xff, markEOI})
	return out.Bytes(), ended
}

// orientationOfJPEG reads the EXIF data of a JPEG.
func orientationOfJPEG(data []byte) way {
	w, seen := upright, false
	segments(data, func(s segment) {
		if exif, ok := bytes.CutPrefix(s.body, []byte("Exif\x00\x00")); s.mark == markAPP1 && ok && !seen {
			w, seen = orientationOf(exif), true
		}
	})
	return w
}
