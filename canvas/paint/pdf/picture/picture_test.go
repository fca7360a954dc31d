package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// corners is a picture whose quarters are red, green, blue and white, from the top left on.
func corners(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	hues := []color.NRGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, hues[x*2/w+2*(y*2/h)])
		}
	}
	return img
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withEXIF puts an EXIF segment with an orientation and a place behind the start of a JPEG.
func withEXIF(data []byte, order binary.AppendByteOrder, orientation uint16) []byte {
	body := []byte("Exif\x00\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		body = append(body, "MM\x00\x2A"...)
	} else {
		body = append(body, "II\x2A\x00"...)
	}
	body = order.AppendUint32(body, 8)
	body = order.AppendUint16(body, 1)
	body = order.AppendUint16(body, 0x0112)
	body = order.AppendUint16(body, 3)
	body = order.AppendUint32(body, 1)
	body = order.AppendUint16(body, orientation)
	body = append(body, "\x00\x00GPS -6.2 106.8"...)
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, byte((len(body)+2)>>8), byte(len(body)+2))
	return append(append(out, body...), data[2:]...)
}

// A picture turned by its orientation shows what the camera saw.
func TestOrientation(t *testing.T) {
	// What the quarters of the upright picture are in the stored one.
	for o, order := range map[uint16][4]int{
		1: {0, 1, 2, 3}, 2: {1, 0, 3, 2}, 3: {3, 2, 1, 0}, 4: {2, 3, 0, 1},
		5: {0, 2, 1, 3}, 6: {2, 0, 3, 1}, 7: {3, 1, 2, 0}, 8: {1, 3, 0, 2},
	} {
		for _, bytesOf := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			data := withEXIF(jpegOf(t, corners(60, 40)), bytesOf, o)
			if got := orientation(data); got != int(o) {
				t.Errorf("orientation %d was read as %d", o, got)
			}
			img := turn(corners(60, 40), int(o))
			for i, j := range order {
				got := img.NRGBAAt(img.Rect.Dx()*(1+2*(i%2))/4, img.Rect.Dy()*(1+2*(i/2))/4)
				if want := corners(60, 40).NRGBAAt(15+30*(j%2), 10+20*(j/2)); got != want {
					t.Errorf("orientation %d: quarter %d is %v, want %v", o, i, got, want)
				}
			}
		}
	}
}

// TestPrepare: a JPEG that stands upright keeps its bytes but for what the camera added; all else is
// made anew, in the size that is wanted.
func TestPrepare(t *testing.T) {
	plain := jpegOf(t, corners(60, 40))
	var holes bytes.Buffer
	if err := png.Encode(&holes, corners(60, 40)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		raw          []byte
		format, kind string
		k            float64
		size         image.Point
	}{
		"jpeg":        {plain, "jpeg", "jpg", 1, image.Pt(60, 40)},
		"half a jpeg": {plain, "jpeg", "jpg", 0.5, image.Pt(30, 20)},
		"turned":      {withEXIF(plain, binary.BigEndian, 6), "jpeg", "jpg", 1, image.Pt(40, 60)},
		"png":         {holes.Bytes(), "png", "png", 1, image.Pt(60, 40)},
		"half a png":  {holes.Bytes(), "png", "png", 0.5, image.Pt(30, 20)},
	} {
		kind, data, err := Prepare(c.raw, c.format, c.k)
		if err != nil || kind != c.kind {
			t.Errorf("%s: kind %q, %v", name, kind, err)
			continue
		}
		config, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || image.Pt(config.Width, config.Height) != c.size || bytes.Contains(data, []byte("GPS")) {
			t.Errorf("%s: %d by %d, %v, or it says where it was taken", name, config.Width, config.Height, err)
		}
	}
	bare := func(raw []byte) []byte {
		_, data, err := Prepare(raw, "jpeg", 1)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	if !bytes.Equal(bare(withEXIF(plain, binary.LittleEndian, 1)), bare(plain)) {
		t.Error("what the camera added is seen in the bytes")
	}
	if _, _, err := Prepare(plain[:30], "jpeg", 1); err == nil {
		t.Error("a broken picture was read")
	}
}

// TestScale: 300 pixels an inch are enough, and what has few more is left alone.
func TestScale(t *testing.T) {
	for _, c := range []struct{ w, h, want float64 }{{72, 72, 0.5}, {144, 144, 1}, {36, 72, 0.5}, {120, 1, 1}, {14.4, 14.4, 0.1}} {
		if got := Scale(image.Pt(600, 600), c.w, c.h); got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("600 pixels on %g by %g points: %g, want %g", c.w, c.h, got, c.want)
		}
	}
}
