package paint

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // formats that a project may hold
	_ "image/png"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// MaxPixels is how many pixels a picture may have. More are refused before they are decoded, so
// that a small file can not fill the memory.
const MaxPixels = 50_000_000

// PictureFormat returns the format ("png" or "jpeg") and the size in pixels of a picture, from its
// head alone. It is an error if the data are neither or the picture is too large.
func PictureFormat(data []byte) (format string, size image.Point, err error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return "", image.Point{}, fmt.Errorf("reading the head of a picture of %d bytes: %w", len(data), err)
	}
	// Other packages may have registered other formats in this process.
	if format != "png" && format != "jpeg" {
		return "", image.Point{}, fmt.Errorf("a picture is %s, not PNG or JPEG", format)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > MaxPixels/c.Height {
		return "", image.Point{}, fmt.Errorf("a picture has %d×%d pixels, more than %d in all", c.Width, c.Height, MaxPixels)
	}
	return format, image.Pt(c.Width, c.Height), nil
}

// DecodePicture decodes a PNG or JPEG within the limits of PictureFormat.
func DecodePicture(data []byte) (image.Image, error) {
	format, _, err := PictureFormat(data)
	if err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decoding a %s picture of %d bytes: %w", format, len(data), err)
	}
	return img, nil
}

// Broken returns what painters show in the place of a picture that can not be decoded: a pale box
// with a cross. A rectangle without a size has none.
func Broken(r geom.Rect) []scene.Mark {
	if r.Empty() {
		return nil
	}
	var cross geom.Path
	cross.Append(geom.RectPath(r))
	cross.Append(geom.Polyline(r.Min, r.Max))
	cross.Append(geom.Polyline(geom.Pt(r.Max.X, r.Min.Y), geom.Pt(r.Min.X, r.Max.Y)))
	return []scene.Mark{
		&scene.Fill{Path: geom.RectPath(r), Color: scene.RGB(0xF2F4F7)},
		&scene.Stroke{Path: cross, Pen: scene.Pen{Width: 0.75}, Color: scene.RGB(0x98A2B3)},
	}
}
