// Package picture takes in pictures from outside, from files and from the clipboard, and makes of
// them what a project keeps: a PNG or JPEG that every part of the program can paint, the right
// way up, not larger than a map needs, and without anything that is not seen, such as where it
// was taken.
//
// All functions may be called from any goroutine. The same data always give the same picture.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
)

// What is taken in.
const (
	MaxBytes  = 64 << 20   // of the data
	MaxPixels = 54_000_000 // in all: what a camera of 50 megapixels makes
	MaxSide   = 4096       // pixels; larger pictures are scaled down to it
)

// quality is that of a JPEG which has to be written anew.
const quality = 90

// Picture is a picture as a project keeps it.
type Picture struct {
	Media  string // "image/png" or "image/jpeg"
	Width  int    // pixels, as it is seen; 1 to MaxSide
	Height int
	Data   []byte // holds nothing but what is seen
}

// Decode takes in a PNG or JPEG. Which of them it is, the data say, not a name. A picture that is
// upright, not too large and plain keeps its pixels as they are: only what is not seen is cut
// away. Any other is written anew: turned as its EXIF data ask for, scaled down to MaxSide, with
// eight bits a channel and not interlaced. A refusal is an *Error. The largest pictures take
// some seconds and up to some 600 MB of memory for that time: do not call it where a person waits
// for the window.
func Decode(data []byte) (Picture, error) {
	form, err := formatOf(data)
	if err != nil {
		return Picture{}, err
	}
	if len(data) > MaxBytes {
		return Picture{}, &Error{Reason: Bytes}
	}
	head, err := form.head(bytes.NewReader(data))
	if err != nil {
		return Picture{}, &Error{Reason: Damaged, Err: err}
	}
	if head.Width < 1 || head.Height < 1 {
		return Picture{}, &Error{Reason: Damaged, Err: fmt.Errorf("it is %d by %d pixels large", head.Width, head.Height)}
	}
	if head.Width > MaxPixels/head.Height {
		return Picture{}, &Error{Reason: Pixels, Width: head.Width, Height: head.Height}
	}
	way := form.orientation(data)
	bare, whole := form.strip(data)
	img, err := decode(form, bare, whole)
	if err != nil {
		// What cannot be cut, or not any more be read once it is, may still be read as it came.
		whole = false
		if img, err = decode(form, data, true); err != nil {
			return Picture{}, &Error{Reason: Damaged, Err: err}
		}
	}
	if whole && way == upright && form.plain(bare, img) && fits(img.Bounds().Size()) {
		size := img.Bounds().Size()
		return Picture{Media: form.media, Width: size.X, Height: size.Y, Data: bare}, nil
	}
	return anew(form, img, way)
}

// format is how one of the formats is read and written.
type format struct {
	media       string
	head        func(*bytes.Reader) (image.Config, error)
	decode      func(*bytes.Reader) (image.Image, error)
	encode      func(*bytes.Buffer, image.Image) error
	orientation func(data []byte) way
	strip       func(data []byte) ([]byte, bool)        // without what is not seen; false: it cannot be cut
	plain       func(data []byte, img image.Image) bool // whether all who paint can take it as it is
}

var pngFormat = format{
	media:  "image/png",
	head:   func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) },
	decode: func(r *bytes.Reader) (image.Image, error) { return png.Decode(r) },
	encode: func(b *bytes.Buffer, img image.Image) error {
		return (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(b, img)
	},
	orientation: orientationOfPNG, strip: stripPNG, plain: plainPNG,
}

var jpegFormat = format{
	media:  "image/jpeg",
	head:   func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) },
	decode: func(r *bytes.Reader) (image.Image, error) { return jpeg.Decode(r) },
	encode: func(b *bytes.Buffer, img image.Image) error {
		return jpeg.Encode(b, img, &jpeg.Options{Quality: quality})
	},
	orientation: orientationOfJPEG, strip: stripJPEG,
	plain: func([]byte, image.Image) bool { return true },
}

func decode(form format, data []byte, whole bool) (image.Image, error) {
	if !whole {
		return nil, fmt.Errorf("it cannot be cut")
	}
	img, err := form.decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if img.Bounds().Empty() {
		return nil, fmt.Errorf("it has no pixels")
	}
	return img, nil
}

func fits(size image.Point) bool { return size.X <= MaxSide && size.Y <= MaxSide }

// anew writes a picture the right way up and small enough.
func anew(form format, img image.Image, w way) (Picture, error) {
	if !fits(img.Bounds().Size()) {
		img = scaledDown(img)
	}
	img = turned(img, w)
	if form.media == pngFormat.media {
		img = eightBits(img)
	}
	var b bytes.Buffer
	if err := form.encode(&b, img); err != nil {
		return Picture{}, fmt.Errorf("write picture: %w", err)
	}
	size := img.Bounds().Size()
	return Picture{Media: form.media, Width: size.X, Height: size.Y, Data: b.Bytes()}, nil
}
