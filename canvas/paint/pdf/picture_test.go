package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
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

// shown renders one picture on a page and returns the colours in the middle of its quarters.
func shown(t *testing.T, out []byte) [4]color.NRGBA {
	t.Helper()
	path, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is missing: install the package poppler-utils")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(file, out, 0o644); err != nil {
		t.Fatal(err)
	}
	if b, err := exec.Command(path, "-r", "72", "-png", "-singlefile", file, filepath.Join(dir, "a")).CombinedOutput(); err != nil || len(b) > 0 {
		t.Fatalf("pdftoppm: %v %s", err, b)
	}
	f, err := os.Open(filepath.Join(dir, "a.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	var quarters [4]color.NRGBA
	for i := range quarters {
		quarters[i] = color.NRGBAModel.Convert(img.At(30+40*(i%2), 30+40*(i/2))).(color.NRGBA)
	}
	return quarters
}

func picturePage(data []byte) scene.Page {
	s := newSketch()
	s.add(geom.R(10, 10, 80, 80), &scene.Picture{Rect: geom.R(10, 10, 80, 80), Key: journeyID(1), Data: data})
	s.Bounds = geom.R(0, 0, 100, 100)
	return s.page("")
}

func TestPictures(t *testing.T) {
	img := corners(60, 40)
	encode := func(img image.Image) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	deep := image.NewNRGBA64(img.Rect)
	few := image.NewPaletted(img.Rect, color.Palette{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 255, 0, 255}, color.NRGBA{0, 0, 255, 255}, color.White})
	clear := image.NewNRGBA(img.Rect)
	for y := range 40 {
		for x := range 60 {
			deep.Set(x, y, img.At(x, y))
			few.Set(x, y, img.At(x, y))
			c := img.NRGBAAt(x, y)
			if c == (color.NRGBA{255, 255, 255, 255}) {
				c = color.NRGBA{}
			}
			clear.SetNRGBA(x, y, c)
		}
	}
	plain := jpegOf(t, img)
	cases := map[string][]byte{
		"png": encode(img), "png of 16 bits": encode(deep), "png with palette": encode(few), "png with holes": encode(clear),
		"large png": encode(corners(3000, 2000)), "jpeg": plain, "large jpeg": jpegOf(t, corners(3000, 2000)),
		"jpeg held upright": withEXIF(plain, binary.LittleEndian, 1),
	}
	for name, data := range cases {
		out := written(t, picturePage(data))
		sane(t, out)
		for i, got := range shown(t, out) {
			want := img.NRGBAAt(15+30*(i%2), 10+20*(i/2))
			if near := func(a, b uint8) bool { return a-b < 12 || b-a < 12 }; !near(got.R, want.R) || !near(got.G, want.G) || !near(got.B, want.B) {
				t.Errorf("%s: quarter %d is %v, want %v", name, i, got, want)
			}
		}
		if len(out) > 80<<10 {
			t.Errorf("%s: %d KB", name, len(out)>>10)
		}
		if bytes.Contains(out, []byte("GPS")) {
			t.Errorf("%s: the place it was taken at is in the file", name)
		}
	}
}

func TestOnePictureManyTimes(t *testing.T) {
	s := newSketch()
	data := jpegOf(t, corners(600, 400))
	for i := range 100 {
		r := geom.R(float64(i%10)*50, float64(i/10)*50, 40, 40)
		s.add(r, &scene.Picture{Rect: r, Key: journeyID(1), Data: data})
	}
	out := written(t, s.page(""))
	if n := strings.Count(string(out), "/DCTDecode"); n != 1 {
		t.Errorf("one picture stands in the file %d times", n)
	}
}

func FuzzPicture(f *testing.F) {
	img := corners(12, 8)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(jpegOf(f, img))
	f.Add(withEXIF(jpegOf(f, img), binary.BigEndian, 6))
	f.Add(withEXIF(jpegOf(f, img), binary.LittleEndian, 3)[:60])
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x02"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && config.Width*config.Height > 1<<20 {
			return // only slow
		}
		balanced(t, written(t, picturePage(data)))
	})
}
