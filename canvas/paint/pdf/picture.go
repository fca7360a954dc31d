package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"

	xdraw "golang.org/x/image/draw"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// maxPixels is the largest picture that is opened: 40 megapixels take 160 MB.
const maxPixels = 40 << 20

// printDPI is how many pixels an inch of paper is given; of more nothing is seen.
const printDPI = 300

// picture is one that was taken in, or failed to be.
type picture struct {
	name string // empty: it can not be read
}

// Picture paints an image, or a crossed box in its place if it can not be read.
func (p *painter) Picture(m *scene.Picture) {
	r := m.Rect
	if !finite(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) {
		p.fail("a picture has a coordinate that is not a number")
		return
	}
	if r.Empty() {
		return
	}
	pic, ok := p.pics[string(m.Key)]
	if !ok || m.Key == "" {
		pic = p.takeIn(m)
		p.pics[string(m.Key)] = pic
	}
	if pic.name == "" {
		p.crossedBox(r)
		return
	}
	p.opacity(1)
	p.save()
	p.num(r.W(), p.decimals)
	p.buf = append(p.buf, "0 0 "...)
	p.num(-r.H(), p.decimals)
	p.at(geom.Pt(r.Min.X, r.Max.Y))
	p.op("cm")
	p.name(pic.name)
	p.op("Do")
	p.restore()
}

func (p *painter) takeIn(m *scene.Picture) picture {
	kind, data, err := prepare(m.Data, m.Rect)
	if err != nil {
		return picture{} // what stands on paper for it says so: the crossed box
	}
	key := fmt.Sprintf("picture%d", len(p.pics))
	name, err := p.file.picture(key, kind, data)
	if err != nil {
		p.fail("%w", err)
	}
	return picture{name: name}
}

func (p *painter) crossedBox(r geom.Rect) {
	gray := scene.RGB(0x8A8F98)
	box := geom.RectPath(r)
	p.Fill(&scene.Fill{Path: box, Color: scene.RGB(0xF1F2F4)})
	for _, path := range []geom.Path{
		geom.RectPath(r.Inset(0.5)),
		geom.Polyline(r.Min, r.Max),
		geom.Polyline(geom.Pt(r.Max.X, r.Min.Y), geom.Pt(r.Min.X, r.Max.Y)),
	} {
		p.Stroke(&scene.Stroke{Path: path, Pen: scene.Pen{Width: 1}, Color: gray})
	}
}

var errTooLarge = errors.New("the picture has too many pixels")

// prepare returns data that gofpdf can not stumble over: a plain PNG with eight bits a channel,
// or a JPEG without what cameras add. r is where it will stand, in points.
func prepare(data []byte, r geom.Rect) (kind string, out []byte, err error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return "", nil, fmt.Errorf("read picture: %w", err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPixels/config.Height {
		return "", nil, fmt.Errorf("read picture of %d × %d: %w", config.Width, config.Height, errTooLarge)
	}
	want := wanted(config.Width, config.Height, r)
	if format == "jpeg" && want == 1 {
		if j, ok := plainJPEG(data, config); ok {
			if _, err := jpeg.Decode(bytes.NewReader(j)); err == nil {
				return "jpg", j, nil
			}
		}
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return "", nil, fmt.Errorf("read picture: %w", err)
	}
	if format == "jpeg" {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, turn(shrink(img, want), orientation(data)), &jpeg.Options{Quality: 90}); err != nil {
			return "", nil, fmt.Errorf("write picture: %w", err)
		}
		return "jpg", b.Bytes(), nil
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, shrink(img, want)); err != nil {
		return "", nil, fmt.Errorf("write picture: %w", err)
	}
	return "png", b.Bytes(), nil
}

// wanted returns the factor a picture is scaled with, 1 if its pixels are not much finer than
// what is seen on paper.
func wanted(w, h int, r geom.Rect) float64 {
	k := math.Max(r.W()/72*printDPI/float64(w), r.H()/72*printDPI/float64(h))
	if k > 0.7 {
		return 1
	}
	return k
}

// shrink returns img scaled by k, as plain pixels.
func shrink(img image.Image, k float64) *image.NRGBA {
	b := img.Bounds()
	w := max(1, int(math.Round(float64(b.Dx())*k)))
	h := max(1, int(math.Round(float64(b.Dy())*k)))
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == b.Dx() && h == b.Dy() {
		draw.Draw(out, out.Rect, img, b.Min, draw.Src)
	} else {
		xdraw.CatmullRom.Scale(out, out.Rect, img, b, xdraw.Src, nil)
	}
	return out
}
