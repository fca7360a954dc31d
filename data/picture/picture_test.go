package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/assets/words"
)

// sketch is a picture of blocks of 16 pixels, so that JPEG keeps them apart: red top left, green
// top right, blue bottom left, white at the right below it.
func sketch() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 48, 32))
	for y := range 32 {
		for x := range 48 {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case y < 16 && x < 16:
				c = color.RGBA{255, 0, 0, 255}
			case y < 16 && x >= 32:
				c = color.RGBA{0, 255, 0, 255}
			case y >= 16 && x < 16:
				c = color.RGBA{0, 0, 255, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const place = "GPS: 6 12 S 106 49 E"

// exif returns EXIF data with an orientation and words that must not stay.
func exif(order binary.AppendByteOrder, w uint16) []byte {
	mark := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		mark = "MM\x00*"
	}
	b := order.AppendUint32([]byte(mark), 8)
	b = order.AppendUint16(b, 2)
	for _, entry := range [][3]uint16{{0x0100, 3, 48}, {0x0112, 3, w}} {
		b = order.AppendUint16(order.AppendUint16(b, entry[0]), entry[1])
		b = order.AppendUint16(order.AppendUint32(b, 1), entry[2])
		b = append(b, 0, 0)
	}
	return append(b, place...)
}

// withSegments puts segments behind the first marker of a JPEG.
func withSegments(data []byte, list ...string) []byte {
	out := bytes.Clone(data[:2])
	for _, s := range list {
		out = append(out, 0xff, s[0])
		out = binary.BigEndian.AppendUint16(out, uint16(len(s)+1))
		out = append(out, s[1:]...)
	}
	return append(out, data[2:]...)
}

// withChunks puts chunks, each four letters and a body, behind the head of a PNG.
func withChunks(data []byte, list ...string) []byte {
	const head = 8 + 25
	out := bytes.Clone(data[:head])
	for _, c := range list {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c)-4))
		out = append(out, c...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE([]byte(c)))
	}
	return append(out, data[head:]...)
}

// corners reads the colours of a picture at its four corners, going round from the top left.
func corners(t *testing.T, p Picture) string {
	t.Helper()
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil || "image/"+kind != p.Media || img.Bounds().Size() != image.Pt(p.Width, p.Height) {
		t.Fatalf("%s of %d×%d is %s of %v: %v", p.Media, p.Width, p.Height, kind, img.Bounds(), err)
	}
	var s strings.Builder
	for _, at := range []image.Point{{4, 4}, {p.Width - 5, 4}, {p.Width - 5, p.Height - 5}, {4, p.Height - 5}} {
		r, g, b, _ := img.At(at.X, at.Y).RGBA()
		switch r, g, b := r > 0x8000, g > 0x8000, b > 0x8000; {
		case r && g && b:
			s.WriteByte('w')
		case r:
			s.WriteByte('r')
		case g:
			s.WriteByte('g')
		case b:
			s.WriteByte('b')
		default:
			s.WriteByte('?')
		}
	}
	return s.String()
}

func TestOrientation(t *testing.T) {
	want := []string{1: "rgwb", 2: "grbw", 3: "wbrg", 4: "bwgr", 5: "rbwg", 6: "brgw", 7: "wgrb", 8: "gwbr"}
	for w := 1; w <= 8; w++ {
		little, big := string(exif(binary.LittleEndian, uint16(w))), string(exif(binary.BigEndian, uint16(w)))
		for name, data := range map[string][]byte{
			"JPEG, little endian": withSegments(asJPEG(t, sketch()), "\xe1Exif\x00\x00"+little),
			"JPEG, big endian":    withSegments(asJPEG(t, sketch()), "\xe0JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00", "\xe1Exif\x00\x00"+big),
			"PNG":                 withChunks(asPNG(t, sketch()), "eXIf"+big),
		} {
			p, err := Decode(data)
			if err != nil {
				t.Fatalf("%s, %d: %v", name, w, err)
			}
			if got := corners(t, p); got != want[w] {
				t.Errorf("%s, %d: corners %s, want %s", name, w, got, want[w])
			}
			if bytes.Contains(p.Data, []byte("GPS")) {
				t.Errorf("%s, %d: the place is still in it", name, w)
			}
		}
	}
}

func TestExifThatMakesNoSense(t *testing.T) {
	good := exif(binary.LittleEndian, 6)
	for name, data := range map[string][]byte{
		"none": nil, "cut off": good[:20], "other order": append([]byte("XX"), good[2:]...), "far away": []byte("II*\x00\xff\xff\xff\xff"),
		"nine": exif(binary.LittleEndian, 9), "nought": exif(binary.BigEndian, 0), "many entries": []byte("II*\x00\x08\x00\x00\x00\xff\xff"),
	} {
		if w := orientationOf(data); w != upright {
			t.Errorf("%s: %d", name, w)
		}
	}
}

// What is upright and plain keeps its pixels byte by byte; all else that is in the file goes.
func TestNothingUnseenStays(t *testing.T) {
	bareJPEG, barePNG := asJPEG(t, sketch()), asPNG(t, sketch())
	const jfif = "\xe0JFIF\x00\x01\x02\x00\x00\x01\x00\x01"
	for name, c := range map[string]struct{ data, want []byte }{
		"bare JPEG":       {bareJPEG, bareJPEG},
		"EXIF":            {withSegments(bareJPEG, "\xe1Exif\x00\x00"+string(exif(binary.LittleEndian, 1))), bareJPEG},
		"XMP and comment": {withSegments(bareJPEG, "\xe1http://ns.adobe.com/xap/1.0/\x00"+place, "\xfe"+place, "\xedPhotoshop 3.0\x00"+place, "\xe2ICC_PROFILE\x00"+place), bareJPEG},
		"small copy":      {withSegments(bareJPEG, jfif+"\x01\x01abc", "\xe0JFXX\x00"+place), withSegments(bareJPEG, jfif+"\x00\x00")},
		"film behind":     {append(bytes.Clone(bareJPEG), place...), bareJPEG},
		"bare PNG":        {barePNG, barePNG},
		"texts": {withChunks(barePNG, "tEXtComment\x00"+place, "iTXtXML:com.adobe.xmp\x00\x00\x00\x00\x00"+place, "tIME1234567",
			"eXIf"+string(exif(binary.LittleEndian, 1)), "iCCPname\x00\x00", "pHYs123456789"), barePNG},
		"behind the end": {append(bytes.Clone(barePNG), place...), barePNG},
	} {
		p, err := Decode(c.data)
		if err != nil || !bytes.Equal(p.Data, c.want) || p.Width != 48 || p.Height != 32 {
			t.Errorf("%s: %v, %d×%d, %d bytes of %d", name, err, p.Width, p.Height, len(p.Data), len(c.want))
		}
	}
}

func TestKindsOfFiles(t *testing.T) {
	for name, keeps := range map[string]bool{
		"progressive.jpg": true, "cmyk.jpg": true, "gray.jpg": true, "palette.png": true, "deep.png": false, "interlaced.png": false,
	} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Decode(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		was, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		now, _, err := image.Decode(bytes.NewReader(p.Data))
		if err != nil {
			t.Fatal(err)
		}
		if !plainPNG(p.Data, now) && p.Media == "image/png" {
			t.Errorf("%s is not plain", name)
		}
		if !keeps && bytes.Equal(p.Data, data) {
			t.Errorf("%s should be written anew", name)
		}
		for y := range p.Height {
			for x := range p.Width {
				r, g, b, a := was.At(x, y).RGBA()
				r2, g2, b2, a2 := now.At(x, y).RGBA()
				if r>>8 != r2>>8 || g>>8 != g2>>8 || b>>8 != b2>>8 || a>>8 != a2>>8 {
					t.Fatalf("%s differs at %d,%d: %v, %v", name, x, y, was.At(x, y), now.At(x, y))
				}
			}
		}
	}
}

func TestLargePicturesAreScaledDown(t *testing.T) {
	wide := image.NewRGBA(image.Rect(0, 0, 4500, 140))
	for y := range 140 {
		for x := range 4500 {
			wide.SetRGBA(x, y, color.RGBA{uint8(x * 255 / 4499), uint8(y * 255 / 139), 128, 255})
		}
	}
	turnedWide := withSegments(asJPEG(t, wide), "\xe1Exif\x00\x00"+string(exif(binary.LittleEndian, 6)))
	for name, c := range map[string]struct {
		data []byte
		size image.Point
	}{
		"PNG": {asPNG(t, wide), image.Pt(4096, 127)}, "JPEG that lies on its side": {turnedWide, image.Pt(127, 4096)},
		"line": {asPNG(t, image.NewGray(image.Rect(0, 0, 1, 9000))), image.Pt(1, 4096)},
	} {
		p, err := Decode(c.data)
		if err != nil || image.Pt(p.Width, p.Height) != c.size {
			t.Errorf("%s: %v, %d×%d", name, err, p.Width, p.Height)
		}
		if again, err := Decode(c.data); err != nil || !bytes.Equal(again.Data, p.Data) {
			t.Errorf("%s: the second time it is another picture: %v", name, err)
		}
	}
	p, err := Decode(asPNG(t, wide))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	for y := range p.Height { // smooth throughout: the bands leave no seams
		for x := range p.Width {
			c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
			if dr, dg := int(c.R)-x*255/(p.Width-1), int(c.G)-y*255/(p.Height-1); dr < -2 || dr > 2 || dg < -2 || dg > 2 {
				t.Fatalf("%d,%d is %v", x, y, c)
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	bare := asPNG(t, sketch())
	huge := bytes.Clone(bare)
	binary.BigEndian.PutUint32(huge[16:], 90_000)
	binary.BigEndian.PutUint32(huge[20:], 601)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	whole := asJPEG(t, sketch())
	for name, c := range map[string]struct {
		data   []byte
		want   Reason
		format string
	}{
		"nothing":     {nil, Empty, ""},
		"text":        {[]byte("Hello, world"), Foreign, ""},
		"page":        {[]byte("<html><body></body></html>"), Foreign, ""},
		"GIF":         {[]byte("GIF89a…………"), Other, "GIF"},
		"WebP":        {[]byte("RIFF\x10\x00\x00\x00WEBPVP8 "), Other, "WebP"},
		"HEIC":        {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), Other, "HEIC"},
		"AVIF":        {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), Other, "AVIF"},
		"SVG":         {[]byte("<?xml version=\"1.0\"?>\n<svg xmlns=…"), Other, "SVG"},
		"film":        {[]byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00"), Foreign, ""},
		"large":       {append([]byte(pngMagic), make([]byte, MaxBytes)...), Bytes, ""},
		"many pixels": {huge, Pixels, ""},
		"PNG cut off": {bare[:len(bare)-20], Damaged, ""},
		"PNG head":    {[]byte(pngMagic), Damaged, ""},
		"JPEG cut":    {whole[:len(whole)/2], Damaged, ""},
		"JPEG head":   {whole[:20], Damaged, ""},
	} {
		p, err := Decode(c.data)
		var refused *Error
		if !errors.As(err, &refused) || refused.Reason != c.want || refused.Format != c.format || p.Data != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, lang := range words.Languages {
			if s := refused.Text(words.In(lang)); s == "" || strings.ContainsAny(s, "[<{") {
				t.Errorf("%s in %s: %q", name, lang, s)
			}
		}
	}
	if _, err := Decode(huge); !strings.Contains(err.Error(), "90000 × 601 pixels, more than 54 megapixels") {
		t.Errorf("the message does not say how large: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) < 6 {
		f.Fatalf("%v, %d files", err, len(files))
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	tiny := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	f.Add(withChunks(asPNG(f, tiny), "eXIf"+string(exif(binary.LittleEndian, 5))))
	f.Add(withSegments(asJPEG(f, tiny), "\xe1Exif\x00\x00"+string(exif(binary.BigEndian, 6)), "\xfe"+place))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<18 {
			return // as large as it says, which takes too long here
		}
		p, err := Decode(data)
		var refused *Error
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatal(err)
			}
			return
		}
		img, kind, err := image.Decode(bytes.NewReader(p.Data))
		if err != nil || "image/"+kind != p.Media || img.Bounds().Size() != image.Pt(p.Width, p.Height) || !fits(img.Bounds().Size()) {
			t.Fatalf("%v: %s %v, said to be %s %d×%d", err, kind, img.Bounds(), p.Media, p.Width, p.Height)
		}
		again, err := Decode(p.Data)
		if err != nil || !bytes.Equal(again.Data, p.Data) {
			t.Fatalf("what came out is not taken in as it is: %v", err)
		}
		segments(p.Data, func(s segment) {
			if kind == "jpeg" && (s.mark == markAPP1 || s.mark == markCOM) {
				t.Fatalf("segment %x is still there", s.mark)
			}
		})
	})
}
