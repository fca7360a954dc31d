package paint_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"jejak/canvas/paint"
)

// bomb is the head of a PNG that claims to have w×h pixels.
func bomb(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, 8, 6, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestPictureFormat(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 7, 5))
	var p, j, g bytes.Buffer
	if err := png.Encode(&p, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, img, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&g, img, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"PNG", "png", p.Bytes()},
		{"JPEG", "jpeg", j.Bytes()},
		{"GIF", "", g.Bytes()},
		{"nothing", "", nil},
		{"text", "", []byte("no picture at all")},
		{"too large", "", bomb(60_000, 60_000)},
		{"too wide", "", bomb(1<<31-1, 1)},
	} {
		format, size, err := paint.PictureFormat(c.data)
		if format != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: format %q, error %v", c.name, format, err)
		}
		if c.want != "" && size != image.Pt(7, 5) {
			t.Errorf("%s: size %v", c.name, size)
		}
		if m, err := paint.DecodePicture(c.data); (err == nil) != (c.want != "") || (m != nil) != (c.want != "") {
			t.Errorf("%s: decoding gives %v", c.name, err)
		}
	}
	if _, err := paint.DecodePicture(p.Bytes()[:p.Len()-20]); err == nil {
		t.Error("half a PNG is decoded")
	}
}

func FuzzDecodePicture(f *testing.F) {
	var p bytes.Buffer
	if err := png.Encode(&p, image.NewGray(image.Rect(0, 0, 3, 3))); err != nil {
		f.Fatal(err)
	}
	f.Add(p.Bytes())
	f.Add(bomb(9, 9))
	f.Add([]byte("\xff\xd8\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if img, err := paint.DecodePicture(data); err == nil {
			if n := img.Bounds().Dx() * img.Bounds().Dy(); n <= 0 || n > paint.MaxPixels {
				t.Errorf("a picture of %d pixels came through", n)
			}
		}
	})
}
